"""What the money map says in words: its title, what stands under it, and what it sets apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import Graph, Node, Relationship
from graph.text import fold
from viz import french
from viz.french import NBSP, count, euros
from viz.maps.words import joined, typographic
from viz.money.flows import Money
from viz.targets import numbered, title_of

_STOP = f"{NBSP}; "


def part_of(amount: int, whole: int) -> str:
    """ "65,7 %"; never "100 %" or "0 %" for what is not the whole, or not nothing."""
    said = french.percent(amount / whole)
    if amount < whole and said.startswith("100"):
        return f"plus de 99,9{NBSP}%"
    if amount > 0 and said.startswith(f"0{NBSP}"):
        return f"moins de 0,1{NBSP}%"
    return said


def agreed(amount: int, word: str) -> str:
    """ "1 € annoncé", "2 € annoncés"."""
    return f"{euros(amount)} {word}{'s' * (abs(amount) >= 2)}"


class Names:
    """Who gives, and to what, in the words of the graph."""

    def __init__(self, graph: Graph) -> None:
        self.nodes: Mapping[str, Node] = graph.index()
        self._givers: defaultdict[str, set[str]] = defaultdict(set)
        for tie in graph.by_type("PROVIDES"):
            self._givers[tie.end].add(tie.start)

    def givers(self, source: str) -> list[str]:
        """Ids of the actors who provide a source."""
        return sorted(self._givers[source], key=lambda id_: (fold(self.nodes[id_].name), id_))

    def giver(self, source: str) -> str:
        """Who provides a source, or its own name where nobody is said to."""
        names = [self.nodes[id_].name for id_ in self.givers(source)]
        return typographic(joined(names) or self.nodes[source].name)

    def kind(self, source: str) -> str:
        """The nature of a source; nothing where the document does not say it."""
        kind = str(self.nodes[source].properties.get("kind") or "inconnu")
        return "" if kind == "inconnu" else kind

    def target(self, id_: str) -> str:
        """What is funded, under its number where it has one."""
        node = self.nodes[id_]
        if node.label == "Objective":
            return typographic(numbered(node))
        return typographic(str(node.properties.get("text") or title_of(node)))


def title(money: Money, names: Names) -> str:
    """The claim of the page: who gives most of what, and what nobody is named for."""
    if money.given:
        return f"{_leaders(money, names)}{_unexplained(money)}"
    if money.announced:
        said = sum(programme.announced or 0 for programme in money.announced)
        return f"{agreed(said, 'annoncé')}, dont rien n’est ventilé entre financeurs"
    if money.national:
        many = len(money.national) > 1
        cited = count(len(money.national), "enveloppe nationale citée", "enveloppes nationales citées")
        verb = "ne disent" if many else "ne dit"
        return f"Aucun montant local chiffré{NBSP}; {cited}, qui {verb} pas ce qui viendra au territoire"
    number = len({tie.start for tie in (*money.without_amount, *money.aside)})
    return f"{count(number, 'financement cité', 'financements cités')}, aucun chiffré"


def leaders(money: Money, names: Names) -> list[str]:
    """Names of those who give most, more than one where they tie; none where no amount is counted."""
    sums = _by_giver(money, names)
    most = max(sums.values(), default=0)
    return sorted((name for name, amount in sums.items() if amount == most), key=lambda name: (fold(name), name))


def _by_giver(money: Money, names: Names) -> dict[str, int]:
    sums: defaultdict[str, int] = defaultdict(int)
    for row in money.given:
        sums[names.giver(row.source)] += row.euros
    return dict(sums)


def _leaders(money: Money, names: Names) -> str:
    """ "Bailleurs sociaux : 65,7 % des 135,9 M€ chiffrés par financeur", ties and a single giver said as such."""
    sums, first = _by_giver(money, names), leaders(money, names)
    whole = f"{euros(money.total)} chiffrés par financeur"
    if len(sums) == 1:
        return f"{first[0]}{NBSP}: seul financeur chiffré, {euros(money.total)}"
    who = first[0] if len(first) == 1 else joined(first) if len(first) == 2 else f"{len(first)} financeurs à égalité"
    if not money.total:
        return f"{who}{NBSP}: {whole}"
    share = part_of(sums[first[0]], money.total)
    return f"{who}{NBSP}: {share}{' chacun' if len(first) > 1 else ''} des {whole}"


def _unexplained(money: Money) -> str:
    if money.rest:
        verb = "n’est pas ventilé" if money.rest < 2 else "ne sont pas ventilés"
        return f"{NBSP}; {agreed(money.rest, 'annoncé')} {verb}"
    if money.excess:
        return f"{NBSP}; {euros(money.excess)} de plus que l’annonce"
    return ""


def subtitle(money: Money) -> str:
    """The sums behind the title, each with what it is made of."""
    said = []
    if money.announced:
        amount = sum(programme.announced or 0 for programme in money.announced)
        said.append(f"Annoncé{NBSP}: {euros(amount)} pour {count(len(money.announced), 'programme')}")
    if money.given:
        loans = f", dont {euros(money.loans)} de prêts, à rembourser" if money.loans else ", aucun prêt"
        said.append(f"chiffré{NBSP}: {euros(money.total)} de {count(len(money.given), 'source')}{loans}")
    if money.rest:
        said.append(f"non ventilé{NBSP}: {euros(money.rest)}")
    if money.excess:
        said.append(f"au-delà de l’annonce{NBSP}: {euros(money.excess)}")
    words = f"{NBSP}; ".join(said) or _unpriced(money)
    return f"{words[0].upper()}{words[1:]}."


def _unpriced(money: Money) -> str:
    if money.national:
        return f"une enveloppe nationale vaut pour tout le pays{NBSP}: jamais additionnée à l’argent du plan"
    return "le document nomme des financeurs sans dire combien ils apportent"


def alternative(money: Money, names: Names) -> str:
    """The page for whoever cannot see it."""
    rows = [f"{names.giver(row.source)}, {euros(row.euros)}{' (prêt)' if row.loan else ''}" for row in money.given]
    told = f"Financeurs{NBSP}: {' ; '.join(rows)}." if rows else ""
    return " ".join(part for part in (subtitle(money), told, *(note.words() for note in notes(money, names))) if part)


@dataclass(frozen=True)
class Note:
    """A sentence that ends in a list; `others` is what the rest of a list too long for its room is called."""

    head: str
    items: list[str]
    others: str = "autres"

    def words(self, kept: int | None = None) -> str:
        """The sentence with all items, or the first ones and how many more there are."""
        kept = len(self.items) if kept is None else kept
        more = len(self.items) - kept
        said = [*self.items[:kept], *([f"et {count(more, 'autre', self.others)}"] if more else [])]
        return f"{self.head}{NBSP}: {_STOP.join(said)}."


def notes(money: Money, names: Names) -> list[Note]:
    """What is drawn nowhere because it cannot be added, one sentence a kind."""
    found = [_national(money, names), _parts(money, names), _silent(money, names)]
    return [note for note in found if note.items]


def _national(money: Money, names: Names) -> Note:
    many = len(money.national) > 1
    noun = "Enveloppes nationales citées" if many else "Enveloppe nationale citée"
    rows = [f"{envelope_name(tie, names)} ({amount_words(tie)})" for tie in money.national]
    return Note(f"{noun}, à part et jamais additionnée{'s' * many}", rows)


def envelope_name(tie: Relationship, names: Names) -> str:
    """The name of a source as its document gives it."""
    return typographic(names.nodes[tie.start].name)


def amount_words(tie: Relationship) -> str:
    """The amount that a tie states, if it does."""
    amount = tie.properties.get("amount")
    return euros(amount) if isinstance(amount, int) else "sans montant"


def _parts(money: Money, names: Names) -> Note:
    return Note("Déjà dans ces montants", [_aside(tie, names) for tie in money.aside])


def _aside(tie: Relationship, names: Names) -> str:
    share, amount = tie.properties.get("share"), tie.properties.get("amount")
    whole = names.nodes.get(tie.properties.get("of") or "")
    figure = euros(amount) if isinstance(amount, int) else french.percent(share) if share is not None else "une part"
    of = f" de «{NBSP}{typographic(whole.name)}{NBSP}»" if whole else ""
    return f"{names.giver(tie.start)}, {figure}{of}"


def _silent(money: Money, names: Names) -> Note:
    rows = sorted({names.giver(tie.start) for tie in money.without_amount}, key=lambda name: (fold(name), name))
    return Note("Financement cité sans montant" if len(rows) == 1 else "Financements cités sans montant", rows)
