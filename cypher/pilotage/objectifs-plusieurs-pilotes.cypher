// title: Objectifs à plusieurs pilotes
// question: Où faut-il dire qui décide, parce que plusieurs acteurs pilotent ?
// description: Deux pilotes ou plus, génériques compris ; les plus partagés d'abord. Les rôles dits dans les actions ne comptent pas.
// params: plan: string = null
// columns: objectif: integer, titre: string, nombre: integer, pilotes: list, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
MATCH (o)<-[:PILOTS]-(a:Actor)
WITH DISTINCT p, o, a
ORDER BY a.id
WITH p, o, collect(a.name) AS pilotes
WHERE size(pilotes) > 1
RETURN o.number AS objectif, o.title AS titre, size(pilotes) AS nombre, pilotes, p.id AS plan
ORDER BY nombre DESC, p.id, o.position, o.id
