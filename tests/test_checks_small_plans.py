"""Checks on small plans told line by line; what each should say is worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from graph.checks import FAMILIES, KINDS, Check, Report, kind_of, to_data, verify
from graph.checks.french import typeset
from graph.model import Finding, Graph, Node, Relationship, Unread, merged

NBSP = "\u00a0"
ROLES = "de pilote ou de partenaire"


class Paper:
    """A plan of one document; each fact stands at a line, in words."""

    def __init__(self, plan: str = "valbourg-2024") -> None:
        self.plan, self.document = plan, f"{plan}/plan.txt"
        self.graph = Graph([Node("Plan", plan, {"name": plan}), Node("Document", self.document, {"name": "plan.txt"})])
        self.tie("STATED_IN", plan, self.document, 1, "Plan d'actions")

    def tie(self, type_: str, start: str, end: str, line: int, quote: str, **properties: object) -> None:
        told = {"document": self.document, "locators": [f"ligne {line}"], "quotes": [quote], **properties}
        self.graph.relationships.append(Relationship(type_, start, end, told))

    def node(self, label: str, id_: str, line: int, quote: str, **properties: object) -> str:
        if id_ not in self.graph.index():
            self.graph.nodes.append(Node(label, id_, {"name": quote, **properties}))
        self.tie("STATED_IN", id_, self.document, line, quote)
        return id_

    def objective(self, number: int, line: int) -> str:
        title = f"Titre {number}"
        id_ = self.node("Objective", f"{self.plan}/objectif-{number}", line, title, number=number, position=number)
        self.tie("HAS_OBJECTIVE", self.plan, id_, line, title)
        return id_

    def action(self, parent: str, line: int, text: str, kind: str = "action") -> str:
        id_ = self.node("Action", f"{parent}/action-{line}", line, text, text=text, kind=kind)
        self.tie("HAS_ACTION", parent, id_, line, text)
        return id_

    def says(self, type_: str, name: str, target: str, line: int, quote: str = "", **properties: object) -> str:
        """An actor's tie; a name in brackets is generic."""
        generic = name.startswith("(")
        id_ = f"valbourg/{name.strip('()').lower()}"
        self.node("Actor", id_, line, name.strip("()"), generic=generic)
        told = {"section": "outils"} if type_ == "MENTIONED_IN" else {"basis": "stated"}
        self.tie(type_, id_, target, line, quote or name.strip("()"), **(told | properties))
        return id_

    def led(self, number: int, *names: str) -> str:
        """An objective with an action, these pilots and a pair of partners, ten lines a piece."""
        id_ = self.objective(number, 10 * number)
        self.action(id_, 10 * number + 1, f"Action propre à {number}")
        for name in names:
            self.says("PILOTS", name, id_, 10 * number + 2)
        for name in ("CAF", "Région"):
            self.says("PARTNERS", name, id_, 10 * number + 3, "CAF, Région")
        return id_

    def finding(self, code: str, line: int | str, message: str, severity: str = "attention") -> None:
        locator = f"ligne {line}" if isinstance(line, int) else line
        self.graph.findings.append(Finding(code, severity, self.document, locator, message))  # type: ignore[arg-type]

    def report(self) -> Report:
        return verify(self.graph)


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def told(report: Report, code: str) -> list[tuple[str, str]]:
    """Places and messages of one code."""
    return [
        (", ".join(place.locator for place in check.places), plain(check.message))
        for check in report.checks
        if check.code == code
    ]


def codes(checks: Iterable[Check]) -> set[str]:
    return {check.code for check in checks}


def test_a_plan_where_all_is_said_asks_for_nothing() -> None:
    paper = Paper()
    paper.led(1, "Ville")
    paper.led(2, "Mission locale")
    report = paper.report()
    assert report.grave == []
    # Only CAF and Région stand twice.
    assert codes(report.checks) == {"acteur-cite-une-fois"}
    assert [check.subject for check in report.checks] == ["Ville", "Mission locale"]


