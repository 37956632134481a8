// title: Acteurs cités sans rôle
// question: Qui est cité dans le plan sans être ni pilote ni partenaire de rien ?
// description: Des acteurs à associer, ou un rôle que le texte ne dit pas ; objectifs et actions où l'acteur est cité, la première phrase et son lieu. Les acteurs génériques ne comptent pas.
// params: plan: string = null
// columns: acteur: string, type: string, citations: integer, phrase: string, lieu: string, document: string
MATCH (a:Actor)-[m:MENTIONED_IN]->(t)
WHERE m.document STARTS WITH coalesce($plan + '/', '')
  AND NOT coalesce(a.generic, false)
  AND NOT EXISTS { (a)-[r:PILOTS|PARTNERS]->() WHERE r.document STARTS WITH coalesce($plan + '/', '') }
WITH a, t, m
ORDER BY m.document, t.id
WITH a, count(DISTINCT t) AS citations, head(collect(m)) AS first
RETURN a.name AS acteur,
       a.kind AS type,
       citations,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       first.document AS document
ORDER BY citations DESC, a.id
