// title: Mesures nationales sans réponse locale
// question: Quelles mesures nationales le territoire n'a-t-il pas encore déclinées ?
// description: Pour les plans qui mettent en regard mesures nationales et réponses locales (comité interministériel des villes).
// params: plan: string = null
// columns: rubrique: string, mesure: string, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(m:Action {kind: 'mesure_nationale'})
WHERE ($plan IS NULL OR p.id = $plan) AND NOT EXISTS { (m)<-[:RESPONDS_TO]-(:Action) }
WITH DISTINCT p, m
RETURN m.heading AS rubrique, m.text AS mesure, p.id AS plan
ORDER BY p.id, m.id
