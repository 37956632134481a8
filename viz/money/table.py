"""The twin of the money map: every amount a row, and every sum checked, to the euro."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.model import Relationship
from viz import french
from viz.money.flows import GRANTS, Flow, Money, Programme
from viz.money.words import Names
from viz.paper.chart import Table

COLUMNS = ("ligne", "financeur", "source", "programme", "destination", "euros", "compté", "remarque", "emplacement")
Row = tuple[Any, ...]


def table(money: Money, names: Names) -> Table:
    """One row an amount that a document states, then one a sum; `compté` is "oui" where the row is in the total."""
    rows = [_flow(flow, names) for flow in money.flows]
    rows += [row for programme in money.programmes for row in _programme(programme)]
    rows += [_apart("enveloppe nationale", tie, names, "jamais additionnée") for tie in money.national]
    rows += [_apart("déjà compté", tie, names, _why(tie, names)) for tie in money.aside]
    rows += [_apart("sans montant", tie, names, "montant non précisé") for tie in money.without_amount]
    return Table(COLUMNS, [*rows, *_sums(money)])


def _flow(flow: Flow, names: Names) -> Row:
    tools = names.nodes.get(flow.programme)
    programme = tools.name if tools else "subventions à des acteurs" if flow.programme == GRANTS else ""
    goals = " ; ".join(names.target(goal) for goal in flow.goals)
    remarks = ["prêt"] * flow.loan + ["deux documents diffèrent, le montant le plus élevé compte"] * flow.differs
    if flow.target not in (flow.programme, *flow.goals):
        remarks.append(names.target(flow.target))
    source = names.nodes[flow.source].name
    return (
        "financement", names.giver(flow.source), source, programme, goals, flow.euros, "oui", " ; ".join(remarks),
        _places(flow.ties),
    )  # fmt: skip


def _programme(programme: Programme) -> Iterator[Row]:
    name = programme.tool.name
    yield _sum("ventilé", name, programme.broken_down, "somme des financeurs")
    if programme.besides:
        yield _sum("ventilé en plus", name, programme.besides, "financeurs nommés pour ses seuls sous-programmes")
    if programme.announced is None:
        return
    yield _sum("annoncé", name, programme.announced, "")
    label = "non ventilé" if programme.rest > 0 else "au-delà de l’annonce" if programme.rest < 0 else "écart"
    yield _sum(label, name, abs(programme.rest), "annoncé moins ventilé")
    for part in programme.parts:
        yield _sum("dont annoncé", part.name, part.properties["announced_amount"], f"sous-programme de {name}")
    if programme.parts:
        gap = programme.announced - programme.parts_announced
        yield _sum("écart", name, gap, "annoncé moins la somme des sous-programmes annoncés")


def _sum(label: str, programme: str, amount: int, remark: str) -> Row:
    return (label, "", "", programme, "", amount, "non", remark, "")


def _apart(label: str, tie: Relationship, names: Names, remark: str) -> Row:
    node = names.nodes[tie.start]
    amount = tie.properties.get("amount")
    return (label, names.giver(node.id), node.name, "", names.target(tie.end), amount, "non", remark, _places([tie]))


def _why(tie: Relationship, names: Names) -> str:
    whole, share = names.nodes.get(tie.properties.get("of") or ""), tie.properties.get("share")
    if whole is None:
        return "la même source est chiffrée pour tout le programme"
    return f"{french.percent(share) if share is not None else 'part'} de {whole.name}"


def _sums(money: Money) -> Iterator[Row]:
    """The totals, reached by two ways: by destination and by source. A difference would be a fault of ours."""
    by_target = sum(flow.euros for flow in money.flows)
    loans = sum(flow.euros for flow in money.flows if flow.loan)
    yield _sum("total", "", by_target, "tous les financements chiffrés, prêts compris")
    yield _sum("total", "", money.total, "somme par source")
    yield _sum("écart", "", by_target - money.total, "entre les deux sommes")
    yield _sum("total", "", loans, "prêts, à rembourser")
    yield _sum("total", "", by_target - loans, "hors prêts")
    yield _sum("total", "", money.rest, "annoncé et non ventilé")


def _places(ties: tuple[Relationship, ...] | list[Relationship]) -> str:
    found = [f"{tie.properties.get('document') or ''} {place}".strip() for tie in ties for place in _locators(tie)]
    return " ; ".join(dict.fromkeys(found))


def _locators(tie: Relationship) -> list[str]:
    return list(tie.properties.get("locators") or [""])
