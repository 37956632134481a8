"""Which lines are headings of an axis, an objective or a section: `vocabulary` has the words, this the layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import fold
from loaders.forms.vocabulary import (
    AXIS,
    NEEDS_CONTENT,
    OBJECTIVE,
    PLAIN_HEADING,
    SectionRule,
    heading_key,
    section_of,
)
from loaders.lines import Line
from loaders.words.titles import number_of

_MARKUP = re.compile(r"^\s*(?:#+\s*|\*\*\s*|[-–•*●▪]\s+|\d{1,2}[.)]\s+)")


@dataclass
class Heading:
    """A numbered heading: "Axe 1 - …"."""

    number: int | None
    title: str
    line: Line


def is_heading(line: Line) -> bool:
    """True for a line that opens an axis, an objective or a section."""
    return bool(numbered(AXIS, line) or numbered(OBJECTIVE, line) or section_heading(line))


def numbered(pattern: re.Pattern[str], line: Line) -> Heading | None:
    """The heading that a line is, or None. Folding keeps lengths of what precedes the title, but for ligatures."""
    if line.is_bullet:
        return None
    text = _MARKUP.sub("", line.text).rstrip("*").strip()
    match = pattern.match(fold(text))
    if not match:
        return None
    rest = text[match.end() :]
    if rest[:1].isalnum():
        return None
    return Heading(number_of(match["number"]), re.sub(r"^[\s:.)–—-]+", "", rest).strip(), line)


def section_heading(line: Line) -> tuple[SectionRule, str, str] | None:
    """The section that a line opens, its label, and what follows on the same line."""
    bare = _MARKUP.sub("", line.raw).strip().rstrip("*").strip()
    label, separator, rest = _labelled(" ".join(bare.split()) if ":" in bare else bare)
    rule = section_of(label)
    if rule is None or (label[:1].islower() and line.adjacent):
        return None
    plain = bool(PLAIN_HEADING.match(heading_key(label)))
    if line.is_bullet and not (plain and separator == ":" and rule.kind != "actions"):
        return None
    if separator != ":" and not plain and (rest or rule.kind == "other"):
        return None
    if NEEDS_CONTENT.match(heading_key(label)) and not rest.strip():
        return None
    return rule, label.strip(), " ".join(rest.split())


def _labelled(text: str) -> tuple[str, str, str]:
    """A line as label, separator (":", a tabulation, wide blanks or a dash) and rest."""
    if ":" in text:
        return text.partition(":")
    parts = re.split(r"(\t+|\s{2,}| [-–] )", text, maxsplit=1)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else (text, "", "")
