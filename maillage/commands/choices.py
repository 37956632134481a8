"""What a person chooses: the form of a table; plans and actors, named loosely and found in the base."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from graph.model import Graph
    from graph.network import Choices
    from graph.store import Store

table_format = click.option(
    "--format",
    "format_",
    type=click.Choice(("table", "csv", "csv-ouvert", "json", "ods", "xlsx")),
    help="table (par défaut), csv pour Excel, csv-ouvert pour une plateforme de données, json pour un programme, "
    "ods ou xlsx pour un classeur (avec --sortie).",
)

F = TypeVar("F", bound=Callable[..., object])


def network_choices(function: F) -> F:
    """The options that say which ties count; the command gets `make_choices`, from the graph to `Choices`."""

    @functools.wraps(function)
    def command(niveau: Any, regrouper: bool, sans_generiques: bool, enonces: bool, **others: object) -> object:
        def make_choices(graph: Graph) -> Choices:
            from graph.network import BASES, Choices, usual_level

            basis = frozenset({"stated"}) if enonces else BASES
            return Choices(niveau or usual_level(graph), regrouper, not sans_generiques, basis)

        return function(make_choices=make_choices, **others)

    for option in reversed(_CHOICES):
        option(command)
    return cast("F", command)


_CHOICES = (
    click.option(
        "--niveau",
        type=click.Choice(("objectif", "action", "tous")),
        help="Ce à quoi un acteur s'engage : les objectifs, leurs actions, ou les deux (sinon : les objectifs, ou les "
        "actions d'un plan qui ne nomme personne à ses objectifs).",
    ),
    click.option("--regrouper", is_flag=True, help="Compter les liens d'un service avec ceux de son organisation."),
    click.option("--sans-generiques", is_flag=True, help="Laisser de côté « communes », « bailleurs sociaux »…"),
    click.option("--enonces", is_flag=True, help="Ne compter que les liens énoncés, pas ceux déduits des phrases."),
)

_ACTORS = """
MATCH (a:Actor)
WHERE $plan IS NULL OR EXISTS { (a)-[s:STATED_IN]->() WHERE s.document STARTS WITH $plan + '/' }
RETURN a.id, a.name, coalesce(a.aliases, [])
ORDER BY a.id"""


def suggestion(word: str, known: Iterable[str]) -> str:
    """ "Vouliez-vous dire…" with the nearest of the known words, accents and case aside; else empty."""
    import difflib

    from graph.text import fold

    folded = {fold(name): name for name in known}
    near = difflib.get_close_matches(fold(word), folded, n=3, cutoff=0.5)
    near += [name for name in folded if fold(word) in name and name not in near][: 3 - len(near)]
    return f"Vouliez-vous dire : {', '.join(folded[name] for name in near)} ?" if near else ""


def check_plan(store: Store, plan: str | None) -> None:
    """Raise InputError where the base holds no plan at all, or not this one."""
    from graph.errors import InputError

    plans = store.plans()
    if not plans:
        raise InputError("la base ne contient aucun plan", action="Chargez-en un : maillage charger DOSSIER.")
    if plan is not None and plan not in plans:
        raise InputError(f"la base ne contient pas le plan « {plan} »", action=f"Plans chargés : {', '.join(plans)}.")


def actor_id(store: Store, text: str, plan: str | None = None) -> str:
    """The id of the actor that a person names: by its id, its name, or any mention of it, accents and case aside.

    Raises InputError for a name that no actor has, or that several have.
    """
    from graph.errors import InputError
    from graph.text import fold

    names: dict[str, list[str]] = {
        id_: [id_, name, *aliases] for id_, name, aliases in store.run(_ACTORS, {"plan": plan})[1]
    }
    if text in names:
        return text
    by_name = [id_ for id_, (_, name, *_rest) in names.items() if fold(name) == fold(text)]
    found = by_name or [id_ for id_, known in names.items() if fold(text) in map(fold, known)]
    if len(found) > 1:
        raise InputError(
            f"plusieurs acteurs s'appellent « {text} »", action=f"Donnez l'identifiant : {', '.join(found)}."
        )
    if not found:
        raise InputError(f"aucun acteur ne s'appelle « {text} »", action=_near(text, names))
    return found[0]


def _near(text: str, names: Mapping[str, list[str]]) -> str:
    known = [name for row in names.values() for name in row[1:]]
    return suggestion(text, known) or "Les acteurs et leurs noms : maillage mesures."
