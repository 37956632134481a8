// title: Pilotes et partenaires génériques
// question: Où le plan engage-t-il des acteurs qu'il ne nomme pas ?
// description: Noms à préciser (« communes », « bailleurs sociaux ») : une ligne par engagement, objectifs et actions, dans l'ordre du plan, avec sa phrase ; « déduit » quand le rôle vient des mots d'une action.
// params: plan: string = null
// columns: objectif: integer, cible: string, niveau: string, acteur: string, role: string, fondement: string, phrase: string, lieu: string, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
MATCH (t)<-[r:PILOTS|PARTNERS]-(a:Actor {generic: true})
WITH p, t, o, place, a, r
ORDER BY coalesce(r.basis, 'stated') DESC, r.document
WITH p, t, o, place, a, type(r) AS type, head(collect(r)) AS first
RETURN o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       a.name AS acteur,
       CASE type WHEN 'PILOTS' THEN 'pilote' ELSE 'partenaire' END AS role,
       CASE first.basis WHEN 'inferred' THEN 'déduit' ELSE 'écrit' END AS fondement,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       p.id AS plan
ORDER BY p.id, place, t.id, role DESC, a.id
