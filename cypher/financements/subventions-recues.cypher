// title: Subventions reçues
// question: Qui reçoit combien, de qui, et quelle part prend-il au plan ?
// description: Les subventions à un acteur (fichiers de subventions), sans les enveloppes nationales. Une ligne que deux documents disent compte une fois. 0 pilote et 0 partenaire : l'acteur reçoit de l'argent, et aucun objectif ni action ne lui donne de rôle.
// params: plan: string = null
// columns: acteur: string, subventions: integer, montant: integer, sans_montant: integer, financeurs: list, pilote: integer, partenaire: integer
MATCH (a:Actor)<-[f:FUNDS]-(s:FundingSource)
WHERE f.document STARTS WITH coalesce($plan + '/', '') AND coalesce(f.scope, 'local') <> 'national' AND f.of IS NULL
WITH a, s, f.reference AS reference, f.date AS date, f.object AS object, f.document AS document,
     sum(f.amount) AS amount, count(*) AS lines, count(f.amount) AS known
WITH a, s, reference, date, object, max(amount) AS amount, max(lines) AS lines, max(known) AS known
WITH a, collect(DISTINCT s) AS sources, sum(amount) AS montant, sum(lines) AS subventions, sum(lines - known) AS sans_montant
RETURN a.name AS acteur,
       subventions,
       montant,
       sans_montant,
       COLLECT { UNWIND sources AS s MATCH (s)<-[:PROVIDES]-(p:Actor) WITH DISTINCT p ORDER BY p.id RETURN p.name } AS financeurs,
       COUNT { MATCH (a)-[r:PILOTS]->(t) WHERE r.document STARTS WITH coalesce($plan + '/', '') RETURN DISTINCT t } AS pilote,
       COUNT { MATCH (a)-[r:PARTNERS]->(t) WHERE r.document STARTS WITH coalesce($plan + '/', '') RETURN DISTINCT t } AS partenaire
ORDER BY montant DESC, subventions DESC, a.name, a.id
