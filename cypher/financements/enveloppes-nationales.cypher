// title: Enveloppes nationales
// question: Quelles enveloppes nationales le plan cite-t-il, et à propos de quoi ?
// description: À part de l'argent local, et sans total : personne ne sait ce qui en viendra au territoire. Une enveloppe dite par deux documents compte une fois (le montant le plus élevé s'ils diffèrent) ; la phrase est celle du premier.
// params: plan: string = null
// columns: source: string, financeurs: list, montant: integer, destination: string, phrase: string, lieu: string, document: string
MATCH (s:FundingSource)-[f:FUNDS {scope: 'national'}]->(t)
WHERE f.document STARTS WITH coalesce($plan + '/', '')
WITH s, t, f
ORDER BY f.document, f.reference, f.amount
WITH s, t, f.reference AS reference, max(f.amount) AS montant, head(collect(f)) AS first
RETURN s.name AS source,
       COLLECT { MATCH (s)<-[:PROVIDES]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS financeurs,
       montant,
       coalesce(t.title, t.text, t.name) AS destination,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       first.document AS document
ORDER BY coalesce(montant, 0) DESC, s.id, t.id, reference
