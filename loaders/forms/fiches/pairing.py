"""Funders and their amounts printed under labels of their own: "Financeur 1 : État", then "Montant € HT : 12 000"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.forms.actors import FUNDER_SECTIONS
from loaders.forms.fiches.rubrics import label_key
from loaders.forms.section import Section
from loaders.forms.values.figures import bare_number, figures
from loaders.forms.values.rows import unit_of

_FUNDER = re.compile(r"(?:co-?)?financeur(?: ?n?[°o]? ?\d+)?")
_AMOUNT = re.compile(
    r"montants?(?: (?:€|ht|ttc|en euros?|accorde|demande|sollicite|prevu|attendu|du financeur)\w*)*(?: \d)?"
)


def paired(sections: list[Section]) -> list[Section]:
    """Sections with each amount beside the one funder named right before it."""
    found: list[Section] = []
    for section in sections:
        before = found[-1] if found else None
        if before is not None and _is_amount(section) and _is_funder(before):
            words = [_with_unit(line.body, section.label) for line in section.lines]
            name = before.lines[0]
            before.lines = [replace(name, raw=" : ".join([name.body, *words]))]
        else:
            found.append(section)
    return found


def _is_funder(section: Section) -> bool:
    """True for one funder without an amount."""
    named = section.kind in FUNDER_SECTIONS and _FUNDER.fullmatch(label_key(section.label)) is not None
    return named and len(section.lines) == 1 and not figures(section.lines[0].body)


def _is_amount(section: Section) -> bool:
    return section.kind == "budget" and bool(section.lines) and _AMOUNT.fullmatch(label_key(section.label)) is not None


def _with_unit(words: str, label: str) -> str:
    """A bare number with the unit of its label; the words of a share without their label ("Part : 40 %")."""
    if bare_number(words) is not None:
        return f"{words} {unit_of(label) or '€'}"
    inside = figures(words)
    return words[inside[0].start : inside[-1].end] if inside else words
