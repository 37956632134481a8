// title: Montants par objectif
// question: Combien d'argent local chaque objectif reçoit-il ?
// description: montant : ce qui va à l'objectif, à ses actions et aux outils qu'il est seul à mobiliser. partage : ce qui va à des outils mobilisés aussi par d'autres objectifs, donné en entier à chacun, donc à ne pas additionner. Ni enveloppe nationale, ni part d'un montant déjà compté, ni subvention à un acteur ; un montant dit par deux documents compte une fois (le plus élevé s'ils diffèrent). sans_montant : sources citées sans chiffre.
// params: plan: string = null
// columns: objectif: integer, titre: string, montant: integer, partage: integer, sans_montant: integer, sources: list, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, o
MATCH (o)-[:HAS_ACTION]->*(x:Objective|Action)
WITH DISTINCT p, o, x
MATCH (x)-[:USES]->{0,1}()<-[:PART_OF]-*(t:Objective|Action|Tool)
WITH DISTINCT p, o, t,
     EXISTS { MATCH (t:Tool)-[:PART_OF]->*(:Tool)<-[:USES]-()<-[:HAS_ACTION]-*(other:Objective) WHERE other <> o } AS shared
MATCH (t)<-[f:FUNDS]-(s:FundingSource)
WHERE coalesce(f.scope, 'local') <> 'national'
  AND NOT EXISTS {
    (t)-[:PART_OF]->+(:Tool)<-[g:FUNDS]-(s)
    WHERE g.amount IS NOT NULL AND g.of IS NULL AND coalesce(g.scope, 'local') <> 'national'
  }
WITH p, o, shared, t, s, f.reference AS reference, f.date AS date, f.object AS object, f.document AS document,
     sum(CASE WHEN f.of IS NULL THEN f.amount END) AS amount, count(f.amount) AS given
WITH p, o, shared, t, s, reference, date, object, max(amount) AS amount, max(given) AS given
ORDER BY s.id
WITH p, o,
     sum(CASE WHEN NOT shared THEN amount END) AS montant,
     sum(CASE WHEN shared THEN amount END) AS partage,
     collect(DISTINCT s) AS sources,
     collect(DISTINCT CASE WHEN given > 0 THEN s END) AS counted
RETURN o.number AS objectif,
       o.title AS titre,
       montant,
       partage,
       size(sources) - size(counted) AS sans_montant,
       [s IN sources | s.name] AS sources,
       p.id AS plan
ORDER BY p.id, o.position, o.id
