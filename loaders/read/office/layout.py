"""From blocks to lines, as a plain text would have them: blank lines where paragraphs part, bullets, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.lines import Line
from loaders.pages import page_width
from loaders.read.blocks import Block, Cell, Item, Paragraph, Table
from loaders.read.office.aside import Aside
from loaders.read.office.grid import Grid, GridRow, grid_of, words
from loaders.read.office.labels import (
    are_amounts_of,
    goes_by_rows,
    is_data,
    is_label,
    labelled_rows,
    names_columns,
    stands_below,
)
from loaders.read.office.lists import Depths, sign_of
from loaders.read.office.numbers import has_word

_OPEN_END = re.compile(r"(?:\b(?:de|du|des|d'|la|le|les|et|à|au|aux|en|pour|par|avec|sur)|\()\s*$", re.IGNORECASE)


def lines_of(blocks: Sequence[Block], aside: Aside) -> list[Line]:
    """The lines of a document in order.

    Blank lines stand where paragraphs are blank, around titles, lists and tables, and before a paragraph that begins
    small: it is one of its own and no rest of the line above, unless a page's width or a hand cut that one.
    """
    flow = _Flow(aside, _are_cut(blocks))
    flow.take(blocks)
    return flow.lines


def _are_cut(blocks: Sequence[Block]) -> bool:
    """True where paragraphs are the lines of a page, as in a text pasted from a PDF."""
    body = [block for block in blocks if isinstance(block, Paragraph) and block.heading is None and block.item is None]
    return page_width([Line(block.locator, line) for block in body for line in block.lines if line.strip()]) is not None


class _Flow:
    """Lines written so far, and what the next block needs to know of the last one."""

    def __init__(self, aside: Aside, cut: bool) -> None:
        self.lines: list[Line] = []
        self._aside = aside
        self._cut = cut
        self._depths = Depths()
        self._last: Paragraph | None = None

    def take(self, blocks: Sequence[Block]) -> None:
        """Write blocks one after the other."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(grid_of(block))
            elif block.blank:
                self._part(block.locator)
            else:
                self._paragraph(block)

    def _part(self, locator: str) -> None:
        """A blank line, unless there is one."""
        if self.lines and not self.lines[-1].blank:
            self.lines.append(Line(locator, ""))
        self._last = None

    def _write(self, locator: str, first: str, rest: str, lines: Sequence[str]) -> None:
        """The lines of one paragraph: the first after one prefix, the others after another."""
        for rank, line in enumerate(lines):
            self.lines.append(Line(locator, f"{rest if rank else first}{line}" if line.strip() else ""))

    def _paragraph(self, block: Paragraph) -> None:
        if not self._follows(block):
            self._part(block.locator)
        if block.heading is not None:
            self._heading(block)
        elif block.item is not None:
            self._item(block, block.item)
        else:
            self._depths.interrupt()
            self._write(block.locator, "", "", block.lines)
        self._last = block

    def _follows(self, block: Paragraph) -> bool:
        """True where no blank line parts a paragraph from the last one: items of lists, a title cut in two."""
        last = self._last
        if last is None:
            return False
        if block.heading is not None:
            return last.heading == block.heading and block.text.lstrip()[:1].islower()
        if block.item is not None:
            return last.item is not None and not has_word(block.item.number)
        small = block.text.lstrip()[:1].islower()
        return (
            last.heading is None and last.item is None and (self._cut or not small or _goes_on(last.text, block.text))
        )

    def _heading(self, block: Paragraph) -> None:
        """A title. Its automatic number is printed where it says something ("Axe 2 -"), else said to be left aside."""
        self._depths.clear()
        prefix = f"{block.number} " if has_word(block.number) else ""
        if block.number and not prefix:
            self._aside.add("numero-de-titre", block.locator, block.number)
        self._write(block.locator, prefix, "", [line.strip() for line in block.text.strip().split("\n")])

    def _item(self, block: Paragraph, item: Item) -> None:
        indent = "  " * self._depths.of(item)
        lines = [line.strip() for line in block.text.strip().split("\n")]
        sign = sign_of(item, lines[0])
        self._write(block.locator, f"{indent}{sign}", f"{indent}  ", lines)

    def _table(self, grid: Grid) -> None:
        if not grid.filled:
            return
        self._depths.clear()
        self._part(grid.rows[0].locator)
        if is_data(grid):
            self._data(grid.rows, grid.width)
        else:
            self._sheet(grid)
        self._part(grid.rows[-1].locator)
        self._depths.clear()

    def _data(self, rows: Sequence[GridRow], width: int) -> None:
        """Rows as one line each, cells in their places parted by tabulations."""
        for row in rows:
            cells = [""] * width
            for cell in row.cells:
                cells[cell.start] = words(cell)
            self.lines.append(Line(row.locator, "\t".join(cells).rstrip("\t")))
        self._last = None

    def _sheet(self, grid: Grid) -> None:
        """A sheet: labels with what stands on their right or below, and the rest cell by cell."""
        labelled = labelled_rows(grid)
        position = 0
        while position < len(grid.rows):
            row, end = grid.rows[position], position + 1
            while names_columns(row) and end < len(grid.rows) and stands_below(grid.rows[end]):
                if grid.width > 2 and labelled[end]:
                    break
                end += 1
            below = grid.rows[position + 1 : end]
            after = grid.rows[end] if end < len(grid.rows) else None
            if below:
                self._below(row, below, grid.width)
            elif labelled[position] and after is not None and are_amounts_of(after, row):
                self._amounts(row, after)
                end += 1
            elif labelled[position]:
                self._groups(row)
            else:
                self._cells(row)
            position = end

    def _cells(self, row: GridRow) -> None:
        """Cells one after the other; a label that stands alone is one all the same."""
        for cell in row.filled:
            if len(row.filled) == 1 and is_label(cell):
                self._label(row.locator, words(cell), ())
            else:
                self._part(row.locator)
                self.take(cell.blocks)

    def _below(self, header: GridRow, rows: Sequence[GridRow], width: int) -> None:
        """What stands below labels: as rows where the cells of one belong together, else label by label."""
        if goes_by_rows([header, *(row for row in rows if row.filled)]):
            self._part(header.locator)
            self._data([header, *rows], width)
        else:
            self._columns(header, rows)

    def _amounts(self, row: GridRow, below: GridRow) -> None:
        """A label, and names with their amounts below them: one line a name."""
        self._label(row.locator, words(row.filled[0]), ())
        amounts = {cell.start: words(cell) for cell in below.filled}
        for cell in row.filled[1:]:
            amount = f" : {amounts[cell.start]}" if cell.start in amounts else ""
            self.lines.append(Line(row.locator, f"{words(cell)}{amount}"))

    def _columns(self, header: GridRow, rows: Sequence[GridRow]) -> None:
        """Labels above what they name; what stands under none of them comes last."""
        heads = header.filled
        places = {place: rank for rank, head in enumerate(heads) for place in range(head.start, head.start + head.span)}
        named: list[list[Block]] = [[] for _ in heads]
        others: list[Block] = []
        for cell in (cell for row in rows for cell in row.filled):
            (named[places[cell.start]] if cell.start in places else others).extend(cell.blocks)
        for head, blocks in zip(heads, named, strict=True):
            self._label(header.locator, words(head), blocks)
        self.take(others)

    def _groups(self, row: GridRow) -> None:
        """Labels with what stands on their right, up to the next label."""
        groups: list[list[Cell]] = []
        for cell in row.filled:
            if groups and (len(groups[-1]) == 1 or not is_label(cell)):
                groups[-1].append(cell)
            else:
                groups.append([cell])
        for label, *cells in groups:
            self._label(row.locator, words(label), [block for cell in cells for block in cell.blocks])

    def _label(self, locator: str, label: str, blocks: Sequence[Block]) -> None:
        """A label, with the first paragraph that it names on its line, then the others."""
        self._part(locator)
        named = [block for block in blocks if isinstance(block, Table) or not block.blank]
        head = f"{label.rstrip(' :')} :"
        first = named[0] if named else None
        if isinstance(first, Paragraph) and _is_plain(first):
            self._write(locator, f"{head} ", "", [line.strip() for line in first.text.strip().split("\n")])
            self._last, named = first, named[1:]
        else:
            self._write(locator, "", "", [head])
        self.take(named)


def _goes_on(before: str, text: str) -> bool:
    """True where a paragraph that begins small can only be the rest of the one before, cut by hand.

    The small letter alone tells nothing, for lists of names are written so too.
    """
    cut = _OPEN_END.search(before) is not None or before.count("(") > before.count(")")
    return cut or text[:1].isspace() or Line("", before).is_bullet


def _is_plain(block: Paragraph) -> bool:
    """True for words that may stand on the line of their label: no item, nor a label of their own."""
    own = block.heading is not None or block.item is not None or block.text.rstrip().endswith(":")
    return not own and not Line(block.locator, block.text).is_bullet
