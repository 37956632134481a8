"""A zipped workbook's parts: what kind of file the bytes are, and its XML, read within limits and without entities."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO
from xml.etree import ElementTree

from graph.errors import InputError
from loaders.read.sheets.model import too_large

MOST_BYTES = 100_000_000
_MOST_XML = 500_000_000
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_AS_XLSX = "Ouvrez-le dans Excel ou LibreOffice, enregistrez-le en .xlsx, et recommencez."
_NO_PASSWORD = "Ouvrez-le avec son mot de passe, enregistrez-le sans mot de passe, et recommencez."  # noqa: S105
_OTHERS = (
    ("xl/workbook.bin", "un classeur binaire d'Excel (.xlsb)"),
    ("word/document.xml", "un document Word"),
    ("ppt/presentation.xml", "une présentation PowerPoint"),
    ("Index/Document.iwa", "un document d'Apple (Numbers, Pages)"),
)
_ODF = (("spreadsheet", "ods"), ("text", "un document texte LibreOffice"), ("", "un document LibreOffice"))
Elements = Iterator[tuple[str, ElementTree.Element]]


def kind_of(data: bytes) -> str:
    """What bytes are, whatever the file's name: "zip", "ole" (old Office files, and encrypted new ones) or "other"."""
    if data.startswith(_ZIP):
        return "zip"
    return "ole" if data.startswith(_OLE) else "other"


def not_workbook(what: str) -> InputError:
    """The error for a file that is something else."""
    return InputError(f"ce fichier est {what}, non un classeur lisible", action=_AS_XLSX)


def unreadable(why: str) -> InputError:
    """The error for a workbook that is damaged, or that no reader of ours understands."""
    return InputError(f"classeur abîmé ou illisible ({why})", action=_AS_XLSX)


def check_ole(data: bytes) -> None:
    """`InputError` for an OLE file that is encrypted or no workbook, by the names in its directory."""

    def holds(*names: str) -> bool:
        return any(name.encode("utf-16-le") + b"\0\0" in data for name in names)

    if holds("EncryptedPackage"):
        raise encrypted()
    if holds("WordDocument"):
        raise not_workbook("un document Word (.doc)")
    if not holds("Workbook", "Book", "WORKBOOK", "BOOK"):
        raise unreadable("aucun classeur dans ce fichier")


def encrypted() -> InputError:
    """The error for a file that wants a password."""
    return InputError("le classeur est protégé par un mot de passe", action=_NO_PASSWORD)


class Package:
    """The parts of a zipped workbook by name. Names are looked up without case, with plain slashes."""

    def __init__(self, data: bytes) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        infos = self._zip.infolist()
        self._parts = {_plain(info.filename): info for info in reversed(infos)}
        if any(info.flag_bits & 1 for info in infos):
            raise encrypted()
        declared = sum(info.file_size for info in infos if _is_xml(info.filename))
        if declared > _MOST_XML:
            raise too_large(f"{declared // 1_000_000} Mo une fois décompressé (limite : {_MOST_XML // 1_000_000} Mo)")

    def kind(self) -> str:
        """ "xlsx" or "ods"; `InputError` for an encrypted package or another kind of document."""
        for name, what in _OTHERS:
            if self.has(name):
                raise not_workbook(what)
        if self.has("META-INF/manifest.xml") and b"encryption-data" in self.read("META-INF/manifest.xml"):
            raise encrypted()
        if self.has("content.xml"):
            mimetype = self.read("mimetype").decode("ascii", "replace") if self.has("mimetype") else "spreadsheet"
            what = next(what for word, what in _ODF if word in mimetype)
            if what != "ods":
                raise not_workbook(what)
            return what
        if not any(name.endswith((".xml", ".rels")) and name.startswith(("xl/", "_rels/")) for name in self._parts):
            raise not_workbook("une archive zip")
        return "xlsx"

    def has(self, name: str) -> bool:
        """True where there is such a part."""
        return _plain(name) in self._parts

    def names(self, pattern: str) -> list[str]:
        """Names of parts that match, lower-cased, in order."""
        return sorted(name for name in self._parts if re.fullmatch(pattern, name))

    def open(self, name: str) -> IO[bytes]:
        """One part as a stream; it never yields more than its declared size (`zipfile` checks length and sum)."""
        return self._zip.open(self._parts[_plain(name)])

    def read(self, name: str, most: int = 1_000_000) -> bytes:
        """The first bytes of one small part."""
        with self.open(name) as stream:
            return stream.read(most)

    def elements(self, name: str, *wanted: str) -> Elements:
        """The elements of a part that have these local names, each once it is whole. `InputError` for entities."""
        local: dict[str, str] = {}
        with self.open(name) as stream:
            for _, element in ElementTree.iterparse(_Wary(stream)):  # noqa: S314 (it refuses entities)
                tag = element.tag
                if tag not in local:
                    local[tag] = tag.rpartition("}")[2]
                if local[tag] in wanted:
                    yield local[tag], element


class _Wary(io.RawIOBase):
    """A stream that refuses XML that declares entities: no spreadsheet writes any, and they may have no end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        chunk = self._stream.read(size)
        seen = self._tail + chunk.replace(b"\0", b"")
        if b"<!ENTITY" in seen:
            raise _suspect("des entités XML")
        self._tail = seen[-8:]
        return chunk


def _suspect(what: str) -> InputError:
    return InputError(f"le classeur contient {what}, qu'aucun tableur n'écrit : il n'est pas lu", action=_AS_XLSX)


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
