"""Styles of a Word document: what a paragraph inherits from them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from loaders.read.office.xml import Element, attribute, child, children, integer, value

_HEADING = re.compile(r"heading (\d)")
_CONTENTS = re.compile(r"toc \d|toc heading|table of figures")
BODY, _TITLE, _DEEPEST = 10, 0, 15
_TWIPS = 20
_OFF = frozenset({"0", "false", "off", "none"})
Found = TypeVar("Found")


def is_on(properties: Element | None, name: str) -> bool | None:
    """A property that is there or not: True, False where it is said to be off, None where nothing is said."""
    found = child(properties, name)
    return None if found is None else (attribute(found, "w:val") or "on") not in _OFF


def left_indent(properties: Element | None) -> float | None:
    """The left margin in points that paragraph properties give, None where they give none."""
    indent = child(properties, "w:ind")
    if indent is None:
        return None
    twips = attribute(indent, "w:left") or attribute(indent, "w:start")
    return integer(twips) / _TWIPS if twips is not None else None


class Styles:
    """The styles by their id; `None` stands for the default one of paragraphs."""

    def __init__(self, root: Element | None) -> None:
        self._by_id: dict[str, Element] = {}
        self._default: str | None = None
        self._known: dict[tuple[str, str | None], object] = {}
        for style in children(root, "w:style"):
            name = attribute(style, "w:styleId") or ""
            self._by_id[name] = style
            if attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in {"1", "true", "on"}:
                self._default = name

    def _chain(self, name: str | None) -> list[tuple[str, Element]]:
        """A style and those that it is based on, itself first."""
        found: list[tuple[str, Element]] = []
        name = name if name is not None else self._default
        while name in self._by_id and len(found) < _DEEPEST:
            style = self._by_id[name]
            found.append((name, style))
            name = value(style, "w:basedOn")
        return found

    def _first(self, kind: str, name: str | None, read: Callable[[str, Element], Found | None]) -> Found | None:
        """What the nearest style of a chain says, remembered."""
        key = (kind, name)
        if key not in self._known:
            said = (read(at, style) for at, style in self._chain(name))
            self._known[key] = next((answer for answer in said if answer is not None), None)
        return self._known[key]  # type: ignore[return-value]

    def heading(self, name: str | None) -> int | None:
        """The level of titles in this style (0 for the document's own), None for body text."""
        level = self._first("heading", name, _level)
        return level if level is not None and level < BODY else None

    def is_contents(self, name: str | None) -> bool:
        """True for the style of lines in a table of contents."""
        return bool(self._first("contents", name, lambda _, style: bool(_CONTENTS.fullmatch(_name(style))) or None))

    def is_hidden(self, name: str | None) -> bool:
        """True for a style whose text is not shown."""
        return bool(self._first("hidden", name, lambda _, style: is_on(child(style, "w:rPr"), "w:vanish")))

    def numbered(self, name: str | None) -> tuple[str, str] | None:
        """The number of the list that a style belongs to, and the style that says so."""

        def read(at: str, style: Element) -> tuple[str, str] | None:
            number = value(style, "w:pPr", "w:numPr", "w:numId")
            return (number, at) if number is not None else None

        return self._first("numbered", name, read)

    def level(self, name: str | None) -> int | None:
        """The level of its list at which a style says that it stands."""

        def read(_: str, style: Element) -> int | None:
            level = value(style, "w:pPr", "w:numPr", "w:ilvl")
            return integer(level) if level is not None else None

        return self._first("level", name, read)

    def indent(self, name: str | None) -> float | None:
        """The left margin of a style, in points."""
        return self._first("indent", name, lambda _, style: left_indent(child(style, "w:pPr")))

    def names(self, name: str | None) -> list[str]:
        """The ids of a style and of those that it is based on."""
        return [at for at, _ in self._chain(name)]


def _name(style: Element) -> str:
    return (value(style, "w:name") or "").casefold()


def _level(_: str, style: Element) -> int | None:
    outline = value(style, "w:pPr", "w:outlineLvl")
    if outline is not None:
        return min(integer(outline) + 1, BODY)
    if _name(style) == "title":
        return _TITLE
    named = _HEADING.fullmatch(_name(style))
    return int(named[1]) if named else None
