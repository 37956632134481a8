"""Who pays how much, as plans list it: "Enedis : 50 %", "État (BOP 147) 20 000 €", tables of funders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graph.text import fold
from loaders.forms.values.figures import Figure, cut, figures, groups
from loaders.forms.values.providers import (
    NOBODY,
    is_own,
    name_before,
    name_behind,
    plain_name,
    special_source,
    why_nobody,
    without_credits,
    without_scheme,
)
from loaders.forms.values.rows import flattened
from loaders.forms.values.statuses import is_not_said
from loaders.lines import Line
from loaders.words.money import NamedAmount, SourceOfMoney, named_amount
from loaders.words.split import split_outside

UNSAID = ("financement", "inconnu")
OWN = "fonds propres"
_TOTAL = re.compile(r"^(?:sous-)?total(?:e|aux)?\b|^ensemble$|^(?:cout|budget|montant) total\b")
_YEAR_ONLY = re.compile(r"^(?:en |annee )?(?:19|20)\d{2}(?:\s*[-/]\s*(?:(?:19|20)?\d{2}))?$")
_UNSAID_TAIL = re.compile(
    r"\s*[:(–-]?\s*(?:non renseign[ée]e?s?|none|nc|[àa] d[ée]finir|[àa] pr[ée]ciser)\s*€?\s*\)?\s*$", re.IGNORECASE
)
_LEADING = re.compile(r"^[\s:;,+/•–-]*(?:(?:et|puis|plus)\s+)?", re.IGNORECASE)
_PART, _AGAIN = re.compile(r"\bdont\b", re.IGNORECASE), re.compile(r"\bsoit\b", re.IGNORECASE)
_IN_KIND = re.compile(
    r"(?:(?:en|de|d\'|au titre de) ?(?:l\'|la )?)?"
    r"(?:nature|valorisation|numeraire|industrie|investissement|fonctionnement|\w+ propres?)\b"
)
_EACH = re.compile(r"\s*chacune?s?\b", re.IGNORECASE)


@dataclass
class Funding:
    """What a list of funders says. `given`: who gives what; `names`: lines that only name; `aside`: words, and why.

    `own` is what those who lead the action bring themselves, `total` the sum that the list announces for itself.
    """

    given: list[tuple[Line, NamedAmount]] = field(default_factory=list)
    names: list[Line] = field(default_factory=list)
    aside: list[tuple[Line, str, str]] = field(default_factory=list)
    own: list[tuple[Line, NamedAmount]] = field(default_factory=list)
    total: tuple[int, Line] | None = None


def read_funders(lines: Sequence[Line]) -> Funding:
    """Read a list of funders by line, comma, semicolon, slash or table; each piece with a figure is one funder."""
    found = Funding()
    for line in _paired(flattened(lines)):
        if figures(line.body):
            for piece in _pieces(line.body):
                _take(found, line, piece)
        else:
            _take_names(found, line)
    return found


def _paired(lines: Sequence[Line]) -> Iterator[Line]:
    """A name and, on the next line, nothing but its figures, are one line."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None and "," not in waiting.body and _only_figures(line.body):
            yield replace(waiting, raw=f"{waiting.body.rstrip(' :')} : {line.body}")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _only_figures(text: str) -> bool:
    """True for amounts and shares without a word beside them."""
    found = figures(text)
    if not found:
        return False
    between = "".join(text[one.end : other.start] for one, other in pairwise(found))
    around = text[: found[0].start] + between + text[found[-1].end :]
    return re.search(r"[^\W\d_]", re.sub(r"\b(?:HT|TTC|soit|environ)\b", "", around)) is None


def _pieces(text: str) -> Iterator[str]:
    """Pieces of a list that hold one funder each."""
    for part in split_outside(text, ",;"):
        sides = split_outside(part, "/")
        parted = len(sides) > 1 and all(figures(side) for side in sides)
        for side in sides if parted else [part]:
            for piece in filter(None, (_LEADING.sub("", piece).strip() for piece in cut(side))):
                yield from _each(piece)


def _each(piece: str) -> list[str]:
    """ "Cofinancement État/Département : 5 000 € chacun" is two funders with that amount."""
    inside = figures(piece)
    if not inside or not _EACH.match(piece, inside[-1].end):
        return [piece]
    named = without_scheme(plain_name(piece[: inside[0].start]))
    figure = piece[inside[0].start : inside[-1].end]
    return [f"{name.strip()} : {figure}" for name in re.split(r"\s*/\s*|,\s*|\s+et\s+", named) if name.strip()]


