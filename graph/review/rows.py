"""The rows of a review: each suggestion with its sentences, what a decision would change, and the order that pays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.actors.ledger import DISTINCT, DOUBTFUL, Decision, Ledger
from graph.actors.relaxations import loosest
from graph.model import Graph, Node
from graph.network import usual_level
from graph.network.twomode import actor_ids, two_mode
from graph.review.suggestions import ONE, Suggestion, names_of, suggest
from graph.text import fold

WITHIN = " : "
_SENTENCES = 3
_LONGEST = 160
_SAME_COMPANY = 0.5


@dataclass(frozen=True)
class Row:
    """One question for a person. `mention` and `actor` are names as the ledger writes them.

    `decision` and `reason` are what the ledger says already ("à revoir"), or empty; `weight`, the likelihood (0 to 1).
    """

    question: str
    mention: str
    actor: str
    signs: str
    mention_said: str
    actor_said: str
    effect: str
    decision: str
    reason: str
    weight: float


@dataclass(frozen=True)
class Book:
    """What rows are written from: the plan's graph, its ledger, and the targets each actor commits to."""

    graph: Graph
    ledger: Ledger
    targets: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, graph: Graph, ledger: Ledger) -> Book:
        """Count the commitments at the level where the plan names its actors."""
        network = two_mode(graph, usual_level(graph))
        return cls(graph, ledger, {actor: frozenset(network.adj[actor]) for actor in actor_ids(network)})

    def count(self, actor: str) -> int:
        """How many targets an actor commits to."""
        return len(self.targets.get(actor, ()))

    def companions(self, actor: str) -> set[str]:
        """The actors committed to a target of this one."""
        mine = self.targets.get(actor, frozenset())
        return {other for other, theirs in self.targets.items() if other != actor and mine & theirs}


def review(graph: Graph, ledger: Ledger) -> list[Row]:
    """The questions that are still open, those first where a likely answer changes the most."""
    book = Book.of(graph, ledger)
    nodes = graph.index()
    open_ = [suggestion for suggestion in suggest(graph) if not _settled(suggestion, book, nodes)]
    ranked = sorted(open_, key=lambda s: (-s.weight * (1 + min(map(book.count, s.ids))), s.names))
    rows = [_row(suggestion, book, nodes) for suggestion in ranked]
    asked = {frozenset((loosest(row.mention), loosest(row.actor))) for row in rows}
    return rows + [row for line in ledger.of(DOUBTFUL) if (row := _doubted(line, book, asked)) is not None]


def _doubted(line: Decision, book: Book, asked: set[frozenset[str]]) -> Row | None:
    """A question that a person left open, and that no sign raises: it stays open."""
    if frozenset((loosest(line.mention), loosest(line.actor))) in asked:
        return None
    by_name = {name: node for node in book.graph.by_label("Actor") for name in _all_names(node, book.graph)}
    one, other = by_name.get(fold(line.mention)), by_name.get(fold(line.actor))
    effect = _effect(book, one, other) if one and other else "aucun changement du classement"
    return Row(
        question=ONE,
        mention=line.mention,
        actor=line.actor,
        signs="laissé à revoir au registre",
        mention_said=_said(book.graph, one) if one else "",
        actor_said=_said(book.graph, other) if other else "",
        effect=effect,
        decision=line.decision,
        reason=line.reason,
        weight=0.5,
    )


def _settled(suggestion: Suggestion, book: Book, nodes: Mapping[str, Node]) -> bool:
    """True where the ledger says that the two are distinct, or names this very mention as one actor's."""
    pairs = {frozenset((fold(line.mention), fold(line.actor))) for line in book.ledger.of(DISTINCT)}
    names = [_all_names(nodes[id_], book.graph) for id_ in suggestion.ids]
    if suggestion.kind == ONE:
        return any(frozenset((a, b)) in pairs for a in names[0] for b in names[1] if a != b)
    decided = {fold(line.mention) for line in book.ledger.decisions}
    return all(fold(name) in decided for name in suggestion.names)


def _all_names(node: Node, graph: Graph) -> set[str]:
    return {fold(name) for name in (*names_of(node), ledger_name(node, graph))}


