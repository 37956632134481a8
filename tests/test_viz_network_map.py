"""The page in a real browser, with the network cut."""

import datetime
import random
import shutil
import struct

import pytest
from playwright.sync_api import sync_playwright

from graph.model import Graph, Node, Relationship
from tests.graphs import Told
from viz.files import write
from viz.network_map import SCRIPTS, TEMPLATES, network_map

DOC = "p/plan.txt"
NASTY = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=2">\' & "\\'
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)


def node(label, node_id, **properties):
    return Node(label, node_id, {"id": node_id, "name": node_id, **properties})


def tie(kind, start, end, place=None, quote=None, **properties):
    said = {"document": DOC, "locators": [place] if place else [], "quotes": [quote] if quote else []}
    return Relationship(kind, start, end, said | properties)


def small_graph():
    """Two axes, three objectives, five actors, six ties; names that would run as code if they could."""
    return Graph(
        [
            node("Plan", "p", title="Plan d'actions", territory="Valbourg"),
            node("Document", DOC, title="Le plan de Valbourg"),
            node("Axis", "p/axe-1", title="Cadre de vie", number=1, position=1),
            node("Axis", "p/axe-2", title="Emploi", number=2, position=2),
            node("Objective", "o1", title="Rénover l'habitat", number=1, position=1, theme="Logement"),
            node("Objective", "o2", title="Insérer par l'économie", number=2, position=2),
            node("Objective", "o3", title=f"Sans numéro {NASTY}", position=3, theme=NASTY),
            node("Action", "o1/a1", text="Isoler les tours", status="en_cours", position=1),
            node("Action", "o2/a1", text="Ouvrir une école", status="a_developper", position=1),
            node("Actor", "ville", name="Ville de Valbourg", kind="collectivité", aliases=["Ville", "Mairie"]),
            node("Actor", "mlj", name="Mission locale", kind="établissement public", aliases=["MLJ", "Cœur d'Éveil"]),
            node("Actor", "bailleurs", name="Bailleurs sociaux", kind="bailleur", generic=True, aliases=[]),
            node("Actor", "nasty", name=NASTY, aliases=[NASTY]),
            node("Actor", "service", name="Service logement", kind="service", aliases=[]),
            node("FundingSource", "f", name="Bailleurs", kind="participation"),
            node("Tool", "t", name="Convention", announced_amount=138_000_000),
        ],
        [
            tie("HAS_AXIS", "p", "p/axe-1"),
            tie("HAS_AXIS", "p", "p/axe-2"),
            tie("HAS_OBJECTIVE", "p/axe-1", "o1"),
            tie("HAS_OBJECTIVE", "p/axe-2", "o2"),
            tie("HAS_OBJECTIVE", "p/axe-2", "o3"),
            tie("HAS_ACTION", "o1", "o1/a1"),
            tie("HAS_ACTION", "o2", "o2/a1"),
            tie("STATED_IN", "o1", DOC, "ligne 4", "Objectif 1"),
            tie("STATED_IN", "o1/a1", DOC, "ligne 6", "- Isoler"),
            tie("PILOTS", "ville", "o1", "ligne 9", "Ville de Valbourg", basis="stated"),
            tie("PARTNERS", "ville", "o1", "ligne 12", "Ville, bailleurs", basis="stated"),
            tie("PARTNERS", "bailleurs", "o1", "ligne 12", "Ville, bailleurs", basis="stated", via=["l'union"]),
            tie("PILOTS", "ville", "o2", "ligne 30", "Mairie", basis="stated"),
            tie("PARTNERS", "mlj", "o2", "ligne 36", "avec la MLJ", basis="stated"),
            tie("PARTNERS", "nasty", "o3", "ligne 40", NASTY, basis="stated"),
            tie("PART_OF", "service", "ville"),
            tie("PROVIDES", "bailleurs", "f"),
            tie("USES", "o1", "t"),
            tie("FUNDS", "f", "t", "ligne 20", amount=89_300_000, scope="local"),
        ],
    )


