// title: Objectifs à un seul pilote
// question: Quels objectifs reposent sur un seul pilote ?
// description: Un seul nom dans la liste des pilotes ; générique (« communes »), il est signalé. partenaires : nombre d'autres acteurs qui y aident, génériques compris. Les rôles dits dans les actions ne comptent pas.
// params: plan: string = null
// columns: objectif: integer, titre: string, pilote: string, generique: boolean, partenaires: integer, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
MATCH (o)<-[:PILOTS]-(a:Actor)
WITH p, o, collect(DISTINCT a) AS pilots
WHERE size(pilots) = 1
WITH p, o, pilots[0] AS pilot
RETURN o.number AS objectif,
       o.title AS titre,
       pilot.name AS pilote,
       coalesce(pilot.generic, false) AS generique,
       COUNT { MATCH (o)<-[:PARTNERS]-(a:Actor) WHERE a <> pilot RETURN DISTINCT a } AS partenaires,
       p.id AS plan
ORDER BY p.id, o.position, o.id
