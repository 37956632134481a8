"""The slides of a dossier as data, composed by measure: 18 points and more, what does not fit goes to a next slide.

Lengths are points, on a slide of 960 × 540.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby

from graph.french import NBSP, listed
from viz.dossier.model import Claim, Dossier, Drawn, Figure, Section, Table
from viz.dossier.pdf import KICKER, aligned_right, cell
from viz.paper.type import largest, wrap

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 44.0
ROOM = WIDTH - 2 * MARGIN
TITLES, BODY, LEADING = (28.0, 26.0, 24.0, 22.0), 20.0, 1.22
TOP, BOTTOM = 138.0, 500.0
TABLE_TYPE, CELL = 18.0, 8.0
_AFTER, _CELL_LINES, _SAFE = 12.0, 8, 1.04
_BARE, _BRIEF = 2, "En bref"


@dataclass(frozen=True)
class Picture:
    """A map on a slide: its image, and what it shows."""

    name: str
    png: bytes
    alt: str


@dataclass(frozen=True)
class Grid:
    """A table on a slide: widths of its columns and heights of its rows, the header first."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float]
    heights: Sequence[float]
    right: Sequence[bool]


@dataclass(frozen=True)
class Slide:
    """One slide. `bullets` or `grid` or `figures` stand under the title; a `picture` fills the slide.

    `size` is that of the title; `notes` are for who speaks: where each figure comes from.
    """

    kicker: str
    title: str
    size: float
    notes: str
    bullets: tuple[str, ...] = ()
    grid: Grid | None = None
    figures: tuple[Figure, ...] = ()
    picture: Picture | None = None
    foot: str = ""
    cover: bool = False


def deck(dossier: Dossier, pictures: Mapping[str, Sequence[bytes]]) -> list[Slide]:
    """The slides of a dossier; `pictures` are the pages of each map, by its key, as PNG."""
    slides = [_cover(dossier)]
    for bare, parts in groupby(dossier.sections, _is_bare):
        alike = list(parts)
        slides += (
            _together(alike) if bare and len(alike) > 1 else chain.from_iterable(_whole(p, pictures) for p in alike)
        )
    return slides


def _whole(part: Section, pictures: Mapping[str, Sequence[bytes]]) -> Iterator[Slide]:
    yield from _texts(part)
    yield from _tables(part)
    for drawn in part.charts:
        yield from _maps(part, drawn, pictures.get(drawn.key, ()))


def _is_bare(part: Section) -> bool:
    return len(part.claims) <= _BARE and not (part.figures or part.tables or part.charts)


def _together(parts: Sequence[Section]) -> Iterator[Slide]:
    """Sections of a sentence or two, one after the other, share slides; what several say alike is said once."""
    titles: dict[Claim, list[str]] = {}
    for part in parts:
        for claim in part.claims:
            same = next((told for told in titles if told.text == claim.text), claim)
            titles.setdefault(same, []).append(part.title)
    claims = [replace(told, text=f"{listed(of)}{NBSP}: {told.text}") for told, of in titles.items()]
    for rank, filled in enumerate(_filled(claims, BOTTOM - TOP)):
        title = f"{_BRIEF} (suite)" if rank else _BRIEF
        whole = Section("", KICKER, filled)
        yield _slide(whole, title, _notes(filled), bullets=_bullets(filled, BOTTOM - TOP))


def _cover(dossier: Dossier) -> Slide:
    size = largest(dossier.title, (36.0, 32.0, 28.0), ROOM, 4, 700)
    return Slide(KICKER, dossier.title, size, dossier.source, (dossier.subtitle,), cover=True)


def _slide(part: Section, title: str, notes: str, **body: object) -> Slide:
    """A slide under a title of three lines at most, in the largest type that it allows."""
    size = largest(title, TITLES, ROOM / _SAFE, 2, 700)
    return Slide(part.title, title, size, notes, **body)  # type: ignore[arg-type]


def _is_title(text: str) -> bool:
    return not wrap(text, TITLES[-1], ROOM / _SAFE, 3, 700)[-1].endswith("…")


