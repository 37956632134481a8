// title: Prêts et autres financements
// question: Quelle part de l'argent annoncé faudra-t-il rembourser ?
// description: Par plan : prêts, hors prêts (subventions, participations, fonds européens…) et sources dont le texte ne dit pas la nature. Euros locaux, comptés comme dans « Montants par source de financement ». part : de 0 à 1, du total du plan.
// params: plan: string = null
// columns: categorie: string, montant: integer, part: float, sources: list, plan: string
MATCH (s:FundingSource)-[f:FUNDS]->(t)
WHERE f.document STARTS WITH coalesce($plan + '/', '')
  AND f.amount IS NOT NULL
  AND f.of IS NULL
  AND coalesce(f.scope, 'local') <> 'national'
  AND NOT EXISTS {
    (t)-[:PART_OF]->+(:Tool)<-[g:FUNDS]-(s)
    WHERE g.amount IS NOT NULL AND g.of IS NULL AND coalesce(g.scope, 'local') <> 'national'
  }
WITH split(f.document, '/')[0] AS plan, s, t, f.reference AS reference, f.date AS date, f.object AS object, f.document AS document, sum(f.amount) AS amount
WITH plan, s, t, reference, date, object, max(amount) AS amount
WITH plan, s, sum(amount) AS amount
ORDER BY amount DESC, s.id
WITH plan, CASE coalesce(s.kind, 'inconnu') WHEN 'prêt' THEN 0 WHEN 'inconnu' THEN 2 ELSE 1 END AS rank, s, amount
WITH plan, rank, sum(amount) AS montant, collect(s.name) AS sources
WITH plan, sum(montant) AS total, collect({rank: rank, montant: montant, sources: sources}) AS groups
UNWIND range(0, 2) AS rank
WITH plan, total, rank, head([one IN groups WHERE one.rank = rank]) AS found
RETURN ['prêts', 'hors prêts', 'nature non dite'][rank] AS categorie,
       coalesce(found.montant, 0) AS montant,
       CASE WHEN total > 0 THEN round(1.0 * coalesce(found.montant, 0) / total, 3) END AS part,
       coalesce(found.sources, []) AS sources,
       plan
ORDER BY plan, rank
