// title: État des actions par axe
// question: Quels axes avancent, lesquels restent à développer ?
// description: Toutes les actions d'un axe, avec ou sans objectif, et leurs sous-actions ; les actions sans axe ont leur ligne. Les mesures nationales ne comptent pas ; « autres » : sans état ou d'un autre état.
// params: plan: string = null
// columns: axe: integer, titre: string, en_cours: integer, a_developper: integer, autres: integer, total: integer, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
CALL (p) {
  MATCH (p)-[:HAS_AXIS]->(x:Axis)
  WITH DISTINCT x
  RETURN x, COLLECT {
    MATCH (x)-[:HAS_OBJECTIVE|HAS_ACTION]->+(a:Action)
    WHERE coalesce(a.kind, 'action') <> 'mesure_nationale'
    RETURN DISTINCT a
  } AS actions
  UNION
  MATCH (p)-[:HAS_OBJECTIVE|HAS_ACTION]->+(a:Action)
  WHERE coalesce(a.kind, 'action') <> 'mesure_nationale'
  WITH collect(DISTINCT a) AS actions
  WHERE size(actions) > 0
  RETURN null AS x, actions
}
WITH p, x, size(actions) AS total,
     size([a IN actions WHERE a.status = 'en_cours']) AS en_cours,
     size([a IN actions WHERE a.status = 'a_developper']) AS a_developper
RETURN x.number AS axe,
       coalesce(x.title, x.name, 'sans axe') AS titre,
       en_cours,
       a_developper,
       total - en_cours - a_developper AS autres,
       total,
       p.id AS plan
ORDER BY p.id, x.position, x.id
