// title: Paires d'acteurs qui partagent le plus
// question: Qui se retrouve le plus souvent autour des mêmes objectifs ?
// description: Pilotes et partenaires d'un même plan, à partir de « minimum » objectifs communs. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Sans les acteurs génériques, ni les paires d'une organisation et de son service ou d'un groupe et de son membre. La liste donne les numéros imprimés, le titre ou le texte à défaut.
// params: minimum: integer = 2, niveau: string = null, plan: string = null
// columns: acteur_1: string, acteur_2: string, communs: integer, liste: list, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
MATCH (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, niveau, t
ORDER BY t.position, t.id
WITH p, niveau, t, COLLECT { MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor) WHERE NOT coalesce(a.generic, false) WITH DISTINCT a ORDER BY a.id RETURN a } AS actors
UNWIND range(0, size(actors) - 2) AS i
UNWIND range(i + 1, size(actors) - 1) AS j
WITH p, niveau, actors[i] AS a, actors[j] AS b, collect(t) AS targets
WHERE size(targets) >= $minimum
  AND NOT b.id STARTS WITH a.id + '/'
  AND NOT EXISTS { (a)-[:PART_OF]->+(b) }
  AND NOT EXISTS { (b)-[:PART_OF]->+(a) }
RETURN a.name AS acteur_1,
       b.name AS acteur_2,
       size(targets) AS communs,
       [t IN targets | coalesce(toString(t.number), t.title, t.text, t.name)] AS liste,
       niveau,
       p.id AS plan
ORDER BY communs DESC, p.id, a.id, b.id