def test_an_objective_without_pilot_is_said_once() -> None:
    paper = Paper()
    paper.led(1, "Ville")
    paper.led(2)
    paper.led(3, "(Communes)")
    paper.led(4)
    paper.finding("objectif-sans-pilote", 40, "aucun pilote n'est nommé pour l'objectif « Titre 4 »")
    assert told(paper.report(), "objectif-sans-pilote") == [
        ("ligne 20", "l'objectif 2 « Titre 2 » n'a aucun pilote"),
        ("ligne 30", "l'objectif 3 « Titre 3 » n'a pour pilote que « Communes », sans nom précis"),
        ("ligne 40", "aucun pilote n'est nommé pour l'objectif « Titre 4 »"),
    ]
    assert told(paper.report(), "pilote-generique") == [
        ("ligne 32", "« Communes » : pilote de l'objectif 3, sans nommer personne")
    ]


def test_a_plan_that_names_no_pilot_and_no_partner_says_so_once() -> None:
    paper = Paper()
    for number in (1, 2, 3):
        paper.action(paper.objective(number, 10 * number), 10 * number + 1, f"Action {number}")
    report = paper.report()
    assert codes(report.checks) == {"plan-sans-pilote", "plan-sans-partenaire"}
    [(place, message)] = told(report, "plan-sans-pilote")
    assert place == "document"
    assert message.startswith("aucun des 3 objectifs n'a de pilote désigné")
    assert report.nothing_found("Pilotage") == []


def test_pilots_and_partners_of_actions_count_for_their_objective() -> None:
    paper = Paper()
    for number in (1, 2, 3):
        action = paper.action(paper.objective(number, 10 * number), 10 * number + 1, f"Action propre à {number}")
        paper.says("PARTNERS", "CAF", action, 10 * number + 1)
        if number < 3:
            paper.says("PILOTS", "Ville", action, 10 * number + 1)
            paper.says("PARTNERS", "Région", action, 10 * number + 1)
    paper.says("PILOTS", "MLJ", f"{paper.plan}/objectif-3/action-31", 31, "porté par la MLJ", basis="inferred")
    report = paper.report()
    assert told(report, "objectif-sans-pilote") == [("ligne 30", "l'objectif 3 « Titre 3 » n'a aucun pilote")]
    assert told(report, "partenaire-unique") == [
        ("ligne 31", "l'objectif 3 « Titre 3 » n'a qu'un partenaire nommé : CAF")
    ]
    assert not codes(report.checks) & {"plan-sans-pilote", "plan-sans-partenaire", "acteur-hors-objectif"}


def test_a_line_reported_as_written_twice_is_no_action_repeated() -> None:
    paper = Paper()
    target = paper.led(1, "Ville")
    for line in (15, 16):
        paper.action(target, line, "Planter des arbres dans la cour de l'école")
    assert [place for place, _ in told(paper.report(), "actions-proches")] == ["ligne 15, ligne 16"]
    paper.finding("ligne-double", 16, "ligne identique à la ligne 15")
    assert told(paper.report(), "actions-proches") == []


def test_a_pilot_is_overloaded_from_five_objectives_and_twice_the_others_median() -> None:
    paper = Paper()
    for number in range(1, 6):
        paper.led(number, "Ville", *(["État"] if number < 3 else []))
    # Ville 5, État 2: 5 > 2 × 2. Alone in 3, 4 and 5.
    assert told(paper.report(), "pilote-surcharge") == [
        (
            "ligne 12, ligne 22, ligne 32, ligne 42, ligne 52",
            "Ville pilote 5 des 5 objectifs (1, 2, 3, 4 et 5), dont 3 sans autre pilote",
        )
    ]
    paper.says("PILOTS", "État", f"{paper.plan}/objectif-3", 32)
    # État 3: 5 is not more than 2 × 3.
    assert told(paper.report(), "pilote-surcharge") == []


def test_four_objectives_are_no_overload_and_a_lone_pilot_of_five_is_one() -> None:
    four, five = Paper(), Paper()
    for number in range(1, 5):
        four.led(number, "Ville")
    for number in range(1, 6):
        five.led(number, "Ville", "(Communes)")
    assert told(four.report(), "pilote-surcharge") == []
    [(_, message)] = told(five.report(), "pilote-surcharge")
    assert message == "Ville pilote 5 des 5 objectifs (1, 2, 3, 4 et 5), toujours avec un autre pilote"


