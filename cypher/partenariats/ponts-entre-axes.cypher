// title: Ponts entre axes
// question: Quels acteurs relient deux axes, et quels axes personne ne relie-t-il ?
// description: Une ligne par paire d'axes d'un plan, avec les acteurs engagés des deux côtés. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les acteurs génériques ne comptent pas ; un service compte à part de son organisation.
// params: niveau: string = null, plan: string = null
// columns: axe_1: string, axe_2: string, nombre: integer, acteurs: list, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
WHERE niveau IN ['objectif', 'action', 'tous']
MATCH (p)-[:HAS_AXIS]->(x:Axis)
WITH DISTINCT p, niveau, x
ORDER BY x.position, x.id
WITH p, niveau, collect({
  label: coalesce(x.number + ' – ', '') + coalesce(x.title, x.name),
  actors: COLLECT {
    MATCH (x)-[:HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
    WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
    WITH DISTINCT t
    MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor)
    WHERE NOT coalesce(a.generic, false)
    WITH DISTINCT a ORDER BY a.id
    RETURN a
  }
}) AS axes
UNWIND range(0, size(axes) - 2) AS i
UNWIND range(i + 1, size(axes) - 1) AS j
WITH p, niveau, axes, i, j, [a IN axes[i].actors WHERE a IN axes[j].actors | a.name] AS acteurs
RETURN axes[i].label AS axe_1, axes[j].label AS axe_2, size(acteurs) AS nombre, acteurs, niveau, p.id AS plan
ORDER BY p.id, nombre DESC, i, j
