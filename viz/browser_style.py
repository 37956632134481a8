"""The style of Neo4j Browser (GRASS): labels and roles in the colours of the schema, with captions that people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from graph.schema import NODE_COLOURS, RELATIONSHIP_TYPES
from viz.contrast import darkened, ink_on

_SIZES = {"Plan": 70, "Axis": 60, "Objective": 55, "Actor": 50, "FundingSource": 45, "Tool": 40, "Action": 35}
_USUAL_SIZE = 30
_WIDTHS = {"PILOTS": 4, "PARTNERS": 2, "FUNDS": 3}
_LINE = "#545462"


def browser_style() -> str:
    """A file to drop on Neo4j Browser after `:style`."""
    return "".join(_rules())


def _rules() -> Iterator[str]:
    for label, colour in NODE_COLOURS.items():
        size = _SIZES.get(label, _USUAL_SIZE)
        look = {
            "diameter": f"{size}px",
            "color": colour,
            "border-color": darkened(colour, 7.0),
            "border-width": "2px",
            "text-color-internal": ink_on(colour),
            "font-size": "10px",
            "caption": "'{name}'",
        }
        yield _rule(f"node.{label}", look)
    for type_, told in RELATIONSHIP_TYPES.items():
        look = {
            "color": _LINE,
            "shaft-width": f"{_WIDTHS.get(type_, 1)}px",
            "font-size": "8px",
            "padding": "3px",
            "text-color-external": "#000000",
            "text-color-internal": ink_on(_LINE),
            "caption": f"'{told.french}'".replace("l'", "l’"),
        }
        yield _rule(f"relationship.{type_}", look)


def _rule(selector: str, look: Mapping[str, str]) -> str:
    return f"{selector} {{\n" + "".join(f"  {name}: {value};\n" for name, value in look.items()) + "}\n\n"
