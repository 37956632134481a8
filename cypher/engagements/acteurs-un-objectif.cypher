// title: Acteurs présents une seule fois
// question: Quels acteurs n'ont qu'un seul engagement ?
// description: À associer davantage, ou à vérifier (une variante d'écriture peut cacher un acteur déjà connu). Un engagement est un objectif ; « niveau » vaut objectif, action ou tous, par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les acteurs génériques ne comptent pas ; un service compte à part de son organisation.
// params: niveau: string = null, plan: string = null
// columns: acteur: string, type: string, role: string, objectif: integer, cible: string, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
MATCH (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, t
MATCH (t)<-[r:PILOTS|PARTNERS]-(a:Actor)
WHERE NOT coalesce(a.generic, false)
WITH a, collect(DISTINCT t) AS targets, collect(DISTINCT type(r)) AS roles, min(p.id) AS plan
WHERE size(targets) = 1
WITH a, targets[0] AS t, roles, plan
WITH a, t, roles, plan, head(COLLECT { MATCH (o:Objective)-[:HAS_ACTION]->*(t) RETURN DISTINCT o }) AS o
RETURN a.name AS acteur,
       a.kind AS type,
       CASE WHEN size(roles) = 2 THEN 'pilote et partenaire' WHEN 'PILOTS' IN roles THEN 'pilote' ELSE 'partenaire' END AS role,
       o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END AS niveau,
       plan
ORDER BY plan, o.position, t.position, t.id, a.id
