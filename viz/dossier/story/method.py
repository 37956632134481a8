"""Method and limits: what is counted, at which level, on what it stands, what was not read, what it cannot say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.french import grouped
from graph.network import plans_counted
from graph.network.departure.words import silent_levels
from graph.network.gaps import ABSENCE
from viz.basis import notice
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts
from viz.dossier.story.words import listed, said, sentence
from viz.targets import title_of
from viz.view import view

_AMOUNTS = (
    "Un montant annoncé n’est pas une dépense ; les prêts sont dits à part, et les enveloppes nationales ne sont "
    "jamais ajoutées."
)


def method(facts: Facts) -> Section:
    """How the figures were made, and how far they can be trusted."""
    claims = (_level(facts), *_basis(facts), _reading(facts), *_worth(facts), _limits(facts))
    return Section("methode", "Méthode et limites", claims, tables=tuple(_tables(facts)), aside=True)


def _level(facts: Facts) -> Claim:
    counted, without = plans_counted(facts.graph, facts.choices.level, facts.choices.basis)
    titles = {plan.id: f"« {title_of(plan)} »" for plan in facts.graph.by_label("Plan")}
    plans = listed([titles[plan] for plan in counted]) if counted else "aucun plan"
    missing = f" Rien à compter à ce niveau : {listed([titles[plan] for plan in without])}." if without else ""
    text = f"Un engagement est un lien de pilote ou de partenaire ({facts.choices}) : {plans}."
    silent = " ".join(silent_levels(facts.graph, facts.choices))
    return Claim(said(text), Proof(facts.command("mesures"), "Engagements"), said(f"{missing} {silent}".strip()))


def _basis(facts: Facts) -> Iterator[Claim]:
    told = notice(view(facts.graph))
    if told:
        yield Claim(said(told), Proof(facts.command("mesures --vue liens"), "Liens"))


def _reading(facts: Facts) -> Claim:
    return Claim(facts.verdict, Proof("maillage verifier DOSSIER", "Constats"))


def _worth(facts: Facts) -> Iterator[Claim]:
    if len(facts.ranking):
        told = [said(line) for line in facts.robustness.sentences[-2:]]
        yield Claim(told[0], Proof(facts.command("mesures"), "Engagements"), " ".join(told[1:]))


def _limits(facts: Facts) -> Claim:
    return Claim(sentence(ABSENCE), Proof(facts.command("lacunes"), "Lacunes"), said(_AMOUNTS))


def _tables(facts: Facts) -> Iterator[Table]:
    rows = documents(facts)
    if rows:
        columns = ("document", "fichier", "lignes lues", "non lues")
        yield Table("Documents lus", columns, rows, (0.42, 0.34, 0.12, 0.12))


def documents(facts: Facts) -> list[list[Any]]:
    """Every document, with how much of it was read."""
    lines = {figure.document: figure for figure in facts.report.lines}
    return [
        [
            said(title_of(node)),
            node.name,
            grouped(lines[node.id].read) if node.id in lines else "–",
            grouped(lines[node.id].unread) if node.id in lines else "–",
        ]
        for node in sorted(facts.graph.by_label("Document"), key=lambda node: node.id)
    ]
