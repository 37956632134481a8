// title: Outils partagés par plusieurs objectifs
// question: Quels outils servent à deux objectifs ou plus ?
// description: Outils mobilisés par un objectif ou par l'une de ses actions ; « doute » quand l'un de ces liens reste à vérifier.
// params: plan: string = null
// columns: outil: string, objectifs: integer, liste: list, doute: boolean
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT o
MATCH (o)-[:HAS_ACTION]->*()-[u:USES]->(t:Tool)
WITH t, o, collect(coalesce(u.doubt, false)) AS doubts
ORDER BY o.position, o.id
WITH t, collect(coalesce(toString(o.number), o.title)) AS liste, collect(true IN doubts) AS doubts
WHERE size(liste) > 1
RETURN t.name AS outil, size(liste) AS objectifs, liste, true IN doubts AS doute
ORDER BY objectifs DESC, t.id
