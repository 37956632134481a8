"""Writes one action that has rubrics of its own: its node, and what each rubric says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.french import euros
from graph.statements import ActorMention
from graph.text import slug
from loaders.forms.actors import FUNDER_SECTIONS, ActorWriter
from loaders.forms.fiches.action_values import WITHOUT_PLACE, WITHOUT_VALUE, Values, values_of
from loaders.forms.fiches.budget_payers import payers
from loaders.forms.fiches.left import Left
from loaders.forms.fiches.rubrics import GOALS, PERSONS, SERVICES
from loaders.forms.fiches.skeleton import ActionFiche
from loaders.forms.section import Section
from loaders.forms.sentences import SentenceWriter
from loaders.forms.toolbox import ToolWriter
from loaders.lines import Line
from loaders.words import names
from loaders.words.roles import MENTIONED, PARTNERS, PILOTS, citations
from loaders.writer import Writer

PERSONS_ASIDE = "personnes-ecartees"
WHY = {
    WITHOUT_PLACE: "lue, sans place dans le graphe",
    WITHOUT_VALUE: "rien n'y est encore dit",
    PERSONS_ASIDE: "des personnes, qui ne deviennent pas des acteurs",
}
_LISTS = ("pilots", SERVICES, "partners", *FUNDER_SECTIONS)
_LONGEST = 10_000


@dataclass(frozen=True)
class ActionWriter:
    """Turns fiches of actions into nodes and statements.

    `silent` are the roles that no fiche of the document has a rubric for: only those are read in descriptions.
    `prose` are the sentences found in lists, by the identity of their section; `groups` the identities of actions that
    hold others.
    """

    writer: Writer
    actors: ActorWriter
    tools: ToolWriter
    sentences: SentenceWriter
    silent: frozenset[str]
    prose: Mapping[int, Sequence[Line]]
    left: Left
    groups: frozenset[int] = frozenset()

    def write(self, action: ActionFiche, id_: str, parent: str, position: int) -> None:
        """Write one action below its parent."""
        values, line = values_of(action), action.heading.line
        if values.budget is None:
            values.budget = self._announced(action)
        title = action.heading.title or action.label
        before = len(self.writer.reading.statements)
        self._node(action, title, values, id_, position)
        self.writer.tie(parent, "HAS_ACTION", id_, line.locator, line.text)
        self._state(id_, [*action.again, *self._valued(action)])
        self._entitle(id_, title, line)
        self._describe(id_, action)
        self._lists(id_, action)
        for section in action.sections:
            self._section(id_, section)
        self._say(values)
        self._check(action, values.budget, before)

    def _node(self, action: ActionFiche, title: str, values: Values, id_: str, position: int) -> None:
        properties = {
            "text": title,
            "kind": "action",
            "status": values.status,
            "heading": action.label or None,
            "position": position,
            "start": values.start,
            "end": values.end,
            "budget": values.budget,
        }
        line = action.heading.line
        self.writer.node("Action", id_, title.rstrip(" ,;:"), line.locator, line.text, **properties)

    def _say(self, values: Values) -> None:
        """Write what the rubrics of properties leave to be said."""
        for (code, severity, message), line in values.notes:
            self.writer.finding(code, severity, line.locator, message)
        for code, section in values.left:
            self._leave(code, section)
        for line in values.unread:
            self.writer.unread(line)

    def _announced(self, action: ActionFiche) -> int | None:
        """The total of an action's list of funders."""
        totals = [self.actors.total(section) for section in action.of(*FUNDER_SECTIONS)]
        return next((total for total in totals if total is not None), None)

    def _state(self, id_: str, lines: Iterable[Line]) -> None:
        """Say where else an action is written."""
        for line in lines:
            self.writer.tie(id_, "STATED_IN", self.writer.document, line.locator, line.text[:_LONGEST])

    def _valued(self, action: ActionFiche) -> list[Line]:
        """The lines that give the action its properties."""
        sections = action.of("budget", "calendar", "start", "end", "status")
        return [line for section in sections for line in section.lines]

    def _entitle(self, id_: str, title: str, line: Line) -> None:
        """Write whom, which tools and where a title names."""
        self._cite(id_, Line(line.locator, title), "titre", self.silent)
        self.sentences.locate(id_, title, line)
        for tool in self.sentences.tools.find(title):
            tool_id = f"{self.sentences.info.id}/outil/{slug(tool.name)}"
            self.writer.node("Tool", tool_id, tool.name, line.locator, title)
            self.writer.tie(id_, "USES", tool_id, line.locator, title)

    def _describe(self, id_: str, action: ActionFiche) -> None:
        """The words of a description are kept with the action; whom they name is mentioned in it."""
        described = [line for section in action.of("description") for line in section.lines]
        for line in [*action.lines, *described]:
            self._state(id_, [line])
            self._cite(id_, line, "description", self.silent)

    def _cite(self, id_: str, line: Line, section: str, roles: frozenset[str]) -> None:
        """Write whom a sentence names: in the roles asked for, else as mentioned."""
        text = "" if line.text.isupper() else line.text[:_LONGEST]
        for cited in citations(text, self.sentences.organisations):
            mention = ActorMention(cited.name, acronym=cited.acronym, generic=names.is_generic(cited.name))
            if cited.role in roles:
                properties = {"co": cited.co} if cited.role == PILOTS else {}
                self.writer.tie(mention, cited.role, id_, line.locator, text, basis="inferred", **properties)
            else:
                self.writer.tie(mention, MENTIONED, id_, line.locator, text, section=section)

    def _lists(self, id_: str, action: ActionFiche) -> None:
        """Write the lists of actors; services printed apart are those of the one organisation that leads."""
        leader = self.actors.structure(action.of("pilots"))
        priced = self.actors.priced(action.of(*FUNDER_SECTIONS))
        for section in action.of(*_LISTS):
            self.actors.write(id_, section, leader, priced)
            role = {"pilots": PILOTS, "partners": PARTNERS}.get(section.kind)
            for line in self.prose.get(id(section), ()):
                self._state(id_, [line])
                self._cite_as(id_, line, role)
            if not section.lines and not self.prose.get(id(section)) and section.heading is not None:
                self._leave(WITHOUT_VALUE, section)

    def _cite_as(self, id_: str, line: Line, role: str | None) -> None:
        """Whom a sentence below "Partenaires" names is a partner, whatever its own words of role."""
        for cited in citations(line.text, self.sentences.organisations):
            mention = ActorMention(cited.name, acronym=cited.acronym, generic=names.is_generic(cited.name))
            said = cited.role if cited.role in (PILOTS, PARTNERS) else role
            if said is None:
                self.writer.tie(mention, MENTIONED, id_, line.locator, line.text, section="financement")
            else:
                self.writer.tie(mention, said, id_, line.locator, line.text, basis="inferred")

    def _section(self, id_: str, section: Section) -> None:
        """Write a section of another kind than lists, descriptions and properties."""
        if section.kind == "tools":
            self.tools.write(id_, section)
        elif section.kind == PERSONS:
            self._leave(PERSONS_ASIDE, section)
        elif section.kind == "budget":
            self._funders_of_budget(id_, section)
        elif section.kind == "places":
            self._places(id_, section)
        elif section.lines and section.kind in ("other", GOALS, "axis", "theme", "objective", "title", "number"):
            self._leave(WITHOUT_PLACE, section)
        elif section.heading is not None and section.kind in ("axis", "theme", "objective") and not section.lines:
            self.writer.unread(section.heading)

    def _places(self, id_: str, section: Section) -> None:
        for line in section.lines:
            self.sentences.locate(id_, line.text, line)
        if not any(self.sentences.places.find(line.text) for line in section.lines):
            self._leave(WITHOUT_PLACE, section)

    def _funders_of_budget(self, id_: str, section: Section) -> None:
        """Organisations that a budget names beside amounts pay them: "30 000 € (État 15 000 €, Ville 15 000 €)"."""
        for line, amount in payers(section.lines, self.actors.standalone):
            self.actors.give(amount, id_, line.locator, line.text)

    def _leave(self, code: str, section: Section) -> None:
        lines = [section.heading, *section.lines] if section.heading is not None else section.lines
        self.left.add(code, section.label, [line for line in lines if line is not None])

    def _check(self, action: ActionFiche, budget: int | None, before: int) -> None:
        """Say who is missing, and what funders give beyond the budget: its ties are those written since `before`."""
        written, line = self.writer.reading.statements[before:], action.heading.line
        led = any(each.predicate == PILOTS for each in written)
        if not led and PILOTS not in self.silent and id(action) not in self.groups:
            message = f"aucun pilote n'est nommé pour l'action « {action.heading.title} »"
            self.writer.finding("action-sans-pilote", "attention", line.locator, message)
        given = sum(each.properties.get("amount") or 0 for each in written if each.predicate == "FUNDS")
        if budget is not None and given > budget:
            message = f"les financements écrits font {euros(given)}, plus que le budget de {euros(budget)}"
            self.writer.finding("somme-differente", "attention", line.locator, message)
