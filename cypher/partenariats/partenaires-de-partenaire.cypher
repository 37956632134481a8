// title: Partenaires d'un partenaire
// question: Qui cet acteur peut-il rencontrer par ses partenaires, sans travailler déjà avec lui ?
// description: Deux acteurs travaillent ensemble quand ils sont engagés (pilote ou partenaire) dans un même objectif ou une même action. « par » donne ceux par qui passer. « niveau » vaut objectif, action ou tous (par défaut). Sans les acteurs génériques, ni ses propres services, son organisation ou les groupes dont il est membre.
// params: acteur: string, niveau: string = 'tous', plan: string = null
// columns: acteur: string, type: string, nombre: integer, par: list
MATCH (a:Actor {id: $acteur})-[:PILOTS|PARTNERS]->(t:Objective|Action)<-[:PILOTS|PARTNERS]-(b:Actor)
WHERE ($plan IS NULL OR t.id STARTS WITH $plan + '/')
  AND $niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
  AND b <> a
WITH a, collect(DISTINCT b) AS known
UNWIND known AS b
WITH a, known, b
WHERE NOT coalesce(b.generic, false)
MATCH (b)-[:PILOTS|PARTNERS]->(t:Objective|Action)<-[:PILOTS|PARTNERS]-(c:Actor)
WHERE ($plan IS NULL OR t.id STARTS WITH $plan + '/')
  AND $niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
  AND c <> a AND NOT c IN known AND NOT coalesce(c.generic, false)
WITH DISTINCT a, b, c
ORDER BY b.id
WITH a, c, collect(b.name) AS par
WHERE NOT c.id STARTS WITH a.id + '/'
  AND NOT a.id STARTS WITH c.id + '/'
  AND NOT EXISTS { (a)-[:PART_OF]->+(c) }
  AND NOT EXISTS { (c)-[:PART_OF]->+(a) }
RETURN c.name AS acteur, c.kind AS type, size(par) AS nombre, par
ORDER BY nombre DESC, c.id
