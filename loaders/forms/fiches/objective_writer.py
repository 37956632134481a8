"""Writes one objective and all that its own sections say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from loaders.forms.actors import ACTOR_SECTIONS, ActorWriter
from loaders.forms.fiches.action_writer import PERSONS_ASIDE
from loaders.forms.fiches.actions import ListedAction, read_actions
from loaders.forms.fiches.left import Left
from loaders.forms.fiches.rubrics import PERSONS, SERVICES
from loaders.forms.fiches.skeleton import Fiche
from loaders.forms.section import Section
from loaders.forms.sentences import SentenceWriter
from loaders.forms.toolbox import ToolWriter
from loaders.plan_info import PlanInfo
from loaders.writer import Writer


@dataclass(frozen=True)
class ObjectiveWriter:
    """Writes objectives, and the actions that sections list.

    `with_actions`: the plan's actions have pilots of their own; an objective that only groups them needs none.
    """

    writer: Writer
    info: PlanInfo
    actors: ActorWriter
    tools: ToolWriter
    sentences: SentenceWriter
    left: Left
    with_actions: bool = False
    _children: dict[str, int] = field(default_factory=dict)

    def next_position(self, parent: str) -> int:
        """The rank of the next action below a parent."""
        self._children[parent] = self._children.get(parent, 0) + 1
        return self._children[parent]

    def write(self, fiche: Fiche, position: int, axis: str | None) -> None:
        """Write one objective and its sections."""
        heading, id_ = fiche.heading, f"{self.info.id}/objectif-{position}"
        theme = fiche.theme.text if fiche.theme else None
        properties = {"number": heading.number, "position": position, "title": heading.title, "theme": theme}
        locator, quote = heading.line.locator, heading.line.text
        self.writer.node("Objective", id_, heading.title, locator, quote, **properties)
        for line in [*([fiche.theme] if fiche.theme else []), *fiche.again]:
            self.writer.tie(id_, "STATED_IN", self.writer.document, line.locator, line.text)
        self.writer.tie(axis or self.info.id, "HAS_OBJECTIVE", id_, locator, quote)
        self.sentences.locate(id_, heading.title, heading.line)
        for section in fiche.sections:
            self._section(id_, section, fiche)
        piloted = any(section.kind in ("pilots", SERVICES) and section.lines for section in fiche.sections)
        if not piloted and (fiche.sections or not self.with_actions):
            message = f"aucun pilote n'est nommé pour l'objectif « {heading.title} »"
            self.writer.finding("objectif-sans-pilote", "attention", locator, message)

    def _section(self, objective: str, section: Section, fiche: Fiche) -> None:
        if section.kind == "actions":
            self.write_listed(objective, section)
        elif section.kind in ACTOR_SECTIONS:
            leaders = [other for other in fiche.sections if other.kind == "pilots"]
            self.actors.write(objective, section, self.actors.structure(leaders))
        elif section.kind == "tools":
            self.tools.write(objective, section)
        elif section.kind == PERSONS:
            self.left.add(PERSONS_ASIDE, section.label, section.lines)
        else:
            for line in section.lines:
                self.writer.unread(line)

    def write_listed(self, parent: str, section: Section) -> None:
        """Write the actions that a section lists."""
        actions, unread = read_actions(section.lines)
        for line in unread:
            self.writer.unread(line)
        self._write_actions(parent, section, actions)

    def _write_actions(self, top: str, section: Section, actions: Sequence[ListedAction]) -> None:
        ids: list[str] = []
        for action in actions:
            parent = top if action.parent is None else ids[action.parent]
            position = self.next_position(parent)
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
