"""Lists of actors: forms of one line each, expected values written by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.lines import Line, non_blank
from loaders.words.lists import read_list, standalone_names
from loaders.words.names import counted, is_acronym_of, is_generic
from loaders.words.split import outside, parentheses, split_outside


def read(text: str) -> list[str]:
    """Names of a list, "carrier > name" for members and services."""
    lines = list(non_blank(Line(f"ligne {n}", raw) for n, raw in enumerate(text.split("\n"), 1)))
    standalone = standalone_names([lines])
    return [
        f"{item.mention.parent.text} > {item.mention.text}" if item.mention.parent else item.mention.text
        for item in read_list(lines, standalone)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Etat, CAF , Ville de Lac,", ["Etat", "CAF", "Ville de Lac"]),
        ("Etat\nCAF\nVille de Lac", ["Etat", "CAF", "Ville de Lac"]),
        ("- Etat\n- CAF", ["Etat", "CAF"]),
        ("Etat ; CAF ; MJC...", ["Etat", "CAF", "MJC"]),
        (
            "Ville de Lac : service A, service B",
            ["Ville de Lac", "Ville de Lac > service A", "Ville de Lac > service B"],
        ),
        ("Ville de Lac (service A)", ["Ville de Lac", "Ville de Lac > service A"]),
        (
            "Etat, Ville de Lac : service A, Grand Lac, CAF",
            ["Etat", "Ville de Lac", "Ville de Lac > service A", "Grand Lac", "CAF"],
        ),
        (
            "Ville de Lac : service A,\nservice B,\nRégies de quartier",
            ["Ville de Lac", "Ville de Lac > service A", "Ville de Lac > service B", "Régies de quartier"],
        ),
        ("Groupe X : CAF, MLJ\nEtat", ["Groupe X", "Groupe X > CAF", "Groupe X > MLJ", "Etat"]),
        ("REP+/EN", ["REP+", "EN"]),
        ("Equipe projet Ville / Agglomération", ["Equipe projet Ville / Agglomération"]),
        ("Maison des Prés et ME du Lac", ["Maison des Prés", "ME du Lac"]),
        ("Conseil des Droits et des Devoirs", ["Conseil des Droits et des Devoirs"]),
        ("CCAS de Lac et de la Plaine", ["CCAS de Lac", "CCAS de la Plaine"]),
        ("direction prévention et tranquillité", ["direction prévention et tranquillité"]),
        ("Conseils citoyens et habitants", ["Conseils citoyens", "habitants"]),
        ("CAF à travers les CSC et les EVS", ["CAF"]),
        ("Europe (Feder)", ["Europe"]),
        ("Centre de Ressources du Lac (CRL)", ["Centre de Ressources du Lac"]),
        ("45 éducateurs sur la ville (4 au nord, 9 au sud)", ["éducateurs"]),
        ("Association L’Envol (à confirmer)", ["Association L’Envol"]),
        (
            "Collectifs (jardins, conseils citoyens...)",
            ["Collectifs", "Collectifs > jardins", "Collectifs > conseils citoyens"],
        ),
        ("ALAE (contact : Mme Aline Corbier, 04 00 00 00 00)", ["ALAE"]),
        ("Régie (tél. 04.00.00.00.00), CAF", ["Régie", "CAF"]),
        ("Foyer (accueil, cantine", ["Foyer", "Foyer > accueil", "cantine"]),
        ("CAF), Etat", ["CAF", "Etat"]),
        (",, ;", []),
    ],
)
def test_lists(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", ["CAF, 04 00 00 00 00", "CAF, contact : Mme Corbier", "CAF, tél. 0400000000"])
def test_what_only_serves_to_reach_someone_names_nobody(text: str) -> None:
    items = read_list([Line("ligne 1", text)], frozenset())
    assert [item.mention.text for item in items if not item.aside] == ["CAF"]
    assert any(item.aside for item in items)


def test_via_fund_and_quote_stand_beside_the_name() -> None:
    text = "- CAF via les CSC et les EVS, Europe (Feder)"
    [caf, europe] = read_list([Line("l. 1", text)], frozenset())
    assert (caf.via, caf.quote) == (("CSC", "EVS"), text)
    assert (europe.fund, europe.quote, europe.locator) == ("FEDER", text, "l. 1")


def test_a_slash_joins_two_names_that_stand_alone_elsewhere() -> None:
    assert read("Compost Action/Vélo Lac") == ["Compost Action/Vélo Lac"]
    alone = "Compost Action, Vélo Lac\nCompost Action/Vélo Lac"
    assert read(alone) == ["Compost Action", "Vélo Lac", "Compost Action", "Vélo Lac"]


@given(st.text(max_size=200))
def test_no_list_makes_the_reader_fail_or_invent(text: str) -> None:
    for item in read_list([Line("l. 1", text)], frozenset()):
        assert item.mention.text.strip()
        assert set("".join(item.mention.text.split())) <= set(text)


@given(st.lists(st.text(alphabet="abcdé' -", min_size=1, max_size=12), min_size=1, max_size=8))
def test_splitting_and_joining_gives_the_text_back(pieces: list[str]) -> None:
    assert split_outside(",".join(pieces), ",") == pieces


def test_separators_inside_parentheses_and_quotes_do_not_count() -> None:
    assert split_outside('a (b, c), « d, e », "f, g", h', ",") == ["a (b, c)", " « d, e »", ' "f, g"', " h"]
    assert outside("a (b : c) : d", ":") == ("a (b : c) ", ":", " d")
    assert parentheses("X (a, b) Y") == ("X Y", "a, b")


@pytest.mark.parametrize(
    ("name", "generic"),
    [
        ("Bailleurs sociaux", True),
        ("Communes", True),
        ("habitants", True),
        ("les tiers-lieux", True),
        ("Un référent par commune", True),
        ("acteurs des quartiers", True),
        ("les Cyclamens", False),
        ("Enedis", False),
        ("Malraux", False),
        ("bibliothèques de Lac", False),
        ("Secours populaire", False),
        ("CAF", False),
        ("Etat", False),
    ],
)
def test_generic_names(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


def test_acronyms_and_counts() -> None:
    assert is_acronym_of("CRSB", "Centre de Ressources des Savoires de Base")
    assert is_acronym_of("PACEA", "Parcours contractualisé d'accompagnement vers l'emploi et l'autonomie")
    assert not is_acronym_of("MLJ", "Conseillère de proximité")
    assert counted("3 médiateurs pour la ville") == "médiateurs"
    assert counted("Maison 2 Rives") == "Maison 2 Rives"
