// title: Actions presque identiques
// question: Quelles actions d'un même plan disent presque la même chose ?
// description: Calcul simple sur le texte : mots de trois lettres et plus et nombres, en minuscules, sans accent ni ponctuation ; ressemblance = mots communs / mots des deux textes, de 0 à 1, à partir de « seuil ». Deux actions peuvent dire la même chose avec d'autres mots : elles n'y sont pas.
// params: seuil: float = 0.8, plan: string = null
// columns: objectif_1: integer, action_1: string, objectif_2: integer, action_2: string, ressemblance: float, plan: string
MATCH (p:Plan)
WHERE $plan IS NULL OR p.id = $plan
CALL (p) {
  MATCH way = (p)-[:HAS_AXIS|HAS_OBJECTIVE|HAS_ACTION]->+(x:Action)
  WITH DISTINCT x, head([n IN nodes(way) WHERE n:Objective]) AS o, [n IN nodes(way) | n.position] AS place
  ORDER BY place, x.id
  WITH collect({action: x, objective: o}) AS actions
  UNWIND range(0, size(actions) - 1) AS i
  WITH i, actions[i].action AS x, actions[i].objective AS o
  WITH i, x, o, reduce(text = replace(toLower(normalize(coalesce(x.text, x.name), NFD)), 'œ', 'oe'),
    mark IN ['\u0300', '\u0301', '\u0302', '\u0308', '\u0327'] | replace(text, mark, '')) AS text
  UNWIND split(reduce(text = text,
    sign IN ["'", '’', '-', '–', '‑', '.', ',', ';', ':', '!', '?', '/', '(', ')', '"', '«', '»', '+', '&', '\n'] | replace(text, sign, ' ')), ' ') AS word
  WITH DISTINCT i, x, o, word
  WHERE size(word) > 2 OR toInteger(word) IS NOT NULL
  ORDER BY size(word) DESC, word
  WITH i, x, o, collect(word) AS words
  // Deux textes assez semblables ont au moins un mot commun parmi les premiers de chacun, rangés dans le même ordre.
  UNWIND words[0..size(words) - toInteger(ceil($seuil * size(words))) + 1] AS word
  WITH word, collect({rank: i, action: x, objective: o, words: words}) AS holders
  UNWIND holders AS one
  UNWIND holders AS other
  WITH DISTINCT one, other
  WHERE one.rank < other.rank
  WITH one, other, size([word IN one.words WHERE word IN other.words]) AS shared
  WITH one, other, round(1.0 * shared / (size(one.words) + size(other.words) - shared), 2) AS ressemblance
  WHERE ressemblance >= $seuil
  RETURN one, other, ressemblance
}
RETURN one.objective.number AS objectif_1,
       coalesce(one.action.text, one.action.name) AS action_1,
       other.objective.number AS objectif_2,
       coalesce(other.action.text, other.action.name) AS action_2,
       ressemblance,
       p.id AS plan
ORDER BY p.id, ressemblance DESC, one.rank, other.rank
