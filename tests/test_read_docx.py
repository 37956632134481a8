"""Word documents: real plans turned into them give the same graph; all that Word can hide in a paragraph is seen."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from graph.model import Graph
from loaders.read.delimited import read_delimited
from loaders.read.document import RawDocument
from loaders.read.docx import read_docx
from loaders.read.text import read_decoded
from maillage.pipeline import read_graph
from tests.office import bullets, cell, converted, field, listed, p, patched, r, table, word
from tests.office_plans import (
    as_printed,
    graph_at,
    graph_of,
    in_tables,
    merged_again,
    numbered,
    plain,
    rows_in_word,
    sheets,
    told,
    with_styles,
)

PLANS = Path(__file__).parent.parent / "plans"
CHAMBERY, ALBERTVILLE = PLANS / "grand-chambery-2021-2022", PLANS / "albertville-2021"
TEXT = (CHAMBERY / "plan-actions-2021-2022.txt").read_text(encoding="utf-8")
TABLE = (ALBERTVILLE / "albertville-civ-2021.tsv").read_text(encoding="utf-8")
TITLE_STYLE = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="heading 1"/></w:style>'
STRICT = {
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": b"http://purl.oclc.org/ooxml/"
    b"officeDocument/relationships",
}


def shown(raw: RawDocument) -> list[str]:
    """The lines with words, indentation included."""
    return [line.raw for line in raw.lines if not line.blank]


def placed(raw: RawDocument) -> list[tuple[str, str]]:
    return [(line.locator, line.raw) for line in raw.lines if not line.blank]


def notes(raw: RawDocument) -> dict[str, tuple[str, str]]:
    return {code: (place, message) for code, place, message in raw.notes}


def run(name: str) -> str:
    """A run that holds one sign of Word's own."""
    return f"<w:r><w:{name}/></w:r>"


def body(tmp_path: Path, *blocks: str, **parts: str) -> RawDocument:
    return read_docx(word(tmp_path / "d.docx", "".join(blocks), **parts))


# Real plans


@pytest.fixture(scope="module")
def chambery() -> Graph:
    return read_graph(CHAMBERY)


@pytest.fixture(scope="module")
def albertville() -> Graph:
    return read_graph(ALBERTVILLE)


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
@pytest.mark.parametrize("shape", [with_styles, plain, numbered, in_tables])
def test_a_plan_says_the_same_as_text_word_and_libreoffice(
    shape: Callable[[str], Document], suffix: str, chambery: Graph, tmp_path: Path
) -> None:
    path = tmp_path / "plan.docx"
    shape(TEXT).save(str(path))
    graph = graph_of(path if suffix == ".docx" else converted(path, suffix), CHAMBERY)
    once = shape is in_tables
    assert told(graph, once=once) == told(chambery, once=once)


