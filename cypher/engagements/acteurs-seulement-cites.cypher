// title: Acteurs cités sans rôle
// question: Qui est cité dans le plan sans être ni pilote ni partenaire de rien ?
// description: Des acteurs à associer, ou un rôle que le texte ne dit pas ; la première phrase et son lieu. Les acteurs génériques ne comptent pas.
// params: plan: string = null
// columns: acteur: string, type: string, citations: integer, phrase: string, lieu: string, document: string
MATCH (a:Actor)-[m:MENTIONED_IN]->(t)
WHERE NOT coalesce(a.generic, false)
  AND ($plan IS NULL OR m.document STARTS WITH $plan + '/')
  AND NOT EXISTS {
    (a)-[r:PILOTS|PARTNERS]->()
    WHERE $plan IS NULL OR r.document STARTS WITH $plan + '/'
  }
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
