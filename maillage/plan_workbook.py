"""Maillage's own workbook: empty with its notice and example, or filled with a loaded plan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from loaders.forms.model.items import Item, write_items
from loaders.forms.model.layout import EXAMPLE, PLAN, PLAN_QUESTIONS, SHEETS, Field, SheetLayout
from loaders.forms.model.words import ACTION_KINDS, SCOPES, STATUSES, word_of
from loaders.words.lists import mention_of
from maillage.plan_notice import EXAMPLE_NOTES, EXAMPLE_ROWS, NOTICE_SHEET
from viz.plan_cells import Named, Record
from viz.plan_workbook import plan_records
from viz.workbook import Column, Sheet

if TYPE_CHECKING:
    from graph.model import Graph

_SPARE = 300
_NARROW = 20
_CODES = {("actions", "kind"): ACTION_KINDS, ("actions", "status"): STATUSES, ("funding", "scope"): SCOPES}
_DATES = ("start", "end", "date")


def model_sheets() -> list[Sheet]:
    """The workbook of a team that starts from nothing."""
    return [NOTICE_SHEET, *(_sheet(layout, (), with_side=False) for layout in SHEETS), _example()]


def plan_sheets(graph: Graph) -> list[Sheet]:
    """The workbook of a loaded plan; `InputError` where the graph is not of one plan."""
    records = plan_records(graph)
    filled = [_sheet(layout, records[layout.key], with_side=True) for layout in SHEETS]
    return [NOTICE_SHEET, *filled, _example()]


def _sheet(layout: SheetLayout, records: Sequence[Record], with_side: bool) -> Sheet:
    fields = [field for field in layout.fields if with_side or not field.side]
    columns = [_column(field) for field in fields]
    if layout is PLAN:
        return Sheet(layout.title, columns, _answers(records), (layout.intro,), entry=True, frozen=layout.fixed)
    rows = [[_cell(layout, field, record) for field in fields] for record in records]
    return Sheet(layout.title, columns, rows, (layout.intro,), entry=True, spare=_SPARE, frozen=layout.fixed)


def _column(field: Field) -> Column:
    titles = {layout.key: layout for layout in SHEETS}
    source = None
    if field.source is not None:
        sheet = titles[field.source[0]]
        source = (sheet.title, sheet.field(field.source[1]).heading)
    return Column(
        field.heading,
        field.width,
        field.choices,
        answer=field.answer,
        source=source,
        free=not field.closed,
        help=field.help,
        figures=field.figures,
        side=field.side,
    )


def _answers(records: Sequence[Record]) -> list[list[Any]]:
    """The rows of the sheet « Plan »: the questions with what is known."""
    told: Mapping[str, Any] = records[0] if records else {}
    return [[question, _plain(told.get(key)), hint] for key, (question, hint) in PLAN_QUESTIONS.items()]


def _cell(layout: SheetLayout, field: Field, record: Record) -> Any:
    """One cell, as the form reads it back."""
    value: Any = record.get(field.key)
    codes = _CODES.get((layout.key, field.key))
    if codes:
        return _plain(word_of(value, codes))
    if field.key in _DATES:
        return french_date(_plain(value))
    if field.key == "share":
        return _percent(value)
    if field.key == "generic":
        return _generic(record, value)
    if isinstance(value, tuple):
        return write_items(_item(named) for named in value)
    return value if field.figures and isinstance(value, int) else _plain(value)


def _item(named: Named) -> Item:
    return Item(named.name, named.inferred, named.doubt, named.via, named.section)


def _generic(record: Record, value: Any) -> str:
    """ "oui", or "non" where the name alone would be taken for one that names no one in particular."""
    names = record.get("name")
    name = names[0].name if isinstance(names, tuple) and names else ""
    return "oui" if value else "non" if mention_of(name).generic else ""


def french_date(iso: str) -> str:
    """2025-09-01 as "01/09/2025", 2025-09 as "09/2025"; other words as they are."""
    parts = iso.split("-")
    return "/".join(reversed(parts)) if all(part.isdigit() for part in parts) and len(parts) < 4 else iso


def _percent(share: Any) -> str:
    """0.93 as "93 %", exactly."""
    from decimal import Decimal

    if not isinstance(share, int | float):
        return ""
    text = f"{(Decimal(repr(float(share))) * 100).normalize():f}"
    return f"{text.replace('.', ',')} %"


def _plain(value: Any) -> str:
    """A value as text that any format can hold: no signs that XML refuses."""
    text = "" if value is None else str(value)
    return "".join(sign if sign in "\n\t" or sign.isprintable() else " " for sign in text)


def _example() -> Sheet:
    """The made-up example: the same tables, one below the other, on a sheet that is never read."""
    tables = [_example_table(layout, EXAMPLE_ROWS[layout.key]) for layout in SHEETS if layout.key in EXAMPLE_ROWS]
    widest = max(len(table.columns) for table in tables)
    columns = [Column("", _NARROW)] * widest
    return Sheet(EXAMPLE, columns, (), EXAMPLE_NOTES, entry=True, below=tables)


def _example_table(layout: SheetLayout, rows: Sequence[Mapping[str, Any]]) -> Sheet:
    """One table of the example: the columns that it fills."""
    used = [field for field in layout.fields if any(field.key in row for row in rows)]
    columns = [Column(field.heading, _NARROW, figures=field.figures) for field in used]
    cells = [[row.get(field.key, "") for field in used] for row in rows]
    return Sheet(EXAMPLE, columns, cells, (f"Feuille « {layout.title} »",), entry=True)
