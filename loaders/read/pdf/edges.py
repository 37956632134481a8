"""Ruling lines and pictures of a page, through PDFium: what tells tables and scanned pages."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import islice, pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from loaders.read.pdf.page import Box, Page
from loaders.read.pdf.signs import Turn

MOST_OBJECTS, MOST_PATHS = 400_000, 20_000
_DEEPEST, _MOST_SEGMENTS = 8, 500
_THIN, _STRAIGHT = 3.5, 0.5
_WHITE = 250
Point = tuple[float, float]


class Matrix(NamedTuple):
    """A change of coordinates: (x, y) → (ax + cy + e, bx + dy + f)."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def of(self, x: float, y: float) -> Point:
        """A point once changed."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, inner: Matrix) -> Matrix:
        """The change that does `inner` first."""
        a, b = self.of(inner.a, inner.b)
        c, d = self.of(inner.c, inner.d)
        return Matrix(a - self.e, b - self.f, c - self.e, d - self.f, *self.of(inner.e, inner.f))


class Drawn(NamedTuple):
    """An image or a path of a page, and the change of coordinates from its own to the page's."""

    raw: Any
    kind: int
    matrix: Matrix


def read_drawn(page: Page, source: Any, turn: Turn) -> None:
    """Fill a page's ruling lines and the share that pictures cover; of a drawing (a map, a chart), no lines."""
    found = list(islice(_objects(source), MOST_PATHS + 1))
    page.drawing = len(found) > MOST_PATHS
    images = [turn(_corners(image)) for image in found if image.kind == pdfium.FPDF_PAGEOBJ_IMAGE]
    page.pictures = _covered(images, page)
    if not page.drawing:
        page.edges = [turn(edge) for path in found if path.kind == pdfium.FPDF_PAGEOBJ_PATH for edge in _edges(path)]


def _objects(page: Any, form: Any = None, group: Matrix | None = None, depth: int = 0) -> Iterator[Drawn]:
    """Images and paths, those of groups too."""
    group = group or Matrix()
    count = pdfium.FPDFFormObj_CountObjects(form) if form else pdfium.FPDFPage_CountObjects(page)
    for index in range(min(count, MOST_OBJECTS)):
        raw = pdfium.FPDFFormObj_GetObject(form, index) if form else pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(raw)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            yield from _objects(page, raw, group.after(_matrix(raw)), depth + 1)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_PATH):
            yield Drawn(raw, kind, group.after(_matrix(raw)))


def _matrix(raw: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(raw, matrix)
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _corners(image: Drawn) -> Box:
    """The box of an image, drawn as a square of one unit in its own coordinates."""
    xs, ys = zip(*(image.matrix.of(x, y) for x in (0, 1) for y in (0, 1)), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _covered(images: list[Box], page: Page) -> float:
    """The share of the page under images: scans come in one picture, or in bands."""
    clipped = (
        (min(box.x1, page.width) - max(box.x0, 0.0), min(box.bottom, page.height) - max(box.top, 0.0)) for box in images
    )
    area = sum(width * height for width, height in clipped if width > 0 and height > 0)
    return min(1.0, area / max(1.0, page.width * page.height))


def _edges(path: Drawn) -> Iterator[Box]:
    """The horizontal and vertical lines that a path draws, in PDF coordinates; a thin area is a line."""
    if not _is_seen(path.raw):
        return
    for points in _strokes(path):
        xs, ys = zip(*points, strict=True)
        whole = Box(min(xs), min(ys), max(xs), max(ys))
        if min(whole.width, whole.height) <= _THIN:
            yield _thinned(whole)
            continue
        for (x0, y0), (x1, y1) in pairwise(points):
            if abs(x0 - x1) <= _STRAIGHT or abs(y0 - y1) <= _STRAIGHT:
                yield _thinned(Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))


def _is_seen(raw: Any) -> bool:
    """False for what leaves no trace on white paper: no stroke, and no fill or a white one."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(raw, byref(fill), byref(stroke))
    if stroke.value or not fill.value:
        return bool(stroke.value)
    red, green, blue, alpha = (c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(raw, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _strokes(path: Drawn) -> Iterator[list[Point]]:
    """Runs of points joined by straight lines."""
    count = pdfium.FPDFPath_CountSegments(path.raw)
    x, y = c_float(), c_float()
    points: list[Point] = []
    for index in range(count if count <= _MOST_SEGMENTS else 0):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_LINETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(path.matrix.of(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points


def _thinned(box: Box) -> Box:
    """The line in the middle of a thin area."""
    if box.width <= box.height:
        x = (box.x0 + box.x1) / 2
        return Box(x, box.top, x, box.bottom)
    y = (box.top + box.bottom) / 2
    return Box(box.x0, y, box.x1, y)
