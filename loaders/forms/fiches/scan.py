"""All that may head an action in a document, with the rubrics that stand below it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from graph.text import fold
from loaders.forms.fiches.action_heads import FICHE, TITLE, ActionHead, action_head
from loaders.forms.fiches.headings import numbered, rubric_line
from loaders.forms.vocabulary import AXIS, OBJECTIVE
from loaders.lines import Line

ACTORS = frozenset(("pilots", "services", "partners", "funders", "one-funder"))
TELLING = ACTORS | {"budget", "persons", "status", "calendar", "start", "end"}
PLACING = frozenset(("title", "number", "axis", "theme", "objective", "places"))
_LEAVES_NO_DOUBT = 3


class Scan:
    """Positions of headings of axes and objectives (`structure`), of rubrics (`rubrics`: their kinds), and of what
    may head an action (`heads`). Positions in `aside` are passed over."""

    def __init__(self, lines: Sequence[Line], aside: frozenset[int]) -> None:
        self.lines = lines
        free = [at for at in range(len(lines)) if at not in aside]
        self.structure = {at for at in free if numbered(AXIS, lines[at]) or numbered(OBJECTIVE, lines[at])}
        heads = {at: head for at in free if at not in self.structure and (head := action_head(lines[at]))}
        self.rubrics = {at: rubric.kind for at in free if at not in heads and (rubric := rubric_line(lines[at]))}
        self.heads = self._without_inner_titles(heads)

    def _without_inner_titles(self, heads: Mapping[int, ActionHead]) -> dict[int, ActionHead]:
        """Heads but for those that give a numbered heading its title: "Fiche action n° 3", then "Intitulé : …"."""
        kept: dict[int, ActionHead] = {}
        last: ActionHead | None = None
        telling = False
        for at in sorted({*heads, *self.rubrics, *self.structure}):
            if at not in heads:
                telling = telling or self.rubrics.get(at, TITLE) not in PLACING
                continue
            head = heads[at]
            inner = last is not None and not telling and not head.number and last.family != head.family
            if inner and (head.family == TITLE or not (last and last.title)):
                self.rubrics[at] = TITLE
                continue
            kept[at], last, telling = head, head, False
        return kept

    @cached_property
    def references(self) -> frozenset[int]:
        """Headings of axes and objectives within the head of a fiche: known ones, or all where fiches come first."""
        fiches_first = min(self.heads, default=0) < min(self.structure, default=0)
        leads = self._leading_to_rubrics()
        seen: set[str] = set()
        found: set[int] = set()
        in_head = False
        for at in self._told:
            if at in self.heads:
                in_head = True
            elif at in self.structure:
                words = fold(self.lines[at].text)
                if in_head and at in leads and (fiches_first or words in seen):
                    found.add(at)
                seen.add(words)
            elif self.rubrics[at] in TELLING:
                in_head = False
        return frozenset(found)

    @cached_property
    def goals(self) -> set[int]:
        """Headings of objectives below which an action's rubrics go on: its own aims, if they are listed as such."""
        return {at for at in self._leading_to_rubrics() if numbered(OBJECTIVE, self.lines[at])}

    def _leading_to_rubrics(self) -> set[int]:
        """Headings after which what a fiche tells comes before the next heading of an action."""
        found: set[int] = set()
        telling = False
        for at in reversed(self._told):
            if at in self.heads:
                telling = False
            elif at in self.structure:
                found |= {at} if telling else set()
            else:
                telling = telling or self.rubrics[at] in TELLING
        return found

    @cached_property
    def below(self) -> dict[int, frozenset[str]]:
        """The kinds of rubrics below each head, up to the next heading of any kind."""
        found: defaultdict[int, set[str]] = defaultdict(set)
        head: int | None = None
        for at in self._told:
            if at in self.heads:
                head = at
            elif at in self.structure:
                head = head if at in self.references else None
            elif head is not None:
                found[head].add(self.rubrics[at])
        return {at: frozenset(found[at]) for at in self.heads}

    def accepted(self) -> dict[int, ActionHead]:
        """Heads that are headings of actions: numbered ones, and others whose word is used so."""
        bare = {at: head for at, head in self.heads.items() if not head.number and self.tells(at)}
        named = Counter(head.family for head in bare.values())
        full = {head.family for at, head in bare.items() if self._is_full(at)}
        used = {family for family, times in named.items() if times > 1} | full
        return {at: head for at, head in self.heads.items() if head.number or (at in bare and head.family in used)}

    def tells(self, at: int) -> bool:
        """True for a head with rubrics that say something of an action."""
        return bool(self.below[at] & TELLING)

    def _is_full(self, at: int) -> bool:
        """True for a lone heading whose rubrics leave no doubt that it is a fiche."""
        sure = self.heads[at].family in (FICHE, TITLE) and bool(self.below[at] & {"pilots", "services"})
        return sure and len(self.below[at] & TELLING) >= _LEAVES_NO_DOUBT

    @cached_property
    def ordered_structure(self) -> list[int]:
        """Positions of headings of axes and objectives, in order."""
        return sorted(self.structure)

    @cached_property
    def _told(self) -> list[int]:
        """Positions of all that is no plain line, in order."""
        return sorted({*self.heads, *self.rubrics, *self.structure})
