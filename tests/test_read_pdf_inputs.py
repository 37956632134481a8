"""PDFs that are scanned, locked, broken or filled in: an error or a note says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import NameObject, StreamObject
from reportlab.pdfgen.canvas import Canvas

from loaders.read.pdf import read_pdf
from tests.pdf_made import PLAN, drawn, fault, notes, plan, recognised, say, scan, texts

# Pictures of pages


def test_a_scanned_document_is_told_what_to_do(tmp_path: Path) -> None:
    error = fault(drawn(tmp_path / "p.pdf", scan, scan))
    assert "images" in error.message
    assert "OCR" in str(error.action)


def test_a_scan_with_the_stamp_of_its_registration_is_a_scan(tmp_path: Path) -> None:
    def stamped(canvas: Canvas) -> None:
        scan(canvas)
        say(canvas, 330, 20, "Envoyé en préfecture le 12/07/2024", "Reçu en préfecture le 12/07/2024", size=7)

    assert "images" in fault(drawn(tmp_path / "p.pdf", *[stamped] * 6)).message


def test_pages_that_are_pictures_are_named_and_the_others_read(tmp_path: Path) -> None:
    raw = read_pdf(drawn(tmp_path / "p.pdf", plan, scan, plan, scan, scan, scan))
    assert texts(raw) == [*PLAN, *PLAN]
    assert notes(raw) == {"pages-images": "pages 2, 4 à 6"}


def test_recognised_letters_are_read_and_said_to_be(tmp_path: Path) -> None:
    raw = read_pdf(drawn(tmp_path / "p.pdf", recognised))
    assert texts(raw) == list(PLAN)
    assert notes(raw) == {"texte-ocr": "page 1"}


def test_a_picture_behind_a_text_is_no_scan(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        scan(canvas)
        say(canvas, 60, 80, *PLAN, "Un texte de plusieurs lignes sur une image de fond, comme en ont les plaquettes.")

    assert notes(read_pdf(drawn(tmp_path / "p.pdf", page))) == {}


def test_letters_that_stand_for_others_are_told(tmp_path: Path) -> None:
    words = "Soutenir les actions des habitants du quartier et de la ville avec la maison des jeunes"
    shifted = "".join(chr(ord(sign) - 1) if sign.isalpha() else sign for sign in words)
    error = fault(drawn(tmp_path / "p.pdf", lambda canvas: say(canvas, 60, 80, *[shifted] * 30)))
    assert "illisible" in error.message
    assert "OCR" in str(error.action)


def test_letters_without_a_name_are_told(tmp_path: Path) -> None:
    source = PdfWriter(clone_from=drawn(tmp_path / "s.pdf", plan))
    codes = "\n".join(f"<{code:02X}> <{0xE000 + code:04X}>" for code in range(33, 123))
    table = f"begincmap 1 begincodespacerange <00> <FF> endcodespacerange 90 beginbfchar\n{codes}\nendbfchar endcmap"
    stream = StreamObject()
    stream.set_data(table.encode())
    written = source._add_object(stream)
    for font in source.pages[0]["/Resources"]["/Font"].values():  # type: ignore[index]
        font.get_object()[NameObject("/ToUnicode")] = written
    source.write(tmp_path / "p.pdf")
    assert "illisible" in fault(tmp_path / "p.pdf").message


# Files that cannot be read


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "vide"),
        (b" \n", "vide"),
        (b"PK\x03\x04 un classeur", "pas un PDF"),
        (b"Bonjour", "pas un PDF"),
        (b"%PDF-1.7\n", "abîmé"),
        (b"%PDF-1.7\n%%EOF\n", "abîmé"),
    ],
)
def test_files_that_are_no_pdf(data: bytes, expected: str, tmp_path: Path) -> None:
    path = tmp_path / "p.pdf"
    path.write_bytes(data)
    assert expected in fault(path).message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert "impossible" in fault(tmp_path / "rien.pdf").message
    assert "impossible" in fault(tmp_path).message


def test_a_page_without_a_word(tmp_path: Path) -> None:
    assert "aucun texte" in fault(drawn(tmp_path / "p.pdf", lambda canvas: None)).message


def test_passwords(tmp_path: Path) -> None:
    for name, user in (("ouvert.pdf", ""), ("ferme.pdf", "secret")):
        writer = PdfWriter(clone_from=drawn(tmp_path / "s.pdf", plan))
        writer.encrypt(user, "proprietaire", algorithm="AES-256")
        writer.write(tmp_path / name)
    assert texts(read_pdf(tmp_path / "ouvert.pdf")) == list(PLAN)
    error = fault(tmp_path / "ferme.pdf")
    assert "mot de passe" in error.message
    assert "sans protection" in str(error.action)


def test_a_truncated_file_is_read_as_far_as_it_can_and_said(tmp_path: Path) -> None:
    data = drawn(tmp_path / "s.pdf", plan).read_bytes()
    path = tmp_path / "p.pdf"
    path.write_bytes(data[: data.rindex(b"xref") - 1])
    assert notes(read_pdf(path)) == {"fichier-incomplet": "document"}
    path.write_bytes(data[: len(data) // 3])
    assert "abîmé" in fault(path).message


# What is written over pages


def test_fields_of_a_form_are_read_and_comments_left_aside(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        say(canvas, 60, 80, "Pilote :")
        canvas.acroForm.textfield(
            value="Ville de Lac", x=110, y=canvas._pagesize[1] - 86, width=200, height=20, borderWidth=0
        )

    writer = PdfWriter(clone_from=drawn(tmp_path / "s.pdf", page, plan))
    for rank in (0, 1):
        writer.add_annotation(rank, Text(text="À revoir", rect=(300, 300, 320, 320)))
        writer.add_annotation(rank, FreeText(text="Pas d'accord", rect=(300, 500, 420, 540)))
    writer.write(tmp_path / "p.pdf")
    raw = read_pdf(tmp_path / "p.pdf")
    assert texts(raw) == ["Pilote :", "Ville de Lac", *PLAN]
    assert notes(raw) == {"commentaires": "pages 1, 2"}
    del writer.root_object["/AcroForm"]
    writer.write(tmp_path / "sans formulaire.pdf")
    assert texts(read_pdf(tmp_path / "sans formulaire.pdf")) == texts(raw)


def test_a_watermark_is_no_word_of_the_text(tmp_path: Path) -> None:
    def page(canvas: Canvas) -> None:
        plan(canvas)
        canvas.translate(200, 400)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "PROJET")

    raw = read_pdf(drawn(tmp_path / "p.pdf", page))
    assert texts(raw) == list(PLAN)
    assert notes(raw) == {"filigrane": "page 1"}
    assert "PROJET" in raw.notes[0][2]
