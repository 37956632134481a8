// title: Engagements d'un acteur
// question: À quoi cet acteur est-il engagé, et où est-ce écrit ?
// description: Une ligne par phrase qui le dit, objectifs et actions ; « déduit » quand le rôle vient des mots d'une action et non d'une liste de pilotes ou de partenaires.
// params: acteur: string, plan: string = null
// columns: objectif: integer, cible: string, niveau: string, role: string, fondement: string, phrase: string, lieu: string, document: string
MATCH (a:Actor {id: $acteur})-[r:PILOTS|PARTNERS]->(t:Objective|Action)
WHERE $plan IS NULL OR EXISTS { (:Plan {id: $plan})-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t) }
OPTIONAL MATCH (o:Objective)-[:HAS_ACTION]->*(t)
WITH r, t, head(collect(o)) AS o
UNWIND range(0, CASE WHEN size(r.quotes) > 1 THEN size(r.quotes) - 1 ELSE 0 END) AS i
RETURN o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       CASE type(r) WHEN 'PILOTS' THEN 'pilote' ELSE 'partenaire' END AS role,
       CASE r.basis WHEN 'inferred' THEN 'déduit' ELSE 'écrit' END AS fondement,
       r.quotes[i] AS phrase,
       r.locators[i] AS lieu,
       r.document AS document
ORDER BY o.position, t.id, role DESC, document, i
