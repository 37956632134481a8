// title: Actions et acteurs par lieu
// question: Combien d'actions et d'acteurs chaque lieu a-t-il ?
// description: Objectifs et actions qu'une phrase situe dans le lieu ou dans un lieu qui en fait partie, et les acteurs engagés dans ces actions mêmes (pas dans tout l'objectif). Les acteurs génériques ne comptent pas. Une action sans lieu écrit n'y est pas : elle peut concerner tout le territoire.
// params: plan: string = null
// columns: lieu: string, nature: string, code: string, objectifs: integer, actions: integer, acteurs: integer, noms: list, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t
MATCH (t)-[:LOCATED_IN]->(:Place)-[:PART_OF]->*(l:Place)
WITH DISTINCT p, l, t
OPTIONAL MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false)
WITH p, l, t, a
ORDER BY a.id
WITH p, l, collect(DISTINCT t) AS targets, collect(DISTINCT a) AS actors
RETURN l.name AS lieu,
       l.kind AS nature,
       l.code AS code,
       size([t IN targets WHERE t:Objective]) AS objectifs,
       size([t IN targets WHERE t:Action]) AS actions,
       size(actors) AS acteurs,
       [a IN actors | a.name] AS noms,
       p.id AS plan
ORDER BY size(targets) DESC, acteurs DESC, l.id, p.id
