"""Tables from ruling lines: which lines make one grid, and which of its squares one cell covers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from loaders.read.pdf.page import Box

MOST_RULES = 1_500
_SNAP, _TOUCH, _SHORTEST, _OPEN = 3.5, 3.0, 6.0, 8.0
_COVERED = 0.6
Walls = set[tuple[int, int]]


class Rule(NamedTuple):
    """A ruling line: where it runs (`at`), from where to where, in points."""

    at: float
    start: float
    end: float


class Square(NamedTuple):
    """The place of a cell in its grid: first row and column, and those after its last."""

    row: int
    column: int
    below: int
    beyond: int


@dataclass(frozen=True)
class Grid:
    """A table's cells: `xs` and `ys` are where its columns and rows are parted."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    squares: tuple[Square, ...]

    @property
    def box(self) -> Box:
        """Where it stands."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])

    def cell(self, square: Square) -> Box:
        """Where a cell stands."""
        return Box(self.xs[square.column], self.ys[square.row], self.xs[square.beyond], self.ys[square.below])


@dataclass(frozen=True)
class Rules:
    """The ruling lines of a page, once their pieces are joined."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


def rules_of(edges: Sequence[Box]) -> Rules:
    """The lines of a page; none on one of more lines than any table has."""
    across = _rules((edge.top, edge.x0, edge.x1) for edge in edges if edge.width >= edge.height)
    down = _rules((edge.x0, edge.top, edge.bottom) for edge in edges if edge.width < edge.height)
    few = len(across) + len(down) <= MOST_RULES
    return Rules(tuple(across), tuple(down)) if few else Rules((), ())


def grids_of(rules: Rules) -> tuple[list[Grid], list[Rule]]:
    """The tables and frames that lines draw; and horizontal lines that no other crosses."""
    groups = list(_connected(rules.across, rules.down))
    crossed = {rule for across, _ in groups for rule in across}
    grids = [grid for group in groups if (grid := _grid(*group))]
    found = sorted(grids, key=lambda grid: grid.box.top)
    tables = [grid for grid in found if len(grid.squares) > 1]
    outer = [grid for grid in found if not any(_is_within(grid, other) for other in tables if other is not grid)]
    return outer, [rule for rule in rules.across if rule not in crossed]


def _is_within(grid: Grid, other: Grid) -> bool:
    """True for a table drawn inside a cell of another."""
    return any(other.cell(square).holds(grid.box) and other.box.width > grid.box.width for square in other.squares)


def _rules(pieces: Iterable[tuple[float, float, float]]) -> list[Rule]:
    """Pieces of lines set on common places and joined end to end; what is then short is none."""
    ordered = sorted(pieces)
    places = _places([piece[0] for piece in ordered])
    lines: defaultdict[float, list[tuple[float, float]]] = defaultdict(list)
    for at, start, end in ordered:
        lines[places[at]].append((start, end))
    rules = (Rule(at, *span) for at, spans in lines.items() for span in _joined(spans))
    return [rule for rule in rules if rule.end - rule.start >= _SHORTEST]


def _places(values: Sequence[float]) -> dict[float, float]:
    """For each of sorted values, the middle of those that lie close together."""
    places: dict[float, float] = {}
    group: list[float] = []
    for value in values:
        if group and value - group[0] > _SNAP:
            places |= dict.fromkeys(group, (group[0] + group[-1]) / 2)
            group = []
        group.append(value)
    return places | dict.fromkeys(group, (group[0] + group[-1]) / 2 if group else 0.0)


