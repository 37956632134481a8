// title: Montants par source de financement
// question: Qui paie combien, et par quel moyen ?
// description: Euros locaux seulement : ni enveloppe nationale, ni part d'un montant déjà compté, ni montant d'un sous-programme quand la même source est chiffrée pour tout le programme. Un montant dit par deux documents compte une fois.
// params: plan: string = null
// columns: financeurs: list, source: string, nature: string, montant: integer, lignes: integer
MATCH (s:FundingSource)-[f:FUNDS]->(t)
WHERE f.amount IS NOT NULL
  AND f.of IS NULL
  AND coalesce(f.scope, 'local') <> 'national'
  AND ($plan IS NULL OR f.document STARTS WITH $plan + '/')
  AND NOT EXISTS { (t)-[:PART_OF]->+(:Tool)<-[g:FUNDS]-(s) WHERE g.amount IS NOT NULL }
WITH DISTINCT s, t, f.amount AS amount, f.reference AS reference, f.date AS date, f.object AS object
WITH s, sum(amount) AS montant, count(*) AS lignes
RETURN COLLECT { MATCH (s)<-[:PROVIDES]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS financeurs,
       s.name AS source,
       s.kind AS nature,
       montant,
       lignes
ORDER BY montant DESC, s.id
