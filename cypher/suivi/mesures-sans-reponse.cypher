// title: Mesures nationales sans réponse locale
// question: Quelles mesures nationales le territoire n'a-t-il pas encore déclinées ?
// description: Pour les plans qui mettent en regard mesures nationales et réponses locales (comité interministériel des villes), dans l'ordre du document. rubrique : l'intertitre, ou à défaut l'objectif sous lequel la mesure est rangée.
// params: plan: string = null
// columns: axe: string, rubrique: string, mesure: string, plan: string
MATCH way = (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(m:Action)
WHERE $plan IS NULL OR p.id = $plan
WITH DISTINCT p, m,
     head([n IN nodes(way) WHERE n:Axis]) AS x,
     head([n IN nodes(way) WHERE n:Objective]) AS o,
     [n IN nodes(way) | n.position] AS place
WHERE m.kind = 'mesure_nationale' AND NOT EXISTS { (m)<-[:RESPONDS_TO]-(:Action) }
RETURN x.title AS axe, coalesce(m.heading, o.title) AS rubrique, coalesce(m.text, m.name) AS mesure, p.id AS plan
ORDER BY p.id, place, m.id
