"""From a file to a `RawDocument`: its kind by its bytes, its blocks, and from these lines, rows and notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import InputError
from loaders.read.blocks import Block, words_of
from loaders.read.document import Note, RawDocument
from loaders.read.office.aside import Aside
from loaders.read.office.layout import lines_of
from loaders.read.office.package import Package, open_package
from loaders.read.office.table_rows import rows_of
from loaders.read.text import read_text

_KINDS = {"docx": "un document Word", "odt": "un texte LibreOffice", "text": "un texte sans mise en forme"}


@dataclass
class Blocks:
    """What a document holds, what was left aside, its media type, and whether it holds a program."""

    blocks: list[Block]
    aside: Aside
    media_type: str
    macros: bool = False


def read_office(path: Path, expected: str) -> RawDocument:
    """Read a document by what its bytes are; where they are not of the kind that is expected, it is said."""
    package = open_package(path)
    notes = [] if package.kind == expected else [_misnamed(path, package.kind)]
    if package.kind == "text":
        text = read_text(path)
        return replace(text, notes=(*text.notes, *notes))
    found = _blocks(package)
    if next(words_of(found.blocks), None) is None:
        raise _wordless(path, found.aside)
    if found.macros:
        notes.append(("macros", "document", "le document contient des macros : elles ne sont ni lues ni exécutées"))
    lines = lines_of(found.blocks, found.aside)
    return RawDocument(
        name=path.name,
        sha256=package.sha256,
        media_type=found.media_type,
        lines=tuple(lines),
        rows=tuple(rows_of(found.blocks)),
        notes=(*notes, *found.aside.notes()),
    )


def _blocks(package: Package) -> Blocks:
    from loaders.read.docx import docx_blocks
    from loaders.read.odt import odt_blocks

    return docx_blocks(package) if package.kind == "docx" else odt_blocks(package)


def _misnamed(path: Path, kind: str) -> Note:
    message = f"malgré son nom (« {path.suffix} »), ce fichier est {_KINDS[kind]} : il a été lu comme tel"
    return ("extension-trompeuse", "document", message)


def _wordless(path: Path, aside: Aside) -> InputError:
    """The error for a document without a word; where it holds pictures, they may be those of pages."""
    pictures = aside.kept.get("objet-non-lu")
    if pictures is None:
        action = "Donnez un document qui contient du texte."
        return InputError("le document ne contient aucun mot", place=str(path), action=action)
    found = f"le document ne contient aucun mot, mais {pictures.times} image(s) : un document numérisé ?"
    action = "Passez-le à un logiciel de reconnaissance de caractères (OCR), et donnez le texte obtenu."
    return InputError(found, place=str(path), action=action)
