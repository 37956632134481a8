"""Which lines are headings of an axis, an objective or a section: `vocabulary` has the words, this the layout."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.text import fold
from loaders.forms.fiches.rubrics import MONEY, is_weak, label_key, rubric_of
from loaders.forms.values.figures import figures
from loaders.forms.values.statuses import is_not_said
from loaders.forms.vocabulary import (
    AXIS,
    NEEDS_CONTENT,
    OBJECTIVE,
    PLAIN_HEADING,
    SectionRule,
    heading_key,
    section_of,
)
from loaders.lines import Line, continues
from loaders.words.titles import number_of

_SEPARATOR = re.compile(r"\s*\t\s*|\s*\|\s*|\s{3,}|\s*:\s*|\s+[-–—]\s+")
_ORNAMENT = re.compile(r"^(?:[\s|#*_]+|[-–•*●▪■◦·‣➢➤➔→□❑❖\uf0b7]\s+|\d{1,2}[.)]\s+)+|[\s|*_]+$")
_SUB_ACTIONS = re.compile(r"^(?:les |principales )?(?:sous-)?actions?\b")
_PAGE = re.compile(r"(?:\t|\s{3,})\d{1,3}\s*$")
_MOST_WORDS, _LONGEST_LABEL, _TRIES = 8, 70, 3
_MARKUP = re.compile(r"^\s*(?:#+\s*|\*\*\s*|[-–•*●▪]\s+|\d{1,2}[.)]\s+)")


@dataclass
class Heading:
    """A numbered heading: "Axe 1 - …"."""

    number: int | None
    title: str
    line: Line


@dataclass(frozen=True)
class RubricLine:
    """A line that opens a rubric of a fiche: its kind, its label, and what follows on the same line, as printed.

    `alone`: the label is the whole line, without a colon.
    """

    kind: str
    label: str
    rest: str
    alone: bool = False


def is_heading(line: Line) -> bool:
    """True for a line that opens an axis, an objective or a section."""
    return bool(numbered(AXIS, line) or numbered(OBJECTIVE, line) or section_heading(line))


def numbered(pattern: re.Pattern[str], line: Line) -> Heading | None:
    """The heading that a line is, or None. Folding keeps lengths of what precedes the title, but for ligatures."""
    if line.is_bullet:
        return None
    text = _MARKUP.sub("", " ".join(_PAGE.sub("", line.raw).split())).rstrip("*").strip()
    match = pattern.match(_folded(text))
    if not match:
        return None
    rest = text[match.end() :]
    if rest[:1].isalnum():
        return None
    return Heading(number_of(match["number"]), re.sub(r"^[\s:|.)–—-]+", "", rest).strip(), line)


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    return fold(text)


def section_heading(line: Line) -> tuple[SectionRule, str, str] | None:
    """The section that a line opens, its label, and what follows on the same line."""
    bare = _MARKUP.sub("", line.raw).strip().rstrip("*").strip()
    label, separator, rest = _labelled(bare)
    rule = section_of(label)
    if rule is None or (label[:1].islower() and line.adjacent):
        return None
    plain = bool(PLAIN_HEADING.match(heading_key(label)))
    if line.is_bullet and not (plain and separator == ":" and rule.kind != "actions"):
        return None
    if separator not in (":", "\t", "|") and not plain and (rest or rule.kind == "other"):
        return None
    if NEEDS_CONTENT.match(heading_key(label)) and not rest.strip():
        return None
    return rule, label.strip(), " ".join(rest.split())


def _labelled(text: str) -> tuple[str, str, str]:
    """A line as label, separator (":", a tabulation, wide blanks or a dash) and rest."""
    if (sign := re.search(r":|\t+| \| ", text)) is not None:
        return text[: sign.start()], sign.group().strip(" ")[:1], text[sign.end() :]
    parts = re.split(r"(\t+|\s{2,}| [-–] )", text, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (text, "", "")


def rubric_line(line: Line) -> RubricLine | None:
    """The rubric of an action's fiche that a line opens: "Porteur : X", "Porteur | X", "PORTEUR", "**Porteur** X"."""
    raw = _ORNAMENT.sub("", line.raw).strip()
    for tried, separator in enumerate(_SEPARATOR.finditer(raw)):
        label = raw[: separator.start()].strip(" *_")
        if tried == _TRIES or len(label) > _LONGEST_LABEL:
            break
        kind, rest = rubric_of(label), raw[separator.end() :].strip(" *_")
        if kind is not None and _opens(line, kind, label, _sign(separator), rest):
            return RubricLine(kind, label, rest)
    return _alone(line, raw)


def _sign(separator: re.Match[str]) -> str:
    """What parts a label from its words: a colon, a bar, a tabulation, wide blanks, or "" for a dash."""
    wide = " " if not separator.group().strip() else ""
    return next((sign for sign in ":|\t" if sign in separator.group()), wide)


def _opens(line: Line, kind: str, label: str, sign: str, rest: str) -> bool:
    """True where a known label, its separator and what follows make a rubric, not a sentence or an item of a list."""
    key = label_key(label)
    sure = sign in (":", "\t", "|") or (sign == " " and bool(rest))
    if (label[:1].islower() and line.adjacent) or (kind == "actions" and not _SUB_ACTIONS.match(key)):
        return False
    if kind == MONEY and not rest:
        return sign == ":"
    if kind == MONEY:
        return sure and (bool(figures(rest)) or is_not_said(rest.replace("€", "")))
    if not rest and NEEDS_CONTENT.match(key):
        return False
    if line.is_bullet and not _numbered_item(line):
        return sure and (not is_weak(label) or len(label.split()) > 2)
    return sure or not is_weak(label)


def _alone(line: Line, raw: str) -> RubricLine | None:
    """A label that is the whole line."""
    label = raw.strip(" *_:")
    kind = rubric_of(label) if label[:1].isupper() and len(label.split()) <= _MOST_WORDS else None
    if kind in (None, MONEY) or is_weak(label) or raw.endswith((",", ";", ".")):
        return None
    if (kind == "actions" and not _SUB_ACTIONS.match(label_key(label))) or (
        line.is_bullet and not _numbered_item(line)
    ):
        return None
    return RubricLine(str(kind), label, "", alone=":" not in raw)


def _numbered_item(line: Line) -> bool:
    return line.text[:1].isdigit()


def continues_heading(line: Line, heading: Heading, previous: Line) -> bool:
    """The rest of a heading follows it at once, in lower case or after an open end; a bare number wants a title."""
    if line.is_bullet or not (line.adjacent or not heading.title):
        return False
    return not heading.title or continues(line, previous) or line.text[0].islower()


def goes_on(line: Line, heading: Heading, previous: Line) -> bool:
    """The same for an action; a title all in capitals goes on with a line all in capitals."""
    capitals = line.adjacent and line.text.isupper() and heading.title.isupper() and not line.is_bullet
    return capitals or continues_heading(line, heading, previous)
