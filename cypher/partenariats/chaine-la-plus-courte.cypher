// title: Chaîne la plus courte entre deux acteurs
// question: Par qui et par quoi passer pour aller d'un acteur à l'autre ?
// description: Une ligne par étape : deux acteurs engagés dans le même objectif ou la même action, avec leurs rôles. S'il y a plusieurs chaînes aussi courtes, la première par ordre d'identifiant. « niveau » vaut objectif, action ou tous (par défaut) ; « déduit » quand l'un des deux rôles n'est écrit dans aucune liste. Aucun acteur générique ne sert de relais.
// params: acteur_1: string, acteur_2: string, niveau: string = 'tous', plan: string = null
// columns: etape: integer, de: string, role_de: string, objectif: integer, cible: string, niveau: string, vers: string, role_vers: string, fondement: string, plan: string
MATCH chain = ALL SHORTEST (:Actor {id: $acteur_1})
  ((:Actor)-[:PILOTS|PARTNERS]->(t:Objective|Action)<-[:PILOTS|PARTNERS]-(b:Actor)
    WHERE t.id STARTS WITH coalesce($plan + '/', '')
      AND $niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
      AND (b.id = $acteur_2 OR NOT coalesce(b.generic, false)))+
  (:Actor {id: $acteur_2})
WHERE $acteur_1 <> $acteur_2
WITH DISTINCT nodes(chain) AS steps
ORDER BY [n IN steps | n.id]
LIMIT 1
UNWIND range(1, size(steps) / 2) AS etape
WITH etape, steps[2 * etape - 2] AS a, steps[2 * etape - 1] AS t, steps[2 * etape] AS b
MATCH (a)-[r:PILOTS|PARTNERS]->(t)<-[s:PILOTS|PARTNERS]-(b)
WITH etape, a, t, b,
     collect(DISTINCT type(r)) AS ours,
     collect(DISTINCT type(s)) AS theirs,
     min(CASE r.basis WHEN 'inferred' THEN 1 ELSE 0 END) + min(CASE s.basis WHEN 'inferred' THEN 1 ELSE 0 END) AS inferred,
     head(COLLECT { MATCH (o:Objective)-[:HAS_ACTION]->*(t) RETURN DISTINCT o }) AS o
RETURN etape,
       a.name AS de,
       CASE WHEN size(ours) = 2 THEN 'pilote et partenaire' WHEN 'PILOTS' IN ours THEN 'pilote' ELSE 'partenaire' END AS role_de,
       o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       b.name AS vers,
       CASE WHEN size(theirs) = 2 THEN 'pilote et partenaire' WHEN 'PILOTS' IN theirs THEN 'pilote' ELSE 'partenaire' END AS role_vers,
       CASE WHEN inferred > 0 THEN 'déduit' ELSE 'écrit' END AS fondement,
       split(t.id, '/')[0] AS plan
ORDER BY etape
