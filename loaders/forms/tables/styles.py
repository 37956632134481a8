"""How a table prints its themes, its objectives and the banners above them: what most rows agree on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role

IsTheme = Callable[[str], bool]
_NUMBERED = re.compile(
    r"^(?i:axe|pilier|th[èe]me|volet|thématique|orientation|priorité)\b|^(?:n°\s*)?(?:\d{1,2}|[IVX]{1,4})\s*[-.):–]"
)
_INFINITIVE = re.compile(
    r"^(?:s'|se )?(?:\w+(?:er|ir|oir|dre|ttre|uire|crire|ivre)|faire|lire|dire|être)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^)]*\)|\s*[-–,]\s*suite$", re.IGNORECASE)
_MOST, _ENOUGH, _TWICE = 0.75, 4, 2


@dataclass(frozen=True)
class Styles:
    """How a table prints its themes (None where nothing tells them), and whether its objectives begin with a verb.

    `usual`: most cells in the place of themes are printed so; where only some are, the others may be themes too.
    `banners`: a lone cell in the column of objectives is a theme. `verbs_above`: themes begin with verbs as well.
    `hollow`: places of lone cells, in the place of themes, under which nothing stands.
    """

    is_theme: IsTheme | None
    verbs: bool
    usual: bool = True
    banners: bool = False
    verbs_above: bool = False
    hollow: frozenset[str] = frozenset()


def begins_with_verb(cell: str) -> bool:
    """True for "Renforcer …", as objectives are worded."""
    return bool(_INFINITIVE.match(cell))


def styles_of(rows: Sequence[Row], header: Header) -> Styles:
    """The styles that most rows agree on."""
    theme, objective = header.position(Role.THEME), header.position(Role.OBJECTIVE)
    alone = [row for row in rows if theme is None and objective is not None and row.filled == [objective]]
    themes = [row.cell(theme) for row in rows if row.cell(theme)] if theme is not None else _only(alone)
    printed = [row.cell(objective) for row in rows if objective is not None and len(row.filled) > 1]
    printed = [cell for cell in printed if cell]
    verbs = sum(map(begins_with_verb, printed)) >= _MOST * len(printed) and len(printed) >= _ENOUGH
    style = next((style for style in (_in_capitals, _is_numbered) if sum(map(style, themes)) >= _TWICE), None)
    return Styles(
        style,
        verbs,
        style is not None and 2 * sum(map(style, themes)) > len(themes),
        bool(alone) and _are_banners(rows, objective or 0, header.measure, verbs),
        3 * sum(map(begins_with_verb, themes)) > len(themes),
        _hollow(rows, theme if theme is not None else objective, theme is not None),
    )


def _only(rows: Sequence[Row]) -> list[str]:
    return [row.cell(row.filled[0]) for row in rows]


def _in_capitals(cell: str) -> bool:
    letters = [sign for sign in _ASIDE.sub("", cell) if sign.isalpha()]
    return len(letters) > 3 and sum(sign.isupper() for sign in letters) >= 0.9 * len(letters)


def _is_numbered(cell: str) -> bool:
    return bool(_NUMBERED.match(cell))


def _are_banners(rows: Sequence[Row], objective: int, measure: int, verbs: bool) -> bool:
    """True where lone cells are mostly followed by an objective and its measure, and are not worded as objectives."""
    kept = [row for row in rows if not row.blank]
    below = [(row.cell(objective), after) for row, after in pairwise(kept) if row.filled == [objective]]
    opened = sum(bool(after.cell(objective) and after.cell(measure)) for _, after in below)
    worded = sum(begins_with_verb(cell) for cell, _ in below)
    return opened >= _TWICE and 2 * opened >= len(below) and not (verbs and 2 * worded > len(below))


def _hollow(rows: Sequence[Row], place: int | None, themed: bool) -> frozenset[str]:
    """Lone cells with nothing below before the table's end; in a column of themes, before the next theme too."""
    kept = [row for row in rows if not row.blank]
    last = [row.locator for row in kept[-1:] if row.filled == [place]]
    for before, row in reversed(list(pairwise(kept))):
        if before.filled != [place]:
            continue
        other = themed and bool(row.cell(place or 0)) and fold(row.cell(place or 0)) != fold(before.cell(place or 0))
        last += [before.locator] if other or row.locator in last else []
    return frozenset(last)
