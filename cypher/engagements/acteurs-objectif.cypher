// title: Acteurs d'un objectif
// question: Qui pilote cet objectif, et qui aide ?
// description: Par rôle, pilotes d'abord ; l'objectif se donne par son numéro imprimé. Les acteurs génériques sont signalés.
// params: objectif: integer, plan: string = null
// columns: role: string, acteur: string, type: string, generique: boolean, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective {number: $objectif})<-[r:PILOTS|PARTNERS]-(a:Actor)
WHERE $plan IS NULL OR p.id = $plan
WITH p, a, collect(DISTINCT type(r)) AS roles
WITH p, a, CASE WHEN size(roles) = 2 THEN 1 WHEN 'PILOTS' IN roles THEN 0 ELSE 2 END AS rank
RETURN ['pilote', 'pilote et partenaire', 'partenaire'][rank] AS role,
       a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       p.id AS plan
ORDER BY p.id, rank, a.id
