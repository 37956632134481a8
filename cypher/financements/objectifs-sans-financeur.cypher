// title: Objectifs sans financeur
// question: Quels objectifs n'ont aucun financeur local, même sans montant ?
// description: Aucune source pour l'objectif, ses actions ou les outils qu'ils mobilisent (et leurs sous-programmes). Une enveloppe nationale citée ne suffit pas : elle est rappelée. Les subventions à un acteur ne disent pas leur objectif et ne comptent pas.
// params: plan: string = null
// columns: objectif: integer, titre: string, enveloppes_nationales: list, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
CALL (o) {
  MATCH (o)-[:HAS_ACTION]->*(x:Objective|Action)
  WITH DISTINCT x
  MATCH (x)-[:USES]->{0,1}()<-[:PART_OF]-*(t:Objective|Action|Tool)
  WITH DISTINCT t
  MATCH (t)<-[f:FUNDS]-(s:FundingSource)
  WITH DISTINCT s, coalesce(f.scope, 'local') = 'national' AS national
  ORDER BY s.id
  RETURN collect(CASE WHEN NOT national THEN s END) AS local, collect(CASE WHEN national THEN s.name END) AS enveloppes_nationales
}
WITH p, o, local, enveloppes_nationales
WHERE size(local) = 0
RETURN o.number AS objectif, o.title AS titre, enveloppes_nationales, p.id AS plan
ORDER BY p.id, o.position, o.id
