"""Decisions of a review into the ledger: checked against each other and against what it says already."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import networkx as nx

from graph.actors.ledger import DECISIONS, DISTINCT, DOUBTFUL, SAME, Ledger
from graph.actors.relaxations import exact, loosest
from graph.errors import InputError
from graph.text import fold

HEADER = ("mention", "acteur", "décision", "raison", "date", "type")


@dataclass(frozen=True)
class Answer:
    """What a person decided on one row; `place` is the row as they see it ("revue.xlsx, ligne 12")."""

    mention: str
    actor: str
    decision: str
    reason: str
    place: str


def answers(rows: Iterable[tuple[str, dict[str, str]]]) -> Iterator[Answer]:
    """The rows that hold a decision; `InputError` names the row of a word that is none, or of a name left empty."""
    for place, row in rows:
        printed = row.get("décision", "").strip()
        if not printed:
            continue
        decision = DECISIONS.get(fold(printed))
        if decision is None:
            raise InputError(
                f"décision « {printed} » inconnue", place=place, action="Choisissez même, distinct ou à revoir."
            )
        mention, actor = row.get("mention", "").strip(), row.get("acteur", "").strip()
        if not mention or not actor:
            raise InputError("mention ou acteur vide", place=place, action="Remettez le nom effacé.")
        yield Answer(mention, actor, decision, row.get("raison", "").strip(), place)


def check(decided: Sequence[Answer], ledger: Ledger) -> None:
    """`InputError` where two decisions contradict each other, or what the ledger says, through any chain of names."""
    settled = {_pair(answer.mention, answer.actor) for answer in decided}
    kept = [line for line in ledger.decisions if _pair(line.mention, line.actor) not in settled]
    said = [Answer(line.mention, line.actor, line.decision, "", f"registre, ligne {line.line}") for line in kept]
    one = nx.Graph()
    for answer in (*said, *decided):
        if answer.decision == SAME:
            one.add_edge(exact(answer.mention), exact(answer.actor), place=answer.place)
    for answer in (*said, *decided):
        if answer.decision == DISTINCT and answer.mention != answer.actor:
            _refuse_if_one(answer, one)


def _refuse_if_one(answer: Answer, one: nx.Graph) -> None:
    """An error where a chain of decisions makes one actor of two names said to be distinct."""
    names = exact(answer.mention), exact(answer.actor)
    if not all(name in one for name in names) or not nx.has_path(one, *names):
        return
    path = nx.shortest_path(one, *names)
    chain = ", ".join(one.edges[edge]["place"] for edge in pairwise(path))
    raise InputError(
        f"« {answer.mention} » et « {answer.actor} » sont dits distincts, mais réunis par : {chain}",
        place=answer.place,
        action="Changez l'une de ces décisions.",
    )


def _pair(one: str, other: str) -> frozenset[str]:
    return frozenset((loosest(one), loosest(other)))


def amended(text: str, decided: Sequence[Answer], ledger: Ledger, today: datetime.date) -> str:
    """The ledger's text with the decisions: lines on the same pairs give way, the others stay as they are written.

    A decision that the ledger holds already, with the same reason, changes nothing.
    """
    new = fresh(decided, ledger)
    if not new:
        return text
    replaced = {_pair(answer.mention, answer.actor) for answer in new}
    on_pairs = (line for line in ledger.decisions if line.mention != line.actor)
    gone = {line.line for line in on_pairs if _pair(line.mention, line.actor) in replaced}
    kept = [line for number, line in enumerate(_filled(text), 1) if number not in gone]
    return "\n".join([*(kept or [";".join(HEADER)]), *_written(new, today)]) + "\n"


def fresh(decided: Sequence[Answer], ledger: Ledger) -> list[Answer]:
    """Decisions that say something else than the ledger: another word on the pair, or another reason."""
    known = {(_pair(line.mention, line.actor), line.decision): line.reason for line in ledger.decisions}
    pairs = [((_pair(answer.mention, answer.actor), answer.decision), answer) for answer in decided]
    return [answer for pair, answer in pairs if pair not in known or (answer.reason or known[pair]) != known[pair]]


def _filled(text: str) -> list[str]:
    """The lines as the ledger numbers them: blank ones do not count."""
    return [line for line in text.splitlines() if line.strip()]


def _written(decided: Sequence[Answer], today: datetime.date) -> Iterator[str]:
    for answer in decided:
        reason = answer.reason or ("décidé en revue" if answer.decision != DOUBTFUL else "")
        stream = io.StringIO()
        cells = (answer.mention, answer.actor, answer.decision, reason, today.isoformat(), "")
        csv.writer(stream, delimiter=";", lineterminator="").writerow(cells)
        yield stream.getvalue()
