// title: Objectifs à partenaire unique
// question: Quels objectifs n'ont qu'un seul partenaire ?
// description: Un seul nom hors pilote, aux objectifs seulement (les actions ne comptent pas) ; les acteurs génériques ne comptent pas, un service compte à part de son organisation.
// params: plan: string = null
// columns: objectif: integer, titre: string, partenaire: string, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
MATCH (o)<-[:PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false) AND NOT EXISTS { (a)-[:PILOTS]->(o) }
WITH p, o, collect(DISTINCT a) AS partners
WHERE size(partners) = 1
RETURN o.number AS objectif, o.title AS titre, partners[0].name AS partenaire, p.id AS plan
ORDER BY p.id, o.position, o.id
