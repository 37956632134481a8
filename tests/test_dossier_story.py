"""The sentences of a dossier: counted by hand on a tiny plan, whole and true for awkward ones."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.model import Graph, merged
from maillage.pipeline import read_graph
from tests.dossiers import DATE, bare, tiny, wide
from tests.graphs import together
from tests.map_plans import Outlined, by_action, small
from viz.dossier.model import Dossier, Section
from viz.dossier.story.facts import Facts
from viz.dossier.story.tell import tell
from viz.dossier.story.words import of, said, split

PLANS = Path(__file__).parent.parent / "plans"
SECTIONS = "chiffres porteurs passerelles fragilites financements manques changements decisions methode".split()


def told(graph: Graph, since: Graph | None = None) -> Dossier:
    return tell(Facts(graph, since), DATE)


def section(dossier: Dossier, key: str) -> Section:
    return next(part for part in dossier.sections if part.key == key)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


def texts(dossier: Dossier, key: str) -> list[str]:
    return [plain(f"{claim.text} {claim.more}".strip()) for claim in section(dossier, key).claims]


def every_text(dossier: Dossier) -> list[str]:
    claims = [claim for part in dossier.sections for claim in part.claims]
    tables = [table for part in dossier.sections for table in part.tables]
    cells = [str(value) for table in tables for row in table.rows for value in row]
    return [text for claim in claims for text in (claim.text, claim.more)] + cells + [table.note for table in tables]


def test_key_figures_counted_by_hand() -> None:
    figures = {plain(figure.label): plain(figure.value) for figure in section(told(tiny()), "chiffres").figures}
    assert figures["objectifs"] == "2"
    assert figures["acteurs engagés (objectifs)"] == "3"
    assert figures["engagements (objectifs)"] == "4"
    assert figures["annoncés par leurs sources, dont 500 € de prêts"] == "1 500 €"


def test_who_carries_what() -> None:
    dossier = told(tiny())
    assert texts(dossier, "porteurs")[0].startswith("« État » a le plus d'engagements : 2 objectifs sur 2")
    rows = section(dossier, "porteurs").tables[0].rows
    assert [[row[2], *row[3:]] for row in rows] == [["État", 2, 1, 1], ["Club", 1, 0, 1], ["Ville", 1, 1, 0]]


def test_what_is_fragile() -> None:
    found = texts(told(tiny()), "fragilites")
    assert "2 objectifs sur 2 tiennent ainsi à un seul acteur" in found[0]
    assert "1 objectif n'a qu'un seul acteur nommé : 2." in found


def test_loans_are_told_apart() -> None:
    found = texts(told(tiny()), "financements")
    assert found[0].startswith("2 sources annoncent un montant : 1 500 € en tout, dont 500 € de prêts à rembourser.")
    assert "Le montant le plus élevé vient d'« État » : 1 000 €, soit 66,7 % de ce total." in found
    assert "Le prêt vient d'« État » ; hors prêts, le total est de 1 000 €." in found


def test_points_ask_who_would_take_over() -> None:
    rows = section(told(tiny()), "decisions").tables[0].rows
    asked = {plain(str(row[0])): plain(str(row[1])) for row in rows}
    assert asked["Qui prendrait le relais de « Ville » ?"].startswith("1 objectif (1) tient à cet acteur")
    assert asked["Qui prendrait le relais d'« État » ?"].startswith("1 objectif (2) tient à cet acteur")


def test_without_an_older_plan_it_says_so() -> None:
    assert texts(told(tiny()), "changements")[0].startswith("Aucun plan antérieur n'a été donné")


def test_changes_since_an_older_plan() -> None:
    assert texts(told(tiny(), tiny()), "changements") == ["Depuis « Plan tiny », rien n'a changé."]
    newer = tiny()
    newer.relationships = [tie for tie in newer.relationships if tie.start != "tiny/club" or tie.type != "PARTNERS"]
    found = texts(told(newer, tiny()), "changements")
    assert found[0] == "Depuis « Plan tiny » : 1 changement."
    assert found[1] == "1 partenaire parti."


@pytest.mark.parametrize(
    "graph", [Graph(), bare(), tiny(), wide(), wide(2, 3)], ids=["empty", "bare", "tiny", "60", "2"]
)
def test_every_plan_has_its_whole_story(graph: Graph) -> None:
    dossier = told(graph)
    assert [part.key for part in dossier.sections] == SECTIONS
    for part in dossier.sections:
        assert 1 <= len(part.claims) <= 8
        assert all(claim.text.endswith((".", "?", "…")) for claim in part.claims), part
        assert all(claim.proof.words for claim in part.claims), part.key
        assert all(len(table.rows) <= 12 for table in part.tables)
        assert all(len(row) == len(table.columns) == len(table.widths) for table in part.tables for row in table.rows)


def test_an_empty_plan_says_that_there_is_nothing() -> None:
    dossier = told(Graph())
    assert "il n'y a rien à mesurer" in texts(dossier, "chiffres")[0]
    assert texts(dossier, "financements")[0].startswith("Aucun montant local n'est écrit")
    assert "Aucun document n'a été lu." in texts(dossier, "methode")


@pytest.mark.parametrize("plan", ["grand-chambery-2021-2022", "albertville-2021"])
def test_french_typography_everywhere(plan: str) -> None:
    for text in every_text(told(read_graph(PLANS / plan))):
        assert "'" not in text, text
        assert not re.search(r"(?<=\S) [:;?!»%€]", text), text
        assert not re.search(r"« ", text), text


def test_what_is_left_out_of_a_table_is_said() -> None:
    note = section(told(wide()), "porteurs").tables[0].note
    assert plain(note).startswith("+ 110 autres acteurs")


def test_actions_are_counted_where_a_plan_names_nobody_at_its_objectives() -> None:
    dossier = told(read_graph(PLANS / "albertville-2021"))
    assert any("comptés : actions" in text for text in texts(dossier, "methode"))
    assert any("les liens viennent de la lecture des actions" in text for text in texts(dossier, "methode"))


def test_a_sentence_is_cut_outside_of_quotations() -> None:
    assert split("« M. Untel. Bis » part. Le reste reste.") == ("« M. Untel. Bis » part.", "Le reste reste.")
    assert split("Un seul.") == ("Un seul.", "")
    assert split("C'est fini. 3 autres.") == ("C'est fini.", "3 autres.")
    assert said("l'un ; « deux » : 3 %") == "l’un\u00a0; «\u00a0deux\u00a0»\u00a0: 3\u00a0%"


def test_the_same_graph_tells_the_same() -> None:
    assert told(tiny()) == told(tiny())


def test_objectives_that_nobody_leads_are_named() -> None:
    graph = tiny()
    graph.relationships = [tie for tie in graph.relationships if tie.type != "PILOTS" or tie.start != "tiny/ville"]
    assert "1 objectif n'a pas de pilote nommé : 1." in texts(told(graph), "fragilites")


def test_a_measure_that_says_nothing_is_named() -> None:
    assert texts(told(wide()), "porteurs")[0].startswith("Engagements – tous les acteurs ont la même valeur (2)")


def test_of_is_elided_before_a_vowel_within_quotation_marks_too() -> None:
    names = ("« Action Logement »", "« État »", "Œuvres", "« Ville »", "« Habitat »", "« 3F »")
    told_of = ("d’« Action Logement »", "d’« État »", "d’Œuvres", "de « Ville »", "de « Habitat »", "de « 3F »")
    assert tuple(map(of, names)) == told_of


def test_two_plans_of_which_one_names_nobody_are_not_said_to_be_one() -> None:
    spoken, silent = Outlined(), Outlined("muet")
    for plan in (spoken, silent):
        plan.goal(plan.axis())
        plan.goal(plan.axes[0])
    for goal in spoken.goals:
        spoken.role("PILOTS", "plan/A", goal)
    spoken.role("PARTNERS", "plan/B", spoken.goals[0])
    found = texts(told(together(spoken, silent)), "chiffres")
    assert found[0].startswith("Les 2 plans comptent 2 axes et 4 objectifs ; 2 acteurs y ont un rôle")
    assert found[0].endswith("Rien n'est compté de « Plan muet », qui ne nomme personne à ce niveau.")
    assert found[2] == "Hors « Plan muet » : chaque objectif a au moins un acteur."


def test_no_sentence_names_a_plan_by_its_id() -> None:
    graph = merged([read_graph(PLANS / "grand-chambery-2021-2022"), read_graph(PLANS / "albertville-2021")])
    dossier = told(graph)
    for text in every_text(dossier):
        assert "grand-chambery-2021-2022" not in text, text
        assert not re.search(r"albertville-2021(?!/)", text), text
    [found] = [text for text in texts(dossier, "fragilites") if "18 objectifs" in text]
    assert found.startswith("« Contrat de ville d'Albertville")


def test_points_that_are_left_to_their_sheets_are_counted() -> None:
    lead = texts(told(read_graph(PLANS / "albertville-2021")), "decisions")[0]
    assert lead.endswith("S'y ajouteraient 2 autres relais (feuille « Départs »).")


def test_what_a_check_asks_for_comes_after_what_it_found() -> None:
    found = texts(told(small()), "decisions")
    asked = [text for text in found if text.endswith("Cherchez un second partenaire, ou voyez ce que deviendrait "
             "l'objectif sans celui-ci.")]  # fmt: skip
    assert len(asked) == 1
    assert asked[0].startswith("L'objectif 1 « Objectif du plan 1 » n'a qu'un partenaire nommé : B.")


def test_a_measure_without_meaning_has_no_table() -> None:
    part = section(told(small()), "passerelles")
    assert plain(part.lead.text).startswith("Passerelle – il n'y a que deux acteurs : ")
    assert not part.tables


def test_pilots_read_from_sentences_are_not_said_to_be_missing() -> None:
    found = texts(told(by_action()), "fragilites")
    assert ("Aucun des 2 objectifs n'a de pilote désigné, ni par lui-même ni par ses actions, "
            "mais les phrases de 2 actions en laissent lire un.") in found  # fmt: skip


def test_a_command_that_reads_a_folder_is_told_with_it() -> None:
    proofs = [claim.proof.command for part in told(small(), small()).sections for claim in part.claims]
    ways = {"maillage verifier": "DOSSIER", "maillage comparer": "ANCIEN NOUVEAU", "maillage acteurs revue": "DOSSIER"}
    for start, rest in ways.items():
        assert {proof for proof in proofs if proof.startswith(start)} <= {f"{start} {rest}"}
    assert "maillage verifier DOSSIER" in proofs
