"""LibreOffice texts: all that a paragraph, a list or a table can hide is seen; what LibreOffice makes of Word."""

from pathlib import Path

import docx
import pytest

from loaders.read.document import RawDocument
from loaders.read.docx import read_docx
from loaders.read.odt import read_odt
from tests.office import ODT, bullets, converted, libre, listed, p, r, table, word


def shown(raw: RawDocument) -> list[str]:
    """The lines with words, indentation included."""
    return [line.raw for line in raw.lines if not line.blank]


def placed(raw: RawDocument) -> list[tuple[str, str]]:
    return [(line.locator, line.raw) for line in raw.lines if not line.blank]


def notes(raw: RawDocument) -> dict[str, tuple[str, str]]:
    return {code: (place, message) for code, place, message in raw.notes}


def body(tmp_path: Path, *blocks: str, **styles: str) -> RawDocument:
    return read_odt(libre(tmp_path / "d.odt", "".join(blocks), **styles))


def words(content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def test_blanks_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        words("\n   Ville\n  de  <text:span> Lac</text:span><text:s text:c='2'/>!<text:tab/>fin"),
        words("Ville<text:line-break/>Région<text:soft-page-break/>s"),
        words("Côte\u2011Rousse pro\u00adjet<text:s text:c='999999999'/>."),
    )
    assert shown(raw) == ["Ville de Lac  !\tfin", "Ville", "Régions", "Côte-Rousse projet" + " " * 100 + "."]
    assert raw.media_type == ODT


def test_what_wraps_words_is_seen_through_and_what_is_no_text_is_not(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        "<text:tracked-changes><text:changed-region><text:deletion>" + words("Ancien") + "</text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>",
        f"<text:section>{words('Axe 1')}</text:section>",
        '<text:section text:display="none">' + words("Brouillon") + "</text:section>",
        words("<text:a>Ville</text:a><text:change-start/>, <text:bookmark/>CAF<text:change-end/>"),
        words("Voir<office:annotation><dc:creator>Moi</dc:creator><text:p>À revoir</text:p></office:annotation> ici"),
        words("CAF<text:note><text:note-citation>1</text:note-citation><text:note-body>" + words("Caisse")
              + "</text:note-body></text:note>, MLJ"),
        words("Porteur : <text:placeholder>&lt;nom&gt;</text:placeholder>"),
        words("<loext:content-control loext:showing-place-holder='true'>Cliquez</loext:content-control>Fin"),
        words("<text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>haut</text:ruby-text></text:ruby>"),
        words("Vu <text:hidden-text text:is-hidden='true'>non</text:hidden-text><text:date>12 mai</text:date>"),
        "<text:table-of-content><text:index-body>" + words("Axe 1\t3") + "</text:index-body></text:table-of-content>",
        words("Axe 2\t4", "Contents_20_1"),
        shared='<style:style style:name="Contents_20_1" style:family="paragraph"/>',
        masters="<style:master-page><style:header>" + words("Contrat") + "</style:header></style:master-page>",
    )  # fmt: skip
    assert shown(raw) == [
        "Axe 1", "Ville, CAF", "Voir ici", "CAF, MLJ", "Porteur : ".rstrip(), "Fin", "bas", "Vu 12 mai",
    ]  # fmt: skip
    assert {code: place for code, (place, _) in notes(raw).items()} == {
        "suppression-suivie": "document",
        "insertion-suivie": "document",
        "texte-masque": "document",
        "commentaire": "paragraphe 3",
        "note-de-bas-de-page": "paragraphe 4",
        "champ-a-remplir": "document",
        "table-des-matieres": "document",
        "en-tete-de-page": "document",
    }
    assert "Brouillon" in notes(raw)["texte-masque"][1]


def test_old_form_fields_show_what_is_chosen(tmp_path: Path) -> None:
    kind = "vnd.oasis.opendocument.field.FORM"
    box = (
        f"<field:fieldmark field:type='{kind}CHECKBOX'><field:param field:name='Checkbox_Checked' field:value='true'/>"
    )
    entries = "".join(
        f"<field:param field:name='Dropdown_ListEntry' field:value='{entry}'/>" for entry in ("non", "oui")
    )
    chosen = "<field:param field:name='Dropdown_Selected' field:value='1'/>"
    raw = body(
        tmp_path,
        words(f"Case : {box}</field:fieldmark>"),
        words(f"Liste : <field:fieldmark field:type='{kind}DROPDOWN'>{entries}{chosen}</field:fieldmark>"),
    )
    assert shown(raw) == ["Case : ☒", "Liste : oui"]