def test_pilots_and_generic_actors_are_no_partners() -> None:
    paper = Paper()
    one, none, two = (paper.objective(number, 10 * number) for number in (1, 2, 3))
    for target in (one, none, two):
        paper.action(target, 90 + int(target[-1]), f"Action propre à {target[-1]}")
        paper.says("PILOTS", "Ville", target, 91)
        paper.says("PARTNERS", "Ville", target, 92)
        paper.says("PARTNERS", "(Bailleurs)", target, 93)
    paper.says("PARTNERS", "CAF", one, 12, "CAF, bailleurs")
    paper.says("PARTNERS", "CAF", two, 32, "CAF, Région")
    paper.says("PARTNERS", "Région", two, 32, "CAF, Région")
    report = paper.report()
    assert told(report, "partenaire-unique") == [
        ("ligne 12", "l'objectif 1 « Titre 1 » n'a qu'un partenaire nommé : CAF")
    ]
    assert [check.places[0].quote for check in report.checks if check.code == "partenaire-unique"] == ["CAF, bailleurs"]
    assert told(report, "objectif-sans-partenaire") == [
        (
            "ligne 20",
            "l'objectif 2 « Titre 2 » n'a aucun partenaire nommé ; ne sont cités que « Ville » et « Bailleurs »",
        )
    ]
    assert told(report, "partenaire-generique") == [
        ("ligne 93", "« Bailleurs » : partenaire des objectifs 1, 2 et 3, sans nommer personne")
    ]


def test_actors_of_actions_only_and_actors_of_one_place() -> None:
    paper = Paper()
    first = paper.led(1, "Ville")
    action = paper.action(first, 14, "Ouvrir un jardin avec le Compost et la CAF")
    other = paper.action(first, 15, "Faire du compost (Compost, Club)")
    for name, target, line in (("Compost", action, 14), ("CAF", action, 14), ("Compost", other, 15)):
        paper.says("PARTNERS", name, target, line, "avec " + name, basis="inferred")
    paper.says("MENTIONED_IN", "Club", other, 15, "Club")
    paper.says("MENTIONED_IN", "Musée", first, 16, "Musée")
    report = paper.report()
    assert told(report, "acteur-hors-objectif") == [
        ("ligne 14, ligne 15", "« Compost » n'est nommé que dans les actions de l'objectif 1"),
        ("ligne 15", "« Club » n'est nommé que dans les actions de l'objectif 1"),
    ]
    once = [check for check in report.checks if check.code == "acteur-cite-une-fois"]
    assert [check.subject for check in once] == ["Ville", "Région", "Club", "Musée"]
    assert once[2].places[0].quote == "Faire du compost (Compost, Club)"


def test_ties_read_in_sentences_are_counted_and_inferred_pilots_shown() -> None:
    paper = Paper()
    target = paper.led(1, "Ville")
    action = paper.action(target, 14, "Créer un réseau piloté par la MLJ")
    paper.says("PILOTS", "MLJ", action, 14, "Créer un réseau piloté par la MLJ", basis="inferred")
    # 1 of: Ville pilot, CAF and Région partners, MLJ pilot.
    assert told(paper.report(), "liens-deduits") == [
        ("ligne 14", f"1 des 4 liens {ROLES} (25 %) est déduit des phrases ; un seul fait d'un acteur un pilote")
    ]


def test_an_objective_with_nothing_under_it_is_a_title_and_one_without_action_is_not() -> None:
    paper = Paper()
    paper.objective(1, 5)
    paper.led(2, "Ville")
    bare = paper.objective(3, 30)
    for name in ("CAF", "Région"):
        paper.says("PARTNERS", name, bare, 31)
    paper.says("PILOTS", "Ville", bare, 32)
    report = paper.report()
    assert told(report, "objectif-vide") == [
        ("ligne 5", "l'objectif 1 « Titre 1 » n'a ni action, ni pilote, ni partenaire")
    ]
    assert told(report, "objectif-sans-action") == [("ligne 30", "l'objectif 3 « Titre 3 » n'a aucune action")]
    assert not codes(report.checks) & {"objectif-sans-pilote", "objectif-sans-partenaire"}


