"""The columns of a file of grants: which header tells one, and what each column holds. The labels are data."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz, process

from graph.text import fold, plain_punctuation

OTHER, PLAN = "other", "plan"
_FEWEST, _MOST_OF_PLAN = 3, 1
_LONG_ENOUGH, _ALMOST = 10, 92
_SMALL = frozenset("a au aux d de des du en et l la le les ou s un une".split())
_HUMP = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")
_ASIDE = re.compile(r"\((?!s\))[^)]*\)|\*")
_THOUSANDS = re.compile(r"\bk€|\bk ?euros?\b|\bmilliers?\b|\bmillers?\b")
_MILLIONS = re.compile(r"\bm€|\bmillions?\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Columns:
    """The columns of one table: labels as printed, the position of each role, and the unit of amounts in euros."""

    labels: tuple[str, ...]
    positions: Mapping[str, int]
    unit: int = 1

    def at(self, role: str) -> int:
        """The position of a role's column, -1 where there is none."""
        return self.positions.get(role, -1)

    def label(self, role: str) -> str:
        """The label of a role's column, as printed."""
        return self.labels[self.positions[role]] if role in self.positions else role

    @property
    def of_the_state(self) -> bool:
        """True for the State's programme 147, whose files do not name who grants: they go by posts or contracts."""
        return "grantor" not in self.positions and ("post" in self.positions or "area" in self.positions)

    @property
    def without_place(self) -> list[str]:
        """Labels of the columns that nothing reads."""
        read = set(self.positions.values())
        return [label for position, label in enumerate(self.labels) if label and position not in read]


@cache
def _labels() -> tuple[dict[str, str], frozenset[str]]:
    """Role of each squashed label, and the labels that prove a file of grants."""
    text = files("loaders.forms.grants").joinpath("columns.csv").read_text(encoding="utf-8")
    roles: dict[str, str] = {}
    proofs: set[str] = set()
    for row in csv.DictReader(text.splitlines(), delimiter=";"):
        known = [squashed(label) for label in row["labels"].split("|")]
        roles |= dict.fromkeys(known, row["role"])
        proofs |= set(known) if row["proof"] else set()
    return roles, frozenset(proofs)


def squashed(label: str) -> str:
    """A label as it is looked up: "Nom de l'attribuant (*)", "NOM_ATTRIBUANT" and "nomAttribuant" are one."""
    spaced = _HUMP.sub(" ", _ASIDE.sub(" ", plain_punctuation(label)))
    words = [word for word in re.split(r"[^a-z0-9%]+", fold(spaced).replace("(s)", "s")) if word not in _SMALL]
    years = [word for word in words if _YEAR.fullmatch(word)]
    return "".join(word for word in words if len(years) != 1 or word != years[0])


@lru_cache(maxsize=4096)
def _known(label: str) -> str | None:
    """The known label that a printed one is, a letter or two apart for long ones ("idBeneficiare")."""
    roles, _ = _labels()
    short = re.sub(r"(?:en)?(?:milliers|millions)?(?:euros?|€)$", "", squashed(label)) or squashed(label)
    if short in roles or len(short) < _LONG_ENOUGH:
        return short if short in roles else None
    near = process.extractOne(short, roles.keys(), scorer=fuzz.ratio, score_cutoff=_ALMOST)
    return near[0] if near else None


def read_columns(cells: Sequence[str]) -> Columns | None:
    """The columns that a row of labels names; None where it is no header of a file of grants."""
    if sum(bool(cell) for cell in cells) < _FEWEST:
        return None
    roles, proofs = _labels()
    known = [_known(cell) if cell and len(cell) < 200 else None for cell in cells]
    positions: dict[str, int] = {}
    for position, label in enumerate(known):
        if label and roles[label] not in (OTHER, PLAN):
            positions.setdefault(roles[label], position)
    plan = sum(label is not None and roles[label] == PLAN for label in known)
    named = "amount" in positions and bool({"beneficiary", "beneficiary_id"} & positions.keys())
    if not named or plan > _MOST_OF_PLAN or sum(map(bool, known)) < _FEWEST or not proofs & set(known):
        return None
    return Columns(tuple(cells), positions, _unit(cells[positions["amount"]]))


def _unit(label: str) -> int:
    folded = fold(label)
    return 1_000 if _THOUSANDS.search(folded) else 1_000_000 if _MILLIONS.search(folded) else 1
