"""Roles inside the actions, against readings by eye: the two real plans, and made-up ones read without a ledger."""

import json
from pathlib import Path
from typing import Any

import pytest

from graph.model import Graph
from graph.text import slug
from loaders.words.names import without_article
from loaders.words.organisations import Organisations
from loaders.words.roles import citations
from maillage.pipeline import read_graph

TESTS = Path(__file__).parent
PLANS = TESTS.parent / "plans"
ROLES = {"PILOTS", "PARTNERS"}
CASES = {
    "chambery": (PLANS / "grand-chambery-2021-2022", TESTS / "lecture_chambery_roles.json"),
    "albertville": (PLANS / "albertville-2021", TESTS / "lecture_albertville.json"),
    "varenceau": (TESTS / "donnees/roles/varenceau.txt", TESTS / "donnees/roles/varenceau.gold.json"),
    "barsel": (TESTS / "donnees/roles/barsel.txt", TESTS / "donnees/roles/barsel.gold.json"),
}

# Plans by another hand, with what else a reader may take for right: `alt` roles, and `optional` citations.
LOOSER = {name: TESTS / "donnees/roles" / name for name in ("ormeval", "thelis")}

Cited = tuple[int, str, frozenset[str]]


def bare(name: str) -> str:
    return slug(without_article(name))


def read_roles(graph: Graph, *types: str) -> list[Cited]:
    """Line, role and names (as printed, and as resolved) of every actor tied to an action."""
    nodes = graph.index()
    provider = {tie.end: tie.start for tie in graph.by_type("PROVIDES")}
    found = []
    for tie in graph.by_type(*types):
        if nodes[tie.end].label == "Action":
            actor = nodes[provider.get(tie.start, tie.start)]
            names = frozenset(bare(name) for name in (actor.name, *actor.properties["aliases"]))
            found += [(int(place.split()[-1]), tie.type, names) for place in tie.properties["locators"]]
    return found


def gold_roles(path: Path, roles: set[str]) -> list[tuple[int, str, str, bool]]:
    """Line, role, name and doubt of the reader's citations; publics are left out."""
    citations_ = json.loads(path.read_text(encoding="utf-8"))["citations"]
    return [
        (entry["line"], entry["role"], bare(entry["actor"]), bool(entry.get("doubtful")))
        for entry in citations_
        if entry["role"] in roles and not entry.get("generic")
    ]


def agree(read: Cited, line: int, role: str, name: str) -> bool:
    """The same line and role, and one name within the other ("association Tremplin", "Tremplin")."""
    within = any(f"-{name}-" in f"-{known}-" or f"-{known}-" in f"-{name}-" for known in read[2])
    return read[0] == line and read[1] == role and within


@pytest.mark.parametrize("case", CASES)
def test_precision_and_recall_of_pilots_and_partners(case: str) -> None:
    plan, reading = CASES[case]
    found = read_roles(read_graph(plan), *ROLES)
    expected = gold_roles(reading, ROLES)
    right = [read for read in found if any(agree(read, *entry[:3]) for entry in expected)]
    sure = [entry for entry in expected if not entry[3]]
    recalled = [entry for entry in sure if any(agree(read, *entry[:3]) for read in found)]
    assert len(right) >= 0.95 * len(found), [read for read in found if read not in right]
    assert len(recalled) >= 0.95 * len(sure), [entry for entry in sure if entry not in recalled]
    assert sum(any(agree(read, *entry[:3]) for read in found) for entry in expected) >= 0.8 * len(expected)


@pytest.mark.parametrize("case", LOOSER)
def test_precision_and_recall_in_the_words_of_another_hand(case: str) -> None:
    read = read_roles(read_graph(LOOSER[case].with_suffix(".txt")), *ROLES, "MENTIONED_IN", "FUNDS")
    cited = json.loads(LOOSER[case].with_suffix(".gold.json").read_text(encoding="utf-8"))["citations"]
    found = [tie for tie in read if tie[1] in ROLES]
    wrong = [tie for tie in found if not any(accepts(entry, tie) for entry in cited)]
    expected = [entry for entry in cited if entry["role"] in ROLES and not entry.get("optional")]
    missed = [entry for entry in expected if not any(accepts(entry, tie) for tie in read)]
    assert len(wrong) <= 0.1 * len(found), wrong
    assert len(missed) <= 0.2 * len(expected), missed


