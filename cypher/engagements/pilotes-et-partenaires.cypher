// title: Pilotes et partenaires à la fois
// question: Qui est à la fois pilote et partenaire de la même chose ?
// description: Rôles à clarifier : les deux phrases sont données. Objectifs et actions (colonne niveau), dans l'ordre du plan ; les acteurs génériques sont signalés. Un pilote dont seul un service est partenaire n'y est pas.
// params: plan: string = null
// columns: objectif: integer, cible: string, niveau: string, acteur: string, type: string, generique: boolean, phrase_pilote: string, phrase_partenaire: string, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
MATCH (t)<-[pilot:PILOTS]-(a:Actor)-[partner:PARTNERS]->(t)
WITH p, t, o, place, a, pilot, partner
ORDER BY pilot.document, partner.document
WITH p, t, o, place, a, head(collect(pilot.quotes[0])) AS phrase_pilote, head(collect(partner.quotes[0])) AS phrase_partenaire
RETURN o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       phrase_pilote,
       phrase_partenaire,
       p.id AS plan
ORDER BY p.id, place, t.id, a.id
