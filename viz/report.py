"""A report on plans as people read it, on a page or in a terminal: rows with their place, message and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from graph.checks import FAMILIES, Check, Kind, LinesRead, Place, Report
from graph.checks.french import typeset
from graph.checks.plan_text import WHOLE
from graph.french import NBSP, listed
from graph.model import Severity
from graph.text import fold
from viz.french import count, percent

SEVERITIES: dict[Severity, str] = {"erreur": "Erreur", "attention": "À regarder", "info": "Pour information"}
_LINE = re.compile(r"ligne (\d+)")
_MARKS = re.compile(r"[«“]\s*|\s*[»”]")
_NAMED = re.compile(r"«\s*(.+?)\s*»")
_BEFORE, _LONGEST, _TOLD, _FEW = 70, 300, 50, 3

Words = tuple[tuple[str, bool], ...]
"""A sentence in pieces; True where a piece is what the row is about."""


@dataclass(frozen=True)
class Row:
    """What is shown of one check, or of several of one place: where, what, and the sentences not yet quoted in it."""

    where: str
    message: str
    sentences: tuple[Words, ...]


@dataclass(frozen=True)
class Group:
    """All checks of one kind and severity."""

    kind: Kind
    severity: Severity
    checks: tuple[Check, ...]
    rows: tuple[Row, ...]


def groups(report: Report, family: str) -> list[Group]:
    """What was found in a family, the gravest first."""
    several = len(report.lines) > 1
    checks = [check for check in report.checks if check.kind.family == family]
    return [
        Group(kind, severity, told := tuple(found), tuple(rows(told, several)))
        for (kind, severity), found in groupby(checks, key=lambda check: (check.kind, check.severity))
    ]


def rows(checks: Sequence[Check], several: bool) -> Iterator[Row]:
    """Rows of checks of one kind; `several` documents are told apart by their names."""
    if not checks[0].kind.together:
        yield from (_row([check], check.message, several) for check in checks)
        return
    by_place: dict[tuple[Place, ...], list[Check]] = {}
    for check in checks:
        by_place.setdefault(check.places, []).append(check)
    for found in by_place.values():
        yield _row(found, ", ".join(check.subject for check in found), several)


def _row(checks: Sequence[Check], message: str, several: bool) -> Row:
    places = [*checks[0].places, *checks[0].also]
    words = [check.subject for check in checks if check.subject] or _NAMED.findall(message)
    quotes = [quote for quote in dict.fromkeys(place.quote for place in places) if not _is_told(quote, message)]
    return Row(where(places, several), _shown(message), tuple(sentence(quote, words) for quote in quotes))


def _is_told(quote: str, message: str) -> bool:
    """True where the message quotes the sentence, or its beginning, already."""
    words, said = (_MARKS.sub("", fold(text)) for text in (quote, message))
    return words.strip(" ,.;:")[:_TOLD] in said


def where(places: Sequence[Place], several: bool, most: int | None = None) -> str:
    """ "ligne 637", "lignes 96 et 667", "registre, ligne 140 ; ligne 197", after its document's name if need be.

    Of more than `most` lines, only the first ones are named.
    """
    parts = []
    for document, found in groupby(places, key=lambda place: place.document):
        locators = list(dict.fromkeys(place.locator for place in found))
        name = f"{document.rpartition('/')[2]}, " if several else ""
        parts.append(name + f"{NBSP}; ".join(_locators(locators, most)))
    return f"{NBSP}; ".join(parts)


def _locators(locators: Sequence[str], most: int | None) -> list[str]:
    lines = [match[1] for locator in locators if (match := _LINE.fullmatch(locator))]
    others = [locator for locator in locators if not _LINE.fullmatch(locator)]
    told = ["tout le document" if other == WHOLE else other for other in others]
    numbers = f"{', '.join(lines[:most])}…" if most and len(lines) > most else listed(lines)
    return [*told, *([f"ligne{'s' * (len(lines) > 1)}{NBSP}{numbers}"] if lines else [])]


def sentence(quote: str, words: Sequence[str]) -> Words:
    """A sentence with these words marked, cut around them where it is long."""
    spans = _spans(quote, words)
    start = max(0, spans[0][0] - _BEFORE) if spans and len(quote) > _LONGEST else 0
    start = quote.rfind(" ", 0, start) + 1 if start else 0
    end = len(quote) if len(quote) <= start + _LONGEST else quote.rfind(" ", start, start + _LONGEST)
    pieces: list[tuple[str, bool]] = [("… ", False)] if start else []
    at = start
    for begins, ends in spans:
        if begins >= at and ends <= end:
            pieces += [(quote[at:begins], False), (quote[begins:ends], True)]
            at = ends
    pieces += [(quote[at:end], False), (f"{NBSP}…" if end < len(quote) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _spans(quote: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where the words stand, the longest one where several do."""
    if not words:
        return []
    any_of = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return [match.span() for match in re.finditer(rf"(?<!\w)(?:{any_of})(?!\w)", quote, re.IGNORECASE)]


