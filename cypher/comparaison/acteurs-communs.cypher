// title: Acteurs communs à deux plans
// question: Quels acteurs se retrouvent dans plusieurs plans, et avec quel poids dans chacun ?
// description: Une ligne par acteur et par plan : objectifs et actions qu'il pilote, dont il est partenaire, ce qu'il finance (objectifs, actions, outils, acteurs), et où il est seulement cité. « plan » : ceux que ce plan partage avec un autre ; « autre » : avec celui-là seulement. Seul un organisme national, ou rapproché dans le registre, est le même d'un territoire à l'autre : deux homonymes sont deux acteurs. Les acteurs génériques ne comptent pas.
// params: plan: string = null, autre: string = null
// columns: acteur: string, type: string, plans: integer, plan: string, pilote: integer, partenaire: integer, finance: integer, cite: integer
MATCH (a:Actor)-[s:STATED_IN]->(:Document)
WHERE s.document STARTS WITH coalesce($plan + '/', '') AND NOT coalesce(a.generic, false)
WITH DISTINCT a
MATCH (a)-[s:STATED_IN]->(:Document)
WITH a, collect(DISTINCT split(s.document, '/')[0]) AS plans
WHERE size(plans) > 1 AND ($autre IS NULL OR $autre IN plans)
CALL (a) {
  MATCH (a)-[r:STATED_IN|PILOTS|PARTNERS|MENTIONED_IN]->(t)
  RETURN split(r.document, '/')[0] AS plan, t, type(r) AS type
  UNION
  MATCH (a)-[:PROVIDES]->(:FundingSource)-[r:FUNDS]->(t)
  RETURN split(r.document, '/')[0] AS plan, t, type(r) AS type
}
WITH a, plans, plan, t, collect(type) AS types
WHERE $autre IS NULL OR plan IN [$autre, coalesce($plan, plan)]
WITH a, size(plans) AS plans, plan,
     count(CASE WHEN 'PILOTS' IN types THEN 1 END) AS pilote,
     count(CASE WHEN 'PARTNERS' IN types THEN 1 END) AS partenaire,
     count(CASE WHEN 'FUNDS' IN types THEN 1 END) AS finance,
     count(CASE WHEN 'MENTIONED_IN' IN types AND NOT 'PILOTS' IN types AND NOT 'PARTNERS' IN types THEN 1 END) AS cite
RETURN a.name AS acteur, a.kind AS type, plans, plan, pilote, partenaire, finance, cite
ORDER BY plans DESC, a.id, plan
