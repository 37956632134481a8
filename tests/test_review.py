"""Names to review: what is suggested, what a decision does, and that it can be undone."""

import datetime
import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from graph.actors.assemble import assemble
from graph.actors.ledger import Ledger, parse_ledger, read_ledger
from graph.errors import InputError
from graph.exchange import to_json
from graph.model import Graph
from graph.review.apply import Answer, amended, check
from graph.review.rows import review
from graph.review.signs import Reading, signs
from graph.review.suggestions import TWO, suggest
from graph.text import fold
from loaders.plan import find_plan, read_plan
from maillage.__main__ import main
from maillage.pipeline import known_names, read_graph
from tests.graphs import Told

ROOT = Path(__file__).parent.parent
CHAMBERY = ROOT / "plans" / "grand-chambery-2021-2022"
GOLD = json.loads((Path(__file__).parent / "lecture_chambery.json").read_text(encoding="utf-8"))
TODAY = datetime.date(2026, 1, 15)


def codes(one: str, other: str) -> set[str]:
    return {sign.code for sign in signs(Reading(one), Reading(other))}


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Maison de l'Enfance de La Roseraie", "Maison de l'Enfance de La Rosraie", "orthographe"),
        ("VGEL", "Valbourg - Grand Est Logement", "sigle"),
        ("PJJ", "Protection judiciaire de la jeunesse", "sigle national"),
        ("ME des Tilleuls", "Maison de l'Enfance des Tilleuls", "sigle en tête"),
        ("Valbourg H", "Valbourg Habitat", "abréviation"),
        ("ADIL", "ADIL 42", "contenu"),
        ("Département", "Conseil départemental de l'Aube", "collectivité"),
        ("ASSOC LES SINGULIERS", "LES SINGULIERS", "orthographe"),
        ("Association culturelle Avenir", "Association Avenir", "mots propres"),
    ],
)
def test_signs_that_two_names_are_one(one: str, other: str, code: str) -> None:
    assert code in codes(one, other)
    assert code in codes(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Régie Plus", "Régie Coup de Pouce"),
        ("Maison de l'Enfance du Nivolet", "Maison de l'Enfance du Biollay"),
        ("ADIL 42", "ADIL 73"),
        ("SICSAL", "SICAMS"),
        ("Police municipale", "Police nationale"),
        ("Groupe d'éducation aux médias de Valbourg", "Valbourg"),
        ("CCI", "CMA"),
        ("Collège Pasteur", "Lycée Pasteur"),
    ],
)
def test_names_that_have_no_sign_in_common(one: str, other: str) -> None:
    assert codes(one, other) == set()


@pytest.fixture(scope="module")
def undecided() -> Graph:
    """The real plan with an empty ledger."""
    return assemble(read_plan(find_plan(CHAMBERY), known_names(set())), Ledger())


def test_suggestions_find_the_known_groups_and_little_else(undecided: Graph) -> None:
    actor_of = {fold(n): a.id for a in undecided.by_label("Actor") for n in (a.name, *a.properties["aliases"])}

    def pairs(section: str) -> set[frozenset[str]]:
        printed = ([fold(mention["as_printed"]) for mention in group["mentions"]] for group in GOLD[section])
        groups = [{actor_of[name] for name in names if name in actor_of} for names in printed]
        return {frozenset((one, other)) for group in groups for one in group for other in group if one < other}

    same, doubtful = pairs("same_actor_groups"), pairs("doubtful_groups")
    never = {frozenset((actor_of.get(fold(p["a"]), ""), actor_of.get(fold(p["b"]), ""))) for p in GOLD["never_merge"]}
    found = {frozenset(s.ids) for s in suggest(undecided) if s.kind != TWO}
    assert len(found & same) >= 0.9 * len(same), same - found
    assert not found & never
    assert len(found & (same | doubtful)) >= 0.75 * len(found), found - same - doubtful


