"""Files of grants: what their columns are called, what each row becomes, and what is said of faulty ones."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.exchange import to_json
from graph.statements import Reading
from graph.store.check import check_graph
from loaders.cells import Row
from loaders.forms.grants.form import GrantsForm
from loaders.forms.grants.grant import Tally
from loaders.forms.grants.problems import Problems
from loaders.forms.grants.rows import RowReader
from loaders.forms.grants.table import find_tables
from loaders.read.document import RawDocument
from loaders.writer import Writer
from tests.grants_made import INFO, SCHEMA, amounts, codes, findings, funds, graph_of, reading_of, received, rows, siret

AMIS, MJC = siret(40_000_001), siret(50_000_002)
TOWN = siret(21_060_004, 39)


def test_one_row_is_one_grant_with_its_provenance(tmp_path: Path) -> None:
    text = rows(
        {"idAttribuant": TOWN, "referenceDecision": "DEL 12", "idBeneficiaire": AMIS, "montant": "1 250,00"},
    )
    graph = graph_of(tmp_path, text)
    [tie] = funds(graph)
    nodes = graph.index()
    document = "val-2024-2030/subventions.csv"
    quote = (
        f"Ville du Val ; {TOWN} ; 2023-03-01 ; DEL 12 ; Les Amis du Val ; {AMIS} ; Fonctionnement ; 1 250,00 ; "
        "aide en numéraire ; unique ; 2023-04-01 ; non ; 1"
    )
    assert (tie.start, tie.end) == ("val/ville-du-val/subvention", "val/les-amis-du-val")
    assert tie.properties == {
        "document": document,
        "locators": ["ligne 2"],
        "quotes": [quote],
        "scope": "local",
        "amount": 1250,
        "reference": "DEL 12",
        "date": "2023-03-01",
        "object": "Fonctionnement",
    }
    assert nodes[tie.start].properties["kind"] == "subvention"
    assert nodes[tie.end].properties["siret"] == AMIS
    assert nodes["val/ville-du-val"].properties["siret"] == TOWN
    assert [(tie.start, tie.end) for tie in graph.by_type("PROVIDES")] == [("val/ville-du-val", tie.start)]
    assert nodes[tie.end].properties["aliases"] == ["Les Amis du Val"]
    check_graph(graph)


def test_thousands_of_rows_state_their_grantor_once(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows(*({"nomBeneficiaire": f"Association {n}"} for n in range(40))))
    [provides] = graph.by_type("PROVIDES")
    assert provides.properties["locators"] == ["ligne 2"]
    assert len(funds(graph)) == 40


_TITLES = (
    "Nom de l'attribuant|Identification de l'attribuant|Date de la convention de subvention|Référence de la décision|"
    "Nom du bénéficiaire|Identification SIRET du bénéficiaire|Objet de la subvention|Montant total de la subvention|"
    "Nature de la subvention|Conditions de versement de la subvention|Date ou période de versement|Identifiant RAE de "
    "l'aide au titre de laquelle la subvention est attribuée|Aide d'Etat notifiée à la Commission Européenne|"
    "Pourcentage du montant total de la subvention attribuée au bénéficiaire"
).split("|")


@pytest.mark.parametrize(
    "labels",
    [
        [label.upper() for label in SCHEMA],
        [label.lower() for label in SCHEMA],
        ["NOM_ATTRIBUANT", "ID_ATTRIBUANT", *SCHEMA[2:4], "NOM_BENEFICIAIRE", "ID_BENEFICIAIRE", *SCHEMA[6:]],
        ["Nom attribuant", "Id attribuant", *SCHEMA[2:4], "Nom bénéficaire", "Id bénéficiaire", *SCHEMA[6:]],
        [*SCHEMA[:4], "nomBeneficiere", "idbeneficiare", *SCHEMA[6:10], "datesPersiodeVersement", *SCHEMA[11:]],
        [f"{label}*" for label in _TITLES],
        _TITLES,
        [*SCHEMA[:7], "Montant (en euros)", *SCHEMA[8:]],
        [*SCHEMA[:7], "Montant 2023", *SCHEMA[8:]],
    ],
)
def test_columns_are_known_under_the_names_they_are_given(labels: list[str], tmp_path: Path) -> None:
    text = rows({"idBeneficiaire": AMIS}).split("\n", 1)[1]
    header = ";".join(f'"{label}"' for label in labels)
    graph = graph_of(tmp_path, f"{header}\n{text}")
    [tie] = funds(graph)
    assert (tie.end, tie.properties["amount"], tie.properties["date"]) == ("val/les-amis-du-val", 1000, "2023-03-01")
    assert (tie.properties["reference"], tie.properties["object"]) == ("D1", "Fonctionnement")
    assert graph.index()[tie.end].properties["siret"] == AMIS


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_order_delimiter_and_encoding_change_nothing(delimiter: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "subventions.csv"
    text = rows({"nomBeneficiaire": "Théâtre, danse et Cie"}, columns=SCHEMA[::-1], delimiter=delimiter)
    path.write_bytes(f"Subventions versées en 2023\n\n{text}".encode(encoding))
    graph = assemble(reading_of(path), Ledger())
    assert received(graph) == {"Théâtre, danse et Cie": 1000}
    assert funds(graph)[0].properties["locators"] == ["ligne 4"]


def test_amounts_in_thousands_by_the_header(tmp_path: Path) -> None:
    columns = ["montant (k€)" if label == "montant" else label for label in SCHEMA]
    text = rows({"montant (k€)": "12,5"}, {"montant (k€)": "800 €"}, columns=columns)
    assert amounts(graph_of(tmp_path, text)) == [12_500, 800]


@pytest.mark.parametrize(
    "header",
    [
        "Action;Pilote;Partenaires;Montant;SIRET",
        "Objectif;Mesure;Bénéficiaires;Montant",
        "Bénéficiaires;Montant;Dispositif;Année",
        "nom;prénom;adresse",
        "nomBeneficiaire;idBeneficiaire;objet",
        "mention;acteur;décision;raison;date;type",
    ],
)
def test_other_tables_are_left_to_other_forms(header: str) -> None:
    cells = tuple(header.split(";"))
    row = Row("ligne 2", tuple("x" for _ in cells))
    assert GrantsForm.recognise(RawDocument("t.csv", "", "text/csv", (), (Row("ligne 1", cells), row))) is None


@pytest.mark.parametrize(
    ("text", "amount", "code"),
    [
        ("12 00O", None, "montant-illisible"),
        ("1,06E+07", None, "montant-abime"),
        ("21060004500392", None, "montant-invraisemblable"),
        ("-500", None, "montant-negatif"),
        ("0", 0, "montant-nul"),
        ("", None, "montant-absent"),
        ("1.234", 1234, "montant-ambigu"),
    ],
)
def test_a_faulty_amount_keeps_its_row_and_is_said_by_row_and_column(
    text: str, amount: int | None, code: str, tmp_path: Path
) -> None:
    graph = graph_of(tmp_path, rows({"montant": "300"}, {"nomBeneficiaire": "MJC", "montant": text}))
    assert amounts(graph) == [300, amount]
    [finding] = findings(graph, code)
    assert finding.locator == "ligne 3"
    assert "colonne montant" in finding.message
    assert text in finding.message


def test_a_faulty_date_is_said_and_the_payment_s_stands_in_for_it(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path,
        rows(
            {"dateConvention": "31/02/2023", "datesPeriodeVersement": "2023-05-02/2023-06-02"},
            {"nomBeneficiaire": "MJC", "dateConvention": "", "datesPeriodeVersement": ""},
            {"nomBeneficiaire": "CSC", "dateConvention": "45000"},
        ),
    )
    assert [tie.properties["date"] for tie in funds(graph)] == ["2023-05-02", None, "2023-03-15"]
    assert [finding.locator for finding in findings(graph, "date-illisible")] == ["ligne 2"]
    assert [finding.locator for finding in findings(graph, "date-remplacee")] == ["ligne 2"]


def test_numbers_are_said_once_a_kind_and_never_trusted_when_faulty(tmp_path: Path) -> None:
    lost_zero = siret(1_234_567)
    graph = graph_of(
        tmp_path,
        rows(
            {"nomBeneficiaire": "A", "idBeneficiaire": "2,43E+13"},
            {"nomBeneficiaire": "B", "idBeneficiaire": f"{AMIS[:-1]}{(int(AMIS[-1]) + 1) % 10}"},
            {"nomBeneficiaire": "C", "idBeneficiaire": lost_zero[1:]},
            {"nomBeneficiaire": "D", "idBeneficiaire": AMIS[:9]},
            {"nomBeneficiaire": "E", "idBeneficiaire": "123"},
            {"nomBeneficiaire": "F", "idBeneficiaire": "CHE-116.281.710"},
            {"nomBeneficiaire": "G", "idBeneficiaire": f"{MJC[:3]} {MJC[3:6]} {MJC[6:9]} {MJC[9:]}"},
        ),
    )
    found = {node.name: node.properties.get("siret") for node in graph.by_label("Actor")}
    assert found == dict.fromkeys(["Ville du Val", "A", "B", "D", "E", "F"]) | {"C": lost_zero, "G": MJC}
    said = ["siret-abime", "siret-cle", "siret-repare", "siren-seul", "siret-longueur", "siret-autre"]
    assert [[finding.locator for finding in findings(graph, code)] for code in said] == [
        [f"ligne {number}"] for number in range(2, 8)
    ]


def test_many_problems_of_one_kind_are_one_finding(tmp_path: Path) -> None:
    text = rows(*({"nomBeneficiaire": f"A {n}", "idBeneficiaire": "2,43E+13"} for n in range(4000)))
    graph = graph_of(tmp_path, text)
    [finding] = findings(graph, "siret-abime")
    assert finding.locator == "lignes 2 à 4001"
    assert "4\u202f000" in finding.message
    assert "2,43E+13" in finding.message
    assert len(graph.findings) < 15


def test_places_of_a_grouped_finding_are_bounded(tmp_path: Path) -> None:
    given = [{"nomBeneficiaire": f"A {n}", "montant": "?" if n % 2 else "1"} for n in range(2000)]
    [finding] = findings(graph_of(tmp_path, rows(*given)), "montant-illisible")
    assert finding.locator.startswith("lignes 3, 5, 7")
    assert len(finding.locator) < 200


@pytest.mark.parametrize("name", ["Mme Odette FOURNIVAL", "M. Fournival", "FOURNIVAL Odette", "Monsieur et Madame Zut"])
def test_persons_stay_out_of_the_graph_and_their_money_apart(name: str, tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows({"montant": "300"}, {"nomBeneficiaire": name, "montant": "450,50"}))
    assert received(graph) == {"Les Amis du Val": 300}
    [finding] = findings(graph, "personne")
    assert finding.locator == "ligne 3"
    assert "450,50" in finding.message
    assert "ournival" not in to_json(graph).casefold()
    assert "zut" not in to_json(graph).casefold()


@pytest.mark.parametrize("name", ["Club Jean Moulin", "JEANNE D'ARC", "Saint Martin", "Association Mme de Sévigné"])
def test_organisations_that_bear_a_person_s_name_stay(name: str, tmp_path: Path) -> None:
    assert list(received(graph_of(tmp_path, rows({"nomBeneficiaire": name})))) == [name]


def test_a_number_makes_two_names_an_organisation(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows({"nomBeneficiaire": "Rosa Parks", "idBeneficiaire": AMIS}))
    assert received(graph) == {"Rosa Parks": 1000}


def test_aid_in_kind_is_no_money(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path,
        rows(
            {"montant": "100"},
            {"nomBeneficiaire": "MJC", "nature": "Aide en nature", "montant": "7000"},
            {"nomBeneficiaire": "CSC", "nature": "aide en numéraire;aide en nature", "montant": "50"},
            {"nomBeneficiaire": "SCOP", "nature": "avance remboursable", "montant": "30"},
        ),
    )
    assert amounts(graph) == [100, None, 50, 30]
    kinds = {node.name: node.properties["kind"] for node in graph.by_label("FundingSource")}
    assert kinds["Prêt – Ville du Val"] == "prêt"
    assert kinds["Aide en nature – Ville du Val"] == "inconnu"
    assert [finding.locator for finding in findings(graph, "aide-mixte")] == ["ligne 4"]
    [finding] = findings(graph, "aide-en-nature")
    assert "7\u202f000" in finding.message


def test_grants_refused_or_only_asked_for_are_not_counted(tmp_path: Path) -> None:
    columns = [*SCHEMA, "statutLabel", "montantDemande"]
    graph = graph_of(
        tmp_path,
        rows(
            {"montant": "100", "statutLabel": "attribuée"},
            {"montant": "200", "statutLabel": "refusée"},
            {"montant": "300", "statutLabel": "en cours d'intruction"},
            {"montant": "400", "statutLabel": "ineligible"},
            {"montant": "", "montantDemande": "500", "statutLabel": "attribuée"},
            columns=columns,
        ),
    )
    assert amounts(graph) == [100, None]
    assert [finding.locator for finding in findings(graph, "non-attribuee")] == ["ligne 3", "ligne 4", "ligne 5"]
    assert [finding.locator for finding in findings(graph, "montant-demande")] == ["ligne 6"]


def test_every_grant_has_a_reference_of_its_own(tmp_path: Path) -> None:
    columns = [*SCHEMA, "exerciceBudgetaire"]
    graph = graph_of(
        tmp_path,
        rows(
            {"referenceDecision": "D1", "exerciceBudgetaire": "2022"},
            {"referenceDecision": "D1", "exerciceBudgetaire": "2023"},
            {"referenceDecision": "D2", "exerciceBudgetaire": "2023"},
            {"referenceDecision": "D2", "exerciceBudgetaire": "2023"},
            {"referenceDecision": "", "exerciceBudgetaire": "2023"},
            {"referenceDecision": "", "exerciceBudgetaire": "2023"},
            {"referenceDecision": "D3", "exerciceBudgetaire": "2023"},
            columns=columns,
        ),
    )
    assert [tie.properties["reference"] for tie in funds(graph)] == [
        "D1 (2022)",
        "D1 (2023)",
        "D2 (ligne 4)",
        "D2 (ligne 5)",
        "subventions.csv, ligne 6",
        "subventions.csv, ligne 7",
        "D3",
    ]
    assert {tie.end for tie in funds(graph)} == {"val/les-amis-du-val"}
    assert sum(filter(None, amounts(graph))) == 7000


def test_two_files_keep_their_grants_apart(tmp_path: Path) -> None:
    for year in (2021, 2022):
        (tmp_path / f"{year}.csv").write_text(rows({"referenceDecision": "", "dateConvention": ""}), encoding="utf-8")
    graph = assemble(reading_of(tmp_path / "2021.csv", tmp_path / "2022.csv"), Ledger())
    assert {tie.properties["reference"] for tie in funds(graph)} == {"2021.csv, ligne 2", "2022.csv, ligne 2"}


def test_a_grant_to_several_beneficiaries_is_shared_out(tmp_path: Path) -> None:
    shared = {"referenceDecision": "D9", "montant": "100 000", "nature": "aide en numéraire"}
    graph = graph_of(
        tmp_path,
        rows(
            {**shared, "nomBeneficiaire": "CSC", "pourcentageSubvention": "0.45"},
            {**shared, "nomBeneficiaire": "MJC", "pourcentageSubvention": "55 %"},
            {"nomBeneficiaire": "Ludothèque", "pourcentageSubvention": "0,3", "montant": "900"},
        ),
    )
    assert received(graph) == {"CSC": 45_000, "MJC": 55_000, "Ludothèque": 900}
    assert len(findings(graph, "part-appliquee")) == 2
    assert [finding.locator for finding in findings(graph, "part-non-appliquee")] == ["ligne 4"]


def test_cents_are_rounded_and_the_drift_is_said(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows(*({"nomBeneficiaire": f"A {n}", "montant": "19875.06"} for n in range(30))))
    assert amounts(graph) == [19_875] * 30
    [finding] = findings(graph, "montants-arrondis")
    assert "596\u202f250\u202f€" in finding.message.replace("\u00a0", "\u202f").replace(" €", "\u202f€")
    assert "596\u202f251,80" in finding.message
    assert "1,80" in finding.message


def test_slid_cells_are_put_back(tmp_path: Path) -> None:
    header, first = rows({"idBeneficiaire": AMIS}, delimiter=",").splitlines()
    unquoted = first.replace("Les Amis du Val", "Aides, conseils et soins")
    lost = first.replace("Ville du Val,", "", 1)
    graph = graph_of(tmp_path, f"{header}\n{unquoted}\n{lost}\n")
    assert amounts(graph) == [1000, 1000]
    assert findings(graph, "ligne-decalee")[0].locator == "ligne 2"
    names = {node.name: node.properties.get("siret") for node in graph.by_label("Actor")}
    assert names["Aides, conseils et soins"] == AMIS


def test_what_stands_beyond_the_last_column_is_said(tmp_path: Path) -> None:
    header, first = rows({}).splitlines()
    graph = graph_of(tmp_path, f"{header}\n{first};à revoir\n")
    assert amounts(graph) == [1000]
    [finding] = findings(graph, "ligne-en-trop")
    assert "à revoir" in finding.message


def test_totals_are_checked_and_never_counted(tmp_path: Path) -> None:
    blank = dict.fromkeys(SCHEMA, "")
    given = [{"montant": "100"}, {"montant": "200,50"}, {"montant": "300"}]
    right = graph_of(tmp_path, rows(*given, {**blank, "nomBeneficiaire": "TOTAL", "montant": "600,50 €"}))
    assert amounts(right) == [100, 200, 300]
    assert "ligne-de-total" in codes(right)
    wrong = graph_of(tmp_path, rows(*given, {**blank, "nomAttribuant": "Total général", "montant": "700"}))
    assert amounts(wrong) == [100, 200, 300]
    [finding] = findings(wrong, "somme-differente")
    assert "600,50" in finding.message


def test_the_same_row_twice_is_counted_and_said(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows({"referenceDecision": "D1"}, {"referenceDecision": "D1"}))
    assert received(graph) == {"Les Amis du Val": 2000}
    assert [finding.locator for finding in findings(graph, "ligne-double")] == ["ligne 3"]


def test_rows_without_a_name(tmp_path: Path) -> None:
    graph = graph_of(
        tmp_path,
        rows(
            {"nomBeneficiaire": "", "montant": "10"},
            {"nomBeneficiaire": "-", "idBeneficiaire": AMIS, "montant": "20"},
            {"nomBeneficiaire": "Les Amis", "idBeneficiaire": AMIS, "montant": "30"},
            {"nomBeneficiaire": "Divers bénéficiaires", "montant": "40"},
            {"nomAttribuant": "", "montant": "50"},
        ),
    )
    assert received(graph) == {"Les Amis": 50, "Les Amis du Val": 50}
    assert [finding.locator for finding in findings(graph, "beneficiaire-absent")] == ["ligne 2", "ligne 5"]
    assert [finding.locator for finding in findings(graph, "attribuant-absent")] == ["ligne 6"]
    assert {tie.start for tie in funds(graph)} == {"val/ville-du-val/subvention"}


def test_a_file_that_does_not_say_who_grants(tmp_path: Path) -> None:
    columns = [label for label in SCHEMA if label not in ("nomAttribuant", "idAttribuant")]
    graph = graph_of(tmp_path, rows({}, columns=columns))
    [provider] = [tie.start for tie in graph.by_type("PROVIDES")]
    assert graph.index()[provider].properties["generic"]
    assert "attribuant-absent" in codes(graph)


def test_columns_without_a_place_are_said_once(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows({}, {}, columns=[*SCHEMA, "quartier"]))
    [finding] = findings(graph, "colonnes-sans-place")
    for label in ("conditionsVersement", "datesPeriodeVersement", "notificationUE", "quartier"):
        assert label in finding.message


def test_posts_of_programme_147_as_json(tmp_path: Path) -> None:
    records = [
        {"id_poste": "P1", "code_tiers": AMIS, "raison_sociale": "LES AMIS", "annee": 2022, "montant": 21254.06}
        | {"code_cv": "CV1"},
        {"id_poste": "P2", "code_tiers": "LES AMIS", "raison_sociale": "LES AMIS", "annee": 2022, "montant": 100}
        | {"code_cv": "CV1", "insee_dep": None},
        {"id_poste": "P3", "code_tiers": MJC, "raison_sociale": "MADAME LA RUE", "annee": 2022, "montant": 50}
        | {"code_cv": "CV2"},
    ]
    graph = graph_of(tmp_path, json.dumps(records), name="postes-adultes-relais-2022.json")
    assert [(tie.start, tie.end, tie.properties["amount"]) for tie in funds(graph)] == [
        ("etat/adulte-relais", "val/les-amis", 21_254),
        ("etat/adulte-relais", "val/les-amis", 100),
        ("etat/adulte-relais", "val/madame-la-rue", 50),
    ]
    assert [tie.properties["date"] for tie in funds(graph)] == ["2022"] * 3
    assert [tie.properties["locators"] for tie in funds(graph)][2] == ["enregistrement 3"]
    assert graph.index()["etat/adulte-relais"].properties["kind"] == "dispositif national"
    [finding] = findings(graph, "plusieurs-territoires")
    assert "CV1 (2 lignes, 21\u202f354" in finding.message


def test_two_tables_and_a_header_printed_again(tmp_path: Path) -> None:
    once = rows({"nomBeneficiaire": "A"})
    other = rows({"nomBeneficiaire": "B"}, columns=[*SCHEMA[5:], *SCHEMA[:5]])
    graph = graph_of(tmp_path, once + once.splitlines()[0] + "\n" + other)
    assert received(graph) == {"A": 1000, "B": 1000}


_ANY = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12)
_WORDS = "|1000|12,5|-3|2,43E+13|2023-01-01|31/12/2023|0.5|1|TOTAL|Mme X Y|MJC|aide en nature|refusée|1E+09|CSC|D1"
_TELLING = st.sampled_from([*_WORDS.split("|"), AMIS, MJC, "aide en numéraire", "Les Amis"])


@given(st.lists(st.lists(_TELLING | _ANY, max_size=16), max_size=8), st.permutations([*SCHEMA, "statutLabel"]))
def test_any_cells_give_a_sound_graph_and_an_account_that_balances(cells: list[list[str]], labels: list[str]) -> None:
    table = [Row("ligne 1", tuple(labels))]
    table += [Row(f"ligne {n}", tuple(" ".join(cell.split()) for cell in row)) for n, row in enumerate(cells, 2)]
    form = GrantsForm.recognise(RawDocument("s.csv", "", "text/csv", (), tuple(table)))
    assert form is not None
    reading = Reading(INFO.id, INFO.scope)
    writer = Writer(reading, f"{INFO.id}/s.csv")
    writer.node("Document", writer.document, "s.csv", "ligne 1", "")
    form.write(writer, INFO, frozenset())
    graph = assemble(reading, Ledger())
    check_graph(graph)
    assert len(funds(graph)) == len(reading.statements)
    assert len({tie.properties["reference"] for tie in funds(graph)}) == len(funds(graph))
    assert all(amount is None or amount >= 0 for amount in amounts(graph))


@given(st.lists(st.tuples(_TELLING, _TELLING, _TELLING), max_size=6))
def test_each_row_is_a_grant_or_is_said(given_rows: list[tuple[str, str, str]]) -> None:
    text = rows(*({"nomBeneficiaire": a, "montant": b, "nature": c} for a, b, c in given_rows))
    printed = list(csv.reader(io.StringIO(text), delimiter=";"))
    found = find_tables([Row(f"ligne {n}", tuple(cells)) for n, cells in enumerate(printed, 1)])
    assert found is not None
    problems, tally = Problems(), Tally()
    reader = RowReader(found.tables[0], problems, tally, None)
    grants = [grant for row in found.tables[0].rows if (grant := reader.read(row)) is not None]
    totals = problems.count("ligne-de-total") + problems.count("somme-differente")
    without = sum(tally.rows_aside[why] for why in ("personnes", "lignes sans bénéficiaire", "demandes non attribuées"))
    assert len(grants) + totals + without == len(given_rows)
    counted = sum((grant.amount for grant in grants if grant.amount is not None), Decimal(0))
    assert counted + sum(tally.aside.values()) == tally.printed


def test_two_sheets_of_one_workbook_keep_their_grants_apart() -> None:
    reading = Reading(INFO.id, INFO.scope)
    writer = Writer(reading, f"{INFO.id}/s.xlsx")
    writer.node("Document", writer.document, "s.xlsx", "", "")
    for sheet in ("2022", "2023"):
        printed = csv.reader(io.StringIO(rows({"referenceDecision": "D1"}, {"referenceDecision": ""})), delimiter=";")
        table = [Row(f"feuille {sheet}, ligne {n}", tuple(cells), sheet, n) for n, cells in enumerate(printed, 1)]
        form = GrantsForm.recognise(RawDocument("s.xlsx", "", "", (), tuple(table)))
        assert form is not None
        form.write(writer, INFO, frozenset())
    graph = assemble(reading, Ledger())
    assert [tie.properties["reference"] for tie in funds(graph)] == [
        "D1",
        "s.xlsx, feuille 2022, ligne 3",
        "D1 (feuille 2023, ligne 2)",
        "s.xlsx, feuille 2023, ligne 3",
    ]
    assert amounts(graph) == [1000] * 4
