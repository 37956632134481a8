"""Everything that can be said of the plans of a graph: all checks, in order, and how much was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass

from graph.checks.actions import actions
from graph.checks.amounts import amounts
from graph.checks.check import SEVERITIES, Check, Place
from graph.checks.kinds import FAMILIES, KINDS
from graph.checks.known import UNREAD, findings, unread
from graph.checks.lines import LinesRead, lines_read
from graph.checks.names import inferred, names
from graph.checks.partners import partners
from graph.checks.pilots import OVERLOADED, pilots
from graph.checks.plan_text import PlanText, plan_of
from graph.model import Graph, Node, Severity, Unread

_ALL: tuple[Callable[[PlanText], Iterator[Check]], ...] = (
    unread,
    findings,
    inferred,
    amounts,
    pilots,
    partners,
    names,
    actions,
)
# A check on a whole plan says at once what these would say objective by objective.
_SAID_AT_ONCE = {
    "plan-sans-pilote": ("objectif-sans-pilote", "pilote-surcharge", "pilote-generique"),
    "plan-sans-partenaire": (
        "objectif-sans-partenaire",
        "partenaire-unique",
        "partenaire-generique",
        "acteur-hors-objectif",
    ),
}


@dataclass(frozen=True)
class Report:
    """`checks` go family by family, the gravest first; unread lines are among them, and in `unread` as they are."""

    plans: tuple[Node, ...]
    checks: tuple[Check, ...]
    lines: tuple[LinesRead, ...]
    unread: tuple[Unread, ...]

    def count(self, severity: Severity) -> int:
        """How many checks have this severity."""
        return Counter(check.severity for check in self.checks)[severity]

    @property
    def findings(self) -> list[Check]:
        """The checks but for unread lines."""
        return [check for check in self.checks if check.code != UNREAD]

    @property
    def grave(self) -> list[Check]:
        """The checks that ask for a look: unread lines, and all that is graver than information."""
        return [check for check in self.checks if check.severity != "info"]

    @property
    def share(self) -> float:
        """Lines read out of those that say something, all documents together, 0 to 1."""
        read, unread = (sum(getattr(figure, name) for figure in self.lines) for name in ("read", "unread"))
        return read / (read + unread) if read + unread else 1.0

    def nothing_found(self, family: str) -> list[str]:
        """What was looked for in a family and not found."""
        seen = {check.code for check in self.checks}
        seen |= {code for said in seen for code in _SAID_AT_ONCE.get(said, ())}
        return [kind.none for kind in KINDS.values() if kind.family == family and kind.none and kind.code not in seen]


def to_data(report: Report) -> dict[str, list[dict[str, str]]]:
    """The report for programs, `unread` and `findings` as in the exchange format, with sentences and what to do."""
    return {"unread": [asdict(line) for line in report.unread], "findings": [_data(c) for c in report.findings]}


def _data(check: Check) -> dict[str, str]:
    return {
        "code": check.code,
        "severity": check.severity,
        "document": check.places[0].document if check.places else check.plan,
        "locator": ", ".join(dict.fromkeys(_locator(place, check.places[0].document) for place in check.places)),
        "message": check.message,
        "quote": "\n".join(dict.fromkeys(place.quote for place in (*check.places, *check.also) if place.quote)),
        "action": check.action,
    }


def _locator(place: Place, document: str) -> str:
    """A place in another document than the finding's is told with that document."""
    return place.locator if place.document == document else f"{place.document} {place.locator}"


def verify(graph: Graph) -> Report:
    """The report on all plans of a graph; what several plans share is looked at plan by plan."""
    texts = [PlanText(graph, plan) for plan in _plans(graph)]
    checks = [check for text in texts for look in _ALL for check in look(text)]
    return Report(
        plans=tuple(sorted(graph.by_label("Plan"), key=lambda node: node.id)),
        checks=tuple(sorted(checks, key=_order)),
        lines=tuple(figure for text in texts for figure in lines_read(text)),
        unread=tuple(line for text in texts for line in text.unread),
    )


def _plans(graph: Graph) -> Sequence[str]:
    """Ids of the plans; one that only a document, a finding or an unread line tells of counts too."""
    told = [node.id for node in graph.by_label("Document")]
    told += [found.document for found in graph.findings] + [line.document for line in graph.unread]
    return sorted({node.id for node in graph.by_label("Plan")} | {plan_of(document) for document in told})


def _order(check: Check) -> tuple[object, ...]:
    """Family, severity, kind, plan and place; pilots stay in order of load."""
    rank = list(KINDS).index(check.code) if check.code in KINDS else len(KINDS)
    family, severity = FAMILIES.index(check.kind.family), SEVERITIES.index(check.severity)
    places = () if check.code == OVERLOADED else tuple(place.order for place in check.places)
    return family, severity, rank, check.code, check.plan, places
