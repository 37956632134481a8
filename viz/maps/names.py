"""A name on one line: whole where it fits, else without its middle, since long names often begin alike."""

from __future__ import annotations

from viz.paper.type import width


def one_line(name: str, size: float, room: float) -> str:
    """The name, or its beginning and its end around "…", no wider than `room`."""
    if width(name, size) <= room:
        return name
    end = _end(name, size, room)
    low, high = 0, len(name) - len(end)
    while low < high:
        middle = (low + high + 1) // 2
        fits = width(f"{name[:middle].rstrip()}…{end}", size) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    return f"{name[:low].rstrip()}…{end}"


def fitted(name: str, sizes: tuple[float, ...], room: float) -> tuple[str, float]:
    """The name on one line in the first of these sizes at which it is whole, else cut in the last one; and the size."""
    size = next((size for size in sizes if width(name, size) <= room), sizes[-1])
    return one_line(name, size, room), size


def _end(name: str, size: float, room: float) -> str:
    """Whole words from the end of a name that take up to two fifths of the room, or its last letters."""
    words = name.split(" ")
    for first in range(1, len(words)):
        end = " ".join(words[first:])
        if width(end, size) <= room * 0.42:
            return f" {end}"
    return next((name[-kept:] for kept in (12, 8, 4) if width(name[-kept:], size) <= room * 0.42), "")
