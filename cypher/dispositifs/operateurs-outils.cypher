// title: Qui met en œuvre quel outil
// question: Quel acteur met en œuvre quel outil, et pour quels objectifs ?
// description: Une ligne par outil et par acteur que le texte dit à la manœuvre, avec la phrase du premier document. objectifs : ceux qui mobilisent l'outil, eux-mêmes ou par leurs actions (numéros imprimés, titre à défaut). Les outils dont le texte ne nomme pas l'opérateur n'y sont pas ; les acteurs génériques sont signalés.
// params: plan: string = null
// columns: outil: string, acteur: string, type: string, generique: boolean, objectifs: list, phrase: string, lieu: string, plan: string
MATCH (a:Actor)-[r:OPERATES]->(t:Tool)
WHERE r.document STARTS WITH coalesce($plan + '/', '')
WITH a, t, r
ORDER BY r.document
WITH a, t, head(collect(r)) AS first
RETURN t.name AS outil,
       a.name AS acteur,
       a.kind AS type,
       coalesce(a.generic, false) AS generique,
       COLLECT {
         MATCH (t)<-[:USES]-(x:Objective|Action)
         WITH DISTINCT x
         MATCH (x)<-[:HAS_ACTION]-*(o:Objective)
         WITH DISTINCT o ORDER BY o.position, o.id
         RETURN coalesce(toString(o.number), o.title)
       } AS objectifs,
       first.quotes[0] AS phrase,
       first.locators[0] AS lieu,
       split(t.id, '/')[0] AS plan
ORDER BY plan, t.id, a.id