def test_measures_without_response_and_one_response_to_two() -> None:
    paper = Paper()
    target = paper.led(1, "Ville")
    first, second, third = (paper.action(target, 20 + n, f"Mesure {n}", "mesure_nationale") for n in (1, 2, 3))
    for measure in (first, second):
        response = paper.action(measure, int(measure[-2:]), "partenariat avec la MLJ", "reponse_locale")
        paper.tie("RESPONDS_TO", response, measure, int(measure[-2:]), "partenariat avec la MLJ")
    relance = paper.node("Tool", f"{paper.plan}/outil/relance", 3, "Plan de relance")
    own = paper.node("Tool", f"{paper.plan}/outil/mesure", 23, "Mesure")
    paper.tie("USES", third, relance, 23, "Plan de relance : X")
    paper.tie("USES", third, own, 23, "Mesure 3")
    report = paper.report()
    assert told(report, "mesure-sans-reponse") == [
        ("ligne 23", "rien ne répond à la mesure « Mesure 3 » (mais une croix sous « Plan de relance »)")
    ]
    [(places, message)] = told(report, "reponse-repetee")
    assert places == "ligne 21, ligne 22"
    assert message.startswith("la même réponse vaut pour 2 mesures")
    assert told(report, "actions-proches") == []


def test_funders_without_amount_are_said_unless_the_whole_has_theirs() -> None:
    paper = Paper()
    target = paper.led(1, "Ville")
    whole = paper.node("Tool", f"{paper.plan}/outil/pru", 20, "PRU")
    part = paper.node("Tool", f"{paper.plan}/outil/pru-nord", 21, "PRU – nord")
    paper.tie("PART_OF", part, whole, 21, "nord")
    for name, line in (("ANRU", 22), ("Région", 23), ("Europe", 24), ("État", 25)):
        source = paper.node("FundingSource", f"{name}/subvention", line, f"Subvention – {name}")
        actor = paper.node("Actor", name, line, name, generic=False)
        paper.tie("PROVIDES", actor, source, line, name)
    paper.tie("FUNDS", "ANRU/subvention", whole, 22, "8 M€ de l'ANRU", amount=8_000_000, scope="local")
    paper.tie("FUNDS", "ANRU/subvention", part, 21, "nord, avec l'ANRU", scope="local")
    paper.tie("FUNDS", "Région/subvention", part, 21, "nord, avec la Région", scope="local")
    paper.tie("FUNDS", "Europe/subvention", part, 21, "nord, avec l'Europe", scope="local")
    paper.tie("FUNDS", "Europe/subvention", target, 24, "dont 93 % Europe", share=0.93, scope="local")
    paper.tie("FUNDS", "État/subvention", target, 25, "enveloppe de l'État", scope="national")
    paper.tie("FUNDS", "Région/subvention", target, 26, "bourses de 300 euros de la Région", scope="local")
    assert told(paper.report(), "financeur-sans-montant") == [
        ("ligne 21", "Région et Europe : financement sans montant, pour « PRU – nord »")
    ]


def test_what_the_readers_found_keeps_its_words_and_gets_its_sentence() -> None:
    paper = Paper()
    paper.led(1, "Ville")
    paper.finding("financement-qui-finit", 13, "le texte annonce la fin du financement par CAF")
    paper.finding("nom-a-revoir", "registre, ligne 9", "« CAF » et « Région » restent deux acteurs : essai", "info")
    paper.finding("code-du-futur", 11, "une nouveauté : à voir", "erreur")
    report = paper.report()
    by_code = {check.code: check for check in report.checks}
    assert by_code["financement-qui-finit"].places[0].quote == "CAF, Région"
    assert [place.locator for place in by_code["nom-a-revoir"].also] == ["ligne 13", "ligne 13"]
    assert by_code["code-du-futur"].kind.family == "Réparations de lecture"
    assert by_code["code-du-futur"].message == "une nouveauté : à voir"
    assert report.checks[0].code == "code-du-futur"
    assert [report.count("erreur"), report.count("attention")] == [1, 1]


