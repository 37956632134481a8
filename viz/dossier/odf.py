"""OpenDocument files written as they are: few named styles, nothing of a template, and the same bytes each time."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from viz.dossier.zipped import zipped

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
        ("presentation", "presentation"),
        ("meta", "meta"),
        ("manifest", "manifest"),
    )
)
_MORE = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def tag(name: str, *inside: str, **attributes: str) -> str:
    """An element: `text__style_name` stands for text:style-name; what is inside is XML already."""
    told = "".join(f" {_name(key)}={quoteattr(value)}" for key, value in attributes.items())
    return f"<{name}{told}>{''.join(inside)}</{name}>" if inside else f"<{name}{told}/>"


def _name(key: str) -> str:
    return key.replace("__", ":").replace("_", "-")


def words(text: str) -> str:
    """A text as XML; what no XML can hold is left out."""
    return escape("".join(letter for letter in text if letter >= " " or letter in "\t\n"))


def paragraph(text: str, style: str, name: str = "text:p", **attributes: str) -> str:
    """A paragraph, or a heading."""
    return tag(name, words(text), text__style_name=style, **attributes)


def style(name: str, family: str, *properties: str, parent: str = "", **attributes: str) -> str:
    """A style of a family, with its properties as elements."""
    above = {"style__parent_style_name": parent} if parent else {}
    return tag("style:style", *properties, style__name=name, style__family=family, **above, **attributes)


def type_(size: float, colour: str, *, bold: bool = False, font: str = "Arial") -> str:
    """Properties of text."""
    return tag(
        "style:text-properties",
        fo__font_size=f"{size}pt",
        fo__color=colour,
        fo__font_weight="bold" if bold else "normal",
        style__font_name=font,
        fo__language="fr",
        fo__country="FR",
    )


def package(
    kind: str,
    body: str,
    automatic: str,
    styles: str,
    *,
    title: str,
    date: datetime.date,
    pictures: Mapping[str, bytes],
) -> bytes:
    """A file of `kind` ("text", "presentation"): its body, its own styles, its common styles and pages, its images."""
    mime = f"application/vnd.oasis.opendocument.{kind}"
    content = _document("content", _fonts(), tag("office:automatic-styles", automatic), _body(kind, body))
    parts = {
        "content.xml": content,
        "styles.xml": _document("styles", _fonts(), styles),
        "meta.xml": _document("meta", _meta(title, date)),
    }
    files = {"mimetype": mime.encode(), **{name: text.encode() for name, text in parts.items()}}
    files |= {f"Pictures/{name}": picture for name, picture in pictures.items()}
    files["META-INF/manifest.xml"] = _manifest(mime, [name for name in files if name != "mimetype"]).encode()
    return zipped(files, stored=frozenset({"mimetype"}))


def _document(part: str, *inside: str) -> str:
    spaces = f'{_SPACES} {_MORE} office:version="1.3"'
    return f"{_HEAD}<office:document-{part} {spaces}>{''.join(inside)}</office:document-{part}>"


def _fonts() -> str:
    face = tag("style:font-face", style__name="Arial", svg__font_family="Arial", style__font_family_generic="swiss")
    return tag("office:font-face-decls", face)


def _body(kind: str, body: str) -> str:
    return tag("office:body", tag(f"office:{kind}", body))


def _meta(title: str, date: datetime.date) -> str:
    told = (
        tag("dc:title", words(title)),
        tag("dc:language", "fr-FR"),
        tag("meta:creation-date", f"{date.isoformat()}T00:00:00"),
        tag("dc:date", f"{date.isoformat()}T00:00:00"),
    )
    return tag("office:meta", *told)


def _manifest(mime: str, names: Iterable[str]) -> str:
    entry = "manifest:file-entry"
    told = [tag(entry, manifest__full_path="/", manifest__media_type=mime, manifest__version="1.3")]
    for name in names:
        media = "image/svg+xml" if name.endswith(".svg") else "image/png" if name.endswith(".png") else "text/xml"
        told.append(tag(entry, manifest__full_path=name, manifest__media_type=media))
    space = 'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"'
    return f"{_HEAD}<manifest:manifest {space}>{''.join(told)}</manifest:manifest>"
