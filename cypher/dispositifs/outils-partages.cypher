// title: Outils partagés par plusieurs objectifs
// question: Quels outils servent à deux objectifs ou plus ?
// description: Outils mobilisés par un objectif ou par l'une de ses actions, dans un même plan ; la liste donne les numéros imprimés, le titre à défaut. « doute » quand l'un de ces liens reste à vérifier. Un même dispositif écrit de deux façons est deux outils.
// params: plan: string = null
// columns: outil: string, objectifs: integer, liste: list, doute: boolean, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
MATCH (o)-[:HAS_ACTION]->*(x:Objective|Action)
WITH DISTINCT p, o, x
MATCH (x)-[u:USES]->(t:Tool)
WITH p, t, o, max(coalesce(u.doubt, false)) AS doubt
ORDER BY o.position, o.id
WITH p, t, collect(coalesce(toString(o.number), o.title)) AS liste, max(doubt) AS doute
WHERE size(liste) > 1
RETURN t.name AS outil, size(liste) AS objectifs, liste, doute, p.id AS plan
ORDER BY objectifs DESC, t.id
