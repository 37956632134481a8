"""Words that are drawn and not seen: a spreadsheet's cell hides what does not fit in it."""

from __future__ import annotations

from ctypes import addressof, c_float
from typing import Any

import pypdfium2.raw as pdfium

from loaders.read.pdf.page import Box

_MOST_PATHS, _MOST_SEGMENTS = 8, 20


class Clips:
    """The part of a page that each of its text objects may be drawn in."""

    def __init__(self, text: Any, source: Any, most: int) -> None:
        self._text = text
        count = min(pdfium.FPDFPage_CountObjects(source), most)
        objects = (pdfium.FPDFPage_GetObject(source, index) for index in range(count))
        # Those of groups have other coordinates.
        self._own = {addressof(raw.contents) for raw in objects if raw}
        self._object = 0
        self._box: Box | None = None

    def hides(self, index: int, box: Box) -> bool:
        """True where the sign at an index stands outside what is seen; boxes in PDF coordinates."""
        raw = pdfium.FPDFText_GetTextObject(self._text, index)
        address = addressof(raw.contents) if raw else 0
        if not address or address != self._object:
            self._object = address
            self._box = _clip(raw) if address in self._own else None
        return self._box is not None and not self._box.holds(box)


def _clip(raw: Any) -> Box | None:
    """What all paths that cut an object leave of it, as far as boxes tell; None where nothing cuts it."""
    clip = pdfium.FPDFPageObj_GetClipPath(raw)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    found: Box | None = None
    for path in range(count if count <= _MOST_PATHS else 0):
        box = _box(clip, path)
        if box and found:
            found = Box(max(found[0], box[0]), max(found[1], box[1]), min(found[2], box[2]), min(found[3], box[3]))
        found = found or box
    return found


def _box(clip: Any, path: int) -> Box | None:
    """The box of a path of few segments."""
    count = pdfium.FPDFClipPath_CountPathSegments(clip, path)
    x, y = c_float(), c_float()
    points: list[tuple[float, float]] = []
    for index in range(count if count <= _MOST_SEGMENTS else 0):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFClipPath_GetPathSegment(clip, path, index), x, y)
        points.append((x.value, y.value))
    if not points:
        return None
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))
