// title: Grands acteurs qui ne se rencontrent jamais
// question: Quels acteurs très engagés ne partagent rien ?
// description: Paires d'acteurs d'un même plan, chacun avec « minimum » engagements au moins, et aucun en commun. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Sans les acteurs génériques, ni les paires d'une organisation et de son service ou d'un groupe et de son membre.
// params: minimum: integer = 3, niveau: string = null, plan: string = null
// columns: acteur_1: string, engagements_1: integer, acteur_2: string, engagements_2: integer, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
MATCH (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, niveau, t
MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false)
WITH p, niveau, a, collect(DISTINCT t) AS targets
WHERE size(targets) >= $minimum
WITH p, niveau, collect({actor: a, targets: targets}) AS big
UNWIND big AS one
UNWIND big AS other
WITH p, niveau, one.actor AS a, one.targets AS held, other.actor AS b, other.targets AS others
WHERE a.id < b.id
  AND none(t IN held WHERE t IN others)
  AND NOT b.id STARTS WITH a.id + '/'
  AND NOT EXISTS { (a)-[:PART_OF]->+(b) }
  AND NOT EXISTS { (b)-[:PART_OF]->+(a) }
RETURN a.name AS acteur_1, size(held) AS engagements_1, b.name AS acteur_2, size(others) AS engagements_2, niveau, p.id AS plan
ORDER BY engagements_1 + engagements_2 DESC, p.id, a.id, b.id
