"""The ledger of decisions on names (`acteurs.csv`): who is who, decided by a person, one line a decision.

Columns, separated by ";": mention; acteur; décision (même, distinct, à revoir); raison; date; and, if wanted, type.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.schema import ACTOR_KINDS
from graph.text import fold

SAME, DISTINCT, DOUBTFUL = "même", "distinct", "à revoir"
_DECISIONS = {fold(word): word for word in (SAME, DISTINCT, DOUBTFUL)}
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
        raise InputError(f"lecture impossible ({error.strerror})", place=str(path)) from error
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
    decision = _DECISIONS.get(fold(row.get("decision", "")))
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
        other = same.setdefault(line.mention, line)
        if other.actor != line.actor:
            raise InputError(
                f"« {line.mention} » est déjà « {other.actor} » (ligne {other.line}), pas « {line.actor} »",
                place=f"{path}, ligne {line.line}",
                action="Gardez une seule des deux lignes.",
            )
    for line in ledger.of(DISTINCT, DOUBTFUL):
        if line.mention in same and same[line.mention].actor == line.actor and line.mention != line.actor:
            raise InputError(
                f"« {line.mention} » est dit {line.decision}, mais même ligne {same[line.mention].line}",
                place=f"{path}, ligne {line.line}",
                action="Gardez une seule des deux lignes.",
            )
