"""The French of readings: nouns, agreements, figures, for whatever network."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.french import NBSP, listed
from graph.network import target_ids
from graph.network.measures import MEASURES
from graph.network.measures.wording import decimal, percent, shortened
from tests.test_network_measures import carried, networks
from tests.test_network_measures_readings import read


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (["Objective", "Objective"], "d'objectifs"),
        (["Action", "Action"], "d'actions"),
        (["Objective", "Action"], "d'objectifs et d'actions"),
        ([None, None], "de cibles"),
    ],
)
def test_targets_are_called_what_they_are(labels: list[str | None], words: str) -> None:
    network = carried({"1": "ab", "2": "bc"})
    for target, label in zip("12", labels, strict=True):
        network.nodes[target]["label"] = label
    assert words in read("harmonique", network)


@given(networks(), st.sampled_from(["Objective", "Action", None]), st.sampled_from(list(MEASURES)))
def test_every_reading_is_right_french(network: nx.Graph, label: str | None, name: str) -> None:
    nx.set_node_attributes(network, dict.fromkeys(target_ids(network), label), "label")
    said = read(name, network, euros={"a": 1_000, "b": 2_000_000})
    assert re.fullmatch(r"[A-ZÀ-Ý«\d].*\.", said), said
    wrong = r"\bnan\b|None|[{}]|  | [,.]|\.\.|[.] [a-z]|\bde [aeio]|\bun action|\bune objectif"
    assert not re.search(wrong, said.replace("de « ", "")), said
    nouns = "acteurs|objectifs|actions|cibles|voisins|engagements|morceaux|groupes|départs|ensembles|paires|autres"
    assert not re.search(rf"(?<![\d,])[01] ({nouns})\b", said), said
    assert not re.search(
        r"(?<![\d,])(?:[2-9]|\d\d+) (acteur|objectif|action|cible|voisin|engagement|départ|paire|autre)\b", said
    ), said


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "0"),
        (0.0004, "moins de 0,1"),
        (0.05, "5"),
        (0.0526, "5,3"),
        (0.784, "78"),
        (0.999, "plus de 99"),
        (1, "100"),
    ],
)
def test_shares_are_never_rounded_to_nothing_or_all(share: float, words: str) -> None:
    assert percent(share) == f"{words}{NBSP}%"


def test_lists_and_figures_in_french() -> None:
    assert [listed(["a"]), listed(["a", "b"], "ou"), listed(["a", "b", "c"])] == ["a", "a ou b", "a, b et c"]
    assert shortened(list("abcdefg"), 4) == "a, b, c et 4 autres"
    assert [decimal(0.764), decimal(2.0), decimal(-0.5), decimal(12, 0)] == ["0,76", "2", "−0,5", "12"]
