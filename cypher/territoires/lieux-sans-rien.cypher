// title: Lieux oubliés
// question: Quels lieux cités n'ont aucune action, ou des actions sans personne ?
// description: Lieux que le plan nomme sans rien y situer (ni dans un lieu qui en fait partie), ou dont aucune action ne nomme d'acteur engagé ; les acteurs génériques et ceux de l'objectif en général ne comptent pas. emplacement : où le document le nomme.
// params: plan: string = null
// columns: lieu: string, nature: string, code: string, manque: string, actions: integer, emplacement: string, plan: string
MATCH (l:Place)-[s:STATED_IN]->(d:Document)
WHERE s.document STARTS WITH coalesce($plan + '/', '')
WITH l, s
ORDER BY s.document
WITH l, split(s.document, '/')[0] AS plan, head(collect(s.locators[0])) AS emplacement
CALL (l, plan) {
  MATCH (l)<-[:PART_OF]-*(:Place)<-[:LOCATED_IN]-(t:Objective|Action)
  WHERE t.id STARTS WITH plan + '/'
  WITH DISTINCT t
  RETURN count(t) AS actions,
         count(CASE WHEN EXISTS { (t)<-[:PILOTS|PARTNERS]-(a:Actor) WHERE NOT coalesce(a.generic, false) } THEN 1 END) AS named
}
WITH l, plan, emplacement, actions, named
WHERE named = 0
RETURN l.name AS lieu,
       l.kind AS nature,
       l.code AS code,
       CASE actions WHEN 0 THEN 'aucune action' ELSE 'aucun acteur nommé' END AS manque,
       actions,
       emplacement,
       plan
ORDER BY plan, manque, l.id
