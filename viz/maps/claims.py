"""Titles of printed maps: what is true of the plan, whoever leads it, with ties and absences said."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from viz import basis
from viz.french import NBSP, count
from viz.maps.scene import Bearer, Scene
from viz.maps.words import joined

Figure = Callable[[Bearer], int]


def noun(scene: Scene) -> str:
    """What the plan's figures count: "objectif" or "action"."""
    return "action" if scene.level == "action" else "objectif"


def total(scene: Scene) -> int:
    """How many objectives (or actions, by the level) the plan has."""
    if scene.level == "action":
        return len({action.id for target in scene.targets for action in scene.view.actions[target.id]})
    return len(scene.targets)


def leaders(bearers: Sequence[Bearer], figure: Figure) -> list[Bearer]:
    """At most three actors clearly ahead of all others; none where ties forbid to name them."""
    ranked = sorted((bearer for bearer in bearers if figure(bearer)), key=figure, reverse=True)
    values = [*(figure(bearer) for bearer in ranked), 0]
    sizes = [size for size in range(1, min(3, len(ranked)) + 1) if values[size - 1] > 1 or values[0] == 1]
    drop, size = max(((values[size - 1] - values[size], size) for size in sizes), default=(0, 0))
    return ranked[:size] if drop else []


def pilot_claim(scene: Scene) -> str:
    """Who leads the plan, then how many actors stand in one target only."""
    if not scene.targets:
        return "Le plan ne contient aucun objectif"
    if not scene.bearers:
        return f"Le plan ne nomme aucun acteur pour {_all(scene)}"
    if not any(bearer.pilot for bearer in scene.bearers):
        return f"Le plan ne nomme aucun pilote{NBSP}; {_reached(scene)}"
    return _with_single(_leading(scene), scene)


def reach_claim(scene: Scene) -> str:
    """Who is the most present in the plan, then how many actors stand in one target only."""
    if not scene.targets or not scene.bearers:
        return pilot_claim(scene)
    return _with_single(engaged(scene), scene)


def _reached(scene: Scene) -> str:
    """How many objectives have an actor, where some have none; else who is engaged in the most."""
    objectives = {target.id for target in scene.targets if target.label == "Objective"}
    reached = len(objectives & scene.by_target.keys())
    if reached == len(objectives) or not reached:
        return engaged(scene)
    verb = "a" if reached == 1 else "ont"
    return f"{count(reached, 'objectif')} sur{NBSP}{len(objectives)} {verb} un acteur ou plus"


def _all(scene: Scene) -> str:
    size = len(scene.targets)
    return "son seul objectif" if size == 1 else f"ses {count(size, 'objectif')}"


def _leading(scene: Scene) -> str:
    ahead = leaders(scene.bearers, lambda bearer: bearer.pilot)
    every = total(scene)
    if not ahead:
        return _tied(scene, lambda bearer: bearer.pilot, "pilote", "pilotent chacun")
    ids = {bearer.id for bearer in ahead}
    led = {target for actor in ids for target, tie in scene.network.adj[actor].items() if "pilote" in tie["roles"]}
    names = joined([bearer.name for bearer in ahead], "ou")
    verb = "pilote" if len(ahead) == 1 else "pilotent"
    return f"{names} {verb} {_of(len(led), every, scene)}"


def engaged(scene: Scene) -> str:
    """Who is engaged in the most objectives, or actions."""
    ahead = leaders(scene.bearers, lambda bearer: bearer.count)
    if not ahead:
        return _tied(scene, lambda bearer: bearer.count, "acteur", "interviennent chacun dans")
    names, least = joined([bearer.name for bearer in ahead]), min(bearer.count for bearer in ahead)
    if len(ahead) == 1:
        return f"{names} intervient dans {_of(least, total(scene), scene)}"
    exact = len({bearer.count for bearer in ahead}) == 1
    return f"{names} interviennent chacun dans {'' if exact else 'au moins '}{_of(least, total(scene), scene)}"


def _of(part: int, whole: int, scene: Scene) -> str:
    if part == whole:
        one = "la seule action" if noun(scene) == "action" else "le seul objectif"
        return f"{one} du plan" if whole == 1 else f"les {count(whole, noun(scene))} du plan"
    return f"{count(part, noun(scene))} sur{NBSP}{whole}"


