"""What stands behind a ranking: every tie that its figures count, with its sentence and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import pandas as pd

from graph.model import Graph, Node, Relationship
from graph.network.choices import Choices
from graph.network.money import provided
from graph.network.orphans import orphaned
from graph.network.twomode import ROLES, organisations
from graph.schema import COMMITMENTS
from graph.text import fold

TIES = {
    "id": "str",
    "acteur": "str",
    "cite": "str",
    "role": "str",
    "cible": "str",
    "titre": "str",
    "fragile": "bool",
    "euros": "Int64",
    "fondement": "str",
    "phrase": "str",
    "emplacement": "str",
    "document": "str",
}


def ties_behind(graph: Graph, choices: Choices) -> pd.DataFrame:
    """One row a sentence that states a tie counted by the five measures under these choices, actor by actor.

    `id`, `acteur`: who is counted; `cite`: who the sentence names (a service, when regrouped). `role`: "pilote",
    "partenaire", or "financeur" (`euros`, whose sum by actor is `argent` but for what two documents both state).
    `cible`, `titre`: id and words of the objective, the action, or what is financed. `fragile`: the actor's leaving
    orphans that target, so that distinct fragile targets number `fragilite`. `fondement`: "stated" or "inferred".
    A tie stated in two places gives two rows; one of unknown place gives one with empty words.
    """
    rows = [*_commitments(graph, choices), *_money(graph, choices)]
    frame = pd.DataFrame(rows, columns=list(TIES)).astype(TIES)
    return frame.sort_values(["acteur", "id"], key=lambda names: names.map(fold), kind="stable", ignore_index=True)


def _commitments(graph: Graph, choices: Choices) -> Iterator[dict[str, Any]]:
    network, nodes = choices.network(graph), graph.index()
    orphans = orphaned(network)
    owner = organisations(graph) if choices.regroup else {}
    for tie in graph.by_type(*COMMITMENTS):
        actor = owner.get(tie.start, tie.start)
        basis = tie.properties.get("basis") or "stated"
        if basis in choices.basis and network.has_edge(actor, tie.end):
            fragile = tie.end in orphans[actor]
            told = {"role": ROLES[tie.type], "fragile": fragile, "euros": None, "fondement": basis}
            yield from _rows(tie, nodes[actor], nodes[tie.start], nodes[tie.end], told)


def _money(graph: Graph, choices: Choices) -> Iterator[dict[str, Any]]:
    nodes = graph.index()
    owner = organisations(graph) if choices.regroup else {}
    for row in provided(graph):
        for actor in row.actors:
            whole = owner.get(actor, actor)
            left_out = nodes[whole].properties.get("generic") and not choices.generic
            for tie in row.ties if not left_out else ():
                told = {"role": "financeur", "fragile": False, "fondement": "stated"}
                euros = {"euros": tie.properties["amount"]}
                yield from _rows(tie, nodes[whole], nodes[actor], nodes[tie.end], told | euros)


def _rows(tie: Relationship, actor: Node, named: Node, target: Node, told: dict[str, Any]) -> Iterator[dict[str, Any]]:
    who = {"id": actor.id, "acteur": actor.name, "cite": named.name, "cible": target.id, "titre": title(target)}
    locators = tie.properties.get("locators") or [""]
    for place, quote in zip_longest(locators, tie.properties.get("quotes") or [], fillvalue=""):
        where = {"phrase": quote, "emplacement": place, "document": tie.properties.get("document") or ""}
        yield who | told | where


def title(node: Node) -> str:
    """A target in its own words: an objective under its number, an action by its text."""
    words = str(node.properties.get("title") or node.properties.get("text") or node.name)
    number = node.properties.get("number")
    return words if number is None else f"{number}. {words}"
