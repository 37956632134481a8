// title: Acteurs cités une seule fois
// question: Quels acteurs un seul endroit nomme-t-il ?
// description: Un seul endroit des documents du plan (une ligne, une cellule), quel que soit le rôle : souvent la variante d'un nom connu, parfois une faute, parfois un partenaire à mieux associer. Les acteurs génériques ne comptent pas ; sans « plan », un acteur de deux plans est cité deux fois.
// params: plan: string = null
// columns: acteur: string, type: string, mention: string, lieu: string, document: string
MATCH (a:Actor)-[s:STATED_IN]->(:Document)
WHERE s.document STARTS WITH coalesce($plan + '/', '') AND NOT coalesce(a.generic, false)
UNWIND coalesce(s.locators, [null]) AS locator
WITH a, collect(DISTINCT [s.document, locator]) AS places, min(s.quotes[0]) AS mention
WHERE size(places) = 1
RETURN a.name AS acteur, a.kind AS type, mention, places[0][1] AS lieu, places[0][0] AS document
ORDER BY document, a.id
