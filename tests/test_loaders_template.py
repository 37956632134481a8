"""The import template of Territoires en Transitions, in its versions, filled by hand with made-up actions and golds."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger
from graph.errors import InputError
from graph.model import Graph
from graph.statements import Reading
from graph.text import fold
from loaders.cells import Row, cell_of
from loaders.forms.template.form import TemplateForm
from loaders.plan_info import PlanInfo
from loaders.read.delimited import read_delimited
from loaders.read.document import RawDocument
from loaders.words.names import without_article
from loaders.writer import Writer
from maillage.pipeline import known_names

FIRST = ["Axe (x)", "Sous-axe (x.x)", "Sous-sous axe (x.x.x)", "Titre de la fiche action", "Descriptif"]
MONEY_HT = ["Financements", *(label for n in "123" for label in (f"Financeur {n}", "Montant € HT"))]
V1 = [
    *FIRST, "Thématique principale", "Sous-thématiques", "Objectifs", "Indicateurs liés", "Résultats attendus",
    "Cibles",
    "Structure pilote", "Moyens humains et techniques", "Partenaires", "Service-département-pôle pilote",
    "Personne pilote", "Élu·e référent·e", "Financements", "Financeur 1", "Montant € TTC", "Financeur 2",
    "Montant € TTC", "Financeur 3", "Montant € TTC", "Budget prévisionnel total € TTC", "Statut", "Niveau de priorité",
    "Date de début", "Date de fin", "Action en amélioration continue", "Calendrier", "Actions liées",
    "Fiches des plans liées", "Notes complémentaires", "Documents et liens",
]  # fmt: skip
V2 = [
    *FIRST, "Instances de gouvernance", "Objectifs", "Indicateurs liés", "Structure pilote",
    "Moyens humains et techniques", "Partenaires", "Direction ou service pilote", "Personne pilote", "Élu·e référent·e",
    "Participation Citoyenne", *MONEY_HT, "Budget prévisionnel total € HT", "Statut", "Niveau de priorité",
    "Date de début", "Date de fin", "Action en amélioration continue", "Calendrier", "Actions liées",
    "Fiches des plans liées", "Notes de suivi", "Etapes de la fiche action", "Notes complémentaires",
    "Documents et liens",
]  # fmt: skip
V3 = [
    "Axe (x)", "Sous-axe (x.x)", "Sous-sous axe (x.x.x)", "Titre de l'action", "Titre de la sous-action", "Descriptif",
    *V2[5:-8], "Mesures liées", "Actions liées", "Notes", "Documents et liens",
]  # fmt: skip
EXPORT = [
    "Axe (x)", "Sous-axe (x.x)", "Titre de la fiche action", "Descriptif", "Thématique principale", "Tags de suivi",
    "Confidentialité de la fiche", "Statut", "Niveau de priorité", "Temps de mise en œuvre", "Date de début",
    "Date de fin", "Calendrier", "Personne pilote", "Direction ou service pilote", "Structure pilote",
    "Élu·e référent·e", "Partenaires", "Cibles", "Participation citoyenne - type", "Nom et statut de l'étape", "2024",
    "2025", "Financements", "Budget prévisionnel total (€ TTC)", "Financeur 1", "Montant (€ TTC)", "Financeur 2",
    "Montant (€ TTC)", "Objectifs", "Indicateurs liés", "Date de création", "Créé par",
]  # fmt: skip
GROUPS = {"Axe (x)": "Présentation de l’action", "Objectifs": "Objectifs et indicateurs", "Structure pilote": "Acteurs"}
TYPES = {"Structure pilote": "Champ texte (séparateur virgule)", "Montant € HT": "Champ numérique"}
HINT = "➔ Utilisez exactement la même écriture pour chaque intitulé dans toutes les fiches."


@dataclass(frozen=True)
class Action:
    """One made-up row, and what a person reads in it. `cells` by label, then what is given by funder."""

    cells: dict[str, str]
    gold: dict[str, Any] = field(default_factory=dict)
    given: tuple[tuple[str, str], ...] = ()


ACTIONS = [
    Action(
        {
            "Axe": "1. Se déplacer autrement",
            "Sous-axe": "1.1. Développer le vélo",
            "Sous-sous": "1.1.1. Rouler en sécurité",
            "Titre": "1.1.1.1 Réaliser la voie verte des étangs",
            "Descriptif": "Huit kilomètres de voie, en lien avec le Syndicat des Étangs.",
            "Objectifs": "Objectif général : relier les bourgs",
            "Structure": "Communauté de communes des Étangs",
            "Service": "Service voirie",
            "Partenaires": "Département (direction des routes), Commune de Marlieux , Vélo pour tous,",
            "Personne": "Lise MOREL, Paul Petit",
            "Élu": "Anne ROY",
            "Statut": "En cours",
            "Début": "2024-03-01 00:00:00",
            "Fin": "47848",
            "Budget": "1250000",
            "Priorité": "Élevé",
        },
        {
            "axis": "Se déplacer autrement",
            "objective": "Rouler en sécurité",
            "theme": "Développer le vélo",
            "pilots": {"Communauté de communes des Étangs", "Service voirie (Communauté de communes des Étangs)"},
            "partners": {
                "Département",
                "direction des routes (Département)",
                "Commune de Marlieux",
                "Vélo pour tous",
                "Syndicat des Étangs",
            },
            "funders": {("Région", 400000), ("Département", 300000), ("Union européenne", 250000)},
            "status": "en_cours",
            "start": "2024-03-01",
            "end": "2030-12-31",
            "budget": 1250000,
        },
        (("Région", "400000"), ("Département", "300 000"), ("Europe", "250000 €")),
    ),
    Action(
        {
            "Axe": "1. Se déplacer autrement",
            "Sous-axe": "1.1. Développer le vélo",
            "Sous-sous": "1.1.2. Apprendre",
            "Titre": "Ouvrir une école du vélo",
            "Structure": "Vélo pour tous, Communauté de communes des Étangs",
            "Service": "Service mobilités",
            "Partenaires": "Écoles⏎Collège Marie-Curie ⏎ Auto-école du Lac",
            "Statut": "À venir",
            "Début": "01/09/2025",
            "Financement": "Appel à projets de l'ADEME espéré",
            "Budget": "24 000,50",
        },
        {
            "axis": "Se déplacer autrement",
            "objective": "Apprendre",
            "theme": "Développer le vélo",
            "pilots": {"Vélo pour tous", "Communauté de communes des Étangs", "Service mobilités"},
            "partners": {"Écoles", "Collège Marie-Curie", "Auto-école du Lac"},
            "funders": {("ADEME", None), ("Fondation Roue Libre", None)},
            "status": "À venir",
            "start": "2025-09-01",
            "budget": 24000,
        },
        (("ADEME, Fondation Roue Libre", "12000"),),
    ),
    Action(
        {
            "Axe": "2. Mieux se nourrir",
            "Sous-axe": "2.1. Manger local",
            "Titre": "Créer une légumerie",
            "Structure": "CUMA du Val",
            "Partenaires": "Chambre d'agriculture de l'Ain (CA01), Lycée agricole Jean-Zay "
            "et Groupement des maraîchers",
            "Statut": "Bloqué",
            "Début": "bientôt",
            "Fin": "30/06/2027",
            "Budget": "Entre 200 et 500",
        },
        {
            "axis": "Mieux se nourrir",
            "objective": "Manger local",
            "pilots": {"CUMA du Val"},
            "partners": {"Chambre d'agriculture de l'Ain", "Lycée agricole Jean-Zay", "Groupement des maraîchers"},
            "funders": {("Région", None)},
            "status": "Bloqué",
            "end": "2027-06-30",
        },
        (("Région", "à voir avec eux"), ("", "5000")),
    ),
    Action(
        {
            "Axe": "2. Mieux se nourrir",
            "Sous-sous": "2.2.1. Partager",
            "Titre": "Frigos solidaires",
            "Service": "Direction de l'action sociale",
            "Partenaires": "Banque alimentaire / Secours populaire ; Croix-Rouge",
            "Statut": "Réalisé",
        },
        {
            "axis": "Mieux se nourrir",
            "objective": "Partager",
            "pilots": {"Direction de l'action sociale"},
            "partners": {"Banque alimentaire", "Secours populaire", "Croix-Rouge"},
            "status": "Réalisé",
        },
    ),
    Action(
        {
            "Titre": "Animer le plan",
            "Structure": "Communauté de communes des Étangs",
            "Service": "Communauté de communes des Étangs",
        },
        {"pilots": {"Communauté de communes des Étangs"}},
    ),
]
KINDS = ("pilots", "partners", "funders", "axis", "objective", "theme", "status", "start", "end", "budget")
WORDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("Axe", lambda label: label.startswith("Axe")),
    ("Sous-sous", lambda label: label.startswith("Sous-sous")),
    ("Sous-axe", lambda label: label.startswith("Sous-axe")),
    ("Titre", lambda label: label in ("Titre de la fiche action", "Titre de l'action")),
    ("Descriptif", lambda label: label == "Descriptif"),
    ("Objectifs", lambda label: label == "Objectifs"),
    ("Structure", lambda label: label == "Structure pilote"),
    ("Service", lambda label: label in ("Direction ou service pilote", "Service-département-pôle pilote")),
    ("Partenaires", lambda label: label == "Partenaires"),
    ("Personne", lambda label: label == "Personne pilote"),
    ("Élu", lambda label: label.startswith("Élu")),
    ("Statut", lambda label: label == "Statut"),
    ("Début", lambda label: label == "Date de début"),
    ("Fin", lambda label: label == "Date de fin"),
    ("Budget", lambda label: label.startswith("Budget")),
    ("Priorité", lambda label: label == "Niveau de priorité"),
    ("Financement", lambda label: label == "Financements"),
)


def rows_of(
    labels: Sequence[str], actions: Sequence[Action], above: Sequence[str] = (), help_rows: int = 0
) -> list[Row]:
    """A template as rows: a group row, labels, help, actions; the columns in the order of the labels."""
    cells = [list(above)] * bool(above) + [list(labels)]
    cells += [[TYPES.get(label, "Champ texte") for label in labels], [HINT for _ in labels]][:help_rows]
    cells += [filled(labels, action) for action in actions]
    return [Row(f"ligne {number}", tuple(cell_of(cell) for cell in row)) for number, row in enumerate(cells, 1)]


def filled(labels: Sequence[str], action: Action) -> list[str]:
    money = [text for pair in (*action.given, *[("", "")] * 3)[:3] for text in pair]
    found = []
    for label in labels:
        if label.startswith(("Financeur ", "Montant")):
            found.append(money.pop(0) if money else "")
            continue
        key = next((key for key, is_its in WORDS if is_its(label)), "")
        found.append(action.cells.get(key, ""))
    return found


def form_of(rows: Sequence[Row]) -> TemplateForm | None:
    return TemplateForm.recognise(RawDocument("plan.tsv", "", "text/tab-separated-values", (), tuple(rows)))


def graph_of(rows: Sequence[Row]) -> Graph:
    form = form_of(rows)
    assert form is not None
    info = PlanInfo("Plan", "Étangs", 2024, 2030)
    reading = Reading(info.id, info.scope)
    writer = Writer(reading, f"{info.id}/plan.tsv")
    writer.node("Document", writer.document, "plan.tsv", "document", "plan.tsv")
    writer.node("Plan", info.id, info.title, "document", info.title)
    form.write(writer, info, frozenset(known_names(set())))
    return assemble(reading, Ledger([]))


def said(graph: Graph, title: str) -> dict[str, Any]:
    """What the graph says of one action, in the terms of the golds."""
    nodes = graph.index()
    (action,) = (node for node in graph.by_label("Action") if title in node.name)
    above = {tie.end: tie.start for tie in graph.by_type("HAS_ACTION", "HAS_OBJECTIVE", "HAS_AXIS")}
    parents = [nodes[above[action.id]]]
    while parents[-1].id in above:
        parents.append(nodes[above[parents[-1].id]])
    found: dict[str, Any] = {kind: {nodes[tie.start].name for tie in graph.by_type(type_) if tie.end == action.id}
                             for kind, type_ in (("pilots", "PILOTS"), ("partners", "PARTNERS"))}  # fmt: skip
    providers = {tie.end: nodes[tie.start].name for tie in graph.by_type("PROVIDES")}
    found["funders"] = {(providers[tie.start], tie.properties.get("amount")) for tie in graph.by_type("FUNDS")
                        if tie.end == action.id}  # fmt: skip
    for node in parents:
        found |= {"Axis": {"axis": node.name}, "Objective": {"objective": node.name}}.get(node.label, {})
        found |= {"theme": node.properties["theme"]} if node.properties.get("theme") else {}
    found |= {
        name: action.properties[name] for name in ("status", "start", "end", "budget") if action.properties.get(name)
    }
    return {key: value for key, value in found.items() if value}


def plain(told: dict[str, Any]) -> dict[str, Any]:
    """Names of actors without case, accent or article."""
    names = {kind: {fold(without_article(name)) for name in told.get(kind, ())} for kind in ("pilots", "partners")}
    funders = {(fold(without_article(name)), amount) for name, amount in told.get("funders", ())}
    return told | names | {"funders": funders}


VERSIONS = {
    "with themes, TTC": rows_of(V1, ACTIONS),
    "HT": rows_of(V2, ACTIONS, above=[GROUPS.get(label, "") for label in V2], help_rows=1),
    "with parts, groups and help": rows_of(V3, ACTIONS, above=[GROUPS.get(label, "") for label in V3], help_rows=2),
    "in any order": rows_of([*reversed(V2[:15]), *V2[15:]], ACTIONS),
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.cells["Titre"])
@pytest.mark.parametrize("version", VERSIONS)
def test_every_version_says_the_same(version: str, action: Action) -> None:
    graph = graph_of(VERSIONS[version])
    title = action.cells["Titre"].removeprefix("1.1.1.1 ")
    assert plain(said(graph, title)) == plain(action.gold)
    assert len(graph.by_label("Action")) == len(ACTIONS)


def test_labels_without_accents_and_in_any_case_are_the_same() -> None:
    printed = [fold(label).upper() for label in V2]
    rows = rows_of(V2, ACTIONS)
    graph = graph_of([Row("ligne 1", tuple(printed)), *rows[1:]])
    for action in ACTIONS:
        assert plain(said(graph, action.cells["Titre"].removeprefix("1.1.1.1 "))) == plain(action.gold)


def test_help_the_example_and_labels_left_in_cells_are_no_actions() -> None:
    example = Action({"Titre": "Coordonner", "Structure": "La collectivité 1, La collectivité 2"})
    salted = Action({"Titre": "Planter", "Sous-sous": "Sous-sous axe", "Structure": "Ville"})
    graph = graph_of(rows_of(V3, [example, salted], above=[GROUPS.get(label, "") for label in V3], help_rows=2))
    assert [node.name for node in graph.by_label("Action")] == ["Planter"]
    assert graph.by_label("Objective") == []
    assert graph.unread == []
    aside = {finding.locator for finding in graph.findings if finding.code == "ligne-du-modele"}
    assert aside == {"ligne 3", "ligne 4", "ligne 5"}


def test_a_template_that_nobody_filled_says_so() -> None:
    with pytest.raises(InputError, match="aucune action"):
        form_of(rows_of(V3, [], help_rows=2))


def test_any_other_table_is_no_template() -> None:
    assert form_of([Row("ligne 1", ("Axe", "Action", "Pilote")), Row("ligne 2", ("Santé", "Forum", "CCAS"))]) is None


def test_persons_are_counted_and_never_named() -> None:
    graph = graph_of(VERSIONS["HT"])
    actors = {node.name for node in graph.by_label("Actor")}
    assert not actors & {"Lise MOREL", "Paul Petit", "Anne ROY"}
    words = [finding.message for finding in graph.findings] + [line.text for line in graph.unread]
    assert not any("MOREL" in text or "ROY" in text for text in words)
    told = [finding.message for finding in graph.findings if finding.code == "colonne-de-cote"]
    assert any("Personne pilote" in text and "1 cellule" in text for text in told)


def codes(graph: Graph) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for finding in graph.findings:
        found.setdefault(finding.code, set()).add(finding.locator)
    return found


def test_wrong_values_are_said_by_row_and_column() -> None:
    found = codes(graph_of(VERSIONS["HT"]))
    at = {label: V2.index(label) + 1 for label in ("Budget prévisionnel total € HT", "Date de début", "Financeur 1")}
    assert found["montant-illisible"] == {f"ligne 6, colonne {at['Budget prévisionnel total € HT']}"}
    assert found["montant-partage"] == {f"ligne 5, colonne {at['Financeur 1'] + 1}"}
    assert found["financeur-manquant"] == {f"ligne 6, colonne {at['Financeur 1'] + 3}"}
    assert found["montant-a-verifier"] == {f"ligne 6, colonne {at['Financeur 1'] + 1}"}


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("Date de début", "le 35/13/2024", "date-illisible"),
        ("Date de fin", "03/01/2020", "dates-inversees"),
        ("Budget prévisionnel total € HT", "2025-12-01 00:00:00", "montant-illisible"),
        ("Budget prévisionnel total € HT", "9" * 40, "montant-illisible"),
        ("Financeur 1", "Jean Martin", "nom-de-personne"),
    ],
)
def test_salted_cells_are_findings_and_the_rest_is_read(column: str, cell: str, code: str) -> None:
    rows = rows_of(
        V2, [Action({"Titre": "Planter", "Structure": "Ville", "Début": "01/02/2024", "Statut": "En cours"})]
    )
    cells = list(rows[1].cells)
    cells[V2.index(column)] = cell
    graph = graph_of([rows[0], Row("ligne 2", tuple(cells))])
    assert code in codes(graph)
    assert said(graph, "Planter")["pilots"] == {"Ville"}
    assert said(graph, "Planter")["status"] == "en_cours"


PARTED = [
    {"Titre": "Réduire les déchets", "Structure": "Syndicat"},
    {"Titre": "Réduire les déchets", "Sous-action": "Composter", "Structure": "Ville", "Statut": "En cours"},
    {"Sous-action": "Réparer", "Structure": "Recyclerie"},
    {"Titre": "Planter", "Sous-action": "Choisir⏎Arroser", "Structure": "Ville"},
]


def test_a_row_about_a_part_of_an_action_speaks_of_that_part() -> None:
    keys = {"Titre": "Titre de l'action", "Sous-action": "Titre de la sous-action"}
    labels = {**keys, "Structure": "Structure pilote", "Statut": "Statut"}
    rows = [Row("ligne 1", tuple(V3))]
    for number, cells in enumerate(PARTED, 2):
        row = {labels[key]: text for key, text in cells.items()}
        rows.append(Row(f"ligne {number}", tuple(row.get(label, "") for label in V3)))
    graph = graph_of(rows)
    nodes = graph.index()
    parts = {(nodes[tie.start].name, nodes[tie.end].name) for tie in graph.by_type("HAS_ACTION")}
    assert parts == {
        ("Plan", "Réduire les déchets"),
        ("Réduire les déchets", "Composter"),
        ("Réduire les déchets", "Réparer"),
        ("Plan", "Planter"),
        ("Planter", "Choisir"),
        ("Planter", "Arroser"),
    }
    pilots = {(nodes[tie.start].name, nodes[tie.end].name) for tie in graph.by_type("PILOTS")}
    assert pilots == {
        ("Syndicat", "Réduire les déchets"),
        ("Ville", "Composter"),
        ("Recyclerie", "Réparer"),
        ("Ville", "Planter"),
    }


def test_an_export_of_the_platform_is_read_as_well() -> None:
    cells = {
        "Axe (x)": "(Fiche non classée)", "Titre de la fiche action": "Fontaines", "Statut": "En pause",
        "Date de début": "07/05/2024", "2024": "Réunion avec l'ARS", "Structure pilote": "Ville",
        "Créé par": "Lise MOREL",
        "Budget prévisionnel total (€ TTC)": "5 500,00 €", "Financeur 1": "Agence de l'eau", "Montant (€ TTC)": "2000",
    }  # fmt: skip
    groups = {
        "Axe (x)": "Présentation de l'action",
        "2024": "Notes de suivi et points de vigilance",
        "Financements": "Budget",
    }
    rows = [[groups.get(label, "") for label in EXPORT], EXPORT, [cells.get(label, "") for label in EXPORT]]
    rows[2][EXPORT.index("Montant (€ TTC)") + 2] = ""
    graph = graph_of([Row(f"ligne {number}", tuple(row)) for number, row in enumerate(rows, 1)])
    assert graph.by_label("Axis") == []
    assert said(graph, "Fontaines") == {
        "pilots": {"Ville"}, "funders": {("Agence de l'eau", 2000)}, "status": "En pause", "start": "2024-05-07",
        "budget": 5500,
    }  # fmt: skip
    assert graph.unread == []


def test_rows_with_headings_only_open_them() -> None:
    headed = [Action({"Axe": "Forêts"}), Action({"Axe": "Eau", "Sous-axe": "Sécheresse"}), Action({"Titre": "Puits"})]
    graph = graph_of(rows_of(V2, headed))
    assert [node.name for node in graph.by_label("Axis")] == ["Forêts", "Eau"]
    assert [node.name for node in graph.by_label("Objective")] == ["Sécheresse"]
    assert "objective" not in said(graph, "Puits")


CELL = st.sampled_from(
    [
        "",
        "CAF, Ville",
        "12000",
        "47727",
        "01/02/2025",
        "=1+1",
        "Champ texte",
        "((",
        "a : b : c",
        "⏎ - CAF ⏎",
        "100 %",
        "-",
    ]
) | st.text(max_size=12)


@given(st.lists(st.lists(CELL, min_size=len(V3), max_size=len(V3)), min_size=1, max_size=4))
def test_whatever_stands_in_it_the_template_is_read(cells: list[list[str]]) -> None:
    title = V3.index("Titre de l'action")
    filled_rows = [[*row[:title], "Planter", *row[title + 1 :]] for row in cells]
    rows = [Row(f"ligne {number}", tuple(map(cell_of, row))) for number, row in enumerate([V3, *filled_rows], 1)]
    graph = graph_of(rows)
    assert graph.by_label("Action")


EXAMPLES = Path(__file__).parents[2] / "shared" / "exemples" / "plans"


@pytest.mark.skipif(not EXAMPLES.exists(), reason="real material is not here")
def test_a_real_plan_in_the_template() -> None:
    graph = graph_of(read_delimited(EXAMPLES / "tet_cls_baronnies_2025-2030.tsv").rows)
    gold = json.loads((EXAMPLES / "cls_baronnies_seedlike.gold.json").read_text(encoding="utf-8"))
    assert [node.name for node in graph.by_label("Action")] == [action["titre"] for action in gold]
    nodes, providers = graph.index(), {tie.end: tie.start for tie in graph.by_type("PROVIDES")}
    stated = [tie for tie in graph.by_type("PILOTS", "PARTNERS") if tie.properties["basis"] == "stated"]
    named = {(nodes[tie.end].name, quote) for tie in stated for quote in tie.properties["quotes"]}
    for action in gold:
        assert all(
            any(action["titre"] == title and name in quote for title, quote in named) for name in action["pilotes"]
        )
    funders = {nodes[providers[tie.start]].name: tie.properties.get("amount") for tie in graph.by_type("FUNDS")}
    assert funders == {"John Doe": 1000, "Bernard": 25000, "François": 666, "BPI": None}
    assert [node.properties.get("budget") for node in graph.by_label("Action")][:2] == [5000000, None]
    assert {node.properties.get("end", "2030")[:4] >= "2025" for node in graph.by_label("Action")} == {True}
    assert graph.unread == []


@pytest.mark.skipif(not EXAMPLES.exists(), reason="real material is not here")
def test_the_empty_template_says_that_it_is_empty() -> None:
    with pytest.raises(InputError, match="aucune action"):
        form_of(read_delimited(EXAMPLES / "tet_modele-import-pa.tsv").rows)