def _joined(spans: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    open_start, open_end = None, 0.0
    for start, end in sorted(spans):
        if open_start is not None and start > open_end + _TOUCH:
            yield open_start, open_end
            open_start = None
        open_start, open_end = (start, end) if open_start is None else (open_start, max(open_end, end))
    if open_start is not None:
        yield open_start, open_end


def _connected(across: Sequence[Rule], down: Sequence[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that touch one another, table by table."""
    touching = [{i for i, rule in enumerate(across) if _touch(rule, other)} for other in down]
    touched: defaultdict[int, set[int]] = defaultdict(set)
    for at, others in enumerate(touching):
        for other in others:
            touched[other].add(at)
    unseen = set(range(len(down)))
    while unseen:
        todo = [min(unseen)]
        group, reached = set(todo), set[int]()
        while todo:
            new = touching[todo.pop()] - reached
            reached |= new
            near = {at for other in new for at in touched[other]} - group
            group |= near
            todo += near
        unseen -= group
        yield [across[i] for i in sorted(reached)], [down[i] for i in sorted(group)]


def _touch(across: Rule, down: Rule) -> bool:
    level = down.start - _TOUCH <= across.at <= down.end + _TOUCH
    return level and across.start - _TOUCH <= down.at <= across.end + _TOUCH


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    """The grid of lines that touch; where the table's sides are not drawn, it reaches as far as its lines."""
    xs, ys = _parted(down, across), _parted(across, down)
    if len(xs) < 2 or len(ys) < 2:
        return None
    beside = set(_walls(down, xs, ys))
    above = {(row, column) for column, row in _walls(across, ys, xs)}
    return Grid(tuple(xs), tuple(ys), tuple(_squares(len(ys) - 1, len(xs) - 1, beside, above)))


def _parted(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Where rules stand, and where those that cross them end, if several go on beyond the first or the last."""
    places = sorted({rule.at for rule in rules})
    if not places:
        return []
    before = sorted(rule.start for rule in crossing if rule.start < places[0] - _OPEN)
    beyond = sorted(rule.end for rule in crossing if rule.end > places[-1] + _OPEN)
    return [*_middle(before), *places, *_middle(beyond)]


def _middle(values: Sequence[float]) -> list[float]:
    return [values[len(values) // 2]] if len(values) > 1 else []


def _walls(rules: Sequence[Rule], places: Sequence[float], crossed: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Which steps between the places crossed have a wall, and at which place of the rules."""
    for rule in rules:
        at = min(range(len(places)), key=lambda i: abs(places[i] - rule.at))
        for step, (start, end) in enumerate(pairwise(crossed)):
            if min(end, rule.end) - max(start, rule.start) >= _COVERED * (end - start):
                yield step, at


def _squares(rows: int, columns: int, beside: Walls, above: Walls) -> Iterator[Square]:
    """The cells: squares that no wall parts are one; where they make no rectangle, one for each row."""
    free = {(row, column) for row in range(rows) for column in range(columns)}
    for row in range(rows):
        for column in range(columns):
            if (row, column) in free:
                region = _region((row, column), free, beside, above)
                free -= region
                yield from _rectangles(region)


def _region(first: tuple[int, int], free: Walls, beside: Walls, above: Walls) -> Walls:
    """The squares that can be reached from one without passing a wall."""
    found, todo = {first}, [first]
    while todo:
        row, column = todo.pop()
        steps = [
            ((row, column + 1), (row, column + 1) in beside),
            ((row, column - 1), (row, column) in beside),
            ((row + 1, column), (row + 1, column) in above),
            ((row - 1, column), (row, column) in above),
        ]
        near = [square for square, wall in steps if not wall and square in free and square not in found]
        found.update(near)
        todo += near
    return found


def _rectangles(region: Walls) -> Iterator[Square]:
    rows, columns = {row for row, _ in region}, {column for _, column in region}
    if len(region) == (max(rows) - min(rows) + 1) * (max(columns) - min(columns) + 1):
        yield Square(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
        return
    for row in sorted(rows):
        inside = sorted(column for at, column in region if at == row)
        start = inside[0]
        for column, after in zip(inside, [*inside[1:], -1], strict=True):
            if after != column + 1:
                yield Square(row, start, row + 1, column + 1)
                start = after
