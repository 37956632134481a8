// title: Montants annoncés et montants ventilés
// question: Que reste-t-il à expliquer des montants annoncés ?
// description: Par programme au montant annoncé : la somme de ses financeurs locaux, ou à défaut de ceux de ses sous-programmes. Un reste négatif : les financeurs dépassent l'annonce. Ni enveloppe nationale, ni part d'un montant déjà compté ; un montant dit par deux documents compte une fois (le plus élevé s'ils diffèrent). sous_programmes : leurs noms ; annonce_sous_programmes : la somme de leurs propres annonces.
// params: plan: string = null
// columns: programme: string, annonce: integer, ventile: integer, reste: integer, sous_programmes: list, annonce_sous_programmes: integer, plan: string
MATCH (t:Tool)
WHERE t.id STARTS WITH coalesce($plan + '/', '')
  AND t.announced_amount IS NOT NULL
  AND NOT EXISTS { (t)-[:PART_OF]->+(whole:Tool) WHERE whole.announced_amount IS NOT NULL }
CALL (t) {
  MATCH (part:Tool)-[:PART_OF]->*(t)
  WITH DISTINCT t, part
  MATCH (s:FundingSource)-[f:FUNDS]->(part)
  WHERE f.amount IS NOT NULL AND f.of IS NULL AND coalesce(f.scope, 'local') <> 'national'
    AND NOT EXISTS {
      (part)-[:PART_OF]->+(:Tool)<-[g:FUNDS]-(s)
      WHERE g.amount IS NOT NULL AND g.of IS NULL AND coalesce(g.scope, 'local') <> 'national'
    }
  WITH t, part, s, f.reference AS reference, f.date AS date, f.object AS object, f.document AS document, sum(f.amount) AS amount
  WITH t, part, s, reference, date, object, max(amount) AS amount
  RETURN sum(CASE WHEN part = t THEN amount END) AS direct, sum(CASE WHEN part <> t THEN amount END) AS below
}
WITH t,
     CASE WHEN direct > 0 THEN direct ELSE below END AS ventile,
     COLLECT { MATCH (part:Tool)-[:PART_OF]->+(t) WITH DISTINCT part ORDER BY part.id RETURN part } AS parts,
     COLLECT {
       MATCH (part:Tool)-[:PART_OF]->(t)
       WHERE part.announced_amount IS NOT NULL
       WITH DISTINCT part
       RETURN part.announced_amount
     } AS announced
RETURN t.name AS programme,
       t.announced_amount AS annonce,
       ventile,
       t.announced_amount - ventile AS reste,
       [part IN parts | part.name] AS sous_programmes,
       CASE WHEN size(announced) > 0 THEN reduce(total = 0, amount IN announced | total + amount) END AS annonce_sous_programmes,
       split(t.id, '/')[0] AS plan
ORDER BY reste DESC, t.id
