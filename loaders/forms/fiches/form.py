"""The form "plan by fiches": an outline of axes and objectives, each with actions, pilots, partners and tools."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.statements import ActorMention
from graph.text import fold
from loaders.forms.actors import ACTOR_SECTIONS, ActorWriter
from loaders.forms.fiches.actions import ListedAction, read_actions
from loaders.forms.fiches.outline import Fiche, Outline, is_plan_by_fiches, outline
from loaders.forms.section import Section
from loaders.forms.sentences import SentenceWriter, sentence_writer
from loaders.forms.toolbox import ToolWriter
from loaders.forms.tools import Known
from loaders.lines import Line, unwrap
from loaders.plan_info import PlanInfo
from loaders.read.document import RawDocument
from loaders.words import names
from loaders.writer import Writer


@dataclass(frozen=True)
class FichesForm:
    """A document that is a plan by fiches."""

    outline: Outline

    @classmethod
    def recognise(cls, raw: RawDocument) -> FichesForm | None:
        """The plan whose objectives have sections, or None."""
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
        """The title, or the first objective's heading."""
        return self.title or self.outline.fiches[0].heading.line

    @property
    def furniture(self) -> Sequence[Line]:
        """Headers, footers and page numbers."""
        return self.outline.furniture

    def write(self, writer: Writer, info: PlanInfo, known: frozenset[str]) -> None:
        """Write every axis, objective, action, tie and tool of the outline."""
        actors = ActorWriter(writer, self._sections(*ACTOR_SECTIONS), known)
        tools = ToolWriter(writer, info.id, actors, _is_actor(actors.mentions, known), self._sections("tools"))
        sentences = sentence_writer(writer, info, actors, known, tools.names, self._texts())
        fiches = _FicheWriter(writer, info, actors, tools, sentences)
        axes = self._write_axes(writer, info)
        for position, fiche in enumerate(self.outline.fiches, writer.count("Objective") + 1):
            fiches.write(fiche, position, axes[id(fiche.axis)] if fiche.axis else None)
        self._check_numbers(writer)
        for line in self.outline.unread:
            writer.unread(line)

    def _sections(self, *kinds: str) -> Iterable[Section]:
        return (section for fiche in self.outline.fiches for section in fiche.sections if section.kind in kinds)

    def _texts(self) -> list[str]:
        """The words in which places may be named."""
        texts = [fiche.heading.title for fiche in self.outline.fiches]
        texts += [line.body for section in self._sections("actions") for line in unwrap(section.lines)]
        texts += [line.body for section in self._sections("partners", "tools") for line in section.lines]
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

    def _check_numbers(self, writer: Writer) -> None:
        """The same number on two objectives is said: both stay, by position."""
        seen: dict[int, Line] = {}
        for heading in (fiche.heading for fiche in self.outline.fiches):
            if heading.number is None:
                continue
            if heading.number in seen:
                first = seen[heading.number].locator
                message = f"l'objectif {heading.number} figure deux fois (déjà {first}) : les deux sont gardés"
                writer.finding("objectif-double", "attention", heading.line.locator, message)
            seen.setdefault(heading.number, heading.line)


def _is_actor(mentions: Sequence[ActorMention], known: frozenset[str]) -> Known:
    """Tells a name that stands in a list of actors of this document, or in its ledger."""
    listed = {fold(names.without_article(mention.text)) for mention in mentions if not mention.service}
    everyone = listed | known
    return lambda name: fold(names.without_article(name)) in everyone


@dataclass(frozen=True)
class _FicheWriter:
    """Writes one objective and all that hangs from it."""

    writer: Writer
    info: PlanInfo
    actors: ActorWriter
    tools: ToolWriter
    sentences: SentenceWriter

    def write(self, fiche: Fiche, position: int, axis: str | None) -> None:
        heading, id_ = fiche.heading, f"{self.info.id}/objectif-{position}"
        theme = fiche.theme.text if fiche.theme else None
        properties = {"number": heading.number, "position": position, "title": heading.title, "theme": theme}
        locator, quote = heading.line.locator, heading.line.text
        self.writer.node("Objective", id_, heading.title, locator, quote, **properties)
        if fiche.theme:
            self.writer.tie(id_, "STATED_IN", self.writer.document, fiche.theme.locator, fiche.theme.text)
        self.writer.tie(axis or self.info.id, "HAS_OBJECTIVE", id_, locator, quote)
        self.sentences.locate(id_, heading.title, heading.line)
        written = 0
        for section in fiche.sections:
            written = self._section(id_, section, written)
        if not any(section.kind == "pilots" and section.lines for section in fiche.sections):
            message = f"aucun pilote n'est nommé pour l'objectif « {heading.title} »"
            self.writer.finding("objectif-sans-pilote", "attention", locator, message)

    def _section(self, objective: str, section: Section, written: int) -> int:
        """Write one section; returns how many actions of the objective are written so far."""
        if section.kind == "actions":
            actions, unread = read_actions(section.lines)
            for line in unread:
                self.writer.unread(line)
            self._write_actions(objective, section, actions, written)
            return written + sum(action.parent is None for action in actions)
        if section.kind in ACTOR_SECTIONS:
            self.actors.write(objective, section)
        elif section.kind == "tools":
            self.tools.write(objective, section)
        else:
            for line in section.lines:
                self.writer.unread(line)
        return written

    def _write_actions(self, objective: str, section: Section, actions: Sequence[ListedAction], before: int) -> None:
        ids: list[str] = []
        children: dict[str, int] = {objective: before}
        for action in actions:
            parent = objective if action.parent is None else ids[action.parent]
            position = children[parent] = children.get(parent, 0) + 1
            ids.append(self._write_action(f"{parent}/action-{position}", parent, position, section, action))

    def _write_action(self, id_: str, parent: str, position: int, section: Section, action: ListedAction) -> str:
        locator, quote = action.line.locator, action.line.text
        properties = {
            "text": action.text,
            "kind": "action",
            "status": section.status,
            "heading": action.heading,
            "position": position,
        }
        self.writer.node("Action", id_, action.text.rstrip(" ,;:"), locator, quote, **properties)
        self.writer.tie(parent, "HAS_ACTION", id_, locator, quote)
        self.sentences.write(id_, action.text, action.line)
        return id_
