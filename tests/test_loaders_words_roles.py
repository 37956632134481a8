"""Words that give a role, and those that only seem to: sentences written for each rule, answers by hand."""

import pytest

from loaders.words.organisations import Organisations
from loaders.words.programmes import programmes
from loaders.words.roles import FUNDS, MENTIONED, PARTNERS, PILOTS, Citation, citations

KNOWN = ("MLJ", "État", "Région", "Département", "Cristal Habitat", "Ville de Valbourg", "Collège Jean-Moulin")
JOINED = "association Plume et Palabres"
NATIONAL = [spelling for programme in programmes() for spelling in programme.spellings]
ORGANISATIONS = Organisations(KNOWN, [*NATIONAL, "Barby"])


def cited(sentence: str, organisations: Organisations = ORGANISATIONS) -> list[Citation]:
    return citations(sentence, organisations)


def names(sentence: str, role: str) -> list[str]:
    return [citation.name for citation in cited(sentence) if citation.role == role]


def roles(sentence: str) -> list[tuple[str, str]]:
    return [(citation.name, citation.role) for citation in cited(sentence)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ouvrir un lieu (porteur : CAF ; partenaires : MSA, UDAF)", [("CAF", False)]),
        ("Ouvrir un lieu, en co-portage CAF / MLJ", [("CAF", True), ("MLJ", True)]),
        ("Ouvrir un lieu, en copilotage avec la CAF et la MSA", [("CAF", True), ("MSA", True)]),
        ("Ouvrir un lieu porté conjointement par la CAF et la MSA", [("CAF", True), ("MSA", True)]),
        ("Ouvrir un lieu - portage MJC des Lilas - avec des jeunes", [("MJC des Lilas", False)]),
        ("Ouvrir un lieu (chef de file CIDFF)", [("CIDFF", False)]),
        ("Ouvrir un lieu sous pilotage CAF", [("CAF", False)]),
        ("Ouvrir un lieu ; pilotage assuré par la MSA", [("MSA", False)]),
        ("Ouvrir un lieu avec la CAF (pilote) et la MSA", [("CAF", False)]),
        ("Ouvrir un lieu, porté en interne par la Ville de Valbourg", [("Ville de Valbourg", False)]),
    ],
)
def test_families_of_words_for_who_leads(sentence: str, expected: list[tuple[str, bool]]) -> None:
    assert [(citation.name, citation.co) for citation in cited(sentence) if citation.role == PILOTS] == expected


def test_participles_joined_give_each_role() -> None:
    assert roles("Ouvrir un lieu porté et cofinancé par la CAF") == [("CAF", PILOTS), ("CAF", FUNDS)]
    assert roles("Poste financé à 50 % par la CAF et par la MSA") == [("CAF", FUNDS), ("MSA", FUNDS)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Créer un lieu avec l'intervention d'Emmaüs et du SMICTOM du Val", ["Emmaüs", "SMICTOM du Val"]),
        ("Créer un lieu avec le précieux concours de la MAIF, de l'AFEV et du CROUS", ["MAIF", "AFEV", "CROUS"]),
        ("Créer un lieu avec un comité local et l'appui technique du cabinet Merlin", ["cabinet Merlin"]),
        ("Créer un lieu (intervenants : Planning familial, CIDFF)", ["Planning familial", "CIDFF"]),
        ("Créer un lieu ; encadrement Roue Libre Savoie", ["Roue Libre Savoie"]),
        ("Créer un lieu (convention CAF / Ville de Valbourg)", ["CAF", "Ville de Valbourg"]),
        ("Créer un lieu par les bénévoles d'ATD Quart Monde et deux agents de la PMI", ["ATD Quart Monde", "PMI"]),
        ("Créer un lieu avec Mme Durand, M. Petit, la CAF et la MSA", ["CAF", "MSA"]),
        ("Créer un lieu avec des taxis conventionnés, sept musiciens et la CAF", ["CAF"]),
        ("Créer un lieu avec la MLJ pour l'accueil, Cap emploi pour le suivi et la CAF", ["MLJ", "Cap emploi", "CAF"]),
        ("Créer un lieu avec la sous-préfecture, le parquet et les pompiers", ["sous-préfecture", "parquet"]),
        ("Créer un lieu avec le rectorat et les sapeurs-pompiers", ["rectorat", "sapeurs-pompiers"]),
        ("Créer un lieu avec les associations Roulavie et Vélocité", ["Roulavie", "Vélocité"]),
        ("Créer un lieu tenu par la MSA et l'ADMR, à la MJC", ["MSA", "ADMR"]),
    ],
)
def test_families_of_words_for_who_helps(sentence: str, expected: list[str]) -> None:
    assert names(sentence, PARTNERS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Réparer des vélos : Wimoov, La Roue tourne, CAF", ["Wimoov", "La Roue tourne", "CAF"]),
        ("Suivre les jeunes – MLJ – 12 jeunes", ["MLJ"]),
        ("Suivre les jeunes : CAF pour l'accueil, MLJ pour le suivi", ["CAF", "MLJ"]),
        ("Suivre les jeunes (AFPA – GRETA)", ["AFPA", "GRETA"]),
        ("Suivre les jeunes : ateliers, sorties, CAF en renfort", []),
        ("Rénover deux écoles : école Pasteur, école Ferry", []),
        ("Conseil de développement : groupe « Égalité »", []),
    ],
)
def test_a_bare_list_of_names_closes_an_action(sentence: str, expected: list[str]) -> None:
    assert names(sentence, PARTNERS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Veiller (2 fois / semaine, Mission locale, association Plume et Palabres)", ["Mission locale", JOINED]),
        ("Veiller (crédits CAF ; salle prêtée par la Ville de Valbourg)", ["Ville de Valbourg"]),
        ("Veiller (CAF, atelier animé par la MSA)", ["CAF", "MSA"]),
        ("Veiller avec un outil de coordination (SPICO)", []),
        ("Veiller à la course annuelle (CDOS)", ["CDOS"]),
        ("Veiller (Mobilité, Logement, Santé)", []),
        ("Veiller (Verre, Carton, Textile)", []),
        ("Veiller (Jean Moulin, Marie Curie)", []),
        ("Veiller (Fête du jeu, Octobre rose, Pass culture, BOP 147)", []),
        ("Veiller (M. Martin, Mme Vasseur)", []),
        ("Veiller dans deux quartiers (Bellevue, Champ-Fleuri)", []),
        ("Veiller dans les écoles (REP+)", []),
        ("Veiller (accueil : MJC ; lieu : Maison Bleue)", ["MJC"]),
        ("Veiller (Atelier de cuisine, Parcours d'insertion, CAF)", ["CAF"]),
    ],
)
def test_what_stands_between_parentheses(sentence: str, expected: list[str]) -> None:
    assert names(sentence, PARTNERS) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nager (CAF 2 000 €, CPAM 1 000 €)", [("CAF", 2000, None), ("CPAM", 1000, None)]),
        ("Nager (4 500 € Etat ; 1 500 € de la CAF)", [("Etat", 4500, None), ("CAF", 1500, None)]),
        ("Nager (financement : CD 73 40 %, Ville 60 %)", [("CD 73", None, 0.4), ("Ville", None, 0.6)]),
        ("Nager (co-financement Etat – Région – Métropole)", ["Etat", "Région", "Métropole"]),
        ("Nager avec la participation de la DRAC (3 000 €)", [("DRAC", 3000, None)]),
        ("Participation du Département à hauteur de 12 000 €", [("Département", 12000, None)]),
        ("Nager avec la CAF comme financeur principal", ["CAF"]),
        ("Poste financé : Etat 50 %, CAF 50 %", [("Etat", None, 0.5), ("CAF", None, 0.5)]),
        ("Nager avec un financement de la DRAC et de la Région", ["DRAC", "Région"]),
        ("Nager avec le soutien logistique et financier du Département", ["Département"]),
        ("Nager : 3 000 € de la CAF", [("CAF", 3000, None)]),
    ],
)
def test_who_pays_and_how_much(sentence: str, expected: list[object]) -> None:
    given = [citation for citation in cited(sentence) if citation.role == FUNDS]
    full = [(citation.name, citation.amount, citation.share) for citation in given]
    assert (full if isinstance(expected[0], tuple) else [name for name, *_ in full]) == expected


