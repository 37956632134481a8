"""Sums in the cells of columns that hold them: "45 000", "12,5 k€", "environ 3 M€", "40 %"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.text import fold, plain_punctuation
from loaders.words.money import amounts, euros
from loaders.words.names import PLACEHOLDERS

_FIGURE = re.compile(r"[+]?(?P<number>\d{1,3}(?:[ .']\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)")
_BARE = re.compile(
    rf"{_FIGURE.pattern}\s*(?P<unit>(?:[km]\s?)?(?:€|eur(?:os?)?)|[km](?=\W|$)|(?:milliers|millions) d'euros)?"
    r"\s*(?:(?:h\.?t|t\.?t\.?c)\.?)?\s*(?:\([^)]*\))?\s*[.*;,]*$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:environ|env\.?|approx\w*\.?|autour de|pres de|estimee? a|~|≈|±)\s*|\s*\(?(?:environ|env\.?)\)?$"
)
_SHARE = re.compile(r"(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%\s*(?:\([^)]*\))?$")
_YEARLY = re.compile(
    r"\bpar an\b|/ ?an\b|\bannue(?:l|lle|ls)\b|\bchaque annee\b|\bpar (?:mois|trimestre|semestre)\b|/ ?mois\b"
)
_RANGE = re.compile(
    r"\bentre\b|\d\s*(?:€|[km]€)?\s*(?:a|ou|-|/)\s*\d|\bou\b|[<>]|\b(?:plus|moins|jusqu'a|maximum|minimum)\b"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d\b|\d{1,2}/\d{1,2}/\d{2,4}$")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+$")
_UNSAID = re.compile(
    r"(?:a |en |non |pas )?(?:chiffr|estim|calcul|evalu|determin|defin|precis|communiqu|connu|renseign|confirm|etud"
    r"|negoci|trouv|recherch|ventil|budget)\w*(?: \D{0,30})?$"
    r"|(?:sans|aucun|pas de)\b\D{0,30}$|n\.?\s?[cd]\.?$|gratuit\w*$|\?+$|moyens (?:constants|humains|internes|propres)$"
    r"|(?:refus|rejet|non retenu|ajourn|sollicit|demand|attendu|esper|pressenti|en attente|en cours|en discussion)"
    r"\w*\D{0,20}$"
    r"|(?:temps|fonctionnement) (?:agent|courant)\w*$"
)
_UNITS = {1: "€", 10**3: "k€", 10**6: "M€"}
_LARGEST = 10**12


@dataclass(frozen=True)
class Sum:
    """What a cell of money says: integer euros or a share (0 to 1), or neither; `why` then says so in French.

    With euros, `why` is a doubt about them. `unsaid`: the cell says that the sum is not known yet; `alone`: it
    holds nothing but the sum.
    """

    euros: int | None = None
    share: float | None = None
    why: str = ""
    unsaid: bool = False
    alone: bool = False


@lru_cache(maxsize=1 << 14)
def read_sum(cell: str, factor: int = 1) -> Sum:
    """The sum that a cell of a column of money says. `factor`: euros that its label gives to a figure of 1."""
    words = " ".join(plain_punctuation(cell).split())
    folded = fold(words)
    if PLACEHOLDERS.match(folded) or _UNSAID.match(folded):
        return Sum(unsaid=True)
    if _DAY.match(folded):
        return Sum(why="une date")
    if (share := _SHARE.match(folded)) is not None:
        return Sum(share=min(float(share["share"].replace(",", ".")) / 100, 1.0))
    bare = _YEARLY.sub("", _ABOUT.sub("", folded)).strip()
    given = _figure(bare, factor)
    if given.euros is not None and _YEARLY.search(folded):
        return replace(given, why="somme d'une année")
    return replace(given, why="montant approché") if given.euros is not None and _ABOUT.search(folded) else given


def _figure(folded: str, factor: int) -> Sum:
    bare = _BARE.match(folded)
    if bare is None:
        return _among_words(folded)
    number, why = bare["number"], ""
    if _ENGLISH.fullmatch(number):
        number, why = number.replace(",", ""), "virgule lue comme un séparateur de milliers"
    unit = bare["unit"] or ""
    value = euros(number.replace("'", ""), unit if len(unit) > 1 else _UNITS[factor])
    return Sum(value, why=why, alone=True) if value <= _LARGEST else Sum(why="un montant hors de vraisemblance")


def _among_words(folded: str) -> Sum:
    """The only amount of a cell of words: "45 000 € (fonctionnement) en 2025"."""
    if _RANGE.search(folded):
        return Sum(why="une fourchette ou une limite")
    found = amounts(folded)
    if len(found) == 1 and not found[0].span:
        return Sum(found[0].euros)
    return Sum(why="plusieurs montants" if found else "aucun montant lisible")
