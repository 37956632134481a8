"""What Word and LibreOffice documents have in common: tables as lines and rows, files at fault, documents at random."""

import time
import zipfile
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odfdo import Document as OdfDocument
from odfdo import List as OdfList
from odfdo import Paragraph as OdfParagraph
from odfdo import Table as OdfTable

from graph.errors import InputError
from loaders.cells import printed_lines
from loaders.read.document import RawDocument
from loaders.read.docx import read_docx
from loaders.read.odt import read_odt
from loaders.read.office import package
from tests.office import cell, libre, p, table, word

READERS = {".docx": read_docx, ".odt": read_odt}


def shown(raw: RawDocument) -> list[str]:
    return [line.raw for line in raw.lines if not line.blank]


def body(tmp_path: Path, *blocks: str) -> RawDocument:
    return read_docx(word(tmp_path / "d.docx", "".join(blocks)))


def rows(raw: RawDocument) -> list[tuple[str, ...]]:
    return [row.cells for row in raw.rows if not row.blank]


# Tables


def test_labels_on_the_left_are_headings_of_what_is_on_the_right(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        table(
            [cell("Objectif 1 - Aider", '<w:gridSpan w:val="2"/>')],
            ["Pilote :", p("Ville de Lac") + p("Région")],
            ["Lieu du projet", "Maison de quartier"],
            ["Actions", p("- créer") + p("- suivre")],
            ["", "- évaluer"],
            ["Partenaires", ""],
        ),
    )
    assert shown(raw) == [
        "Objectif 1 - Aider", "Pilote : Ville de Lac", "Région", "Lieu du projet : Maison de quartier", "Actions :",
        "- créer", "- suivre", "- évaluer", "Partenaires :",
    ]  # fmt: skip
    assert raw.rows == ()


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        ([["Pilote", "Ville", "Partenaires", "CAF"]], ["Pilote : Ville", "Partenaires : CAF"]),
        ([["Pilote", "Partenaires"], ["Ville", "CAF, MLJ"]], ["Pilote : Ville", "Partenaires : CAF, MLJ"]),
        ([["Pilote", "Partenaires", "Lieu"], ["Ville", "CAF", "Gare"]],
         ["Pilote : Ville", "Partenaires : CAF", "Lieu : Gare"]),
        ([["Actions en cours", "Actions à développer"], ["Un", "Deux"], ["Trois", ""]],
         ["Actions en cours : Un", "Trois", "Actions à développer : Deux"]),
        ([["Financeurs", "Montants"], ["CAF", "10 000 €"], ["Région", "5 000 €"]],
         ["Financeurs\tMontants", "CAF\t10 000 €", "Région\t5 000 €"]),
        ([["CAF", "10 000 €"], ["Région", "5 000 €"]], ["CAF : 10 000 €", "Région : 5 000 €"]),
        ([["Pilote : Ville", "Partenaires : CAF", "Calendrier : 2024"]],
         ["Pilote : Ville", "Partenaires : CAF", "Calendrier : 2024"]),
        ([["Colonne de gauche", "Colonne de droite"]], ["Colonne de gauche", "Colonne de droite"]),
    ],
)  # fmt: skip
def test_a_table_is_read_the_way_it_goes(drawn: list[list[str]], expected: list[str], tmp_path: Path) -> None:
    assert shown(body(tmp_path, table(*drawn))) == expected


def test_a_sheet_of_several_columns_is_read_label_by_label(tmp_path: Path) -> None:
    two, four = '<w:gridSpan w:val="3"/>', '<w:gridSpan w:val="4"/>'
    raw = body(
        tmp_path,
        table(
            [cell("Fiche action n° 3", four)],
            ["Axe", "1 - Vivre", "Objectif", "1.2"],
            ["Intitulé", cell("Créer un jardin", two)],
            ["Porteur", "Ville", "Partenaires", p("CAF") + p("MLJ")],
            [cell("Description de l'action", four)],
            [cell(p("Un jardin.") + p("Un four."), four)],
        ),
    )
    assert shown(raw) == [
        "Fiche action n° 3", "Axe : 1 - Vivre", "Objectif : 1.2", "Intitulé : Créer un jardin", "Porteur : Ville",
        "Partenaires : CAF", "MLJ", "Description de l'action", "Un jardin.", "Un four.",
    ]  # fmt: skip
    assert raw.rows == ()


