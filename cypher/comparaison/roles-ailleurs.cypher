// title: Rôles dans les autres plans
// question: Que font les acteurs de ce plan dans les autres plans ?
// description: Une ligne par rôle d'un acteur commun dans un autre plan que « plan » (dans tous ses plans si aucun n'est donné) : pilote, partenaire, cité, met en œuvre, finance ; avec la phrase du premier document qui le dit. « acteur » n'en garde qu'un. Les acteurs génériques ne comptent pas ; un service compte à part de son organisation.
// params: acteur: string = null, plan: string = null
// columns: acteur: string, plan: string, role: string, objectif: integer, cible: string, fondement: string, phrase: string, lieu: string, document: string
MATCH (a:Actor)-[s:STATED_IN]->(:Document)
WHERE a.id STARTS WITH coalesce($acteur, '') AND a.id = coalesce($acteur, a.id)
  AND s.document STARTS WITH coalesce($plan + '/', '')
  AND NOT coalesce(a.generic, false)
WITH DISTINCT a
MATCH (a)-[s:STATED_IN]->(:Document)
WITH a, collect(DISTINCT split(s.document, '/')[0]) AS plans
WHERE size(plans) > 1
CALL (a) {
  MATCH (a)-[r:PILOTS|PARTNERS|MENTIONED_IN|OPERATES]->(t)
  RETURN r, t
  UNION
  MATCH (a)-[:PROVIDES]->(:FundingSource)-[r:FUNDS]->(t)
  RETURN r, t
}
WITH a, r, t, split(r.document, '/')[0] AS plan, ['PILOTS', 'PARTNERS', 'OPERATES', 'FUNDS', 'MENTIONED_IN'] AS types
WHERE $plan IS NULL OR plan <> $plan
WITH a, plan, t, types, r
ORDER BY coalesce(r.basis, 'stated') DESC, r.document
WITH a, plan, t, reduce(found = 0, i IN range(0, 4) | CASE WHEN types[i] = type(r) THEN i ELSE found END) AS rank, head(collect(r)) AS first
WITH a, plan, t, rank, first, head(COLLECT { MATCH (o:Objective)-[:HAS_ACTION]->*(t) RETURN DISTINCT o }) AS o
RETURN a.name AS acteur,
       plan,
       ['pilote', 'partenaire', 'met en œuvre', 'finance', 'cité'][rank] AS role,
       o.number AS objectif,
       coalesce(t.title, t.text, t.name) AS cible,
       CASE WHEN rank > 1 THEN null WHEN first.basis = 'inferred' THEN 'déduit' ELSE 'écrit' END AS fondement,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       first.document AS document
ORDER BY a.id, plan, rank, o.position, t.id
