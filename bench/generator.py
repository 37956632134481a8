"""Made-up plans with the skew of real ones, from a seed: the same on every machine.

Taken from a real plan of an agglomeration (objective level: 125 actors, 19 objectives, 232 ties) and kept here:

- three hubs (the State, the agglomeration, its central city) tied to 17, 16 and 16 of the 19 objectives, and pilots of
  two ties in three there; of the other 122 actors 75 % are tied once, 17 % twice, 3 % three times, and the busiest 11
  times: a Zipf law of exponent 2.5 (75, 13, 5 %);
- objectives have 4 to 42 actors, half of them 7 or fewer: they draw partners by 1/rank^0.9;
- one actor in eleven is a national body, shared by all plans that name it; one in ten is a service;
- eleven to twelve actions an objective, and an actor named in the words of one action in three.

Real plans are of very unequal size: another that was read names six actors in all. The first plan made here is as
large as the real one; the size of each further one is drawn between six actors and that, every order of magnitude
alike, so that a hundred plans name some four thousand actors. That law of sizes rests on two plans only: it is a
choice, as are the popularity of national bodies (Zipf) and the amounts. Nothing else here imitates real text.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random
from typing import Any

from graph.model import Graph, Node, Relationship, merged
from graph.schema import ACTOR_KINDS

AXES, OBJECTIVES, ACTIONS = 5, 19, (7, 16)
SMALLEST, LARGEST = 6, 125
HUB_TIES, HUB_PILOTS, OTHER_PILOTS, BOTH_ROLES = 0.86, 0.65, 0.05, 0.46
NATIONAL_POOL, NATIONAL, SERVICES, GENERIC = 60, 0.09, 0.10, 0.07
NAMED_IN_ACTION = 0.3
ONCE_LAW = tuple(degree**-2.5 for degree in range(1, OBJECTIVES + 1))
PARTNER_LAW = tuple(rank**-0.9 for rank in range(1, OBJECTIVES + 1))
POPULARITY = tuple(1 / rank for rank in range(1, NATIONAL_POOL + 1))
KINDS = tuple(kind.name for kind in ACTOR_KINDS if kind.name != "service")


def plans(count: int, seed: int = 1) -> Graph:
    """`count` plans as one graph that keeps to the schema; plan k is the same whatever the count.

    A hundred plans: some 4,000 actors, 1,900 objectives, 22,000 actions and 11,000 ties to objectives.
    """
    return merged(_Writer(number, seed).write() for number in range(1, count + 1))


@dataclass
class _Writer:
    """Writes one plan, item after item, each stated on a line of its own."""

    number: int
    seed: int
    graph: Graph = field(default_factory=Graph)
    lines: int = 0

    def __post_init__(self) -> None:
        self.random = Random(f"{self.seed}/{self.number}")  # noqa: S311 - a draw, not a secret
        self.territory = f"ville-{self.number:03}"
        self.plan = f"{self.territory}-2024-2030"
        self.document = f"{self.plan}/plan.txt"

    def write(self) -> Graph:
        self._frame()
        objectives = self._objectives()
        actors = self._actors()
        self._commitments(actors, objectives)
        self._actions(actors, objectives)
        self._money(actors, objectives)
        return self.graph

    def _frame(self) -> None:
        title = f"Contrat de ville {self.number}"
        digest = sha256(f"{self.seed}/{self.number}".encode()).hexdigest()
        stated = {"name": "plan.txt", "title": title, "sha256": digest, "media_type": "text/plain"}
        self.graph.nodes.append(Node("Document", self.document, stated))
        self._node(
            "Plan", self.plan, title, title=title, territory=f"Ville {self.number}", start_year=2024, end_year=2030
        )

    def _objectives(self) -> list[str]:
        axes = [self._numbered("Axis", "axe", axis, "HAS_AXIS", self.plan) for axis in range(1, AXES + 1)]
        return [
            self._numbered("Objective", "objectif", number, "HAS_OBJECTIVE", axes[(number - 1) * AXES // OBJECTIVES])
            for number in range(1, OBJECTIVES + 1)
        ]

    def _numbered(self, label: str, word: str, number: int, tie: str, parent: str) -> str:
        title = f"{word.capitalize()} {number}"
        id_ = self._node(label, f"{self.plan}/{word}-{number}", title, number=number, position=number, title=title)
        self._tie(tie, parent, id_)
        return id_

    def _actors(self) -> list[str]:
        """Three hubs, then the rest."""
        city = f"{self.territory}/ville"
        hubs = [
            self._actor("etat", "État", "État"),
            self._actor(f"{self.territory}/agglomeration", f"Agglomération {self.number}", "collectivité"),
            self._actor(city, f"Ville {self.number}", "collectivité"),
        ]
        others = self._size() - len(hubs)
        national = sum(self.random.random() < NATIONAL for _ in range(others))
        return hubs + self._nationals(national) + [self._local(city, rank) for rank in range(others - national)]

    def _size(self) -> int:
        spread = 1.0 if self.number == 1 else self.random.random()
        return round(SMALLEST * math.pow(LARGEST / SMALLEST, spread))

    def _nationals(self, count: int) -> list[str]:
        drawn = self._drawn(range(1, NATIONAL_POOL + 1), POPULARITY, count)
        return [self._actor(f"organisme-{rank}", f"Organisme national {rank}", self._kind()) for rank in drawn]

    def _local(self, city: str, rank: int) -> str:
        if self.random.random() < SERVICES:
            service = self._actor(f"{city}/service-{rank}", f"Service {rank} de la ville {self.number}", "service")
            self._tie("PART_OF", service, city)
            return service
        generic = self.random.random() < GENERIC
        return self._actor(f"{self.territory}/acteur-{rank}", f"Acteur {rank} de {self.number}", self._kind(), generic)

    def _kind(self) -> str:
        return self.random.choice(KINDS)

    def _commitments(self, actors: Sequence[str], objectives: Sequence[str]) -> None:
        ranked = self._drawn(objectives, [1.0] * len(objectives), len(objectives))
        for hub in actors[:3]:
            for objective in objectives:
                if self.random.random() < HUB_TIES:
                    self._commit(hub, objective, HUB_PILOTS)
        for actor in actors[3:]:
            [degree] = self.random.choices(range(1, OBJECTIVES + 1), ONCE_LAW)
            for objective in self._drawn(ranked, PARTNER_LAW, degree):
                self._commit(actor, objective, OTHER_PILOTS)

    def _commit(self, actor: str, objective: str, pilots: float) -> None:
        pilot = self.random.random() < pilots
        if pilot:
            self._tie("PILOTS", actor, objective, co=False, basis="stated")
        if not pilot or self.random.random() < BOTH_ROLES:
            self._tie("PARTNERS", actor, objective, basis="stated")

    def _actions(self, actors: Sequence[str], objectives: Sequence[str]) -> None:
        for objective in objectives:
            for position in range(1, self.random.randint(*ACTIONS) + 1):
                name = f"Action {position}"
                action = self._node(
                    "Action", f"{objective}/action-{position}", name, text=name, kind="action", position=position
                )
                self._tie("HAS_ACTION", objective, action)
                if self.random.random() < NAMED_IN_ACTION:
                    self._tie("PARTNERS", self.random.choice(actors), action, basis="inferred")

    def _money(self, actors: Sequence[str], objectives: Sequence[str]) -> None:
        sources = [self._source(actor) for actor in actors[:6]]
        for objective in objectives:
            amount = round(self.random.lognormvariate(11, 1.5))
            self._tie("FUNDS", self.random.choice(sources), objective, amount=amount, scope="local")

    def _source(self, actor: str) -> str:
        source = self._node("FundingSource", f"{actor}/subvention", f"Subvention de {actor}", kind="subvention")
        self._tie("PROVIDES", actor, source)
        return source

    def _drawn(self, items: Sequence[Any], weights: Sequence[float], count: int) -> list[Any]:
        """So many different items by weight, in the order in which they are drawn."""
        left = dict(zip(items, weights, strict=True))
        drawn: list[Any] = []
        while left and len(drawn) < count:
            [item] = self.random.choices(list(left), list(left.values()))
            del left[item]
            drawn.append(item)
        return drawn

    def _actor(self, id_: str, name: str, kind: str, generic: bool = False) -> str:
        return self._node("Actor", id_, name, kind=kind, generic=generic)

    def _node(self, label: str, id_: str, name: str, **properties: Any) -> str:
        self.graph.nodes.append(Node(label, id_, {"name": name, **properties}))
        self._tie("STATED_IN", id_, self.document)
        return id_

    def _tie(self, type_: str, start: str, end: str, **properties: Any) -> None:
        self.lines += 1
        stated = {"document": self.document, "locators": [f"ligne {self.lines}"], "quotes": [start]}
        self.graph.relationships.append(Relationship(type_, start, end, stated | properties))
