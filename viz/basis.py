"""What a tie stands on, in words: written for the objective itself, or only found in its actions."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import Node, Relationship
from viz.targets import title_of
from viz.view import Tie, View


def foundation(tie: Tie) -> str:
    """ "écrit", "écrit pour une action", "déduit d’une action", or "déduit" where the objective's own words say it."""
    if tie.stated:
        return "écrit"
    if _lists(tie.from_actions):
        return "écrit pour une action"
    return "déduit d’une action" if tie.from_actions else "déduit"


def legend(seen: View) -> str:
    """What the legend says of ties that are not stated; nothing where there are none."""
    ties = [tie for tie in seen.ties if not tie.stated]
    if not ties:
        return ""
    written = sum(_lists(tie.from_actions) for tie in ties)
    if not written:
        return "rôle lu dans une action (déduit)"
    return "rôle écrit pour une action" if written == len(ties) else "rôle écrit pour une action, ou lu dedans (déduit)"


def unlisted(seen: View) -> list[Node | None]:
    """The plans whose lists tie no actor to an objective, while their actions do; None for what hangs from no plan."""
    plans: dict[str, Node | None] = {}
    stated: dict[str, bool] = {}
    for tie in seen.ties:
        plan = seen.plan_of(tie.objective)
        key = plan.id if plan else ""
        plans[key] = plan
        stated[key] = stated.get(key, False) or tie.stated
    return [plan for key, plan in plans.items() if not stated[key]]


def notice(seen: View) -> str:
    """The sentence that warns of plans without lists of actors; nothing where all have them."""
    plans = unlisted(seen)
    if not plans:
        return ""
    many, whole = len(plans) > 1, len(plans) >= len(seen.plans)
    names = " et ".join(f"«\u00a0{title_of(plan)}\u00a0»" for plan in plans if plan)
    subject = ("Ces plans" if many else "Ce plan") if whole or not names else names
    if any(_lists(tie.from_actions) for tie in seen.ties if seen.plan_of(tie.objective) in plans):
        verb = "ne nomment" if many else "ne nomme"
        return f"{subject} {verb} pilotes et partenaires qu’action par action\u00a0: les liens viennent des actions."
    verb = "ne listent" if many else "ne liste"
    theirs = "les" if whole else "leurs" if many else "ses"
    return f"{subject} {verb} ni pilotes ni partenaires\u00a0: {theirs} liens viennent de la lecture des actions."


def _lists(relationships: Iterable[Relationship]) -> bool:
    return any(tie.properties.get("basis") != "inferred" for tie in relationships)