def test_lines_are_read_unread_or_both() -> None:
    paper = Paper()
    paper.led(1, "Ville")
    paper.graph.unread += [
        Unread(paper.document, "ligne 13", "Observations : mots"),
        Unread(paper.document, "ligne 40", "Calendrier : 2024"),
        Unread(paper.document, "ligne 40", "Public : jeunes"),
    ]
    report = paper.report()
    [figure] = report.lines
    # Stated: 1, 10, 11, 12, 13; of these 13 has words left over; 40 states nothing.
    assert (figure.read, figure.unread, figure.partly) == (4, 2, 1)
    assert figure.share == report.share == pytest.approx(4 / 6)
    assert [line.locator for line in report.unread] == ["ligne 13", "ligne 40", "ligne 40"]
    assert len(report.grave) == 3


def test_the_data_for_programs_has_the_fields_of_the_exchange_format() -> None:
    paper = Paper()
    target = paper.led(1, "Ville")
    for line in (15, 19):
        paper.action(target, line, "Mettre en réseau les acteurs qui interviennent dans l'accompagnement")
    paper.finding("pagination", "document", "8 en-têtes mis de côté", "info")
    paper.graph.unread.append(Unread(paper.document, "ligne 40", "mots"))
    data = to_data(paper.report())
    assert data["unread"] == [{"document": paper.document, "locator": "ligne 40", "text": "mots"}]
    fields = {"code", "severity", "document", "locator", "message", "quote", "action"}
    assert all(set(row) == fields and all(isinstance(value, str) for value in row.values()) for row in data["findings"])
    [pair] = [row for row in data["findings"] if row["code"] == "actions-proches"]
    assert (pair["severity"], pair["document"], pair["locator"]) == ("attention", paper.document, "ligne 15, ligne 19")
    [pages] = [row for row in data["findings"] if row["code"] == "pagination"]
    assert (pages["severity"], pages["locator"], pages["message"]) == ("info", "document", "8 en-têtes mis de côté")
    json.dumps(data)


def test_two_plans_are_looked_at_one_by_one() -> None:
    here, there = Paper("ici-2024"), Paper("la-2024")
    for number in range(1, 6):
        here.led(number, "Ville")
    there.led(1, "Ville")
    report = verify(merged([there.graph, here.graph]))
    [load] = [check for check in report.checks if check.code == "pilote-surcharge"]
    assert load.plan == "ici-2024"
    assert plain(load.message).startswith("Ville pilote 5 des 5 objectifs")
    # Ville stands once in the second plan, five times in the first.
    assert [check.plan for check in report.checks if check.subject == "Ville" and check.severity == "info"] == [
        "la-2024"
    ]
    assert [figure.document for figure in report.lines] == ["ici-2024/plan.txt", "la-2024/plan.txt"]


def test_a_graph_with_little_in_it_is_no_fault() -> None:
    assert verify(Graph()).checks == ()
    assert verify(Graph()).share == 1.0
    lone = Graph([Node("Actor", "a", {"name": "A"})], [Relationship("PILOTS", "a", "nowhere", {"document": "p/d.txt"})])
    assert verify(lone).checks == ()
    lost = Graph(findings=[Finding("pagination", "info", "p/d.txt", "document", "8 en-têtes")])
    assert codes(verify(lost).checks) == {"pagination"}


def test_every_kind_has_a_family_a_title_and_something_to_do() -> None:
    for kind in KINDS.values():
        assert kind.family in FAMILIES
        assert kind.title
        assert kind.action.endswith((".", "!"))
        assert kind.severity in {"info", "attention", "erreur"}
        assert all(typeset(text) == text for text in (kind.title, kind.action, kind.rule, kind.none))
    assert kind_of("inconnu-au-bataillon").family in FAMILIES


def test_typography() -> None:
    assert typeset("« A » : 3 % ; ok ?") == f"«{NBSP}A{NBSP}»{NBSP}: 3{NBSP}%{NBSP}; ok{NBSP}?"
    assert typeset("12:30, http://x") == "12:30, http://x"
