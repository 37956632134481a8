// title: Quartiers en veille active
// question: Que prévoit le plan pour les quartiers en veille active ?
// description: Objectifs et actions situés dans un lieu en veille active, ou dont les mots parlent de quartier en veille ou de QVA (« lieux » est alors vide) ; leurs actions ne suivent que si elles en parlent aussi. Acteurs engagés à ce niveau même, génériques compris.
// params: plan: string = null
// columns: objectif: integer, cible: string, niveau: string, etat: string, lieux: list, acteurs: list, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, t, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
WITH p, t, o, place,
     COLLECT { MATCH (t)-[:LOCATED_IN]->(l:Place {kind: 'veille active'}) WITH DISTINCT l ORDER BY l.id RETURN l.name } AS lieux
WHERE size(lieux) > 0 OR coalesce(t.title, t.text, t.name) =~ '(?is).*\\b(en veille|qva)\\b.*'
RETURN o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       CASE t.status WHEN 'en_cours' THEN 'en cours' WHEN 'a_developper' THEN 'à développer' ELSE t.status END AS etat,
       lieux,
       COLLECT { MATCH (t)<-[:PILOTS|PARTNERS]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS acteurs,
       p.id AS plan
ORDER BY p.id, place, t.id
