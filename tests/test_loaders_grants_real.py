"""Published files of grants, where they are at hand: counts and sums worked out from the files by other means."""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger, read_ledger
from graph.model import Graph
from graph.review.suggestions import suggest
from graph.store.check import check_graph
from loaders.forms.grants.columns import read_columns
from tests.grants_made import INFO, add_grants, amounts, findings, funds, graph_of, reading_of, received, rows, siret

FOLDER = Path(__file__).parents[2] / "shared" / "exemples" / "subventions"
PLAN = Path(__file__).parents[1] / "plans" / "grand-chambery-2021-2022"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the published files are not here")


def graph(name: str) -> Graph:
    return assemble(reading_of(FOLDER / name), Ledger())


def test_the_schema_s_own_names_and_titles_are_all_known() -> None:
    fields = json.loads((FOLDER / "scdl_subventions_schema.json").read_text(encoding="utf-8"))["fields"]
    for labels in ([field["name"] for field in fields], [field["title"] for field in fields]):
        columns = read_columns(labels)
        assert columns is not None
        for role in ("grantor", "beneficiary", "beneficiary_id", "amount", "object", "date", "reference", "share"):
            assert role in columns.positions, role
        assert columns.label("amount") in ("montant", "Montant total de la subvention")


def test_antibes_row_by_row() -> None:
    found = graph("scdl_exemple_valide_antibes.csv")
    with (FOLDER / "scdl_exemple_valide_antibes.csv").open(encoding="utf-8") as file:
        printed = list(csv.DictReader(file))
    assert len(printed) == len(funds(found)) == 29
    by_line = {tie.properties["locators"][0]: tie for tie in funds(found)}
    for number, row in enumerate(printed, 2):
        tie = by_line[f"ligne {number}"]
        assert abs(tie.properties["amount"] - float(row["montant"])) <= 0.5
        assert tie.properties["reference"] == " ".join(row["referenceDecision"].split())
        assert (tie.properties["date"], tie.properties["object"]) == (row["dateConvention"], row["objet"])
        beneficiary = found.index()[tie.end]
        assert beneficiary.name.casefold() == " ".join(row["nomBeneficiaire"].split()).casefold()
        assert beneficiary.properties.get("siret", "") == row["idBeneficiaire"]
    # awk on the column of amounts: 2821393.50; its half, each rounded: 2821394
    assert sum(filter(None, amounts(found))) == 2_821_394
    assert "2\u202f821\u202f393,50" in findings(found, "montants-arrondis")[0].message
    assert [finding.locator for finding in findings(found, "aide-mixte")] == ["ligne 22", "ligne 30"]


def test_toulouse_and_its_damaged_numbers() -> None:
    """awk: 396 rows, 386 beneficiaries' numbers with an exponent and 10 blank, 88789356.48 € of 381 names."""
    found = graph("scdl_toulouse_metropole_2022.csv")
    assert len(funds(found)) == 396
    assert len({tie.end for tie in funds(found)}) == 381
    assert len({tie.properties["reference"] for tie in funds(found)}) == 396
    assert not [node for node in found.by_label("Actor") if node.properties.get("siret")]
    said = {finding.message.split(" : ")[0]: finding.message for finding in findings(found, "siret-abime")}
    assert "386 SIRET" in said["colonne idBeneficiaire"]
    assert "396 SIRET" in said["colonne idAttribuant"]
    assert "10 lignes" in findings(found, "siret-absent")[0].message
    assert sum(filter(None, amounts(found))) == 88_789_355
    assert "88\u202f789\u202f356,48" in findings(found, "montants-arrondis")[0].message
    assert funds(found)[0].properties["date"] == "2022-12-06"
    assert received(found)["EUROPOLIA"] == 15_246_000
    assert len(found.findings) < 20


def test_one_actor_a_siren_over_the_whole_of_france() -> None:
    found = graph("anct_adulte-relais-2022.json")
    records = json.loads((FOLDER / "anct_adulte-relais-2022.json").read_text(encoding="utf-8"))
    assert len(funds(found)) == len(records) == 5623
    assert sum(filter(None, amounts(found))) == 5623 * 21_254
    sirens: defaultdict[str, set[str]] = defaultdict(set)
    ids: defaultdict[str, set[str]] = defaultdict(set)
    for tie in funds(found):
        record = records[int(tie.properties["locators"][0].removeprefix("enregistrement ")) - 1]
        sirens[tie.end].add(record["code_tiers"][:9])
        ids[record["code_tiers"][:9]].add(tie.end)
    assert {len(group) for group in sirens.values()} == {1}
    assert {len(group) for group in ids.values()} == {1}
    check_graph(found)


def test_names_without_numbers_never_join_two_contracts() -> None:
    found = graph("anct_postes-fonjep-2022.json")
    records = json.loads((FOLDER / "anct_postes-fonjep-2022.json").read_text(encoding="utf-8"))
    assert len(funds(found)) == len(records) == 1429
    assert sum(filter(None, amounts(found))) == sum(record["montant"] for record in records)
    areas: defaultdict[str, set[str]] = defaultdict(set)
    for tie in funds(found):
        areas[tie.end].add(records[int(tie.properties["locators"][0].split()[1]) - 1]["code_cv"])
    assert {len(group) for group in areas.values()} == {1}