def test_money_in_a_sheet_stays_with_its_funder(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        table(
            ["Porteur", "Ville", "", ""],
            ["Statut", "en cours", "", ""],
            ["Lieu", "Gare", "", ""],
            ["Financeurs", "CAF", "Région", "DRAC"],
            ["", "3 000 €", "", "2 500 €"],
            ["Financeur", "Montant", "Part", ""],
            ["CAF", "3 000 €", "60 %", ""],
            ["Région", "2 000 €", "40 %", ""],
            ["Dates", "2025", "", ""],
        ),
    )
    assert shown(raw) == [
        "Porteur : Ville", "Statut : en cours", "Lieu : Gare", "Financeurs :", "CAF : 3 000 €", "Région",
        "DRAC : 2 500 €",
        "Financeur\tMontant\tPart", "CAF\t3 000 €\t60 %", "Région\t2 000 €\t40 %", "Dates : 2025",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "header",
    [
        ["Axe", "Objectif", "Action", "Pilote"],
        ["Mesure", "Réponse locale", "Pilotes", "Calendrier"],
        ["Actions", "Pilote", "Partenaires", "Budget"],
        ["Partenaires", "Contact", "Financeurs", "Remarques"],
        ["Une", "Deux", "Trois", "Quatre"],
    ],
)
def test_tables_that_go_by_rows_are_data(header: list[str], tmp_path: Path) -> None:
    drawn = [header, ["a", "b", "c", "d"], ["e", "f", "g", "h"]]
    assert rows(body(tmp_path, table(*drawn))) == list(map(tuple, drawn))


DATA = [["Thème", "Action", "Pilote"], ["Emploi", "Créer", "Ville"], ["", "Suivre", "CAF"], ["Santé", "Soigner", "ARS"]]


def test_a_table_of_data_gives_rows_and_lines_with_tabulations(tmp_path: Path) -> None:
    raw = body(tmp_path, p("Plan du Lac"), table(*DATA), p("Fin"))
    assert shown(raw) == ["Plan du Lac", *("\t".join(row) for row in DATA), "Fin"]
    assert rows(raw) == [("Plan du Lac",), *map(tuple, DATA), ("Fin",)]
    assert [row.locator for row in raw.rows if not row.blank] == [
        "paragraphe 1", *(f"tableau 1, ligne {number}" for number in range(1, 5)), "paragraphe 2",
    ]  # fmt: skip


def test_a_small_table_in_a_long_text_stays_in_the_text(tmp_path: Path) -> None:
    raw = body(tmp_path, *(p(f"Objectif {number} - Aider tout le monde") for number in range(30)), table(*DATA))
    assert raw.rows == ()
    assert shown(raw)[-4:] == ["\t".join(row) for row in DATA]


def test_a_frame_around_all_is_no_table(tmp_path: Path) -> None:
    raw = body(tmp_path, table([p("Plan") + p("du Lac") + table(*DATA) + p("")]))
    assert rows(raw) == [("Plan",), ("du Lac",), *map(tuple, DATA)]
    assert len({row.locator for row in raw.rows if not row.blank}) == 6


def test_merged_cells_tell_their_words_where_they_go_on(tmp_path: Path) -> None:
    down, on = '<w:vMerge w:val="restart"/>', cell("", "<w:vMerge/>")
    raw = body(
        tmp_path,
        table(
            ["Thème", "Action", "Pilote", "Bilan"],
            [cell("Emploi", down), "Créer", cell("Ville", down), "X"],
            [on, "Suivre", on, ""],
            [on, cell("Dire et faire", '<w:gridSpan w:val="2"/>'), "X"],
        ),
    )
    assert [(row.cells, row.covered) for row in raw.rows if not row.blank][1:] == [
        (("Emploi", "Créer", "Ville", "X"), ()),
        (("", "Suivre"), ((0, "Emploi"), (2, "Ville"))),
        (("", "Dire et faire", "", "X"), ((0, "Emploi"), (2, "Dire et faire"))),
    ]


