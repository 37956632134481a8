"""The real plan of Grand Chambéry against an independent reading by eye (`lecture_chambery.json`)."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from graph.model import Graph
from graph.statements import ActorMention, Reading
from graph.text import fold, slug
from loaders.plan import find_plan, read_plan
from maillage.pipeline import known_names, read_graph

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "plans" / "grand-chambery-2021-2022"
GOLD = json.loads((Path(__file__).parent / "lecture_chambery.json").read_text(encoding="utf-8"))
PLAN = "grand-chambery-2021-2022"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_plan(find_plan(FOLDER), known_names(set()))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return read_graph(FOLDER)


def listed(reading: Reading, predicate: str) -> Counter[tuple[object, ...]]:
    found: Counter[tuple[object, ...]] = Counter()
    for statement in reading.statements:
        stated = statement.properties.get("basis") == "stated"
        if statement.predicate == predicate and stated and isinstance(statement.subject, ActorMention):
            mention = statement.subject
            objective = int(str(statement.object).rsplit("-", 1)[1])
            parent = mention.parent.text if mention.parent else None
            found[objective, statement.source.locator, fold(mention.text), parent, mention.service] += 1
    return found


def gold(section: str) -> Counter[tuple[object, ...]]:
    return Counter(
        (
            objective["number"],
            f"ligne {entry['line']}",
            fold(entry["name"]),
            entry.get("parent"),
            bool(entry.get("service")),
        )
        for objective in GOLD["objectives"]
        for entry in objective[section]
    )


def test_pilots_are_those_of_the_reading(reading: Reading) -> None:
    assert listed(reading, "PILOTS") == gold("pilots")


def test_partners_are_those_of_the_reading(reading: Reading) -> None:
    missing = gold("partners") - listed(reading, "PARTNERS")
    invented = listed(reading, "PARTNERS") - gold("partners")
    # The reader wrote the whole of "45 travailleurs sociaux …"; the name of that public is its first words.
    assert {entry[1] for entry in missing} <= {"ligne 461"}
    assert [entry[2] for entry in invented] == ["travailleurs sociaux"]


def test_via_stays_beside_its_carrier(reading: Reading) -> None:
    via = {
        (statement.source.locator, statement.subject.text): statement.properties["via"]
        for statement in reading.statements
        if isinstance(statement.subject, ActorMention) and "via" in statement.properties
    }
    assert via == {("ligne 618", "Département"): ["CTJ"], ("ligne 730", "CAF"): ["CSC", "EVS"]}


def test_axes_and_objectives(reading: Reading) -> None:
    axes = [node for node in reading.nodes if node.label == "Axis"]
    assert [(node.properties["number"], node.properties["title"]) for node in axes] == [
        (axis["number"], axis["title"]) for axis in GOLD["axes"]
    ]
    for position, axis in enumerate(GOLD["axes"], 1):
        lines = [
            statement.source.locator
            for statement in reading.statements
            if statement.predicate == "HAS_AXIS" and statement.object == f"{PLAN}/axe-{position}"
        ]
        assert lines == [f"ligne {line}" for line in axis["lines"]]
    objectives = [node for node in reading.nodes if node.label == "Objective"]
    assert [(o.properties["number"], o.properties["title"], o.properties["theme"]) for o in objectives] == [
        (o["number"], o["title"], o["theme"]) for o in GOLD["objectives"]
    ]
    under = {s.object: s.subject for s in reading.statements if s.predicate == "HAS_OBJECTIVE"}
    assert [under[f"{PLAN}/objectif-{o['number']}"] for o in GOLD["objectives"]] == [
        f"{PLAN}/axe-{o['axis']}" for o in GOLD["objectives"]
    ]


def test_actions_by_objective_and_status(reading: Reading) -> None:
    found = Counter(
        (node.id.split("/")[1], node.properties["status"]) for node in reading.nodes if node.label == "Action"
    )
    expected = Counter()
    for objective in GOLD["objectives"]:
        for status in ("en_cours", "a_developper"):
            expected[f"objectif-{objective['number']}", status] += objective[status]
    assert found == +expected
    assert found.total() == 220


def test_every_bullet_is_an_action_word_for_word(reading: Reading) -> None:
    """Bullets of the file, but for those of the sections of tools, stand as printed in the text of an action."""
    lines = (FOLDER / "plan-actions-2021-2022.txt").read_text(encoding="utf-8").splitlines()
    places = {
        statement.object: statement.source.locator
        for statement in reading.statements
        if statement.predicate == "HAS_ACTION"
    }
    for node in reading.nodes:
        if node.label == "Action":
            number = int(places[node.id].removeprefix("ligne "))
            assert " ".join(lines[number - 1].split()) == f"- {node.properties['text']}"


def test_children_are_those_that_the_text_subordinates(reading: Reading) -> None:
    parents = {
        statement.source.locator: statement.subject
        for statement in reading.statements
        if statement.predicate == "HAS_ACTION" and "/action-" in str(statement.subject)
    }
    sure = {f"ligne {child['line']}" for child in GOLD["actions_sample"]["children"] if "doubt" not in child}
    assert set(parents) == sure == {"ligne 486", "ligne 566", "ligne 567", "ligne 568"}
    assert len({parents[f"ligne {line}"] for line in (566, 567, 568)}) == 1


def test_sub_headings_reach_their_actions_and_no_further(reading: Reading) -> None:
    lines = {
        statement.object: int(statement.source.locator.removeprefix("ligne "))
        for statement in reading.statements
        if statement.predicate == "HAS_ACTION"
    }
    for node in (node for node in reading.nodes if node.label == "Action"):
        expected = [
            heading["text"].rstrip(" :")
            for heading in GOLD["actions_sample"]["subheadings"]
            if heading["first"] <= lines[node.id] <= heading["last"]
        ]
        assert [node.properties["heading"]] == (expected or [None])


def test_amounts_sources_and_share_of_the_renewal_programme(graph: Graph) -> None:
    nodes = graph.index()
    money = GOLD["money"]
    found = {
        tie.properties["locators"][0]: (tie.properties["amount"], nodes[tie.start].properties["kind"])
        for tie in graph.by_type("FUNDS")
        if tie.properties.get("amount") is not None
    }
    assert found == {f"ligne {a['line']}": (a["amount"], a["instrument"]) for a in money["amounts"]}
    assert sum(amount for amount, _ in found.values()) == money["sum_broken_down"] == 135_900_000
    [share] = [tie for tie in graph.by_type("FUNDS") if tie.properties.get("share") is not None]
    assert (share.properties["share"], share.properties.get("amount")) == (0.93, None)
    assert share.start == "grand-chambery/cristal-habitat/participation"
    assert share.properties["of"] == "grand-chambery/bailleurs-sociaux/participation"
    announced = {
        n.properties["announced_amount"] for n in graph.by_label("Tool") if n.properties.get("announced_amount")
    }
    assert announced == {138_000_000, 120_000_000, 18_000_000}
    [gap] = [finding for finding in graph.findings if finding.code == "somme-differente"]
    assert gap.locator == "ligne 52"
    assert "2,1" in gap.message


def test_funders_without_amount(graph: Graph) -> None:
    providers = {tie.end: tie.start for tie in graph.by_type("PROVIDES")}
    nodes = graph.index()
    found = {
        (nodes[providers[tie.start]].name, locator)
        for tie in graph.by_type("FUNDS")
        if tie.properties.get("amount") is None and tie.properties.get("share") is None
        for locator in tie.properties["locators"]
    }
    names = {"Etat": "État", "Région": "Région Auvergne-Rhône-Alpes"}
    sure = {
        (names.get(funder["funder"], funder["funder"]), f"ligne {funder['line']}")
        for funder in GOLD["money"]["funders_without_amount"]
        if funder["certainty"] in ("sûr", "probable")
    }
    assert found == sure


def test_tools_of_the_reading_are_found_with_their_operators(graph: Graph) -> None:
    nodes = graph.index()
    operators: dict[tuple[str, str], set[str]] = {}
    for tie in graph.by_type("OPERATES"):
        for locator in tie.properties["locators"]:
            operators.setdefault((tie.end, locator), set()).add(nodes[tie.start].name)
    used = {(tie.start, tie.end) for tie in graph.by_type("USES")}
    for objective in GOLD["objectives"]:
        for tool in objective["tools"]:
            if tool.get("announced_line") or tool.get("announced_amount"):
                continue
            bare = re.sub(r"^(la|le|les) |^mise en place d'un |\"", "", tool["name"], flags=re.IGNORECASE)
            id_ = f"{PLAN}/outil/{slug(bare)}"
            assert (f"{PLAN}/objectif-{objective['number']}", id_) in used, tool["name"]
            known = len(operators.get((id_, f"ligne {tool['line']}"), ()))
            assert known >= len(tool["operators"]), tool["name"]


def test_actors_among_the_tools_are_no_tools(graph: Graph) -> None:
    cited = [tie for tie in graph.by_type("MENTIONED_IN") if tie.properties["section"] == "outils"]
    found = {(tie.end, locator) for tie in cited for locator in tie.properties["locators"]}
    expected = Counter(
        (f"{PLAN}/objectif-{objective['number']}", f"ligne {actor['line']}")
        for objective in GOLD["objectives"]
        for actor in objective["actors_in_tools"]
    )
    assert found == set(expected)
    tools = {node.name for node in graph.by_label("Tool")}
    assert not tools & {"MLJ", "ANPAA", "Posse 33", "MILDECA", "Sport dans la ville", "Régie Coup de Pouce"}


def test_mentions_of_one_organisation_are_one_actor(graph: Graph) -> None:
    actor_of = {alias: node.id for node in graph.by_label("Actor") for alias in node.properties["aliases"]}
    for group in GOLD["same_actor_groups"]:
        printed = {mention["as_printed"] for mention in group["mentions"]}
        actors = {actor_of[alias] for alias in printed if alias in actor_of}
        assert len(actors) <= 1, (group["canonical"], actors)


def test_no_false_merge(graph: Graph) -> None:
    actor_of = {fold(alias): node.id for node in graph.by_label("Actor") for alias in node.properties["aliases"]}
    for pair in GOLD["never_merge"]:
        a, b = actor_of.get(fold(pair["a"])), actor_of.get(fold(pair["b"]))
        assert a is None or a != b, pair
    for group in GOLD["doubtful_groups"]:
        by_name = [m["as_printed"] for m in group["mentions"] if fold(m["as_printed"]) in actor_of]
        apart = {actor_of[fold(name)] for name in by_name}
        assert len(apart) == len({fold(name) for name in by_name}), group["canonical"]


def test_nothing_is_dropped_in_silence(reading: Reading) -> None:
    """Each non-blank line is the place of a statement, or a heading of a section, or unread."""
    places = {statement.source.locator for statement in reading.statements} | {u.locator for u in reading.unread}
    lines = (FOLDER / "plan-actions-2021-2022.txt").read_text(encoding="utf-8").splitlines()
    silent = [line.strip() for n, line in enumerate(lines, 1) if line.strip() and f"ligne {n}" not in places]
    headings = {"actions en cours", "actions a developper", "pilote", "partenaires", "outils d'interventions", "outils"}
    headings |= {"d'interventions", "pour tous les quartiers", "dans l'ensemble de l'agglomeration", "dans les qpv"}
    assert {fold(line).rstrip(" :") for line in silent} <= headings
    assert reading.unread == []
