// title: État des actions par objectif
// question: Où les actions sont-elles en cours, où restent-elles à développer ?
// description: Toutes les actions d'un objectif et leurs sous-actions ; les mesures nationales et les actions sans objectif ne comptent pas ; « autres » : sans état ou d'un autre état.
// params: plan: string = null
// columns: objectif: integer, titre: string, en_cours: integer, a_developper: integer, autres: integer, total: integer, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
OPTIONAL MATCH (o)-[:HAS_ACTION]->+(x:Action)
WHERE coalesce(x.kind, 'action') <> 'mesure_nationale'
WITH p, o, collect(DISTINCT x) AS actions
WITH p, o, size(actions) AS total,
     size([x IN actions WHERE x.status = 'en_cours']) AS en_cours,
     size([x IN actions WHERE x.status = 'a_developper']) AS a_developper
RETURN o.number AS objectif,
       o.title AS titre,
       en_cours,
       a_developper,
       total - en_cours - a_developper AS autres,
       total,
       p.id AS plan
ORDER BY p.id, o.position, o.id
