"""The interactive network map: who leads and who helps which objective, in one HTML file that needs no network.

Built with pyvis and a template of our own; looks and places come from `viz.drawing`, so that nothing moves.
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
from viz.targets import LOOSE_NOUN, title_of
from viz.text_width import text_width
from viz.view import View, view

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = (
    "network_dom.js",
    "network_ties.js",
    "network_filters.js",
    "network_sentences.js",
    "network_help.js",
    "network_panel.js",
    "network_image.js",
    "network_search.js",
    "network.js",
)
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
    net.templateEnv.policies["json.dumps_kwargs"] = {"sort_keys": False}
    net.templateEnv.globals.update(_page(graph, seen, drawn, source, date))
    return str(net.generate_html(notebook=False))


def _page(graph: Graph, seen: View, drawn: Drawing, source: str | None, date: datetime.date | None) -> dict[str, Any]:
    documents = sorted({title_of(node) for node in graph.by_label("Document")})
    data = _data(graph, seen) | {"documents": documents, "turned": drawn.turned}
    scripts = [_vis_network(), *((TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS)]
    return {
        "title": title(seen),
        "source": source or ", ".join(documents),
        "date": french.day(date) if date else "",
        "data": data,
        "deduced": drawn.deduced,
        "deduced_legend": basis.legend(seen),
        "notice": basis.notice(seen),
        "axes": seen.axes,
        "loose": any(node.properties.get("noun") == LOOSE_NOUN for node in seen.targets),
        "axis_names": {axis.id: axis.short for axis in seen.axes},
        "plan_title": title_of,
        "kinds": _kinds(seen),
        "statuses": _statuses(data["objectives"]),
        "themes": sorted({o["theme"] for o in data["objectives"].values() if o["theme"]}),
        "css": Markup((TEMPLATES / "network.css").read_text(encoding="utf-8")),  # noqa: S704 - our own file
        "scripts": [Markup(script) for script in scripts],  # noqa: S704 - our own files and vis-network
        "hashes": [_hash(script) for script in scripts],
        "types": {"PILOTS": "pilote", "PARTNERS": "partenaire"},
    }


def _data(graph: Graph, seen: View) -> dict[str, Any]:
    details = Details(graph, seen)
    return {
        "order": [node.id for node in seen.targets],
        "objectives": details.objectives(),
        "actors": details.actors(),
        "ties": details.ties(),
        "kinds": {kind.name: kind.french for kind in ACTOR_KINDS},
        "lines": style.LINES,
        "axes": [{"id": a.id, "label": a.label, "fill": a.fill, "ink": a.ink, "hollow": a.hollow} for a in seen.axes],
        "plans": len(seen.plans),
        "sample": {"text": _SAMPLE, "width": text_width(_SAMPLE, 100), "font": style.FONT},
    }


def title(seen: View) -> str:
    """The page's title, from the plans: "Qui porte quoi ? Plan d'actions – Valbourg"."""
    question = f"Qui porte quoi{french.NBSP}?"
    names = [_plan_name(plan.properties) for plan in seen.plans]
    if len(names) > 2:
        return f"{question} {french.count(len(names), 'plan')}"
    return " ".join([question, " et ".join(names)]).strip()


def _plan_name(properties: Any) -> str:
    name = str(properties.get("title") or properties.get("name") or "")
    territory = str(properties.get("territory") or "")
    return name if f"-{slug(territory)}-" in f"-{slug(name)}-" else f"{name} – {territory}"


def _kinds(seen: View) -> list[dict[str, Any]]:
    """The kinds of the actors drawn, in the schema's order: value, label, shape and colours, for legend and filter."""
    present = {style.kind_of(actor) for actor in seen.actors}
    french_names = {kind.name: kind.french for kind in ACTOR_KINDS}
    looks = style.shapes(sorted(present))
    return [
        {
            "value": "" if kind == style.UNKNOWN_KIND else kind,
            "label": french_names.get(kind, kind[:1].upper() + kind[1:]),
            "shape": shape,
            "fill": fill,
            "border": border,
        }
        for kind, (shape, (fill, border)) in looks.items()
        if kind in present
    ]


def _statuses(objectives: dict[str, Any]) -> list[tuple[str, str]]:
    """The states of actions found in the objectives: the schema's own first, and objectives without any action last."""
    found = {group["status"]: group["label"] for o in objectives.values() for group in o["actions"]}
    known = [status for status in french.STATUSES if status and status in found]
    rows = [(status, found[status]) for status in known]
    rows += [(status, found[status]) for status in sorted(found) if status not in known]
    if any(not o["actions"] for o in objectives.values()):
        rows.append(("aucune", "sans action"))
    return rows


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
