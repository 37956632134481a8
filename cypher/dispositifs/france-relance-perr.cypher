// title: France Relance et PERR
// question: Quelles mesures relèvent de France Relance ou du protocole PERR ?
// description: Objectifs et actions que le document range sous l'un de ces dispositifs, avec les réponses locales à la mesure quand il en donne. « doute » quand la croix ou les mots laissent un doute. « dispositifs » : d'autres mots à chercher dans le nom des outils.
// params: dispositifs: list = ["France Relance", "PERR"], plan: string = null
// columns: outil: string, objectif: integer, titre: string, mesure: string, reponses: list, doute: boolean, phrase: string, lieu: string, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(x:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, x, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
MATCH (x)-[u:USES]->(t:Tool)
WHERE any(word IN $dispositifs WHERE toLower(t.name) CONTAINS toLower(word))
WITH p, x, o, place, t, u
ORDER BY u.document
WITH p, x, o, place, t, collect(u) AS ties
RETURN t.name AS outil,
       o.number AS objectif,
       o.title AS titre,
       CASE WHEN x:Action THEN coalesce(x.text, x.name) END AS mesure,
       COLLECT { MATCH (x)<-[:RESPONDS_TO]-(y:Action) WITH DISTINCT y ORDER BY y.position, y.id RETURN coalesce(y.text, y.name) } AS reponses,
       any(u IN ties WHERE coalesce(u.doubt, false)) AS doute,
       ties[0].quotes[0] AS phrase,
       ties[0].locators[0] AS lieu,
       p.id AS plan
ORDER BY p.id, t.id, place, x.id