def large_graph(objectives=20, actors=100):
    draw = random.Random(11)
    words = "développer la maison de quartier pour tous les habitants avec une école et un jardin partagé".split()
    nodes = [node("Plan", "p", title="Plan", territory="Grandville")]
    ties = []
    for axis in range(5):
        nodes.append(node("Axis", f"axe-{axis}", title=" ".join(draw.sample(words, 7)), number=axis + 1, position=axis))
        ties.append(tie("HAS_AXIS", "p", f"axe-{axis}"))
    for rank in range(objectives):
        text = " ".join(draw.sample(words, draw.randint(3, 14)))
        nodes.append(node("Objective", f"o{rank}", title=text, number=rank + 1, position=rank))
        ties.append(tie("HAS_OBJECTIVE", f"axe-{rank * 5 // objectives}", f"o{rank}"))
    for rank in range(actors):
        name = " ".join(draw.sample(words, draw.randint(1, 6))).title()
        nodes.append(node("Actor", f"a{rank}", name=name, kind=draw.choice(["association", "État", None])))
        number = objectives * 3 // 4 if rank < 3 else draw.choice((1, 1, 1, 2, 3))
        for goal in draw.sample(range(objectives), number):
            kind = "PILOTS" if rank < 3 and goal % 2 else "PARTNERS"
            ties.append(tie(kind, f"a{rank}", f"o{goal}", f"ligne {goal}", name, basis="stated"))
    return Graph(nodes, ties)


