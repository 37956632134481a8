"""Lists of actors in the cells of a table, where the same words stand in many rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from loaders.forms.actors import ActorWriter
from loaders.forms.section import Section
from loaders.words.lists import Listed
from loaders.writer import Writer

_Key = tuple[str, bool, tuple[str, ...]]


class CellActors(ActorWriter):
    """Writes lists of actors as any form does; reads the same words once, wherever they stand."""

    def __init__(self, writer: Writer, sections: Iterable[Section], known: frozenset[str]) -> None:
        self._cells: dict[_Key, list[Listed]] = {}
        super().__init__(writer, sections, known)

    def _read(self, section: Section) -> list[Listed]:
        key = (section.kind, section.own, tuple(line.raw for line in section.lines))
        if key not in self._cells:
            self._cells[key] = super()._read(section)
        locator = section.lines[0].locator if section.lines else ""
        return [replace(item, locator=locator) for item in self._cells[key]]
