"""Files and folders: encodings, plan.toml, and input that is at fault."""

from pathlib import Path

import pytest

from graph.errors import InputError
from loaders.plan import find_plan, read_plan
from loaders.plan_info import read_plan_info

PLAN = "Axe 1 - Agir\n\nObjectif 1 - Aider\n\nPilote :\n\nVille de Lac\n"


def read(path: Path) -> object:
    return read_plan(find_plan(path))


def test_cp1252_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "lac.txt"
    path.write_bytes(PLAN.replace("Aider", "Réussir").encode("cp1252"))
    reading = read_plan(find_plan(path))
    assert [node.name for node in reading.nodes if node.label == "Objective"] == ["Réussir"]
    assert "encodage-cp1252" in {finding.code for finding in reading.findings}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_marked_encodings_are_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "lac.txt"
    path.write_bytes(PLAN.replace("\n", "\r\n").encode(encoding))
    reading = read_plan(find_plan(path))
    assert [s.source.locator for s in reading.statements if s.predicate == "PILOTS"] == ["ligne 7"]
    assert {finding.code for finding in reading.findings} == {"plan-devine"}


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("vide.txt", b"", "vide"),
        ("blanc.txt", b" \n \n", "vide"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "pas du texte"),
        ("cp.txt", b"caf\x81", "pas du texte"),
        ("lettre.txt", b"Monsieur le Maire,\n\nBonjour.\n", "aucune forme"),
        ("plan.xyz", PLAN.encode(), "non reconnu"),
    ],
)
def test_faulty_files_are_the_users_fault(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=expected) as caught:
        read(path)
    assert name in str(caught.value)
    assert caught.value.action


def test_a_missing_path_and_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="introuvable"):
        read(tmp_path / "rien.txt")
    (tmp_path / "acteurs.csv").write_text("mention;acteur;décision\n")
    with pytest.raises(InputError, match="aucun document"):
        read(tmp_path)


def test_plan_toml_names_the_plan(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(PLAN, encoding="utf-8")
    toml = 'titre = "Contrat du Lac"\nterritoire = "Pays du Lac"\ndebut = 2024\nfin = 2030\n'
    (tmp_path / "plan.toml").write_text(toml, encoding="utf-8")
    reading = read_plan(find_plan(tmp_path))
    assert (reading.plan, reading.territory) == ("pays-du-lac-2024-2030", "pays-du-lac")
    assert reading.findings == []


@pytest.mark.parametrize(
    ("toml", "expected"),
    [
        ("titre = ", "illisible"),
        ('titre = "T"', "territoire"),
        ('titre = "T"\nterritoire = "L"\ndebut = "2024"', "debut"),
        ('titre = "T"\nterritoire = "L"\nville = "x"', "ville"),
        ('titre = "T"\nterritoire = "L"\nlieux = ["x"]', "lieux"),
        ('titre = "T"\nterritoire = "L"\n[[lieux]]\nnature = "QPV"', "nom"),
    ],
)
def test_faulty_plan_toml(tmp_path: Path, toml: str, expected: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(toml, encoding="utf-8")
    with pytest.raises(InputError, match=expected):
        read_plan_info(path)


def test_unread_lines_and_a_double_objective_are_said(tmp_path: Path) -> None:
    text = (
        PLAN + "\nObjectif 1 - Aider encore\n\nTexte libre sans rubrique.\n\nActions en cours\n- Un\n\nPhrase perdue.\n"
    )
    path = tmp_path / "lac.txt"
    path.write_text(text, encoding="utf-8")
    reading = read_plan(find_plan(path))
    assert [(line.locator, line.text) for line in reading.unread] == [
        ("ligne 16", "Phrase perdue."),
        ("ligne 11", "Texte libre sans rubrique."),
    ]
    codes = {finding.code: finding.locator for finding in reading.findings}
    assert codes["objectif-double"] == "ligne 9"
    assert codes["objectif-sans-pilote"] == "ligne 9"


def test_two_documents_of_a_plan_number_their_objectives_one_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text('titre = "T"\nterritoire = "Lac"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(PLAN, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PLAN.replace("Axe 1 - Agir", "Axe 2 - Finir"), encoding="utf-8")
    (tmp_path / "annexe.pptx").write_bytes(b"PK")
    reading = read_plan(find_plan(tmp_path))
    objectives = [s for s in reading.statements if s.predicate == "HAS_OBJECTIVE"]
    assert [(s.subject, s.object, s.source.document) for s in objectives] == [
        ("lac/axe-1", "lac/objectif-1", "lac/a.txt"),
        ("lac/axe-2", "lac/objectif-2", "lac/b.txt"),
    ]
    assert [(f.code, f.locator) for f in reading.findings] == [("fichier-non-lu", "annexe.pptx")]


@pytest.mark.parametrize(
    "toml",
    [
        "lieux = 3",
        '[[lieux]]\nnom = "A"\nvariantes = 4',
        '[[lieux]]\nnom = "A"\nnature = 3',
        "debut = 2025\nfin = 2020",
    ],
)
def test_plan_toml_of_wrong_types_is_refused(tmp_path: Path, toml: str) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(f'titre = "T"\nterritoire = "L"\n{toml}\n', encoding="utf-8")
    with pytest.raises(InputError):
        read_plan_info(path)


def test_one_file_under_two_names_counts_once_and_it_is_said(tmp_path: Path) -> None:
    for name in ("lac.txt", "lac (copie).txt"):
        (tmp_path / name).write_text(PLAN, encoding="utf-8")
    reading = read_plan(find_plan(tmp_path))
    assert len([node for node in reading.nodes if node.label == "Objective"]) == 1
    (said,) = [finding for finding in reading.findings if finding.code == "fichier-non-lu"]
    assert (said.locator, "lac (copie).txt" in said.message) == ("lac.txt", True)
