"""The maps of the command line: files of the kind asked for, and errors that say what to do."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from graph.store import Store
from maillage.__main__ import main
from tests.graphs import lyon
from tests.map_plans import small

MAPS = ["arete", "matrice", "axes", "ensemble"]


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["carte", *map(str, words)])


@pytest.mark.parametrize("name", MAPS)
def test_every_map_is_a_pdf_of_the_page_asked_for(store: Store, tmp_path: Path, name: str) -> None:
    store.load(small())
    file = tmp_path / "carte.pdf"
    result = run(name, "--page", "a4", "--sortie", file)
    assert result.exit_code == 0, result.output
    sheet = pypdf.PdfReader(file).pages[0].mediabox
    assert (round(sheet.width), round(sheet.height)) == (842, 595)


def test_a_map_of_one_actor_is_found_by_its_name(store: Store, tmp_path: Path) -> None:
    store.load(lyon().graph)
    file = tmp_path / "club.svg"
    assert run("ego", "ville de lyon", "--sortie", file).exit_code == 0
    assert "Ville de Lyon" in file.read_text(encoding="utf-8")
    unknown = run("ego", "Personne", "--sortie", tmp_path / "x.pdf")
    assert unknown.exit_code == 1
    assert "Personne" in unknown.output


def test_an_image_has_the_shape_of_a_slide(store: Store, tmp_path: Path) -> None:
    store.load(small())
    file = tmp_path / "matrice.png"
    assert run("matrice", "--page", "16x9", "--sortie", file).exit_code == 0
    with Image.open(io.BytesIO(file.read_bytes())) as image:
        assert image.width / image.height == pytest.approx(16 / 9, abs=0.01)


def test_what_cannot_be_drawn_is_said_and_nothing_is_written(store: Store, tmp_path: Path) -> None:
    empty = run("arete", "--sortie", tmp_path / "x.pdf")
    assert empty.exit_code == 1
    assert "aucun plan" in empty.output
    store.load(small())
    assert run("arete", "--sortie", tmp_path / "x.docx").exit_code == 2
    moneyless = run("lieux", "--sortie", tmp_path / "x.pdf")
    assert (moneyless.exit_code, "aucun lieu" in moneyless.output) == (1, True)
    assert not list(tmp_path.iterdir())
