"""Official codes of QPV: given to plans of the 2024 generation, where a place is one QPV for certain; else said."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.model import Graph
from loaders.plan import find_plan, read_plan
from loaders.words.places import PlaceName
from loaders.words.qpv import Zoning, quarters, with_codes

PLANS = Path(__file__).parents[1] / "plans"
OBJECTIVE = """Objectif 1 : Ouvrir des lieux pour les jeunes
Pilote : Mission locale
Partenaires : CAF, Département
Actions :
- Ouvrir une permanence dans le quartier du Forum chaque semaine
"""


def coded(*places: PlaceName, territory: str = "Bourg-en-Bresse", start: int | None = 2024) -> dict[str, str | None]:
    found, _ = with_codes(places, Zoning.of(places, territory, start, None))
    return {place.name: place.code for place in found}


def notes(*places: PlaceName, territory: str = "Bourg-en-Bresse", start: int | None = 2024) -> list[str]:
    _, said = with_codes(places, Zoning.of(places, territory, start, None))
    return [code for code, _ in said]


def plan_of(folder: Path, start: int, text: str = OBJECTIVE, places: str = "") -> Graph:
    folder.mkdir(exist_ok=True)
    said = f'titre = "Contrat"\nterritoire = "Bourg-en-Bresse"\ndebut = {start}\nfin = 2030\n{places}'
    (folder / "plan.toml").write_text(said, encoding="utf-8")
    (folder / "plan.txt").write_text(text, encoding="utf-8")
    return assemble(read_plan(find_plan(folder)), Ledger())


def test_the_list_is_whole_and_each_code_is_there_once() -> None:
    codes = [quarter.code for quarter in quarters()]
    assert len(codes) == len(set(codes)) == 1493
    assert all(code.startswith("QN") and len(code) == 8 for code in codes)
    assert all(len(quarter.insee) == len(quarter.communes) and quarter.name for quarter in quarters())


@pytest.mark.parametrize("name", ["Croix Blanche", "la Croix-Blanche", "CROIX BLANCHE", "Quartier de la Croix blanche"])
def test_a_quarter_of_the_plan_s_town_has_its_code_however_it_is_written(name: str) -> None:
    assert coded(PlaceName(name, (), "QPV")) == {name: "QN00102M"}
    assert notes(PlaceName(name, (), "QPV")) == ["qpv-code"]


@pytest.mark.parametrize("start", [2015, 2021, 2023, None])
def test_a_plan_of_another_generation_has_no_code_and_it_is_said(start: int | None) -> None:
    place = PlaceName("Croix Blanche", (), "QPV")
    assert coded(place, start=start) == {"Croix Blanche": None}
    assert notes(place, start=start) == ["qpv-generation" if start else "qpv-periode"]


def test_a_quarter_of_another_town_has_no_code_and_it_is_said() -> None:
    place = PlaceName("La Plaine - La Forge - Guynemer", (), "QPV")  # Oyonnax
    assert coded(place) == {place.name: None}
    assert notes(place) == ["qpv-homonymes"]
    town = PlaceName("Oyonnax", (), "commune")
    assert coded(place, town, territory="Haut-Bugey") == {place.name: "QN00104M", "Oyonnax": None}


def test_a_quarter_that_is_part_of_a_qpv_or_none_has_no_code() -> None:
    guynemer, unknown = PlaceName("Guynemer", (), "QPV"), PlaceName("Les Prunus", (), "QPV")
    assert coded(guynemer, unknown, territory="Oyonnax") == {"Guynemer": None, "Les Prunus": None}
    assert notes(guynemer, unknown, territory="Oyonnax") == ["qpv-partie", "qpv-introuvable"]


def test_a_code_that_a_person_gives_is_left() -> None:
    assert coded(PlaceName("Croix Blanche", (), "QPV", "QN99999X")) == {"Croix Blanche": "QN99999X"}


def test_overseas_the_list_is_in_force_a_year_later() -> None:
    quarter = next(quarter for quarter in quarters() if all(code.startswith("97") for code in quarter.insee))
    place, town = PlaceName(quarter.name, (), "QPV"), PlaceName(quarter.communes[0], (), "commune")
    assert coded(place, town, territory="Île", start=2024)[place.name] is None
    assert coded(place, town, territory="Île", start=2025)[place.name] == quarter.code


def test_a_plan_s_declared_places_carry_the_codes_and_ties_lead_to_them(tmp_path: Path) -> None:
    places = '[[lieux]]\nnom = "Croix Blanche"\nnature = "QPV"\n'
    text = OBJECTIVE.replace("quartier du Forum", "quartier de la Croix Blanche")
    graph = plan_of(tmp_path / "a", 2024, text, places)
    (place,) = graph.by_label("Place")
    assert (place.id, place.properties["code"], place.properties["kind"]) == ("QN00102M", "QN00102M", "QPV")
    assert {tie.end for tie in graph.by_type("LOCATED_IN")} == {"QN00102M"}
    assert [finding.severity for finding in graph.findings if finding.code == "qpv-code"] == ["info"]
    before = plan_of(tmp_path / "b", 2022, text, places)
    assert [place.properties["code"] for place in before.by_label("Place")] == [None]
    assert [finding.code for finding in before.findings if "qpv" in finding.code] == ["qpv-generation"]


def test_a_place_that_the_words_show_has_its_code_too(tmp_path: Path) -> None:
    text = OBJECTIVE.replace("quartier du Forum", "quartier de Terrenoire")
    (tmp_path / "plan.txt").write_text(text, encoding="utf-8")
    told = 'titre = "Contrat"\nterritoire = "Saint-Étienne Métropole"\ndebut = {}\nfin = 2030\n'
    codes = {}
    for start in (2022, 2024):
        (tmp_path / "plan.toml").write_text(told.format(start), encoding="utf-8")
        graph = assemble(read_plan(find_plan(tmp_path)), Ledger())
        (place,) = graph.by_label("Place")
        assert [tie.end for tie in graph.by_type("LOCATED_IN")] == [place.id]
        codes[start] = place.properties["code"], [f.code for f in graph.findings if "qpv" in f.code]
    assert codes == {2022: (None, []), 2024: ("QN04216M", ["qpv-code"])}


@pytest.mark.parametrize("folder", ["albertville-2021", "grand-chambery-2021-2022"])
def test_the_real_plans_began_before_and_have_no_code(folder: str) -> None:
    graph = assemble(read_plan(find_plan(PLANS / folder)), Ledger())
    places = graph.by_label("Place")
    assert places
    assert not [place for place in places if place.properties.get("code")]
    declared = [place for place in places if place.properties.get("kind") == "QPV"]
    assert [f.code for f in graph.findings if "qpv" in f.code] == (["qpv-generation"] if declared else [])


def test_a_commune_has_one_name_and_not_its_neighbour_s() -> None:
    names: dict[str, set[str]] = {}
    for quarter in quarters():
        for code, name in zip(quarter.insee, quarter.communes, strict=True):
            names.setdefault(code, set()).add(name)
    assert {code for code, named in names.items() if len(named) > 1} == set()
    # Argenteuil has a QPV "Joliot Curie", Bezons next to it has none.
    place = PlaceName("Joliot Curie", (), "QPV")
    assert coded(place, territory="Argenteuil") == {"Joliot Curie": "QN09508M"}
    assert coded(place, territory="Bezons") == {"Joliot Curie": None}
