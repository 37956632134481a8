import pytest

from graph.errors import InputError
from viz.files import write


def test_writes_utf8_and_makes_the_folder(tmp_path):
    path = tmp_path / "a" / "carte.html"
    write(path, "Chambéry œ\n")
    assert path.read_bytes() == "Chambéry œ\n".encode()
    assert [file.name for file in path.parent.iterdir()] == ["carte.html"]


def test_replaces_what_was_there(tmp_path):
    path = tmp_path / "carte.html"
    write(path, "ancienne, plus longue")
    write(path, "neuve")
    assert path.read_text(encoding="utf-8") == "neuve"


def test_a_failure_leaves_the_old_file_and_no_rubbish(tmp_path):
    path = tmp_path / "carte.html"
    write(path, "ancienne")
    with pytest.raises(UnicodeEncodeError):
        write(path, "\ud800")
    assert path.read_text(encoding="utf-8") == "ancienne"
    assert [file.name for file in tmp_path.iterdir()] == ["carte.html"]


def test_a_place_that_cannot_be_written_is_the_users_to_mend(tmp_path):
    (tmp_path / "fichier").write_text("x")
    with pytest.raises(InputError) as caught:
        write(tmp_path / "fichier" / "carte.html", "x")
    assert caught.value.exit_code == 1
    assert "impossible d'écrire" in str(caught.value)