def accepts(entry: dict[str, Any], read: Cited) -> bool:
    """The role of the reading, or another that it allows; any role for what may be left out."""
    roles = {entry["role"], *entry.get("alt", ()), *(ROLES if entry.get("optional") else ())}
    types = {"MENTIONED_IN" if role == "MENTIONED" else role for role in roles}
    return any(agree(read, entry["line"], type_, bare(entry["actor"])) for type_ in types)


@pytest.mark.parametrize("case", ["chambery", "varenceau", "barsel"])
def test_funders_named_in_the_actions(case: str) -> None:
    plan, reading = CASES[case]
    found = read_roles(read_graph(plan), "FUNDS")
    sure = [entry for entry in gold_roles(reading, {"FUNDS"}) if not entry[3]]
    for entry in sure:
        assert any(agree(read, *entry[:3]) for read in found), entry
    assert len(found) <= len(gold_roles(reading, {"FUNDS"}))


KNOWN = (
    "MLJ",
    "CAF",
    "EN",
    "Pôle emploi",
    "Ville de Valbourg",
    "DSDEN",
    "Collège Jean-Moulin",
    "Forum Cinémas",
    "État",
)
ORGANISATIONS = Organisations(KNOWN, ["PLIE", "Forum", "Ville d'art et d'histoire", "La Dynamo"])


def roles(sentence: str) -> list[tuple[str, str]]:
    return [(cited.name, cited.role) for cited in citations(sentence, ORGANISATIONS)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Repérer les jeunes avec la MLJ, la SEAS et la DREETS", ["MLJ", "SEAS", "DREETS"]),
        ("Former, en lien avec la DSDEN et Pôle Emploi", ["DSDEN", "Pôle Emploi"]),
        ("Engager les travaux par l'OPAC de la Combe", ["OPAC de la Combe"]),
        ("Animer un groupe avec Etat / Ville de Valbourg", ["Etat", "Ville de Valbourg"]),
        ("Aider les jeunes (MLJ, Pôle emploi)", ["MLJ", "Pôle emploi"]),
        ("Poursuivre les partenariats avec les structures culturelles : MJC, Forum Cinémas", ["MJC", "Forum Cinémas"]),
    ],
)
def test_words_that_make_partners(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == [(name, "PARTNERS") for name in expected]


def test_pilots_and_co_pilots() -> None:
    one, other = citations("Dispositif co-piloté par la MLJ et l'entreprise Corvel", ORGANISATIONS)
    assert [(one.name, one.co), (other.name, other.co)] == [("MLJ", True), ("entreprise Corvel", True)]
    (alone,) = citations("Atelier piloté par la CAF", ORGANISATIONS)
    assert (alone.role, alone.co) == ("PILOTS", False)


@pytest.mark.parametrize(
    "sentence",
    [
        "Poursuivre un pilotage composé d'un COPIL unique",
        "Organiser un forum au Forum avec les habitants",
        "Candidater au label Ville d'art et d'histoire",
        "Enrichir l'offre du lieu (fablab de la Dynamo)",
        "Accompagner les demandeurs d'emploi (PLIE)",
        "Réunir le groupe par quartier, deux fois par an, via un appel à projets",
        "Poursuivre la collaboration avec un collège d'expert",
        "Rénover les écoles par priorité, en plusieurs phases",
    ],
)
def test_words_that_name_nobody(sentence: str) -> None:
    assert roles(sentence) == []


def test_who_pays_is_no_partner() -> None:
    assert roles("Déployer la formation (financements Etat)") == [("Etat", "FUNDS")]
    assert roles("Ouvrir un garage financé par la CAF et la Fondation Ravel") == [
        ("CAF", "FUNDS"),
        ("Fondation Ravel", "FUNDS"),
    ]


def test_a_pilot_establishment_pilots_nothing() -> None:
    assert roles("Le collège Jean-Moulin est établissement pilote") == [("collège Jean-Moulin", "MENTIONED_IN")]


def test_a_role_wins_over_a_mention_of_the_same_name() -> None:
    assert roles("Soutenir la CAF dans son projet, avec la CAF") == [("CAF", "PARTNERS")]


def test_an_acronym_spelt_out_is_no_partner() -> None:
    assert roles("Réunir le Groupe technique de suivi local (GTSL)") == []
