"""How fiches of actions are laid out: labels, lists, levels, repeated headings, exports; and texts that are no plan."""

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import InputError
from graph.model import Graph
from maillage.pipeline import read_graph

Read = Callable[[str], Graph]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def reader(text: str) -> Graph:
        path = tmp_path / "lac.txt"
        path.write_text(text, encoding="utf-8")
        return read_graph(path)

    return reader


def ties(graph: Graph, type_: str, end: str = "action-1") -> set[str]:
    nodes = graph.index()
    return {nodes[tie.start].name for tie in graph.by_type(type_) if tie.end.endswith(end)}


def titles(graph: Graph) -> list[str]:
    return [node.name for node in graph.by_label("Action")]


def codes(graph: Graph) -> set[str]:
    return {finding.code for finding in graph.findings}


@pytest.mark.parametrize(
    "heading",
    [
        "Fiche action n° 1 : Planter",
        "FICHE ACTION 1 – Planter",
        "Fiche-action n°1.1 - Planter",
        "Fiche n°3 – Planter",
        "Fiche projet 2 : Planter",
        "Action 1. Planter",
        "Action 1.2 Planter",
        "Action A1 : Planter",
        "Action I.1.A – Planter",
        "Mesure n°4 : Planter",
        "Projet n° 2 | Planter",
        "**Action 3 : Planter**",
        "### Action 3 – Planter",
        "Action 3\tPlanter",
        "FICHE ACTION 2\nPlanter",
        "Fiche action\nIntitulé de l'action : Planter",
        "Fiche action n° 5\n\nTitre :\n\nPlanter",
        "Nom de l'action | Planter",
    ],
)
def test_headings_of_actions(read: Read, heading: str) -> None:
    graph = read(f"{heading}\n\nPilote : Ville de Lac\nPartenaires : CAF, MSA\nBudget : 3 000 €\n")
    assert titles(graph) == ["Planter"]
    assert ties(graph, "PILOTS") == {"Ville de Lac"}
    assert ties(graph, "PARTNERS") == {"CAF", "MSA"}
    assert [node.properties["budget"] for node in graph.by_label("Action")] == [3_000]


@pytest.mark.parametrize(
    "label",
    [
        "Chef de file",
        "Porteur",
        "Porteur(s) de l'action",
        "Porteur de projet",
        "Porteuse",
        "Maître d'ouvrage",
        "Maîtrise d'ouvrage",
        "Structure pilote",
        "Structures Pilotes",
        "Structure porteuse",
        "Pilote(s)",
        "PILOTE",
        "Copilote",
        "Référent",
        "Organisme porteur",
        "Pilote de l'action",
        "Co-porteurs",
    ],
)
@pytest.mark.parametrize("form", ["{} : Ville de Lac", "{}\tVille de Lac", "{} | Ville de Lac", "{} :\n\nVille de Lac"])
def test_words_for_pilots(read: Read, label: str, form: str) -> None:
    graph = read(f"Fiche action n° 1 : Planter\n\n{form.format(label)}\nPartenaires : CAF\n")
    assert ties(graph, "PILOTS") == {"Ville de Lac"}
    assert ties(graph, "PARTNERS") == {"CAF"}


@pytest.mark.parametrize(
    "label",
    [
        "Partenaires",
        "Partenaires associés",
        "Partenaires pressentis",
        "Autres partenaires",
        "Partenaire(s) de l'action",
        "Acteurs mobilisés",
        "Acteurs à associer",
        "Parties prenantes",
        "Structures associées",
    ],
)
def test_words_for_partners(read: Read, label: str) -> None:
    graph = read(f"Action 1 : Planter\nPilote : Ville de Lac\n{label} : CAF ; MSA\n")
    assert ties(graph, "PARTNERS") == {"CAF", "MSA"}


