"""Amounts, sources, tools and places: small forms, expected values worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.french import euros as french_euros
from loaders.forms.tools import read_tools
from loaders.lines import Line
from loaders.words.envelopes import amounts_set_aside, national_envelopes
from loaders.words.funding import named_funders
from loaders.words.money import euros, first_amount, leading_amount, source_of
from loaders.words.places import PlaceFinder, PlaceName, gazetteer
from loaders.words.titles import number_and_title


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("89.3 M€ de X", 89_300_000),
        ("11,3 M€", 11_300_000),
        ("120 millions d'euros", 120_000_000),
        ("7Milliards €", 7_000_000_000),
        ("2 Milliards €", 2_000_000_000),
        ("10M€", 10_000_000),
        ("45 k€", 45_000),
        ("250 000 €", 250_000),
        ("1.500.000 euros", 1_500_000),
        ("1 234,50 €", 1_234),
        ("12 500 euros", 12_500),
        ("10 M d'euros", 10_000_000),
        ("2 Mds d’euros", 2_000_000_000),
        ("3,5 MEUR", 3_500_000),
        ("Un milliard d'euros", 1_000_000_000),
        ("deux millions d'euros", 2_000_000),
        ("1 milliard 500 millions", 1_500_000_000),
        ("6 millions de l'État", 6_000_000),
    ],
)
def test_amounts(text: str, amount: int) -> None:
    found = first_amount(f"soit {text}")
    assert found is not None
    assert found.euros == amount


@pytest.mark.parametrize(
    "text", ["300 médiateurs", "93% Cristal", "1,5 million de personnes", "10 millions d'euro-citoyens"]
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert leading_amount(text) is None


@pytest.mark.parametrize(
    ("text", "counted", "aside"),
    [
        ("Distribution de 10 millions de repas", [], []),
        ("Abondement de 10 à 15 M€", [], ["15 M€"]),
        ("Fonds de 15M€ et prêts d'honneur de 2 000 à 8 000 €", [15_000_000], ["8 000 €"]),
        ("entre 10 M€ et 15 M€ par an", [], ["10 M€", "15 M€"]),
        ("Plan de 10 M€ (dont 2 M€ pour les femmes)", [10_000_000], ["2 M€"]),
        ("Pass culture de 50 €", [], ["50 €"]),
        ("Aide de 1 100 €/mois", [], ["1 100 €"]),
        ("Dotation de 30 000 € par cité éducative", [], ["30 000 €"]),
        ("Prêts jusqu'à 10 000 €", [], ["10 000 €"]),
        ("Crédits de 10 M€ par la Région, 5 M€ par an", [10_000_000, 5_000_000], []),
        ("En 2021 et 2022, 20 M€ puis 30 M€", [20_000_000, 30_000_000], []),
    ],
)
def test_what_is_no_envelope_is_said_and_not_counted(text: str, counted: list[int], aside: list[str]) -> None:
    assert [envelope.euros for envelope in national_envelopes(text)] == counted
    assert [quote for quote, _ in amounts_set_aside(text)] == aside


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("1. Emploi", 1, "Emploi"),
        ("Objectif 2.1 : Former", None, "Former"),
        ("Axe 3 Santé", 3, "Santé"),
        ("IV – Logement", 4, "Logement"),
        ("2 000 emplois", None, "2 000 emplois"),
        ("5 ans pour agir", None, "5 ans pour agir"),
        ("1er objectif", None, "1er objectif"),
        ("12 000 €", None, "12 000 €"),
    ],
)
def test_titles_keep_the_figures_that_count(printed: str, number: int | None, title: str) -> None:
    assert number_and_title(printed) == (number, title)


@pytest.mark.parametrize(
    ("rest", "provider", "instrument", "kind"),
    [
        ("de subventions de l'ANRU", "ANRU", "subvention", "subvention"),
        ("de prêts bonifiés d'Action Logement", "Action Logement", "prêt", "prêt"),
        ("de participation des bailleurs sociaux", "bailleurs sociaux", "participation", "participation"),
        ("de fonds européens", "Europe", "fonds européens", "fonds européens"),
        ("de la Ville de Lac", "Ville de Lac", "contribution", "inconnu"),
        ("du Conseil départemental", "Conseil départemental", "contribution", "inconnu"),
    ],
)
def test_sources(rest: str, provider: str, instrument: str, kind: str) -> None:
    found = source_of(rest)
    assert found is not None
    assert (found.provider, found.instrument, found.kind) == (provider, instrument, kind)


def test_a_share_is_no_amount() -> None:
    found = source_of("de participation des bailleurs (dont 93% Cristal H)")
    assert found is not None
    assert (found.provider, found.share) == ("bailleurs", (0.93, "Cristal H"))
    assert source_of("pour les Hauts") is None


@given(st.integers(0, 10**12))
def test_euros_in_full_are_exact(amount: int) -> None:
    assert euros(f"{amount:,}".replace(",", " "), "€") == amount


def test_millions_for_people() -> None:
    assert french_euros(135_900_000) == "135,9\u00a0M€"
    assert french_euros(2_100_000) == "2,1\u00a0M€"
    assert french_euros(1_234_500_000) == "1\u202f234,5\u00a0M€"
    assert french_euros(999) == "999\u00a0€"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Déploiement (financements Etat) dont les publics", ["Etat"]),
        ("Actions financées par la DREETS et DRCS", ["DREETS", "DRCS"]),
        ("pour le nord avec le soutien de l'ANRU et de la Région", ["ANRU", "Région"]),
        ("(candidature retenue par la MILDECA Paris suite à l'AAP)", ["MILDECA Paris"]),
        ("la fin des fonds européens (FEDER)", ["FEDER"]),
        ("rechercher des financements européens", []),
    ],
)
def test_named_funders(text: str, who: list[str]) -> None:
    assert [funder.who for funder in named_funders(text)] == who


def tools(*lines: str, known: str = "CAF") -> list[tuple[str, tuple[str, ...]]]:
    section = read_tools([Line("l.", line) for line in lines], lambda name: name == known, frozenset())
    return [(tool.name, tool.operators) for tool in section.tools]


def test_tools_and_who_operates_them() -> None:
    assert tools("- Mobi (Agence du Lac),") == [("Mobi", ("Agence du Lac",))]
    assert tools('"A" / "B" (MLJ)') == [("A", ("MLJ",)), ("B", ("MLJ",))]
    assert tools("- Groupe technique (très lié à la suite)") == [("Groupe technique", ())]
    assert tools("Pour le parc : la convention d'attribution") == [("Convention d'attribution", ())]
    assert tools("- Mise en place d'un plan par la Ville (2021)") == [("Plan", ("la Ville",))]
    assert tools("- CAF, Contrat local") == [("Contrat local", ())]


def test_a_programme_with_parts_and_sources() -> None:
    section = read_tools(
        [Line("l.", text) for text in ("Projet", "Total de 3 M€ :", "- 3 M€ pour le nord", "- 1 M€ de la CAF")],
        lambda name: False,
        frozenset(),
    )
    [programme] = section.programmes
    assert programme.announced is not None
    assert (programme.name, programme.announced[0].euros) == ("Projet", 3_000_000)
    assert [money.euros for money, _ in programme.parts] == [3_000_000]
    assert [money.euros for money, _ in programme.sources] == [1_000_000]


def test_what_is_done_is_no_place() -> None:
    """A cell cut short leaves the next sentence behind "dans les quartiers"."""
    texts = ["66 agences dans les quartiers Lancement, dans le cadre", "dans les quartiers Intervention sociale"]
    assert gazetteer([], texts) == []


def test_places_declared_or_shown_by_the_text_itself() -> None:
    texts = ["ouvrir à Barby et au Mas Barral", "valeurs et laïcité", "former à la Laïcité", "Café Barby", "à l'Ecole"]
    places = gazetteer([PlaceName("La Ravoire", ("Ravoire",), "commune")], texts)
    assert [place.name for place in places] == ["La Ravoire", "Barby", "Mas Barral"]
    finder = PlaceFinder(places, {"Café Barby"})
    assert [found.place.name for found in finder.find("à la Ravoire et à Barby")] == ["La Ravoire", "Barby"]
    assert finder.find("au Café Barby, barbyesque") == []