def test_the_lines_of_a_cell_are_kept_beside_its_words(tmp_path: Path) -> None:
    raw = body(tmp_path, table(*DATA[:3], ["", "Voir", p("Ville") + p("") + p("CAF", "<w:r><w:br/></w:r>", "MLJ")]))
    last = raw.rows[-2].cells[2]
    assert last == "Ville CAF MLJ"
    assert printed_lines(last) == ["Ville", "CAF", "MLJ"]


def test_borders_that_do_not_meet_make_no_column(tmp_path: Path) -> None:
    wide = '<w:gridSpan w:val="2"/>'
    raw = body(
        tmp_path,
        table(
            [cell("Pilote", wide), "Ville"],
            ["Partenaires", cell("CAF", wide)],
            [cell("Calendrier", wide), "2024"],
        ),
    )
    assert shown(raw) == ["Pilote : Ville", "Partenaires : CAF", "Calendrier : 2024"]


def test_three_hundred_columns(tmp_path: Path) -> None:
    raw = body(tmp_path, table(*([f"c{column}" for column in range(300)] for _ in range(3))))
    assert [len(row) for row in rows(raw)] == [300] * 3


def test_cells_wider_than_any_page_cost_nothing(tmp_path: Path) -> None:
    vast = '<w:gridSpan w:val="999999999"/>'
    raw = body(tmp_path, table(*([cell("Large", vast), "Fin", "x"] for _ in range(50))))
    assert rows(raw)[0] == ("Large", "Fin", "x")