@pytest.mark.parametrize(
    "label",
    [
        "Financeurs",
        "Co-financeurs",
        "Cofinancements",
        "Plan de financement",
        "Plan de financement prévisionnel",
        "Sources de financement",
        "Partenaires financiers",
        "Crédits de droit commun mobilisés",
        "Financement sollicité",
    ],
)
def test_words_for_funders(read: Read, label: str) -> None:
    graph = read(f"Action 1 : Planter\nPilote : Ville de Lac\n{label} : CAF (2 000 €), MSA\n")
    nodes = graph.index()
    providers = {nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    assert providers == {"CAF", "MSA"}
    assert {tie.properties.get("amount") for tie in graph.by_type("FUNDS")} == {2_000, None}


@pytest.mark.parametrize(
    "partners",
    [
        "CAF, Ville de Lac, Mission locale",
        "CAF ; Ville de Lac ; Mission locale",
        "CAF / Ville de Lac / Mission locale",
        "CAF\nVille de Lac\nMission locale",
        "\n- CAF\n- Ville de Lac\n- et la Mission locale.",
        "\n• CAF ;\n• Ville de Lac ;\n• Mission locale",
        "CAF   Ville de Lac   Mission locale",
        "CAF\tVille de Lac\tMission locale",
        "CAF (instructeur), Ville de Lac, Mission locale (prescription)",
        "CAF, Ville de Lac, Mission locale, à définir",
        "CAF, Ville de Lac, Mission locale, M. Paul Durand, Claire Martin",
    ],
)
def test_lists_of_partners(read: Read, partners: str) -> None:
    graph = read(f"Action 1 : Planter\nPilote : Régie du Lac\nPartenaires : {partners}\nBudget : 1 000 €\n")
    assert ties(graph, "PARTNERS") == {"CAF", "Ville de Lac", "Mission locale"}


def test_services_printed_apart_are_those_of_the_one_structure(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nStructure pilote : Ville de Lac\nDirections ou Services Pilotes : Voirie, Parcs\n"
    )
    assert ties(graph, "PILOTS") == {"Ville de Lac", "Voirie (Ville de Lac)", "Parcs (Ville de Lac)"}


def test_persons_are_set_aside_and_said(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nPilote : CAF\nRéférent : Mme Josette Blanc\nÉlu·e référent·e : Luc Noir\n"
        "Personne pilote : Anne Vert\n"
    )
    assert {node.name for node in graph.by_label("Actor")} == {"CAF"}
    assert {"nom-ecarte", "personnes-ecartees"} <= codes(graph)


def test_own_funds_are_those_of_the_one_who_leads(read: Read) -> None:
    graph = read("Action 1 : Planter\nPorteur : MJC du Lac\nFinanceurs :\n- CAF : 3 000 €\n- Fonds propres : 1 000 €\n")
    given = {tie.start.rsplit("/", 2)[-2]: tie.properties["amount"] for tie in graph.by_type("FUNDS")}
    assert given == {"caf": 3_000, "mjc-du-lac": 1_000}


def test_an_amount_under_a_label_of_its_own(read: Read) -> None:
    graph = read("Action 1 : Planter\nPilote : CAF\nFinanceur 1 : État\nMontant € HT : 12000\nFinanceur 2 : MSA\n")
    assert {(tie.start.split("/")[-2], tie.properties.get("amount")) for tie in graph.by_type("FUNDS")} == {
        ("etat", 12_000),
        ("msa", None),
    }


def test_several_rubrics_on_one_line(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nPilote : Ville de Lac (service des parcs) – Partenaires : CAF, MSA – Budget : 2 000 €\n"
        "Statut : En cours     Échéance : juin 2026\n"
    )
    assert ties(graph, "PILOTS") == {"Ville de Lac", "Service des parcs (Ville de Lac)"}
    assert ties(graph, "PARTNERS") == {"CAF", "MSA"}
    [action] = graph.by_label("Action")
    assert [action.properties[name] for name in ("budget", "status", "end")] == [2_000, "en_cours", "2026-06"]


LEVELS = """\
Axe 1 : Vivre

Objectif stratégique 1 : Respirer

Objectif opérationnel 1.1 : Verdir

Action 1 : Planter
Pilote : CAF

Action 2 : Arroser
Pilote : MSA

Axe 2 : Bouger

Action 3 : Marcher
Pilote : CAF
"""


def test_actions_hang_from_the_nearest_level_and_what_is_folded_is_said(read: Read) -> None:
    graph = read(LEVELS)
    parents = {tie.end.split("/", 1)[1] for tie in graph.by_type("HAS_ACTION")}
    assert parents == {"objectif-2/action-1", "objectif-2/action-2", "axe-2/action-1"}
    assert "niveaux-replies" in codes(graph)
    assert "objectif-sans-pilote" not in codes(graph)


def test_headings_printed_again_above_each_fiche_are_one(read: Read) -> None:
    text = "".join(
        f"Axe 1 : Vivre\n\nObjectif 1 : Verdir\n\nFiche action {n} : Planter {n}\n\nPilote : CAF\n\n" for n in "123"
    )
    graph = read(text)
    assert [len(graph.by_label(label)) for label in ("Axis", "Objective", "Action")] == [1, 1, 3]
    assert "objectif-double" not in codes(graph)


def test_a_fiche_may_say_itself_what_it_belongs_to(read: Read) -> None:
    graph = read(
        "Fiche action 1 : Planter\nAxe 2 : Vivre\nObjectif 3 : Verdir\nPilote : CAF\n\n"
        "Fiche action 2 : Semer\nAxe 2 : Vivre\nObjectif 3 : Verdir\nPilote : MSA\n"
    )
    assert [(node.properties["number"], node.name) for node in graph.by_label("Axis")] == [(2, "Vivre")]
    assert [(node.properties["number"], node.name) for node in graph.by_label("Objective")] == [(3, "Verdir")]
    assert {tie.start.rsplit("/", 1)[1] for tie in graph.by_type("HAS_ACTION")} == {"objectif-1"}


def test_sub_actions_stand_within_their_action(read: Read) -> None:
    graph = read(
        "Fiche action 1 : Verdir\nPilote : CAF\nSous-action 1.1 : Planter\nPilote : MSA\n"
        "Sous-action 1.2 : Arroser\nPilote : Régie du Lac\n\nFiche action 2 : Bouger\nPilote : CAF\n"
    )
    parents = {tie.end.split("/", 1)[1]: tie.start.split("/", 1)[-1] for tie in graph.by_type("HAS_ACTION")}
    assert parents["action-1/action-2"] == "action-1"
    assert set(parents) == {"action-1", "action-1/action-1", "action-1/action-2", "action-2"}


def test_a_second_level_of_axes_is_that_of_objectives(read: Read) -> None:
    graph = read("Axe 1 : Vivre\n\nOrientation 1.1 : Verdir\n\nAction 1 : Planter\nPilote : CAF\n")
    assert [node.name for node in graph.by_label("Axis")] == ["Vivre"]
    assert [node.name for node in graph.by_label("Objective")] == ["Verdir"]


def test_axes_without_a_number(read: Read) -> None:
    graph = read(
        "Pilier Cohésion sociale\n\nAction 1 : Planter\nPilote : CAF\n\n"
        "Pilier Cadre de vie\n\nAction 2 : Semer\nPilote : MSA\n"
    )
    assert [node.name for node in graph.by_label("Axis")] == ["Cohésion sociale", "Cadre de vie"]


def test_a_table_of_contents_is_set_aside(read: Read) -> None:
    graph = read(
        "Plan du Lac\nAction 1 : Planter .......... 2\nAction 2 : Semer .......... 3\nAnnexe .......... 9\n\n"
        "Action 1 : Planter\nPilote : CAF\n\nAction 2 : Semer\nPilote : MSA\n"
    )
    assert titles(graph) == ["Planter", "Semer"]
    assert graph.unread == []


def test_a_summary_without_dots_repeats_and_is_no_action(read: Read) -> None:
    graph = read(
        "Fiche 1 – Planter\t3\nFiche 2 – Semer\t4\n\nFiche 1 – Planter\nPilote : CAF\n\nFiche 2 – Semer\nPilote : MSA\n"
    )
    assert titles(graph) == ["Planter", "Semer"]


def test_a_fiche_that_goes_on_on_the_next_page_is_one(read: Read) -> None:
    graph = read(
        "Fiche action 1 : Planter\nPilote : CAF\nPartenaires :\nMSA\n\nFiche action 1 : Planter (suite)\n"
        "Département\nBudget : 2 000 €\n\nFiche action 2 : Semer\nPilote : CAF\n"
    )
    assert titles(graph) == ["Planter", "Semer"]
    assert ties(graph, "PARTNERS") == {"MSA", "Département"}


def test_two_fiches_of_one_title_are_two(read: Read) -> None:
    graph = read("PROJET : Parc\nPorteur : CAF\n\nPROJET : Bois\nPorteur : MSA\n\nPROJET : Parc\nPorteur : CAF\n")
    assert titles(graph) == ["Parc", "Bois", "Parc"]


def test_rubrics_below_a_mere_list_of_actions_are_those_of_the_objective(read: Read) -> None:
    graph = read(
        "Axe 1 : Vivre\n\nObjectif 1 : Verdir\n\nAction 1 : Planter\nAction 2 : Arroser\n\n"
        "Pilote : CAF\nPartenaires : MSA\n"
    )
    assert ties(graph, "PILOTS", "objectif-1") == {"CAF"}
    assert ties(graph, "PARTNERS", "objectif-1") == {"MSA"}
    assert titles(graph) == ["Planter", "Arroser"]
    assert "rubriques-rattachees" in codes(graph)


def test_pilots_of_the_objective_and_of_its_actions(read: Read) -> None:
    graph = read(
        "Axe 1 : Vivre\n\nObjectif 1 : Verdir\nPilote : Ville de Lac\nPartenaires : CAF\n\n"
        "Action 1 : Planter\nPilote : Régie du Lac\nPartenaires : MSA\n"
    )
    assert ties(graph, "PILOTS", "objectif-1") == {"Ville de Lac"}
    assert ties(graph, "PILOTS", "action-1") == {"Régie du Lac"}
    assert ties(graph, "PARTNERS", "objectif-1") == {"CAF"}
    assert ties(graph, "PARTNERS", "action-1") == {"MSA"}


def test_what_has_no_place_in_the_graph_is_said_once_a_rubric_with_all_its_places(read: Read) -> None:
    graph = read("".join(f"Action {n} : Planter {n}\nPilote : CAF\nIndicateurs :\nnombre d'arbres\n\n" for n in "123"))
    said = [finding for finding in graph.findings if finding.code == "rubrique-sans-place"]
    assert [finding.locator for finding in said] == ["ligne 3"]
    assert "lignes 3 à 4, lignes 8 à 9, lignes 13 à 14" in said[0].message
    assert graph.unread == []


def test_a_description_is_kept_with_its_action_and_names_are_mentioned_in_it(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nPilote : Ville de Lac\nPartenaires : CAF\nDescription :\n"
        "Les arbres sont plantés en lien avec la Mission locale.\n"
    )
    [action] = graph.by_label("Action")
    quotes = [
        quote for tie in graph.by_type("STATED_IN") if tie.start == action.id for quote in tie.properties["quotes"]
    ]
    assert "Les arbres sont plantés en lien avec la Mission locale." in quotes
    assert ties(graph, "PARTNERS") == {"CAF"}
    assert ties(graph, "MENTIONED_IN") == {"Mission locale"}


def test_where_no_fiche_lists_partners_descriptions_are_read_for_them(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nPilote : Ville de Lac\nDescription :\nPlantation en lien avec la Mission locale.\n\n"
        "Action 2 : Semer\nPilote : Ville de Lac\n"
    )
    assert ties(graph, "PARTNERS") == {"Mission locale"}
    assert {tie.properties["basis"] for tie in graph.by_type("PARTNERS")} == {"inferred"}


def test_a_sentence_in_a_list_is_read_as_one(read: Read) -> None:
    graph = read(
        "Action 1 : Planter\nPilote : Ville de Lac\nPartenaires :\nCAF\n"
        "Le projet sera mené avec la Mission locale et sera suivi par un comité.\n"
    )
    assert ties(graph, "PARTNERS") == {"CAF", "Mission locale"}


def test_an_action_that_nobody_leads_is_said(read: Read) -> None:
    graph = read("Action 1 : Planter\nPilote : CAF\n\nAction 2 : Semer\nPilote :\nPartenaires : MSA\n")
    assert [(found.code, found.locator) for found in graph.findings if found.code == "action-sans-pilote"] == [
        ("action-sans-pilote", "ligne 4")
    ]


def test_funders_that_give_more_than_the_budget_are_said(read: Read) -> None:
    graph = read("Action 1 : Planter\nPilote : CAF\nBudget : 3 000 €\nFinanceurs : CAF : 2 000 €, MSA : 2 000 €\n")
    assert "somme-differente" in codes(graph)


def test_a_name_alone_in_a_list_is_no_rubric(read: Read) -> None:
    graph = read("Action 1 : Planter\nPilote : CAF\nPartenaires :\nHorizon\nMSA\nBudget : 1 000 €\n")
    assert ties(graph, "PARTNERS") == {"Horizon", "MSA"}


EXPORT = """\
{title}
En cours   Moyen
{title}
Plan climat > Axe 2 Manger > 2.1 Cuisiner
Téléchargée le 12/03/2025   Début : 01/09/2024   Fin prévisionnelle : 30/06/2026
Description de l'action :
Non renseigné
ACTEURS DU PROJET :
Personnes Pilotes : Aline Corbier
Directions ou Services Pilotes : Service des cuisines
Structures Pilotes : Ville de Lac
Partenaires : CAF   Mission locale
BUDGET
Budget d'investissement : Montant prévisionnel 8 000 € HT
Financeurs : ADEME 5 000 € HT   MSA Non renseigné
"""


def test_exports_of_territoires_en_transitions_one_after_the_other(read: Read) -> None:
    graph = read(EXPORT.format(title="Cantine bio") + EXPORT.format(title="Jardin d'école"))
    told = ("status", "start", "end", "budget")
    assert [(node.name, *(node.properties[name] for name in told)) for node in graph.by_label("Action")] == [
        ("Cantine bio", "en_cours", "2024-09-01", "2026-06-30", 8_000),
        ("Jardin d'école", "en_cours", "2024-09-01", "2026-06-30", 8_000),
    ]
    assert [node.name for node in graph.by_label("Axis")] == ["Manger"]
    for end in ("action-1", "action-2"):
        assert ties(graph, "PILOTS", end) == {"Ville de Lac", "Service des cuisines (Ville de Lac)"}
        assert ties(graph, "PARTNERS", end) == {"CAF", "Mission locale"}
    assert graph.unread == []


SAID_BELOW = """\
{title}
{axis}
Présentation
Description :
Une action du contrat.
Acteurs
Structures Pilotes : Ville de Lac
Personnes Pilotes : Aline Corbier
Partenaires : CAF, Mission locale
Financeurs : ADEME
Date de fin prévisionnelle : 31/12/2026
"""


@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_axis_printed_below_a_title_is_no_title(read: Read, gap: str) -> None:
    one, two = "Axe 1 : Manger", "Axe 2 : Habiter"
    graph = read(
        SAID_BELOW.format(title="Cantine bio", axis=one)
        + gap
        + SAID_BELOW.format(title="Toits frais", axis=two)
        + gap
        + SAID_BELOW.format(title="Jardin d'école", axis=one)
    )
    assert titles(graph) == ["Cantine bio", "Toits frais", "Jardin d'école"]
    assert [node.name for node in graph.by_label("Axis")] == ["Manger", "Habiter"]
    for action in graph.by_label("Action"):
        assert ties(graph, "PILOTS", action.id) == {"Ville de Lac"}
        assert ties(graph, "PARTNERS", action.id) == {"CAF", "Mission locale"}
    assert graph.unread == []


def test_a_line_that_no_page_holds_is_cut_and_said(read: Read) -> None:
    graph = read("Action 1 : Planter\nPilote : CAF\nPartenaires : MSA\nFinanceurs : " + "Ville de Lac 10 €, " * 20_000)
    assert "texte-long" in codes(graph)
    assert ties(graph, "PARTNERS") == {"MSA"}


@pytest.mark.parametrize(
    "text",
    [
        "Compte rendu de la réunion du 12 mars\nPrésents : Mme Roche (CAF), M. Petit\nOrdre du jour : budget\n\n"
        "Action 1 : relancer la CAF\nResponsable : Ville\nÉchéance : 30 mars 2024\n\n"
        "Action 2 : écrire aux bailleurs\nResponsable : Mission locale\nÉchéance : 15 avril 2024\n",
        "CONTRAT DE PRESTATION\nArticle 1 – Objet\nLe présent contrat porte sur un projet.\nArticle 2 – Durée\n"
        "Date de début : 01/01/2025\nArticle 3 – Montant\nMontant total : 24 000 € HT\nResponsable : Mme Roche\n",
        "Projet : Rénovation du gymnase\nMaître d'ouvrage : Commune de Lac\nMontant : 1 200 000 €\nDurée : 14 mois\n",
        "Rapport d'activité\nMesure 1 : le chômage a baissé de 2 %.\nMesure 2 : les loyers ont augmenté.\n"
        "Partenaires : CAF, MSA\n",
        "Offre d'emploi\nContexte : la ville recrute.\nContact : Mme Bernard\nDate limite : 15 mai\n",
        "Annuaire\n\nClub de judo\nResponsable : Jean Petit\nLieu : gymnase\n\nChorale\nResponsable : Anne Roux\n",
        "Demande de subvention\nIntitulé du projet : Fête du lac\nBudget : 5 000 €\nPartenaires : Ville de Lac\n",
        "La ville lance trois projets.\n\nProjet 1 : un parc.\nProjet 2 : une école.\nAction citoyenne : un vote.\n",
    ],
)
def test_ordinary_texts_are_no_plan(read: Read, text: str) -> None:
    with pytest.raises(InputError, match="aucune forme"):
        read(text)
