"""The parts of a Word document: its text, its styles, what stands in its margins, and how they point to each other."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path

from loaders.read.office.package import Package, broken
from loaders.read.office.symbols import readable
from loaders.read.office.xml import Element, attribute, children, full, short

_USUAL = "word/document.xml"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_MACROS = ".macroEnabled"
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_DELETED = frozenset({"w:del", "w:moveFrom", "w:instrText", "w:delText"})


class Parts:
    """The parts of a document by what they are, wherever its relationships put them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.path: Path = package.path
        self._name = self._main_name()
        main = package.xml(self._name)
        if main is None:
            raise broken(package.path, f"« {self._name} » manque")
        self.main: Element = main
        self._targets = self._relationships(self._name)
        self._footnotes: dict[str, dict[str, str]] = {}

    @property
    def media_type(self) -> str:
        """The registered type of the document, as the package declares it."""
        types = self._package.xml("[Content_Types].xml")
        for override in children(types, "ct:Override"):
            if (override.get("PartName") or "").lstrip("/").lower() == self._name.lower():
                declared = (override.get("ContentType") or "").removesuffix("+xml").removesuffix(".main")
                return f"{declared}.12" if declared.endswith(_MACROS) else declared or _MEDIA
        return _MEDIA

    @property
    def has_macros(self) -> bool:
        """True where the document holds a program."""
        return any(name.endswith("vbaproject.bin") for name in self._package.names(""))

    def related(self, kind: str) -> Element | None:
        """The first part of a kind that the text points to ("styles", "numbering"), None where there is none."""
        return next(
            (root for name in self._targets.get(kind, ()) if (root := self._package.xml(name)) is not None), None
        )

    def margins(self) -> Iterator[str]:
        """The lines of headers and footers, each once."""
        names = dict.fromkeys(name for kind in ("header", "footer") for name in self._targets.get(kind, ()))
        roots = (root for name in names if (root := self._package.xml(name)) is not None)
        lines = (" ".join(plain_text(paragraph).split()) for root in roots for paragraph in root.iter(full("w:p")))
        yield from dict.fromkeys(line for line in lines if any(sign.isalpha() for sign in line))

    def footnote(self, kind: str, number: str) -> str:
        """The words of a footnote or an endnote, "" where there is none."""
        if kind not in self._footnotes:
            root = self.related(f"{kind}s")
            self._footnotes[kind] = {
                attribute(note, "w:id") or "": " ".join(plain_text(note).split())
                for note in children(root, f"w:{kind}")
                if attribute(note, "w:type") not in _SEPARATORS
            }
        return self._footnotes[kind].get(number, "")

    def _main_name(self) -> str:
        for kind, names in self._relationships("").items():
            if kind == "officeDocument":
                return names[0]
        return _USUAL

    def _relationships(self, name: str) -> dict[str, list[str]]:
        """Targets within the package by the last word of their type."""
        folder, base = posixpath.split(name)
        root = self._package.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for relationship in children(root, "rel:Relationship"):
            if relationship.get("TargetMode") == "External":
                continue
            target = relationship.get("Target") or ""
            inside = (
                target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            )
            found.setdefault((relationship.get("Type") or "").rpartition("/")[2], []).append(inside)
        return found


def plain_text(parent: Element) -> str:
    """All the words below an element, but for deleted ones; paragraphs are parted by a space."""
    pieces: list[str] = []
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        name = short(element.tag)
        if name == "w:t":
            pieces.append(element.text or "")
        elif name in {"w:p", "w:tab", "w:br"}:
            pieces.append(" ")
        if name not in _DELETED and name != "mc:Fallback":
            waiting += reversed(list(element))
    return readable("".join(pieces))
