"""Writes the sheet « Actions »: each action below what it hangs from, and what answers a national measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from loaders.forms.model import values
from loaders.forms.model.actions import LOCAL, NATIONAL, Action, read_actions
from loaders.forms.model.items import read_items
from loaders.forms.model.problems import Problems
from loaders.forms.model.roles import RoleWriter
from loaders.forms.model.sheets import Entry
from loaders.forms.model.targets import Targets
from loaders.forms.model.words import OTHER_STATUSES, STATUSES, code_of, one_of
from loaders.writer import Writer

_STATUSES = (*STATUSES, *OTHER_STATUSES)


@dataclass(frozen=True)
class ActionWriter:
    """Writes the actions of a plan."""

    writer: Writer
    plan: str
    problems: Problems
    targets: Targets
    roles: RoleWriter

    def write(self, entries: Sequence[Entry]) -> None:
        """Write every row."""
        actions = self.targets.actions = read_actions(entries, self.targets.outline, self.problems)
        for action in actions.all:
            self._identify(action)
        for action in actions.all:
            self._action(action)
        for action in actions.all:
            self._answers(action)

    def _identify(self, action: Action) -> None:
        """Give an action its id, and before it those that it is a part of."""
        line = [action]
        while isinstance(above := line[-1].holder, Action):
            line.append(above)
        for one in reversed(line):
            self.targets.ids.setdefault(id(one), f"{self._holder(one)}/action-{one.rank}")

    def _holder(self, action: Action) -> str:
        return self.plan if action.holder is None else self.targets.ids[id(action.holder)]

    def _action(self, action: Action) -> None:
        entry, id_ = action.entry, self.targets.ids[id(action)]
        properties = {
            "text": action.text,
            "kind": action.kind,
            "status": self._status(entry),
            "heading": entry.text("heading") or None,
            "position": action.rank,
            "start": values.date(entry, "start", self.problems),
            "end": values.date(entry, "end", self.problems),
            "budget": values.amount(entry, "budget", self.problems),
        }
        name = action.text.rstrip(" ,;:") or action.text
        self.writer.node("Action", id_, name, entry.locator, action.text, **properties)
        self.writer.tie(self._holder(action), "HAS_ACTION", id_, entry.locator, action.text)
        self.roles.write(id_, entry)

    def _status(self, entry: Entry) -> str | None:
        text = entry.text("status")
        code = code_of(text, STATUSES)
        if text and code is None and one_of(text, _STATUSES) is None:
            message = f"« {text} » n'est pas dans la liste ({', '.join(_STATUSES)}) : gardé tel quel"
            self.problems.odd("etat-inconnu", entry, "status", message, "info")
        return code or text or None

    def _answers(self, action: Action) -> None:
        """A local response below a national measure answers it; a row may say that it answers others."""
        entry, id_, holder = action.entry, self.targets.ids[id(action)], action.holder
        below = isinstance(holder, Action) and action.kind == LOCAL and holder.kind == NATIONAL
        answered = [id(holder)] if below else []
        for item in read_items(entry.cell("answers")):
            found = self.targets.actions.find(item.name, action.heading)
            if len(found) == 1:
                answered.append(id(found[0]))
            else:
                message = f"le n° « {item.name} » n'est pas celui d'une seule action"
                self.problems.odd("action-inconnue", entry, "answers", message, "erreur")
        for measure in dict.fromkeys(answered):
            if self.targets.ids[measure] != id_:
                self.writer.tie(id_, "RESPONDS_TO", self.targets.ids[measure], entry.locator, action.text)
