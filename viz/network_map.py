"""The interactive network map: who leads, helps and funds what, in one HTML file that needs no network.

Built with pyvis and a template of our own; looks and places are computed here, so that nothing moves.
"""

from __future__ import annotations

import base64
import datetime
import hashlib
import importlib.util
import re
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from graph.model import Graph
from graph.schema import ACTOR_KINDS
from graph.text import slug
from viz import basis, french, style
from viz.details import Details
from viz.drawing import Drawing, drawing
from viz.interactive import choices
from viz.interactive.action_view import Actions
from viz.interactive.actor_view import actor_stage
from viz.interactive.departures import departures
from viz.interactive.money_view import GROUPS, Money
from viz.interactive.packing import packed
from viz.interactive.stage import Stage
from viz.targets import LOOSE_NOUN, title_of
from viz.text_width import text_width
from viz.view import View, view

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = (
    "network_dom.js",
    "network_ties.js",
    "network_filters.js",
    "network_views.js",
    "network_looks.js",
    "network_sentences.js",
    "network_help.js",
    "network_departure.js",
    "network_panel_more.js",
    "network_panel.js",
    "network_table.js",
    "network_svg.js",
    "network_legend.js",
    "network_image.js",
    "network_search.js",
    "network_address.js",
    "network.js",
)
CROWDED = 500
"""Nodes from which a view leaves out, and says so, the actors of a single target."""
_SAMPLE = "Développer les quartiers, Maison des Associations 0123456789"


def network_map(graph: Graph, *, source: str | None = None, date: datetime.date | None = None) -> str:
    """The whole HTML page for a graph as read back from the database.

    `source` replaces the names of the graph's documents in the heading; `date` is printed as JJ/MM/AAAA, and no date
    is printed without it. The same graph gives the same page.
    """
    seen = view(graph)
    drawn = drawing(seen)
    net = drawn.network
    net.path = "network.html.j2"
    net.templateEnv = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True
    )
    net.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": False, "separators": (",", ":")}
    net.templateEnv.globals.update(_page(graph, seen, drawn, source, date))
    return str(net.generate_html(notebook=False))


def _page(graph: Graph, seen: View, drawn: Drawing, source: str | None, date: datetime.date | None) -> dict[str, Any]:
    documents = sorted({title_of(node) for node in graph.by_label("Document")})
    actions, money = Actions(graph, seen), Money(graph, seen)
    stages = [_objective_stage(drawn), actions.stage(), actor_stage(seen), money.stage()]
    data = _data(graph, seen, actions, money) | {
        "documents": documents,
        "turned": drawn.turned,
        "views": [stage.data() for stage in stages if not stage.empty],
        "names": names(seen),
    }
    scripts = [_vis_network(), *((TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    return {
        "title": title(seen),
        "source": source or ", ".join(documents),
        "date": french.day(date) if date else "",
        "data": packed(data),
        "stages": stages,
        "plans": len(seen.plans),
        "crowded": any(len(stage.nodes) > CROWDED for stage in stages),
        "deduced": drawn.deduced,
        "deduced_legend": basis.legend(seen),
        "notice": basis.notice(seen),
        "axes": seen.axes,
        "loose": any(node.properties.get("noun") == LOOSE_NOUN for node in seen.targets),
        "plan_title": title_of,
        "groups": GROUPS,
        "written_groups": {tie["group"] for tie in data["funds"]},
        "css": Markup((TEMPLATES / "network.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        "scripts": [Markup(script) for script in scripts],  # noqa: S704 - our own files and vis-network
        "hashes": [_hash(script) for script in scripts],
    } | choices.choices(seen, data)


def _objective_stage(drawn: Drawing) -> Stage:
    return Stage("objectifs", "Acteurs et objectifs", "Qui porte quoi", drawn.network.nodes)


def _data(graph: Graph, seen: View, actions: Actions, money: Money) -> dict[str, Any]:
    details = Details(graph, seen)
    return {
        "order": [node.id for node in seen.targets],
        "objectives": details.objectives(),
        "actors": details.actors(),
        "ties": details.ties(),
        "actions": actions.told(),
        "action_ties": actions.ties(),
        "sources": money.sources(),
        "funded": money.funded(),
        "funds": money.ties(),
        "groups": GROUPS,
        "totals": money.totals(),
        "departures": departures(graph),
        "kinds": {kind.name: kind.french for kind in ACTOR_KINDS},
        "lines": style.LINES,
        "axes": [
            {"id": a.id, "label": a.label, "short": a.short, "fill": a.fill, "ink": a.ink, "hollow": a.hollow}
            for a in seen.axes
        ],
        "plans": len(seen.plans),
        "sample": {"text": _SAMPLE, "width": text_width(_SAMPLE, 100), "font": style.FONT},
    }


def title(seen: View) -> str:
    """The page's title, from the plans: "Qui porte quoi ? Plan d'actions – Valbourg"."""
    return f"Qui porte quoi{french.NBSP}? {names(seen)}".strip()


def names(seen: View) -> str:
    """The plans by name, or their number where they are more than two."""
    found = [_plan_name(plan.properties) for plan in seen.plans]
    return french.count(len(found), "plan") if len(found) > 2 else " et ".join(found)


def _plan_name(properties: Any) -> str:
    name = str(properties.get("title") or properties.get("name") or "")
    territory = str(properties.get("territory") or "")
    return name if not territory or f"-{slug(territory)}-" in f"-{slug(name)}-" else f"{name} – {territory}"


def _vis_network() -> str:
    """vis-network as pyvis ships it, without the link to a source map that is not there."""
    spec = importlib.util.find_spec("pyvis")
    folder = Path(str(spec.origin)).parent / "templates" / "lib" if spec else Path()
    script = max(folder.glob("vis-*/vis-network.min.js")).read_text(encoding="utf-8")
    return re.sub(r"//# sourceMappingURL=\S*", "", script.replace("\r\n", "\n"))


def _hash(script: str) -> str:
    """What the page's security policy names a script by: no other script can run, whatever a name contains."""
    digest = hashlib.sha256(script.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