def test_a_national_envelope_is_nobody_s_gift() -> None:
    (citation,) = cited("Abonder l'enveloppe de l'ANRU de 2 milliards €")
    assert (citation.role, citation.amount) == (MENTIONED, None)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Roulavie Savoie et Kilomètre Zéro interviennent chaque mois", ["Roulavie Savoie", "Kilomètre Zéro"]),
        ("GRDF propose un diagnostic", ["GRDF"]),
        ("Mobiliser l'équipe ; CLIC, SSIAD et ADMR associés", ["CLIC", "SSIAD", "ADMR"]),
        ("Créer une cellule de veille associant le collège Jean-Moulin et la MLJ", ["collège Jean-Moulin", "MLJ"]),
        ("Associer Action Logement et Pro Habitat", ["Action Logement", "Pro Habitat"]),
        ("Action confiée à la Croix-Rouge", ["Croix-Rouge"]),
        ("Soutenir des réunions entre la CAF et la police municipale", ["CAF", "police municipale"]),
    ],
)
def test_names_that_no_word_of_the_design_gives_a_role(sentence: str, expected: list[str]) -> None:
    assert roles(sentence) == [(name, MENTIONED) for name in expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rendre hommage à Simone Veil avec les élèves",
        "Se déplacer à la gare par ses propres moyens",
        "Réunir le réseau les structures du territoire",
        "Atelier cuisine « 1 € le repas »",
        "Par ailleurs, ouvrir un lieu",
        "Travailler avec les communes de Sainte-Foy, Montaut et Lhers",
    ],
)
def test_sentences_that_name_no_one(sentence: str) -> None:
    assert roles(sentence) == []


def test_who_acts_after_a_comma_is_no_partner_of_what_is_before() -> None:
    assert roles("Aider les jeunes avec la MLJ, la CAF propose un lieu") == [("MLJ", PARTNERS), ("CAF", MENTIONED)]
    assert roles("Deux fois par an, la CAF propose un lieu") == [("CAF", MENTIONED)]


def test_an_acronym_that_does_things_elsewhere_is_no_gloss() -> None:
    acting = Organisations(KNOWN, NATIONAL, ["Réparer des vélos avec la SEAS"])
    assert names("Réparer des vélos (SEAS)", PARTNERS) == []
    assert [citation.name for citation in cited("Réparer des vélos (SEAS)", acting)] == ["SEAS"]


def test_the_acronym_of_a_partner_is_no_second_one() -> None:
    (citation,) = cited("Soigner avec l'Agence régionale de santé (ARS)")
    assert (citation.name, citation.acronym) == ("Agence régionale de santé", "ARS")
