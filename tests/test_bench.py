"""The benchmark: plans that are always the same and skewed as real ones, and a runner that compares results."""

from __future__ import annotations

import json
import math
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner

from bench.__main__ import main
from bench.cases import CASES, Case, Scene, gap
from bench.generator import plans
from bench.report import duration, table, times, write
from bench.runner import time_case
from graph.exchange import from_json, to_json
from graph.network import actor_ids, engine, target_ids
from graph.network.choices import Choices
from graph.store.check import check_graph

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def scene() -> Scene:
    return Scene.of(2, seed=1)


def degrees(network: nx.Graph, nodes: list[str]) -> list[int]:
    return sorted((degree for _, degree in network.degree(nodes)), reverse=True)


def test_one_seed_gives_one_graph_and_another_seed_another() -> None:
    assert to_json(plans(2, seed=7)) == to_json(plans(2, seed=7))
    assert to_json(plans(2, seed=7)) != to_json(plans(2, seed=8))


def test_a_plan_is_the_same_whatever_the_number_of_plans() -> None:
    alone, among = plans(1), plans(3)
    assert {tie.properties["document"] for tie in alone.relationships} == {"ville-001-2024-2030/plan.txt"}
    assert alone.relationships == among.relationships[: len(alone.relationships)]


def test_plans_keep_to_the_schema() -> None:
    graph = plans(12)
    check_graph(graph)
    stated = {tie.start for tie in graph.by_type("STATED_IN")}
    assert {node.id for node in graph.nodes if node.label != "Document"} == stated
    assert to_json(from_json(to_json(graph), "banc")) == to_json(graph)


@pytest.mark.parametrize("seed", range(1, 9))
def test_the_first_plan_is_skewed_as_the_real_one(seed: int) -> None:
    # Real: 125 actors, 19 objectives, 232 ties; 73 % tied once; hubs at 17, 16, 16, the next at 11; objectives from
    # 4 to 42 actors.
    network = Choices().network(plans(1, seed))
    actors, targets = actor_ids(network), target_ids(network)
    of_actors, of_targets = degrees(network, actors), degrees(network, targets)
    assert (len(actors), len(targets)) == (125, 19)
    assert 200 <= network.number_of_edges() <= 275
    assert 0.65 <= of_actors.count(1) / 125 <= 0.81
    assert of_actors[2] >= 13
    assert of_actors[3] <= 17
    assert 30 <= of_targets[0] <= 55
    assert 4 <= of_targets[9] <= 13


def test_national_bodies_are_shared_and_local_ones_are_not() -> None:
    graph = plans(10)
    documents: dict[str, set[str]] = {node.id: set() for node in graph.by_label("Actor")}
    for tie in graph.by_type("STATED_IN"):
        if tie.start in documents:
            documents[tie.start].add(tie.end)
    national = {actor for actor in documents if "/" not in actor}
    assert len(documents["etat"]) == 10
    assert sum(len(documents[actor]) > 1 for actor in national) > 5
    assert all(len(documents[actor]) == 1 for actor in documents.keys() - national)


def test_services_belong_to_the_city() -> None:
    graph = plans(1)
    [city] = {tie.end for tie in graph.by_type("PART_OF")}
    before, after = (actor_ids(Choices(regroup=regroup).network(graph)) for regroup in (False, True))
    assert city in after
    assert len(after) == len(before) - len(graph.by_type("PART_OF"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_stage_runs_and_equals_networkx(case: Case, scene: Scene) -> None:
    timing = time_case(case, scene, turns=1)
    assert len(timing.ours) == 1
    assert (timing.gap is None) == (case.reference is None)
    assert timing.equal


def test_issue_targets_are_in_the_suite() -> None:
    assert {case.name: case.target for case in CASES if case.target} == {
        "projection": 60, "newman": 60, "intermediarite": 30, "proximite": 20,
    }  # fmt: skip


def test_a_slow_reference_runs_once(scene: Scene) -> None:
    runs: list[str] = []

    def slow(_: Scene) -> dict[str, float]:
        runs.append("networkx")
        return {}

    timing = time_case(Case("lent", "Lent", lambda _: {}, slow), scene, turns=3, limit=-1)
    assert len(timing.ours) == 3
    assert len(timing.reference) == 1


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({"a": 1.0, "b": 2.0}, {"b": 2.5, "a": 1.0}, 0.5),
        ({"a": math.nan}, {"a": math.nan}, 0),
        ({"a": math.nan}, {"a": 0.0}, math.inf),
        ({"a": 1.0}, {"a": 1.0, "b": 0.0}, math.inf),
        ({}, {}, 0),
    ],
)
def test_gap_is_the_largest_difference(ours: Any, theirs: Any, expected: float) -> None:
    assert gap(ours, theirs) == expected


