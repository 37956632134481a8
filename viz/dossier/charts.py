"""The maps of the dossier: which ones, in which section, each in its three formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from graph.model import Graph
from graph.text import slug
from viz.dossier.model import ANNEX, Drawn
from viz.dossier.story.facts import Facts
from viz.dossier.story.fragile import at_risk
from viz.maps.axis import axis_sheets
from viz.maps.ego import ego
from viz.maps.fishbone import fishbone
from viz.maps.matrix import matrix
from viz.maps.places import places
from viz.maps.together import together
from viz.money.sankey import sankey
from viz.paper.chart import Chart
from viz.paper.sheet import FORMATS, Format

Draw = Callable[[Graph, Format, str], "Chart | Sequence[Chart] | None"]
_LONGEST = 40

_MAPS: tuple[tuple[str, str, str, Draw], ...] = (
    ("porteurs", "arete", "Qui pilote, qui aide, objectif par objectif", fishbone),
    ("porteurs", "matrice", "Qui est où : acteurs et objectifs", matrix),
    (ANNEX, "axe", "Fiche d’axe", axis_sheets),
    ("passerelles", "ensemble", "Qui travaille avec qui", together),
    ("financements", "financements", "Qui paie quoi", sankey),
    ("manques", "lieux", "Les lieux du plan", places),
)


def drawn(facts: Facts, source: str) -> dict[str, list[Drawn]]:
    """The maps by the key of their section; one that the plan has nothing for is not there, nor any of no plan."""
    found: dict[str, list[Drawn]] = {}
    for section, key, what, draw in (*_MAPS, *_egos(facts)) if facts.network.number_of_nodes() else ():
        found.setdefault(section, []).extend(_drawn(facts.graph, source, key, what, draw))
    return found


def _egos(facts: Facts) -> Iterator[tuple[str, str, str, Draw]]:
    """The map of the actor whose leaving would cost most."""
    risky = at_risk(facts)
    if len(risky) and risky.iloc[0]["id"] in facts.network:
        actor, name = str(risky.iloc[0]["id"]), str(risky.iloc[0]["acteur"])
        key = f"acteur-{slug(name)}"[:_LONGEST].rstrip("-")
        what = "L’acteur dont le départ coûterait le plus"
        yield "fragilites", key, what, lambda graph, page, source: ego(graph, actor, page, source)


def _drawn(graph: Graph, source: str, key: str, what: str, draw: Draw) -> Iterator[Drawn]:
    """One map in each format, or several where one call draws several (a sheet an axis)."""
    by_format = {name: _listed(draw(graph, page, source)) for name, page in FORMATS.items()}
    several = len(by_format["a3"]) > 1
    for rank, charts in enumerate(zip(*by_format.values(), strict=True), 1):
        number, told = (f"-{rank}", f"{what} ({rank})") if several else ("", what)
        yield Drawn(f"{key}{number}", told, dict(zip(by_format, charts, strict=True)))


def _listed(charts: Chart | Sequence[Chart] | None) -> Sequence[Chart]:
    if charts is None:
        return ()
    return (charts,) if isinstance(charts, Chart) else charts
