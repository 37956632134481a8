"""Office documents as they lie on the disk: a zip of XML parts, opened within limits. The bytes count, not the name.

Neither python-docx nor odfdo opens them here: the first refuses macros, templates, "strict" documents and a missing
picture, both load every part whatever its size, and odfdo expands XML entities.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import InputError
from loaders.read.office.xml import BadXmlError, Element, parse

LARGEST_FILE, LARGEST_PART, LARGEST_WHOLE = 200 << 20, 32 << 20, 48 << 20
MOST_PARTS = 20_000
_MIB = 1 << 20
_ZIP, _OLE = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PLAIN_ZIP = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, KeyError)
_ODF_TEXT = b"application/vnd.oasis.opendocument.text"
_REPAIR = "Ouvrez-le dans Word ou LibreOffice, enregistrez-le à nouveau en .docx ou .odt, et recommencez."
_NO_PASSWORD = "Ouvrez-le avec son mot de passe, enregistrez-le sans mot de passe, et recommencez."  # noqa: S105
_OTHERS = (
    ("xl/", "un classeur Excel", "Renommez-le en .xlsx et recommencez."),
    ("ppt/", "une présentation PowerPoint", "Enregistrez son texte dans un document .docx ou .odt."),
    ("index/document.iwa", "un document Pages ou Numbers", "Exportez-le au format Word (.docx) et recommencez."),
)
_MARKUP = (
    (b"%PDF", "un document PDF", "Renommez-le en .pdf et recommencez."),
    (b"{\\rtf", "un document RTF", _REPAIR),
    (b"<", "un fichier XML ou HTML", _REPAIR),
)


@dataclass
class Package:
    """The parts of an office document. `kind` is "docx", "odt" or "text" (no zip at all, but legible words)."""

    path: Path
    kind: str
    sha256: str
    archive: zipfile.ZipFile | None = None
    parts: dict[str, zipfile.ZipInfo] = field(default_factory=dict)
    taken: int = 0

    def has(self, name: str) -> bool:
        """True where there is such a part; names are compared without case, with plain slashes."""
        return _plain(name) in self.parts

    def names(self, start: str) -> list[str]:
        """Names of the parts that begin so, in order."""
        return sorted(name for name in self.parts if name.startswith(start))

    def read(self, name: str) -> bytes:
        """The bytes of a part; `InputError` where it is too large, as declared or in fact, encrypted or broken."""
        info = self.parts[_plain(name)]
        if info.flag_bits & 1:
            raise encrypted(self.path)
        if info.compress_type not in _PLAIN_ZIP:
            raise broken(self.path, "compression inconnue")
        left = min(LARGEST_PART, LARGEST_WHOLE - self.taken)
        if info.file_size > left:
            raise _too_large(self.path, info.file_size)
        data = self._bytes(info, left)
        self.taken += len(data)
        return data

    def _bytes(self, info: zipfile.ZipInfo, most: int) -> bytes:
        if self.archive is None:
            raise broken(self.path, "aucune archive")
        try:
            with self.archive.open(info) as stream:
                data = stream.read(most + 1)
        except _BROKEN as error:
            raise broken(self.path, f"« {info.filename} » illisible") from error
        if len(data) > most:
            raise _too_large(self.path, len(data))
        return data

    def xml(self, name: str) -> Element | None:
        """The root of an XML part, None where there is no such part; `InputError` where it cannot be read."""
        if not self.has(name):
            return None
        try:
            return parse(self.read(name))
        except BadXmlError as error:
            raise broken(self.path, f"« {name} » : {error}") from error


def open_package(path: Path) -> Package:
    """Open a file by what its bytes are; `InputError` where it is no text document of Word or LibreOffice."""
    data = _data(path)
    package = Package(path, "text", hashlib.sha256(data).hexdigest())
    if data.startswith(_ZIP):
        _open_zip(package, data)
    elif data.startswith(_OLE):
        raise _old(path, data)
    else:
        _check_text(path, data)
    return package


def _data(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        found = f"lecture impossible ({error.strerror})"
        raise InputError(found, place=str(path), action="Vérifiez le chemin et les droits.") from error
    if not data:
        raise InputError("le fichier est vide", place=str(path), action="Donnez un document qui contient du texte.")
    if len(data) > LARGEST_FILE:
        found, action = f"le fichier dépasse {LARGEST_FILE // _MIB} Mo", "Ôtez-en les images et recommencez."
        raise InputError(found, place=str(path), action=action)
    return data


def _open_zip(package: Package, data: bytes) -> None:
    # Counted before zipfile makes an object of each: a directory of millions of entries would fill the memory.
    if data.count(b"PK\x01\x02") > MOST_PARTS:
        raise broken(package.path, f"plus de {MOST_PARTS} fichiers dans l'archive")
    try:
        package.archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise broken(package.path, "l'archive n'a pas sa fin") from error
    package.parts = {_plain(info.filename): info for info in package.archive.infolist()}
    package.kind = _kind(package)


def _kind(package: Package) -> str:
    """What a zip holds; `InputError` for what is no text document."""
    if package.has("mimetype"):
        return _odf_kind(package, package.read("mimetype"))
    if package.has("content.xml"):
        return "odt"
    for start, what, action in _OTHERS:
        if package.names(start):
            raise InputError(f"ce fichier est {what}", place=str(package.path), action=action)
    if package.has("[Content_Types].xml") or package.names("word/"):
        return "docx"
    found = "ce fichier est une archive zip, sans document Word ni LibreOffice"
    raise InputError(found, place=str(package.path), action="Décompressez-la et donnez le document qu'elle contient.")


def _odf_kind(package: Package, mimetype: bytes) -> str:
    if package.has("encrypted-package") or _is_encrypted(package):
        raise encrypted(package.path)
    if mimetype.strip().startswith(_ODF_TEXT):
        return "odt"
    spreadsheet = b"spreadsheet" in mimetype
    what = "un classeur LibreOffice" if spreadsheet else "un document LibreOffice qui n'est pas un texte"
    action = "Renommez-le en .ods et recommencez." if spreadsheet else _REPAIR
    raise InputError(f"ce fichier est {what}", place=str(package.path), action=action)


def _is_encrypted(package: Package) -> bool:
    name = "META-INF/manifest.xml"
    return package.has(name) and b"encryption-data" in package.read(name)


def _old(path: Path, data: bytes) -> InputError:
    """The error for an OLE file, by the names in its directory: an encrypted document, or an old Word one."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return encrypted(path)
    old_word = "WordDocument".encode("utf-16-le") in data
    what = "un ancien document Word (.doc)" if old_word else "un fichier d'un ancien logiciel Office"
    action = "Ouvrez-le dans Word ou LibreOffice, enregistrez-le en .docx, et recommencez."
    return InputError(f"ce fichier est {what}", place=str(path), action=action)


def _check_text(path: Path, data: bytes) -> None:
    """`InputError` for what is neither a zip nor plain text."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    for sign, what, action in _MARKUP:
        if start.startswith(sign):
            raise InputError(
                f"ce fichier est {what}, non un document Word ou LibreOffice", place=str(path), action=action
            )


def encrypted(path: Path) -> InputError:
    """The error for a document that wants a password."""
    return InputError("le document est protégé par un mot de passe", place=str(path), action=_NO_PASSWORD)


def broken(path: Path, why: str) -> InputError:
    """The error for a document that is truncated, damaged or made to harm."""
    return InputError(f"document tronqué ou abîmé ({why})", place=str(path), action=_REPAIR)


def _too_large(path: Path, size: int) -> InputError:
    found = f"une partie du document fait {size // _MIB} Mo une fois décompressée (limite : {LARGEST_PART // _MIB} Mo)"
    return InputError(found, place=str(path), action="Vérifiez le fichier, ou coupez-le en plusieurs documents.")


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()
