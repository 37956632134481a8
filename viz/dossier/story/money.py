"""Who pays: amounts that sources announce, loans and national envelopes apart, and sums that disagree."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graph.french import euros
from graph.model import Node, Relationship
from graph.network.departure.money import local_sources
from graph.network.money import Provided
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts
from viz.dossier.story.words import listed, more_rows, name, of, said, shortened
from viz.french import percent

_ROWS, _CHECKS = 10, 2
COLUMNS = ("source", "apportée par", "pour", "nature", "montant annoncé", "où")
_WIDTHS = (0.22, 0.18, 0.32, 0.08, 0.11, 0.09)


def payers(facts: Facts) -> Section:
    """Who pays, by the amounts that are written."""
    sums = list(_sums(facts))[:_CHECKS]
    claims = (_total(facts), *_first(facts), *_loans(facts), *_unwritten(facts), *_national(facts), *sums)
    return Section("financements", "Qui paie", claims, tables=tuple(_tables(facts)))


def _proof(facts: Facts, rows: Sequence[Provided] = ()) -> Proof:
    places = [place(facts, row) for row in rows]
    return Proof(facts.command("mesures --par argent"), "Financements", tuple(dict.fromkeys(filter(None, places))))


def _total(facts: Facts) -> Claim:
    if not facts.money:
        text = "Aucun montant local n’est écrit dans le plan : cela ne veut pas dire que personne ne finance."
        return Claim(said(text), _proof(facts))
    loans = [row for row in facts.money if row.loan]
    total, one = euros(sum(row.euros for row in facts.money)), len(facts.money) == 1
    who = "1 source annonce un montant" if one else f"{len(facts.money)} sources annoncent un montant"
    if len(loans) == len(facts.money):
        apart = ", un prêt à rembourser" if one else ", tous des prêts à rembourser"
    else:
        apart = f", dont {euros(sum(row.euros for row in loans))} de prêts à rembourser" if loans else ""
    more = "Un montant annoncé n’est pas une dépense ; une source sans montant écrit n’est pas une source nulle."
    return Claim(said(f"{who} : {total}{'' if one else ' en tout'}{apart}."), _proof(facts), said(more))


def _first(facts: Facts) -> Iterator[Claim]:
    if len(facts.money) < 2:
        return
    largest = [row for row in facts.money if row.euros == facts.money[0].euros]
    share = percent(largest[0].euros / sum(row.euros for row in facts.money))
    whom = shortened(list(dict.fromkeys(told_source(facts, row) for row in largest)))
    each = " chacun" if len(largest) > 1 else ""
    what = "Le montant le plus élevé vient" if len(largest) == 1 else "Les montants les plus élevés viennent"
    text = f"{what} {of(whom)} : {euros(largest[0].euros)}{each}, soit {share} de ce total{each}."
    yield Claim(said(text), _proof(facts, largest[:3]))


def told_source(facts: Facts, row: Provided) -> str:
    """Who provides a source, or its name where nobody is said to."""
    whom = [name(facts.nodes[actor]) for actor in row.actors if actor in facts.nodes]
    return listed(whom) if whom else name(facts.nodes[row.source])


def _loans(facts: Facts) -> Iterator[Claim]:
    loans = [row for row in facts.money if row.loan]
    if loans and len(loans) < len(facts.money):
        whom = shortened(list(dict.fromkeys(told_source(facts, row) for row in loans)))
        rest = euros(sum(row.euros for row in facts.money if not row.loan))
        lend = "Le prêt vient" if len(loans) == 1 else "Les prêts viennent"
        yield Claim(said(f"{lend} {of(whom)} ; hors prêts, le total est de {rest}."), _proof(facts, loans[:3]))


def _unwritten(facts: Facts) -> Iterator[Claim]:
    """Sources that are named without an amount that can be added."""
    without = [row for row in local_sources(facts.graph, facts.choices) if row.euros is None]
    if without:
        one = len(without) == 1
        others = " autre" + "s" * (not one) if facts.money else ""
        named = f"1{others} source est nommée" if one else f"{len(without)}{others} sources sont nommées"
        which = shortened([name(facts.nodes[row.id]) for row in without], 4)
        text = f"{named} sans montant que l’on puisse additionner : {which}."
        yield Claim(said(text), Proof(facts.command("simuler-depart"), "Sources sans montant"))


def _national(facts: Facts) -> Iterator[Claim]:
    ties = [tie for tie in facts.graph.by_type("FUNDS") if tie.properties.get("scope") == "national"]
    if not ties:
        return
    told = [
        f"{name(facts.nodes[tie.start])} ({euros(tie.properties['amount'])})"
        if isinstance(tie.properties.get("amount"), int)
        else name(facts.nodes[tie.start])
        for tie in ties
    ]
    told = list(dict.fromkeys(told))
    places = tuple(dict.fromkeys(where for tie in ties for where in spots(tie)))
    one = len(told) == 1
    are = (
        "1 enveloppe nationale est citée, et n’est pas comptée"
        if one
        else (f"{len(told)} enveloppes nationales sont citées, et ne sont comptées")
    )
    text = f"{are}{'' if one else ' nulle part'} ici : {shortened(told)}."
    yield Claim(said(text), Proof(facts.command("exporter --format json"), "Enveloppes nationales", places[:4]))


def _sums(facts: Facts) -> Iterator[Claim]:
    codes = {check.code for check in facts.report.checks if check.kind.family == "Sommes et montants"}
    yield from facts.checks(*sorted(codes))


def _tables(facts: Facts) -> Iterator[Table]:
    rows = sources(facts)
    if rows:
        note = more_rows(rows[:_ROWS], len(rows), "autre source", "autres sources", "Financements")
        yield Table("Les sources qui ont un montant écrit", COLUMNS, rows[:_ROWS], _WIDTHS, note, brief=(0, 1, 4))


def sources(facts: Facts) -> list[list[Any]]:
    """Every source with an amount, the largest first."""
    return [
        [
            said(facts.nodes[row.source].name),
            said(listed([facts.nodes[actor].name for actor in row.actors]) if row.actors else "non dit"),
            said(shortened([_title(facts.nodes[end]) for end in dict.fromkeys(tie.end for tie in row.ties)], 2)),
            "prêt" if row.loan else "",
            euros(row.euros),
            place(facts, row, several=len(facts.graph.by_label("Document")) > 1),
        ]
        for row in facts.money
    ]


def _title(node: Node) -> str:
    text = str(node.properties.get("title") or node.name)
    return text if len(text) < 80 else text[:79].rsplit(" ", 1)[0] + "…"


def place(facts: Facts, row: Provided, *, several: bool = True) -> str:
    """Where the amounts of a source are written; `several` documents are named."""
    found = list(dict.fromkeys(where for tie in row.ties for where in spots(tie, several=several)))
    return said(shortened(found, 3)) if found else ""


def spots(tie: Relationship, *, several: bool = True) -> list[str]:
    """ "plan.txt, ligne 56": where a tie is stated."""
    document = str(tie.properties.get("document") or "").rpartition("/")[2] if several else ""
    return [", ".join(filter(None, [document, place])) for place in tie.properties.get("locators") or ()]