@pytest.mark.parametrize("suffix", READERS)
def test_tables_one_in_another_without_end(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"d{suffix}"
    if suffix == ".docx":
        word(path, nested(60, lambda inner: table([p("mot") + inner + p("")]), p("fond")))
    else:
        libre(path, nested(60, odf_table, "<text:p>fond</text:p>"))
    raw = READERS[suffix](path)
    assert [word for line in shown(raw) for word in line.split()] == ["mot"] * 60 + ["fond"]
    assert "tableau-imbrique" in {code for code, _, _ in raw.notes}


def nested(times: int, wrap: Callable[[str], str], inner: str) -> str:
    for _ in range(times):
        inner = wrap(inner)
    return inner


def odf_table(inner: str) -> str:
    return (
        f"<table:table><table:table-row><table:table-cell><text:p>mot</text:p>{inner}</table:table-cell>"
        "</table:table-row></table:table>"
    )


@pytest.mark.parametrize("suffix", READERS)
def test_words_wrapped_without_end(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"d{suffix}"
    if suffix == ".docx":
        word(path, p(nested(230, "<w:ins>{}</w:ins>".format, "<w:r><w:t>fond</w:t></w:r>")))
    else:
        libre(path, "<text:p>" + nested(230, "<text:span>{}</text:span>".format, "fond") + "</text:p>")
    assert shown(READERS[suffix](path)) == ["fond"]


# Files at fault


def entry(name: str, data: bytes, **others: bytes) -> bytes:
    """A zip of these parts."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for part, content in {name: data, **others}.items():
                archive.writestr(part, content)
        return path.read_bytes()


def ole(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(512)


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT = b"<w:document " + W + b"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>"
FAULTY = {
    "vide": (b"", "vide"),
    "sans-mot": (entry("word/document.xml", DOCUMENT.replace(b"&a;", b" ")), "aucun mot"),
    "entites": (entry("word/document.xml", LAUGHS + DOCUMENT.replace(b"&a;", b"&b;")), "DOCTYPE"),
    "entite-externe": (entry("word/document.xml", OUTSIDE + DOCUMENT), "DOCTYPE"),
    "utf16": (entry("word/document.xml", (OUTSIDE + DOCUMENT).decode().encode("utf-16")), "DOCTYPE"),
    "entite-inconnue": (entry("word/document.xml", DOCUMENT), "XML"),
    "profond": (entry("word/document.xml", b"<a>" * 5000 + b"</a>" * 5000), "XML"),
    "une-ligne": (entry("word/document.xml", DOCUMENT.replace(b"&a;", b"mot " * 3_000_000)), "XML"),
    "bombe": (entry("word/document.xml", DOCUMENT.replace(b"&a;", b" " * (package.LARGEST_PART + 1))), "décompressée"),
    "sans-document": (entry("[Content_Types].xml", b"<Types/>"), "manque"),
    "zip": (entry("lisezmoi.txt", b"x"), "zip"),
    "classeur": (entry("[Content_Types].xml", b"<Types/>", **{"xl/workbook.xml": b"<x/>"}), "Excel"),
    "ods": (entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), "classeur"),
    "odp": (entry("mimetype", b"application/vnd.oasis.opendocument.presentation"), "pas un texte"),
    "odt-chiffre": (
        entry("mimetype", b"application/vnd.oasis.opendocument.text",
              **{"META-INF/manifest.xml": b"<manifest:encryption-data/>", "content.xml": b"\x81\x02"}),
        "mot de passe",
    ),
    "odt-sans-texte": (entry("content.xml", b"<a/>"), "texte"),
    "doc": (ole("WordDocument"), "ancien document Word"),
    "chiffre": (ole("EncryptedPackage"), "mot de passe"),
    "ole": (ole("Autre"), "ancien"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "rtf": (b"{\\rtf1\\ansi Bonjour}", "RTF"),
    "html": (b"\n<html><body>Axe 1</body></html>", "HTML"),
    "image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "pas du texte"),
}  # fmt: skip


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("case", FAULTY)
def test_files_at_fault_are_said_to_be(case: str, suffix: str, tmp_path: Path) -> None:
    data, expected = FAULTY[case]
    path = tmp_path / f"{case}{suffix}"
    path.write_bytes(data)
    with pytest.raises(InputError, match=expected) as caught:
        READERS[suffix](path)
    assert path.name in str(caught.value)
    assert caught.value.action


@pytest.mark.parametrize("suffix", READERS)
def test_missing_files_and_folders(suffix: str, tmp_path: Path) -> None:
    for path in (tmp_path / f"rien{suffix}", tmp_path):
        with pytest.raises(InputError, match="lecture impossible"):
            READERS[suffix](path)


def test_a_document_of_pictures_may_be_a_scan(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="numérisé") as caught:
        body(tmp_path, p("<w:r><w:drawing/></w:r>"), p("<w:r><w:drawing/></w:r>"))
    assert "OCR" in str(caught.value)


def test_a_locked_part_and_a_part_that_lies_about_its_size(tmp_path: Path) -> None:
    path = word(tmp_path / "d.docx", p("Axe 1"))
    whole = path.read_bytes()
    name = whole.rindex(b"word/document.xml")
    directory = name - 46
    locked = bytearray(whole)
    locked[directory + 8] |= 1
    path.write_bytes(locked)
    with pytest.raises(InputError, match="mot de passe"):
        read_docx(path)
    lying = bytearray(whole)
    lying[directory + 24 : directory + 28] = (5).to_bytes(4, "little")
    path.write_bytes(lying)
    with pytest.raises(InputError, match="abîmé"):
        read_docx(path)


def test_an_archive_of_countless_files_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "d.docx"
    path.write_bytes(b"PK\x03\x04" + b"PK\x01\x02" * (package.MOST_PARTS + 1))
    with pytest.raises(InputError, match="plus de"):
        read_docx(path)


def test_paragraphs_without_number_are_refused_in_time(tmp_path: Path) -> None:
    start = time.monotonic()
    with pytest.raises(InputError, match="paragraphes"):
        body(tmp_path, "<w:p/>" * 400_000)
    assert time.monotonic() - start < 60


@pytest.mark.parametrize("suffix", READERS)
def test_misnamed_documents_are_read_for_what_they_are(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"plan{suffix}"
    other = {".docx": lambda: libre(path, "<text:p>Axe 1</text:p>"), ".odt": lambda: word(path, p("Axe 1"))}
    other[suffix]()
    raw = READERS[suffix](path)
    assert (shown(raw), [code for code, _, _ in raw.notes]) == (["Axe 1"], ["extension-trompeuse"])
    path.write_text("Axe 1\n\nObjectif 1", encoding="utf-8")
    raw = READERS[suffix](path)
    assert (shown(raw), [code for code, _, _ in raw.notes]) == (["Axe 1", "Objectif 1"], ["extension-trompeuse"])
    assert raw.media_type == "text/plain"


# Documents at random

WORDS = st.text(st.sampled_from("abcdeéèàçœÉN’'.,;()0123456789"), min_size=1, max_size=8)
LINE = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
PARAGRAPH = st.tuples(st.just("p"), LINE)
HEADING = st.tuples(st.just("h"), LINE)
ITEMS = st.tuples(st.just("l"), st.lists(st.tuples(st.integers(0, 1), LINE), min_size=1, max_size=5))
CELLS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(LINE, min_size=width, max_size=width), min_size=1, max_size=4)
)
BLOCKS = st.lists(st.one_of(PARAGRAPH, HEADING, ITEMS, st.tuples(st.just("t"), CELLS)), min_size=1, max_size=8)


def as_word(blocks: list[tuple[str, object]], path: Path) -> Path:
    document = docx.Document()
    for kind, content in blocks:
        if kind in "ph":
            document.add_paragraph(str(content), style="Heading 2" if kind == "h" else "Normal")
        elif kind == "l":
            for level, text in as_items(content):
                document.add_paragraph(text, style="List Bullet 2" if level else "List Bullet")
        else:
            drawn = as_cells(content)
            made = document.add_table(len(drawn), len(drawn[0]))
            for row, texts in zip(made.rows, drawn, strict=True):
                for own, text in zip(row.cells, texts, strict=True):
                    own.text = text
    document.save(str(path))
    return path


def as_libre(blocks: list[tuple[str, object]], path: Path) -> Path:
    from odfdo import Cell, Header, Row

    document = OdfDocument("text")
    document.body.clear()
    for kind, content in blocks:
        if kind in "ph":
            document.body.append(Header(2, str(content)) if kind == "h" else OdfParagraph(str(content)))
        elif kind == "l":
            document.body.append(odf_list(as_items(content)))
        else:
            made = OdfTable(f"t{len(document.body.tables)}")
            for texts in as_cells(content):
                row = Row()
                for text in texts:
                    own = Cell()
                    own.append(OdfParagraph(text))
                    row.append_cell(own)
                made.append_row(row)
            document.body.append(made)
    document.save(str(path))
    return path


def odf_list(items: list[tuple[int, str]]) -> OdfList:
    from odfdo import ListItem

    made, last = OdfList(), None
    for level, text in items:
        if level and last is not None:
            inner = last.get_element("text:list") or OdfList()
            last.append(inner)
            inner.append(ListItem(text))
        else:
            last = ListItem(text)
            made.append(last)
    return made


def as_items(content: object) -> list[tuple[int, str]]:
    """The items of a list; the first is never a part of another."""
    assert isinstance(content, list)
    return [(0, content[0][1]), *content[1:]]


def as_cells(content: object) -> list[list[str]]:
    assert isinstance(content, list)
    return content


def said(blocks: list[tuple[str, object]]) -> list[str]:
    """The words of the blocks, in order."""
    texts: list[str] = []
    for kind, content in blocks:
        if kind in "ph":
            texts.append(str(content))
        elif kind == "l":
            texts += [text for _, text in as_items(content)]
        else:
            texts += chain.from_iterable(as_cells(content))
    return [word for text in texts for word in text.split()]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(BLOCKS)
def test_no_word_is_lost_and_both_formats_agree(tmp_path: Path, blocks: list[tuple[str, object]]) -> None:
    in_word, in_libre = read_docx(as_word(blocks, tmp_path / "d.docx")), read_odt(as_libre(blocks, tmp_path / "d.odt"))
    assert [(line.locator, line.raw) for line in in_word.lines] == [(line.locator, line.raw) for line in in_libre.lines]
    assert in_word.rows == in_libre.rows
    assert [word for line in shown(in_word) for word in line.split() if word not in "-:"] == said(blocks)


def read_or_refuse(path: Path) -> None:
    """A document is read, or refused in French with what to do; nothing else happens."""
    try:
        fine = bool(shown(READERS[path.suffix](path)))
    except InputError as error:
        fine = path.name in str(error) and error.action is not None
    assert fine


@pytest.fixture(scope="module")
def wholes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    blocks: list[tuple[str, object]] = [("h", "Axe 1"), ("l", [(0, "un"), (1, "deux")]), ("t", [["a", "b", "c"]] * 3)]
    folder = tmp_path_factory.mktemp("entiers")
    made = (as_word(blocks, folder / "d.docx"), as_libre(blocks, folder / "d.odt"))
    return {path.suffix: path.read_bytes() for path in made}


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(sorted(READERS)))
def test_damaged_bytes_are_read_or_refused(
    tmp_path: Path, wholes: dict[str, bytes], data: st.DataObject, suffix: str
) -> None:
    damaged = bytearray(wholes[suffix])
    for position in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
        damaged[position] = data.draw(st.integers(0, 255))
    end = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))
    path = tmp_path / f"d{suffix}"
    path.write_bytes(damaged[:end])
    read_or_refuse(path)


WORD_TAGS = (
    "p r t tbl tr tc tcPr pPr rPr trPr sdt sdtPr sdtContent ins del moveFrom smartTag hyperlink fldChar instrText br "
    "tab sym numPr numId ilvl vMerge gridSpan gridBefore hMerge pStyle footnoteReference commentReference drawing pict "
    "txbxContent ruby rubyBase vanish showingPlcHdr docPartObj docPartGallery outlineLvl ffData ddList altChunk"
).split()
ODF_TAGS = (
    "text:p text:h text:list text:list-item text:list-header text:span text:s text:tab text:line-break text:note "
    "text:note-body text:section text:table-of-content text:tracked-changes text:deletion table:table table:table-row "
    "table:table-cell table:covered-table-cell table:table-header-rows draw:frame draw:text-box draw:g draw:image "
    "office:annotation text:hidden-paragraph text:hidden-text text:placeholder text:number text:a"
).split()
WORD_NAMES = ["val", "id", "fldCharType", "font", "char", "type", "ilvl"]
ODF_NAMES = (
    "text:c text:style-name text:outline-level text:continue-numbering text:continue-list text:start-value "
    "table:number-columns-repeated table:number-rows-repeated table:number-columns-spanned table:number-rows-spanned "
    "text:is-hidden text:display"
).split()
VALUES = st.sampled_from(
    ["", "0", "1", "2", "-1", "99999999999", "x", "begin", "separate", "end", "true", "none", "F0FC"]
)


def trees(tags: list[str], names: list[str]) -> st.SearchStrategy[str]:
    """XML of any elements one in another, with any attributes."""
    given_names = st.dictionaries(st.sampled_from(names), VALUES, max_size=2)
    printed = given_names.map(lambda found: "".join(f' {name}="{value}"' for name, value in found.items()))
    return st.recursive(
        st.sampled_from(["mot", " ", "TOC", ""]),
        lambda inner: st.builds(
            lambda tag, attributes, content: f"<{tag}{attributes}>{''.join(content)}</{tag}>",
            st.sampled_from(tags), printed, st.lists(inner, max_size=4),
        ),
        max_leaves=25,
    )  # fmt: skip


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(trees([f"w:{tag}" for tag in WORD_TAGS], [f"w:{name}" for name in WORD_NAMES]))
def test_any_elements_of_word_are_read_or_refused(tmp_path: Path, tree: str) -> None:
    read_or_refuse(word(tmp_path / "d.docx", tree, styles=tree, numbering=tree, footnotes=tree))


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(trees(ODF_TAGS, ODF_NAMES))
def test_any_elements_of_libreoffice_are_read_or_refused(tmp_path: Path, tree: str) -> None:
    read_or_refuse(libre(tmp_path / "d.odt", tree, automatic=tree, shared=tree, masters=tree))
