"""Whom a budget names beside amounts: "30 000 € (État 15 000 €, Ville 15 000 €)", "5 000 € financés par l'ARS"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.text import fold
from loaders.forms.values.funders import read_funders
from loaders.lines import Line
from loaders.words import names
from loaders.words.money import NamedAmount
from loaders.words.usual import usual_names

_PAID_BY = re.compile(r"\b(?:(?:co-?)?financ|support|subventionn|apport)\w+ par\s+|\bpris\w* en charge par\s+", re.I)
_INSIDE = re.compile(r"\((?P<inner>[^()]*\d[^()]*)\)|\bdont\s+(?P<part>[^;]*)")
_ARTICLE = re.compile(r"^\s*(?:l['’]|la |le |les )", re.I)
_JOINED = re.compile(r"(?<=\))\s+et\s+(?=\S)")


def payers(lines: Sequence[Line], standalone: frozenset[str]) -> Iterator[tuple[Line, NamedAmount]]:
    """Each organisation that pays a part, with the line that says so. `standalone`: folded names known by themselves.

    Behind "financé par" every name is one; elsewhere only what is known, or has the form of a name: the rest are posts.
    """
    for line in lines:
        paid = _PAID_BY.split(line.text)[1:]
        words = [part.split(";")[0] for part in paid] or [part for part in _inside(line.text) if part] or [line.text]
        pieces = [Line(line.locator, _ARTICLE.sub("", piece)) for part in words for piece in _JOINED.split(part)]
        for _, amount in read_funders(pieces).given:
            source = amount.source
            if paid or source.instrument != "contribution" or _is_payer(source.provider, standalone):
                yield line, amount


def _inside(text: str) -> list[str]:
    return [match["inner"] or match["part"] for match in _INSIDE.finditer(text)]


def _is_payer(provider: str, standalone: frozenset[str]) -> bool:
    bare = fold(names.without_article(provider))
    known = bare in standalone or bare in usual_names()
    return known or names.is_collectivity(provider) or names.has_organisation_form(provider)
