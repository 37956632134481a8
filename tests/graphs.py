"""Small graphs for tests, written as a person would tell them."""

from __future__ import annotations

from typing import Any

from graph.model import Finding, Graph, Node, Relationship, Unread


class Told:
    """A plan told by one or more files; every node is stated by the first file unless said otherwise."""

    def __init__(self, plan: str, *files: str) -> None:
        self.plan = plan
        self.files = [f"{plan}/{file}" for file in files or ("plan.txt",)]
        self.graph = Graph()
        self.node("Plan", plan, name=f"Plan {plan}", quotes=[f"Plan {plan}"])
        for file in self.files:
            self.graph.nodes.append(Node("Document", file, {"name": file.split("/")[1]}))
        for file in self.files[1:]:
            self.tie("STATED_IN", plan, file, document=file, quotes=[f"Plan {plan}"])

    def node(self, label: str, id_: str, *, quotes: list[str], file: int = 0, **properties: Any) -> str:
        """A node and where it is stated; an actor's aliases are its quotes."""
        if label == "Actor":
            properties["aliases"] = sorted(set(quotes))
        self.graph.nodes.append(Node(label, id_, properties))
        document = self.files[file]
        self.tie("STATED_IN", id_, document, document=document, quotes=quotes)
        return id_

    def actor(self, id_: str, *mentions: str, **properties: Any) -> str:
        """An actor under the words that the document prints."""
        return self.node("Actor", id_, quotes=list(mentions), **{"name": mentions[0], **properties})

    def objective(self, number: int) -> str:
        """An objective of the plan, tied to it."""
        id_ = self.node(
            "Objective", f"{self.plan}/objectif-{number}", quotes=[f"Objectif {number}"], name=f"Objectif {number}",
            number=number, position=number,
        )  # fmt: skip
        self.tie("HAS_OBJECTIVE", self.plan, id_)
        return id_

    def tie(self, type_: str, start: str, end: str, **properties: Any) -> None:
        """A tie, stated at line 1 of the first file unless said otherwise."""
        told = {"document": self.files[0], "locators": ["ligne 1"], "quotes": ["mots"]} | properties
        self.graph.relationships.append(Relationship(type_, start, end, told))

    def unread(self, locator: str, text: str) -> None:
        self.graph.unread.append(Unread(self.files[0], locator, text))

    def finding(self, code: str, message: str) -> None:
        self.graph.findings.append(Finding(code, "attention", self.files[0], "ligne 3", message))


def together(*told: Told) -> Graph:
    """The graphs of several plans as one; a node that several tell stands once, with all its aliases."""
    whole, seen = Graph(), {}
    for one in told:
        for node in one.graph.nodes:
            aliases = {*node.properties.get("aliases", ()), *seen.get(node.id, {}).get("aliases", ())}
            seen[node.id] = {**node.properties, **({"aliases": sorted(aliases)} if aliases else {})}
        whole.relationships += one.graph.relationships
        whole.unread += one.graph.unread
        whole.findings += one.graph.findings
    labels = {node.id: node.label for one in told for node in one.graph.nodes}
    whole.nodes = [Node(labels[id_], id_, properties) for id_, properties in seen.items()]
    return whole


def lyon() -> Told:
    """Two objectives, three actors, two grants that only their reference tells apart."""
    told = Told("lyon")
    first, second = told.objective(1), told.objective(2)
    state, city, club = (
        told.actor("etat", "État", "l'État", kind="État", generic=False),
        told.actor("lyon/ville", "Ville de Lyon"),
        told.actor("lyon/club", "Club"),
    )
    told.tie("PILOTS", state, first, co=False, basis="stated")
    told.tie("PILOTS", city, second, co=True, basis="stated")
    told.tie("PARTNERS", club, first, via=["relais", "antenne"], basis="inferred")
    source = told.node(
        "FundingSource", "etat / subvention", quotes=["subvention"], name="Subvention", kind="subvention"
    )
    told.tie("PROVIDES", state, source)
    told.tie("FUNDS", source, club, amount=1_000, reference="A-1", share=0.5)
    told.tie("FUNDS", source, club, amount=2_000, reference="A-2")
    told.unread("ligne 12", "suite page 3")
    told.unread("ligne 4", "—")
    told.finding("somme", "les montants font 3 000 €, le total dit 3 100 €")
    return told


def nantes() -> Told:
    """Another plan, that cites the State under another form."""
    told = Told("nantes")
    told.tie(
        "PILOTS", told.actor("etat", "ETAT", name="État", kind="État", generic=False), told.objective(1), basis="stated"
    )
    return told


def large(plan: str, actors: int) -> Told:
    """One objective and so many partners."""
    told = Told(plan)
    objective = told.objective(1)
    for rank in range(actors):
        told.tie("PARTNERS", told.actor(f"{plan}/acteur-{rank}", f"Acteur {rank}"), objective, basis="stated")
    return told