def test_each_place_is_where_its_words_are(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    with_styles(TEXT).save(str(path))
    printed = dict(placed(read_docx(path)))
    ties = [tie for tie in graph_of(path, CHAMBERY).relationships if tie.type in ("PILOTS", "PARTNERS", "HAS_ACTION")]
    places = [pair for tie in ties for pair in zip(tie.properties["locators"], tie.properties["quotes"], strict=True)]
    assert len(places) > 400
    assert [place for place, quote in places if quote not in " ".join(printed[place].split())] == []


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_a_table_of_measures_says_the_same_as_delimited_text(suffix: str, albertville: Graph, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    as_printed(TABLE, 8).save(str(path))
    graph = graph_of(path if suffix == ".docx" else converted(path, suffix), ALBERTVILLE)
    assert told(graph) == without(told(albertville), "guillemet-ouvert")


@pytest.mark.parametrize("suffix", [".docx", ".odt"])
def test_merged_cells_as_drawn_need_no_repair(suffix: str, albertville: Graph, tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    merged_again(TABLE, 8, shifted=(14, 21, 22, 28), spread=(21, 28)).save(str(path))
    graph = graph_of(path if suffix == ".docx" else converted(path, suffix), ALBERTVILLE)
    assert told(graph) == without(told(albertville), "guillemet-ouvert", "ligne-decalee")


DATA = Path(__file__).parent / "donnees"
MADE_UP = sorted(path for path in DATA.rglob("*.*") if path.suffix in (".txt", ".tsv", ".csv"))


@pytest.mark.parametrize("printed", MADE_UP, ids=lambda path: path.name)
def test_made_up_plans_say_the_same_in_word(printed: Path, tmp_path: Path) -> None:
    path = tmp_path / f"{printed.stem}.docx"
    if printed.suffix == ".txt":
        plain(read_decoded(printed)[1]).save(str(path))
    else:
        rows_in_word(read_delimited(printed).rows).save(str(path))
    codes = {"guillemet-ouvert", "encodage-cp1252"}
    assert but_for(told(graph_at(path)), codes) == but_for(told(read_graph(printed)), codes)


@pytest.mark.parametrize(
    ("name", "width", "spread"), [("brennac", 2, True), ("haut-querlac", 4, True), ("haut-querlac", 4, False)]
)
def test_sheets_drawn_as_tables_say_the_same(name: str, width: int, spread: bool, tmp_path: Path) -> None:
    """A label and its value are parted by a colon, where the text may have a tabulation: in quotes it is left out."""
    printed = DATA / "fiches" / f"{name}.txt"
    path = tmp_path / f"{name}.docx"
    sheets(printed.read_text(encoding="utf-8"), width, spread).save(str(path))
    in_word, in_text = (repr(told(graph_at(file))).replace(" : ", " ") for file in (path, printed))
    assert in_word == in_text


def but_for(said: dict[str, object], codes: set[str]) -> dict[str, object]:
    """What a graph says but for findings of these codes."""
    findings = said["findings"]
    assert isinstance(findings, list)
    return {**said, "findings": [finding for finding in findings if finding[0] not in codes]}


def without(said: dict[str, object], *codes: str) -> dict[str, object]:
    """What a graph says but for findings of these codes, which it has."""
    assert repr(but_for(said, set(codes))) != repr(said)
    return but_for(said, set(codes))


# What a paragraph holds


def test_tracked_changes_are_read_as_if_accepted(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        p("Axe 1 - ", f"<w:del>{r('Subir')}</w:del>", f"<w:ins>{r('Agir')}</w:ins>", " ensemble"),
        p(f"<w:moveFrom>{r('Parti')}</w:moveFrom>", f"<w:moveTo>{r('Venu')}</w:moveTo>"),
        p("Objectif 1", properties="<w:rPr><w:del/></w:rPr>"),
        p(" - Aider"),
        p("Fin"),
    )
    assert shown(raw) == ["Axe 1 - Agir ensemble", "Venu", "Objectif 1 - Aider", "Fin"]
    assert notes(raw)["insertion-suivie"][1].startswith("2 ")
    assert notes(raw)["suppression-suivie"][1].startswith("3 ")


def test_rows_whose_deletion_is_tracked_are_gone(tmp_path: Path) -> None:
    gone = table(["Pilote", "Ancien"], properties="<w:trPr><w:del/></w:trPr>").removeprefix("<w:tbl>")
    raw = body(tmp_path, table(["Pilote", "Ville"]).removesuffix("</w:tbl>") + gone)
    assert shown(raw) == ["Pilote : Ville"]
    assert "suppression-suivie" in notes(raw)


def test_whatever_wraps_words_is_seen_through(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Objectif 1')}</w:sdtContent></w:sdt>",
        p("Pilote : ", f"<w:sdt><w:sdtContent>{r('Ville')}</w:sdtContent></w:sdt>"),
        p(f"<w:smartTag>{r('CAF')}</w:smartTag>", f'<w:hyperlink r:id="x">{r(", MLJ")}</w:hyperlink>'),
        p(f'<w:fldSimple w:instr="AUTHOR">{r("Région")}</w:fldSimple>', field(' HYPERLINK "http://x" ', r(" et État"))),
        f"<w:customXml>{p('Dedans')}</w:customXml>",
        p("<w:ruby><w:rt>" + r("haut") + "</w:rt><w:rubyBase>" + r("bas") + "</w:rubyBase></w:ruby>"),
        p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"),
    )
    assert shown(raw) == ["Objectif 1", "Pilote : Ville", "CAF, MLJ", "Région et État", "Dedans", "bas", "x+1"]


def test_signs_that_are_no_letters(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        p("Côte", run("noBreakHyphen"), "Rousse", run("tab"), "pro", run("softHyphen"), "jet"),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', r("ü", '<w:rFonts w:ascii="Wingdings"/>'), r(" été")),
        p('<w:r><w:sym w:font="Wingdings" w:char="F0D8"/></w:r>', " Créer", run("br"), "et suivre"),
        p("e\u0301te\u0301 \u2011 10\u00a0%"),
    )  # fmt: skip
    assert shown(raw) == ["Côte-Rousse\tprojet", "✓✓ été", "➢ Créer", "et suivre", "été - 10\u00a0%"]
    assert [line.is_bullet for line in raw.lines if "Créer" in line.raw] == [True]


def test_only_a_paragraph_that_begins_small_is_parted_from_the_line_above(tmp_path: Path) -> None:
    """After a line break, small letters may go on with the line; after the end of a paragraph they do not."""
    raw = body(
        tmp_path, p("Ville", run("br"), "de Lac"), p("Région"), p("services de l'État"), p("(avec"), p("la CAF)")
    )
    assert [(line.locator, line.raw) for line in raw.lines] == [
        ("paragraphe 1", "Ville"),
        ("paragraphe 1", "de Lac"),
        ("paragraphe 2", "Région"),
        ("paragraphe 3", ""),
        ("paragraphe 3", "services de l'État"),
        ("paragraphe 4", "(avec"),
        ("paragraphe 5", "la CAF)"),
    ]


def test_hidden_words_are_not_read_and_are_said(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="character" w:styleId="C"><w:name w:val="Cache"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="Dessous"/><w:basedOn w:val="E"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="E"><w:name w:val="E"/><w:basedOn w:val="D"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    raw = body(
        tmp_path,
        p("Vu", r(" caché", "<w:vanish/>"), r(" voilé", '<w:rStyle w:val="C"/>'), r(" revu", '<w:vanish w:val="0"/>')),
        p("dessous", r(" sauf moi", '<w:vanish w:val="false"/>'), properties='<w:pStyle w:val="D"/>'),
        styles=styles,
    )
    assert shown(raw) == ["Vu revu", " sauf moi"]
    assert all(words in notes(raw)["texte-masque"][1] for words in ("caché", "voilé", "dessous"))


def test_text_boxes_are_read_once_after_their_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('Financeurs : État')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    raw = body(tmp_path, p("Avant", drawing, " après"), p("Suite"), table([p("Case", drawing)]))
    assert placed(raw) == [
        ("paragraphe 1", "Avant après"),
        ("zone de texte, paragraphe 1", "Financeurs : État"),
        ("paragraphe 2", "Suite"),
        ("tableau 1, ligne 1", "Case"),
        ("tableau 1, ligne 1, zone de texte", "Financeurs : État"),
    ]


def test_a_table_of_contents_is_left_aside(tmp_path: Path) -> None:
    """Its lines are those of the titles: read, each objective would be there twice."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
    first = p(f'{begin}<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "Objectif 1\t2")
    nested = p(field("HYPERLINK", r("Objectif 2"), field("PAGEREF", r("3"))))
    last = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "Introduction")
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    typed = '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    raw = body(
        tmp_path,
        *(first, nested, last),
        f"<w:sdt>{gallery}<w:sdtContent>{p('Sommaire')}</w:sdtContent></w:sdt>",
        p("Objectif 3 … 4", properties='<w:pStyle w:val="TM1"/>'),
        p("Objectif 1"),
        styles=typed,
    )
    assert shown(raw) == ["Introduction", "Objectif 1"]
    assert notes(raw)["table-des-matieres"][1].startswith("4 ")


def test_a_field_that_never_ends_hides_nothing(tmp_path: Path) -> None:
    raw = body(
        tmp_path, p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TOC</w:instrText></w:r>', "Axe 1"), p("Fin")
    )
    assert shown(raw) == ["Axe 1", "Fin"]


def test_fields_to_be_filled_in(tmp_path: Path) -> None:
    waiting = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('Cliquez ici')}</w:sdtContent></w:sdt>"
    choice = (
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="non"/>'
        '<w:listEntry w:val="oui"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    raw = body(tmp_path, p("Pilote : ", waiting), p("Financé : ", choice))
    assert shown(raw) == ["Pilote :", "Financé : oui"]
    assert notes(raw)["champ-a-remplir"][0] == "paragraphe 1"


def test_what_is_around_the_text_is_left_aside_and_said(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        p("Partenaires : CAF", '<w:r><w:footnoteReference w:id="2"/></w:r>', ", MLJ"),
        p("Vu", '<w:r><w:commentReference w:id="0"/></w:r>', "<w:r><w:drawing/></w:r>"),
        footnotes='<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">' + p("Caisse") + "</w:footnote>",
        header=p("Contrat de ville"),
        footer=p("3"),
    )
    assert shown(raw) == ["Partenaires : CAF, MLJ", "Vu"]
    said = notes(raw)
    assert {code: place for code, (place, _) in said.items()} == {
        "note-de-bas-de-page": "paragraphe 1",
        "commentaire": "paragraphe 2",
        "objet-non-lu": "paragraphe 2",
        "en-tete-de-page": "document",
    }
    assert "Caisse" in said["note-de-bas-de-page"][1]
    assert "Contrat de ville" in said["en-tete-de-page"][1]


# Lists and titles


def test_lists_show_their_signs_and_their_depth(tmp_path: Path) -> None:
    document = docx.Document()
    for words, style in (("a", "List Bullet"), ("b", "List Bullet 2"), ("c", "List Bullet 3"), ("d", "List Bullet")):
        document.add_paragraph(words, style=style)
    document.add_paragraph("Puis")
    number = bullets(document, formats=(("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)")))
    for words, level in (("un", 0), ("un-un", 1), ("petit", 2), ("deux", 0), ("deux-un", 1)):
        listed(document.add_paragraph(words), number, level)
    listed(document.add_paragraph("- déjà"), bullets(document))
    listed(document.add_paragraph("hors liste", style="List Bullet"), 0)
    document.save(str(tmp_path / "d.docx"))
    raw = read_docx(tmp_path / "d.docx")
    assert shown(raw) == [
        "- a", "  - b", "    - c", "- d", "Puis",
        "1. un", "  - 1.1 un-un", "    a) petit", "2. deux", "  - 2.1 deux-un", "- déjà", "hors liste",
    ]  # fmt: skip
    assert {line.raw for line in raw.lines if line.raw.strip() and not line.is_bullet} == {"Puis", "hors liste"}


def test_words_of_an_automatic_number_are_words_of_the_title(tmp_path: Path) -> None:
    document = docx.Document()
    number = bullets(
        document, formats=(("upperRoman", "Axe %1 -"), ("decimal", "Objectif %2 :"), ("decimal", "%1.%2.%3"))
    )
    for words, level in (("Agir", 0), ("Aider", 1), ("Détail", 2), ("Suivre", 0), ("Voir", 1), ("Dire", 1)):
        listed(document.add_paragraph(words, style=f"Heading {level + 1}"), number, level)
    document.save(str(tmp_path / "d.docx"))
    raw = read_docx(tmp_path / "d.docx")
    assert shown(raw) == [
        "Axe I - Agir", "Objectif 1 : Aider", "Détail", "Axe II - Suivre", "Objectif 1 : Voir", "Objectif 2 : Dire",
    ]  # fmt: skip
    assert notes(raw)["numero-de-titre"][0] == "paragraphe 3"


def test_a_list_that_says_where_it_begins(tmp_path: Path) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/>'
        "</w:lvlOverride></w:num>"
    )

    def item(words: str, number: int) -> str:
        return p(words, properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    raw = body(
        tmp_path,
        *(item(words, n) for words, n in (("a", 1), ("b", 1), ("c", 2), ("d", 2), ("e", 8))),
        numbering=numbering,
    )
    assert shown(raw) == ["4) a", "5) b", "9) c", "10) d", "e"]


def test_titles_stand_apart_and_one_cut_in_two_does_not(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Objectif 1 - Aider", 2)
    document.add_heading("les jeunes", 2)
    document.add_paragraph("Texte")
    document.save(str(tmp_path / "d.docx"))
    lines = read_docx(tmp_path / "d.docx").lines
    assert [line.raw for line in lines] == ["Objectif 1 - Aider", "les jeunes", "", "Texte"]


def test_text_pasted_line_by_line_keeps_its_lines_together(tmp_path: Path) -> None:
    """Paragraphs that are lines of a page follow each other without a gap, so that they can be joined."""
    document = docx.Document()
    for words in ("mot " * 20, "lot " * 20, "sot " * 20, "fin", "", "mot " * 20, "net " * 19):
        document.add_paragraph(words.strip())
    document.save(str(tmp_path / "d.docx"))
    assert [line.blank for line in read_docx(tmp_path / "d.docx").lines] == [False] * 4 + [True] + [False] * 2


# Other kinds of Word document


@pytest.mark.parametrize(
    ("declared", "media_type"),
    [
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
        ),
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "application/vnd.ms-word.document.macroEnabled.12"),
    ],
)
def test_templates_and_documents_with_macros_are_read(tmp_path: Path, declared: str, media_type: str) -> None:
    path = word(tmp_path / "d.docm", p("Axe 1"), declared)
    raw = read_docx(path)
    assert (shown(raw), raw.media_type, raw.notes) == (["Axe 1"], media_type, ())


def test_macros_are_said_and_a_missing_picture_is_no_matter(tmp_path: Path) -> None:
    path = word(tmp_path / "d.docx", p("Axe 1"))
    missing = b'<Relationship Id="r99" Type="http://x/image" Target="../NULL"/></Relationships>'
    patched(path, lambda name, data: data.replace(b"</Relationships>", missing))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    raw = read_docx(path)
    assert (shown(raw), list(notes(raw))) == (["Axe 1"], ["macros"])


def test_strict_documents_and_parts_under_other_names(tmp_path: Path) -> None:
    path = word(tmp_path / "d.docx", p("Axe 1", properties='<w:pStyle w:val="T"/>'), styles=TITLE_STYLE)
    with zipfile.ZipFile(path) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts.items():
            for usual, strict in STRICT.items():
                data = data.replace(usual, strict)
            # Word on the web numbers its parts; some zippers write Windows' slashes.
            name = name.replace("document.xml", "document2.xml")
            name = name.replace("/", "\\") if name.startswith("word") else name
            archive.writestr(name, data.replace(b"document.xml", b"document2.xml"))
    raw = read_docx(path)
    assert shown(raw) == ["Axe 1"]
    assert raw.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def test_cells_merged_the_old_way_and_rows_that_begin_further_right(tmp_path: Path) -> None:
    header = table(["Action", "Pilote", "Bilan"], ["a", "b", "c"], ["d", "e", "f"]).removesuffix("</w:tbl>")
    old = [cell("g", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "h"]
    late = table(["i"], properties='<w:trPr><w:gridBefore w:val="2"/></w:trPr>').removeprefix("<w:tbl>")
    raw = body(tmp_path, header + table(old).removeprefix("<w:tbl>").removesuffix("</w:tbl>") + late)
    assert [row.cells for row in raw.rows if not row.blank][3:] == [("g", "", "h"), ("", "", "i")]


def test_hidden_rows_and_joined_documents_are_said(tmp_path: Path) -> None:
    hidden = table(["x", "y"], properties="<w:trPr><w:hidden/></w:trPr>")
    raw = body(tmp_path, p("Vu"), hidden, '<w:altChunk r:id="r9"/>', p("Fin", properties="<w:rPr><w:del/></w:rPr>"))
    assert shown(raw) == ["Vu", "Fin"]
    assert notes(raw)["texte-masque"][0] == "tableau 1"
    assert notes(raw)["document-joint"][0] == "paragraphe 1"


def test_lists_that_come_of_styles_and_replace_their_levels(tmp_path: Path) -> None:
    def lvl(level: int, kind: str, text: str, link: str = "") -> str:
        style = f'<w:pStyle w:val="{link}"/>' if link else ""
        return f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{kind}"/>{style}<w:lvlText w:val="{text}"/></w:lvl>'

    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{lvl(0, "decimal", "%1.", "S")}{lvl(1, "lowerLetter", "%2)")}'
        "</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="N"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="3"><w:styleLink w:val="N"/>{lvl(0, "bullet", "•")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f"{lvl(0, 'upperRoman', '%1)')}</w:lvlOverride></w:num>"
        f'<w:abstractNum w:abstractNumId="4">{lvl(0, "none", "")}</w:abstractNum>'
        '<w:num w:numId="4"><w:abstractNumId w:val="4"/></w:num>'
    )

    def style(name: str, number: int, level: str = "") -> str:
        listed = f'<w:pPr><w:numPr>{level}<w:numId w:val="{number}"/></w:numPr></w:pPr>'
        return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{listed}</w:style>'

    styles = style("S", 1) + style("T", 1, '<w:ilvl w:val="1"/>') + style("B", 2) + style("R", 3) + style("Z", 4)
    raw = body(
        tmp_path,
        *(p(text, properties=f'<w:pStyle w:val="{name}"/>') for text, name in zip("abcdef", "STBRZS", strict=True)),
        p("g", properties='<w:pStyle w:val="S"/><w:numPr><w:ilvl w:val="1"/></w:numPr>'),
        numbering=numbering,
        styles=styles,
    )
    assert [line.strip() for line in shown(raw)] == ["1. a", "a) b", "- c", "- d", "e", "3. f", "a) g"]
