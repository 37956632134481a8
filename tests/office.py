"""Word and LibreOffice documents made up for tests, and conversions by LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def converted(path: Path, suffix: str) -> Path:
    """The document saved again by LibreOffice in another format; the test is left out where Writer is not there."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = path.parent / "profil"
    command = [office, "--headless", f"-env:UserInstallation=file://{profile}", "--convert-to", suffix.lstrip(".")]
    done = subprocess.run(
        [*command, "--outdir", str(path.parent), str(path)],
        capture_output=True, text=True, timeout=180, check=False, env={**os.environ, "HOME": str(path.parent)},
    )  # fmt: skip
    found = path.with_suffix(suffix)
    if not found.exists() and "could not be loaded" in done.stderr:
        pytest.skip("LibreOffice Writer is not installed")
    assert found.exists(), done.stderr
    return found


def patched(path: Path, change: Callable[[str, bytes], bytes | None], target: Path | None = None) -> Path:
    """A copy of a zip whose parts went through `change` (None leaves the part out)."""
    target = target or path
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            if (new := change(name, data)) is not None:
                archive.writestr(name, new)
    return target


def bullets(document: Document, *, formats: Sequence[tuple[str, str]] = (("bullet", "\uf0b7"), ("bullet", "o"))) -> int:
    """A new list of a document: its number. `formats` are a format and a text of Word for each level."""
    numbering = document.part.numbering_part.element
    number = 1 + max(int(one.get(qn("w:numId"))) for one in numbering.findall(qn("w:num")))
    abstract = 500 + number
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{shown}"/>'
        f'<w:pPr><w:ind w:left="{360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for level, (kind, shown) in enumerate(formats)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}">{levels}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    )
    return number


def listed(paragraph: Any, number: int, level: int = 0) -> Any:
    """A paragraph made an item of a list."""
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    return paragraph


# Documents written by hand, part by part: what no library writes

_NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word(path: Path, body: str, main_type: str = f"{_WORD}.document.main+xml", **parts: str) -> Path:
    """A Word document of this body, and of other parts by the names of their kinds ("styles", "footnotes")."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "header": "hdr", "footer": "ftr"}
    kinds = "".join(
        f'<Relationship Id="r{rank}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for rank, kind in enumerate(parts)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/word/document.xml" ContentType="{main_type}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{_RELATIONSHIPS}">{kinds}</Relationships>'
        )
        for kind, content in parts.items():
            archive.writestr(f"word/{kind}.xml", f"<w:{roots[kind]} {_NAMES}>{content}</w:{roots[kind]}>")
    return path


def p(*runs: str, properties: str = "") -> str:
    """A paragraph of Word: runs as XML, or bare words."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(run if run.startswith('<') else r(run) for run in runs)}</w:p>"


def r(words: str, properties: str = "") -> str:
    """A run of Word."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def field(instruction: str, *result: str) -> str:
    """A field of Word with its result."""
    limits = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{limits[0]}{code}{limits[1]}{''.join(result)}{limits[2]}"


def table(*rows: Sequence[str], properties: str = "") -> str:
    """A table of Word: cells are words, or XML that begins with "<"."""
    return f"<w:tbl>{''.join('<w:tr>' + properties + ''.join(map(cell, row)) + '</w:tr>' for row in rows)}</w:tbl>"


def cell(content: str, properties: str = "") -> str:
    """A cell of Word: one that is whole already, paragraphs as XML, or bare words."""
    if content.startswith("<w:tc>"):
        return content
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(content)}</w:tc>"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        **{name: f"{_ODF}:{name}:1.0" for name in ("office", "text", "table", "style", "manifest")},
        "draw": f"{_ODF}:drawing:1.0",
        "fo": f"{_ODF}:xsl-fo-compatible:1.0",
        "svg": f"{_ODF}:svg-compatible:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
        "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
    }.items()
)
ODT = "application/vnd.oasis.opendocument.text"


def libre(path: Path, body: str, automatic: str = "", shared: str = "", masters: str = "", mimetype: str = ODT) -> Path:
    """A LibreOffice text of this body; `automatic` and `shared` are styles, `masters` what stands in the margins."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        archive.writestr(
            "content.xml",
            f"<office:document-content {_ODF_NAMES}><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml",
            f"<office:document-styles {_ODF_NAMES}><office:styles>{shared}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
        )
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {_ODF_NAMES}/>")
    return path
