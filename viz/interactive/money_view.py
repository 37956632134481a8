"""Funders and what they fund: amounts as written; loans, national envelopes and unwritten amounts each apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from graph.model import Graph, Node, Relationship
from graph.network.money import LOANS, Provided, provided
from viz import french, style
from viz.interactive.columns import Row, columns
from viz.interactive.stage import Data, Stage, placed
from viz.layout import Box
from viz.sentences import Sentences
from viz.targets import children, numbered, title_of
from viz.text_width import text_width, wrap
from viz.view import View

GROUPS = {
    "local": "Financements chiffrés",
    "loan": "Prêts, à rembourser",
    "share": "Parts d’un autre montant",
    "unknown": "Sans montant écrit",
    "national": "Enveloppes nationales",
}
_NOUNS = {"Objective": "objectif", "Action": "action", "Tool": "dispositif", "Actor": "bénéficiaire"}
_EMPTY = "Aucun financement n’est écrit dans le plan."
_SIZE, _PADDING, _WIDTH, _AROUND = 12.0, 6, 300, 6


@dataclass(frozen=True)
class _Fund:
    source: Node
    target: Node
    tie: Relationship
    group: str


class Money:
    """Reads a graph once; figures are those of `graph.network.money`."""

    def __init__(self, graph: Graph, seen: View) -> None:
        self._graph = graph
        self._seen = seen
        self._nodes = graph.index()
        self._sentences = Sentences(graph)
        self._provided: dict[str, Provided] = {row.source: row for row in provided(graph)}
        self._providers: defaultdict[str, list[str]] = defaultdict(list)
        for tie in graph.by_type("PROVIDES"):
            if tie.start not in self._providers[tie.end]:
                self._providers[tie.end].append(tie.start)
        self._funds = self._read()

    def _read(self) -> list[_Fund]:
        ties = [tie for tie in self._graph.by_type("FUNDS") if tie.start in self._nodes and tie.end in self._nodes]
        ties.sort(key=lambda tie: (-(tie.properties.get("amount") or 0), tie.start, tie.end))
        return [_Fund(self._nodes[t.start], self._nodes[t.end], t, _group(self._nodes[t.start], t)) for t in ties]

    def ties(self) -> list[Data]:
        """One row a sum of a document: source, target, amount in euros (None where none is written), sentences."""
        return [self._tie(fund) for fund in self._funds]

    def _tie(self, fund: _Fund) -> Data:
        amount = fund.tie.properties.get("amount")
        return {
            "source": fund.source.id,
            "funded": fund.target.id,
            "group": fund.group,
            "amount": amount if isinstance(amount, int) else None,
            "text": french.euros(amount) if isinstance(amount, int) else "montant non écrit",
            "note": self._note(fund.tie),
            "counted": fund.source.id in self._provided and fund.tie in self._provided[fund.source.id].ties,
            "sources": self._sentences.of([fund.tie]),
        }

    def _note(self, tie: Relationship) -> str:
        told = tie.properties
        whole = self._nodes.get(told.get("of") or "")
        notes = []
        if isinstance(told.get("share"), int | float):
            notes.append(f"{french.percent(told['share'])} de {f'« {whole.name} »' if whole else 'l’ensemble'}")
        if told.get("scope") == "national":
            notes.append("enveloppe nationale, jamais additionnée à l’argent du territoire")
        return ", ".join(notes + [str(told[key]) for key in ("object", "reference", "date") if told.get(key)])

    def sources(self) -> dict[str, Data]:
        """By id: name, kind, who provides it, and the euros that are counted of it."""
        return {fund.source.id: self._source(fund) for fund in self._funds}

    def _source(self, fund: _Fund) -> Data:
        kind = str(fund.source.properties.get("kind") or "inconnu")
        row = self._provided.get(fund.source.id)
        return {
            "label": fund.source.name,
            "kind": french.FUNDING_KINDS.get(kind, kind),
            "providers": self._providers[fund.source.id],
            "counted": french.euros(row.euros) if row else "",
        }

    def funded(self) -> dict[str, Data]:
        """By id: name, what it is, the total that is announced of it, and the objectives that it serves."""
        serves = self._objectives()
        return {
            target.id: {
                "label": _name(target),
                "noun": _NOUNS[target.label],
                "announced": _announced(target),
                "objectives": sorted(serves.get(target.id, set()), key=list(self._seen.actions).index),
            }
            for target in {fund.target.id: fund.target for fund in self._funds}.values()
        }

    def _objectives(self) -> dict[str, set[str]]:
        found: defaultdict[str, set[str]] = defaultdict(set)
        uses = children(self._graph, "USES")
        for target, actions in self._seen.actions.items():
            for holder in [target, *(action.id for action in actions)]:
                found[holder].add(target)
                for tool in uses.get(holder, []):
                    found[tool.id].add(target)
        return found

    def totals(self) -> Data:
        """What is counted, by `graph.network.money`: local euros and loans; nothing else is added up."""
        rows = self._provided.values()
        sums = {loan: sum(row.euros for row in rows if row.loan == loan) for loan in (False, True)}
        return {"local": french.euros(sums[False]), "loan": french.euros(sums[True])}

    def stage(self) -> Stage:
        """The view: sources on the left by group, the largest first, and on the right what they fund."""
        left = {fund.source.id: (fund, _source_look(fund, self._amount(fund))) for fund in reversed(self._funds)}
        right = {fund.target.id: _target_look(fund.target) for fund in self._funds}
        rows = [
            Row(look.box, GROUPS[group], tuple(f.target.id for f in self._funds if f.source.id == id_))
            for group in GROUPS
            for id_, (fund, look) in sorted(left.items(), key=lambda item: self._rank(item[0]))
            if fund.group == group
        ]
        places, headings = columns(rows, [look.box for look in right.values()])
        looks = [*(look for _, look in left.values()), *right.values()]
        sums = {GROUPS[group]: total for group, total in self.totals().items()}
        nodes = placed(looks, places) + [_heading(text, sums.get(text, ""), x, y) for text, x, y in headings]
        return Stage("financeurs", "Financeurs", "Qui finance quoi", nodes, "" if self._funds else _EMPTY)

    def _rank(self, source: str) -> tuple[int, str]:
        row = self._provided.get(source)
        return -(row.euros if row else 0), source

    def _amount(self, fund: _Fund) -> str:
        """What stands beside a source: its counted euros, or what its ties say where none is counted."""
        if fund.group == "share":
            return self._note(fund.tie)
        if fund.source.id in self._provided:
            return french.euros(self._provided[fund.source.id].euros)
        own = [f.tie.properties.get("amount") for f in self._funds if f.source.id == fund.source.id]
        amounts = {amount for amount in own if isinstance(amount, int)}
        return french.euros(amounts.pop()) if len(amounts) == 1 else ""


def _group(source: Node, tie: Relationship) -> str:
    told = tie.properties
    if told.get("scope") == "national":
        return "national"
    if told.get("of"):
        return "share"
    if not isinstance(told.get("amount"), int):
        return "unknown"
    return "loan" if source.properties.get("kind") == LOANS else "local"


def _name(target: Node) -> str:
    if target.label == "Objective":
        return numbered(target)
    return str(target.properties.get("text") or title_of(target)) if target.label == "Action" else target.name


def _announced(target: Node) -> str:
    amount = target.properties.get("announced_amount")
    return french.euros(amount) if isinstance(amount, int) else ""


def _source_look(fund: _Fund, amount: str) -> style.Look:
    said = f"{fund.source.name}{f'{french.NBSP}: {amount}' if amount else ''}"
    return _box(fund.source.id, wrap(said, _SIZE, _WIDTH, 3), {"background": "#F4F6F9", "border": "#44546A"})


def _target_look(target: Node) -> style.Look:
    announced = _announced(target)
    rows = wrap(_name(target), _SIZE, _WIDTH, 3) + ([f"montant annoncé{french.NBSP}: {announced}"] if announced else [])
    return _box(target.id, rows, {"background": "#FFFFFF", "border": style.INK})


def _box(id_: str, rows: list[str], colour: dict[str, str]) -> style.Look:
    width = max(text_width(row, _SIZE) for row in rows) + 2 * _PADDING
    options: dict[str, Any] = {
        "label": "\n".join(rows),
        "shape": "box",
        "margin": _PADDING,
        "borderWidth": 1.5,
        "shapeProperties": {"borderDashes": False},
        "color": colour,
        "font": {"size": _SIZE, "color": style.INK, "face": style.FONT},
    }
    return style.Look(options, Box(id_, width + _AROUND, len(rows) * _SIZE + 2 * _PADDING + _AROUND), 0.0)


def _heading(text: str, total: str, x: float, y: float) -> Data:
    label = f"{text}{french.NBSP}: {total}" if total else text
    font = {"size": 14, "color": "#51606F", "face": style.FONT}
    return {"id": f"titre {text}", "heading": text, "label": label, "shape": "text", "x": x, "y": y, "font": font}
