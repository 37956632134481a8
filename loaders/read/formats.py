"""Which reader reads which file: by its suffix, the reader then looking at the bytes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from graph.errors import InputError
from loaders.read.bounds import bounded
from loaders.read.document import RawDocument

READ = (
    "texte (.txt), tableau (.tsv, .csv), Word (.docx), LibreOffice (.odt, .ods), PDF (.pdf), Excel (.xlsx, .xls), .json"
)


def read_document(path: Path) -> Sequence[RawDocument]:
    """The parts of one file, in order: the sheets of a workbook, or the whole. `InputError` for an unknown format."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(
            f"format « {path.suffix or 'sans extension'} » non reconnu",
            place=str(path),
            action=f"Formats lus : {READ}. Enregistrez le document dans l'un d'eux et recommencez.",
        )
    return [bounded(raw) for raw in reader(path)]


def is_read(path: Path) -> bool:
    """True for a file of a known format; a graph of Maillage beside a plan's documents is none of them."""
    from loaders.read.records import holds_records

    suffix = path.suffix.lower()
    return suffix in _READERS and (suffix != ".json" or holds_records(path))


def _text(path: Path) -> Sequence[RawDocument]:
    from loaders.read.text import read_text

    return [read_text(path)]


def _delimited(path: Path) -> Sequence[RawDocument]:
    from loaders.read.delimited import read_delimited

    return [read_delimited(path)]


def _docx(path: Path) -> Sequence[RawDocument]:
    from loaders.read.docx import read_docx

    return [read_docx(path)]


def _odt(path: Path) -> Sequence[RawDocument]:
    from loaders.read.odt import read_odt

    return [read_odt(path)]


def _pdf(path: Path) -> Sequence[RawDocument]:
    from loaders.read.pdf import read_pdf

    return [read_pdf(path)]


def _workbook(path: Path) -> Sequence[RawDocument]:
    from loaders.read.workbook import read_plan_workbook

    return read_plan_workbook(path)


def _records(path: Path) -> Sequence[RawDocument]:
    from loaders.read.records import read_json_records

    return [read_json_records(path)]


_READERS: dict[str, Callable[[Path], Sequence[RawDocument]]] = {
    **dict.fromkeys((".txt", ".text", ".md"), _text),
    **dict.fromkeys((".tsv", ".csv"), _delimited),
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".doc"), _docx),
    **dict.fromkeys((".odt", ".ott"), _odt),
    ".pdf": _pdf,
    **dict.fromkeys((".xlsx", ".xlsm", ".ods", ".xls"), _workbook),
    ".json": _records,
}
