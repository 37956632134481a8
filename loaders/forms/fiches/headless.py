"""Fiches without a heading of their own: a title, then rubrics; as Territoires en Transitions exports them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.text import fold
from loaders.forms.fiches.headings import Heading, RubricLine, numbered, rubric_line
from loaders.forms.fiches.rubrics import label_key
from loaders.forms.fiches.scan import ACTORS
from loaders.forms.fiches.skeleton import Mark, plain_mark
from loaders.forms.section import Section
from loaders.forms.values.rows import cells_of
from loaders.forms.vocabulary import AXIS, OBJECTIVE
from loaders.lines import Line

_STATUSES = frozenset("a venir;a discuter;en cours;realise;en retard;en pause;bloque;abandonne;sans statut".split(";"))
_PRIORITIES = frozenset("eleve;moyen;bas;sans priorite".split(";"))
_PRINTED = re.compile(r"\b(?:téléchargée?|modifiée?|créée?) le \d{2}/\d{2}/\d{4}", re.IGNORECASE)
_DATES = re.compile(
    r"\b(?P<what>Début|Fin prévisionnelle|Date de début|Date de fin(?: prévisionnelle)?)"
    r"\s*:\s*(?P<date>\d{2}/\d{2}/\d{4})"
)
_PATH = re.compile(r"\s*[>›→»]\s*|\s{2,}")
_TELLING = ACTORS | {"budget", "status", "calendar", "start", "end", "description", "persons"}
_FEWEST, _SEVERAL = 3, 2


def headless(lines: Sequence[Line]) -> dict[int, Mark]:
    """Marks on the titles of such fiches; none where rubrics are few, or name nobody."""
    rubrics = {at: rubric for at, line in enumerate(lines) if (rubric := rubric_line(line))}
    kinds = {rubric.kind for rubric in rubrics.values()}
    if not kinds & {"pilots", "services"} or len(kinds & _TELLING) < _FEWEST:
        return {}
    found: dict[int, Mark] = {}
    told: list[int] = []
    for before, start in _starts(rubrics):
        told_there = before is None or bool(rubrics[before].rest)
        title = _title(lines, range(0 if before is None else before + 1, start), not told, told_there)
        told += [at for at, mark in title.items() if mark.kind == "action"]
        found |= title
    labels = {label_key(rubric.label) for rubric in rubrics.values()}
    alone = len(told) < _SEVERAL or any(numbered(OBJECTIVE, line) for line in lines)
    return {} if alone and not _is_export(lines, labels) else found


def _is_export(lines: Sequence[Line], labels: set[str]) -> bool:
    """True for an export of Territoires en Transitions: its own labels, or the day of its download."""
    own = {"directions ou services pilotes", "structures pilotes", "personnes pilotes", "acteurs du projet"}
    return bool(labels & own) or any(_PRINTED.search(line.text) for line in lines)


def _starts(rubrics: Mapping[int, RubricLine]) -> Iterator[tuple[int | None, int]]:
    """The first rubric of each fiche, where one is printed again, with the rubric before it."""
    seen: set[tuple[str, str]] = set()
    before: int | None = None
    for at, rubric in rubrics.items():
        key = (rubric.kind, label_key(rubric.label))
        if key in seen or not seen:
            yield before, at
            seen = set()
        seen.add(key)
        before = at


def _title(lines: Sequence[Line], window: range, first: bool, told: bool) -> dict[int, Mark]:
    """The title among the lines before a fiche's first rubric, and what stands ahead of it; none where none is sure.

    `told`: the rubric before the window has its words on its own line.
    """
    belonging = _belonging(lines, window)
    window = range(window.start, window.stop - len(belonging))
    texts = [fold(lines[at].text) for at in window]
    badges = [at for at in window if _is_badges(lines[at])]
    printed = next((at for at in window if _PRINTED.search(lines[at].text)), window.stop)
    worded = [at for at in window if at not in badges and at < printed]
    twice = [at for at in window if at not in badges and texts.count(fold(lines[at].text)) > 1]
    at = twice[-1] if twice else _place(lines, worded, badges, first, told)
    if at is None:
        return {}
    found = {i: plain_mark("aside", lines[i]) for i in twice[:-1]}
    found |= {i: plain_mark("ahead", lines[i]) for i in badges if i < at}
    found |= {i: plain_mark("reference", lines[i]) for i in belonging}
    return found | {at: Mark("action", Heading(None, lines[at].text, lines[at]))}


def _belonging(lines: Sequence[Line], window: range) -> range:
    """Headings of axes and objectives between a title and the first rubric: the fiche says where it belongs."""
    start = window.stop
    while start > window.start and (numbered(AXIS, lines[start - 1]) or numbered(OBJECTIVE, lines[start - 1])):
        start -= 1
    return range(start, window.stop) if start > window.start else range(window.stop, window.stop)


def _place(lines: Sequence[Line], worded: list[int], badges: list[int], first: bool, told: bool) -> int | None:
    """Where a title stands that is printed once: behind badges, above a path, or next to the first rubric."""
    behind = [at for at in worded if badges and at > badges[-1]]
    if behind:
        return behind[0]
    if not worded:
        return None
    paths = [rank for rank, at in enumerate(worded) if rank and len(path_of(lines[at])) > 0]
    if paths:
        return worded[paths[-1] - 1]
    sure = first or not lines[worded[-1]].adjacent or (told and len(worded) == 1)
    return worded[-1] if sure else None


def _is_badges(line: Line) -> bool:
    """True for a line of nothing but a status and a priority: "En cours   Élevé"."""
    words = fold(line.text)
    for known in (*_STATUSES, *_PRIORITIES):
        words = re.sub(rf"(?:^|(?<=\s)){known}(?=\s|$)", "", words, count=1)
    return not words.strip()


def printed_facts(line: Line) -> list[Section]:
    """What a line at the head of an export says: status, dates, the path of axes that the fiche stands under."""
    if _is_badges(line):
        status = next((known for known in _STATUSES if known in fold(line.text)), None)
        found = next((cell for cell in _badges(line) if fold(cell) == status), None) if status else None
        return [_section("status", found, line)] if found else [_section("other", line.text, line)]
    if _PRINTED.search(line.text) or _DATES.search(line.text):
        kinds = {True: "start", False: "end"}
        return [_section(kinds["ébut" in match["what"]], match["date"], line) for match in _DATES.finditer(line.text)]
    return []


def _badges(line: Line) -> list[str]:
    """The words of badges: parted by wide blanks, or the longest status that begins the line."""
    cells = [cell for cell in cells_of(line) if cell]
    return [*cells, *(line.text[: len(known)] for known in _STATUSES)]


def path_of(line: Line) -> list[Section]:
    """The axis and the objective of a path "Plan > Axe > Sous-axe" below a title."""
    names = [name.strip() for name in _PATH.split(line.raw.strip()) if name.strip()]
    kinds = ("axis", "objective")
    return [_section(kind, name, line) for kind, name in zip(kinds, names[1:], strict=False)]


def _section(kind: str, words: str, line: Line) -> Section:
    return Section(kind, "", lines=[replace(line, raw=words, adjacent=False)], heading=line, own=True)
