"""Key figures: how much the plan holds, how much of it names someone, and how much of it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.french import euros, grouped
from graph.network import COUNTED
from viz.dossier.model import Claim, Figure, Proof, Section
from viz.dossier.story.facts import Facts
from viz.dossier.story.words import listed, said
from viz.report import lines_told, share_told

_LABELS = (
    ("Axis", "axe", "axes"),
    ("Objective", "objectif", "objectifs"),
    ("Action", "action", "actions"),
)


def key_figures(facts: Facts) -> Section:
    """What the plan holds, in figures."""
    claims = (_whole(facts), facts.read("liens"), *_empty(facts), _read(facts))
    return Section("chiffres", "Les chiffres clés", claims, figures=tuple(_figures(facts)))


def _whole(facts: Facts) -> Claim:
    numbers = [(len(facts.graph.by_label(label)), one, many) for label, one, many in _LABELS]
    counts = [_counted(*told) for told in numbers if told[0]]
    proof = Proof(facts.command("exporter --format json"), "Chiffres clés")
    if not counts:
        return Claim("Le plan ne contient aucun objectif ni aucune action : il n’y a rien à mesurer.", proof)
    actors = len(facts.ranking)
    who = (
        "aucun acteur n’y a de rôle"
        if not actors
        else f"{_counted(actors, 'acteur y a', 'acteurs y ont')} un rôle de pilote ou de partenaire"
    )
    plans = len(facts.graph.by_label("Plan"))
    whole = "Le plan compte" if plans < 2 else f"Les {plans} plans comptent"
    text = f"{whole} {listed(counts)} ; {who} (comptés : {COUNTED[facts.choices.level]})."
    silent = f"Rien n’est compté de {facts.silent}, qui ne nomme personne à ce niveau." if facts.silent else ""
    return Claim(said(text), proof, said(silent))


def _empty(facts: Facts) -> Iterator[Claim]:
    if facts.network.number_of_edges():
        found = facts.read("cibles_sans_acteur")
        text = f"Hors {facts.silent} : {found.text[:1].lower()}{found.text[1:]}" if facts.silent else found.text
        yield replace(found, text=said(text))


def _read(facts: Facts) -> Claim:
    proof = Proof("maillage verifier DOSSIER", "Constats")
    if not facts.report.lines:
        return Claim(facts.verdict, proof)
    lines = " ; ".join(lines_told(facts.report))
    return Claim(said(f"Lecture : {lines}."), proof, facts.verdict)


def _counted(number: int, one: str, many: str) -> str:
    return f"{grouped(number)} {one if number < 2 else many}"


def _figures(facts: Facts) -> Iterator[Figure]:
    proof = Proof(facts.command("exporter --format json"), "Chiffres clés")
    for label, one, many in _LABELS:
        number = len(facts.graph.by_label(label))
        yield Figure(grouped(number), one if number < 2 else many, proof)
    yield from _roles(facts)
    yield from _money(facts)
    if facts.report.lines:
        share = Proof("maillage verifier DOSSIER", "Constats")
        yield Figure(said(share_told(facts.report)), "des lignes qui disent quelque chose ont été lues", share)


def _roles(facts: Facts) -> Iterator[Figure]:
    proof = Proof(facts.command("mesures"), "Engagements")
    actors, ties = len(facts.ranking), int(facts.ranking["engagements"].sum())
    level = COUNTED[facts.choices.level]
    yield Figure(grouped(actors), f"{'acteur engagé' if actors < 2 else 'acteurs engagés'} ({level})", proof)
    yield Figure(grouped(ties), f"{'engagement' if ties < 2 else 'engagements'} ({level})", proof)


def _money(facts: Facts) -> Iterator[Figure]:
    proof = Proof(facts.command("mesures --par argent"), "Financements")
    whole = sum(row.euros for row in facts.money)
    loans = sum(row.euros for row in facts.money if row.loan)
    if whole:
        yield Figure(euros(whole), said(f"annoncés par leurs sources{_lent(whole, loans)}"), proof)


def _lent(whole: int, loans: int) -> str:
    return "" if not loans else ", tous prêtés" if loans == whole else f", dont {euros(loans)} de prêts"
