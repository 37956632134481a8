"""A table of measures or of actions: title, header, and its rows with merged cells repaired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.cells import Row
from loaders.forms.tables.alignment import Aligned, align, blocks
from loaders.forms.tables.columns import Header, Role, find_header, without_text
from loaders.forms.tables.shifts import styles_of
from loaders.lines import Line
from loaders.words.titles import looks_like_title


@dataclass(frozen=True)
class Table:
    """Rows set under the columns of the header; `preamble` is what stands above it."""

    header: Header
    rows: tuple[Aligned, ...]
    preamble: tuple[Line, ...]
    repeated: tuple[Row, ...] = ()

    @property
    def title(self) -> Line | None:
        """The first line above the header that speaks of a plan, else the first."""
        return next(filter(looks_like_title, self.preamble), self.preamble[0] if self.preamble else None)

    @property
    def has_responses(self) -> bool:
        """True where measures are set against what is done locally: they are then national ones."""
        return self.header.position(Role.RESPONSE) is not None


def read_table(rows: Sequence[Row]) -> Table | None:
    """The table of measures that these rows hold, or None."""
    header = find_header(rows)
    if header is None:
        return None
    labels = {row.cells for row in rows[header.first : header.after]}
    content = [row for row in rows[header.after :] if row.cells not in labels]
    if all(row.blank for row in content):
        return None
    header = without_text(header, content)
    styles = styles_of(content, header)
    aligned = [row for block in blocks(content) for row in align(block, header, styles)]
    return Table(header, tuple(aligned), _preamble(rows[: header.first]), _repeated(rows[header.after :], labels))


def _preamble(rows: Sequence[Row]) -> tuple[Line, ...]:
    return tuple(row.line(" ".join(filter(None, row.cells))) for row in rows if not row.blank)


def _repeated(rows: Sequence[Row], labels: set[tuple[str, ...]]) -> tuple[Row, ...]:
    """The header printed again, as at the top of each page."""
    return tuple(row for row in rows if row.cells in labels)