def _tied(scene: Scene, figure: Figure, who: str, verb: str) -> str:
    """More than three actors share the first place."""
    most = max(figure(bearer) for bearer in scene.bearers)
    first = sum(figure(bearer) == most for bearer in scene.bearers)
    return f"{count(first, who)}, à égalité, {verb} {_of(most, total(scene), scene)}"


def _with_single(claim: str, scene: Scene) -> str:
    single = sum(bearer.count == 1 for bearer in scene.bearers)
    every, one = len(scene.bearers), "une action" if noun(scene) == "action" else "un objectif"
    if not single or every == 1 or max(bearer.count for bearer in scene.bearers) == 1:
        return claim
    verb = "n’a" if single == 1 else "n’ont"
    return f"{claim}{NBSP}; {count(single, 'acteur')} sur{NBSP}{every} {verb} qu’{one}"


def figures(scene: Scene) -> str:
    """ "19 objectifs, 12 pilotes, 125 acteurs", and the objectives without a pilot where pilots are named."""
    pilots = sum(bearer.pilot > 0 for bearer in scene.bearers)
    objectives = sum(target.label == "Objective" for target in scene.targets)
    told = [count(objectives, "objectif")] + [count(total(scene), "action")] * (scene.level == "action")
    told += [count(pilots, "pilote")] * bool(pilots) + [count(len(scene.bearers), "acteur")]
    bare = without_pilot(scene)
    if pilots and bare and scene.level == "objectif":
        told.append(f"{count(len(bare), 'objectif')} sans pilote")
    alone = sum(target.label == "Objective" and target.id not in scene.by_target for target in scene.targets)
    if scene.bearers and alone:
        told.append(f"{count(alone, 'objectif')} sans aucun acteur")
    return ", ".join(told)


def without_pilot(scene: Scene) -> list[str]:
    """Ids of the targets that no actor pilots."""
    led = {link.target for link in scene.links if link.role != "partner"}
    return [target.id for target in scene.targets if target.id not in led]


def foot(scene: Scene, source: str, figures: str = "") -> str:
    """The source, then what a link means, what the `figures` count, what is not drawn, and whose numbers these are."""
    told = [source, "Un lien est un rôle écrit dans le plan\u00a0; il ne mesure ni temps ni budget."]
    if any(not link.stated for link in scene.links):
        told[1] = "Un lien est un rôle lu dans le plan\u00a0; il ne mesure ni temps ni budget."
    told += [figures, _undrawn(scene), _loose(scene)]
    if scene.targets and not scene.printed_numbers:
        told.append("Le document ne numérote pas tous ses objectifs\u00a0: les numéros suivent son ordre.")
    if any(mark.isalpha() for mark in scene.axis_marks.values()) and len(scene.axis_marks) > 1:
        told.append("Les lettres des axes suivent son ordre.")
    return " ".join(part for part in told if part)


def _undrawn(scene: Scene) -> str:
    """Roles that actions alone tell, where lists tell the others."""
    if scene.level == "action":
        return ""
    counted = {bearer.id for bearer in scene.bearers}
    others = {tie.actor for tie in scene.view.ties} - counted
    if not others:
        return ""
    verb = "n’a" if len(others) == 1 else "n’ont"
    plural = "s" * (len(others) > 1)
    who = count(len(others), "autre acteur", "autres acteurs")
    return f"{who} {verb} de rôle que dans des actions (non compté{plural} ici)."


def _loose(scene: Scene) -> str:
    drawn = {target.id for target in scene.targets}
    loose = {a.id for target in scene.view.targets if target.id not in drawn for a in scene.view.actions[target.id]}
    if not loose:
        return ""
    verb = "ne relève" if len(loose) == 1 else "ne relèvent"
    return f"{count(len(loose), 'action')} {verb} d’aucun objectif (hors carte)."


def notice(scene: Scene) -> str:
    """What warns of a plan without lists of actors; nothing where it has them."""
    return basis.notice(scene.view) if scene.links else ""
