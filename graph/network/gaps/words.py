"""French words of the gaps: how many, of which kind, where; agreement made here."""

from __future__ import annotations

from collections.abc import Sequence

from graph.french import counted, listed

_KINDS = {
    "collectivité": ("aucune collectivité", "collectivités"),
    "État": ("aucun service de l'État", "services de l'État"),
    "établissement public": ("aucun établissement public", "établissements publics"),
    "bailleur": ("aucun bailleur", "bailleurs"),
    "établissement scolaire": ("aucun établissement scolaire", "établissements scolaires"),
    "association": ("aucune association", "associations"),
    "entreprise": ("aucune entreprise", "entreprises"),
    "instance": ("aucune instance", "instances"),
    "réseau": ("aucun réseau", "réseaux"),
}


def no_one(kind: str) -> str:
    """ "aucun bailleur", "aucune association"…"""
    return _KINDS[kind][0] if kind in _KINDS else f"aucun acteur de type « {kind} »"


def numbered(names: Sequence[str]) -> bool:
    """Whether these are printed numbers, not titles that stand for them."""
    return all(name.isdigit() for name in names)


def axes(numbers: Sequence[str]) -> str:
    """ "axe 1", "axes 1 et 3"; titles stand between quotes."""
    shown = [number if number.isdigit() else f"« {number} »" for number in numbers]
    return f"axe{'s' * (len(shown) > 1)} {listed(shown)}"


def the_axes(numbers: Sequence[str]) -> str:
    """ "l'axe 1", "les axes 1 et 3"."""
    return f"l'{axes(numbers)}" if len(numbers) == 1 else f"les {axes(numbers)}"


def held(objectives: int, actions: int) -> str:
    """ "2 objectifs, 31 actions", without what there is none of."""
    parts = [counted(objectives, "objectif")] * bool(objectives) + [counted(actions, "action")] * bool(actions)
    return ", ".join(parts) or "aucune action"


def headed(number: str, title: str) -> str:
    """ "4 – Titre", or the title alone where no number is printed."""
    return title if number == title else f"{number} – {title}"


def decimal(value: float) -> str:
    """Two decimals at most, with a comma: "0,77", "1,5", "2"."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
