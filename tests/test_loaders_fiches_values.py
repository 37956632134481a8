"""What rubrics of a fiche print: dates, budgets, statuses, funders with their figures, tables of funders."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.forms.fiches.left import spans
from loaders.forms.values.budgets import budget_of
from loaders.forms.values.dates import date_of, span_of
from loaders.forms.values.funders import read_funders
from loaders.forms.values.statuses import is_not_said, status_in
from loaders.lines import Line

Said = tuple[str | None, str | None]


def lines(text: str) -> list[Line]:
    return [Line(f"ligne {rank}", raw, adjacent=rank > 1) for rank, raw in enumerate(text.split("\n"), 1)]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2025-2027", ("2025", "2027")),
        ("Septembre 2024 à juin 2026", ("2024-09", "2026-06")),
        ("du 01/01/2025 au 31/12/2025", ("2025-01-01", "2025-12-31")),
        ("1er mars 2025 – 15 avril 2025", ("2025-03-01", "2025-04-15")),
        ("janvier à juin 2025", ("2025-01", "2025-06")),
        ("Année scolaire 2024/25", ("2024", "2025")),
        ("2025 : étude ; 2026 : travaux", ("2025", "2026")),
        ("2025", ("2025", "2025")),
        ("été 2025", ("2025", "2025")),
        ("à partir de septembre 2024", ("2024-09", None)),
        ("dès 2025", ("2025", None)),
        ("rentrée 2025", ("2025", None)),
        ("jusqu'en 2027", (None, "2027")),
        ("fin 2025", (None, "2025")),
    ],
)
def test_when_a_calendar_says_that_something_takes_place(text: str, span: Said) -> None:
    found = span_of(text)
    assert found is not None
    assert (found.start, found.end) == span


@pytest.mark.parametrize(
    "text",
    ["Permanente", "31/02/2025", "2000 €", "2030 logements", "Une réunion est prévue avant l'été de 2025 au moins"],
)
def test_no_date_is_made_of_words_that_say_none(text: str) -> None:
    assert span_of(text) is None


def test_the_last_date_of_a_term() -> None:
    assert date_of("Moyen terme (2026-2027)", last=True) == "2027"
    assert date_of("Date de début : 03/2025") == "2025-03"


@given(st.text())
def test_any_text_has_a_date_or_none(text: str) -> None:
    for found in (date_of(text), date_of(text, last=True)):
        assert found is None or found[:2] in ("19", "20")


@pytest.mark.parametrize(
    ("label", "text", "euros"),
    [
        ("Budget", "45 000 €", 45_000),
        ("Budget", "1,2 M€", 1_200_000),
        ("Coût total", "845 000,00 € HT", 845_000),
        ("Budget", "environ 20 000 euros", 20_000),
        ("Budget (en k€)", "45", 45_000),
        ("Budget prévisionnel total € HT", "15000", 15_000),
        ("Budget", "5000", 5_000),
        ("Coût", "Investissement : 90 000 €\nFonctionnement : 35 000 €\nTotal : 125 000 €", 125_000),
        ("Budget", "2024 : 20 000 €\n2025 : 25 000 €", 45_000),
        ("Budget", "50 000 € dont 20 000 € de l'État, 10 000 € de la Ville", 50_000),
        ("Budget", "30 000 € (État 15 000 €, Ville 15 000 €)", 30_000),
        ("Budget", "Année\t2024\t2025\tTotal\nMontant\t10 000 €\t12 000 €\t22 000 €", 22_000),
        ("Budget", "à définir", None),
        ("Budget", "Non renseigné", None),
        ("Budget", "entre 10 000 et 15 000 €", None),
        ("Coût", "4 000 € par quartier", None),
        ("Budget", "jusqu'à 8 000 €", None),
        ("Budget", "subvention ARS de 40 000 €", None),
        ("Budget", "2024", None),
        ("Budget", "45", None),
    ],
)
def test_budgets(label: str, text: str, euros: int | None) -> None:
    assert budget_of(label, lines(text)).euros == euros


@pytest.mark.parametrize(
    ("label", "text", "code"),
    [
        ("Budget", "32 k€ par an", "budget-annuel"),
        ("Budget annuel", "32 k€", "budget-annuel"),
        ("Budget", "5000", "unite-supposee"),
        ("Budget", "2024 : 20 000 €\n2025 : 25 000 €", "budget-additionne"),
        ("Budget", "A : 1 000 €\nB : 2 000 €\nTotal : 4 000 €", "somme-differente"),
        ("Budget", "4 000 € par quartier", "montant-ecarte"),
    ],
)
def test_what_is_odd_in_a_budget_is_said(label: str, text: str, code: str) -> None:
    assert [found for found, _, _ in budget_of(label, lines(text)).notes] == [code]


def test_words_that_give_no_budget_are_not_said_to_be_read() -> None:
    assert not budget_of("Budget", lines("en interne")).read
    assert budget_of("Budget", lines("à définir")).read


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("En cours", "en_cours"),
        ("à développer", "a_developper"),
        ("Réalisée à 20 %", "Réalisée à 20 %"),
        ("☐ Idée ☒ Étude ☐ Travaux", "Étude"),
        ("[ ] À venir [x] En cours", "en_cours"),
        ("☐ Idée ☐ Étude", None),
        ("Non renseigné", None),
    ],
)
def test_statuses(text: str, status: str | None) -> None:
    assert status_in([text]) == status


@pytest.mark.parametrize(
    "text", ["à définir", "Non renseigné", "Néant", "–", "à préciser avec la CAF", "voir l'annexe"]
)
def test_words_by_which_a_form_says_nothing(text: str) -> None:
    assert is_not_said(text)


def given_by(text: str) -> list[tuple[str, str, int | None, float | None]]:
    return [(a.source.provider, a.source.instrument, a.euros, a.share) for _, a in read_funders(lines(text)).given]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Enedis : 50 %", [("Enedis", "contribution", None, 0.5)]),
        ("- IGN : 9.5 % : 108593 €", [("IGN", "contribution", 108_593, 0.095)]),
        ("État (politique de la ville) : 20 000 €", [("État", "contribution", 20_000, None)]),
        ("Ville 10 k€ (fonctionnement)", [("Ville", "contribution", 10_000, None)]),
        ("45 000 € de la CAF", [("CAF", "contribution", 45_000, None)]),
        ("subvention de la Région : 12 000 €", [("Région", "subvention", 12_000, None)]),
        ("Subvention feder : 592070 €", [("Europe", "FEDER", 592_070, None)]),
        ("Subvention feder : None €", [("Europe", "FEDER", None, None)]),
        ("État – DETR : 5 000 €", [("État", "DETR", 5_000, None)]),
        ("État (BOP 147) : 5 000 €", [("État", "BOP 147", 5_000, None)]),
        ("Ville (10 000 € en 2024, 12 000 € en 2025)", [("Ville", "contribution", 22_000, None)]),
        ("État : 6 000 € en 2025, 6 000 € en 2026", [("État", "contribution", 12_000, None)]),
        ("Ville : 6 000 € (dont 2 000 € en nature)", [("Ville", "contribution", 6_000, None)]),
        ("Ville : 6 000 € dont 2 000 € en investissement", [("Ville", "contribution", 6_000, None)]),
        ("Ville : 3 000 € par an, dont 1 000 € de valorisation", [("Ville", "contribution", 3_000, None)]),
        ("Ville (2 000 € par an, soit 6 000 €)", [("Ville", "contribution", 6_000, None)]),
        ("État 20 000 € (40 %)", [("État", "contribution", 20_000, 0.4)]),
    ],
)
def test_one_funder(text: str, found: list[tuple[str, str, int | None, float | None]]) -> None:
    assert given_by(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "CDAD : 3 000 € ; Ville : 2 000 €",
        "CDAD 3 000 € / Ville 2 000 €",
        "CDAD (3 000 €), Ville (2 000 €)",
        "CDAD 3 000 € HT Ville 2 000 € HT",
        "3 000 € du CDAD et 2 000 € de la Ville",
        "- CDAD : 3 000 €\n- Ville : 2 000 €",
        "CDAD\n3 000 €\nVille\n2 000 €",
        "CDAD\t3 000 €\nVille\t2 000 €",
        "Financeur\tMontant (€)\nCDAD\t3 000\nVille\t2 000",
        "Financeur | Montant | Statut\nCDAD | 3 000 € | acquis\nVille | 2 000 € | sollicité\nTotal | 5 000 € |",
        "CDAD\tVille\n3 000 €\t2 000 €",
        "Dépenses\tMontant\tRecettes\tMontant\nAchats\t4 000 €\tCDAD\t3 000 €\nPrêts\t1 000 €\tVille\t2 000 €",
        "Financeur\t2024\t2025\nCDAD\t1 000 €\t2 000 €\nVille\t2 000 €\t",
    ],
)
def test_two_funders_however_they_are_listed(text: str) -> None:
    found = [(provider, euros) for provider, _, euros, _ in given_by(text)]
    assert found == [("CDAD", 3_000), ("Ville", 2_000)]


def test_each_of_two_gives_the_amount() -> None:
    found = given_by("Cofinancement État/Département : 5 000 € chacun")
    assert [(provider, euros) for provider, _, euros, _ in found] == [("État", 5_000), ("Département", 5_000)]


def test_a_part_of_an_amount_is_said_to_be_one() -> None:
    found = read_funders(lines("Ville : 6 000 € dont 2 000 € en nature"))
    assert [words for _, words, _ in found.aside] == ["2 000 € en nature"]


def test_a_total_is_no_funder_and_own_funds_are_told_apart() -> None:
    found = read_funders(lines("CAF : 3 000 €\nAutofinancement : 2 000 €\nTotal : 5 000 €"))
    assert [amount.source.provider for _, amount in found.given] == ["CAF"]
    assert [amount.euros for _, amount in found.own] == [2_000]
    assert found.total is not None
    assert found.total[0] == 5_000


@pytest.mark.parametrize("text", ["Droit commun", "subventions demandées en 2024", "entre 10 000 et 20 000 € Ville"])
def test_words_that_name_nobody_are_set_aside(text: str) -> None:
    found = read_funders(lines(text))
    assert found.given == []
    assert [words for _, words, _ in found.aside] == [text]


@given(st.lists(st.text(alphabet="AÉab 0123456789€%.,;:/()-\t|", max_size=40), max_size=6))
def test_any_list_of_funders_is_read(texts: list[str]) -> None:
    found = read_funders([Line(f"ligne {rank}", text) for rank, text in enumerate(texts)])
    for _, amount in found.given:
        assert amount.source.provider
        assert amount.euros is None or amount.euros >= 0


def test_places_as_a_person_reads_them() -> None:
    assert spans(["ligne 3", "ligne 4", "ligne 6", "ligne 9"]) == "lignes 3 à 6, ligne 9"
    assert spans(["tableau 1, ligne 2", "tableau 3, ligne 2"]) == "tableau 1, ligne 2 ; tableau 3, ligne 2"
    assert spans(["document"]) == "document"
