// title: Qui porte le plus d'engagements
// question: Quels acteurs pilotent ou aident le plus d'objectifs ?
// description: Un engagement est un objectif, quel que soit le nombre de rôles. Les acteurs génériques (« communes », « bailleurs sociaux ») sont signalés ; un service compte à part de son organisation.
// params: plan: string = null
// columns: acteur: string, type: string, generique: boolean, engagements: integer, pilote: integer, partenaire: integer, les_deux: integer
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)<-[r:PILOTS|PARTNERS]-(a:Actor)
WHERE $plan IS NULL OR p.id = $plan
WITH a, o, collect(DISTINCT type(r)) AS roles
WITH a,
     count(o) AS engagements,
     count(CASE WHEN 'PILOTS' IN roles THEN 1 END) AS pilote,
     count(CASE WHEN 'PARTNERS' IN roles THEN 1 END) AS partenaire,
     count(CASE WHEN size(roles) = 2 THEN 1 END) AS les_deux
RETURN a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       engagements,
       pilote,
       partenaire,
       les_deux
ORDER BY engagements DESC, a.id