def test_a_bare_name_that_many_towns_have_may_be_two() -> None:
    told = Told("valbourg")
    told.actor("valbourg/ccas", "CCAS")
    told.actor("valbourg/apf", "APF")
    assert [(s.kind, s.names) for s in suggest(told.graph)] == [(TWO, ("CCAS", "CCAS"))]


def test_what_is_decided_is_not_asked_again() -> None:
    rows = review(read_graph(CHAMBERY), read_ledger(CHAMBERY / "acteurs.csv"))
    distinct = {frozenset((line.mention, line.actor)) for line in read_ledger(CHAMBERY / "acteurs.csv").of("distinct")}
    assert not {frozenset((row.mention, row.actor)) for row in rows} & distinct
    # Every line "à revoir" of the ledger is still a question.
    open_ = list(read_ledger(CHAMBERY / "acteurs.csv").of("à revoir"))
    asked = {frozenset((fold(row.mention), fold(row.actor))) for row in rows if row.decision == "à revoir"}
    assert len(asked) == len(open_)


def ledger(*lines: str) -> Ledger:
    return parse_ledger("\n".join(["mention;acteur;décision;raison;date;type", *lines]), Path("acteurs.csv"))


def answer(mention: str, actor_: str, decision: str, place: str = "revue.xlsx, ligne 5") -> Answer:
    return Answer(mention, actor_, decision, "", place)


def test_decisions_that_contradict_each_other_are_refused_with_their_row() -> None:
    joined = [answer("A", "B", "même", "ligne 5"), answer("B", "C", "même", "ligne 6")]
    decided = [*joined, answer("C", "A", "distinct", "ligne 9")]
    with pytest.raises(InputError, match="ligne 9") as error:
        check(decided, Ledger())
    assert "ligne 6" in str(error.value)


def test_a_decision_that_contradicts_the_ledger_is_refused() -> None:
    with pytest.raises(InputError, match="registre, ligne 3") as error:
        check([answer("A", "B", "même")], ledger("A;C;même", "B;C;distinct"))
    assert "revue.xlsx, ligne 5" in str(error.value)


def test_a_new_decision_replaces_the_line_on_the_same_pair_and_leaves_the_others() -> None:
    header = "mention;acteur;décision;raison;date;type"
    text = f"{header}\nA;B;à revoir;doute;2025-01-01;\nX;X;même;nom;2025-01-01;association\n"
    new = amended(text, [answer("A", "B", "même")], parse_ledger(text, Path("a.csv")), TODAY)
    assert new.splitlines()[1:] == [
        "X;X;même;nom;2025-01-01;association",
        "A;B;même;décidé en revue;2026-01-15;",
    ]
    again = amended(new, [answer("A", "B", "même")], parse_ledger(new, Path("a.csv")), TODAY)
    assert again == new


def test_chains_of_decisions_end_at_one_name() -> None:
    named = "Mission locale;Mission locale;même;;;association"
    chained = ledger("MLJ;Mission locale;même", named, "Mission locale;ML de Valbourg;même")
    assert chained.canonical("MLJ") == "ML de Valbourg"
    with pytest.raises(InputError, match="lui-même"):
        ledger("A;B;même", "B;A;même")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CHAMBERY, tmp_path / "plan"))


def run(*arguments: object) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def fill(book: Path, decisions: dict[tuple[str, str], str]) -> None:
    """Write decisions as a person would, in the column of decisions."""
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Revue"]
    for row in sheet.iter_rows():
        key = (str(row[2].value), str(row[3].value))
        if key in decisions:
            row[4].value = decisions[key]
    workbook.save(book)


