"""What a filled workbook has beside its own columns and sheets, and what it lacks of them: said, never guessed."""

from __future__ import annotations

from loaders.forms.model.layout import ACTIONS, OBJECTIVES, PLAN
from loaders.forms.model.problems import Problems
from loaders.forms.model.recognition import Workbook
from loaders.forms.model.sheets import Table

_EXPECTED = (PLAN, OBJECTIVES, ACTIONS)


def say_columns(book: Workbook, problems: Problems) -> None:
    """Say what is beside and what is missing, sheet by sheet; words in other columns are left unread."""
    for table in (table for tables in book.tables.values() for table in tables):
        _say_strange(table, problems)
        _say_missing(table, problems)
    absent = [f"« {layout.title} »" for layout in _EXPECTED if layout.key not in book.tables]
    if absent:
        problems.whole("feuille-absente", "document", f"feuilles du modèle absentes : {', '.join(absent)}")


def _say_strange(table: Table, problems: Problems) -> None:
    for position, heading in table.strange.items():
        filled = [row for row in table.rows if row.cell(position)]
        for row in filled:
            problems.left.append(row.line(f"{heading} : {row.cell(position)}"))
        if filled:
            message = f"colonne « {heading} » inconnue du modèle, non lue (cellules remplies : {len(filled)})"
            problems.whole("colonne-inconnue", table.header.place(position), message)


def _say_missing(table: Table, problems: Problems) -> None:
    usual = (field for field in table.layout.fields if not field.side and field.key != "hint")
    missing = [f"« {field.heading} »" for field in usual if field.key not in table.columns]
    if missing and not table.rows_blank:
        message = f"colonnes du modèle absentes, lues comme vides : {', '.join(missing)}"
        problems.whole("colonne-absente", table.header.locator, message)
