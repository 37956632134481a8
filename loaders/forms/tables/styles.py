"""How a table prints its themes, its objectives and the banners above them: what most rows agree on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile

from graph.text import fold
from loaders.cells import Row
from loaders.forms.tables.columns import Header
from loaders.forms.tables.labels import Role

IsTheme = Callable[[str], bool]
_NUMBERED = re.compile(
    r"^(?i:axe|pilier|th[èe]me|volet|thématique|orientation|priorité)\b|^(?:n°\s*)?(?:\d{1,2}|[IVX]{1,4})\s*[-.):–]"
)
_HEADING = re.compile(
    r"^(?i:axe|pilier|th[èe]me|volet|thématique|orientation|priorité|enjeu|ambition|défi|chapitre|(?:sous-)?objectif"
    r"(?:\s(?:stratégique|opérationnel|général|spécifique))?)s?\s*(?:n\s*[°º]\s*)?(?:\d|[IVX]{1,4}\b|[A-H]\d{0,2}\b|[:–-]\s)"
    r"|^(?:AXE|PILIER|TH[ÈE]ME|VOLET|THÉMATIQUE|ORIENTATION|PRIORITÉ)S?\s[A-ZÀ-Þ’', -]+$"
)
_OBJECTIVE = re.compile(r"^(?:sous-)?objectif", re.IGNORECASE)
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
    `hollow`: places of lone cells, in the place of themes, under which nothing stands. `banner_rows`: places of rows
    whose only cell heads those below, in a table without a column for it.
    """

    is_theme: IsTheme | None
    verbs: bool
    usual: bool = True
    banners: bool = False
    verbs_above: bool = False
    hollow: frozenset[str] = frozenset()
    banner_rows: frozenset[str] = frozenset()


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
        _banner_rows(rows, header.measure, objective is None) if theme is None else frozenset(),
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


def leading_banners(rows: Sequence[Row], header: Header) -> list[Row]:
    """The end of what stands above a table without a column for headings: those that head its first rows.

    Blank rows among them are kept, as a table of an office document begins with one.
    """
    bare = header.position(Role.OBJECTIVE) is None
    if header.position(Role.THEME) is not None:
        return []
    found = list(takewhile(lambda row: row.blank or _heads(row, bare), rows[::-1]))[::-1]
    return list(dropwhile(lambda row: row.blank, found))


def _heads(row: Row, bare: bool) -> bool:
    """True for a row of one cell worded as a heading; beside a column of objectives, as that of an axis."""
    if len(row.filled) != 1:
        return False
    cell = row.cell(row.filled[0])
    return bool(_HEADING.match(cell)) and (bare or not _OBJECTIVE.match(cell))


def _banner_rows(rows: Sequence[Row], measure: int, bare: bool) -> frozenset[str]:
    """Rows of one cell, up to the column of actions, that are worded as headings.

    In a table without a column of objectives (`bare`), those that stand out in capitals too.
    """
    kept = [row for row in rows if not row.blank]
    alone = [row for row in kept if len(row.filled) == 1 and row.filled[0] <= measure]
    worded = {row.locator for row in alone if _heads(row, bare)}
    if not bare:
        return frozenset(worded)
    others = [row for row in alone if row.locator not in worded]
    capitals = [row for row in others if _in_capitals(row.cell(row.filled[0]))]
    actions = [row.cell(measure) for row in kept if len(row.filled) > 1 and row.cell(measure)]
    apart = 2 * sum(map(_in_capitals, actions)) < len(actions) and len(capitals) >= _TWICE
    return frozenset(worded | ({row.locator for row in capitals} if apart else set()))


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
