"""Made-up files of grants, and their graph."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.model import Finding, Graph, Relationship
from graph.statements import ActorMention, Reading
from loaders.forms.grants.form import GrantsForm
from loaders.plan_info import PlanInfo
from loaders.read.delimited import read_delimited
from loaders.read.document import RawDocument
from loaders.read.records import read_json_records
from loaders.writer import Writer

INFO = PlanInfo("Contrat de ville du Val", "Val", 2024, 2030)
SCHEMA = (
    "nomAttribuant idAttribuant dateConvention referenceDecision nomBeneficiaire idBeneficiaire objet montant nature "
    "conditionsVersement datesPeriodeVersement idRAE notificationUE pourcentageSubvention"
).split()
USUAL = {
    "nomAttribuant": "Ville du Val",
    "dateConvention": "2023-03-01",
    "nomBeneficiaire": "Les Amis du Val",
    "objet": "Fonctionnement",
    "montant": "1000",
    "nature": "aide en numéraire",
    "conditionsVersement": "unique",
    "datesPeriodeVersement": "2023-04-01",
    "notificationUE": "non",
    "pourcentageSubvention": "1",
}


def key_digit(digits: str) -> str:
    """Digits completed by Luhn's key, worked out from the left on the number as it will be."""
    for key in "0123456789":
        number = [int(digit) for digit in digits + key]
        doubled = [2 * digit if (len(number) - rank) % 2 == 0 else digit for rank, digit in enumerate(number)]
        if sum(digit if digit < 10 else digit - 9 for digit in doubled) % 10 == 0:
            return digits + key
    raise AssertionError(digits)


def siret(number: int, establishment: int = 1) -> str:
    """A sound SIRET made from a number of at most eight digits."""
    return key_digit(f"{key_digit(f'{number:08}')}{establishment:04}")


def rows(*given: Mapping[str, str], columns: Sequence[str] = SCHEMA, delimiter: str = ";") -> str:
    """A file of the published schema; each row gives what differs from `USUAL` (and its own reference)."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for number, row in enumerate(given, 1):
        told = {**USUAL, "referenceDecision": f"D{number}", **row}
        writer.writerow([told.get(column, "") for column in columns])
    return out.getvalue()


def raw_of(path: Path) -> RawDocument:
    return read_json_records(path) if path.suffix == ".json" else read_delimited(path)


def add_grants(reading: Reading, path: Path) -> None:
    """Add one file of grants to a reading."""
    raw = raw_of(path)
    form = GrantsForm.recognise(raw)
    assert form is not None, path
    writer = Writer(reading, f"{reading.plan}/{raw.name}")
    writer.node("Document", writer.document, raw.name, form.opening.locator, form.opening.text)
    writer.node("Plan", reading.plan, INFO.title, form.opening.locator, form.opening.text)
    form.write(writer, INFO, frozenset())


def reading_of(*paths: Path) -> Reading:
    reading = Reading(INFO.id, INFO.scope)
    for path in paths:
        add_grants(reading, path)
    return reading


def graph_of(folder: Path, text: str, *, name: str = "subventions.csv", ledger: Ledger | None = None) -> Graph:
    """The graph of one file of grants."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return assemble(reading_of(path), ledger or Ledger())


def with_plan(paths: Sequence[Path], *names: str, ledger: Ledger | None = None) -> Graph:
    """The graph of files of grants beside a plan that names some partners."""
    reading = Reading(INFO.id, INFO.scope)
    writer = Writer(reading, f"{INFO.id}/plan.txt")
    writer.node("Document", writer.document, "plan.txt", "ligne 1", "Plan")
    writer.node("Plan", INFO.id, INFO.title, "ligne 1", "Plan")
    objective = writer.node("Objective", f"{INFO.id}/objectif-1", "Agir", "ligne 2", "Agir", position=1, title="Agir")
    for number, name in enumerate(names, 3):
        writer.tie(ActorMention(name), "PARTNERS", objective, f"ligne {number}", name, basis="stated")
    for path in paths:
        add_grants(reading, path)
    return assemble(reading, ledger or Ledger())


def funds(graph: Graph) -> list[Relationship]:
    return graph.by_type("FUNDS")


def amounts(graph: Graph) -> list[int | None]:
    return [tie.properties.get("amount") for tie in funds(graph)]


def findings(graph: Graph, code: str) -> list[Finding]:
    return [finding for finding in graph.findings if finding.code == code]


def codes(graph: Graph) -> set[str]:
    return {finding.code for finding in graph.findings}


def received(graph: Graph) -> dict[str, int]:
    """Euros that each beneficiary gets, by its name."""
    names = {node.id: node.name for node in graph.nodes}
    found: dict[str, int] = {}
    for tie in funds(graph):
        found[names[tie.end]] = found.get(names[tie.end], 0) + (tie.properties["amount"] or 0)
    return found
