// title: Actions qui ont leur propre pilote
// question: Quelles actions ont un pilote à elles, et est-ce celui de l'objectif ?
// description: Une ligne par action et par pilote, dans l'ordre du plan, avec la phrase qui le dit ; « déduit » quand elle le fait comprendre par ses mots (« piloté par », « porté par ») au lieu d'une colonne de pilotes. Les pilotes de l'objectif sont rappelés en regard ; les acteurs génériques sont signalés.
// params: plan: string = null
// columns: objectif: integer, action: string, pilote: string, generique: boolean, copilote: boolean, pilotes_objectif: list, fondement: string, phrase: string, lieu: string, document: string, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(x:Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, x, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
MATCH (x)<-[r:PILOTS]-(a:Actor)
WITH p, x, o, place, a, r
ORDER BY coalesce(r.basis, 'stated') DESC, r.document
WITH p, x, o, place, a, collect(r) AS ties
WITH p, x, o, place, a, ties[0] AS first, any(r IN ties WHERE r.co) AS co
RETURN o.number AS objectif,
       coalesce(x.text, x.name) AS action,
       a.name AS pilote,
       coalesce(a.generic, false) AS generique,
       coalesce(co, false) AS copilote,
       COLLECT { MATCH (o)<-[:PILOTS]-(b:Actor) WITH DISTINCT b ORDER BY b.id RETURN b.name } AS pilotes_objectif,
       CASE first.basis WHEN 'inferred' THEN 'déduit' ELSE 'écrit' END AS fondement,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       first.document AS document,
       p.id AS plan
ORDER BY p.id, place, x.id, a.id
