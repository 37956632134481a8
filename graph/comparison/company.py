"""What goes with a node that came or left as a whole: who leads and helps, what pays, what hangs from it."""

from __future__ import annotations

from collections.abc import Iterable

from graph.comparison.french import amount, count
from graph.comparison.view import View
from graph.model import Relationship
from graph.text import fold

_ROLES = (("PILOTS", "pilote", "pilotes"), ("PARTNERS", "partenaire", "partenaires"))


def company(view: View, id_: str) -> tuple[str, ...]:
    """("pilotes : A, B", "financement : CAF (subvention, 8 000 €)", "outils : …", "3 actions"), what there is of it."""
    label = view.nodes[id_].label
    told = [_named(view, one, many, (t.start for t in view.ending(type_, id_))) for type_, one, many in _ROLES]
    told.append(_named(view, "mis en œuvre par", "mis en œuvre par", (t.start for t in view.ending("OPERATES", id_))))
    told.append(_funding(view, id_))
    if label == "Objective":
        told.append(_tools(view, id_))
    told += [_below(view, id_, below) for below in ("Axis", "Objective", "Action")]
    return tuple(filter(None, told))


def _named(view: View, one: str, many: str, ids: Iterable[str]) -> str:
    names = sorted({view.name(id_) for id_ in ids}, key=fold)
    return f"{one if len(names) == 1 else many} : {', '.join(names)}" if names else ""


def _funding(view: View, id_: str) -> str:
    paid = [grant(view, tie) for tie in view.ending("FUNDS", id_)]
    return f"financement : {', '.join(paid)}" if paid else ""


def grant(view: View, tie: Relationship) -> str:
    """ "ANRU (subvention, 8,6 M€)"."""
    given = tie.properties.get("amount")
    inner = [word for word in (instrument(view, tie.start), amount(given) if given is not None else "") if word]
    return f"{provider(view, tie.start)} ({', '.join(inner)})" if inner else provider(view, tie.start)


def provider(view: View, source: str) -> str:
    """Who provides a source of money; the source's name where nobody is said to."""
    return next((view.name(tie.start) for tie in view.ending("PROVIDES", source)), view.name(source))


def instrument(view: View, source: str) -> str:
    """ "subvention", "prêt"; empty where the words only say that somebody pays."""
    name = view.name(source).removesuffix(f" – {provider(view, source)}")
    plain = name.casefold() in ("financement", provider(view, source).casefold())
    return "" if plain else name[:1].lower() + name[1:]


def _tools(view: View, id_: str) -> str:
    tools = [tie.end for tie in view.starting("USES", id_)]
    names = [f"{view.name(tool)}{_inner(company(view, tool))}" for tool in tools]
    return f"{'outil' if len(names) == 1 else 'outils'} : {', '.join(names)}" if names else ""


def _inner(details: tuple[str, ...]) -> str:
    return f" ({' ; '.join(details)})" if details else ""


def _below(view: View, id_: str, label: str) -> str:
    number = view.below[id_][label] if id_ in view.below else 0
    nouns = {"Axis": ("axe", "axes"), "Objective": ("objectif", "objectifs"), "Action": ("action", "actions")}
    return count(number, *nouns[label]) if number else ""
