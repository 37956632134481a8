"""What is odd in a filled workbook, by sheet, row and column; written once the whole is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.model import Severity
from loaders.forms.model.sheets import Entry
from loaders.lines import Line
from loaders.writer import Writer


@dataclass
class Problems:
    """Findings and words left unread, in the order in which they are met."""

    found: list[tuple[str, Severity, str, str]] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)

    def odd(self, code: str, entry: Entry, key: str, message: str, severity: Severity = "attention") -> None:
        """Something odd in a cell."""
        heading = entry.table.layout.field(key).heading
        self.found.append((code, severity, entry.place(key), f"colonne {heading} : {message}"))

    def whole(self, code: str, locator: str, message: str, severity: Severity = "attention") -> None:
        """Something odd in a row or in a sheet."""
        self.found.append((code, severity, locator, message))

    def unread(self, entry: Entry, words: str) -> None:
        """Words of a row that have no place."""
        self.left.append(entry.row.line(words))

    def write(self, writer: Writer) -> None:
        """Write all of them."""
        for code, severity, locator, message in self.found:
            writer.finding(code, severity, locator, message)
        for line in self.left:
            writer.unread(line)
