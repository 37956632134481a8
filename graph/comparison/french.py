"""The French of a comparison: quotations, places, roles, agreements."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from graph.comparison.change import Passage, Value
from graph.french import NBSP, euros
from graph.text import is_acronym, strip_accents

SHORT = 80
ROLES = {"PILOTS": "pilote", "PARTNERS": "partenaire", "MENTIONED_IN": "cité"}
KINDS = {"action": "action", "mesure_nationale": "mesure nationale", "reponse_locale": "réponse locale"}
_STATUSES = {"en_cours": "en cours", "a_developper": "à développer"}
_PLACES_SHOWN = 3
_SINGULAR = frozenset("secours campus corps cours temps acces bras palais centre-alpes".split())


def quoted(text: str) -> str:
    """A text between guillemets, whole."""
    return f"« {' '.join(text.split())} »"


def short(text: str, width: int = SHORT) -> str:
    """A text between guillemets, cut at a word."""
    return f"« {textwrap.shorten(text, width, placeholder='…')} »"


def status(value: Value) -> str:
    """The state of an action, as people say it."""
    return _STATUSES.get(str(value), str(value)) if value else "état non précisé"


def amount(value: Value) -> str:
    """An amount in euros, or that there is none."""
    return euros(value) if isinstance(value, int) else "montant non précisé"


def share(value: Value) -> str:
    """0.93 → "93 %"."""
    figure = f"{float(value or 0) * 100:.1f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{figure}{NBSP}%"


def said(value: Value) -> str:
    """A text between guillemets, or that there is none."""
    return quoted(str(value)) if value not in (None, "") else "rien"


def count(number: int, one: str, many: str) -> str:
    """A number and its noun: 0 and 1 are singular in French."""
    return f"{number} {one if number < 2 else many}"


def roles(types: Iterable[str]) -> str:
    """ "pilote et partenaire"."""
    held = set(types)
    return " et ".join(name for type_, name in ROLES.items() if type_ in held)


def is_plural(name: str) -> bool:
    """True for "Communes", "Les tiers-lieux", "Services techniques (Ville)": their verb is plural."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*\+?", name)
    if not words:
        return False
    first = strip_accents(words[0]).casefold()
    if first == "les":
        return True
    return len(first) > 3 and first[-1] in "sx" and first not in _SINGULAR and not is_acronym(words[0])


def agreed(name: str, one: str, many: str) -> str:
    """A name with its verb in the singular or in the plural."""
    return f"{name} {many if is_plural(name) else one}"


def spot(before: Sequence[Passage], after: Sequence[Passage], documents: int = 1) -> str:
    """Where a change is to be seen: " (ligne 231)", " (ligne 200, puis ligne 214)"; empty where nobody knows."""
    here, there = (_locators(side, documents) for side in (before, after))
    if here and there and here != there:
        return f" ({here}, puis {there})"
    return f" ({there or here})" if there or here else ""


def _locators(side: Sequence[Passage], documents: int) -> str:
    """The places, each once: "lignes 7, 66 …"; with the document's name where a plan has several."""
    names = [f"{p.document.rpartition('/')[2]}, {p.locator}" if documents > 1 else p.locator for p in side if p.locator]
    distinct = list(dict.fromkeys(names))
    shown, more = distinct[:_PLACES_SHOWN], " …" if len(distinct) > _PLACES_SHOWN else ""
    if len(shown) > 1 and all(name.startswith("ligne ") for name in shown):
        return f"lignes {', '.join(name.removeprefix('ligne ') for name in shown)}{more}"
    return " ; ".join(shown) + more
