// title: Paires d'acteurs qui partagent le plus d'objectifs
// question: Qui se retrouve le plus souvent autour des mêmes objectifs ?
// description: Pilotes et partenaires, à partir de « minimum » objectifs communs ; sans les acteurs génériques, ni les paires d'une organisation et de son service ou d'un groupe et de son membre.
// params: minimum: integer = 2, plan: string = null
// columns: acteur_1: string, acteur_2: string, communs: integer, liste: list
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT o
MATCH (o)<-[:PILOTS|PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false)
WITH DISTINCT o, a
MATCH (o)<-[:PILOTS|PARTNERS]-(b:Actor)
WHERE NOT coalesce(b.generic, false) AND a.id < b.id
WITH DISTINCT a, b, o
ORDER BY o.position, o.id
WITH a, b, count(o) AS communs, collect(coalesce(toString(o.number), o.title)) AS liste
WHERE communs >= $minimum
  AND NOT EXISTS { (a)-[:PART_OF]->+(b) }
  AND NOT EXISTS { (b)-[:PART_OF]->+(a) }
RETURN a.name AS acteur_1, b.name AS acteur_2, communs, liste
ORDER BY communs DESC, a.id, b.id
