// title: Acteurs présents dans un seul axe
// question: Quels acteurs ne sont engagés que dans un seul axe du plan ?
// description: Une ligne par acteur et par plan, dans l'ordre des axes ; « minimum » écarte ceux qui y ont peu d'engagements. Seuls comptent les plans à plusieurs axes, et ce qui est rangé sous un axe. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les acteurs génériques ne comptent pas ; un service compte à part de son organisation.
// params: minimum: integer = 1, niveau: string = null, plan: string = null
// columns: axe: integer, titre: string, acteur: string, type: string, engagements: integer, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
WHERE COUNT { MATCH (p)-[:HAS_AXIS]->(x:Axis) RETURN DISTINCT x } > 1
MATCH (p)-[:HAS_AXIS]->(x:Axis)
WITH DISTINCT p, niveau, x
MATCH (x)-[:HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, niveau, x, t
MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false)
WITH p, niveau, a, collect(DISTINCT x) AS axes, count(DISTINCT t) AS engagements
WHERE size(axes) = 1 AND engagements >= $minimum
WITH p, niveau, a, axes[0] AS x, engagements
RETURN x.number AS axe, x.title AS titre, a.name AS acteur, a.kind AS type, engagements, niveau, p.id AS plan
ORDER BY p.id, x.position, x.id, engagements DESC, a.id
