// title: Acteurs d'un objectif
// question: Qui pilote cet objectif, et qui aide ?
// description: Pilotes d'abord, puis partenaires ; ensuite (niveau « action ») ceux que seules ses actions nomment, avec leur rôle dans ces actions. L'objectif se donne par son numéro imprimé, ou par son rang si le document n'en imprime pas. Les acteurs génériques sont signalés ; « déduit » quand aucune liste ne le dit.
// params: objectif: integer, plan: string = null
// columns: role: string, acteur: string, type: string, generique: boolean, niveau: string, fondement: string, titre: string, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE ($plan IS NULL OR p.id = $plan) AND coalesce(o.number, o.position) = $objectif
WITH DISTINCT p, o
MATCH (o)-[:HAS_ACTION]->*(t:Objective|Action)
WITH DISTINCT p, o, t
MATCH (t)<-[r:PILOTS|PARTNERS]-(a:Actor)
WITH p, o, a, t = o AS own, collect(DISTINCT type(r)) AS roles, collect(DISTINCT coalesce(r.basis, 'stated')) AS bases
ORDER BY own DESC
WITH p, o, a, head(collect({own: own, roles: roles, bases: bases})) AS first
WITH p, o, a, first,
     CASE WHEN size(first.roles) = 2 THEN 1 WHEN 'PILOTS' IN first.roles THEN 0 ELSE 2 END AS rank
RETURN ['pilote', 'pilote et partenaire', 'partenaire'][rank] AS role,
       a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       CASE WHEN first.own THEN 'objectif' ELSE 'action' END AS niveau,
       CASE WHEN 'stated' IN first.bases THEN 'écrit' ELSE 'déduit' END AS fondement,
       o.title AS titre,
       p.id AS plan
ORDER BY p.id, o.position, o.id, first.own DESC, rank, a.id
