"""The sheet « Actions »: what each action hangs from, and how other rows refer to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from graph.text import fold
from loaders.forms.model.outline import Heading, Outline
from loaders.forms.model.problems import Problems
from loaders.forms.model.ranks import rank_of, settled
from loaders.forms.model.sheets import Entry
from loaders.forms.model.words import ACTION_KINDS, code_of

NATIONAL, LOCAL = "mesure_nationale", "reponse_locale"


@dataclass
class Action:
    """One row: its label and words, what it hangs from (a heading, another action, or the plan itself: None)."""

    entry: Entry
    label: str
    text: str
    kind: str
    holder: Heading | Action | None = None
    rank: int = 0
    heading: Heading | None = None
    """The objective or axis that its own cell names: it tells actions of the same label apart."""


@dataclass
class Actions:
    """All actions in order, found by their label, within an objective first."""

    all: list[Action] = field(default_factory=list)
    _labels: defaultdict[str, list[Action]] = field(default_factory=lambda: defaultdict(list))

    def add(self, action: Action) -> None:
        """Keep one more action."""
        self.all.append(action)
        if action.label:
            self._labels[fold(action.label)].append(action)

    def find(self, label: str, within: Heading | None) -> list[Action]:
        """The actions of this label: those of the objective, else all."""
        alike = self._labels.get(fold(label), [])
        near = [action for action in alike if within is not None and action.heading is within]
        return near or alike


def read_actions(entries: Sequence[Entry], outline: Outline, problems: Problems) -> Actions:
    """The actions of the sheet, each with what it hangs from and its rank there."""
    reader = _Reader(outline, problems)
    for entry in entries:
        reader.read(entry)
    for action in reader.actions.all:
        reader.hang(action)
    _rank(reader.actions.all, problems)
    return reader.actions


class _Reader:
    """Reads rows first, then what they refer to, which may stand below them."""

    def __init__(self, outline: Outline, problems: Problems) -> None:
        self.actions = Actions()
        self._outline = outline
        self._problems = problems

    def read(self, entry: Entry) -> None:
        """Read one row."""
        label, text = entry.text("number"), entry.text("text")
        if not (label or text):
            self._problems.whole("ligne-sans-intitule", entry.locator, "ligne sans action : non lue")
            self._problems.unread(entry, entry.words)
            return
        if not text:
            text = f"Action {label}"
            self._problems.odd("intitule-manquant", entry, "text", f"l'action {label} n'a pas d'intitulé")
        action = Action(entry, label, text, self._kind(entry), heading=self._heading(entry))
        twin = next(iter(self.actions.find(label, action.heading)), None) if label else None
        if twin is not None and twin.heading is action.heading:
            message = f"le n° {label} est déjà celui d'une autre action ({twin.entry.locator}) : les deux sont gardées"
            self._problems.odd("action-double", entry, "number", message)
        self.actions.add(action)

    def _kind(self, entry: Entry) -> str:
        text = entry.text("kind")
        kind = code_of(text, ACTION_KINDS) if text else "action"
        if kind is None:
            message = f"« {text} » n'est pas dans la liste ({', '.join(ACTION_KINDS)}) : lu « action »"
            self._problems.odd("nature-inconnue", entry, "kind", message)
        return kind or "action"

    def _heading(self, entry: Entry) -> Heading | None:
        """The objective or axis that the row names; none, and it is said, where there is none or several."""
        reference = entry.text("objective")
        found = self._outline.find(reference) if reference else []
        if len(found) == 1 or not reference:
            return found[0] if found else None
        why = "n'est pas dans la feuille « Objectifs »" if not found else "est le repère de plusieurs objectifs"
        how = "" if not found else " : écrivez l'axe devant (« 2.1 »)"
        message = f"« {reference} » {why}{how} ; l'action est gardée sans objectif"
        self._problems.odd("objectif-inconnu", entry, "objective", message, "erreur")
        return None

    def hang(self, action: Action) -> None:
        """Settle what an action hangs from: the action that it is a part of, else its objective, axis, or the plan."""
        action.holder = action.heading
        entry, label = action.entry, action.entry.text("parent")
        if not label:
            return
        found = self.actions.find(label, action.heading)
        if len(found) != 1 or found[0] is action:
            which = "est celui de plusieurs actions" if len(found) > 1 else "n'est celui d'aucune autre action"
            message = f"le n° « {label} » {which} : l'action est gardée à part"
            self._problems.odd("action-inconnue", entry, "parent", message, "erreur")
        elif _is_within(found[0], action):
            message = f"l'action {label} est elle-même une partie de celle-ci : l'action est gardée à part"
            self._problems.odd("actions-en-boucle", entry, "parent", message, "erreur")
        else:
            action.holder = found[0]
            self._check_heading(action, found[0])

    def _check_heading(self, action: Action, parent: Action) -> None:
        if action.heading is not None and parent.heading is not None and action.heading is not parent.heading:
            label = parent.label
            message = f"l'action {label}, dont celle-ci est une partie, a un autre objectif : c'est lui qui compte"
            self._problems.odd("objectif-different", action.entry, "objective", message)


def _is_within(action: Action, other: Action) -> bool:
    """True where an action hangs, at whatever depth, from another one."""
    above: Heading | Action | None = action
    while isinstance(above, Action):
        if above is other:
            return True
        above = above.holder
    return False


def _rank(actions: Sequence[Action], problems: Problems) -> None:
    """Rank the actions that hang from the same thing."""
    siblings: defaultdict[int, list[Action]] = defaultdict(list)
    for action in actions:
        siblings[id(action.holder)].append(action)
    for group in siblings.values():
        ranks = settled([(one.entry, rank_of(one.entry, "rank", problems)) for one in group], "rank", problems)
        for action, rank in zip(group, ranks, strict=True):
            action.rank = rank
