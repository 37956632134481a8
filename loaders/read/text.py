"""Plain text: bytes to lines. UTF-8 (with or without a mark), UTF-16 with its mark, else cp1252, which is said."""

from __future__ import annotations

import codecs
import hashlib
import unicodedata
from pathlib import Path

from graph.errors import InputError
from graph.french import reason
from loaders.lines import Line
from loaders.read.document import Note, RawDocument

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MOST_BYTES = 50_000_000
_CONTROLS = frozenset(range(32)) - {9, 10, 11, 12, 13}


def read_text(path: Path) -> RawDocument:
    """Read a text file into lines numbered from 1; `InputError` where it is missing, empty, huge or no text."""
    if path.is_file() and (size := path.stat().st_size) > MOST_BYTES:
        raise _too_big(path, size)
    data, text, encoding = read_decoded(path)
    lines = text.replace("\f", "\n").replace("\v", "\n").split("\n")
    return RawDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="text/plain",
        lines=tuple(Line(f"ligne {number}", raw) for number, raw in enumerate(lines, 1)),
        notes=encoding_notes(encoding),
    )


def read_decoded(path: Path) -> tuple[bytes, str, str]:
    """Bytes, text (signs composed, lines ended by "\\n") and encoding of a file; `InputError` if there is no word."""
    data = _bytes(path)
    text, encoding = decode(data, path)
    if not text.strip():
        raise InputError("le fichier est vide", place=str(path), action="Donnez un document qui contient du texte.")
    return data, unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n"), encoding


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(
            f"lecture impossible ({reason(error)})", place=str(path), action="Vérifiez le chemin et les droits."
        ) from error


def _too_big(path: Path, size: int) -> InputError:
    return InputError(
        f"fichier de {size // 1_000_000} Mo (limite : {MOST_BYTES // 1_000_000} Mo)",
        place=str(path),
        action="Vérifiez que c'est bien le plan d'actions, ou partagez-le en plusieurs fichiers.",
    )


def decode(data: bytes, path: Path) -> tuple[str, str]:
    """Text and the name of its encoding; `InputError` for bytes that are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, path), encoding
    if _CONTROLS & set(data):
        raise _not_text(path)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode(data, "cp1252", path), "cp1252"


def _decode(data: bytes, encoding: str, path: Path) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(path) from error


def _not_text(path: Path) -> InputError:
    return InputError(
        "ce fichier n'est pas du texte (octets illisibles)",
        place=str(path),
        action="Enregistrez le document en texte (.txt, UTF-8) et recommencez.",
    )


def encoding_notes(encoding: str) -> tuple[Note, ...]:
    """What to say of an encoding that was guessed."""
    if encoding != "cp1252":
        return ()
    return (("encodage-cp1252", "document", "le texte n'est pas en UTF-8 : il a été lu en Windows-1252 (cp1252)"),)
