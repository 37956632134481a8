"""The section of tools: each tool and who operates it, actors listed among them, and programmes with their money."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from graph.text import fold
from loaders.lines import Line, unwrap
from loaders.words import names
from loaders.words.funding import NamedFunder, named_funders
from loaders.words.joined import split_names
from loaders.words.money import Money, first_amount, leading_amount
from loaders.words.split import outside, parentheses, split_outside

Known = Callable[[str], bool]
_BY = re.compile(r"\s+(?:par|de la|de l['’]|du|des|de|d['’])(?:\s+|(?<=['’]))(?=[A-ZÀ-Þ]|la |le |l['’]|les )")
_FUNDING_WORDS = re.compile(r"\b(?:financements?|finance|subventions?|crédits?)\b", re.IGNORECASE)
_LEADING = re.compile(
    r"^(?:mise en place|mise en œuvre|déploiement|création) (?:de la |de l['’]|des |du |d['’]une? |de )", re.I
)


@dataclass(frozen=True)
class ListedTool:
    """A tool as printed, who operates it, and funders that its own words name."""

    name: str
    quote: str
    locator: str
    operators: tuple[str, ...] = ()
    funders: tuple[NamedFunder, ...] = ()


@dataclass(frozen=True)
class ListedActor:
    """An organisation listed among the tools; `funds` where the words say that it pays."""

    name: str
    quote: str
    locator: str
    funds: bool = False


@dataclass
class Programme:
    """A programme with money: its announced total, its parts ("120 M€ pour …"), and its sources ("8,6 M€ de …")."""

    name: str
    quote: str
    locator: str
    announced: tuple[Money, Line] | None = None
    parts: list[tuple[Money, Line]] = field(default_factory=list)
    sources: list[tuple[Money, Line]] = field(default_factory=list)


@dataclass
class ToolSection:
    """All that a section of tools says."""

    tools: list[ListedTool] = field(default_factory=list)
    actors: list[ListedActor] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)


def read_tools(lines: Sequence[Line], known: Known, standalone: frozenset[str]) -> ToolSection:
    """Read a section of tools. `known(name)` tells whether a name is an actor of the document."""
    section = ToolSection()
    whole = unwrap(lines)
    for position, line in enumerate(whole):
        following = whole[position + 1] if position + 1 < len(whole) else None
        if _opens_programme(line, following):
            section.programmes.append(Programme(line.text.rstrip(" :"), line.text, line.locator))
        elif (money := _money(line)) is not None:
            _into_programme(section, line, money)
        else:
            _read_items(section, line, known, standalone)
    return section


def _money(line: Line) -> Money | None:
    return leading_amount(line.body) or (first_amount(line.text) if line.text.endswith(":") else None)


def _opens_programme(line: Line, following: Line | None) -> bool:
    """A plain line right before an announced total names the programme."""
    if line.is_bullet or _money(line) is not None or following is None or following.is_bullet:
        return False
    return following.text.endswith(":") and first_amount(following.text) is not None


def _into_programme(section: ToolSection, line: Line, money: Money) -> None:
    if not section.programmes or (not line.is_bullet and section.programmes[-1].announced):
        section.programmes.append(Programme(line.text.rstrip(" :"), line.text, line.locator))
    programme = section.programmes[-1]
    if not line.is_bullet and line.text.endswith(":"):
        programme.announced = (money, line)
    elif re.match(r"pour\b", money.rest, re.IGNORECASE):
        programme.parts.append((money, line))
    else:
        programme.sources.append((money, line))


def _read_items(section: ToolSection, line: Line, known: Known, standalone: frozenset[str]) -> None:
    for part in split_outside(line.body, ",;"):
        head, colon, rest = outside(part, ":")
        if colon and known(names.clean(head)):
            section.actors.append(_payer(head, part, line))
            continue
        if colon and re.match(r"pour\b", fold(head)):
            part = rest
        for piece in _alternatives(part):
            _read_item(section, piece, names.clean(part), line, known, standalone)


def _alternatives(part: str) -> list[str]:
    """ "X / Y" are two tools where each begins like a name of its own; a last "(…)" then serves all."""
    pieces = [piece.strip() for piece in split_outside(part, "/")]
    if len(pieces) < 2 or not all(re.match(r"[A-ZÀ-Þ\"«“]", piece) for piece in pieces):
        return [part]
    _, inner = parentheses(pieces[-1])
    shared = f" ({inner})" if inner else ""
    return [*(f"{piece}{shared}" for piece in pieces[:-1]), pieces[-1]]


def _payer(head: str, part: str, line: Line) -> ListedActor:
    quote = names.clean(part)
    return ListedActor(names.clean(head), quote, line.locator, funds=bool(_FUNDING_WORDS.search(part)))


def _read_item(
    section: ToolSection, part: str, quote: str, line: Line, known: Known, standalone: frozenset[str]
) -> None:
    head, inner = parentheses(part)
    name = names.clean(head)
    if not name:
        return
    carrier = names.VIA.split(name, maxsplit=1)[0]
    if known(name) or known(carrier):
        section.actors.append(ListedActor(carrier, quote, line.locator))
        return
    funders = tuple(named_funders(part))
    name, carried_by = _carrier(_own_words(name), known)
    inner = (inner or "").strip()
    described = names.is_acronym_of(inner, name) or any(funder.who in inner for funder in funders)
    operators = [] if described else _operators(inner, known, standalone)
    section.tools.append(ListedTool(_title(name), quote, line.locator, tuple(carried_by + operators), funders))


def _title(name: str) -> str:
    """A tool's name without "Mise en place d'un", article, or quotation marks around the whole."""
    title = names.without_article(_LEADING.sub("", name)) or name
    quoted = re.fullmatch(r"[\"«“]\s*([^\"»”]+?)\s*[\"»”]", title)
    title = quoted[1] if quoted else title
    return title[0].upper() + title[1:]


def _own_words(name: str) -> str:
    """A tool's own name ends where its funders or a description begin: "Actions … financées par …", "Groupe qui …"."""
    return re.split(r"\s+(?:(?:co-?)?financée?s? par|qui)\b", name)[0]


def _carrier(name: str, known: Known) -> tuple[str, list[str]]:
    """An actor that ends the name: cut where it is said apart ("… par la Ville", "« … » du PNR"), else kept in it."""
    for match in _BY.finditer(name):
        before, actor = name[: match.start()], name[match.end() :]
        bare = names.without_article(actor)
        after_quotes = before.endswith(('"', "»", "”")) and names.has_organisation_form(bare)
        if known(actor) or after_quotes or (names.is_collectivity(bare) and bare[:1].isupper()):
            apart = after_quotes or match.group().strip().startswith("par")
            return (before if apart else name), [actor]
    return name, []


def _operators(inner: str, known: Known, standalone: frozenset[str]) -> list[str]:
    """Organisations between parentheses after a tool; a description names none."""
    pieces = [
        names.clean(name)
        for part in split_outside(inner, ",;")
        for name in split_names(part, standalone)
        if name.strip()
    ]
    named = all(known(piece) or _looks_like_actor(piece) for piece in pieces)
    beside_known = any(known(piece) for piece in pieces) and all(piece[:1].isupper() for piece in pieces)
    return pieces if named or beside_known else []


def _looks_like_actor(name: str) -> bool:
    return names.has_organisation_form(name) and len(name.split()) <= 8 and bool(re.search(r"[A-ZÀ-Þ]", name))