def test_aliases_by_siret_are_all_joined(tmp_path: Path) -> None:
    with (FOLDER / "alias_gold_by_siret.csv").open(encoding="utf-8") as file:
        groups = [(row["siret"], row["noms_observes"].split(" | ")) for row in csv.DictReader(file)]
    given = [{"nomBeneficiaire": name, "idBeneficiaire": number} for number, names in groups for name in names]
    found = graph_of(tmp_path, rows(*given))
    by_siret = {node.properties["siret"]: node for node in found.by_label("Actor") if "siret" in node.properties}
    assert len(groups) == len(by_siret) == len({tie.end for tie in funds(found)})
    for number, names in groups:
        assert by_siret[number].properties["aliases"] == sorted(names)


def test_homonyms_by_siren_are_never_joined(tmp_path: Path) -> None:
    with (FOLDER / "homonymes_gold_by_siren.csv").open(encoding="utf-8") as file:
        groups = [(row["nom_normalise"], row["sirens"].split(" | ")) for row in csv.DictReader(file)]
    given = [{"nomBeneficiaire": name.upper(), "idBeneficiaire": siren} for name, sirens in groups for siren in sirens]
    found = graph_of(tmp_path, rows(*given))
    assert len({tie.end for tie in funds(found)}) == len(given) == len(set(map(str, given)))
    assert {tie.end for tie in funds(found)} == {
        f"val/{row['nomBeneficiaire'].lower()}-siren-{row['idBeneficiaire']}" for row in given
    }


@pytest.fixture(scope="module")
def chambery() -> Graph:
    """The plan of Grand Chambéry and the State's posts in Savoie, as one folder would give them."""
    from loaders.plan import PlanFiles, read_plan

    ledger = read_ledger(PLAN / "acteurs.csv")
    reading = read_plan(PlanFiles((PLAN / "plan-actions-2021-2022.txt",), PLAN / "plan.toml", PLAN / "acteurs.csv"))
    add_grants(reading, FOLDER / "anct_savoie_2020_2022_2024.csv")
    return assemble(reading, ledger)


def test_real_money_joins_the_actors_of_the_plan(chambery: Graph) -> None:
    """Read by hand: the names of the extract that the plan names too, with awk's sums of their rows."""
    in_plan = {
        tie.start
        for tie in chambery.by_type("PILOTS", "PARTNERS", "MENTIONED_IN", "OPERATES")
        if tie.properties["document"].endswith(".txt")
    }
    nodes = chambery.index()
    got: defaultdict[str, int] = defaultdict(int)
    for tie in funds(chambery):
        if tie.end in in_plan:
            got[nodes[tie.end].name] += tie.properties["amount"]
    assert got == {
        "Régie Plus": 698_987,
        "Posse 33": 82_258,
        "MJC": 63_940,
        "Grand Chambéry": 41_129,
        "Ville de Chambéry": 22_811,
    }
    assert nodes["grand-chambery/regie-plus"].properties["siret"] == "40176523500023"
    posse = nodes["grand-chambery/posse-33"].properties["aliases"]
    assert posse == ["POSSE 33", "Posse 33", "THE POSSE 33"]


def test_files_of_all_france_join_the_plan_by_its_own_territory_only() -> None:
    """Read by hand in the Savoie extract of the same year: 11 posts and one FONJEP for Régie Plus, and so on."""
    from loaders.plan import PlanFiles, read_plan

    reading = read_plan(PlanFiles((PLAN / "plan-actions-2021-2022.txt",), PLAN / "plan.toml", PLAN / "acteurs.csv"))
    for name in ("anct_adulte-relais-2022.json", "anct_postes-fonjep-2022.json"):
        add_grants(reading, FOLDER / name)
    found = assemble(reading, read_ledger(PLAN / "acteurs.csv"))
    nodes = found.index()
    in_plan = {tie.start for tie in found.by_type("PILOTS", "PARTNERS", "MENTIONED_IN")}
    got: defaultdict[str, int] = defaultdict(int)
    for tie in funds(found):
        if tie.end in in_plan and tie.properties["document"].endswith(".json"):
            got[nodes[tie.end].name] += tie.properties["amount"]
    assert got == {
        "Régie Plus": 11 * 21_254 + 7_164,
        "Posse 33": 2 * 21_254,
        "Grand Chambéry": 21_254,
        "MJC": 21_254,
    }


def test_names_that_nearly_meet_are_suggested(chambery: Graph) -> None:
    pairs = {frozenset(suggestion.names) for suggestion in suggest(chambery)}
    for one, other in (
        ("Café Biollay", "LE CAFE BIOLLAY"),
        ("Muay K1 Free team", "MUAY K1 FREETEAM"),
        ("CSC des Combes", "CENTRE SOCIAL ET CULTUREL DES COMBES"),
        ("CSAB", "CENTRE SOCIAL ET D ANIMATION DU BIOLLAY"),
        ("Collège Côte-Rousse", "COLLEGE COTE ROUSSE DIRED"),
    ):
        assert frozenset((one, other)) in pairs, one


def test_the_plan_s_territory_is_the_one_that_its_names_tell(chambery: Graph) -> None:
    [finding] = findings(chambery, "territoire-devine")
    assert "serait CN07302M" in finding.message
    assert "CV262" in finding.message.split("serait")[1]


def test_damaged_and_sound_files_of_one_grantor_stand_side_by_side(tmp_path: Path) -> None:
    sound = tmp_path / "2023.csv"
    given = {"nomAttribuant": "Toulouse Métropole", "idAttribuant": siret(24_310_051), "nomBeneficiaire": "EUROPOLIA"}
    sound.write_text(rows({**given, "montant": "5"}), encoding="utf-8")
    found = assemble(reading_of(FOLDER / "scdl_toulouse_metropole_2022.csv", sound), Ledger())
    assert received(found)["EUROPOLIA"] == 15_246_005
    assert {tie.start for tie in found.by_type("PROVIDES")} == {f"{INFO.scope}/toulouse-metropole"}