def test_a_review_is_filled_applied_and_undone(plan: Path, tmp_path: Path) -> None:
    before = to_json(read_graph(plan))
    registry = (plan / "acteurs.csv").read_text(encoding="utf-8")
    book = tmp_path / "revue.xlsx"
    run("acteurs", "revue", plan, "--sortie", book)
    fill(book, {("CCAS", "CCAS de la Ravoire"): "distinct", ("Escalé", "L'Escale"): "même"})
    run("acteurs", "appliquer", book, plan, "--essai")
    assert (plan / "acteurs.csv").read_text(encoding="utf-8") == registry
    output = run("acteurs", "appliquer", book, plan)
    assert "L'Escale" in output
    names = {node.name for node in read_graph(plan).by_label("Actor")}
    assert "Escalé" not in names
    (plan / "acteurs.csv").write_text(registry, encoding="utf-8")
    assert to_json(read_graph(plan)) == before


def test_the_workbook_survives_libreoffice_with_its_lists(plan: Path, tmp_path: Path) -> None:
    book = tmp_path / "revue.ods"
    run("acteurs", "revue", plan, "--sortie", book)
    office = [str(shutil.which("soffice")), f"-env:UserInstallation=file://{tmp_path}/office", "--headless"]
    convert = [*office, "--convert-to", "xlsx", "--outdir", str(tmp_path), str(book)]
    subprocess.run(convert, check=True, capture_output=True)
    converted = tmp_path / "revue.xlsx"
    (validation,) = openpyxl.load_workbook(converted)["Revue"].data_validations.dataValidation
    assert str(validation.formula1).strip('"').split(",") == ["même", "distinct", "à revoir"]
    fill(converted, {("Escalé", "L'Escale"): "même"})
    run("acteurs", "appliquer", converted, plan)
    assert "Escalé;L'Escale;même" in (plan / "acteurs.csv").read_text(encoding="utf-8")


def test_a_word_that_is_no_decision_is_refused_and_nothing_is_written(plan: Path, tmp_path: Path) -> None:
    book = tmp_path / "revue.xlsx"
    run("acteurs", "revue", plan, "--sortie", book)
    fill(book, {("Escalé", "L'Escale"): "oui"})
    registry = (plan / "acteurs.csv").read_bytes()
    result = CliRunner().invoke(main, ["acteurs", "appliquer", str(book), str(plan)])
    assert result.exit_code == 1
    assert "« oui »" in result.output
    assert "ligne" in result.output
    assert (plan / "acteurs.csv").read_bytes() == registry


def test_another_workbook_is_refused(plan: Path, tmp_path: Path) -> None:
    book = tmp_path / "autre.xlsx"
    openpyxl.Workbook().save(book)
    result = CliRunner().invoke(main, ["acteurs", "appliquer", str(book), str(plan)])
    assert result.exit_code == 1
    assert "Revue" in result.output


def test_the_company_that_two_names_keep_is_said() -> None:
    told = Told("valbourg")
    objectives = [told.objective(number) for number in (1, 2)]
    caf, one, other = (told.actor(f"valbourg/{name}", name) for name in ("CAF", "ADIL", "ADIL 42"))
    for objective in objectives:
        told.tie("PARTNERS", caf, objective, basis="stated")
    told.tie("PARTNERS", one, objectives[0], basis="stated")
    told.tie("PARTNERS", other, objectives[1], basis="stated")
    (apart,) = review(told.graph, Ledger())
    assert "mêmes partenaires (100%)" in apart.signs
    told.tie("PARTNERS", other, objectives[0], basis="stated")
    (together,) = review(told.graph, Ledger())
    assert "nommés tous deux dans 1" in together.signs


def test_numbers_of_the_register_say_whether_two_names_are_one() -> None:
    told = Told("valbourg")
    told.actor("valbourg/a", "Régie de quartier du Lac", siret="12345678900011")
    told.actor("valbourg/b", "Régie de quartier du Lac et du Bois", siret="12345678900029")
    told.actor("valbourg/c", "Centre social du Moulin", siret="11111111100011")
    told.actor("valbourg/d", "Centre social Moulin", siret="22222222200011")
    (same,) = review(told.graph, Ledger())
    assert "123456789" in same.signs
