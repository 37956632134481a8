"""Points to decide: the questions that the figures raise, the most pressing first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from graph.network.gaps import few_partners
from graph.network.orphans import orphaned
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts, rows_of
from viz.dossier.story.fragile import at_risk
from viz.dossier.story.uncovered import BOTH
from viz.dossier.story.words import listed, more_rows, name, numbers, of, said, sentence
from viz.report import Group, Row, first, where

_RELAYS, _FEW, _ROWS, _CLAIMS = 3, 2, 10, 4
_FAMILIES = ("Pilotage", "Sommes et montants", "Partenaires", "Actions", "Noms")
COLUMNS = ("point à décider", "pourquoi", "où regarder")


class Point(NamedTuple):
    """A question, what makes it one, and where that is to be seen."""

    question: str
    reason: str
    proof: Proof


def decisions(facts: Facts) -> Section:
    """The questions for the committee."""
    found = points(facts)
    if not found:
        claim = Claim(
            said("Les chiffres de ce dossier ne soulèvent aucun point à décider."), Proof("maillage verifier DOSSIER")
        )
        return Section("decisions", "Points à décider", (claim,))
    one = len(found) == 1
    lead = Claim(
        said(f"{'1 point est' if one else f'{len(found)} points sont'} à décider ou à vérifier en séance."),
        Proof(sheet="Points"),
        _kept_back(facts),
    )
    claims = (lead, *(_claim(point) for point in found[:_CLAIMS]))
    rows = [[point.question, point.reason, _spot(point.proof)] for point in found[:_ROWS]]
    note = more_rows(rows, len(found), "autre point", "autres points", "Points")
    table = Table("Tous les points", COLUMNS, rows, (0.38, 0.42, 0.2), note, (0, 1))
    return Section("decisions", "Points à décider", claims, tables=(table,))


def _claim(point: Point) -> Claim:
    """A question and why it is asked; what a check asks for makes no sense before what it found."""
    asked = point.question.endswith("?")
    text, more = (point.question, point.reason) if asked else (point.reason, point.question)
    return Claim(text, point.proof, more)


def _kept_back(facts: Facts) -> str:
    """How many points of a sort are left to its sheet."""
    relays = len(list(_relays(facts))) - _RELAYS
    few = len(few_partners(facts.graph, BOTH)) - _FEW
    told = [
        f"{number} {one if number == 1 else many} (feuille « {sheet} »)"
        for number, one, many, sheet in (
            (relays, "autre relais", "autres relais", "Départs"),
            (few, "autre objectif à peu de partenaires", "autres objectifs à peu de partenaires", "Lacunes"),
        )
        if number > 0
    ]
    verb = "ajouterait" if max(relays, 0) + max(few, 0) == 1 else "ajouteraient"
    return said(f"S’y {verb} {listed(told)}.") if told else ""


def _spot(proof: Proof) -> str:
    """Where to look, in a few words."""
    return " ; ".join(proof.places) or said(f"feuille « {proof.sheet} »")


def points(facts: Facts) -> list[Point]:
    """Every point, by sort: relays, objectives with few partners, what a check asks to look at."""
    relays = list(islice(_relays(facts), _RELAYS))
    return [*relays, *_few(facts), *_doubtful(facts), *_checks(facts)]


def _relays(facts: Facts) -> Iterator[Point]:
    """Who would take over from those on whom objectives or actions hang."""
    hanging = orphaned(facts.network)
    for row in rows_of(at_risk(facts)):
        lost = hanging.get(str(row.id), frozenset())
        if not lost or (facts.nodes[str(row.id)].properties.get("generic")):
            continue
        many = len(lost)
        what = facts.noun.count(many)
        which = f" ({numbers(facts.nodes[id_] for id_ in lost)})" if facts.choices.level == "objectif" else ""
        verb, whose = ("tient", "son") if many == 1 else ("tiennent", "leur")
        reason = f"{what}{which} {verb} à cet acteur : {whose} seul pilote, ou {whose} seul acteur faute de pilote."
        question = f"Qui prendrait le relais {of(name(facts.nodes[str(row.id)]))} ?"
        yield Point(said(question), said(reason), Proof(facts.command(f"simuler-depart {row.id}"), "Départs"))


def _few(facts: Facts) -> Iterator[Point]:
    frame = few_partners(facts.graph, BOTH)
    for row in rows_of(frame.head(_FEW)):
        label = f"l’objectif {row.objectif}" if str(row.objectif).isdigit() else f"« {row.titre} »"
        partners = "partenaire" if row.partenaires < 2 else "partenaires"
        reason = f"{row.partenaires} {partners} pour {row.actions} action{'s' * (row.actions > 1)}, "
        reason += f"là où le rythme médian du plan en donnerait environ {round(row.attendus)}."
        yield Point(
            said(f"Faut-il d’autres partenaires pour {label} ?"),
            said(reason),
            Proof(facts.command("lacunes"), "Lacunes"),
        )


def _doubtful(facts: Facts) -> Iterator[Point]:
    """Names of the first ten that may be another's."""
    for row in rows_of(facts.robustness.frame.head(_ROWS)):
        others = row.peut_etre
        if isinstance(others, str) and others:
            question = f"« {row.acteur} » et « {others} » sont-ils un même acteur ?"
            reason = "Tant que ce n’est pas décidé, leurs engagements sont comptés à part."
            yield Point(said(question), said(reason), Proof("maillage acteurs revue DOSSIER", "Engagements"))


def _pressing(found: tuple[Group, list[Row], int]) -> int:
    """What the committee can decide before what the reading of a document asks for."""
    return _FAMILIES.index(found[0].kind.family) if found[0].kind.family in _FAMILIES else len(_FAMILIES)


def _checks(facts: Facts) -> Iterator[Point]:
    for group, rows, _ in sorted(first(facts.report), key=_pressing):
        if group.kind.code == "pilote-surcharge":
            continue
        shown = group.checks[0]
        more = len(group.checks) - 1
        others = f" (et {more} autre{'s' * (more > 1)} constat{'s' * (more > 1)})" if more else ""
        places = (said(where(shown.places, several=True, most=3)),) if shown.places else ()
        question = sentence(group.kind.action or group.kind.title)
        yield Point(
            question,
            sentence(rows[0].message.rstrip(".") + others),
            Proof("maillage verifier DOSSIER", "Constats", places),
        )
