"""Who pays for what: source, programme, objective, as wide as their euros; loans, national money and the rest apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from graph.model import Graph
from viz.contrast import ink_on
from viz.french import euros
from viz.money import listing, table
from viz.money.bands import OTHERS, Band, Column, Slot, placed, scale_of
from viz.money.diagram import Diagram, Limits, Style, diagram
from viz.money.flows import Money, money
from viz.money.labels import Labels, Line, set_in, smaller, tall
from viz.money.ribbons import GIVEN, REST_INK, STRONG, Gate, Ribbon, draw_ribbons
from viz.money.words import Names, agreed, alternative, leaders, notes, subtitle, title
from viz.paper.canvas import GREY, INK, Canvas
from viz.paper.chart import Chart
from viz.paper.key import Key
from viz.paper.sheet import Format, Heading, Room, sheet
from viz.paper.type import width

_SHARES = {"left": 0.27, "first": 0.17, "cards": 0.22, "second": 0.08}
_BAR = 9.0
_LABELS = 0.85
"""How much of the height labels alone may ask for."""


def sankey(graph: Graph, page: Format, source: str) -> Chart | None:
    """The money of a plan on one page, its table beside it; None where the plan says nothing of money."""
    found, names = money(graph), Names(graph)
    if not found:
        return None
    claim = title(found, names)
    alt = alternative(found, names)
    drawn = bool(found.given or found.announced)
    canvas, room = sheet(page, Heading(claim, subtitle(found), source, alt), _keys(found) if drawn else ())
    if drawn:
        room = listing.foot(canvas, page, room, notes(found, names))
        _Drawing(graph, found, names, canvas, page, room).draw()
    else:
        listing.draw(canvas, page, room, found, names)
    return Chart(f"financements-{page.name}", claim, alt, [canvas], table.table(found, names))


def _keys(found: Money) -> list[Key]:
    keys = [Key("swatch", "financement chiffré", GIVEN)] * bool(found.total - found.loans)
    keys += [Key("outlined", "prêt, à rembourser", GIVEN)] * bool(found.loans)
    return keys + [Key("hatched", "annoncé, sans financeur nommé", REST_INK)] * bool(found.rest)


@dataclass(frozen=True)
class _Places:
    """Where the columns begin and end, in points."""

    left: float
    cards: tuple[float, float]
    right: float
    end: float


class _Drawing:
    """Three columns in a room: bars, the flows between them, and the labels beside them."""

    def __init__(self, graph: Graph, found: Money, names: Names, canvas: Canvas, page: Format, room: Room) -> None:
        self.canvas, self.page, self.room, self.found, self.names = canvas, page, room, found, names
        self.top = room.top + page.small * 2.2
        self.height = room.bottom - self.top
        self.at = _places(room)
        limits = Limits(*(max(3, int(self.height / (rows * page.body * 1.3 + 6))) for rows in (1.3, 1.4, 2.0)))
        self.columns = self._folded(graph, limits)
        first = leaders(found, names)
        self.first = {row.source for row in found.given if len(first) == 1 and names.giver(row.source) in first}

    def _folded(self, graph: Graph, limits: Limits) -> list[Column]:
        """The columns of a diagram that leaves its flows some height: the smallest bars are folded until it does."""
        while True:
            self.drawn: Diagram = diagram(self.found, limits)
            self.labels = Labels(graph, self.found, self.drawn, self.names)
            columns = self._columns()
            full = [column.height(0) > self.height * _LABELS for column in columns]
            fewer = limits.fewer(full)
            if not any(full) or fewer == limits:
                return columns
            limits = fewer

    def draw(self) -> None:
        """Everything, the flows first."""
        scale = scale_of(self.columns, self.height)
        left, cards, right = (placed(column, scale, self.top, self.height) for column in self.columns)
        self._ribbons(left, cards, right)
        self._left(left)
        self._cards(cards)
        self._right(right)
        self._heads()

    # -- columns ---------------------------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        left = [Band(key, euros_, self._least(key), self._group(key)) for key, euros_ in self._sources()]
        right = sorted(self.drawn.right().items(), key=lambda pair: self.labels.rank(pair[0]))
        goals = [Band(key, euros_, tall(self._goal_lines(key))) for key, euros_ in right]
        return [
            Column(left, self.page.small * 0.5, self.page.small * 1.9),
            self._card_column(),
            Column(goals, self.page.small * 0.9),
        ]

    def _sources(self) -> list[tuple[str, int]]:
        """Gifts, loans, then what has no source; the largest first, a fold of many after the others."""
        pairs = self.drawn.left().items()
        return sorted(pairs, key=lambda pair: (self._group(pair[0]), pair[0].startswith(OTHERS), -pair[1], pair[0]))

    def _group(self, key: str) -> int:
        return ("given", "loan", "rest").index(self.drawn.styles[key])

    def _card_column(self) -> Column:
        amounts = self.drawn.cards()
        order = sorted(amounts, key=lambda key: (self._centre(key), -amounts[key], key))
        room = self.at.cards[1] - self.at.cards[0] - 2 * _BAR - self.page.small * 1.6
        for detail in (3, 2, 1, 0):
            self.lines = {key: self.labels.card(key, self.page.body, self.page.small, room, detail) for key in order}
            bands = [Band(key, amounts[key], tall(self.lines[key]) + self.page.small) for key in order]
            column = Column(bands, self.page.small)
            if column.height(0) <= self.height * _LABELS:
                break
        return column

    def _centre(self, card: str) -> float:
        if card == OTHERS:
            return inf
        ranks = sorted(self.drawn.right(), key=self.labels.rank)
        ends = [(ranks.index(goal), amount) for (key, goal, _), amount in self.drawn.served.items() if key == card]
        return sum(rank * amount for rank, amount in ends) / (sum(amount for _, amount in ends) or 1)

    # -- flows -----------------------------------------------------------------------------------------------------

    def _ribbons(self, left: dict[str, Slot], cards: dict[str, Slot], right: dict[str, Slot]) -> None:
        paid = [self._paid(source, card, amount) for (source, card), amount in self.drawn.paid.items()]
        served = [self._served(card, goal, style, amount) for (card, goal, style), amount in self.drawn.served.items()]
        totals = self.drawn.cards()
        gates = Gate(left, self.drawn.left()), Gate(cards, totals)
        draw_ribbons(self.canvas, paid, (self.at.left + _BAR, self.at.cards[0]), gates)
        gates = Gate(cards, totals), Gate(right, self.drawn.right())
        draw_ribbons(self.canvas, served, (self.at.cards[1], self.at.right), gates)

    def _paid(self, source: str, card: str, amount: int) -> Ribbon:
        style = self.drawn.styles[source]
        name = f"{self.labels.giver(source)[0]} : {euros(amount)}"
        colour = REST_INK if style == "rest" else STRONG if source in self.first else GIVEN
        return Ribbon(source, card, amount, style, colour, name, strong=source in self.first)

    def _served(self, card: str, goal: str, style: Style, amount: int) -> Ribbon:
        return Ribbon(
            card, goal, amount, style, self._colour(goal, style), f"{self.labels.goal(goal)[1]} : {euros(amount)}"
        )

    def _colour(self, goal: str, style: Style = "given") -> str:
        axis = self.labels.goal(goal)[2]
        return REST_INK if style == "rest" or axis is None else axis.fill

    # -- labels ----------------------------------------------------------------------------------------------------

    def _least(self, key: str) -> float:
        return max(tall(self._giver_rows(key)), self.page.body * 1.2)

    def _giver_rows(self, key: str) -> list[Line]:
        room = self.at.left - self.room.left - self._amounts() - self.page.body * 1.4
        words, kind = self.labels.giver(key)
        twins = sum(self.labels.giver(other)[0] == words for other in self.drawn.left())
        return smaller(f"{words} ({kind})" if kind and twins > 1 else words, (self.page.body, self.page.small), room)

    def _amounts(self) -> float:
        return max(width(euros(amount), self.page.body, 700) for amount in self.drawn.left().values())

    def _left(self, slots: dict[str, Slot]) -> None:
        amounts, edge = self.drawn.left(), self.at.left - self.page.body * 0.7
        for key, slot in slots.items():
            style, middle = self.drawn.styles[key], slot.top + slot.height / 2
            fill = {"rest": self.canvas.hatching(REST_INK), "loan": "#FFFFFF"}.get(style, self._bar_colour(key))
            edge_colour = REST_INK if style == "rest" else self._bar_colour(key)
            self.canvas.rect((self.at.left, slot.start), (_BAR, slot.bar), fill=fill, stroke=edge_colour, line=0.8)
            size, rows = self.page.body, self._giver_rows(key)
            self.canvas.text((edge, middle + size * 0.34), euros(amounts[key]), size, weight=700, anchor="end")
            right = edge - self._amounts() - size * 0.7
            self._block(rows, right, middle, "end")
        self._loans_head(slots)

    def _bar_colour(self, key: str) -> str:
        return STRONG if key in self.first else GIVEN

    def _loans_head(self, slots: dict[str, Slot]) -> None:
        tops = [slot.top for key, slot in slots.items() if self.drawn.styles[key] == "loan"]
        if tops:
            edge, size = self.at.left - self.page.body * 0.7, self.page.small
            self.canvas.text((edge, min(tops) - size * 0.6), "Prêts, à rembourser", size, weight=600, anchor="end")

    def _cards(self, slots: dict[str, Slot]) -> None:
        x0, x1 = self.at.cards
        for key, slot in slots.items():
            self.canvas.rect((x0, slot.top), (x1 - x0, slot.height), fill="#F3F5F8", radius=2)
            for x in (x0, x1 - _BAR):
                self.canvas.rect((x, slot.start), (_BAR, slot.bar), fill=INK)
            self._block(self.lines[key], x0 + _BAR + self.page.small * 0.8, slot.top + slot.height / 2, "start")

    def _goal_lines(self, key: str) -> list[Line]:
        badge, words, _ = self.labels.goal(key)
        room = self.at.end - self.at.right - _BAR - self.page.body * (3.4 if badge else 1.0)
        rest, amount = self.drawn.rest_of(key), self.drawn.right()[key]
        note = f"{euros(amount)}, dont {agreed(rest, 'non ventilé')}" if rest else euros(amount)
        return [*set_in(words, self.page.body, room, 4, 600), *set_in(note, self.page.small, room, 2, quiet=True)]

    def _right(self, slots: dict[str, Slot]) -> None:
        for key, slot in slots.items():
            badge = self.labels.goal(key)[0]
            colour, size = self._colour(key), self.page.body
            self.canvas.rect((self.at.right, slot.start), (_BAR, slot.bar), fill=colour)
            x, middle = self.at.right + _BAR + size * 0.7, slot.top + slot.height / 2
            if badge:
                self.canvas.rect((x, middle - size * 0.95), (size * 2, size * 1.9), fill=colour, radius=3)
                place = (x + size, middle + size * 0.36)
                self.canvas.text(place, badge, size, weight=700, anchor="middle", colour=ink_on(colour))
                x += size * 2.5
            self._block(self._goal_lines(key), x, middle, "start")

    def _block(self, rows: list[Line], x: float, middle: float, anchor: str) -> None:
        y = middle - tall(rows) / 2
        for row in rows:
            colour = GREY if row.quiet else INK
            at = (x, y + row.height * 0.76)
            self.canvas.text(at, row.words, row.size, weight=row.weight, anchor=anchor, colour=colour)  # type: ignore[arg-type]
            y += row.height

    def _heads(self) -> None:
        size, y = self.page.small, self.room.top + self.page.small
        self.canvas.text(
            (self.at.left - self.page.body * 0.7, y), "Qui paie", size, weight=600, anchor="end", colour=GREY
        )
        self.canvas.text((self.at.cards[0], y), "Pour quel programme", size, weight=600, colour=GREY)
        self.canvas.text((self.at.right, y), "Pour quel objectif", size, weight=600, colour=GREY)


def _places(room: Room) -> _Places:
    left = room.left + _SHARES["left"] * room.width
    start = left + _SHARES["first"] * room.width
    end = start + _SHARES["cards"] * room.width
    return _Places(left, (start, end), end + _SHARES["second"] * room.width, room.right)
