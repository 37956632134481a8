// title: Objectifs sans pilote nommé
// question: Quels objectifs n'ont aucun pilote que l'on puisse appeler ?
// description: Sans pilote, ou avec des pilotes seulement génériques (« communes »), alors cités ; partenaires : nombre d'acteurs qui y aident, génériques compris. Les rôles dits dans les actions ne comptent pas.
// params: plan: string = null
// columns: objectif: integer, titre: string, pilotes_generiques: list, partenaires: integer, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
WHERE NOT EXISTS { (o)<-[:PILOTS]-(a:Actor) WHERE NOT coalesce(a.generic, false) }
RETURN o.number AS objectif,
       o.title AS titre,
       COLLECT { MATCH (o)<-[:PILOTS]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS pilotes_generiques,
       COUNT { MATCH (o)<-[:PARTNERS]-(a:Actor) RETURN DISTINCT a } AS partenaires,
       p.id AS plan
ORDER BY p.id, o.position, o.id
