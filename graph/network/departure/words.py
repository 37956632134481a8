"""What a departure changes, in French sentences for a committee."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.french import NBSP, counted, euros, listed
from graph.model import Graph
from graph.network.choices import COUNTED, Choices
from graph.network.departure.leaving import Departure
from graph.network.departure.losses import Loss, Losses
from graph.network.departure.money import LocalSource
from graph.network.departure.names import Names, shortened
from graph.network.levels import plans_counted
from graph.network.twomode import Level

_ALONE = "qu'un seul acteur"
_TARGETS: dict[Level, tuple[str, str]] = {
    "objectif": ("objectif", "objectifs"),
    "action": ("action", "actions"),
    "tous": ("objectif ou action", "objectifs ou actions"),
}
_UNTOUCHED = (
    "aucun objectif ni aucune action ne perd son dernier pilote ou son dernier acteur, ni ne reste à un seul acteur"
)
_WHOLE = {
    "comptée": "où elle est comptée",
    "écrite": "qui n'est pas comptée en euros ici",
    "": "dont aucun montant n'est écrit",
}
_NO_OBJECTIVE = "Aucun objectif ne perd son dernier pilote ou son dernier acteur, ni ne reste à un seul acteur."
_NO_ACTION = "Aucune action ne perd son propre pilote ou son dernier acteur, ni ne reste à un seul acteur."


def sentences(departure: Departure, graph: Graph) -> list[str]:
    """What happens, one matter a sentence: objectives, actions, money, pieces, services, and what was so before.

    That nothing happens is said too. `graph` is the one that the departure was computed on.
    """
    names = Names(graph)
    start = f"Si {names.quoted(departure.leaving)} {'part' if len(departure.leaving) == 1 else 'partent ensemble'}"
    return [
        *(_happens(departure, names, start) if departure else _nothing(departure, names, start)),
        *_services(departure, names),
        *_generic(departure, names),
        *_before(departure, names),
        *silent_levels(graph, departure.choices),
    ]


def silent_levels(graph: Graph, choices: Choices) -> list[str]:
    """Which plans name no actor at their objectives, or at their actions: nothing can be lost there."""
    levels: tuple[tuple[Level, str], ...] = (("objectif", "objectifs"), ("action", "actions"))
    silent = [(targets, plans_counted(graph, level, choices.basis)[1]) for level, targets in levels]
    names = Names(graph)
    return [_silent(targets, plans, names) for targets, plans in silent if plans]


def _silent(targets: str, plans: Sequence[str], names: Names) -> str:
    if not names.several_plans:
        return f"Rien n'est dit des {targets} du plan, qui n'y nomme aucun acteur."
    return f"Rien n'est dit des {targets} d'un plan qui n'y nomme aucun acteur : {listed(map(names.title, plans))}."


def _nothing(departure: Departure, names: Names, start: str) -> Iterator[str]:
    yield f"{start}, {_UNTOUCHED} ; aucun montant annoncé ne perd sa source, et le réseau ne se coupe pas."
    held = ((departure.objectives.touched, "objectif"), (departure.actions.touched, "action"))
    counts = listed([counted(len(ids), noun) for ids, noun in held if ids])
    who = names.quoted(departure.leaving)
    if counts:
        yield f"Engagements de {who} : {counts}, où restent plusieurs acteurs, et un pilote s'il y en avait un."
    else:
        yield f"Aucun engagement de {who} n'est compté."


def _happens(departure: Departure, names: Names, start: str) -> Iterator[str]:
    at_objectives = listed(_at_objectives(departure.objectives, names))
    at_actions = listed(_at_actions(departure.actions, names))
    if at_objectives:
        yield f"{start}, {at_objectives}."
        yield f"{at_actions}{_deduced(departure.actions)}." if at_actions else _NO_ACTION
    elif at_actions:
        yield f"{start}, {at_actions}{_deduced(departure.actions)}."
        yield _NO_OBJECTIVE
    else:
        yield f"{start}, {_UNTOUCHED}."
    yield from _below(departure, names)
    yield from _money(departure, names)
    yield from _pieces(departure, names)


def _claims(found: Losses) -> list[tuple[tuple[Loss, ...], str]]:
    claims = (found.without_pilot, "de pilote"), (found.without_actor, "aucun acteur"), (found.single_actor, _ALONE)
    return [(lost, what) for lost, what in claims if lost]


def _at_objectives(found: Losses, names: Names) -> list[str]:
    alone = {loss.target: f" : {names.nodes[loss.staying[0]].name}" for loss in found.single_actor}
    return [
        f"{_have(len(lost), 'objectif')} plus {what} "
        f"({names.numbers([loss.target for loss in lost], alone if what is _ALONE else None)})"
        for lost, what in _claims(found)
    ]


def _at_actions(found: Losses, names: Names) -> list[str]:
    return [
        f"{_have(len(lost), 'action')} plus {what}{names.above(loss.target for loss in lost)}"
        for lost, what in _claims(found)
    ]


def _deduced(found: Losses) -> str:
    """How many of the ties in question no list states."""
    told = [tie for lost, _ in _claims(found) for loss in lost for tie in loss.ties]
    ties = {(tie.actor, tie.target) for tie in told}
    deduced = len(ties - {(tie.actor, tie.target) for tie in told if tie.basis != "inferred"})
    if not deduced:
        return ""
    if deduced == len(ties) > 1:
        return f" ; les {deduced} liens en cause sont déduits des phrases des actions"
    are = "est déduit" if deduced == 1 else "sont déduits"
    return f" ; sur {counted(len(ties), 'lien')} en cause, {deduced} {are} des phrases des actions"


def _below(departure: Departure, names: Names) -> Iterator[str]:
    below = [loss.target for loss in departure.actions_below]
    if not below:
        return
    one = len(below) == 1
    lose = "n'a pas de pilote propre, et son objectif perd le sien"
    losing = "n'ont pas de pilote propre, et leur objectif perd le sien"
    helped = sum(bool(loss.staying) for loss in departure.actions_below)
    keep = "elle garde" if one else f"{helped} d'entre elles {'garde' if helped == 1 else 'gardent'}"
    partner = f" ; {keep} au moins un partenaire" if helped else ""
    yield f"{counted(len(below), 'action')} {lose if one else losing}{names.above(below)}{partner}."


def _money(departure: Departure, names: Names) -> Iterator[str]:
    figured = [row.source for row in departure.money if row.source.euros is not None]
    yield from _amount("Montants annoncés qui n'ont plus de source", [row for row in figured if not row.loan], names)
    yield from _amount("Prêts annoncés qui n'ont plus de prêteur", [row for row in figured if row.loan], names)
    unknown = [_unfigured(row.source, names) for row in departure.money if row.source.euros is None]
    if unknown:
        yield f"Financements sans montant compté qui n'ont plus de source : {shortened(unknown)}."
    kept = [part for row in departure.money for part in row.kept_shares]
    if kept:
        yield f"Une part de ces montants reste pourtant apportée : {shortened(map(names.name, kept))}."


def _amount(what: str, sources: Sequence[LocalSource], names: Names) -> Iterator[str]:
    if sources:
        total = sum(source.euros or 0 for source in sources)
        yield f"{what} : {euros(total)} ({shortened(names.name(source.id) for source in sources)})."


def _unfigured(source: LocalSource, names: Names) -> str:
    if source.share_of not in names.nodes:
        return names.name(source.id)
    share = "part" if source.share is None else f"{100 * source.share:.3g}{NBSP}%".replace(".", ",")
    return f"{names.name(source.id)} ({share} de {names.name(source.share_of)}, {_WHOLE[source.whole]})"


def _pieces(departure: Departure, names: Names) -> Iterator[str]:
    cut, level = departure.cut_off, departure.choices.level
    if not cut:
        yield f"Le réseau ({COUNTED[level]}) ne se coupe pas."
        return
    actors = [actor for piece in cut for actor in piece.actors]
    targets = counted(sum(len(piece.targets) for piece in cut), *_TARGETS[level])
    loose = "se détache" if len(cut) == 1 else "se détachent"
    yield (
        f"Le réseau ({COUNTED[level]}) se coupe : {counted(len(cut), 'morceau', 'morceaux')} {loose} du reste, avec "
        f"{targets} et {counted(len(actors), 'acteur')} ({shortened(map(names.name, actors))})."
    )


def _services(departure: Departure, names: Names) -> Iterator[str]:
    services = departure.services
    number, listed = counted(len(services), "service"), shortened(map(names.name, services))
    if services and departure.choices.regroup:
        yield f"{number} {'part' if len(services) == 1 else 'partent'} aussi : {listed}."
    elif services:
        stay, leave = ("reste", "il partirait") if len(services) == 1 else ("restent", "ils partiraient")
        yield f"{number} {stay} : {listed} ; en regroupant les services, {leave} aussi."


def _generic(departure: Departure, names: Names) -> Iterator[str]:
    for actor in departure.leaving:
        if names.nodes[actor].properties.get("generic"):
            yield f"{names.name(actor)} est un acteur générique, qui ne dit pas quelle organisation partirait."


def _before(departure: Departure, names: Names) -> Iterator[str]:
    """What was so at the objectives before, and still is."""
    before, touched = departure.objectives.before, departure.objectives.touched
    claims = [
        (before.without_pilot, "pas de pilote"),
        (before.without_actor, "aucun acteur"),
        ([target for target in before.single_actor if target not in touched], _ALONE),
    ]
    said = [f"{_had(len(ids), 'objectif')} déjà {what} ({names.numbers(ids)})" for ids, what in claims if ids]
    if said:
        yield f"Avant ce départ, {listed(said)}."


def _have(count: int, noun: str) -> str:
    """ "1 objectif n'a", "3 objectifs n'ont"."""
    have = "n'a" if count == 1 else "n'ont"
    return f"{counted(count, noun)} {have}"


def _had(count: int, noun: str) -> str:
    """ "1 objectif n'avait", "3 objectifs n'avaient"."""
    had = "n'avait" if count == 1 else "n'avaient"
    return f"{counted(count, noun)} {had}"
