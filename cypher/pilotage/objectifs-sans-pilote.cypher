// title: Objectifs sans pilote nommé
// question: Quels objectifs n'ont aucun pilote que l'on puisse appeler ?
// description: Sans pilote, ou avec des pilotes seulement génériques (« communes »), alors cités ; partenaires : nombre d'acteurs qui y aident, génériques compris.
// params: plan: string = null
// columns: objectif: integer, titre: string, pilotes_generiques: list, partenaires: integer, plan: string
MATCH (p:Plan)-[:HAS_AXIS|HAS_OBJECTIVE]->{1,2}(o:Objective)
WHERE ($plan IS NULL OR p.id = $plan)
  AND NOT EXISTS { (o)<-[:PILOTS]-(a:Actor) WHERE NOT coalesce(a.generic, false) }
WITH DISTINCT p, o
RETURN o.number AS objectif,
       o.title AS titre,
       COLLECT { MATCH (o)<-[:PILOTS]-(a:Actor) WITH DISTINCT a ORDER BY a.id RETURN a.name } AS pilotes_generiques,
       COUNT { MATCH (o)<-[:PARTNERS]-(a:Actor) RETURN DISTINCT a } AS partenaires,
       p.id AS plan
ORDER BY p.id, o.position
