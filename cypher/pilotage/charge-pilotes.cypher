// title: Charge des pilotes
// question: Combien d'objectifs chaque pilote porte-t-il, et combien porte-t-il seul ?
// description: « seul » : sans autre pilote, même générique. La liste donne les numéros imprimés (le titre à défaut) ; avec plusieurs plans, préciser le plan.
// params: plan: string = null
// columns: acteur: string, type: string, generique: boolean, objectifs: integer, seul: integer, liste: list
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)<-[:PILOTS]-(a:Actor)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT a, o
WITH a, o, COUNT { MATCH (o)<-[:PILOTS]-(other:Actor) RETURN DISTINCT other } AS pilots
ORDER BY o.position, o.id
WITH a,
     count(o) AS objectifs,
     count(CASE WHEN pilots = 1 THEN 1 END) AS seul,
     collect(coalesce(toString(o.number), o.title)) AS liste
RETURN a.name AS acteur, a.kind AS type, coalesce(a.generic, false) AS generique, objectifs, seul, liste
ORDER BY objectifs DESC, a.id