@pytest.fixture(scope="module")
def browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.fail("needs Chromium, see .ci/system-packages")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS.split())
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path):
    """Opens a graph's page; at the end, nothing may have been asked of a network nor complained about."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, offline=True, accept_downloads=True, reduced_motion="reduce"
    )
    asked, complaints = [], []

    def opened(graph, **options):
        path = tmp_path / "carte.html"
        write(path, network_map(graph, **options))
        page = context.new_page()
        page.route("**/*", lambda route: route.continue_() if route.request.url == path.as_uri() else route.abort())
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path.as_uri())
        page.wait_for_function("window.maillage !== undefined")
        return page

    yield opened
    assert [url for url in asked if not url.startswith(("file:", "blob:", "data:"))] == []
    assert sum(url.startswith("file:") for url in asked) == 1
    assert complaints == []
    context.close()


def text(page, selector):
    return page.locator(selector).inner_text().replace("\u00a0", " ").replace("\u202f", " ")


def test_heading_source_date_and_count(show):
    page = show(small_graph(), date=datetime.date(2026, 3, 5))
    assert page.title() == "Qui porte quoi\u00a0? Plan d'actions – Valbourg"
    assert text(page, "#source") == "Source : Le plan de Valbourg · carte du 05/03/2026"
    assert text(page, "#count") == "3 objectifs, 4 acteurs, 6 liens affichés"
    assert page.locator("html").get_attribute("lang") == "fr"


def test_a_source_of_ones_own_and_no_date(show):
    page = show(small_graph(), source="Préfecture <b>")
    assert text(page, "#source") == "Source : Préfecture <b>"


def test_the_help_gives_key_figures(show):
    page = show(small_graph())
    figures = [t.replace("\n", " ") for t in page.locator("#detail .figures div").all_inner_texts()]
    assert figures == [
        "3 objectifs",
        "4 acteurs engagés",
        "2 liens de pilotage",
        "4 liens de partenariat",
        "3 acteurs liés à un seul objectif",
        "2 objectifs à pilote unique",
    ]
    assert "Objectifs sans pilote écrit".upper() in text(page, "#detail").upper()


def test_names_never_run(show):
    page = show(small_graph())
    for step in ("nasty", "o3", "ville"):
        page.evaluate("id => maillage.select(id)", step)
    page.fill("#search", "script")
    page.click("#as-table")
    page.hover("#table")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img").count() == 0
    page.evaluate("maillage.select('nasty')")
    assert page.locator("#detail h2").text_content() == NASTY


def test_a_script_that_is_not_ours_cannot_run(browser, tmp_path):
    path = tmp_path / "carte.html"
    write(path, network_map(small_graph()).replace("</main>", "<script>window.hacked = 1</script></main>"))
    page = browser.new_page()
    page.goto(path.as_uri())
    page.wait_for_function("window.maillage !== undefined")
    assert page.evaluate("window.hacked") is None
    page.close()


def test_our_scripts_never_end_their_element_nor_write_markup():
    for name in SCRIPTS:
        script = (TEMPLATES / name).read_text(encoding="utf-8")
        assert "</script" not in script
        assert "innerHTML" not in script


def test_an_actor_tells_its_ties_sentences_and_services(show):
    page = show(small_graph())
    page.evaluate("maillage.select('ville')")
    said = text(page, "#detail")
    assert "Collectivité" in said
    assert "Ville · Mairie" in said
    assert "2 objectifs : pilote de 2, partenaire de 1." in said
    assert "« Mairie » — ligne 30" in said
    assert "Le plan de Valbourg" in said
    page.click("#detail button:has-text('Service logement')")
    assert text(page, "#detail h2") == "Service logement"
    assert "Aucun engagement écrit sur un objectif." in text(page, "#detail")
    page.click("#detail button:has-text('Ville de Valbourg')")
    page.click("#detail button:has-text('2. Insérer par')")
    assert text(page, "#detail h2") == "2. Insérer par l'économie"


def test_an_objective_tells_pilots_partners_actions_money(show):
    page = show(small_graph())
    page.evaluate("maillage.select('o1')")
    said = text(page, "#detail")
    assert "Source : Le plan de Valbourg, ligne 4" in said
    assert "PILOTES (1)" in said.upper()
    assert "PARTENAIRES (2)" in said.upper()
    assert "par l'union" in said
    assert "participation : 89,3 M€" in said
    assert "montant annoncé : 138 M€" in said
    page.click("#detail summary:has-text('1 en cours')")
    assert "Isoler les tours" in text(page, "#detail")


def test_a_click_on_the_canvas_selects_and_fades_the_rest(show):
    page = show(small_graph())
    for target in ("mlj", "o1"):
        place = page.evaluate(
            """id => {
              const at = maillage.network.canvasToDOM(maillage.network.getPosition(id));
              const frame = document.querySelector('#canvas canvas').getBoundingClientRect();
              return [at.x + frame.left, at.y + frame.top];
            }""",
            target,
        )
        page.mouse.click(*place)
        page.wait_for_function("id => maillage.selected() === id", arg=target)
        page.evaluate("maillage.clear()")
    page.evaluate("maillage.select('mlj')")
    opacity = "id => maillage.network.body.data.nodes.get(id).opacity"
    assert page.evaluate(opacity, "o2") == 1
    assert page.evaluate(opacity, "o1") < 0.3
    page.keyboard.press("Escape")
    assert page.evaluate("maillage.selected()") is None
    assert page.evaluate(opacity, "o1") == 1


def test_search_ignores_case_accents_and_knows_mentions(show):
    page = show(small_graph())
    expected = {
        "mlj": ["Mission locale"],
        "RENOVER": ["1. Rénover l'habitat"],
        "coeur d’eveil": ["Mission locale"],
        "valbourg ville": ["Ville de Valbourg"],
        "introuvable": [],
    }
    for typed, found in expected.items():
        page.fill("#search", typed)
        rows = page.locator("#results button").all_inner_texts()
        assert [row.split("\n")[0] for row in rows] == found, typed
    assert text(page, "#found") == "Aucun résultat pour « introuvable »"


def test_a_result_opens_with_the_keyboard(show):
    page = show(small_graph())
    page.focus("#search")
    page.keyboard.type("mlj")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.dataset.go") == "mlj"
    page.keyboard.press("Enter")
    assert text(page, "#detail h2") == "Mission locale"
    assert page.evaluate("document.activeElement.id") == "detail"


def test_each_filter_takes_away_what_it_says(show):
    page = show(small_graph())
    expected = {
        ("axis", "p/axe-1"): "2 objectifs, 3 acteurs, 3 liens affichés",
        ("type", "PILOTS"): "3 objectifs, 4 acteurs, 4 liens affichés",
        ("type", "PARTNERS"): "3 objectifs, 1 acteur, 2 liens affichés",
        ("kind", "collectivité"): "3 objectifs, 3 acteurs, 3 liens affichés",
        ("kind", ""): "3 objectifs, 3 acteurs, 5 liens affichés",
        ("theme", "Logement"): "2 objectifs, 3 acteurs, 3 liens affichés",
        ("status", "en_cours"): "2 objectifs, 3 acteurs, 3 liens affichés",
        ("status", "aucune"): "2 objectifs, 3 acteurs, 5 liens affichés",
        ("single", "yes"): "3 objectifs, 1 acteur, 3 liens affichés",
        ("generic", "yes"): "3 objectifs, 3 acteurs, 5 liens affichés",
    }
    page.click("#as-table")
    for (group, value), count in expected.items():
        box = page.locator(f"[data-filter={group}][value='{value}']")
        box.uncheck()
        assert text(page, "#count") == count, (group, value)
        assert page.locator("#table tbody tr").count() == page.evaluate("maillage.shown().ties")
        box.check()


def test_a_line_follows_the_roles_that_are_left(show):
    page = show(small_graph())
    line = """() => {
      const edge = maillage.network.body.data.edges.get().find(e => e.from === 'ville' && e.to === 'o1');
      return [edge.width, edge.dashes, edge.hidden];
    }"""
    assert page.evaluate(line) == [3.2, [14, 4], False]
    page.locator("[value=PARTNERS]").uncheck()
    assert page.evaluate(line) == [2.6, False, False]
    page.locator("[value=PILOTS]").uncheck()
    assert page.evaluate(line)[2] is True
    page.locator("[value=PARTNERS]").check()
    assert page.evaluate(line) == [1.1, [4, 4], False]


def test_what_filters_hide_says_so_and_can_be_shown_again(show):
    page = show(small_graph())
    page.locator("[data-filter=generic]").uncheck()
    page.fill("#search", "bailleurs")
    page.locator("#results button").first.click()
    assert "Masqué par les filtres" in text(page, "#detail")
    page.click("#detail button:has-text('Tout afficher')")
    assert page.input_value("#search") == ""
    assert page.locator("#results button").count() == 0
    assert page.locator("[data-filter=generic]").is_checked()
    assert text(page, "#count") == "3 objectifs, 4 acteurs, 6 liens affichés"
    assert text(page, "#detail h2") == "Mode d’emploi"


def test_hiding_everything_is_said(show):
    page = show(small_graph())
    for box in page.locator("[data-filter=axis]").all():
        box.uncheck()
    assert page.locator("#empty").is_visible()


def test_the_table_says_every_tie_and_sorts(show):
    page = show(small_graph())
    page.click("#as-table")
    assert page.locator("#table tbody tr").count() == 6
    row = page.locator("#table tbody tr", has_text="Mission locale").inner_text().split("\t")
    assert row == [
        "Mission locale",
        "partenaire",
        "2. Insérer par l'économie",
        "Axe 2",
        "écrit",
        "«\u00a0avec la MLJ\u00a0»",
        "Le plan de Valbourg, ligne 36",
    ]
    page.click("#table thead button:has-text('Acteur')")
    page.click("#table thead button:has-text('Acteur')")
    assert page.locator("#table tbody tr").first.inner_text().startswith("Ville de Valbourg")
    page.locator("#table tbody tr").first.locator("button").first.click()
    assert text(page, "#detail h2") == "Ville de Valbourg"


def test_the_picture_is_a_png_with_the_map(show, tmp_path):
    page = show(small_graph())
    with page.expect_download() as waiting:
        page.click("#as-image")
    assert waiting.value.suggested_filename == "qui-porte-quoi-plan-d-actions-valbourg.png"
    saved = tmp_path / "carte.png"
    waiting.value.save_as(saved)
    content = saved.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 2400
    assert height > 1000


def drawn_overlaps(page):
    return page.evaluate(
        """() => {
          const boxes = maillage.shown().nodes.map(id => [id, maillage.network.getBoundingBox(id)]);
          const cross = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return boxes.flatMap(([id, box], rank) =>
            boxes.slice(rank + 1).filter(([, other]) => cross(box, other)).map(([other]) => [id, other]));
        }"""
    )


def test_no_label_covers_another_as_drawn(show):
    page = show(large_graph())
    assert len(page.evaluate("maillage.shown().nodes")) == 120
    assert drawn_overlaps(page) == []


def test_three_hundred_nodes_stand_still_and_apart(show):
    page = show(large_graph(objectives=40, actors=260))
    assert len(page.evaluate("maillage.shown().nodes")) == 300
    places = page.evaluate("maillage.network.getPositions()")
    page.evaluate("new Promise(done => setTimeout(done, 200))")
    assert page.evaluate("maillage.network.getPositions()") == places
    assert drawn_overlaps(page) == []


@pytest.mark.parametrize(
    ("graph", "count"),
    [
        (Graph(), "0 objectif, 0 acteur, 0 lien affichés"),
        (Graph([node("Objective", "o", title="Seul")]), "1 objectif, 0 acteur, 0 lien affichés"),
        (
            Graph([node("Objective", "o"), node("Actor", "a")], [tie("PILOTS", "a", "o")]),
            "1 objectif, 1 acteur, 1 lien affichés",
        ),
    ],
)
def test_next_to_nothing_is_shown_without_complaint(show, graph, count):
    page = show(graph)
    assert text(page, "#count") == count
    for found in graph.nodes:
        page.evaluate("id => maillage.select(id)", found.id)
        assert text(page, "#detail h2") != "Mode d’emploi"


def test_two_plans_are_drawn_and_named(show):
    graph = small_graph()
    graph.nodes += [
        node("Plan", "q", title="Autre plan", territory="Montcalme"),
        node("Axis", "q/axe-1", title="Santé", number=1, position=1),
        node("Objective", "q/o1", title="Soigner", number=1, position=1),
    ]
    graph.relationships += [
        tie("HAS_AXIS", "q", "q/axe-1"),
        tie("HAS_OBJECTIVE", "q/axe-1", "q/o1"),
        tie("PILOTS", "mlj", "q/o1", "ligne 2", "MLJ"),
    ]
    page = show(graph)
    assert text(page, "#count") == "4 objectifs, 4 acteurs, 7 liens affichés"
    page.evaluate("maillage.select('q/o1')")
    assert "Autre plan" in text(page, "#detail .tags")
    assert "1. Santé (Autre plan)" in text(page, "#tools")


def test_the_same_graph_makes_the_same_page():
    assert network_map(small_graph()) == network_map(small_graph())


def told_in_actions(listed=True):
    """Two objectives; the Club and the School have their roles in actions only, the City in lists too if `listed`."""
    told = Told("brest")
    first, second = told.objective(1), told.objective(2)
    city, club, school = (told.actor(f"brest/{name.lower()}", name) for name in ("Ville", "Club", "Ecole"))
    for parent, text in ((first, "Nager avec le Club et la Ville"), (second, "Lire, porté par la Ville avec l'Ecole")):
        action = told.node("Action", f"{parent}/action-1", quotes=[text], name=text, text=text, position=1)
        told.tie("HAS_ACTION", parent, action)
    if listed:
        told.tie("PILOTS", city, first, basis="stated", locators=["ligne 3"], quotes=["Pilote : Ville"])
    for kind, actor, target, place in (
        ("PARTNERS", club, first, "ligne 5"),
        ("PARTNERS", city, first, "ligne 5"),
        ("PILOTS", city, second, "ligne 8"),
        ("PARTNERS", school, second, "ligne 8"),
    ):
        action = next(node for node in told.graph.nodes if node.id == f"{target}/action-1")
        told.tie(kind, actor, action.id, basis="inferred", locators=[place], quotes=[action.name])
    return told.graph


def test_roles_read_in_actions_are_off_where_lists_name_actors(show):
    page = show(told_in_actions())
    box = page.get_by_label("Rôles lus dans les actions")
    assert not box.is_checked()
    assert page.locator("#notice").count() == 0
    assert text(page, "#count") == "2 objectifs, 1 acteur, 1 lien affichés"
    before = page.evaluate("maillage.network.getPositions()")
    box.check()
    assert text(page, "#count") == "2 objectifs, 3 acteurs, 5 liens affichés"
    after = page.evaluate("maillage.network.getPositions()")
    assert {id_: after[id_] for id_ in before} == before
    assert text(page, "#deduced-legend") == "rôle lu dans une action (déduit)"
    assert "3 acteurs engagés" in text(page, "#detail .figures").replace("\n", " ")
    assert drawn_overlaps(page) == []
    page.click("#reset")
    assert not box.is_checked()
    assert text(page, "#count") == "2 objectifs, 1 acteur, 1 lien affichés"


def test_roles_read_in_actions_are_on_where_no_list_names_anyone(show):
    page = show(told_in_actions(listed=False))
    box = page.get_by_label("Rôles lus dans les actions")
    assert box.is_checked()
    said = "Ce plan ne liste ni pilotes ni partenaires : les liens viennent de la lecture des actions."
    assert text(page, "#notice") == said
    assert text(page, "#count") == "2 objectifs, 3 acteurs, 4 liens affichés"
    box.uncheck()
    assert text(page, "#count") == "2 objectifs, 0 acteur, 0 lien affichés"
    page.click("#reset")
    assert box.is_checked()


def test_a_plan_whose_actions_name_nobody_has_no_such_box(show):
    page = show(small_graph())
    assert page.locator("#deduced").count() == 0


def test_a_line_is_dotted_until_a_list_states_it(show):
    page = show(told_in_actions())
    page.get_by_label("Rôles lus dans les actions").check()
    line = """([actor, objective]) => {
      const edge = maillage.network.body.data.edges.get().find(e => e.from === actor && e.to === objective);
      return [edge.width, edge.dashes, edge.hidden];
    }"""
    city, first, second = "brest/ville", "brest/objectif-1", "brest/objectif-2"
    assert page.evaluate(line, [city, first]) == [2.6, False, False]
    assert page.evaluate(line, [city, second]) == [3.2, [3.2, 7], False]
    assert page.evaluate(line, ["brest/club", first]) == [2, [2, 7], False]
    page.locator("[value=PILOTS]").uncheck()
    assert page.evaluate(line, [city, first]) == [2, [2, 7], False]
    assert page.evaluate(line, [city, second])[2] is True


def test_search_finds_who_is_only_in_actions_and_says_so(show):
    page = show(told_in_actions())
    page.fill("#search", "club")
    assert page.locator("#results button").first.inner_text() == "Club\nacteur, dans des actions seulement"
    page.locator("#results button").first.click()
    said = text(page, "#detail")
    assert "Absent de la carte : ses rôles sont lus dans des actions." in said
    assert said.count("Nager avec le Club et la Ville") == 1
    page.click("#detail button:has-text('Les afficher')")
    assert page.get_by_label("Rôles lus dans les actions").is_checked()
    assert page.evaluate("maillage.selected()") == "brest/club"
    assert "brest/club" in page.evaluate("maillage.shown().nodes")
    said = text(page, "#detail")
    assert "Absent de la carte" not in said
    assert said.count("Nager avec le Club et la Ville") == 1


def test_panels_follow_the_box_and_say_no_sentence_twice(show):
    page = show(told_in_actions())
    page.evaluate("maillage.select('brest/ville')")
    assert "1 objectif : pilote de 1, partenaire de 0." in text(page, "#detail")
    assert "2 objectifs concernés" in text(page, "#detail")
    page.get_by_label("Rôles lus dans les actions").check()
    said = text(page, "#detail")
    assert "2 objectifs : pilote de 2, partenaire de 1." in said
    assert "NOMMÉ DANS DES ACTIONS" not in said.upper()
    assert said.count("Lire, porté par la Ville avec l'Ecole") == 1
    assert "déduit d’une action" in said
    assert "Action : « Nager avec le Club et la Ville » — ligne 5" in said
    page.evaluate("maillage.select('brest/objectif-1')")
    assert "PARTENAIRES (2)" in text(page, "#detail").upper()
    page.get_by_label("Rôles lus dans les actions").uncheck()
    said = text(page, "#detail")
    assert "PARTENAIRES" not in said.upper()
    assert "2 rôles lus dans des actions ne sont pas affichés." in said


def test_the_table_says_what_each_tie_stands_on(show):
    page = show(told_in_actions())
    page.click("#as-table")
    rows = page.locator("#table tbody tr:visible")
    assert [row.split("\t")[4] for row in rows.all_inner_texts()] == ["écrit"]
    page.get_by_label("Rôles lus dans les actions").check()
    found = sorted(tuple(row.split("\t")[i] for i in (0, 1, 2, 4)) for row in rows.all_inner_texts())
    assert found == [
        ("Club", "partenaire", "1. Objectif 1", "déduit d’une action"),
        ("Ecole", "partenaire", "2. Objectif 2", "déduit d’une action"),
        ("Ville", "partenaire", "1. Objectif 1", "déduit d’une action"),
        ("Ville", "pilote", "1. Objectif 1", "écrit"),
        ("Ville", "pilote", "2. Objectif 2", "déduit d’une action"),
    ]


def test_the_keyboard_turns_roles_read_in_actions_on(show):
    page = show(told_in_actions())
    page.focus("#deduced")
    page.keyboard.press("Space")
    assert text(page, "#count") == "2 objectifs, 3 acteurs, 5 liens affichés"


def test_a_plan_of_axes_and_actions_only_is_drawn(show):
    told = Told("brest")
    told.node("Axis", "brest/axe-1", quotes=["Sport"], name="Sport", number=1, position=1)
    told.node("Action", "brest/a", quotes=["Nager"], name="Nager", text="Nager avec le Club", position=1)
    told.tie("HAS_AXIS", "brest", "brest/axe-1")
    told.tie("HAS_ACTION", "brest/axe-1", "brest/a")
    told.tie("PARTNERS", told.actor("club", "Club"), "brest/a", basis="inferred", quotes=["Nager avec le Club"])
    page = show(told.graph)
    assert text(page, "#count") == "1 axe, 1 acteur, 1 lien affichés"
    page.evaluate("maillage.select('club')")
    assert "1 axe : pilote de 0, partenaire de 1." in text(page, "#detail")
    page.evaluate("maillage.select('brest/axe-1/hors-objectif')")
    assert text(page, "#detail h2") == "1. Sport"
    assert "Aucun pilote" not in text(page, "#detail")
