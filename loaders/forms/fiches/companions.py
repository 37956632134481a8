"""Whom a list of those who lead names as company only: "Ville de X, en lien avec la CAF" has the CAF for a partner."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.forms.section import Section
from loaders.lines import Line

_WITH = re.compile(
    r"\b(?:en (?:étroit\w* )?(?:lien|partenariat|collaboration|concertation|coopération|association)"
    r"(?: étroit\w*)? avec|avec (?:l['’]appui|le soutien|le concours|l['’]aide|la participation) (?=d))\s"
    r"(?:les? |la |l['’]|de la |de l['’]|du |des |de |d['’])?",
    re.IGNORECASE,
)


def with_companions(sections: list[Section]) -> list[Section]:
    """Sections, those of pilots without the partners that they name, which make a section of their own behind."""
    found: list[Section] = []
    for section in sections:
        found.append(section)
        if section.kind == "pilots" and (company := _taken(section)):
            found.append(Section("partners", section.label, lines=company, heading=section.heading, own=section.own))
    return found


def _taken(section: Section) -> list[Line]:
    """Take the company off a section's lines."""
    company: list[Line] = []
    for at, line in enumerate(section.lines):
        match = _WITH.search(line.raw)
        if match is not None and (words := line.raw[match.end() :].strip(" .)")):
            company.append(replace(line, raw=words, adjacent=False))
            section.lines[at] = replace(line, raw=line.raw[: match.start()].rstrip(" ,;(–-"))
    section.lines = [line for line in section.lines if not line.blank]
    return company
