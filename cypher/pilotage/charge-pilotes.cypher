// title: Charge des pilotes
// question: Combien d'objectifs chaque pilote porte-t-il, et combien porte-t-il seul ?
// description: Une ligne par pilote et par plan ; « seul » : sans autre pilote, même générique. La liste donne les numéros imprimés, le titre ou le texte à défaut. « niveau » vaut objectif, action ou tous ; par défaut les objectifs, ou les actions pour un plan qui ne nomme personne aux objectifs. Les pilotes génériques sont signalés.
// params: niveau: string = null, plan: string = null
// columns: acteur: string, type: string, generique: boolean, nombre: integer, seul: integer, liste: list, niveau: string, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
WITH p, coalesce($niveau, CASE WHEN EXISTS { (p)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(:Objective)<-[:PILOTS|PARTNERS]-() } THEN 'objectif' ELSE 'action' END) AS niveau
MATCH (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(t:Objective|Action)
WHERE niveau IN ['tous', CASE WHEN t:Objective THEN 'objectif' ELSE 'action' END]
WITH DISTINCT p, niveau, t
MATCH (t)<-[:PILOTS]-(a:Actor)
WITH p, niveau, t, collect(DISTINCT a) AS pilots
ORDER BY t.position, t.id
UNWIND pilots AS a
WITH p, niveau, a,
     count(t) AS nombre,
     count(CASE WHEN size(pilots) = 1 THEN 1 END) AS seul,
     collect(coalesce(toString(t.number), t.title, t.text, t.name)) AS liste
RETURN a.name AS acteur, a.kind AS type, coalesce(a.generic, false) AS generique, nombre, seul, liste, niveau, p.id AS plan
ORDER BY p.id, nombre DESC, a.id
