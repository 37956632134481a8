// title: Actions par lieu
// question: Que prévoit le plan dans chaque lieu, et avec qui ?
// description: Objectifs et actions qu'une phrase situe dans le lieu ou dans un lieu qui en fait partie, avec leur état et les acteurs engagés dans l'action même (pas dans tout l'objectif), génériques compris. « lieu » : quelques mots du nom, ou le code du quartier.
// params: lieu: string = null, plan: string = null
// columns: lieu: string, nature: string, objectif: integer, cible: string, niveau: string, etat: string, acteurs: list, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
MATCH (t)-[:LOCATED_IN]->(:Place)-[:PART_OF]->*(l:Place)
WHERE $lieu IS NULL OR toLower(l.name) CONTAINS toLower($lieu) OR l.code = $lieu
WITH DISTINCT p, t, o, place, l
RETURN l.name AS lieu,
       l.kind AS nature,
       o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       CASE t.status WHEN 'en_cours' THEN 'en cours' WHEN 'a_developper' THEN 'à développer' ELSE t.status END AS etat,
       COLLECT { MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS acteurs,
       p.id AS plan
ORDER BY l.id, p.id, place, t.id
