"""`maillage dossier`, and the looks that a `plan.toml` asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.errors import InputError
from graph.exchange import to_json
from graph.store import Store
from maillage.__main__ import main
from maillage.commands.dossier import dossier
from maillage.presentation import read_theme
from tests.dossiers import tiny
from viz.dossier.theme import COLOUR


def written(folder: Path, text: str) -> Path:
    path = folder / "plan.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_plan_without_presentation_has_the_usual_looks(tmp_path: Path) -> None:
    theme = read_theme(written(tmp_path, 'titre = "T"\n'))
    assert (theme.organisation, theme.logo, theme.colour) == ("", None, COLOUR)


def test_name_colour_and_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    text = '[presentation]\norganisme = "Ville d\'Essai"\ncouleur = "#7a1e3a"\nlogo = "logo.svg"\n'
    theme = read_theme(written(tmp_path, text))
    assert (theme.organisation, theme.colour) == ("Ville d'Essai", "#7A1E3A")
    assert theme.logo
    assert theme.logo.kind == "svg"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[presentation]\ncouleur = "rouge"\n', "rouge"),
        ('[presentation]\ntaille = "12"\n', "taille"),
        ('[presentation]\nlogo = "absent.png"\n', "logo introuvable"),
        ('[presentation]\nlogo = "plan.toml"\n', "ni un PNG ni un SVG"),
        ("[presentation]\norganisme = 3\n", "organisme"),
        ('presentation = "x"\n', "n'est pas une table"),
        ("[presentation\n", "illisible"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_theme(written(tmp_path, text))


def test_the_command_fills_a_folder(store: Store, tmp_path: Path) -> None:
    store.load(tiny())
    older = tmp_path / "avant.json"
    older.write_text(to_json(tiny()), encoding="utf-8")
    looks = written(tmp_path, '[presentation]\norganisme = "Ville"\ncouleur = "#FFD447"\n')
    folder = tmp_path / "kit"
    order = ["--depuis", str(older), "--presentation", str(looks), "--sortie", str(folder)]
    done = CliRunner().invoke(dossier, order, catch_exceptions=False)
    assert done.exit_code == 0
    assert "foncée" in done.stderr
    assert str(folder / "index.html") in done.stdout
    names = {path.name for path in folder.iterdir()}
    assert {
        "index.html",
        "dossier.pdf",
        "diapositives.odp",
        "note.odt",
        "tableaux.ods",
        "carte-reseau.html",
    } <= names
    assert "rien n’a changé" in (folder / "index.html").read_text(encoding="utf-8")


def test_the_door_knows_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["dossier", "--help"])
    assert "--presentation" in capsys.readouterr().out
