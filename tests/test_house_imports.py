"""The arrows of the house: which room may import which, and that its names are its own."""

import ast
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("bench", "maillage", "loaders", "graph", "cypher", "viz")
ALLOWED = {
    "bench": {"bench", "graph"},
    "maillage": {"maillage", "viz", "loaders", "graph", "cypher"},
    "viz": {"viz", "graph"},
    "loaders": {"loaders", "graph"},
    "graph": {"graph"},
    "cypher": {"cypher"},
}
SUBROOMS = ("actors", "store", "network", "review", "checks", "comparison")
FOR_LOADERS = {"schema", "model", "errors", "statements", "text", "french"}


def imports(path: Path) -> set[str]:
    """Full names of the modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def files(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


@pytest.mark.parametrize("room", ROOMS)
def test_rooms_import_only_along_the_arrows(room: str) -> None:
    for path in files(room):
        others = {name.split(".")[0] for name in imports(path)} & set(ROOMS)
        assert others <= ALLOWED[room], f"{path.relative_to(ROOT)} imports {others - ALLOWED[room]}"


def test_subrooms_of_graph_import_only_to_their_left() -> None:
    for position, subroom in enumerate(SUBROOMS):
        forbidden = set(SUBROOMS[position + 1 :])
        for path in files(f"graph/{subroom}"):
            used = {name.split(".")[1] for name in imports(path) if name.startswith("graph.")}
            assert not used & forbidden, f"{path.relative_to(ROOT)} imports graph.{used & forbidden}"
    for path in (ROOT / "graph").glob("*.py"):
        used = {name.split(".")[1] for name in imports(path) if name.startswith("graph.")}
        assert not used & set(SUBROOMS), path


def test_loaders_know_the_ground_floor_of_graph_only() -> None:
    for path in files("loaders"):
        used = {name.split(".")[1] for name in imports(path) if name.startswith("graph.")}
        assert used <= FOR_LOADERS, f"{path.relative_to(ROOT)} imports graph.{used - FOR_LOADERS}"


def test_nobody_imports_a_room_bare() -> None:
    """`import graph` would make a NetworkX graph called `graph` shadow the room."""
    for room in (*ROOMS, "tests"):
        for path in files(room):
            bare = {
                alias.name
                for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
                if isinstance(node, ast.Import)
                for alias in node.names
            }
            assert not bare & set(ROOMS), path


def test_no_other_distribution_owns_our_names() -> None:
    owners = packages_distributions()
    for room in ROOMS:
        others = set(owners.get(room, ["maillage"])) - {"maillage"}
        assert not others, f"the environment's {others} also installs a package named {room}: use a clean environment"


def test_files_stay_small() -> None:
    for room in ROOMS:
        for path in files(room):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            assert lines <= 250, f"{path.relative_to(ROOT)} has {lines} lines"
