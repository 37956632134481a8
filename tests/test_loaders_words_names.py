"""Where an organisation's name begins and ends in a sentence: cut short, or too long, it is no name."""

import pytest

from graph.model import Graph
from loaders.words.names import is_generic
from loaders.words.organisations import Organisations
from loaders.words.places import gazetteer
from loaders.words.programmes import programmes
from loaders.words.roles import citations
from loaders.words.tool_names import ToolNames
from maillage.pipeline import read_graph

NATIONAL = [spelling for programme in programmes() for spelling in programme.spellings]
ORGANISATIONS = Organisations(("MLJ", "CAF"), NATIONAL)


def partners(names: str) -> list[str]:
    """The names read after "avec"."""
    return [citation.name for citation in citations(f"Ouvrir un lieu avec {names}", ORGANISATIONS)]


@pytest.mark.parametrize(
    "name",
    [
        "UFOLEP 47",
        "CD 73",
        "Alfa 3A",
        "Université Rennes 2",
        "Terre de liens",
        "Ligue contre le cancer",
        "Clowns sans frontières",
        "Conférence des financeurs",
        "Osez le féminisme",
        "Forum réfugiés",
        "Jeunes agriculteurs",
        "Médecins du monde",
        "Ligue Auvergne d'athlétisme",
        "Citoyens et Justice",
        "Genre et Ville",
        "fondation Daniel et Nina Carasso",
        "association Plume et Palabres",
        "association Elles debout",
        "asso. Lire et Délire",
        "Cie Les Mots perchés",
        "Roule & Co",
        "Raid Aventure Organisation",
        "librairie Au Fil des pages",
        "Office municipal de la culture et des sports",
        "Maison de Justice et du Droit",
        "GIP Maison de l'emploi",
        "association Saveurs d'ici",
        "espace conseil France Rénov'",
        "collectif « Les mains vertes »",
    ],
)
def test_a_name_is_read_whole(name: str) -> None:
    assert partners(name) == [name]
    assert partners(f"{name}, la MLJ et la CAF") == [name, "MLJ", "CAF"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("la société Optima Médiation de 17 h à 23 h", ["société Optima Médiation"]),
        ("Wimoov pour les vélos", ["Wimoov"]),
        ("Roulavie contre l'isolement", ["Roulavie"]),
        ("le collectif Les Fous associant trois troupes", ["collectif Les Fous"]),
        ("la communauté de communes Rhône Crussol du PLUi", ["communauté de communes Rhône Crussol"]),
        ("France Bénévolat 12 jeunes", ["France Bénévolat"]),
        ("la sous-préfecture. Le lieu ouvre", ["sous-préfecture"]),
    ],
)
def test_what_is_no_part_of_a_name(words: str, expected: list[str]) -> None:
    assert partners(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("l'association Tremplin et l'Escale", ["association Tremplin", "Escale"]),
        ("l'association Tremplin et Wimoov", ["association Tremplin", "Wimoov"]),
        ("Kilomètre Zéro et Biocoop", ["Kilomètre Zéro", "Biocoop"]),
        ("le centre social Soleil Levant et Roulavie", ["centre social Soleil Levant", "Roulavie"]),
        ("Emmaüs et Citoyens et Justice", ["Emmaüs", "Citoyens et Justice"]),
        ("la Ville de Lhers et le Département", ["Ville de Lhers", "Département"]),
    ],
)
def test_an_et_between_two_names(words: str, expected: list[str]) -> None:
    assert partners(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Jean Moulin",
        "Marie-Curie",
        "Clémence B.",
        "le Recteur",
        "Santé",
        "Habitants",
        "Fonds vert",
        "l'Agence Nationale pour la Formation des Adultes",
        "le collectif d'habitants Bien vivre à Lhers",
        "Pass'Sport",
        "le REP +",
        "la SCIC",
    ],
)
def test_no_name_rather_than_a_wrong_one(words: str) -> None:
    assert partners(words) == []


def test_usual_names_are_no_public_with_a_capital() -> None:
    assert not is_generic("Médecins du monde")
    assert is_generic("médecins du monde rural")


def test_short_acronyms_of_programmes_are_in_capitals() -> None:
    assert [tool.name for tool in ToolNames(()).find("Soutenir la Cie des Oiseaux par un CIE")] == ["CIE"]


def test_words_that_give_show_no_place() -> None:
    sentences = ["action confiée à la Croix-Blanche", "accueil proposé à Montaut"]
    assert [place.name for place in gazetteer((), sentences)] == ["Montaut"]


PLAN = """Contrat de ville de Lhers 2024-2030

Axe 1 - Cohésion

Objectif 1 - Accueillir

Actions en cours

- Distribuer des colis avec les Restos du cœur
- Nager (4 500 € CAF ; 20 M€ ANRU)

Pilote :

Ville de Lhers
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    plan = tmp_path_factory.mktemp("plan") / "lhers.txt"
    plan.write_text(PLAN, encoding="utf-8")
    return read_graph(plan)


def test_an_alias_is_as_printed(graph: Graph) -> None:
    aliases = [alias for node in graph.by_label("Actor") for alias in node.properties["aliases"]]
    assert any("Restos du cœur" in alias for alias in aliases)


def test_an_amount_reaches_the_graph_but_for_an_envelope(graph: Graph) -> None:
    amounts = {tie.properties.get("amount") for tie in graph.by_type("FUNDS")}
    assert amounts == {4500}
