// title: Engagements d'un acteur
// question: À quoi cet acteur est-il engagé, et où est-ce écrit ?
// description: Une ligne par phrase qui le dit, objectifs et actions, dans l'ordre du plan ; « déduit » quand le rôle vient des mots d'une action et non d'une liste de pilotes ou de partenaires. Les engagements de ses services ne sont pas les siens.
// params: acteur: string, plan: string = null
// columns: objectif: integer, cible: string, niveau: string, role: string, fondement: string, phrase: string, lieu: string, document: string
MATCH (a:Actor {id: $acteur})-[r:PILOTS|PARTNERS]->(t:Objective|Action)
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT r, t, p,
     head([n IN nodes(way) WHERE n:Objective]) AS o,
     [n IN nodes(way) | n.position] AS place,
     coalesce(size(r.quotes), 0) AS quotes,
     coalesce(size(r.locators), 0) AS locators
UNWIND range(0, CASE WHEN quotes + locators = 0 THEN 0 WHEN quotes > locators THEN quotes - 1 ELSE locators - 1 END) AS i
RETURN o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       CASE type(r) WHEN 'PILOTS' THEN 'pilote' ELSE 'partenaire' END AS role,
       CASE r.basis WHEN 'inferred' THEN 'déduit' ELSE 'écrit' END AS fondement,
       r.quotes[i] AS phrase,
       r.locators[i] AS lieu,
       r.document AS document
ORDER BY p.id, place, t.id, role DESC, document, i
