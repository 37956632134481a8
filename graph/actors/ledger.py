"""The ledger of decisions on names (`acteurs.csv`): who is who, decided by a person, one line a decision.

Columns, separated by ";": mention; acteur; décision (même, distinct, à revoir); raison; date; and, if wanted, type.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from graph.errors import InputError
from graph.french import reason
from graph.schema import ACTOR_KINDS
from graph.text import fold

SAME, DISTINCT, DOUBTFUL = "même", "distinct", "à revoir"
DECISIONS = {fold(word): word for word in (SAME, DISTINCT, DOUBTFUL)}
_REQUIRED = ("mention", "acteur", "decision")
_KINDS = {fold(kind.name): kind.name for kind in ACTOR_KINDS}


@dataclass(frozen=True)
class Decision:
    """One line: the mention as printed, the actor it is (or is not), what was decided and why."""

    mention: str
    actor: str
    decision: str
    reason: str = ""
    date: str = ""
    kind: str | None = None
    line: int = 0


@dataclass(frozen=True)
class Ledger:
    """All decisions of one plan."""

    decisions: tuple[Decision, ...] = ()

    def of(self, *decisions: str) -> Iterator[Decision]:
        """Lines with one of these decisions."""
        return (line for line in self.decisions if line.decision in decisions)

    def canonical(self, name: str) -> str:
        """The actor that a name is in the end: "X" is "Y" and "Y" is "Z" make "X" a "Z"; a name unknown is itself."""
        seen = {name}
        while (above := self._above.get(name)) is not None and above not in seen:
            seen.add(above)
            name = above
        return name

    @cached_property
    def _above(self) -> dict[str, str]:
        """Mention → actor, but for lines that only give an actor its name or its kind (mention and actor alike)."""
        return {line.mention: line.actor for line in self.of(SAME) if line.mention != line.actor}

    def names(self) -> set[str]:
        """Every name that the ledger knows."""
        return {name for line in self.decisions for name in (line.mention, line.actor) if name}


def read_ledger(path: Path | None) -> Ledger:
    """Read `acteurs.csv`; no file is an empty ledger. `InputError` names file, line, what was found and expected."""
    if path is None:
        return Ledger()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        text = path.read_text(encoding="cp1252", errors="replace")
    except OSError as error:
        raise InputError(f"lecture impossible ({reason(error)})", place=str(path)) from error
    return parse_ledger(text, path)


def parse_ledger(text: str, path: Path) -> Ledger:
    """The decisions in a ledger's text; `path` is where errors say it stands."""
    ledger = Ledger(tuple(_rows(text, path)))
    _check(ledger, path)
    return ledger


def _rows(text: str, path: Path) -> Iterator[Decision]:
    lines = [line for line in text.splitlines() if line.strip()]
    reader = csv.reader(io.StringIO("\n".join(lines)), delimiter=";")
    header = [fold(cell) for cell in next(reader, [])]
    missing = [column for column in _REQUIRED if column not in header]
    if missing:
        raise InputError(
            f"colonnes manquantes : {', '.join(missing)}",
            place=f"{path}, ligne 1",
            action="Attendu : mention;acteur;décision;raison;date;type",
        )
    for number, row in enumerate(reader, 2):
        yield _decision(dict(zip(header, (cell.strip() for cell in row), strict=False)), number, path)


def _decision(row: dict[str, str], number: int, path: Path) -> Decision:
    place = f"{path}, ligne {number}"
    decision = DECISIONS.get(fold(row.get("decision", "")))
    if decision is None:
        found = row.get("decision", "")
        raise InputError(f"décision « {found} » inconnue", place=place, action="Attendu : même, distinct ou à revoir.")
    if not row.get("mention") or not row.get("acteur"):
        raise InputError("mention ou acteur vide", place=place, action="Remplissez les deux colonnes.")
    kind = row.get("type", "")
    if kind and fold(kind) not in _KINDS:
        raise InputError(f"type « {kind} » inconnu", place=place, action=f"Attendu : {', '.join(_KINDS.values())}.")
    return Decision(
        row["mention"],
        row["acteur"],
        decision,
        row.get("raison", ""),
        row.get("date", ""),
        _KINDS.get(fold(kind)),
        number,
    )


def _check(ledger: Ledger, path: Path) -> None:
    """The same mention cannot be two actors, nor an actor that it is said not to be."""
    same: dict[str, Decision] = {}
    for line in ledger.of(SAME):
        if line.mention == line.actor:
            continue
        _check_circle(ledger, line, path)
        other = same.setdefault(line.mention, line)
        if other.actor != line.actor:
            raise InputError(
                f"« {line.mention} » est déjà « {other.actor} » (ligne {other.line}), pas « {line.actor} »",
                place=f"{path}, ligne {line.line}",
                action="Gardez une seule des deux lignes.",
            )
    for line in ledger.of(DISTINCT, DOUBTFUL):
        if line.mention != line.actor and ledger.canonical(line.mention) == ledger.canonical(line.actor):
            first = same.get(line.mention) or same[line.actor]
            raise InputError(
                f"« {line.mention} » est dit {line.decision}, mais même ligne {first.line}",
                place=f"{path}, ligne {line.line}",
                action="Gardez une seule des deux lignes.",
            )


def _check_circle(ledger: Ledger, line: Decision, path: Path) -> None:
    """ "X" is "Y", "Y" is "X": nobody can say which name is the actor's."""
    if ledger.canonical(line.actor) == line.mention:
        raise InputError(
            f"« {line.mention} » est « {line.actor} », qui est lui-même « {line.mention} »",
            place=f"{path}, ligne {line.line}",
            action="Choisissez lequel des deux noms est celui de l'acteur, et retirez l'autre ligne.",
        )
