"""Lists of a Word document: which list a paragraph belongs to, and its number."""

from __future__ import annotations

import re

from loaders.read.blocks import Item
from loaders.read.office.docx_styles import Styles, left_indent
from loaders.read.office.numbers import Count, Level
from loaders.read.office.xml import Element, attribute, child, children, integer, value

_FORMATS = {
    "lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a", "upperLetter": "A", "decimalZero": "01", "none": "",
}  # fmt: skip
_PLACE = re.compile(r"%([1-9])")
_STEP = 18.0
Levels = dict[int, Level]


class Lists:
    """The lists by number, and the counters of those met so far. Lists of one definition count together."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {attribute(one, "w:abstractNumId") or "": one for one in children(root, "w:abstractNum")}
        self._linked_to = {value(one, "w:styleLink"): one for one in self._definitions.values()}
        self._lists = {attribute(one, "w:numId") or "": one for one in children(root, "w:num")}
        self._levels: dict[str, Levels] = {}
        self._by_style: dict[str, dict[str, int]] = {}
        self._counts: dict[str, Count] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: Element | None, style: str | None) -> Item | None:
        """The item that a paragraph is, counted; None where it stands in no list or shows neither sign nor number."""
        number, level = self._place(properties, style)
        if number not in self._lists:
            return None
        levels = self._levels_of(number)
        count = self._counts.setdefault(value(self._lists[number], "w:abstractNumId") or number, Count())
        self._restart(number, level, count)
        count.advance(level, levels)
        if level in levels and not levels[level].shown:
            return None
        given = left_indent(properties)
        indent = given if given is not None else self._indent(style, level, levels)
        return Item(number, level, indent, count.number(level, levels).strip())

    def _place(self, properties: Element | None, style: str | None) -> tuple[str, int]:
        """The list and the level of a paragraph: its own, else its style's."""
        own = child(properties, "w:numPr")
        number, level = value(own, "w:numId"), value(own, "w:ilvl")
        if number is not None:
            return number, integer(level)
        styled = self._styles.numbered(style)
        if styled is None:
            return "", 0
        if level is not None:
            return styled[0], integer(level)
        linked = self._linked(styled[0], style)
        return styled[0], linked if linked is not None else self._styles.level(style) or 0

    def _linked(self, number: str, style: str | None) -> int | None:
        """The level whose definition names this style, or one that it is based on."""
        if number not in self._lists:
            return None
        self._levels_of(number)
        names = self._by_style.get(number, {})
        return next((names[name] for name in self._styles.names(style) if name in names), None)

    def _levels_of(self, number: str) -> Levels:
        if number not in self._levels:
            found = self._levels[number] = {}
            names = self._by_style[number] = {}
            for printed in self._printed_levels(number):
                level = integer(attribute(printed, "w:ilvl"))
                found[level] = _level(printed)
                if (style := value(printed, "w:pStyle")) is not None:
                    names[style] = level
        return self._levels[number]

    def _printed_levels(self, number: str) -> list[Element]:
        """The levels of a list's definition, those that the list itself replaces coming last."""
        definition = self._definitions.get(value(self._lists[number], "w:abstractNumId") or "")
        if (link := value(definition, "w:numStyleLink")) is not None:
            definition = self._linked_to.get(link, definition)
        own = [child(one, "w:lvl") for one in children(self._lists[number], "w:lvlOverride")]
        return [*children(definition, "w:lvl"), *(level for level in own if level is not None)]

    def _restart(self, number: str, level: int, count: Count) -> None:
        """A list that says where it begins does so the first time that it is met."""
        if (number, level) in self._begun:
            return
        self._begun.add((number, level))
        for override in children(self._lists[number], "w:lvlOverride"):
            start = value(override, "w:startOverride")
            if start is not None and integer(attribute(override, "w:ilvl")) == level:
                count.values[level] = integer(start, 1) - 1

    def _indent(self, style: str | None, level: int, levels: Levels) -> float:
        known = levels.get(level)
        if known is not None and known.indent:
            return known.indent
        styled = self._styles.indent(style)
        return styled if styled is not None else _STEP * (level + 1)


def _level(printed: Element) -> Level:
    style, text = value(printed, "w:numFmt") or "decimal", value(printed, "w:lvlText") or ""
    pieces = _PLACE.split(text)
    parts = [int(piece) - 1 if rank % 2 else piece for rank, piece in enumerate(pieces) if piece]
    return Level(
        style=None if style == "bullet" else _FORMATS.get(style, "1"),
        parts=parts,
        start=integer(value(printed, "w:start"), 1),
        indent=left_indent(child(printed, "w:pPr")) or 0.0,
        restarts=value(printed, "w:lvlRestart") != "0",
        plain=child(printed, "w:isLgl") is not None,
        shown=bool(text.strip()) or child(printed, "w:lvlPicBulletId") is not None,
    )
