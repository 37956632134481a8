"""XML of office documents: parsed without entities, names with the usual prefixes whatever prefixes a file declares."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Protocol

_OOXML = "http://schemas.openxmlformats.org"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_PREFIXES = {
    f"{_OOXML}/wordprocessingml/2006/main": "w",
    f"{_OOXML}/officeDocument/2006/math": "m",
    f"{_OOXML}/officeDocument/2006/relationships": "r",
    f"{_OOXML}/package/2006/relationships": "rel",
    f"{_OOXML}/package/2006/content-types": "ct",
    f"{_OOXML}/markup-compatibility/2006": "mc",
    f"{_ODF}:office:1.0": "office",
    f"{_ODF}:text:1.0": "text",
    f"{_ODF}:table:1.0": "table",
    f"{_ODF}:drawing:1.0": "draw",
    f"{_ODF}:style:1.0": "style",
    f"{_ODF}:xsl-fo-compatible:1.0": "fo",
    f"{_ODF}:svg-compatible:1.0": "svg",
    f"{_ODF}:manifest:1.0": "manifest",
    "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
    "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0": "field",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_NAMESPACES = {prefix: namespace for namespace, prefix in _PREFIXES.items()}
# "Strict" documents use other names for the same things.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": _NAMESPACES["w"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": _NAMESPACES["r"].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": _NAMESPACES["m"].encode(),
}
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


class Element(Protocol):
    """What is used of an lxml element."""

    tag: str
    text: str | None
    tail: str | None

    def get(self, key: str, /) -> str | None:
        """An attribute by its full name."""

    def __iter__(self) -> Iterator[Element]: ...

    def iter(self, tag: str, /) -> Iterator[Element]:
        """Descendants of a tag, itself included."""


class BadXmlError(Exception):
    """The bytes are no XML that is read here: broken, too deep, or with a document type."""


def parse(data: bytes) -> Element:
    """The root element. Comments are left out; a document type (whence all entities come) is refused."""
    from lxml import etree

    if any(doctype in data for doctype in _DOCTYPES):
        raise BadXmlError("il déclare un DOCTYPE, ce qu'aucun logiciel bureautique n'écrit")
    for strict, usual in _STRICT.items():
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise BadXmlError(f"XML illisible, ligne {error.lineno}") from error
    except (etree.LxmlError, ValueError) as error:
        raise BadXmlError("XML illisible") from error
    return root


@lru_cache(maxsize=4096)
def short(tag: str) -> str:
    """ "{http://…/main}p" → "w:p"; only the local name where the namespace is not known."""
    namespace, _, local = tag.rpartition("}")
    prefix = _PREFIXES.get(namespace[1:])
    return f"{prefix}:{local}" if prefix else local


@lru_cache(maxsize=4096)
def full(name: str) -> str:
    """ "w:p" → "{http://…/main}p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its short name, or None."""
    return element.get(full(name))


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of a name, and so on down the path; None where one is missing."""
    for name in names:
        element = next(children(element, name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """The children of a short name."""
    tag = full(name)
    return (inner for inner in (element if element is not None else ()) if inner.tag == tag)


def nearest(parent: Element, names: Collection[str]) -> Iterator[Element]:
    """The descendants of some short names, in order, but for those within others."""
    waiting = list(parent)[::-1]
    while waiting:
        element = waiting.pop()
        if short(element.tag) in names:
            yield element
        else:
            waiting += list(element)[::-1]


def value(element: Element | None, *path: str) -> str | None:
    """The `w:val` of a child of an OOXML element, or None."""
    found = child(element, *path)
    return attribute(found, "w:val") if found is not None else None


def integer(text: str | None, default: int = 0, most: int = 1_000_000) -> int:
    """A whole number as an attribute prints it, held between -`most` and `most`."""
    try:
        return max(-most, min(most, int(float(text or ""))))
    except (ValueError, OverflowError):
        return default
