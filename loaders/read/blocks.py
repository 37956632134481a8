"""What Word and LibreOffice documents have in common: a sequence of paragraphs and tables, whatever the format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from graph.errors import InputError

MOST_BLOCKS, MOST_CELLS = 200_000, 500_000


@dataclass(frozen=True)
class Item:
    """A paragraph's place in a list: which list, how deep, how far from the margin (points), its number if it has one.

    `number` is as printed ("1.", "a)", "Action 1 :"), "" for a bullet. `rest`: a further paragraph of the same item.
    """

    list: str
    level: int
    indent: float = 0.0
    number: str = ""
    rest: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. In `text`, "\\n" is a line break within it and "\\t" a tabulation; blank ones are kept.

    `heading` is the level of a title (0 for the document's own), None for body text; `number` its automatic number.
    """

    locator: str
    text: str
    heading: int | None = None
    item: Item | None = None
    number: str = ""

    @property
    def blank(self) -> bool:
        """True where nothing is printed."""
        return not self.text.strip()

    @property
    def lines(self) -> list[str]:
        """The lines that a person sees, blanks at their ends kept but for those of the paragraph's end."""
        return self.text.rstrip().split("\n")


@dataclass(frozen=True)
class Cell:
    """One cell from column `start` over `span` columns. `above`: it is the rest of the cell above (merged)."""

    start: int
    span: int
    blocks: tuple[Block, ...]
    above: bool = False

    @property
    def blank(self) -> bool:
        """True where nothing is printed."""
        return not any(True for _ in words_of(self.blocks))


@dataclass(frozen=True)
class TableRow:
    """One row of a table; `locator` is the place as a person looks for it ("tableau 2, ligne 3")."""

    locator: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table: rows whose cells need not meet the same columns."""

    rows: tuple[TableRow, ...]


Block = Paragraph | Table


def words_of(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs with words, those of tables too, in order."""
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from words_of(cell.blocks)
        elif not block.blank:
            yield block


@dataclass
class Counter:
    """Counts paragraphs and tables as they are read, and names their places.

    « paragraphe 12 » is the twelfth one with words outside tables; « tableau 2 » the second that stands in no other.
    `InputError` where there are more of them than in any plan.
    """

    file: str
    paragraphs: int = 0
    tables: int = 0
    blocks: int = 0
    cells: int = 0
    _inner: dict[str, int] = field(default_factory=dict)

    @property
    def here(self) -> str:
        """The place of the last paragraph with words."""
        return f"paragraphe {self.paragraphs}" if self.paragraphs else "début du document"

    def paragraph(self, blank: bool) -> str:
        """The place of the next paragraph of the text."""
        self.paragraphs += not blank
        return self.here

    def table(self, where: str | None) -> str:
        """The place of the next table, in the text or within a cell or a box."""
        if where is None:
            self.tables += 1
            return f"tableau {self.tables}"
        self._inner[where] = self._inner.get(where, 0) + 1
        return f"{where}, tableau {self._inner[where]}"

    def box(self, where: str | None) -> str:
        """The place of a text box."""
        return f"{where}, zone de texte" if where else f"zone de texte, {self.here}"

    def take_block(self) -> None:
        """Count one more block, wherever it stands."""
        self.blocks += 1
        if self.blocks > MOST_BLOCKS:
            raise self._too_many(f"plus de {MOST_BLOCKS} paragraphes")

    def take_cells(self, cells: int) -> None:
        """Count the cells of a row."""
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise self._too_many(f"plus de {MOST_CELLS} cases de tableau")

    def _too_many(self, what: str) -> InputError:
        action = "Ne gardez que le plan, coupé si besoin en plusieurs documents, et recommencez."
        return InputError(f"le document compte {what}", place=self.file, action=action)
