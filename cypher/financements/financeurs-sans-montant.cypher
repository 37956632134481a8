// title: Financeurs sans montant
// question: Quels financeurs sont cités sans que leur montant soit donné ?
// description: Une part (93 % d'un autre montant) est montrée, jamais additionnée ; les enveloppes nationales sont laissées de côté.
// params: plan: string = null
// columns: financeurs: list, source: string, destination: string, part: float, part_de: string, document: string
MATCH (s:FundingSource)-[f:FUNDS]->(t)
WHERE f.amount IS NULL
  AND coalesce(f.scope, 'local') <> 'national'
  AND ($plan IS NULL OR f.document STARTS WITH $plan + '/')
OPTIONAL MATCH (whole:FundingSource {id: f.of})
RETURN COLLECT { MATCH (s)<-[:PROVIDES]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS financeurs,
       s.name AS source,
       coalesce(t.title, t.name) AS destination,
       f.share AS part,
       whole.name AS part_de,
       f.document AS document
ORDER BY s.id, t.id, document
