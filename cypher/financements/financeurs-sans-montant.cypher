// title: Financeurs sans montant
// question: Quels financeurs sont cités sans que leur montant soit donné ?
// description: Aucun document ne chiffre ce que cette source donne à cette destination. Une part (93 % d'un autre montant) est montrée, jamais additionnée ; les enveloppes nationales sont laissées de côté. La phrase est celle du premier document qui le dit.
// params: plan: string = null
// columns: financeurs: list, source: string, destination: string, part: float, part_de: string, phrase: string, lieu: string, document: string
MATCH (s:FundingSource)-[f:FUNDS]->(t)
WHERE f.document STARTS WITH coalesce($plan + '/', '')
  AND f.amount IS NULL
  AND coalesce(f.scope, 'local') <> 'national'
  AND NOT EXISTS { (s)-[g:FUNDS]->(t) WHERE g.amount IS NOT NULL AND coalesce(g.scope, 'local') <> 'national' }
WITH s, t, f
ORDER BY f.document, f.locators[0], f.reference
WITH s, t, f.of AS of, head(collect(f)) AS first
OPTIONAL MATCH (whole:FundingSource {id: of})
RETURN COLLECT { MATCH (s)<-[:PROVIDES]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS financeurs,
       s.name AS source,
       coalesce(t.title, t.text, t.name) AS destination,
       first.share AS part,
       whole.name AS part_de,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       first.document AS document
ORDER BY s.id, t.id, whole.id
