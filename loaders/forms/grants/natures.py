"""By what means a grant is given, from the words of its nature and of its scheme: data, the first that matches."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from graph.text import fold, slug
from loaders.words.names import FUNDS, PLACEHOLDERS

COUNTED, MIXED, UNCOUNTED = "oui", "mixte", "non"
_GRANT = "subvention"
_NATIONAL, _EUROPEAN = "dispositif national", "fonds européens"
_PROGRAMME = "programme 147"
_LONGEST = 120
_AWARDED = re.compile(r"(?:attribu|accord|accept|vot|vers|sold|notif|convention|acquis|pay|valid|mandat|favorable)")
_NOT_AWARDED = re.compile(
    r"refus|inelig|irrecev|rejet|ajourn|abandon|annul|en cours|en attente|instruction|non (?:retenu|attribu|accord)"
    r"|defavorable|sans suite|caduc|retire|depose|a l'etude|brouillon"
)


@dataclass(frozen=True)
class Means:
    """The instrument and kind of a source of money, and whether its amounts are money: COUNTED, MIXED, UNCOUNTED."""

    instrument: str
    kind: str
    counted: str = COUNTED


@cache
def _table(name: str) -> tuple[tuple[re.Pattern[str], dict[str, str]], ...]:
    text = files("loaders.forms.grants").joinpath(name).read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return tuple((re.compile(row["words"]), row) for row in rows)


@lru_cache(maxsize=4096)
def means(nature: str, scheme: str, national: bool = False) -> Means:
    """The means that a nature ("aide en numéraire") and a scheme ("FIPD") tell; the scheme names the instrument."""
    folded = fold(nature)[:_LONGEST]
    row = next((row for words, row in _table("natures.csv") if words.search(folded)), None)
    kind, counted = (row["kind"], row["counted"]) if row else (_GRANT, COUNTED)
    instrument = row["instrument"] if row else ""
    named = scheme[:_LONGEST] if slug(scheme) and not PLACEHOLDERS.match(fold(scheme)) else ""
    if not instrument:
        instrument = named or _GRANT
        kind = _EUROPEAN if fold(named) in FUNDS else _NATIONAL if national else kind
    return Means(instrument, kind, counted)


def scheme_of_file(name: str) -> str | None:
    """The State's scheme that a file's name tells ("anct_adulte-relais-2022.json")."""
    return next((row["instrument"] for words, row in _table("schemes.csv") if words.search(fold(name))), None)


def programme() -> str:
    """The instrument of the State's grants where no scheme is told."""
    return _PROGRAMME


@lru_cache(maxsize=4096)
def is_awarded(status: str) -> bool:
    """False where the status says that a grant was asked for and not given."""
    folded = fold(status)[:_LONGEST]
    return not _NOT_AWARDED.search(folded) or bool(_AWARDED.match(folded))
