"""Who gets the grants: one SIREN is one actor, homonyms stay apart, and a plan's actors are found again."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors.assemble import assemble
from graph.actors.ledger import Decision, Ledger
from graph.actors.resolve import resolve
from graph.actors.sirens import in_capitals
from graph.model import Graph
from graph.statements import ActorMention, Registration
from tests.grants_made import codes, findings, graph_of, reading_of, received, rows, siret, with_plan

ONE, TWO, THREE = siret(40_000_001), siret(50_000_002), siret(60_000_003)
ONE_ELSEWHERE = siret(40_000_001, 2)
POSTS = ["dispositif", "annee", "id_poste", "siret", "raison_sociale", "montant", "code_cv"]


def csv_at(folder: Path, text: str, name: str = "subventions.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def posts(folder: Path, *given: tuple[str, str, str]) -> Path:
    """Posts of the State: (SIRET, name, code of the contrat de ville), 100 € each."""
    lines = [f"adulte-relais,2022,P{n},{number},{name},100,{area}" for n, (number, name, area) in enumerate(given)]
    return csv_at(folder, "\n".join([",".join(POSTS), *lines]), "postes.csv")


def ids(graph: Graph) -> set[str]:
    return {tie.end for tie in graph.by_type("FUNDS")}


def actor(graph: Graph, alias: str) -> str:
    [found] = [node.id for node in graph.by_label("Actor") if alias in node.properties["aliases"]]
    return found


def test_one_siren_is_one_actor_whatever_its_names_and_establishments(tmp_path: Path) -> None:
    text = rows(
        {"nomBeneficiaire": "THE POSSE", "idBeneficiaire": ONE},
        {"nomBeneficiaire": "POSSE 33", "idBeneficiaire": ONE_ELSEWHERE},
        {"nomBeneficiaire": "POSSE 33", "idBeneficiaire": ONE_ELSEWHERE},
        {"nomBeneficiaire": "Jeunes du Val", "idBeneficiaire": ONE[:9]},
    )
    graph = graph_of(tmp_path, text)
    assert received(graph) == {"Jeunes du Val": 4000}
    [node] = [node for node in graph.by_label("Actor") if node.id in ids(graph)]
    assert node.properties["siret"] == ONE_ELSEWHERE
    assert node.properties["aliases"] == ["Jeunes du Val", "POSSE 33", "THE POSSE"]


def test_two_siren_under_one_name_are_two_actors_with_stable_ids(tmp_path: Path) -> None:
    given = [{"nomBeneficiaire": "CCAS", "idBeneficiaire": number} for number in (ONE, TWO)]
    expected = {f"val/ccas-siren-{number[:9]}" for number in (ONE, TWO)}
    assert ids(graph_of(tmp_path, rows(*given))) == expected
    assert ids(graph_of(tmp_path, rows(*given[::-1]))) == expected
    graph = graph_of(tmp_path, rows(*given))
    assert {node.properties.get("siret") for node in graph.by_label("Actor") if "ccas" in node.id} == {ONE, TWO}
    assert len(findings(graph, "homonymes")) == 1


@pytest.mark.parametrize("other", ["M.J.C", "mjc", "La MJC", "M J C"])
def test_homonyms_by_a_rule_of_names_stay_apart_too(other: str, tmp_path: Path) -> None:
    text = rows({"nomBeneficiaire": "MJC", "idBeneficiaire": ONE}, {"nomBeneficiaire": other, "idBeneficiaire": TWO})
    assert len(ids(graph_of(tmp_path, text))) == 2


def test_a_bare_name_that_several_bear_is_nobody_s_and_is_left_for_a_person(tmp_path: Path) -> None:
    text = rows(
        {"nomBeneficiaire": "CCAS", "idBeneficiaire": ONE},
        {"nomBeneficiaire": "CCAS", "idBeneficiaire": TWO},
        {"nomBeneficiaire": "CCAS"},
    )
    graph = graph_of(tmp_path, text)
    assert received(graph)["CCAS"] == 1000
    assert len(ids(graph)) == 3
    doubts = {(tie.start, tie.end) for tie in graph.by_type("MAY_BE")}
    assert doubts == {("val/ccas", f"val/ccas-siren-{number[:9]}") for number in (ONE, TWO)}


def test_a_name_without_number_joins_the_one_body_that_bears_it(tmp_path: Path) -> None:
    text = rows({"nomBeneficiaire": "REGIE PLUS", "idBeneficiaire": ONE}, {"nomBeneficiaire": "REGIE PLUS"})
    assert received(graph_of(tmp_path, text)) == {"REGIE PLUS": 2000}


def test_damaged_numbers_never_join_but_tell_apart(tmp_path: Path) -> None:
    text = rows(
        {"nomBeneficiaire": "A", "idBeneficiaire": "7,77E+13"},
        {"nomBeneficiaire": "B", "idBeneficiaire": "7,77E+13"},
        {"nomBeneficiaire": "CCAS", "idBeneficiaire": "2,67E+13"},
        {"nomBeneficiaire": "CCAS", "idBeneficiaire": "2,68E+13"},
        {"nomBeneficiaire": "C", "idBeneficiaire": "4,00E+13"},
        {"nomBeneficiaire": "C", "idBeneficiaire": ONE},
        {"nomBeneficiaire": "D", "idBeneficiaire": "9,99E+12"},
        {"nomBeneficiaire": "D", "idBeneficiaire": TWO},
    )
    graph = graph_of(tmp_path, text)
    assert set(received(graph)) == {
        *("A", "B", "CCAS (SIRET 267…)", "CCAS (SIRET 268…)", "C"),
        *("D", "D (SIRET 999…)"),
    }
    assert received(graph)["C"] == 2000


def test_capitals_of_a_register_find_the_plan_s_actor_and_it_is_said(tmp_path: Path) -> None:
    text = rows(
        {"nomBeneficiaire": "REGIE PLUS", "idBeneficiaire": ONE},
        {"nomBeneficiaire": "LUD HAUTS", "idBeneficiaire": TWO},
        {"nomBeneficiaire": "POSSE 33", "idBeneficiaire": THREE},
    )
    graph = with_plan([csv_at(tmp_path, text)], "Régie Plus", "Lud'Hauts", "Posse 33")
    assert received(graph) == {"Régie Plus": 1000, "Lud'Hauts": 1000, "Posse 33": 1000}
    partners = {tie.start for tie in graph.by_type("PARTNERS")}
    assert partners == ids(graph) == {"val/regie-plus", "val/lud-hauts", "val/posse-33"}
    assert graph.index()["val/regie-plus"].properties["siret"] == ONE
    [finding] = findings(graph, "nom-en-capitales")
    assert "REGIE PLUS" in finding.message
    assert "Posse" not in finding.message


@pytest.mark.parametrize(
    ("register", "plan"),
    [
        ("MAIRIE D ALBERTVILLE", "Ville d'Albertville"),
        ("LE CAFE BIOLLAY", "Café Biollay"),
        ("REGIES PLUS", "Régie Plus"),
        ("FOL DE SAVOIE", "FOL 73"),
        ("ESCALES", "L'Escalé"),
    ],
)
def test_anything_looser_is_for_a_person(register: str, plan: str, tmp_path: Path) -> None:
    graph = with_plan([csv_at(tmp_path, rows({"nomBeneficiaire": register, "idBeneficiaire": ONE}))], plan)
    assert received(graph) == {register: 1000}
    assert not {tie.start for tie in graph.by_type("PARTNERS")} & ids(graph)


def test_capitals_that_two_actors_of_the_plan_have_are_for_a_person(tmp_path: Path) -> None:
    graph = with_plan([csv_at(tmp_path, rows({"nomBeneficiaire": "REGIE PLUS"}))], "Régie plus", "Regié Plus")
    assert not {tie.start for tie in graph.by_type("PARTNERS")} & ids(graph)
    assert "nom-proche" in codes(graph)


def test_a_plan_s_ids_and_names_do_not_change_when_grants_come(tmp_path: Path) -> None:
    names = ["Régie Plus", "Escalé", "Escale", "MJC", "CCAS", "Ville du Val"]
    text = rows(*({"nomBeneficiaire": name.upper(), "idBeneficiaire": siret(n)} for n, name in enumerate(names, 1)))
    alone, beside = with_plan([], *names), with_plan([csv_at(tmp_path, text)], *names)
    before = {tie.quotes: tie.start for tie in _partners(alone)}
    assert before == {tie.quotes: tie.start for tie in _partners(beside)}
    assert all(beside.index()[id_].name == alone.index()[id_].name for id_ in before.values())


class _Partner:
    def __init__(self, start: str, quotes: str) -> None:
        self.start, self.quotes = start, quotes


def _partners(graph: Graph) -> list[_Partner]:
    return [_Partner(tie.start, tie.properties["quotes"][0]) for tie in graph.by_type("PARTNERS")]


def test_a_person_s_decision_joins_and_parts(tmp_path: Path) -> None:
    path = csv_at(tmp_path, rows({"nomBeneficiaire": "LE CAFE BIOLLAY", "idBeneficiaire": ONE}))
    same = Ledger((Decision("LE CAFE BIOLLAY", "Café Biollay", "même"),))
    assert received(with_plan([path], "Café Biollay", ledger=same)) == {"Café Biollay": 1000}
    path = csv_at(tmp_path, rows({"nomBeneficiaire": "REGIE PLUS", "idBeneficiaire": ONE}))
    distinct = Ledger((Decision("REGIE PLUS", "Régie Plus", "distinct"),))
    graph = with_plan([path], "Régie Plus", ledger=distinct)
    assert not {tie.start for tie in graph.by_type("PARTNERS")} & ids(graph)


def test_a_person_may_say_which_homonym_the_plan_names(tmp_path: Path) -> None:
    given = [{"nomBeneficiaire": "CCAS", "idBeneficiaire": number} for number in (ONE, TWO)]
    ledger = Ledger((Decision(f"CCAS (SIREN {TWO[:9]})", "CCAS", "même"),))
    graph = with_plan([csv_at(tmp_path, rows(*given))], "CCAS", ledger=ledger)
    assert graph.index()["val/ccas"].properties["siret"] == TWO
    assert ids(graph) == {"val/ccas", f"val/ccas-siren-{ONE[:9]}"}


def test_two_bodies_that_a_person_makes_one_have_no_siret(tmp_path: Path) -> None:
    given = [{"nomBeneficiaire": name, "idBeneficiaire": number} for name, number in (("A", ONE), ("B", TWO))]
    ledger = Ledger((Decision("B", "A", "même"),))
    graph = assemble(reading_of(csv_at(tmp_path, rows(*given))), ledger)
    assert received(graph) == {"A": 2000}
    assert "siret" not in graph.index()["val/a"].properties
    assert "deux-siren" in codes(graph)


def test_names_alone_never_join_two_territories(tmp_path: Path) -> None:
    path = posts(tmp_path, ("", "MJC", "CV1"), ("", "MJC", "CV2"), ("", "MJC", "CV1"), ("", "ACCORDERIE", "CV3"))
    graph = assemble(reading_of(path), Ledger())
    assert received(graph) == {"MJC (CV1)": 200, "MJC (CV2)": 100, "ACCORDERIE": 100}


def test_a_name_alone_joins_the_number_of_its_own_territory(tmp_path: Path) -> None:
    path = posts(tmp_path, (ONE, "MJC", "CV1"), (TWO, "MJC", "CV2"), ("", "MJC", "CV2"), ("", "MJC", "CV3"))
    found = received(assemble(reading_of(path), Ledger()))
    assert found == {f"MJC (SIREN {ONE[:9]})": 100, f"MJC (SIREN {TWO[:9]})": 200, "MJC (CV3)": 100}


def test_a_new_coding_of_territories_parts_nobody(tmp_path: Path) -> None:
    path = posts(tmp_path, ("", "ACCORDERIE", "CV1"), ("", "ACCORDERIE", "CN01"), ("", "MJC", "CV2"), ("", "A", "CN02"))
    assert received(assemble(reading_of(path), Ledger()))["ACCORDERIE"] == 200


def test_only_the_plan_s_own_territory_joins_it_by_name(tmp_path: Path) -> None:
    path = posts(
        tmp_path,
        (ONE, "REGIE PLUS", "CV7"),
        (TWO, "POSSE 33", "CV7"),
        ("", "ACCORDERIE", "CV7"),
        (THREE, "MISSION LOCALE", "CV9"),
        ("", "LUDOTHEQUE", "CV9"),
    )
    graph = with_plan([path], "Régie Plus", "Posse 33", "Accorderie", "Mission locale", "Ludothèque")
    partners = {tie.start for tie in graph.by_type("PARTNERS")}
    assert partners & ids(graph) == {"val/regie-plus", "val/posse-33", "val/accorderie"}
    assert received(graph)[f"MISSION LOCALE (SIREN {THREE[:9]})"] == 100
    assert received(graph)["LUDOTHEQUE (CV9)"] == 100
    [finding] = findings(graph, "territoire-devine")
    assert "CV7 (3 noms en commun)" in finding.message


def test_where_nothing_tells_the_plan_s_territory_nobody_joins_it(tmp_path: Path) -> None:
    path = posts(tmp_path, (ONE, "MJC", "CV7"), (TWO, "CSC", "CV9"))
    graph = with_plan([path], "MJC", "CSC")
    assert not {tie.start for tie in graph.by_type("PARTNERS")} & ids(graph)


def test_a_beneficiary_is_no_service(tmp_path: Path) -> None:
    graph = graph_of(tmp_path, rows({"nomBeneficiaire": "AS Fontonne Hockey", "idBeneficiaire": ONE}))
    [id_] = ids(graph)
    assert graph.index()[id_].properties["kind"] is None


def test_names_in_capitals() -> None:
    assert in_capitals("Lud'Hauts – l'Été & Cie") == "LUD HAUTS L ETE ET CIE"
    assert in_capitals("REP+") == "REP+"
    assert in_capitals("???") == "???"


_NAMES = st.sampled_from(["MJC", "M.J.C", "Mjc", "LA MJC", "CCAS", "Ccas", "REGIE PLUS", "Régie Plus"])
_SIREN = st.sampled_from([None, ONE[:9], TWO[:9], THREE[:9]])
_AREA = st.sampled_from([None, "CV1", "CV2", "CN1"])


@given(st.lists(st.tuples(_NAMES, _SIREN, _AREA, st.sampled_from([None, "400", "777"])), min_size=1, max_size=12))
def test_no_actor_ever_has_two_siren_and_no_siren_two_actors(given_names: list[tuple[str, ...]]) -> None:
    mentions = [
        ActorMention(name, registration=Registration(siren, None, None if siren else hint, area))
        for name, siren, area, hint in given_names
    ]
    directory = resolve([*mentions, ActorMention("MJC")], "val", Ledger())
    by_siren: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.registration and mention.registration.siren:
            by_siren.setdefault(mention.registration.siren, set()).add(directory.actor(mention).id)
    assert all(len(found) == 1 for found in by_siren.values())
    assert len({id_ for found in by_siren.values() for id_ in found}) == len(by_siren)
    assert len({found.id for found in directory.actors.values()}) == len(directory.actors)


@given(st.permutations([("MJC", ONE[:9], "CV1"), ("MJC", None, "CV1"), ("MJC", TWO[:9], "CV2"), ("Mjc", None, None)]))
def test_the_order_of_rows_never_changes_who_is_who(order: list[tuple[str, str | None, str | None]]) -> None:
    def told(found: list[tuple[str, str | None, str | None]]) -> dict[object, str]:
        mentions = {row: ActorMention(row[0], registration=Registration(row[1], None, None, row[2])) for row in found}
        directory = resolve(mentions.values(), "val", Ledger())
        return {row: directory.actor(mention).id for row, mention in mentions.items()}

    assert told(order) == told(sorted(order, key=str))
