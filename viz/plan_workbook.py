"""A loaded plan as the rows of a workbook: one dictionary a row, by the keys of its sheet's columns.

What is kept: every fact of the graph (nodes with their properties, ties with theirs), under the names that people see;
ranks keep the identity of axes, objectives and actions. The words and places of the plan's documents are kept beside
the rows of what they state ("origin", "words"), not beside each tie.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.errors import InputError
from graph.model import Graph, Node, Relationship
from viz.plan_cells import Named, Record
from viz.plan_marks import Marks, by_position
from viz.plan_traces import Traces


def plan_records(graph: Graph) -> dict[str, list[Record]]:
    """The rows of each sheet, by the sheet's key; `InputError` where the graph is not of one plan."""
    plans = graph.by_label("Plan")
    if len(plans) != 1:
        found = ", ".join(node.id for node in plans) or "aucun plan"
        raise InputError(f"un seul plan était attendu : {found}", action="Donnez un seul plan.")
    book = _Book(graph, plans[0])
    return {
        "plan": [{key: plans[0].properties.get(name) for key, name in _PLAN.items()}],
        "objectives": book.objectives(),
        "actions": book.actions(),
        "funding": book.funding(),
        "actors": book.actors(),
        "tools": book.tools(),
        "places": book.places(),
    }


_PLAN = {"title": "title", "territory": "territory", "start": "start_year", "end": "end_year"}