def _texts(part: Section) -> Iterator[Slide]:
    """The claims of a section, on as many slides as they need; the first is a title, unless it is too long for one."""
    headed = _is_title(part.lead.text)
    for rank, claims in enumerate(_filled(part.claims[headed:], _room(part))):
        room = _room(part) if rank == 0 else BOTTOM - TOP
        told = (part.lead, *claims) if rank == 0 and headed else claims
        title = f"{part.title} (suite)" if rank else part.lead.text if headed else part.title
        figures = part.figures if rank == 0 else ()
        if headed and not claims and part.lead.more and not figures:
            yield _slide(part, title, _notes(told), bullets=(part.lead.more,))
            continue
        yield _slide(part, title, _notes(told), bullets=_bullets(claims, room), figures=figures)


def _bullets(claims: Sequence[Claim], room: float) -> tuple[str, ...]:
    """The claims, each with what must be known to read it where all of that fits."""
    whole = tuple(" ".join(filter(None, [claim.text, claim.more])) for claim in claims)
    needed = sum(lines(text) * BODY * LEADING + _AFTER for text in whole)
    return whole if needed <= room else tuple(claim.text for claim in claims)


def _room(part: Section) -> float:
    return BOTTOM - TOP - (190.0 if part.figures else 0.0)


def _filled(claims: Sequence[Claim], room: float) -> Iterator[tuple[Claim, ...]]:
    """Claims slide by slide; the first slide has room for so many points, the next ones for all of a slide."""
    held: list[Claim] = []
    left = room
    for claim in claims:
        needed = lines(claim.text) * BODY * LEADING + _AFTER
        if (held and needed > left) or (not held and needed > left and left < BOTTOM - TOP):
            yield tuple(held)
            held, left = [], BOTTOM - TOP
        held.append(claim)
        left -= needed
    yield tuple(held)


def lines(text: str, size: float = BODY, room: float = ROOM - 30) -> int:
    """How many lines a text takes, in the font of the slides (a little narrower than the one it is measured with)."""
    return len(wrap(text, size, room / _SAFE, 99))


def _notes(claims: Sequence[Claim]) -> str:
    told = (" ".join(filter(None, [claim.text, claim.more, _proof(claim)])) for claim in claims)
    return "\n\n".join(told)


def _proof(claim: Claim) -> str:
    return f"[D’où vient ce chiffre{NBSP}: {claim.proof.words}.]" if claim.proof.words else ""


def _tables(part: Section) -> Iterator[Slide]:
    for table in part.tables:
        grid = _grid(table)
        left = len(table.rows) - len(grid.rows)
        more = f"+ {left} ligne{'s' * (left > 1)} dans le dossier PDF." if left else ""
        notes = " ".join(filter(None, [table.note, more]))
        yield _slide(part, table.title, notes, grid=grid, foot=more)


def _grid(table: Table) -> Grid:
    """As many rows as fit; a cell has eight lines at most."""
    kept = table.brief or tuple(range(len(table.columns)))
    whole = sum(table.widths[place] for place in kept)
    widths = [ROOM * table.widths[place] / whole for place in kept]
    right = [aligned_right(table, place) for place in kept]
    head = _cells([table.columns[place][:1].upper() + table.columns[place][1:] for place in kept], widths, 700)
    heights, rows, y = [_high(head)], [], TOP + _high(head)
    for row in table.rows:
        cells = _cells([cell(row[place]) for place in kept], widths)
        y += _high(cells)
        if y > BOTTOM:
            break
        heights.append(_high(cells))
        rows.append([" ".join(part) for part in cells])
    return Grid([" ".join(part) for part in head], rows, widths, heights, right)


def _cells(texts: Sequence[str], widths: Sequence[float], weight: int = 400) -> list[list[str]]:
    return [
        wrap(text, TABLE_TYPE, (wide - 2 * CELL) / _SAFE, _CELL_LINES, 700 if weight == 700 else 400)
        for text, wide in zip(texts, widths, strict=True)
    ]


def _high(cells: Sequence[Sequence[str]]) -> float:
    return max(len(part) for part in cells) * TABLE_TYPE * LEADING + 8.0


def _maps(part: Section, drawn: Drawn, pages: Sequence[bytes]) -> Iterator[Slide]:
    chart = drawn.charts["16x9"]
    for rank, (page, png) in enumerate(zip(chart.pages, pages, strict=True)):
        title = page.title or chart.title
        alt = f"{title}. {page.alt or chart.alt}".strip()
        notes = f"{drawn.what}. {alt}"
        yield _slide(part, title, notes, picture=Picture(f"{drawn.key}-{rank + 1}.png", png, alt))
