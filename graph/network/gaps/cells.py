"""Empty cells of axis × kind × place in French: one sentence an axis, one a set of places of which the same is true."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from graph.french import counted, listed
from graph.network.gaps.words import axes, headed, held, no_one, numbered, the_axes

Row = dict[str, Any]


def told_axis(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(where, what is found) of the axes with nobody, or with nobody of some kinds."""
    of_axes = [row for row in rows if not row["nature"]]
    for (number, title), group in groupby(of_axes, key=lambda row: (row["axe"], row["titre"])):
        yield f"Axe {headed(number, title)}", _axis(list(group))


def _axis(group: list[Row]) -> str:
    first = group[0]
    size = held(first["objectifs"], first["actions"])
    if not first["type"]:
        return f"{size}, où aucun acteur n'a de rôle.{_cited(group)}"
    kinds = [f"{no_one(row['type'])} ({_elsewhere(row)})" for row in group]
    return f"{size}, {counted(first['acteurs'], 'acteur')} : {listed(kinds)}.{_cited(group)}{_unknown(first)}"


def _elsewhere(row: Row) -> str:
    numbers = row["axes_ailleurs"]
    if not numbers:
        return f"{row['ailleurs']} ailleurs, hors des axes"
    where = axes(numbers) if numbered(numbers) else counted(len(numbers), "autre axe", "autres axes")
    return f"{row['ailleurs']} ailleurs, {where}"


def _cited(group: list[Row]) -> str:
    names = dict.fromkeys(name for row in group for name in row["cites"])
    return f" Nommé sans rôle : {', '.join(names)}." if names else ""


def _unknown(row: Row) -> str:
    verb = "peut en être" if row["inconnus"] == 1 else "peuvent en être"
    return f" {counted(row['inconnus'], 'acteur')} de type inconnu {verb}." if row["inconnus"] else ""


def told_places(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """(where, what is found) of places: first what is true of each, then the places together of which it is."""
    of_places: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if row["nature"]:
            cell = str(row["axe"]) if row["nommes"] else ""
            of_places.setdefault((row["nature"], row["lieu"], row["lacune"], cell), []).append(row)
    together: dict[tuple[str, str, str], tuple[list[str], int]] = {}
    for (kind, place, gap, _), group in of_places.items():
        places, _ = together.setdefault((kind, gap, _TOLD[gap](group)), ([], group[0]["ailleurs"]))
        places.append(place)
    for (kind, gap, found), (places, size) in together.items():
        yield _where(kind, places, size), f"{_EACH if len(places) > 1 and gap == 'lieu' else ''}{found}"


_EACH = "chacun : "


def _where(kind: str, places: list[str], size: int) -> str:
    return f"{listed(places)} ({kind})" if places[0] else f"{counted(size, 'lieu', 'lieux')} ({kind})"


def _place(group: list[Row]) -> str:
    first = group[0]
    if not first["situees"]:
        return "le plan nomme ce lieu et n'y situe rien."
    return f"{held(first['objectifs'], first['actions'])}, où aucun acteur n'a de rôle.{_cited(group)}"


def _place_axes(group: list[Row]) -> str:
    others = (
        ", alors que quelque chose l'est dans d'autres lieux de même nature"
        if any(row["ailleurs"] for row in group)
        else ""
    )
    return f"rien n'y est situé dans {the_axes([row['axe'] for row in group])}{others}. {_situated(group)}"


def _nature_axes(group: list[Row]) -> str:
    return f"rien n'y est situé dans {the_axes([row['axe'] for row in group])}. {_situated(group)}"


def _situated(group: list[Row]) -> str:
    """How much those axes say of places at all: without it, a place that they do not name means nothing."""
    situated = sum(row["situees"] for row in group)
    whole = sum(row["objectifs"] + row["actions"] for row in group)
    verb = "dit" if situated == 1 else "disent"
    noun = "objectif ou action" if whole == 1 else "objectifs et actions"
    return f"Sur {whole} {noun}, {situated or 'aucun'} {verb if situated else 'ne dit'} un lieu."


def _place_kinds(group: list[Row]) -> str:
    first = group[0]
    if not first["type"]:
        parts = [f"{axes([row['axe']])} ({held(row['objectifs'], row['actions'])})" for row in group]
        return f"aucun acteur n'a de rôle dans ce qui y est situé : {listed(parts)}.{_cited(group)}"
    size = f"{axes([first['axe']])} ({held(first['objectifs'], first['actions'])})"
    missing = (
        f"{no_one(first['type'])}" if len(group) == 1 else f"{len(group)} types d'acteurs de l'axe n'y ont pas de rôle"
    )
    return f"{size} : {listed(first['nommes'])} seulement ; {missing}.{_unknown(first)}"


_TOLD: dict[str, Callable[[list[Row]], str]] = {
    "lieu": _place,
    "axe × lieu": _place_axes,
    "axe × nature": _nature_axes,
    "axe × type × lieu": _place_kinds,
}
