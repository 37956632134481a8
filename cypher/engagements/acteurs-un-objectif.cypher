// title: Acteurs présents une seule fois
// question: Quels acteurs ne sont engagés que dans un seul objectif ?
// description: À associer davantage, ou à vérifier (une variante d'écriture peut cacher un acteur déjà connu) ; les acteurs génériques ne comptent pas.
// params: plan: string = null
// columns: acteur: string, type: string, role: string, objectif: integer, titre: string, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)<-[r:PILOTS|PARTNERS]-(a:Actor)
WHERE ($plan IS NULL OR p.id = $plan) AND NOT coalesce(a.generic, false)
WITH a, collect(DISTINCT o) AS objectives, collect(DISTINCT type(r)) AS roles, min(p.id) AS plan
WHERE size(objectives) = 1
WITH a, objectives[0] AS o, roles, plan
RETURN a.name AS acteur,
       a.kind AS type,
       CASE WHEN size(roles) = 2 THEN 'pilote et partenaire' WHEN 'PILOTS' IN roles THEN 'pilote' ELSE 'partenaire' END AS role,
       o.number AS objectif,
       o.title AS titre,
       plan
ORDER BY plan, o.position, a.id
