// title: Montants par source de financement
// question: Qui paie combien, et par quel moyen ?
// description: Euros locaux seulement : ni enveloppe nationale, ni part d'un montant déjà compté, ni montant d'un sous-programme quand la même source est chiffrée pour tout le programme. Un montant dit par deux documents compte une fois ; si les deux ne disent pas le même, le plus élevé compte, et « divergents » le signale.
// params: plan: string = null
// columns: financeurs: list, source: string, nature: string, montant: integer, lignes: integer, divergents: integer
MATCH (s:FundingSource)-[f:FUNDS]->(t)
WHERE f.document STARTS WITH coalesce($plan + '/', '')
  AND f.amount IS NOT NULL
  AND f.of IS NULL
  AND coalesce(f.scope, 'local') <> 'national'
  AND NOT EXISTS {
    (t)-[:PART_OF]->+(:Tool)<-[g:FUNDS]-(s)
    WHERE g.amount IS NOT NULL AND g.of IS NULL AND coalesce(g.scope, 'local') <> 'national'
  }
WITH s, t, f.reference AS reference, f.date AS date, f.object AS object, f.document AS document, sum(f.amount) AS amount, count(*) AS lines
WITH s, t, reference, date, object, max(amount) AS amount, max(lines) AS lines, min(amount) < max(amount) AS differs
WITH s, sum(amount) AS montant, sum(lines) AS lignes, count(CASE WHEN differs THEN 1 END) AS divergents
RETURN COLLECT { MATCH (s)<-[:PROVIDES]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS financeurs,
       s.name AS source,
       s.kind AS nature,
       montant,
       lignes,
       divergents
ORDER BY montant DESC, s.id
