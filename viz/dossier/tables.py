"""Every table of the dossier as workbooks: what stands behind the figures, one sheet each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from graph.french import NBSP
from graph.network.behind import ties_behind
from graph.network.departure.money import local_sources
from graph.network.measures import MEASURES
from viz.dossier.model import Dossier
from viz.dossier.ods import ods
from viz.dossier.story.carriers import COLUMNS as RANKING
from viz.dossier.story.decisions import COLUMNS as POINTS
from viz.dossier.story.decisions import points
from viz.dossier.story.facts import Facts
from viz.dossier.story.money import spots
from viz.dossier.story.words import said
from viz.dossier.theme import Theme
from viz.dossier.zipped import timeless
from viz.report import SEVERITIES, where
from viz.workbook import Column, Sheet, to_xlsx

_WIDEST, _LONGEST_TITLE = 60, 31
Rows = Sequence[Sequence[Any]]


def workbooks(facts: Facts, dossier: Dossier, theme: Theme) -> dict[str, bytes]:
    """The same sheets as ODS and as XLSX."""
    made = list(sheets(facts, dossier))
    return {
        "tableaux.ods": ods(made, theme, dossier.title, dossier.date),
        "tableaux.xlsx": timeless(to_xlsx(made)),
    }


def sheets(facts: Facts, dossier: Dossier) -> Iterator[Sheet]:
    """What the dossier names as its proofs, its sentences, and the twin of each map."""
    yield _sheet("Phrases", ("partie", "phrase", "à savoir", "preuve"), list(_claims(dossier)))
    yield _sheet("Chiffres clés", ("chiffre", "ce qu’il compte", "preuve"), list(_figures(dossier)))
    yield _sheet("Engagements", (*RANKING, "passerelle"), _ranking(facts))
    yield _ties(facts)
    yield _sheet("Lectures", ("mesure", "lecture", "définition", "mise en garde"), list(_readings(facts)))
    yield _frame("Départs", facts.risks)
    yield from _money(facts)
    yield from _questions(facts)
    yield _sheet("Points", POINTS, [(point.question, point.reason, point.proof.words) for point in points(facts)])
    for drawn in dossier.charts:
        table = drawn.charts["a3"].table
        yield _sheet(f"Carte {drawn.key}", table.columns, table.rows, (drawn.title,))


def _claims(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for part in dossier.sections:
        for claim in part.claims:
            yield part.title, claim.text, claim.more, claim.proof.words


def _figures(dossier: Dossier) -> Iterator[tuple[str, ...]]:
    for part in dossier.sections:
        for figure in part.figures:
            yield figure.value, figure.label, figure.proof.words


def _ranking(facts: Facts) -> Rows:
    from viz.dossier.story.carriers import ranked

    return [[*row, value] for row, value in zip(ranked(facts), facts.ranking["passerelle"], strict=True)]


def _ties(facts: Facts) -> Sheet:
    frame = ties_behind(facts.graph, facts.choices)
    words = {"stated": "énoncé", "inferred": "déduit"}
    return _frame("Liens", frame.assign(fondement=frame["fondement"].map(words)))


def _frame(title: str, frame: Any) -> Sheet:
    plain = frame.astype(object).where(frame.notna(), None)
    names = [str(name).replace("_", " ") for name in plain.columns]
    return _sheet(title, names, plain.to_numpy().tolist())


def _readings(facts: Facts) -> Iterator[tuple[str, ...]]:
    for name, told in MEASURES.items():
        claim = facts.read(name)
        yield told.label, f"{claim.text} {claim.more}".strip(), told.definition, told.caution


def _money(facts: Facts) -> Iterator[Sheet]:
    from viz.dossier.story.money import COLUMNS, sources

    yield _sheet("Financements", COLUMNS, sources(facts))
    without = [row for row in local_sources(facts.graph, facts.choices) if row.euros is None]
    told = [
        (facts.nodes[row.id].name, " ; ".join(place for tie in row.ties for place in spots(tie))) for row in without
    ]
    yield _sheet("Sources sans montant", ("source", "où"), told)
    ties = [tie for tie in facts.graph.by_type("FUNDS") if tie.properties.get("scope") == "national"]
    national = [
        (facts.nodes[tie.start].name, tie.properties.get("amount"), " ; ".join(spots(tie)), _quotes(tie.properties))
        for tie in ties
    ]
    yield _sheet("Enveloppes nationales", ("enveloppe", "montant (€)", "où", "phrase"), national)


def _quotes(properties: Any) -> str:
    return " ; ".join(properties.get("quotes") or ())


def _questions(facts: Facts) -> Iterator[Sheet]:
    from graph.comparison import COLUMNS, compare, rows
    from viz.dossier.story.uncovered import gaps

    yield _sheet("Lacunes", ("sorte", "où", "constat"), gaps(facts))
    checks = [
        (SEVERITIES[check.severity], check.kind.title, said(check.message), _where(check.places), check.action)
        for check in facts.report.checks
    ]
    yield _sheet("Constats", ("gravité", "constat", "message", "où", "que faire"), checks)
    if facts.since is not None:
        yield _sheet(
            "Changements", [name.replace("_", " ") for name in COLUMNS], rows(compare(facts.since, facts.graph))
        )


def _where(places: Any) -> str:
    return where(places, several=True) if places else ""


def _sheet(title: str, columns: Sequence[str], rows: Rows, notes: Sequence[str] = ()) -> Sheet:
    cells = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(len, map(str, column))) for column in zip(columns, *cells, strict=True)]
    named = [Column(name, min(_WIDEST, max(10, wide + 2))) for name, wide in zip(columns, widths, strict=True)]
    return Sheet(title[:_LONGEST_TITLE], named, cells, tuple(notes))


def _cell(value: Any) -> Any:
    """Figures stay figures; lists and yes or no become words."""
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list | tuple):
        return f"{NBSP}; ".join(map(str, value))
    return value if isinstance(value, int | float) else str(value)
