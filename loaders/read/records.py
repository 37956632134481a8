"""JSON that open-data portals publish: a list of records, as rows under a header made of their fields."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.errors import InputError
from loaders.cells import Row, cell_of
from loaders.read.document import RawDocument
from loaders.read.sheets.text import clean
from loaders.read.text import encoding_notes, read_decoded

_GRAPH = "maillage-graphe/"
_LISTS = ("results", "records", "data", "features", "rows", "items")
_INNER = ("fields", "properties")
_MOST_CELLS, _MOST_FIELDS, _MOST_BYTES = 3_000_000, 2_000, 300_000_000
_TOO_LARGE = "Gardez les enregistrements du territoire, puis recommencez."
Record = Mapping[str, Any]


def read_json_records(path: Path) -> RawDocument:
    """Read a .json that is a list of objects; `InputError` for any other, a graph of Maillage among them.

    The first row has the names of the fields; the others are "enregistrement 1" and so on. Numbers are kept as they
    are written, nested values as JSON; a record's "fields" (or "properties") stand for the record.
    """
    _check_size(path)
    data, text, encoding = read_decoded(path)
    records = _records(_parsed(text, path), path)
    fields = _fields(records, path)
    rows = [Row("noms des champs", tuple(cell_of(field) for field in fields))]
    rows += [Row(f"enregistrement {rank}", _cells(record, fields)) for rank, record in enumerate(records, 1)]
    return RawDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/json",
        lines=(),
        rows=tuple(rows),
        notes=encoding_notes(encoding),
    )


def holds_records(path: Path) -> bool:
    """True unless the text of this .json begins as a graph of Maillage; cheap, and never an error."""
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as file:
            head = file.read(1_000)
    except OSError:
        return False
    return not (head.lstrip().startswith("{") and _GRAPH in head)


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError:
        return
    if size > _MOST_BYTES:
        raise InputError(f"fichier trop grand ({size // 1_000_000} Mo)", place=str(path), action=_TOO_LARGE)


def _parsed(text: str, path: Path) -> Any:
    try:
        return json.loads(text, parse_float=str, parse_int=str, parse_constant=lambda name: "")
    except json.JSONDecodeError as error:
        raise InputError(
            f"JSON illisible ({error.msg})",
            place=f"{path}, ligne {error.lineno}, colonne {error.colno}",
            action="Téléchargez le fichier à nouveau, en entier.",
        ) from error
    except RecursionError as error:
        raise InputError(
            "JSON aux niveaux trop imbriqués", place=str(path), action="Donnez une liste d'enregistrements."
        ) from error


def _records(data: Any, path: Path) -> list[Record]:
    """The records of a list, or of the one list that an object holds under a usual name."""
    if isinstance(data, dict):
        if str(data.get("format", "")).startswith(_GRAPH):
            raise InputError(
                "c'est un graphe de Maillage, pas un document",
                place=str(path),
                action="Donnez-le seul à la commande, ou sortez-le du dossier du plan.",
            )
        data = next((data[name] for name in _LISTS if isinstance(data.get(name), list)), None)
    if not isinstance(data, list) or not data or not all(isinstance(item, dict) for item in data):
        raise InputError(
            "ce JSON n'est pas une liste d'enregistrements",
            place=str(path),
            action="Attendu : [{…}, {…}], comme en publient les portails de données ouvertes.",
        )
    return [_inner(item) for item in data]


def _inner(item: Record) -> Record:
    return next((item[name] for name in _INNER if isinstance(item.get(name), dict)), item)


def _fields(records: Sequence[Record], path: Path) -> list[str]:
    """Names of the fields, in order of first appearance."""
    fields = list(dict.fromkeys(field for record in records for field in record if field.isprintable()))
    if len(fields) > _MOST_FIELDS or len(fields) * len(records) > _MOST_CELLS:
        found = f"{len(records)} enregistrements de {len(fields)} champs : c'est trop"
        raise InputError(found, place=str(path), action=_TOO_LARGE)
    return fields


def _cells(record: Record, fields: Sequence[str]) -> tuple[str, ...]:
    cells = [cell_of(_text(record.get(field))) for field in fields]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, str):
        return clean(value)
    return ", ".join(_flat(value))


def _flat(value: Any) -> Iterator[str]:
    """A list of texts as its texts; anything deeper as JSON."""
    if isinstance(value, list) and not any(isinstance(item, list | dict) for item in value):
        yield from (_text(item) for item in value)
    else:
        yield json.dumps(value, ensure_ascii=False)
