"""Signs that two printed names may be one organisation: spelling, acronyms, abbreviations, containment.

Each sign is a small rule on two `Reading`s of a name; none merges anything, a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import fuzz

from graph.review.acronyms import expansions
from graph.text import STOP_WORDS, fold, initials, is_acronym

# Words that say what a body is, not which: two names that share only these share nothing.
_COMMON = frozenset(
    """club comite compagnie centre centres social sociale sociaux culturel
    culturelle groupe groupement maison maisons service services direction regie regies reseau federation union
    collectif ville commune communes mairie agglomeration communaute departement departemental departementale
    conseil region regional college lycee ecole ecoles groupe scolaire agence pole espace atelier quartier quartiers
    enfance jeunes jeunesse culture sport sports sportive action actions loisirs sante locale
    mission""".split()
)
_LEGAL = frozenset("association associations assoc asso ass scop scic sarl sas".split())
_WRITTEN_OUT = {"ctre": "centre", "ctr": "centre", "com": "commune", "dept": "departement", "cult": "culture"}
_SPELLING, _TOKEN = 90, 84
_AUTHORITIES = (
    ("département", re.compile(r"(?:le )?(?:departement|conseil departemental|cd ?\d\d)\b")),
    ("région", re.compile(r"(?:la )?(?:region|conseil regional)\b")),
    ("commune", re.compile(r"(?:la )?(?:ville|commune|mairie|municipalite)\b(?! (?:de )?quartier)")),
    ("agglomération", re.compile(r"(?:l')?(?:agglo|agglomeration|communaute d'agglomeration|metropole)\b")),
)


@dataclass(frozen=True)
class Reading:
    """A name as the rules look at it. `places` are words of places, which many names of one town share."""

    text: str
    places: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Folded words without articles, prepositions and legal form; numbers included, abbreviations written out."""
        found = [_WRITTEN_OUT.get(word, word) for word in re.findall(r"[\w+]+", fold(self.text))]
        return tuple(word for word in found if word not in STOP_WORDS and word not in _LEGAL) or tuple(found)

    @cached_property
    def own(self) -> frozenset[str]:
        """The words that tell which body it is."""
        return frozenset(word for word in self.words if word not in _COMMON)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers in the name: "ANPAA 73" is not "ANPAA 38"."""
        return frozenset(word for word in self.words if word.isdigit())

    @cached_property
    def acronym(self) -> str | None:
        """The first word where it is an acronym; in a name all in capitals, only one that is known tells itself."""
        first = re.match(r"[\w+.]+", self.text)
        word = first.group() if first else ""
        shouted = self.text.isupper() and " " in self.text
        return word if is_acronym(word) and (not shouted or expansions(word)) else None


@dataclass(frozen=True)
class Sign:
    """Why two names may be one: a code, a French sentence, and how strong it is (0 to 1)."""

    code: str
    french: str
    weight: float


def signs(a: Reading, b: Reading) -> list[Sign]:
    """Every sign that two names may be one, the strongest first; none where their numbers differ."""
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return []
    found = [rule(one, other) for rule in _RULES for one, other in ((a, b), (b, a))]
    strongest: dict[str, Sign] = {}
    for sign in filter(None, found):
        if sign.code not in strongest or sign.weight > strongest[sign.code].weight:
            strongest[sign.code] = sign
    return sorted(strongest.values(), key=lambda sign: (-sign.weight, sign.code))


def _spelling(a: Reading, b: Reading) -> Sign | None:
    """The same words but for a letter or two, in any order; the words that say which body must agree one by one."""
    if a.words == b.words:
        return Sign("orthographe", "mêmes mots, écrits autrement", 1.0)
    if not a.own or len(a.own) != len(b.own) or a.acronym == a.text or b.acronym == b.text:
        return None
    agree = all(any(_same_word(word, other) for other in b.own) for word in a.own)
    words, others = " ".join(a.words), " ".join(b.words)
    score = max(fuzz.ratio(words, others), fuzz.token_sort_ratio(words, others))
    if not agree or score < _SPELLING:
        return None
    return Sign("orthographe", f"noms presque identiques ({score:.0f} %)", 0.5 + score / 200)


def _same_word(word: str, other: str) -> bool:
    """Two spellings of a word, or its initial ("P" for "Paul")."""
    initial = min(len(word), len(other)) == 1 and word[0] == other[0]
    return initial or fuzz.ratio(word, other) >= _TOKEN


def _own_words(a: Reading, b: Reading) -> Sign | None:
    """The same words tell which body it is; those that tell what it is are more or fewer."""
    shared = (a.own & b.own) - a.places - b.places
    kinds = (set(a.words) - a.own, set(b.words) - b.own)
    if a.own == b.own and shared and kinds[0] != kinds[1] and (kinds[0] <= kinds[1]):
        return Sign("mots propres", "mêmes mots propres, à un mot courant près", 0.6)
    if len(shared) > 1 and len(shared) >= 0.6 * len(a.own | b.own) and a.own != b.own:
        return Sign("mots propres", f"mots en commun : {', '.join(sorted(shared))}", 0.45)
    return None


def _acronym(a: Reading, b: Reading) -> Sign | None:
    """ "CGLE" against "Chambéry - Grand Lac économie": the initials, all of them."""
    short = _letters(a.text)
    if a.acronym != a.text or len(short) < 2 or b.acronym == b.text or len(b.words) < 2:
        return None
    if short in (initials(b.text), _every_initial(b.text)):
        return Sign("sigle", f"« {a.text} » est fait des initiales de « {b.text} »", 0.85 if len(short) > 2 else 0.7)
    return None


def _national(a: Reading, b: Reading) -> Sign | None:
    """An acronym used all over France against its name."""
    names = expansions(a.acronym or "") if a.acronym == a.text else ()
    near = next((name for name in names if fuzz.token_sort_ratio(fold(name), fold(b.text)) >= _SPELLING), None)
    return Sign("sigle national", f"« {a.text} » abrège couramment « {near} »", 0.9) if near else None


def _head(a: Reading, b: Reading) -> Sign | None:
    """ "ME du Biollay" against "Maison de l'Enfance du Biollay": an acronym for the head, and the same end."""
    if a.acronym is None or a.acronym == a.text or b.acronym is not None:
        return None
    tail = a.words[1:]
    head = b.words[: len(b.words) - len(tail)]
    if not tail or b.words[-len(tail) :] != tail or len(head) < 2:
        return None
    short = _letters(a.acronym).lower()
    spelt = any(Reading(name).words == head for name in expansions(a.acronym))
    fits = spelt or short == "".join(word[0] for word in head)
    return Sign("sigle en tête", f"« {a.acronym} » abrège le début de « {b.text} »", 0.9) if fits else None


def _shortened(a: Reading, b: Reading) -> Sign | None:
    """ "Cristal H" against "Cristal Habitat", "Région AURA" against "Région Auvergne-Rhône-Alpes"."""
    if len(a.words) < 2:
        return None
    last, rest = a.words[-1], b.words[len(a.words) - 1 :]
    if a.words[:-1] != b.words[: len(a.words) - 1] or not rest or last == rest[0]:
        return None
    cut = len(rest) == 1 and rest[0].startswith(last)
    spelt = len(rest) > 1 and last == "".join(word[0] for word in rest)
    partly = len(rest) > 1 and len(last) > 2 and last[0] == rest[0][0] and _in_order(last, "".join(rest))
    if cut or spelt or partly:
        return Sign("abréviation", f"« {a.text} » abrège « {b.text} »", 0.85 if not partly else 0.7)
    return None


def _containment(a: Reading, b: Reading) -> Sign | None:
    """One name goes on where the other ends, or has one word before: "ANPAA" and "ANPAA 73", "Hub X" and "X"."""
    if not a.words or len(a.words) >= len(b.words):
        return None
    if b.words[: len(a.words)] == a.words:
        share = len(a.words) / len(b.words)
        weight = 0.6 + 0.2 * share if a.own else 0.45
        return Sign("contenu", f"« {b.text} » précise « {a.text} »", weight)
    after_head = a.own and b.words[1:] == a.words and not re.search(r"^\w+ (?:de|du|des|d')\b", fold(b.text))
    return Sign("contenu", f"« {a.text} » est contenu dans « {b.text} »", 0.6) if after_head else None


def _institution(a: Reading, b: Reading) -> Sign | None:
    """ "Département" and "Conseil départemental de la Savoie": one authority, named by its territory or its council."""
    kind = authority(a)
    if kind is None or kind != authority(b) or a.words == b.words:
        return None
    differ = a.own and b.own and a.own != b.own
    return None if differ else Sign("collectivité", f"deux façons de nommer une collectivité ({kind})", 0.6)


def authority(name: Reading) -> str | None:
    """The kind of local authority that a name begins with, if any."""
    folded = fold(name.text)
    return next((kind for kind, words in _AUTHORITIES if words.match(folded)), None)


def _letters(text: str) -> str:
    return re.sub(r"[^A-Z]", "", fold(text).upper())


def _every_initial(text: str) -> str:
    return "".join(word[0] for word in re.findall(r"[a-z]+", fold(text))).upper()


def _in_order(short: str, long: str) -> bool:
    rest = iter(long)
    return all(letter in rest for letter in short)


_RULES = (_spelling, _own_words, _acronym, _national, _head, _shortened, _containment, _institution)
