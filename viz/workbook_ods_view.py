"""What stays in sight in an OpenDocument spreadsheet: the header and the first columns of sheets to fill."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from viz.workbook import Sheet

_ITEM = '<config:config-item config:name="{name}" config:type="{type}">{value}</config:config-item>'
_MAP = (
    '<config:config-item-set config:name="ooo:view-settings">'
    '<config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>'
    '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
    '<config:config-item-map-named config:name="Tables">{tables}</config:config-item-map-named>'
    '<config:config-item config:name="ActiveTable" config:type="string">{first}</config:config-item>'
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
)
_TABLE = '<config:config-item-map-entry config:name="{name}">{items}</config:config-item-map-entry>'
_FROZEN = 2


def freeze(document: Any, sheets: Sequence[Sheet]) -> None:
    """Freeze each sheet above its content and left of it."""
    from odfdo import Element

    tables = "".join(_table(sheet) for sheet in sheets)
    settings = document.get_part("settings.xml").root.get_element("office:settings")
    for old in settings.get_elements("config:config-item-set"):
        if old.get_attribute("config:name") == "ooo:view-settings":
            settings.delete(old)
    settings.append(Element.from_tag(_MAP.format(tables=tables, first=escape(sheets[0].title))))


def _table(sheet: Sheet) -> str:
    rows, columns = (0, 0) if sheet.below else (sheet.header_row + 1, sheet.frozen)
    modes = {"HorizontalSplitMode": columns, "VerticalSplitMode": rows}
    items = [_ITEM.format(name=name, type="short", value=_FROZEN if at else 0) for name, at in modes.items()]
    places = {
        "HorizontalSplitPosition": columns,
        "VerticalSplitPosition": rows,
        "PositionRight": columns,
        "PositionBottom": rows,
    }
    items += [_ITEM.format(name=name, type="int", value=at) for name, at in places.items()]
    items.append(_ITEM.format(name="ActiveSplitRange", type="short", value=3 if columns else 2))
    return _TABLE.format(name=escape(sheet.title, {'"': "&quot;"}), items="".join(items))
