"""Rubrics that are understood but have no place in the graph, said once a label with all their places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from loaders.forms.fiches.rubrics import label_key
from loaders.lines import Line
from loaders.writer import Writer

_PLACE = re.compile(r"^(?P<what>.*?)(?P<number>\d+)$")
_GAP = 2


class Left:
    """Collects rubrics by code and label, and writes one finding for each."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], tuple[str, list[str]]] = {}

    def add(self, code: str, label: str, lines: Iterable[Line]) -> None:
        """Keep the places of one rubric."""
        printed, places = self._found.setdefault((code, label_key(label)), (label, []))
        places += [line.locator for line in lines if line.locator not in places[-1:]]
        self._found[code, label_key(label)] = (printed, places)

    def write(self, writer: Writer, why: dict[str, str]) -> None:
        """Write a finding for each code and label; `why` is what to say of a code."""
        for (code, _), (label, places) in self._found.items():
            shown = label.strip(" :*_") or "sans intitulé"
            message = f"rubrique « {shown} » : {why[code]} ({spans(places)})"
            writer.finding(code, "info", places[0] if places else "document", message)


def spans(places: Iterable[str]) -> str:
    """Places as a person reads them: "lignes 3 à 5, ligne 9"."""
    runs: list[tuple[str, int | None, int | None]] = []
    for place in dict.fromkeys(places):
        match = _PLACE.match(place)
        what, number = (match["what"], int(match["number"])) if match else (place, None)
        last = runs[-1] if runs else None
        if last and number is not None and last[2] is not None and last[0] == what and 0 < number - last[2] <= _GAP:
            runs[-1] = (what, last[1], number)
        else:
            runs.append((what, number, number))
    shown = [_span(*run) for run in runs]
    return (" ; " if any("," in span for span in shown) else ", ").join(shown)


def _span(what: str, first: int | None, last: int | None) -> str:
    if first is None:
        return what
    if first == last:
        return f"{what}{first}"
    several = re.sub(r"^(\w+) $", r"\1s ", what)
    return f"{several}{first} à {last}"
