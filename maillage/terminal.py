"""A table on a terminal: figures whole, names readable, and the columns that do not fit left out and named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import click

NARROWEST = 18
"""Characters under which a column of words is not worth showing."""
_BETWEEN, _EDGES = 2, 2


@dataclass(frozen=True)
class Shown:
    """One column, its cells as text."""

    figures: bool
    cells: list[str]


def print_table(headings: Sequence[str], columns: Sequence[Shown], rows: int) -> None:
    """Print as many of the columns as the terminal holds, from the left; those left out are named below."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    kept = fitting([least(*column) for column in zip(headings, columns, strict=True)], console.width - _EDGES)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for place in kept:
        figures, width = columns[place].figures, least(headings[place], columns[place])
        side = "right" if figures else "left"
        table.add_column(headings[place], justify=side, min_width=width, no_wrap=figures, overflow="fold")  # type: ignore[arg-type]
    for row in range(rows):
        table.add_row(*(Text(columns[place].cells[row]) for place in kept))
    console.print(table)
    left = [headings[place] for place in range(len(columns)) if place not in kept]
    if left:
        click.echo(f"Faute de place : {', '.join(left)}. Élargissez la fenêtre, ou --format csv.", err=True)


def least(heading: str, column: Shown) -> int:
    """Characters that a column needs: all of a figure's, enough of a text's, and its heading's longest word."""
    longest = max(map(len, column.cells), default=0)
    words = max(map(len, heading.split()), default=0)
    return max(words, longest if column.figures else min(longest, NARROWEST))


def fitting(widths: Sequence[int], room: int) -> list[int]:
    """Places of the first columns that stand in so many characters together; one at least."""
    kept: list[int] = []
    used = 0
    for place, width in enumerate(widths):
        used += width + (_BETWEEN if kept else 0)
        if used > room and kept:
            break
        kept.append(place)
    return kept
