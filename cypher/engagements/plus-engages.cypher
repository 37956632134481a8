// title: Qui porte le plus d'engagements
// question: Quels acteurs pilotent ou aident le plus ?
// description: Un engagement est un objectif, quel que soit le nombre de rôles. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les acteurs génériques (« communes », « bailleurs sociaux ») sont signalés ; un service compte à part de son organisation.
// params: niveau: string = null, plan: string = null
// columns: acteur: string, type: string, generique: boolean, niveau: string, engagements: integer, pilote: integer, partenaire: integer, les_deux: integer
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
MATCH (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT niveau, t
MATCH (t)<-[r:PILOTS|PARTNERS]-(a:Actor)
WITH a, niveau, t, collect(DISTINCT type(r)) AS roles
WITH a,
     niveau,
     count(t) AS engagements,
     count(CASE WHEN 'PILOTS' IN roles THEN 1 END) AS pilote,
     count(CASE WHEN 'PARTNERS' IN roles THEN 1 END) AS partenaire,
     count(CASE WHEN size(roles) = 2 THEN 1 END) AS les_deux
RETURN a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       niveau,
       engagements,
       pilote,
       partenaire,
       les_deux
ORDER BY niveau DESC, engagements DESC, a.id
