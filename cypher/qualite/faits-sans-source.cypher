// title: Faits sans source
// question: Quels faits ne peuvent pas être retrouvés dans leur document ?
// description: Liens dont la phrase ou l'emplacement manque (le document, lui, est toujours connu) : rôles, argent, citations, outils, lieux, appartenances, réponses. La structure du plan (axes, objectifs, actions) n'y est pas.
// params: plan: string = null
// columns: relation: string, de: string, vers: string, manque: string, document: string
MATCH (a)-[r:PILOTS|PARTNERS|FUNDS|PROVIDES|MENTIONED_IN|PART_OF|USES|OPERATES|LOCATED_IN|RESPONDS_TO]->(b)
WHERE r.document STARTS WITH coalesce($plan + '/', '')
WITH a, r, b,
     all(words IN coalesce(r.quotes, []) WHERE trim(words) = '') AS unquoted,
     all(words IN coalesce(r.locators, []) WHERE trim(words) = '') AS unplaced
WHERE unquoted OR unplaced
RETURN {PILOTS: 'pilote', PARTNERS: 'est partenaire de', FUNDS: 'finance', PROVIDES: 'apporte', MENTIONED_IN: 'est cité dans',
        PART_OF: 'fait partie de', USES: 'mobilise', OPERATES: 'met en œuvre', LOCATED_IN: 'se situe à',
        RESPONDS_TO: 'répond à'}[type(r)] AS relation,
       coalesce(a.title, a.text, a.name) AS de,
       coalesce(b.title, b.text, b.name) AS vers,
       CASE WHEN unquoted AND unplaced THEN 'phrase et emplacement' WHEN unquoted THEN 'phrase' ELSE 'emplacement' END AS manque,
       r.document AS document
ORDER BY document, type(r), a.id, b.id, r.reference
