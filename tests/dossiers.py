"""Plans for the tests of dossiers: a tiny one to count by hand, and made-up ones of awkward sizes."""

from __future__ import annotations

import datetime

from graph.model import Graph
from tests.graphs import Told
from viz.dossier.model import Drawn
from viz.paper.chart import Chart, Table
from viz.paper.sheet import FORMATS, Heading, sheet

DATE = datetime.date(2026, 11, 22)
LONG = "Association départementale pour l'insertion, l'accompagnement et la réussite des jeunes adultes"


def tiny() -> Graph:
    """Objective 1: the Ville leads, the État and the Club help; 2: the État leads, alone. 1 000 € and a loan."""
    told = Told("tiny")
    first, second = told.objective(1), told.objective(2)
    state, city, club = told.actor("etat", "État"), told.actor("tiny/ville", "Ville"), told.actor("tiny/club", "Club")
    told.tie("PILOTS", city, first, basis="stated")
    told.tie("PARTNERS", state, first, basis="stated")
    told.tie("PARTNERS", club, first, basis="stated")
    told.tie("PILOTS", state, second, basis="stated")
    for id_, kind, amount in (("etat/subvention", "subvention", 1_000), ("etat/pret", "prêt", 500)):
        source = told.node("FundingSource", id_, quotes=[kind], name=kind.capitalize(), kind=kind)
        told.tie("PROVIDES", state, source)
        told.tie("FUNDS", source, first, amount=amount, scope="local")
    return told.graph


def wide(objectives: int = 60, actors: int = 120) -> Graph:
    """Many objectives and actors of long names: each actor helps two objectives, every third one leads one."""
    told = Told("large")
    goals = [told.objective(number + 1) for number in range(objectives)]
    for rank in range(actors):
        actor = told.actor(f"large/acteur-{rank}", f"{LONG} n° {rank}")
        for step in (0, 7):
            told.tie("PARTNERS", actor, goals[(rank + step) % objectives], basis="stated")
        if rank % 3 == 0:
            told.tie("PILOTS", actor, goals[rank % objectives], basis="stated")
    return told.graph


def bare() -> Graph:
    """Two objectives that name nobody."""
    told = Told("vide")
    told.objective(1)
    told.objective(2)
    return told.graph


def made_map(key: str = "carte") -> Drawn:
    """A map of one page in each format."""
    heading = Heading(
        "Deux acteurs portent tout", "Qui pilote quoi", "Source : plan.txt, carte du 22/11/2026.", "Des liens"
    )
    table = Table(["acteur", "engagements"], [["Ville", 3]])
    charts = {
        name: Chart(f"{key}-{name}", heading.title, heading.alt, [sheet(page, heading, [])[0]], table)
        for name, page in FORMATS.items()
    }
    return Drawn(key, "Qui pilote quoi", charts)