def test_hidden_styles_and_fonts_of_signs(tmp_path: Path) -> None:
    automatic = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="S" style:family="text"><style:text-properties text:display="true"/></style:style>'
        '<style:style style:name="W" style:family="text"><style:text-properties style:font-name="W1"/></style:style>'
        '<style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/>'
        '<style:style style:name="P" style:family="paragraph" style:parent-style-name="Q">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    faces = '<style:font-face style:name="W1" svg:font-family="Wingdings"/>'
    raw = body(
        tmp_path,
        words("Vu<text:span text:style-name='H'> caché</text:span>"),
        words("dessous<text:span text:style-name='S'>dessus</text:span>", "Q"),
        words("<text:span text:style-name='W'>ü</text:span> oui \uf0fc"),
        automatic=automatic + faces,
    )
    assert shown(raw) == ["Vu", "dessus", "✓ oui ✓"]


def test_boxes_and_shapes_are_read_in_place(tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box>" + words("Financeurs : État") + "</draw:text-box></draw:frame>"
    shape = (
        "<draw:g><draw:custom-shape>"
        + words("Pilote : Ville")
        + "<draw:enhanced-geometry/></draw:custom-shape></draw:g>"
    )
    picture = "<draw:frame><draw:image/><svg:title>Logo</svg:title></draw:frame>"
    raw = body(tmp_path, shape, words(f"Avant{box} après"), words(f"Suite{picture}"))
    assert placed(raw) == [
        ("zone de texte, début du document", "Pilote : Ville"),
        ("paragraphe 1", "Avant après"),
        ("zone de texte, paragraphe 1", "Financeurs : État"),
        ("paragraphe 2", "Suite"),
    ]
    assert notes(raw)["objet-non-lu"][0] == "paragraphe 2"


NUMBERS = (
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" '
    'style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="3" style:num-prefix="n° "/>'
    '</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/><text:list-level-style-bullet text:level="2" text:bullet-char="◦"/></text:list-style>'
)


def items(*contents: str, attributes: str = "") -> str:
    inner = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
    return f"<text:list {attributes}>{inner}</text:list>"


def test_lists_show_their_signs_their_numbers_and_their_depth(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        items(words("un") + items(words("petit") + items(words("détail"))), words("deux") + words("suite"),
              attributes='text:style-name="L" xml:id="x"'),
        words("Entre"),
        items(words("trois"), attributes='text:style-name="L" text:continue-list="x"'),
        items(words("point") + items(words("sous")), attributes='text:style-name="B"'),
        "<text:list text:style-name='L'><text:list-header>" + words("titre") + "</text:list-header>"
        "<text:list-item text:start-value='7'>" + words("sept") + "</text:list-item></text:list>",
        automatic=NUMBERS,
    )  # fmt: skip
    assert shown(raw) == [
        "1. un", "  a) petit", "    - n° 1.a.1 détail", "2. deux", "  suite", "Entre", "3. trois",
        "- point", "  - sous", "  titre", "7. sept",
    ]  # fmt: skip


def test_titles_have_their_numbers_where_these_are_words(tmp_path: Path) -> None:
    outline = (
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" '
        'style:num-prefix="Axe " style:num-suffix=" -"/><text:outline-level-style text:level="2" style:num-format="1" '
        'text:display-levels="2"/></text:outline-style>'
    )
    titles = ((1, "Agir"), (2, "Aider"), (1, "Suivre"))
    raw = body(
        tmp_path, *(f'<text:h text:outline-level="{level}">{title}</text:h>' for level, title in titles), shared=outline
    )
    assert shown(raw) == ["Axe I - Agir", "Aider", "Axe II - Suivre"]
    assert notes(raw)["numero-de-titre"] == ("paragraphe 2", "1 numéro automatique de titre laissé de côté : « I.1 »")


def td(content: str, attributes: str = "") -> str:
    return f"<table:table-cell {attributes}>{words(content) if content else ''}</table:table-cell>"


def tr(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


COVERED = "<table:covered-table-cell/>"


def test_merged_and_repeated_cells_stand_in_their_columns(tmp_path: Path) -> None:
    raw = body(
        tmp_path,
        "<table:table><table:table-header-rows>" + tr(*map(td, ("Thème", "Mesure", "Pilote", "État"))),
        "</table:table-header-rows>"
        + tr(
            td("Emploi", 'table:number-rows-spanned="3"'),
            td("Une"),
            td("Ville", 'table:number-rows-spanned="2"'),
            td("X"),
        ),
        tr(COVERED, td("Deux"), COVERED, td("")),
        tr(COVERED, td("Trois et quatre", 'table:number-columns-spanned="2"'), COVERED, td("X")),
        tr(
            td("Logement"),
            td("x", 'table:number-columns-repeated="2"'),
            td("", 'table:number-columns-repeated="16384"'),
        ),
        tr(td("", 'table:number-columns-repeated="3"'), attributes='table:number-rows-repeated="1048576"'),
        "</table:table>",
    )
    assert [(row.cells, row.covered) for row in raw.rows if not row.blank] == [
        (("Thème", "Mesure", "Pilote", "État"), ()),
        (("Emploi", "Une", "Ville", "X"), ()),
        (("", "Deux"), ((0, "Emploi"), (2, "Ville"))),
        (("", "Trois et quatre", "", "X"), ((0, "Emploi"), (2, "Trois et quatre"))),
        (("Logement", "x", "x"), ()),
    ]
    assert raw.rows[1].locator == "tableau 1, ligne 1"


# What LibreOffice makes of a Word document


def test_word_and_libreoffice_show_the_same_lines(tmp_path: Path) -> None:
    """The same traps in both formats, the second written by LibreOffice itself."""
    box = f"<w:txbxContent>{p('Financeurs : État')}</w:txbxContent>"
    drawing = (
        f"<w:r><w:pict><v:shape style='width:99pt;height:50pt'><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    )
    inner = table(["a", "b", "c"], ["d", "e", "f"])
    path = word(
        tmp_path / "d.docx",
        p("Axe 1 - ", f'<w:del w:id="1" w:author="x">{r("Subir")}</w:del>',
          f'<w:ins w:id="2" w:author="x">{r("Agir")}</w:ins>')
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Objectif 1')}</w:sdtContent></w:sdt>"
        + p("Vu", r(" caché", "<w:vanish/>"), "<w:r><w:br/></w:r>", "Côte", "<w:r><w:noBreakHyphen/></w:r>", "Rousse")
        + p("Avant", drawing, " après")
        + table(["Pilote", p("Ville") + p("Région")], ["Partenaires", inner + p("")])
        + p("Fin"),
    )  # fmt: skip
    expected = [
        "Axe 1 - Agir", "Objectif 1", "Vu", "Côte-Rousse", "Avant après", "Financeurs : État", "Pilote : Ville",
        "Région", "Partenaires :", "a\tb\tc", "d\te\tf", "Fin",
    ]  # fmt: skip
    assert shown(read_docx(path)) == expected
    again = read_odt(converted(path, ".odt"))
    assert shown(again) == expected
    assert {"insertion-suivie", "suppression-suivie", "texte-masque"} <= notes(again).keys() & notes(
        read_docx(path)
    ).keys()


def test_lists_and_numbers_are_the_same_in_both(tmp_path: Path) -> None:
    document = docx.Document()
    titles = bullets(document, formats=(("upperRoman", "Axe %1 -"), ("decimal", "Objectif %1.%2 :")))
    numbers = bullets(document, formats=(("decimal", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")))
    signs = bullets(document)
    for text, number, level in (
        ("Agir", titles, 0), ("Aider", titles, 1), ("un", numbers, 0), ("un-un", numbers, 1), ("petit", numbers, 2),
        ("point", signs, 0), ("sous", signs, 1), ("Suivre", titles, 0), ("Voir", titles, 1), ("deux", numbers, 0),
    ):  # fmt: skip
        style = f"Heading {level + 1}" if number == titles else "Normal"
        listed(document.add_paragraph(text, style=style), number, level)
    for style in ("List Bullet", "List Bullet 2", "List Number", "List Number"):
        document.add_paragraph(style, style=style)
    path = tmp_path / "d.docx"
    document.save(str(path))
    assert shown(read_docx(path)) == [
        "Axe I - Agir", "Objectif I.1 : Aider", "1. un", "  - 1.1. un-un", "    a) petit", "- point", "  - sous",
        "Axe II - Suivre", "Objectif II.1 : Voir", "2. deux", "- List Bullet", "  - List Bullet 2", "1. List Number",
        "2. List Number",
    ]  # fmt: skip
    assert placed(read_odt(converted(path, ".odt"))) == placed(read_docx(path))


@pytest.mark.parametrize("mimetype", [ODT, f"{ODT}-template", f"{ODT}-master"])
def test_templates_are_read_too(tmp_path: Path, mimetype: str) -> None:
    raw = read_odt(libre(tmp_path / "d.odt", words("Axe 1"), mimetype=mimetype))
    assert (shown(raw), raw.media_type) == (["Axe 1"], mimetype)
