"""Made-up plans with money, told as a person would, for the tests of the money map."""

from __future__ import annotations

from graph.model import Graph
from tests.map_plans import LONG, TITLE, Outlined


class Funded(Outlined):
    """A plan whose sources are made by the name of who provides them."""

    def tool(self, name: str, announced: int | None = None, whole: str | None = None, user: str | None = None) -> str:
        id_ = f"{self.plan}/outil/{name}"
        told = {} if announced is None else {"announced_amount": announced}
        self.node("Tool", id_, quotes=[name], name=name, **told)
        if whole:
            self.tie("PART_OF", id_, whole)
        if user:
            self.tie("USES", user, id_)
        return id_

    def gives(self, who: str, target: str, amount: int | None = None, kind: str = "subvention", **told: object) -> str:
        """A source of an actor, made where it is new, and what it gives to a target."""
        source = f"{who}/{kind}"
        if not any(node.id == source for node in self.graph.nodes):
            if not any(node.id == f"plan/{who}" for node in self.graph.nodes):
                self.actor(f"plan/{who}", who)
            self.node("FundingSource", source, quotes=[kind], name=f"{kind} – {who}", kind=kind)
            self.tie("PROVIDES", f"plan/{who}", source)
        amounts = {} if amount is None else {"amount": amount}
        self.tie("FUNDS", source, target, scope=told.pop("scope", "local"), **amounts, **told)
        return source


def worked() -> Funded:
    """One programme of objective 1: 100 € announced; A gives 60, B lends 30, 10 are nobody's; two parts, 70 and 25.

    C gives 7 to objective 2 itself, D 5 to an actor. A national envelope of 1000; E without amount; F is half of A.
    """
    told = Funded()
    axis = told.axis()
    first, second = told.goal(axis), told.goal(axis)
    whole = told.tool("Rénovation", 100, user=first)
    told.tool("Rénovation – pour Nord", 70, whole=whole)
    told.tool("Rénovation – pour Sud", 25, whole=whole)
    a = told.gives("A", whole, 60)
    told.gives("B", whole, 30, kind="prêt")
    told.gives("C", second, 7)
    told.gives("D", told.actor("plan/club", "Club"), 5, reference="G-1")
    told.gives("Etat", second, 1000, kind="dispositif national", scope="national")
    told.gives("E", whole)
    told.gives("F", whole, share=0.5, of=a)
    return told


def crowded() -> Graph:
    """Forty sources of long names, fifteen programmes, thirty objectives."""
    told = Funded()
    axes = [told.axis() for _ in range(6)]
    goals = [told.goal(axes[i // 5], TITLE) for i in range(30)]
    tools = [told.tool(f"{LONG} programme {i:02d}", 1_000_000 * (i + 1), user=goals[2 * i]) for i in range(15)]
    for i in range(40):
        kind = "prêt" if i % 9 == 0 else "subvention"
        told.gives(f"{LONG}{i:02d}"[-90:], tools[i % 15], 1_000 * (i * i + 1), kind=kind)
    for i in range(20):
        told.gives(f"Donateur {i:02d}", told.actor(f"plan/club{i}", f"Club {i}"), 500 + i, reference=f"G-{i}")
        told.gives(f"Direct {i:02d}", goals[i], 900 + i)
        told.gives(f"Muet {i:02d}", goals[i])
        told.gives(f"Pays {i:02d}", goals[i], 10**9 + i, kind="dispositif national", scope="national")
    return told.graph


def national(number: int = 30) -> Graph:
    """Nothing but national envelopes."""
    told = Funded()
    goal = told.goal(told.axis(), TITLE)
    for i in range(number):
        told.gives(f"{LONG}{i:02d}", goal, 10**9 * (i + 1), kind="dispositif national", scope="national")
    return told.graph


def off_by(difference: int) -> Graph:
    """Announced: a million and so many euros; one source gives a million."""
    told = Funded()
    tool = told.tool("Programme", 1_000_000 + difference, user=told.goal(told.axis()))
    told.gives("A", tool, 1_000_000)
    return told.graph


def one_source() -> Graph:
    """A gives ten euros to an objective, and nothing is announced."""
    told = Funded()
    told.gives("A", told.goal(told.axis()), 10)
    return told.graph


def announced_only() -> Graph:
    """A total, and nobody who pays."""
    told = Funded()
    told.tool("Programme", 18_000_000, user=told.goal(told.axis()))
    return told.graph


def shared_tool() -> Graph:
    """Two objectives call on one programme, to which A and B give as much."""
    told = Funded()
    axis = told.axis()
    first, second = told.goal(axis), told.goal(axis)
    tool = told.tool("Programme", user=first)
    told.tie("USES", second, tool)
    told.gives("A", tool, 40)
    told.gives("B", tool, 40)
    return told.graph


def silent() -> Graph:
    """A funder without any amount."""
    told = Funded()
    told.gives("A", told.goal(told.axis()))
    return told.graph