def test_gap_of_projections_sees_a_weight_and_a_missing_tie() -> None:
    network = nx.Graph([("a", 1), ("b", 1), ("b", 2), ("c", 2)])
    ours = engine.projection(network, ["a", "b", "c"])
    theirs = nx.Graph()
    theirs.add_edge("c", "b", weight=1)
    theirs.add_edge("b", "a", weight=4)
    assert gap(ours, theirs) == 3
    theirs.remove_edge("a", "b")
    assert gap(ours, theirs) == math.inf


def test_a_result_that_differs_fails_the_command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    wrong = Case("faux", "Faux", lambda _: {"a": 1.0}, lambda _: {"a": 1.1})
    monkeypatch.setattr("bench.__main__.CASES", [wrong])
    monkeypatch.setattr("bench.runner.SHORTEST", 0)
    done = CliRunner().invoke(main, ["1", "--tours", "1", "--sortie", str(tmp_path / "bench")])
    assert done.exit_code == 1
    assert "Faux" in done.output


def test_the_command_writes_a_table_data_and_a_picture(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("bench.__main__.CASES", [case for case in CASES if case.name in ("projection", "k-coeur")])
    monkeypatch.setattr("bench.runner.SHORTEST", 0)
    done = CliRunner().invoke(main, ["2", "1", "--tours", "2", "--sortie", str(tmp_path / "bench")])
    assert done.exit_code == 0, done.output
    data = json.loads((tmp_path / "bench/bench.json").read_text(encoding="utf-8"))
    assert [(row["case"], row["plans"], len(row["ours_s"]), len(row["networkx_s"])) for row in data["results"]] == [
        ("projection", 1, 2, 2), ("k-coeur", 1, 2, 0), ("projection", 2, 2, 2), ("k-coeur", 2, 2, 0),
    ]  # fmt: skip
    assert data["seed"] == 1
    assert "<svg" in (tmp_path / "bench/bench.svg").read_text(encoding="utf-8")


def test_ratio_is_of_medians_and_target_holds_at_full_size_only(scene: Scene) -> None:
    small = replace(time_case(CASES[2], scene, turns=1), ours=(1.0, 2.0, 9.0), reference=(60.0, 100.0, 900.0))
    assert small.ratio == 50
    assert small.target is None
    assert replace(small, actors=4_000).target == 60
    assert "manquée" in "".join(table([replace(small, actors=4_000)]).columns[4].cells)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(158.0, "158 s"), (3.44, "3,4 s"), (1.0, "1 s"), (0.25, "250 ms"), (0.0042, "4,2 ms"), (3e-7, "0,3 µs")],
)
def test_durations_as_people_read_them(seconds: float, shown: str) -> None:
    assert duration(seconds) == shown


def test_ratios_as_people_read_them() -> None:
    assert [times(46.2), times(1.14), times(None)] == ["46 ×", "1,1 ×", "–"]


def test_the_benchmark_is_not_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "bench" not in project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]


def test_a_picture_is_the_same_twice(scene: Scene, tmp_path: Path) -> None:
    timings = [replace(time_case(CASES[2], scene, turns=1), ours=(0.1,), reference=(1.0,))]
    pictures = [path.read_bytes() for name in "ab" for path in write(timings, tmp_path / name, 1)]
    assert pictures[:2] == pictures[2:]
