"""Who is who: what merges by rule, what only a person may merge, what must never merge."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors.assemble import assemble
from graph.actors.kinds import kind_of
from graph.actors.ledger import Decision, Ledger, read_ledger
from graph.actors.resolve import resolve
from graph.errors import InputError
from graph.model import Node
from graph.statements import ActorMention, FundingMention, Reading, Source, Statement


def actors(*names: str, ledger: Ledger | None = None) -> dict[str, str]:
    """Mention → actor id."""
    mentions = [ActorMention(name) for name in names]
    directory = resolve(mentions, "ville", ledger or Ledger())
    return {mention.text: directory.actor(mention).id for mention in mentions}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pôle emploi", "Pôle Emploi"),
        ("Etat", "État"),
        ("Régies de quartier", "Régie de quartier"),
        ("Le Pélican", "Pélican"),
        ("Lud'Hauts", "Lud’Hauts"),
        ("Grand Lac - Économie", "Grand Lac–Économie"),
    ],
)
def test_one_relaxation_merges(one: str, other: str) -> None:
    found = actors(one, other)
    assert found[one] == found[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("L'Escale", "Escalé"),
        ("Police municipale", "Police nationale"),
        ("Agence Ecomobilité", "Agence éco-mobilité"),
        ("CSS", "CS"),
        ("CCAS", "CCAS de Barby"),
        ("Grand Lac", "Ville de Lac"),
        ("MLJ", "Mission locale jeunes"),
    ],
)
def test_looser_resemblance_never_merges_by_itself(one: str, other: str) -> None:
    found = actors(one, other)
    assert found[one] != found[other]


def test_a_chain_of_single_relaxations_merges() -> None:
    found = actors("Mairie de quartier", "Mairies de quartier", "mairies de quartier", "mairies de quartiers")
    assert len(set(found.values())) == 1


def test_the_ledger_merges_and_removing_its_line_unmerges() -> None:
    ledger = Ledger((Decision("Cristal H", "Cristal Habitat", "même"),))
    assert len(set(actors("Cristal H", "Cristal Habitat", ledger=ledger).values())) == 1
    assert len(set(actors("Cristal H", "Cristal Habitat").values())) == 2


@pytest.mark.parametrize("decision", ["distinct", "à revoir"])
def test_the_ledger_keeps_apart_what_rules_would_merge(decision: str) -> None:
    ledger = Ledger((Decision("les Acacias", "Acacias", decision),))
    found = actors("les Acacias", "Acacias", "acacias", ledger=ledger)
    assert found["les Acacias"] != found["Acacias"]


def test_two_names_given_by_a_person_never_merge() -> None:
    lines = (Decision("CSC A", "Centre A", "même"), Decision("csc a", "Centre B", "même"))
    found = actors("CSC A", "csc a", ledger=Ledger(lines))
    assert set(found.values()) == {"ville/centre-a", "ville/centre-b"}


def test_national_bodies_stand_above_territories_and_others_within() -> None:
    assert actors("Etat", "ANRU", "CAF") == {"Etat": "etat", "ANRU": "anru", "CAF": "ville/caf"}


def test_services_live_within_their_carrier() -> None:
    town, towns = ActorMention("Ville de Lac"), ActorMention("Communes", generic=True)
    one = ActorMention("services techniques", parent=town, service=True)
    other = ActorMention("services techniques", parent=towns, service=True)
    member = ActorMention("CAF", parent=ActorMention("Groupe X"))
    directory = resolve([town, towns, one, other, member], "lac", Ledger())
    assert directory.actor(one).id == "lac/ville-de-lac/services-techniques"
    assert directory.actor(other).id == "lac/communes/services-techniques"
    assert directory.actor(one).parent == "lac/ville-de-lac"
    assert directory.actor(member).id == "lac/caf"
    assert not directory.actor(other).generic


def test_a_bare_service_joins_its_carrier_only_by_the_ledger() -> None:
    town = ActorMention("Ville de Lac")
    service = ActorMention("mairies de quartier", parent=town, service=True)
    bare = ActorMention("Mairies de quartier")
    without = resolve([town, service, bare], "lac", Ledger())
    assert without.actor(bare).id != without.actor(service).id
    line = Decision("Mairies de quartier", "Ville de Lac : mairies de quartier", "même")
    with_line = resolve([town, service, bare], "lac", Ledger((line,)))
    assert with_line.actor(bare) == with_line.actor(service)
    assert with_line.actor(bare).name == "Mairies de quartier (Ville de Lac)"


def test_an_acronym_that_the_document_defines_is_an_alias() -> None:
    full = ActorMention("Centre de Ressources des Savoirs de Base", acronym="CRSB")
    short = ActorMention("CRSB")
    directory = resolve([full, short], "lac", Ledger())
    assert directory.actor(full) == directory.actor(short)


@given(st.permutations(["Mairie", "Mairies", "mairies", "La Mairie", "Etat", "L'Escale", "Escalé", "escale"]))
def test_order_of_mentions_never_changes_who_is_who(names: list[str]) -> None:
    groups = {frozenset(n for n in names if actors(*names)[n] == id_) for id_ in actors(*names).values()}
    reference = actors(*sorted(names))
    assert groups == {frozenset(n for n in names if reference[n] == id_) for id_ in reference.values()}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ville de Lac", "collectivité"),
        ("Grand Lac", "collectivité"),
        ("Conseil départemental de l'Ain", "collectivité"),
        ("Préfecture", "État"),
        ("DDETS", "État"),
        ("Lac Habitat", "bailleur"),
        ("OPAC de l'Ain", "bailleur"),
        ("Collège Jean Moulin", "établissement scolaire"),
        ("CAF", "établissement public"),
        ("Mission locale", "établissement public"),
        ("MJC des Prés", "association"),
        ("Conseils citoyens", "instance"),
        ("Réseau des musées", "réseau"),
        ("service jeunesse", "service"),
        ("Zofate", None),
    ],
)
def test_kinds(name: str, kind: str | None) -> None:
    assert kind_of(name) == kind


def reading(*statements: Statement) -> Reading:
    document = Node("Document", "p/d.txt", {"name": "d.txt"})
    objective = Node("Objective", "p/objectif-1", {"name": "O"})
    return Reading("p", "lac", [document, objective], list(statements))


def said(subject: ActorMention | FundingMention, predicate: str, locator: str, **properties: object) -> Statement:
    return Statement(subject, predicate, "p/objectif-1", Source("p/d.txt", locator, locator), properties)


def test_one_tie_for_an_organisation_listed_twice_with_all_its_places() -> None:
    caf = ActorMention("CAF")
    graph = assemble(
        reading(
            said(caf, "PARTNERS", "ligne 1", basis="inferred"),
            said(caf, "PARTNERS", "ligne 9", basis="stated", via=["X"]),
            said(caf, "PARTNERS", "ligne 9", basis="stated", via=["X", "Y"]),
        ),
        Ledger(),
    )
    [tie] = graph.by_type("PARTNERS")
    assert tie.properties["locators"] == ["ligne 1", "ligne 9"]
    assert (tie.properties["basis"], tie.properties["via"]) == ("stated", ["X", "Y"])


def test_amounts_of_one_source_add_up_but_a_repeated_line_does_not() -> None:
    grant = FundingMention(ActorMention("CAF"), "subvention", "subvention")
    graph = assemble(
        reading(
            said(grant, "FUNDS", "ligne 1", amount=100),
            said(grant, "FUNDS", "ligne 1", amount=100),
            said(grant, "FUNDS", "ligne 2", amount=30),
        ),
        Ledger(),
    )
    [tie] = graph.by_type("FUNDS")
    assert tie.properties["amount"] == 130
    assert [(tie.start, tie.end) for tie in graph.by_type("PROVIDES")] == [("lac/caf", "lac/caf/subvention")]


def test_grants_with_references_stay_apart() -> None:
    grant = FundingMention(ActorMention("CAF"), "subvention", "subvention")
    rows = [said(grant, "FUNDS", f"ligne {n}", amount=n, reference=f"R{n}") for n in (1, 2)]
    assert [tie.properties["amount"] for tie in assemble(reading(*rows), Ledger()).by_type("FUNDS")] == [1, 2]


LEDGER = "mention;acteur;décision;raison;date;type\n"


def test_ledger_is_read_with_its_kinds(tmp_path: Path) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text(LEDGER + "Blé;Blé;MEME;ligne 3;2026-01-02;Association\n", encoding="utf-8")
    [line] = read_ledger(path).decisions
    assert (line.mention, line.decision, line.kind, line.line) == ("Blé", "même", "association", 2)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nom;acteur\nA;B\n", "mention, decision"),
        (LEDGER + "A;B;fusion;;;\n", "ligne 2"),
        (LEDGER + "A;;même;;;\n", "ligne 2"),
        (LEDGER + "A;B;même;;;chanteur\n", "chanteur"),
        (LEDGER + "A;B;même;;;\nA;C;même;;;\n", "ligne 3"),
        (LEDGER + "A;B;même;;;\nA;B;distinct;;;\n", "ligne 3"),
    ],
)
def test_a_faulty_ledger_says_its_line(tmp_path: Path, text: str, expected: str) -> None:
    path = tmp_path / "acteurs.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=expected):
        read_ledger(path)


def test_names_left_open_are_tied_by_the_ledger_s_line() -> None:
    ledger = Ledger((Decision("CCAS", "CCAS de Barby", "à revoir", "sans commune", line=7),))
    town, parish = ActorMention("CCAS"), ActorMention("CCAS de Barby")
    graph = assemble(reading(said(town, "PARTNERS", "ligne 1"), said(parish, "PARTNERS", "ligne 2")), ledger)
    [tie] = graph.by_type("MAY_BE")
    assert (tie.start, tie.end) == ("lac/ccas", "lac/ccas-de-barby")
    assert (tie.properties["locators"], tie.properties["reason"]) == (["registre, ligne 7"], "sans commune")


def test_a_service_left_open_is_found_under_its_carrier() -> None:
    ledger = Ledger((Decision("Police", "Ville : police municipale", "à revoir", line=2),))
    police = ActorMention("police municipale", parent=ActorMention("Ville"), service=True)
    graph = assemble(
        reading(said(ActorMention("Police"), "PARTNERS", "l. 1"), said(police, "PARTNERS", "l. 2")), ledger
    )
    assert [(tie.start, tie.end) for tie in graph.by_type("MAY_BE")] == [("lac/police", "lac/ville/police-municipale")]


def test_a_name_that_no_document_prints_ties_nobody() -> None:
    ledger = Ledger((Decision("CCAS", "Mairie", "à revoir", line=2),))
    assert not assemble(reading(said(ActorMention("CCAS"), "PARTNERS", "ligne 1")), ledger).by_type("MAY_BE")


def test_a_name_left_open_is_found_under_one_relaxation() -> None:
    ledger = Ledger((Decision("mairie de quartier", "CCAS", "à revoir", line=3),))
    names = ("la mairie de quartier", "CCAS")
    graph = assemble(reading(*(said(ActorMention(name), "PARTNERS", "ligne 1") for name in names)), ledger)
    assert [(tie.start, tie.end) for tie in graph.by_type("MAY_BE")] == [("lac/la-mairie-de-quartier", "lac/ccas")]
