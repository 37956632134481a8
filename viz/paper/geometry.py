"""Where labels of a page cover each other or leave it: what tests look at before a person does."""

from __future__ import annotations

from collections.abc import Iterator

from viz.paper.canvas import Canvas, Label, Point


def overlaps(page: Canvas, slack: float = 0.6) -> list[tuple[str, str]]:
    """Pairs of labels of which one covers the other by more than `slack` points."""
    labels = sorted(page.labels, key=_left)
    found = []
    for i, one in enumerate(labels):
        for other in labels[i + 1 :]:
            if _left(other) > max(x for x, _ in one.corners):
                break
            if _depth(one.corners, other.corners) > slack:
                found.append((one.words, other.words))
    return found


def clipped(page: Canvas, margin: float = 0.0) -> list[str]:
    """Labels that leave the page, or come nearer to its edge than `margin` points."""
    return [
        label.words
        for label in page.labels
        if any(
            x < margin or y < margin or x > page.width - margin or y > page.height - margin for x, y in label.corners
        )
    ]


def smallest(page: Canvas) -> float:
    """The smallest size of type on a page, in points."""
    return min((label.size for label in page.labels), default=0.0)


def _left(label: Label) -> float:
    return min(x for x, _ in label.corners)


def _depth(one: tuple[Point, ...], other: tuple[Point, ...]) -> float:
    """How far two boxes reach into each other, by separating axes: 0 where they do not touch."""
    return max(0.0, min(_shared(axis, one, other) for axis in (*_axes(one), *_axes(other))))


def _axes(box: tuple[Point, ...]) -> Iterator[Point]:
    for (ax, ay), (bx, by) in ((box[0], box[1]), (box[1], box[2])):
        long = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1.0
        yield ((bx - ax) / long, (by - ay) / long)


def _shared(axis: Point, one: tuple[Point, ...], other: tuple[Point, ...]) -> float:
    spans = [[x * axis[0] + y * axis[1] for x, y in box] for box in (one, other)]
    return min(max(spans[0]), max(spans[1])) - max(min(spans[0]), min(spans[1]))
