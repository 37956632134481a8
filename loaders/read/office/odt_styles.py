"""Styles of a LibreOffice document: what paragraphs, words and lists inherit from them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from loaders.read.office.numbers import MOST_LEVELS, Level
from loaders.read.office.symbols import is_pictorial
from loaders.read.office.xml import Element, attribute, child, integer, short

_DEEPEST = 15
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc|px)")
_POINTS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75}
_CONTENTS = re.compile(r"contents(_20_| )(\d+|heading)|toc(_20_| )\d+|figure(_20_| )index(_20_| )\d+")
_FORMAT = re.compile(r"%(\d+)%")
_STEP = 18.0
Found = TypeVar("Found")
Levels = dict[int, Level]


def points(length: str | None) -> float | None:
    """A length in points, None where there is none."""
    found = _LENGTH.fullmatch(length or "")
    return float(found[1]) * _POINTS[found[2]] if found else None


class OdtStyles:
    """Styles by family and name, of both parts of a document: those of the text itself come before the shared ones."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, Element] = {}
        self._fonts: dict[str, str] = {}
        self._levels: dict[str, Levels] = {}
        self._known: dict[tuple[str, str, str], object] = {}
        self.outline: Levels = {}
        for group in (group for root in roots if root is not None for group in root):
            self._take(group)

    def _take(self, group: Element) -> None:
        for style in group:
            name = attribute(style, "style:name") or ""
            if short(style.tag) == "style:style":
                self._styles.setdefault((attribute(style, "style:family") or "", name), style)
            elif short(style.tag) == "text:list-style":
                self._lists.setdefault(name, style)
            elif short(style.tag) == "text:outline-style":
                self.outline = self.outline or _levels(style)
            elif short(style.tag) == "style:font-face":
                self._fonts.setdefault(name, (attribute(style, "svg:font-family") or name).strip("'"))

    def _chain(self, family: str, name: str | None) -> list[tuple[str, Element]]:
        found: list[tuple[str, Element]] = []
        while name is not None and (family, name) in self._styles and len(found) < _DEEPEST:
            found.append((name, self._styles[family, name]))
            name = attribute(found[-1][1], "style:parent-style-name")
        return found

    def _first(
        self, kind: str, family: str, name: str | None, read: Callable[[str, Element], Found | None]
    ) -> Found | None:
        """What the nearest style of a chain says, remembered."""
        key = (kind, family, name or "")
        if key not in self._known:
            said = (read(at, style) for at, style in self._chain(family, name))
            self._known[key] = next((answer for answer in said if answer is not None), None)
        return self._known[key]  # type: ignore[return-value]

    def display(self, family: str, name: str | None) -> bool | None:
        """True where a style shows its text, False where it hides it, None where it says nothing."""

        def read(_: str, style: Element) -> bool | None:
            display = _property(style, "style:text-properties", "text:display")
            return display != "none" if display is not None else None

        return self._first("display", family, name, read)

    def is_hidden(self, family: str, name: str | None) -> bool:
        """True for a style whose text is not shown."""
        return self.display(family, name) is False

    def font(self, name: str | None) -> str | None:
        """The font of a style of words, where its letters are pictures."""

        def read(_: str, style: Element) -> str | None:
            font = _property(style, "style:text-properties", "style:font-name")
            return self._fonts.get(font, font) if font is not None else None

        font = self._first("font", "text", name, read)
        return font if is_pictorial(font) else None

    def is_contents(self, name: str | None) -> bool:
        """True for the style of lines in a table of contents."""
        return any(_CONTENTS.fullmatch(at.casefold()) for at, _ in self._chain("paragraph", name))

    def is_title(self, name: str | None) -> bool:
        """True for the style of the document's own title."""
        return any(at == "Title" for at, _ in self._chain("paragraph", name))

    def outline_level(self, name: str | None) -> int | None:
        """The level of titles that a style gives to its paragraphs."""

        def read(_: str, style: Element) -> int | None:
            level = attribute(style, "style:default-outline-level")
            return integer(level) if level is not None else None

        return self._first("outline", "paragraph", name, read) or None

    def margin(self, name: str | None) -> float | None:
        """The left margin in points that a paragraph's own style gives, None where it gives none."""
        return self._first(
            "margin", "paragraph", name, lambda _, style: points(_property(style, _PARAGRAPH, "fo:margin-left"))
        )

    def levels(self, name: str | None) -> Levels:
        """The levels of a list's style, from 1."""
        if name is None or name not in self._lists:
            return {}
        if name not in self._levels:
            self._levels[name] = _levels(self._lists[name])
        return self._levels[name]


_PARAGRAPH = "style:paragraph-properties"


def _property(style: Element, group: str, name: str) -> str | None:
    properties = child(style, group)
    return attribute(properties, name) if properties is not None else None


def _levels(style: Element) -> Levels:
    found: Levels = {}
    for printed in style:
        level = integer(attribute(printed, "text:level"))
        if 0 < level <= MOST_LEVELS:
            found[level] = _level(printed, level)
    return found


def _level(printed: Element, level: int) -> Level:
    kind = short(printed.tag)
    indent = _level_indent(printed, level)
    if not kind.endswith(("style-number", "level-style")):
        sign = attribute(printed, "text:bullet-char")
        return Level(None, indent=indent, shown=kind.endswith("image") or bool((sign or "").strip()))
    style = attribute(printed, "style:num-format") or ""
    parts = _parts(printed, level, style)
    start = integer(attribute(printed, "text:start-value"), 1)
    return Level(style, parts, start, indent, shown=any(isinstance(part, int) or part.strip() for part in parts))


def _parts(printed: Element, level: int, style: str) -> list[str | int]:
    """Words and places of numbers: as LibreOffice spells them out, else by prefix, levels and suffix."""
    spelled = attribute(printed, "loext:num-list-format") or attribute(printed, "style:num-list-format")
    if spelled:
        pieces = enumerate(_FORMAT.split(spelled))
        return [integer(piece) if rank % 2 else piece for rank, piece in pieces if piece and (style or not rank % 2)]
    displayed = max(1, min(level, integer(attribute(printed, "text:display-levels"), 1)))
    numbers: list[str | int] = []
    for shown in range(level - displayed + 1, level + 1) if style else ():
        numbers += [".", shown] if numbers else [shown]
    ends = (attribute(printed, "style:num-prefix") or "", attribute(printed, "style:num-suffix") or "")
    return [part for part in (ends[0], *numbers, ends[1]) if part != ""]


def _level_indent(printed: Element, level: int) -> float:
    properties = child(printed, "style:list-level-properties")
    alignment = child(properties, "style:list-level-label-alignment")
    given = points(attribute(alignment, "fo:margin-left")) if alignment is not None else None
    if given is None and properties is not None:
        given = points(attribute(properties, "text:space-before"))
    return given if given is not None else _STEP * level
