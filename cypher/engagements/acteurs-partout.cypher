// title: Acteurs présents partout
// question: Quels acteurs sont engagés dans tous les axes d'un plan ?
// description: Une ligne par acteur et par plan ; « minimum » demande moins que tous les axes. Seuls comptent les plans à plusieurs axes, et ce qui est rangé sous un axe. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les acteurs génériques sont signalés ; un service compte à part de son organisation.
// params: minimum: integer = null, niveau: string = null, plan: string = null
// columns: acteur: string, type: string, generique: boolean, axes: integer, axes_du_plan: integer, liste: list, engagements: integer, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau,
     COUNT { MATCH (p)-[:HAS_AXIS]->(x:Axis) RETURN DISTINCT x } AS axes_du_plan
WHERE axes_du_plan > 1
MATCH (p)-[:HAS_AXIS]->(x:Axis)
WITH DISTINCT p, niveau, axes_du_plan, x
MATCH (x)-[:HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, niveau, axes_du_plan, x, t
MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor)
WITH p, niveau, axes_du_plan, a, x, count(DISTINCT t) AS held
ORDER BY x.position, x.id
WITH p, niveau, axes_du_plan, a, sum(held) AS engagements, collect(coalesce(toString(x.number), x.title, x.name)) AS liste
WHERE size(liste) >= coalesce($minimum, axes_du_plan)
RETURN a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       size(liste) AS axes,
       axes_du_plan,
       liste,
       engagements,
       niveau,
       p.id AS plan
ORDER BY p.id, axes DESC, engagements DESC, a.id
