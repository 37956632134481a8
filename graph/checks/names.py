"""Names: actors that one place alone names, and how many ties rest on words inside actions."""

from __future__ import annotations

from collections.abc import Iterator

from graph.checks.check import Check
from graph.checks.french import quoted
from graph.checks.plan_text import PlanText
from graph.schema import COMMITMENTS


def names(text: PlanText) -> Iterator[Check]:
    """Actors named at one place of the plan only."""
    for actor in text.by_label("Actor"):
        places = text.stated(actor.id)
        if len(places) == 1 and not actor.properties.get("generic"):
            message = f"{quoted(actor.name)} n'est cité qu'une fois dans le plan"
            yield text.check("acteur-cite-une-fois", places, message, actor.name)


def inferred(text: PlanText) -> Iterator[Check]:
    """How many ties are read from sentences; the places are those of inferred pilots, else the whole plan."""
    ties = text.by_type(*COMMITMENTS)
    drawn = [tie for tie in ties if tie.properties.get("basis") == "inferred"]
    if drawn:
        leaders = [tie for tie in drawn if tie.type == "PILOTS"]
        message = f"{_part(len(drawn), len(ties))} ; {_leading(len(leaders))}"
        yield text.check("liens-deduits", text.places(leaders) or text.whole(), message)


def _part(drawn: int, ties: int) -> str:
    kind = "de pilote ou de partenaire"
    if drawn == ties:
        return (
            f"le seul lien {kind} est déduit d'une phrase"
            if ties == 1
            else f"les {ties} liens {kind} sont déduits des phrases"
        )
    are = "est déduit" if drawn == 1 else "sont déduits"
    return f"{drawn} des {ties} liens {kind} ({100 * drawn / ties:.0f} %) {are} des phrases"


def _leading(leaders: int) -> str:
    if not leaders:
        return "aucun ne fait d'un acteur un pilote"
    return "un seul fait d'un acteur un pilote" if leaders == 1 else f"{leaders} font d'un acteur un pilote"
