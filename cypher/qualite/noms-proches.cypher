// title: Noms d'acteurs proches
// question: Quels acteurs d'un même plan ont presque le même nom ?
// description: Calcul simple sur le nom affiché : mots en minuscules, sans accent, ponctuation, pluriel en s ni petits mots (de, la, les…) ; ressemblance = mots communs / mots des deux noms, de 0 à 1, à partir de « seuil ». Ni sigles, ni fautes de frappe : pour ceux-là, maillage acteurs revue. Le nom d'un service est pris sans celui de son organisation, et deux services d'organisations différentes ne sont pas comparés.
// params: seuil: float = 0.5, plan: string = null
// columns: acteur_1: string, acteur_2: string, ressemblance: float, engagements_1: integer, engagements_2: integer, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
CALL (p) {
  MATCH (a:Actor)-[s:STATED_IN]->(:Document)
  WHERE s.document STARTS WITH p.id + '/'
  WITH DISTINCT a, CASE WHEN a.id CONTAINS '/' THEN left(a.id, size(a.id) - size(split(a.id, '/')[-1]) - 1) END AS parent
  OPTIONAL MATCH (owner:Actor {id: parent})
  WITH a, owner.id AS owner, CASE WHEN owner IS NULL THEN a.name ELSE split(a.name, ' (')[0] END AS name
  WITH a, owner, reduce(name = replace(toLower(normalize(name, NFD)), 'œ', 'oe'),
    mark IN ['\u0300', '\u0301', '\u0302', '\u0308', '\u0327'] | replace(name, mark, '')) AS name
  UNWIND split(reduce(name = name,
    sign IN ["'", '’', '-', '–', '‑', '.', ',', '/', '(', ')', '"', '«', '»', '+', '&'] | replace(name, sign, ' ')), ' ') AS word
  WITH a, owner, CASE WHEN size(word) > 3 AND word ENDS WITH 's' THEN left(word, size(word) - 1) ELSE word END AS word
  WHERE NOT word IN ['', 'a', 'au', 'aux', 'd', 'dan', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'pour', 'sur', 'un', 'une']
  WITH a, owner, collect(DISTINCT word) AS words
  WITH collect({actor: a, owner: owner, words: words}) AS names
  UNWIND names AS one
  UNWIND one.words AS word
  WITH word, collect(one) AS holders
  UNWIND holders AS one
  UNWIND holders AS other
  WITH one.actor AS a, one.owner AS owner, one.words AS words, other.actor AS b, other.owner AS other_owner, other.words AS other_words, word
  WHERE a.id < b.id AND (owner IS NULL OR other_owner IS NULL OR owner = other_owner)
  WITH a, b, size(words) + size(other_words) AS sizes, collect(word) AS communs
  WITH a, b, communs, round(1.0 * size(communs) / (sizes - size(communs)), 2) AS ressemblance
  WHERE ressemblance >= $seuil
    AND NOT b.id STARTS WITH a.id + '/'
    AND NOT EXISTS { (a)-[:PART_OF]->+(b) }
    AND NOT EXISTS { (b)-[:PART_OF]->+(a) }
  RETURN a, b, communs, ressemblance
}
RETURN a.name AS acteur_1,
       b.name AS acteur_2,
       ressemblance,
       COUNT { MATCH (a)-[:PILOTS|PARTNERS]->(t) WHERE t.id STARTS WITH p.id + '/' RETURN DISTINCT t } AS engagements_1,
       COUNT { MATCH (b)-[:PILOTS|PARTNERS]->(t) WHERE t.id STARTS WITH p.id + '/' RETURN DISTINCT t } AS engagements_2,
       p.id AS plan
ORDER BY p.id, ressemblance DESC, a.id, b.id
