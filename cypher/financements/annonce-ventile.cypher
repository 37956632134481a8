// title: Montants annoncés et montants ventilés
// question: Que reste-t-il à expliquer des montants annoncés ?
// description: Par programme au montant annoncé : la somme de ses financeurs locaux, ou à défaut de ceux de ses sous-programmes. Un reste négatif : les financeurs dépassent l'annonce.
// params: plan: string = null
// columns: programme: string, annonce: integer, ventile: integer, reste: integer, sous_programmes: list
MATCH (t:Tool)
WHERE t.announced_amount IS NOT NULL
  AND ($plan IS NULL OR t.id STARTS WITH $plan + '/')
  AND NOT EXISTS { (t)-[:PART_OF]->+(whole:Tool) WHERE whole.announced_amount IS NOT NULL }
CALL (t) {
  MATCH (part:Tool)-[:PART_OF]->*(t)
  MATCH (s:FundingSource)-[f:FUNDS]->(part)
  WHERE f.amount IS NOT NULL AND f.of IS NULL AND coalesce(f.scope, 'local') <> 'national'
  WITH DISTINCT part, s, f.amount AS amount, f.reference AS reference, f.date AS date, f.object AS object
  RETURN sum(CASE WHEN part = t THEN amount END) AS direct, sum(CASE WHEN part <> t THEN amount END) AS below
}
WITH t, CASE WHEN direct > 0 THEN direct ELSE below END AS ventile
RETURN t.name AS programme,
       t.announced_amount AS annonce,
       ventile,
       t.announced_amount - ventile AS reste,
       COLLECT { MATCH (part:Tool)-[:PART_OF]->+(t) WITH DISTINCT part ORDER BY part.id RETURN part.name } AS sous_programmes
ORDER BY reste DESC, t.id
