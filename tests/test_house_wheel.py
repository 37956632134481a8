"""A wheel built from the tree works outside it, with all its data files."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PLAN = ROOT / "plans" / "grand-chambery-2021-2022"


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("roue")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(unpacked: Path, *arguments: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(unpacked)}
    done = subprocess.run(
        [sys.executable, "-P", *arguments],
        capture_output=True,
        text=True,
        cwd=unpacked.parent,
        env=environment,
        check=True,
    )
    return done.stdout


def test_the_wheel_reads_a_plan_and_lists_its_queries(unpacked: Path) -> None:
    where = run(unpacked, "-c", "import maillage, graph.store; print(maillage.__file__)")
    assert Path(where.strip()).is_relative_to(unpacked)
    assert '"maillage-graphe/1"' in run(unpacked, "-m", "maillage", "extraire", str(PLAN))
    assert "plus-engages" in run(unpacked, "-m", "maillage", "requetes")
    assert "Afficher cette aide" in run(unpacked, "-m", "maillage", "--help")


def test_the_wheel_carries_the_data_of_each_room(unpacked: Path) -> None:
    for name in (
        "graph/store/neo4j-5.26.lock.json",
        "graph/actors/national.csv",
        "graph/network/measures/definitions.toml",
        "viz/templates/network.html.j2",
        "maillage/locale/fr/LC_MESSAGES/messages.mo",
    ):
        assert (unpacked / name).is_file(), name
    assert not list(unpacked.glob("tests*"))
