"""Times the stages: ours and NetworkX by turns, in one process, on the same data.

Times are of the processor, all threads together: what else the machine does disturbs them least, and nothing is
gained by spreading over its cores. All stages of the suite run on one core; there it is the time one waits.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median
from time import process_time
from typing import Any

from bench.cases import Case, Scene, gap

TARGET_ACTORS = 3_500
"""Targets hold for networks of some 4,000 actors: smaller ones are quick enough either way."""
TOLERANCE = 1e-9
SHORTEST = 0.05
"""Seconds that a measure lasts at least: a shorter stage is run again and again."""


@dataclass(frozen=True)
class Timing:
    """One stage at one size: processor seconds of every turn, and the largest difference between the two results."""

    case: Case
    plans: int
    actors: int
    targets: int
    ties: int
    ours: tuple[float, ...]
    reference: tuple[float, ...] = ()
    gap: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times faster ours is, median against median."""
        return median(self.reference) / median(self.ours) if self.reference else None

    @property
    def target(self) -> float | None:
        """What the ratio has to reach at this size, if anything."""
        return self.case.target if self.actors >= TARGET_ACTORS else None

    @property
    def equal(self) -> bool:
        """Whether both gave the same figures."""
        return self.gap is None or self.gap <= TOLERANCE

    def data(self) -> dict[str, Any]:
        """As JSON-ready data; times are seconds of the processor."""
        return {
            "case": self.case.name,
            "title": self.case.title,
            **{name: getattr(self, name) for name in ("plans", "actors", "targets", "ties")},
            "ours_s": list(self.ours),
            "networkx_s": list(self.reference),
            **{name: getattr(self, name) for name in ("ratio", "target", "gap")},
        }


def time_case(case: Case, scene: Scene, turns: int = 5, limit: float = 5.0) -> Timing:
    """By turns, ours and NetworkX; NetworkX once only when it takes more than `limit` seconds."""
    found = case.ours(scene)  # and what is made once: imports, the scene's own networks
    ours: list[float] = []
    theirs: list[float] = []
    apart = None
    for _ in range(turns):
        ours.append(_seconds(case.ours, scene)[0])
        if case.reference and (not theirs or theirs[0] <= limit):
            seconds, expected = _seconds(case.reference, scene)
            theirs.append(seconds)
            apart = gap(found, expected)
    network, actors = scene.network, len(scene.actors)
    sizes = (scene.plans, actors, len(network) - actors, network.number_of_edges())
    return Timing(case, *sizes, tuple(ours), tuple(theirs), apart)


def _seconds(stage: Callable[[Scene], Any], scene: Scene) -> tuple[float, Any]:
    """Seconds of one run, as `timeit` takes them, and the result."""
    runs, begin = 0, process_time()
    while True:
        result = stage(scene)
        runs, spent = runs + 1, process_time() - begin
        if spent > SHORTEST:
            return spent / runs, result


def environment() -> dict[str, Any]:
    """What the times depend on."""
    packages = ("networkx", "numpy", "rustworkx", "scipy")
    return {
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        **{name: version(name) for name in packages},
    }
