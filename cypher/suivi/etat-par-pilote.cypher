// title: État des actions par pilote
// question: Qui pilote ce qui est en cours, et ce qui reste à développer ?
// description: Une ligne par pilote et par plan : toutes les actions des objectifs qu'il pilote, et celles qu'il pilote elles-mêmes. Une action à plusieurs pilotes compte pour chacun : les lignes ne s'additionnent pas. Les mesures nationales ne comptent pas ; « autres » : sans état ou d'un autre état. Les pilotes génériques sont signalés.
// params: plan: string = null
// columns: acteur: string, type: string, generique: boolean, en_cours: integer, a_developper: integer, autres: integer, total: integer, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t
MATCH (t)<-[:PILOTS]-(a:Actor)
WITH DISTINCT p, t, a
OPTIONAL MATCH (t)-[:HAS_ACTION]->*(x:Action)
WHERE coalesce(x.kind, 'action') <> 'mesure_nationale'
WITH p, a, collect(DISTINCT x) AS actions
WITH p, a, size(actions) AS total,
     size([x IN actions WHERE x.status = 'en_cours']) AS en_cours,
     size([x IN actions WHERE x.status = 'a_developper']) AS a_developper
RETURN a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       en_cours,
       a_developper,
       total - en_cours - a_developper AS autres,
       total,
       p.id AS plan
ORDER BY p.id, total DESC, a.id
