"""The way of the data, from the user's paths to graphs: the one place where loaders and actors meet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model import Graph, merged

if TYPE_CHECKING:
    from graph.actors.ledger import Ledger


def read_graph(path: Path) -> Graph:
    """The graph of a plan's folder, of a lone document, or of a g.json."""
    if path.suffix.lower() == ".json" and path.is_file() and not _holds_records(path):
        from graph.exchange import from_json

        return from_json(path.read_text(encoding="utf-8"), str(path))
    from graph.actors.ledger import read_ledger
    from loaders.plan import find_plan

    return read_with(path, read_ledger(find_plan(path).ledger))


def _holds_records(path: Path) -> bool:
    from loaders.read.records import holds_records

    return holds_records(path)


def read_with(path: Path, ledger: Ledger) -> Graph:
    """The graph of a plan's documents under these decisions on names."""
    from graph.actors.assemble import assemble
    from loaders.plan import find_plan, read_plan

    return assemble(read_plan(find_plan(path), known_names(ledger.names())), ledger)


def known_names(ledger: set[str]) -> set[str]:
    """Folded names, with and without article, of the ledger and of bodies of national standing."""
    from graph.actors.national import national_bodies
    from graph.text import fold
    from loaders.words.names import without_article

    national = {form for body in national_bodies() for form in (body.name, *body.forms)}
    return {fold(form) for name in ledger | national for form in (name, without_article(name))}


def plan_folders(path: Path) -> list[Path]:
    """A folder that holds plans is read plan by plan; anything else is one plan."""
    if not path.is_dir():
        return [path]
    inner = sorted(child.parent for child in path.glob("*/plan.toml"))
    return [path] if (path / "plan.toml").exists() or not inner else inner


def read_graphs(paths: Sequence[Path]) -> Graph:
    """One graph of all plans at these paths; nodes that several plans share are one."""
    return merged(read_graph(folder) for path in paths for folder in plan_folders(path))