class _Book:
    """One plan's graph, and the rows that its nodes make."""

    def __init__(self, graph: Graph, plan: Node) -> None:
        self._graph = graph
        self._nodes = graph.index()
        self._out: defaultdict[tuple[str, str], list[Relationship]] = defaultdict(list)
        self._in: defaultdict[tuple[str, str], list[Relationship]] = defaultdict(list)
        for tie in graph.relationships:
            self._out[tie.start, tie.type].append(tie)
            self._in[tie.end, tie.type].append(tie)
        self._traces = Traces(graph)
        self._marks = Marks(graph, plan)

    def _sorted(self, label: str) -> list[Node]:
        return sorted(self._graph.by_label(label), key=by_position)

    def _ends(self, id_: str, type_: str, label: str | None = None) -> list[str]:
        """Ids of what a node's ties of a type lead to."""
        ends = [tie.end for tie in self._out[id_, type_]]
        return [end for end in dict.fromkeys(ends) if label is None or self._nodes[end].label == label]

    def _name(self, id_: str) -> str:
        return self._nodes[id_].name

    def _names(self, ids: Iterable[str]) -> tuple[Named, ...]:
        return tuple(Named(self._name(id_)) for id_ in ids)

    def objectives(self) -> list[Record]:
        """Objectives below their axes in order, then those without; an axis without objective has a row of its own."""
        rows: list[Record] = []
        for axis in self._sorted("Axis"):
            below = sorted((self._nodes[id_] for id_ in self._ends(axis.id, "HAS_OBJECTIVE")), key=by_position)
            rows += [self._objective(objective, self._axis(axis)) for objective in below]
            if not below:
                rows.append(self._axis(axis) | self._traces.of(axis.id))
        free = [node for node in self._sorted("Objective") if self._is_free(node)]
        none = {"axis_number": self._marks.no_axis} if self._graph.by_label("Axis") else {}
        return rows + [self._objective(node, dict(none)) for node in free]

    def _is_free(self, node: Node) -> bool:
        return not any(self._nodes[tie.start].label == "Axis" for tie in self._in[node.id, "HAS_OBJECTIVE"])

    def _axis(self, axis: Node) -> Record:
        mark, title = self._marks.axis(axis.id), axis.properties.get("title")
        return {"axis_number": mark, "axis_title": title or axis.name, "axis_rank": axis.properties.get("position")}

    def _objective(self, node: Node, axis: Record) -> Record:
        said = {
            "number": self._marks.objective(node.id),
            "title": node.properties.get("title") or node.name,
            "theme": node.properties.get("theme"),
            "rank": node.properties.get("position"),
        }
        return axis | said | self._roles(node.id) | self._traces.of(node.id)

    def _roles(self, id_: str) -> Record:
        """What is said of an objective or action by its ties."""
        pilots = self._in[id_, "PILOTS"]
        return {
            "pilots": tuple(self._actor(tie) for tie in pilots if not tie.properties.get("co")),
            "copilots": tuple(self._actor(tie) for tie in pilots if tie.properties.get("co")),
            "partners": tuple(self._actor(tie) for tie in self._in[id_, "PARTNERS"]),
            "cited": tuple(self._actor(tie) for tie in self._in[id_, "MENTIONED_IN"]),
            "tools": tuple(self._tool(tie) for tie in self._out[id_, "USES"]),
            "places": tuple(Named(self._marks.place(end)) for end in self._ends(id_, "LOCATED_IN")),
        }

    def _actor(self, tie: Relationship) -> Named:
        said = tie.properties
        return Named(
            self._name(tie.start),
            inferred=said.get("basis") == "inferred",
            via=tuple(said.get("via") or ()),
            section=str(said.get("section") or ""),
        )

    def _tool(self, tie: Relationship) -> Named:
        return Named(self._name(tie.end), doubt=bool(tie.properties.get("doubt")))

    def actions(self) -> list[Record]:
        """Actions in the order of what they hang from."""
        return [self._action(self._nodes[id_]) for id_ in self._marks.actions]

    def _action(self, node: Node) -> Record:
        told = node.properties
        parent = self._marks.parent(node.id)
        answers = [
            end for end in self._ends(node.id, "RESPONDS_TO") if not (end == parent and self._is_response(node, end))
        ]
        said: Record = {key: told.get(key) for key in ("kind", "status", "heading", "start", "end", "budget")}
        said |= {
            "objective": self._marks.holder(node.id),
            "number": self._marks.action(node.id),
            "text": told.get("text") or node.name,
            "parent": self._marks.action(parent) if parent else None,
            "answers": tuple(Named(self._marks.action(end)) for end in answers),
            "rank": told.get("position"),
        }
        return said | self._roles(node.id) | self._traces.of(node.id)

    def _is_response(self, node: Node, holder: str) -> bool:
        """True for a local response below a national measure, which answers it without saying so."""
        above = self._nodes[holder].properties.get("kind")
        return node.properties.get("kind") == "reponse_locale" and above == "mesure_nationale"

    def funding(self) -> list[Record]:
        """One row a FUNDS, then the sources that fund nothing."""
        rows = [self._payment(tie) for source in self._sorted("FundingSource") for tie in self._out[source.id, "FUNDS"]]
        idle = [source for source in self._sorted("FundingSource") if not self._out[source.id, "FUNDS"]]
        return rows + [self._source(source) | self._traces.of(source.id) for source in idle]

    def _payment(self, tie: Relationship) -> Record:
        told = tie.properties
        said: Record = {key: told.get(key) for key in ("amount", "share", "scope", "reference", "date", "object")}
        said["of"] = self._name(told["of"]) if told.get("of") in self._nodes else None
        return self._source(self._nodes[tie.start]) | self._paid(tie.end) | said | self._traces.of_tie(tie)

    def _paid(self, id_: str) -> Record:
        """The columns that say what a payment goes to."""
        target = self._nodes[id_]
        if target.label == "Action":
            return {"objective": self._marks.holder(id_), "action": self._marks.action(id_)}
        if target.label == "Objective":
            return {"objective": self._marks.reference(id_)}
        return {"tool" if target.label == "Tool" else "beneficiary": (Named(target.name),)}

    def _source(self, source: Node) -> Record:
        provider = next((tie.start for tie in self._in[source.id, "PROVIDES"]), None)
        funder = self._name(provider) if provider else ""
        instrument = source.name.removesuffix(f" – {funder}") if funder else source.name
        return {
            "funder": (Named(funder),) if funder else (),
            "instrument": instrument,
            "kind": source.properties.get("kind"),
        }

    def actors(self) -> list[Record]:
        """All actors, by name; the services of an organisation have it for their owner."""
        return [self._member(node) for node in sorted(self._graph.by_label("Actor"), key=lambda node: node.name)]

    def _member(self, node: Node) -> Record:
        above = self._ends(node.id, "PART_OF")
        owners = [end for end in above if node.id.startswith(f"{end}/")]
        aliases: Sequence[str] = node.properties.get("aliases") or ()
        told = {key: node.properties.get(key) for key in ("kind", "siret")}
        doubts = self._out[node.id, "MAY_BE"]
        return told | {
            "name": (Named(node.name),),
            "others": tuple(Named(alias) for alias in aliases if alias != node.name),
            "service_of": self._names(owners[:1]),
            "member_of": self._names(end for end in above if end not in owners),
            "generic": node.properties.get("generic"),
            "may_be": self._names(tie.end for tie in doubts),
            "reason": next((tie.properties.get("reason") for tie in doubts), None),
        }

    def tools(self) -> list[Record]:
        """All tools, by id: the parts of one stand behind it."""
        return [
            {
                "name": (Named(node.name),),
                "part_of": self._names(self._ends(node.id, "PART_OF")),
                "operators": self._names(tie.start for tie in self._in[node.id, "OPERATES"]),
                "announced": node.properties.get("announced_amount"),
                "cited": tuple(self._actor(tie) for tie in self._in[node.id, "MENTIONED_IN"]),
                **self._traces.of(node.id),
            }
            for node in self._sorted("Tool")
        ]

    def places(self) -> list[Record]:
        """All places, by name."""
        return [
            {
                "name": (Named(node.name),),
                "kind": node.properties.get("kind"),
                "code": node.properties.get("code"),
                "within": tuple(Named(self._marks.place(end)) for end in self._ends(node.id, "PART_OF")),
            }
            for node in sorted(self._graph.by_label("Place"), key=lambda node: node.name)
        ]