def _take(found: Funding, line: Line, piece: str) -> None:
    """Add what one piece says."""
    part = _PART.match(piece)
    piece = piece[part.end() :].strip() if part else piece
    inside = figures(piece)
    if any(figure.span for figure in inside):
        found.aside.append((line, piece, "une fourchette"))
        return
    name, euros, share = _name_of(piece, inside), _sum(piece, inside), _share(inside)
    folded = fold(name)
    if _TOTAL.match(folded):
        found.total = (euros, line) if euros is not None else found.total
    elif part and (not name or _IN_KIND.match(folded)):
        found.aside.append((line, piece, "une part du montant qui précède"))
    elif inside and (not name or _YEAR_ONLY.match(folded)):
        _add_to_last(found, line, piece, euros)
    elif is_own(name):
        found.own.append((line, NamedAmount(SourceOfMoney("", OWN, "inconnu"), euros=euros, share=share)))
    elif (source := _source(piece, name, inside)) is not None:
        found.given.append((line, NamedAmount(source, euros=euros, share=share)))
    elif inside or not is_not_said(name):
        found.aside.append((line, piece, why_nobody(name) or NOBODY))


def _sum(piece: str, inside: Sequence[Figure]) -> int | None:
    """One amount, or those of several years; "dont 2 000 €" is a part of it, "soit 6 000 €" says it again."""
    given: list[int] = []
    end = 0
    for figure in inside:
        between, end = piece[end : figure.start], figure.end
        if figure.euros is None or (given and _PART.search(between)):
            continue
        given = [figure.euros] if _AGAIN.search(between) else [*given, figure.euros]
    return sum(given) if given else None


def _share(inside: Sequence[Figure]) -> float | None:
    return next((figure.share for figure in inside if figure.share is not None), None)


def _add_to_last(found: Funding, line: Line, piece: str, euros: int | None) -> None:
    """A further year of the funder before; nobody's where there is none."""
    if found.given and euros is not None and found.given[-1][0].locator == line.locator:
        before, amount = found.given[-1]
        found.given[-1] = (before, replace(amount, euros=(amount.euros or 0) + euros))
    else:
        found.aside.append((line, piece, "un montant sans financeur"))


def _name_of(piece: str, inside: Sequence[Figure]) -> str:
    """The words that name the funder: before the figures, or behind them."""
    if not inside:
        return plain_name(_UNSAID_TAIL.sub("", piece))
    return name_before(piece[: inside[0].start]) or name_behind(piece[inside[-1].end :])


def _source(piece: str, name: str, inside: Sequence[Figure]) -> SourceOfMoney | None:
    """The source behind a name: the State's credits, a European fund, or whom the words name; None where nobody is."""
    special = special_source(piece, name)
    if special is not None:
        return special
    read = named_amount(_without_shares(piece)) if inside else None
    if read is not None and read.source.instrument != "contribution":
        return read.source
    if not name or is_not_said(name) or why_nobody(name) is not None:
        return None
    return SourceOfMoney(name, "contribution", "inconnu") if inside else SourceOfMoney(name, *UNSAID)


def _without_shares(piece: str) -> str:
    """A piece with its amounts only, where it has both amounts and shares."""
    for group in reversed(groups(piece)):
        for figure in reversed(group):
            if figure.share is not None and len(group) > 1:
                piece = piece[: figure.start].rstrip(" :(") + " " + piece[figure.end :].lstrip(" :)")
    return piece


def _take_names(found: Funding, line: Line) -> None:
    """A line without figures: names, but for schemes, words that name nobody, and details of credits."""
    pieces = [piece for part in split_outside(line.body, ",;") for piece in _apart(part)]
    read = [(piece, _name_of(piece, ())) for piece in pieces]
    if not any(_is_odd(piece, name) for piece, name in read):
        found.names.append(replace(line, raw=without_credits(line.raw)))
        return
    for piece, name in read:
        if _is_odd(piece, name):
            _take(found, line, piece)
        elif name:
            found.names.append(replace(line, raw=piece.strip(), adjacent=False))


def _is_odd(piece: str, name: str) -> bool:
    """True for a piece that is no plain name of a funder."""
    told = special_source(piece, name) is not None or why_nobody(name) is not None
    return told or is_own(name) or _UNSAID_TAIL.search(piece) is not None


def _apart(part: str) -> list[str]:
    """ "FEDER / Région" are two pieces; a name with its scheme is one ("État / BOP 147")."""
    sides = [side.strip() for side in split_outside(part, "/")]
    scheme = len(sides) > 1 and special_source(part, plain_name(sides[0])) is not None
    return [part] if scheme or len(sides) == 1 else sides