def counts(report: Report) -> list[tuple[Severity, int, str]]:
    """Severity, number and words, the gravest first: "7", "points à regarder"."""
    words: dict[Severity, tuple[str, str]] = {
        "erreur": ("erreur", "erreurs"),
        "attention": ("point à regarder", "points à regarder"),
        "info": ("constat pour information", "constats pour information"),
    }
    return [(name, number := report.count(name), words[name][number > 1]) for name in SEVERITIES]


def lines_told(report: Report) -> list[str]:
    """One sentence a document: how many of the lines that say something were read."""
    several = len(report.lines) > 1
    return [_lines_told(figure, several) for figure in report.lines]


def _lines_told(figure: LinesRead, several: bool) -> str:
    name = f"{figure.document.rpartition('/')[2]}{NBSP}: " if several else ""
    partly = f", dont {figure.partly} en partie" if figure.partly else ""
    left = f"{count(figure.unread, 'non lue', 'non lues')}{partly}" if figure.unread else "aucune non lue"
    return f"{name}{count(figure.read, 'ligne lue', 'lignes lues')}, {left}"


def share_told(report: Report) -> str:
    """The share of lines read; 100 % is said only where all was."""
    return percent(int(report.share * 1000) / 1000)


def verdict(report: Report) -> str:
    """What the figures say, in a sentence."""
    grave, unread = len(report.grave), len(report.unread)
    left = f", dont {count(unread, 'passage')} que rien n'a su lire" if unread else ""
    doubts = f"{count(grave, 'point demande', 'points demandent')} un regard avant la réunion{left}"
    missing = any(check.kind.family == FAMILIES[0] for check in report.checks)
    read = "" if missing else f"Tout a été lu{NBSP}; "
    return f"{read}{doubts if grave else 'rien ne demande de regard avant la réunion'}."


def first(report: Report) -> list[tuple[Group, list[Row], int]]:
    """What asks for a look, the gravest first: some rows of each kind, without sentences, and how many more."""
    found = [group for family in FAMILIES for group in groups(report, family) if group.severity != "info"]
    several = len(report.lines) > 1
    told = []
    for group in sorted(found, key=lambda group: list(SEVERITIES).index(group.severity)):
        shown = group.checks[: _FEW if len(group.checks) > _FEW + 1 else None]
        rows_ = [Row(where(check.places, several, _FEW), _shown(check.message), ()) for check in shown]
        told.append((group, rows_, len(group.checks) - len(shown)))
    return told


def _shown(message: str) -> str:
    return typeset(message[:1].upper() + message[1:])


def headline(report: Report) -> str:
    """The counts in one line."""
    return ", ".join(f"{number}{NBSP}{words}" for _, number, words in counts(report))


def families(report: Report) -> list[tuple[str, list[Group], list[str]]]:
    """Every family with what was found in it, and what was looked for in it and not found."""
    return [(family, groups(report, family), report.nothing_found(family)) for family in FAMILIES]