def _row(suggestion: Suggestion, book: Book, nodes: Mapping[str, Node]) -> Row:
    one, other = (nodes[id_] for id_ in suggestion.ids)
    mention, actor = (one, other) if _leads(other, one, book) else (other, one)
    apart = suggestion.kind != ONE
    names = suggestion.names if apart else (ledger_name(mention, book.graph), ledger_name(actor, book.graph))
    doubt = _doubt(book.ledger, *names)
    return Row(
        question=suggestion.kind,
        mention=names[0],
        actor=names[1],
        signs=" ; ".join([*(sign.french for sign in suggestion.signs), *_company(book, one.id, other.id)]),
        mention_said=_said(book.graph, mention),
        actor_said="" if apart else _said(book.graph, actor),
        effect=_effect(book, mention, actor) if not apart else _spread(book, mention),
        decision=doubt.decision if doubt else "",
        reason=doubt.reason if doubt else "",
        weight=round(suggestion.weight, 2),
    )


def _leads(one: Node, other: Node, book: Book) -> bool:
    """Which name the actor should bear: a national one, the ledger's, the more committed one's, the longer one."""
    named = {fold(line.actor) for line in book.ledger.decisions}

    def strength(node: Node) -> tuple[bool, bool, int, int, str]:
        return ("/" not in node.id, fold(node.name) in named, book.count(node.id), len(node.name), node.id)

    return strength(one) > strength(other)


def ledger_name(node: Node, graph: Graph) -> str:
    """An actor's name as the ledger writes it; a service's is "Ville de X : service Y"."""
    nodes = graph.index()
    whole = next(
        (t.end for t in graph.by_type("PART_OF") if t.start == node.id and node.id.startswith(f"{t.end}/")), None
    )
    if whole is None:
        return node.name
    owner = nodes[whole]
    return f"{ledger_name(owner, graph)}{WITHIN}{node.name.removesuffix(f' ({owner.name})').lower()}"


def _doubt(ledger: Ledger, mention: str, actor: str) -> Decision | None:
    pair = {loosest(mention), loosest(actor)}
    return next((line for line in ledger.of(DOUBTFUL) if {loosest(line.mention), loosest(line.actor)} == pair), None)


def _said(graph: Graph, node: Node) -> str:
    """The first sentences that name an actor, each with its place: of its ties, else the words alone."""
    ties = [tie for tie in graph.relationships if tie.start == node.id and tie.type not in ("STATED_IN", "PART_OF")]
    ties = ties or [tie for tie in graph.by_type("STATED_IN") if tie.start == node.id]
    said: dict[str, str] = {}
    for tie in ties:
        for place, quote in zip(tie.properties["locators"], tie.properties["quotes"], strict=False):
            said.setdefault(place, quote)
    return "\n".join(f"{place} : {_cut(quote)}" for place, quote in list(said.items())[:_SENTENCES])


def _cut(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rsplit(' ', 1)[0]} …"


def _effect(book: Book, mention: Node, actor: Node) -> str:
    """What "même" would change in the ranking."""
    together = book.targets.get(mention.id, frozenset()) | book.targets.get(actor.id, frozenset())
    one, other = book.count(mention.id), book.count(actor.id)
    if not one or not other:
        return "aucun changement du classement"
    before, after = _rank(book, other, {actor.id}), _rank(book, len(together), {actor.id, mention.id})
    moved = f"rang {before} → {after}" if before != after else f"rang {before} inchangé"
    return f"engagements : {other} et {one} → {len(together)} ensemble ; {moved}"


def _rank(book: Book, count: int, left_out: set[str]) -> int:
    return 1 + sum(len(targets) > count for actor, targets in book.targets.items() if actor not in left_out)


def _company(book: Book, one: str, other: str) -> Iterator[str]:
    """What the company that two actors keep says: the same partners speak for one, a shared list speaks for two."""
    if one == other:
        return
    shared = book.targets.get(one, frozenset()) & book.targets.get(other, frozenset())
    if shared:
        yield f"attention : nommés tous deux dans {len(shared)} même(s) objectif(s) ou action(s)"
        return
    ours, theirs = (book.companions(actor) for actor in (one, other))
    if ours and theirs and (likeness := len(ours & theirs) / len(ours | theirs)) >= _SAME_COMPANY:
        yield f"mêmes partenaires ({likeness:.0%})"


def _spread(book: Book, node: Node) -> str:
    count = book.count(node.id)
    return f"{count} engagement{'s' if count > 1 else ''} à répartir" if count else "aucun changement du classement"


def by_plan(rows: Sequence[Row]) -> dict[str, int]:
    """How many questions of each kind."""
    counted: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        counted[row.question] += 1
    return dict(counted)
