// title: Constats par document
// question: Combien de lignes non lues, de constats et de noms douteux chaque document a-t-il ?
// description: Des nombres seulement, tels que notés à la lecture du document ; à regarder : les constats qui ne sont pas de simple information ; noms_douteux : noms proches, composés ou laissés « à revoir » dans le registre. Le texte de chacun : maillage verifier ; les noms à trancher : maillage acteurs revue.
// params: plan: string = null
// columns: document: string, titre: string, lignes_non_lues: integer, constats: integer, a_regarder: integer, noms_douteux: integer, plan: string
MATCH (d:Document)
WHERE d.id STARTS WITH coalesce($plan + '/', '')
// Dans un texte JSON, un guillemet est toujours échappé : "code": n'y est jamais que le nom d'un champ.
WITH d, coalesce(d.findings, '') AS findings
RETURN d.name AS document,
       d.title AS titre,
       size(split(coalesce(d.unread, ''), '"locator":')) - 1 AS lignes_non_lues,
       size(split(findings, '"code":')) - 1 AS constats,
       size(split(findings, '"severity":')) - size(split(findings, '"severity": "info"')) AS a_regarder,
       size(split(findings, '"code": "nom-')) - 1 AS noms_douteux,
       split(d.id, '/')[0] AS plan
ORDER BY d.id
