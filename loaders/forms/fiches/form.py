"""The form "plan by fiches": an outline of axes, objectives and actions, each with its pilots, partners and funders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.statements import ActorMention
from graph.text import fold
from loaders.forms.actors import ACTOR_SECTIONS, FUNDER_SECTIONS, ActorWriter
from loaders.forms.fiches.action_writer import WHY, ActionWriter
from loaders.forms.fiches.left import Left
from loaders.forms.fiches.lists import prepare
from loaders.forms.fiches.objective_writer import ObjectiveWriter
from loaders.forms.fiches.outline import outline
from loaders.forms.fiches.recognition import is_plan_by_fiches
from loaders.forms.fiches.skeleton import ActionFiche, Fiche, Outline
from loaders.forms.section import Section
from loaders.forms.sentences import sentence_writer
from loaders.forms.toolbox import ToolWriter
from loaders.forms.tools import Known
from loaders.lines import Line, unwrap
from loaders.plan_info import PlanInfo
from loaders.read.document import RawDocument
from loaders.words import names
from loaders.words.roles import FUNDS, PARTNERS, PILOTS
from loaders.writer import Writer

_ROLES = {PILOTS: ("pilots", "services"), PARTNERS: ("partners",), FUNDS: FUNDER_SECTIONS}


@dataclass(frozen=True)
class FichesForm:
    """A document that is a plan by fiches."""

    outline: Outline

    @classmethod
    def recognise(cls, raw: RawDocument) -> FichesForm | None:
        """The plan whose objectives or actions have sections, or None."""
        found = outline(raw.lines)
        return cls(found) if is_plan_by_fiches(found) else None

    @property
    def title(self) -> Line | None:
        """The line that names the plan."""
        return self.outline.title

    @property
    def preamble(self) -> Sequence[Line]:
        """The lines before the first axis."""
        return self.outline.preamble

    @property
    def opening(self) -> Line:
        """The title, or the first objective's or action's heading."""
        found = self.outline
        return self.title or (found.fiches[0] if found.fiches else found.actions[0]).heading.line

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers, footers, page numbers and tables of contents."""
        return self.outline.furniture

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write every axis, objective, action, tie and tool of the outline."""
        prose = self._prepared()
        actors = ActorWriter(writer, self._sections(*ACTOR_SECTIONS), known)
        tools = ToolWriter(writer, info.id, actors, _is_actor(actors.mentions, known), self._sections("tools"))
        sentences = sentence_writer(writer, info, actors, known, tools.names, self._texts())
        left = Left()
        objectives = ObjectiveWriter(writer, info, actors, tools, sentences, left, bool(self.outline.actions))
        actions = ActionWriter(writer, actors, tools, sentences, self._silent(), prose, left, self._groups())
        ids = self._write_axes(writer, info)
        for position, fiche in enumerate(self.outline.fiches, writer.count("Objective") + 1):
            ids[id(fiche)] = f"{info.id}/objectif-{position}"
            objectives.write(fiche, position, ids[id(fiche.axis)] if fiche.axis else None)
        self._write_actions(actions, objectives, ids, info.id)
        self._check_numbers(writer)
        for code, locator, message in self.outline.notes:
            writer.finding(code, "attention" if code == "texte-long" else "info", locator, message)
        for line in self.outline.unread:
            writer.unread(line)
        left.write(writer, WHY)

    def _prepared(self) -> dict[int, list[Line]]:
        """Lists of actions' own rubrics made plain; the sentences found in them."""
        own = [section for action in self.outline.actions for section in action.of(*ACTOR_SECTIONS)]
        return {id(section): prepare(section, self.outline.width) for section in own}

    def _silent(self) -> frozenset[str]:
        """Roles for which no action has a rubric: only these are read in the descriptions of actions."""
        return frozenset(
            role
            for role, kinds in _ROLES.items()
            if role != FUNDS and not any(action.of(*kinds) for action in self.outline.actions)
        )

    def _groups(self) -> frozenset[int]:
        """Identities of actions that hold others: nobody need lead them."""
        return frozenset(id(action.parent) for action in self.outline.actions if action.parent is not None)

    def _sections(self, *kinds: str) -> Iterable[Section]:
        everything: list[Fiche | ActionFiche] = [*self.outline.fiches, *self.outline.actions]
        return (section for fiche in everything for section in fiche.sections if section.kind in kinds)

    def _texts(self) -> list[str]:
        """The words in which places may be named."""
        texts = [fiche.heading.title for fiche in self.outline.fiches]
        texts += [line.body for section in self._sections("actions") for line in unwrap(section.lines)]
        texts += [line.body for section in self._sections("partners", "tools") for line in section.lines]
        for action in self.outline.actions:
            texts.append(action.heading.title)
            texts += [line.text for section in action.of("places", "description") for line in section.lines]
            texts += [line.text for line in action.lines]
        return texts

    def _write_axes(self, writer: Writer, info: PlanInfo) -> dict[int, str]:
        """Write the axes, after those of the plan's other documents; returns their ids by outline."""
        ids: dict[int, str] = {}
        for position, axis in enumerate(self.outline.axes, writer.count("Axis") + 1):
            heading, id_ = axis.heading, f"{info.id}/axe-{position}"
            ids[id(axis)] = id_
            properties = {"number": heading.number, "position": position, "title": heading.title}
            for line in axis.lines:
                writer.node("Axis", id_, heading.title, line.locator, line.text, **properties)
                writer.tie(info.id, "HAS_AXIS", id_, line.locator, line.text)
        return ids

    def _write_actions(
        self, actions: ActionWriter, objectives: ObjectiveWriter, ids: dict[int, str], plan: str
    ) -> None:
        """Write the actions with rubrics of their own, each below the nearest of what it hangs from."""
        for action in self.outline.actions:
            holder = action.parent or action.objective or action.axis
            parent = ids[id(holder)] if holder is not None else plan
            position = objectives.next_position(parent)
            ids[id(action)] = f"{parent}/action-{position}"
            actions.write(action, ids[id(action)], parent, position)
            for section in action.of("actions"):
                objectives.write_listed(ids[id(action)], section)

    def _check_numbers(self, writer: Writer) -> None:
        """The same number on two objectives is said: both stay, by position."""
        apart = bool(self.outline.actions)
        seen: dict[tuple[int, int], Line] = {}
        for fiche in self.outline.fiches:
            heading = fiche.heading
            if heading.number is None:
                continue
            key = (id(fiche.axis) if apart else 0, heading.number)
            if key in seen:
                message = (
                    f"l'objectif {heading.number} figure deux fois (déjà {seen[key].locator}) : les deux sont gardés"
                )
                writer.finding("objectif-double", "attention", heading.line.locator, message)
            seen.setdefault(key, heading.line)


def _is_actor(mentions: Sequence[ActorMention], known: frozenset[str]) -> Known:
    """Tells a name that stands in a list of actors of this document, or in its ledger."""
    listed = {fold(names.without_article(mention.text)) for mention in mentions if not mention.service}
    everyone = listed | known
    return lambda name: fold(names.without_article(name)) in everyone
