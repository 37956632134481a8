"""Which actors of one plan are which of the other.

Ids first; then the words under which they are printed, because an id follows the commonest form of a name; then
organisations renamed, guessed from their engagements and said as a guess. Across territories only bodies of national
standing (ids without "/") are the same: homonyms of two cities never are.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from graph.comparison.pairs import Pair, Pairs
from graph.comparison.similarity import Likeness, Scores, best_matches
from graph.comparison.view import View, key
from graph.text import initials, is_acronym, slug

RENAMED = 0.8
"""Least likeness of two names of one organisation with the same engagements; of 18,637 pairs of distinct actors of
15 plans, 12 reach it, for the most part a name and its longer form ("CCAS", "CCAS de Chambéry")."""
ACRONYM = 0.9
SHARED = 0.5
"""Least part of the engagements that a renamed organisation keeps."""
MANY = 3
"""So many engagements, all of them the same, tell a renaming even where the names have nothing in common."""
VERSIONS = 0.2
"""Least part of actions in common, word for word, of two versions of a plan whose territory is only guessed."""
_TIES = ("PILOTS", "PARTNERS", "MENTIONED_IN", "OPERATES")
Forms = Mapping[str, set[Hashable]]


@dataclass
class Who:
    """A common name for the actors of both graphs that are one. `renamed`: pairs that probably are.

    `one_territory`: the graphs speak of one territory, where one name is one actor.
    """

    names_before: dict[str, str] = field(default_factory=dict)
    names_after: dict[str, str] = field(default_factory=dict)
    renamed: list[Pair] = field(default_factory=list)
    one_territory: bool = True

    def before(self, actor: str) -> str:
        """The common name of an actor of the first plan; a name of its own where it has no counterpart."""
        return self.names_before.get(actor, f"avant:{actor}")

    def after(self, actor: str) -> str:
        """The common name of an actor of the second plan."""
        return self.names_after.get(actor, f"après:{actor}")

    def join(self, before: str, after: str) -> None:
        """Say that two actors are one, with all those that either already is."""
        name = self.names_before.get(before) or self.names_after.get(after) or after
        self.names_before.setdefault(before, name)
        self.names_after.setdefault(after, name)

    def is_new(self, actor: str) -> bool:
        """True for an actor that the first plan does not know."""
        return actor not in self.names_after

    def is_gone(self, actor: str) -> bool:
        """True for an actor that the second plan does not know."""
        return actor not in self.names_before

    def flipped(self) -> Who:
        """The same with the two plans the other way round."""
        renamed = [Pair(pair.after, pair.before, pair.similarity, pair.sure) for pair in self.renamed]
        return Who(self.names_after, self.names_before, renamed, self.one_territory)


def identify(a: View, b: View, pairs: Pairs) -> Who:
    """Match the actors of two graphs whose other nodes are matched."""
    finder = _Finder(a, b, pairs)
    finder.equal_ids()
    for services in (False, True):
        finder.printed_alike(services)
        finder.renamed_ones(services)
    return finder.who


def owner(view: View, actor: str) -> str | None:
    """The organisation that a service belongs to: its id lies within it."""
    return next((t.end for t in view.starting("PART_OF", actor) if actor.startswith(f"{t.end}/")), None)


class _Finder:
    def __init__(self, a: View, b: View, pairs: Pairs) -> None:
        self.scopes = _common_scopes(a, b, pairs)
        alike = _prefixes(a) & _prefixes(b) or not (_prefixes(a) and _prefixes(b))
        self.a, self.b, self.pairs, self.who = a, b, pairs, Who(one_territory=bool(self.scopes or alike))

    def equal_ids(self) -> None:
        known = set(self.b.of("Actor"))
        for actor in self.a.of("Actor"):
            scope, slash, rest = actor.partition("/")
            there = f"{self.scopes.get(scope, scope)}{slash}{rest}"
            if there in known:
                self.who.join(actor, there)

    def _left(self, services: bool) -> tuple[list[str], list[str]]:
        """Actors without a counterpart, in the order of ids."""
        left = [x for x in self.a.of("Actor") if self.who.is_gone(x) and bool(owner(self.a, x)) == services]
        right = [y for y in self.b.of("Actor") if self.who.is_new(y) and bool(owner(self.b, y)) == services]
        return left, right

    def printed_alike(self, services: bool) -> None:
        """What has no counterpart joins the actor of the other plan that is printed in the same words, if any."""
        left, right = self._left(services)
        here = self._forms(self.a, self.scopes, self.who.before)
        there = self._forms(self.b, {scope: scope for scope in self.scopes.values()}, self.who.after)
        for x, y in _most_alike(left, here, there):
            self.who.join(x, y)
        for y, x in _most_alike([y for y in right if self.who.is_new(y)], there, here):
            self.who.join(x, y)

    def _forms(self, view: View, scopes: Mapping[str, str], name: Callable[[str], str]) -> Forms:
        """Printed forms of each actor, with what they are told within: a territory, or the owner of a service."""
        found: dict[str, set[Hashable]] = {}
        for actor in view.of("Actor"):
            scope, slash, _ = actor.partition("/")
            home = owner(view, actor)
            told: set[Hashable] = {scopes.get(scope, scope)} if slash else {"", *scopes.values()}
            told = {("service", name(home))} if home else told
            found[actor] = {(where, form) for where in told for form in view.names(actor)}
        return found

    def renamed_ones(self, services: bool) -> None:
        """Organisations under a new name: much the same engagements, and a name that looks alike."""
        left, right = self._left(services)
        if not (left and right and self.who.one_territory):
            return
        names = [_own_name(self.a, x) for x in left], [_own_name(self.b, y) for y in right]
        alike = Likeness([*names[0], *names[1]]).matrix(*names)
        for found in best_matches(self._renamings(left, right, names, alike), RENAMED, 1.0):
            x, y = left[found.row], right[found.column]
            self.who.join(x, y)
            if _lines(self.a, x) != _lines(self.b, y):  # the same lines only read otherwise are no new name
                similarity = round(float(alike[found.row, found.column]), 3)
                self.who.renamed.append(Pair(x, y, similarity, sure=False))

    def _renamings(
        self, left: Sequence[str], right: Sequence[str], names: tuple[list[str], list[str]], alike: Scores
    ) -> Scores:
        """How likely each pair is one organisation; 0 where its engagements, or its owner, are not the same."""
        ties = [_engagements(self.a, x, self.pairs.common) for x in left]
        others = [_engagements(self.b, y, lambda target: target) for y in right]
        owners = [self._owner(self.a, x, self.who.before) for x in left]
        theirs = [self._owner(self.b, y, self.who.after) for y in right]
        scores = np.zeros(alike.shape)
        for i, j in np.ndindex(*alike.shape):
            kept = len(ties[i] & others[j]) / max(1, len(ties[i] | others[j]))
            if kept >= SHARED and owners[i] == theirs[j]:
                certain = RENAMED if kept == 1 and len(ties[i]) >= MANY else 0.0
                scores[i, j] = max(float(alike[i, j]), certain, ACRONYM * _are_initials(names[0][i], names[1][j]))
        return scores

    @staticmethod
    def _owner(view: View, actor: str, name: Callable[[str], str]) -> str | None:
        home = owner(view, actor)
        return name(home) if home else None


def _most_alike(actors: Sequence[str], forms: Forms, others: Forms) -> list[tuple[str, str]]:
    """Each actor that shares a form with some of the others, with the one it shares most with."""
    index: defaultdict[Hashable, list[str]] = defaultdict(list)
    for other, known in others.items():
        for form in known:
            index[form].append(other)
    counted = [(actor, Counter(other for form in forms[actor] for other in index.get(form, ()))) for actor in actors]
    return [(actor, min(shared, key=lambda o: (-shared[o], o))) for actor, shared in counted if shared]


def _own_name(view: View, actor: str) -> str:
    """A service's name without that of its owner, any other actor's name."""
    home = owner(view, actor)
    return view.name(actor).removesuffix(f" ({view.name(home)})") if home else view.name(actor)


def _engagements(view: View, actor: str, common: Callable[[str], Hashable]) -> set[tuple[str, Hashable]]:
    return {(type_, common(tie.end)) for type_ in _TIES for tie in view.starting(type_, actor)}


def _lines(view: View, actor: str) -> set[str]:
    ties = [tie for type_ in _TIES for tie in view.starting(type_, actor)]
    return {key(quote) for tie in ties for quote in tie.properties.get("quotes") or ()}


def _are_initials(one: str, other: str) -> bool:
    return any(is_acronym(short) and initials(name) == short for short, name in ((one, other), (other, one)))


def _common_scopes(a: View, b: View, pairs: Pairs) -> dict[str, str]:
    """Territories that are one: of one name, or guessed from a file's name where the two are versions of one plan."""
    scopes: dict[str, str] = {}
    for pair in (pair for pair in pairs if a.nodes[pair.before].label == "Plan"):
        here, there = (slug(str(v.get(p, "territory") or "")) for v, p in ((a, pair.before), (b, pair.after)))
        guessed = is_guessed(a, pair.before) or is_guessed(b, pair.after)
        if here and there and (here == there or (guessed and _are_versions(a, b, pairs))):
            scopes[here] = there
    return scopes


def _prefixes(view: View) -> set[str]:
    """Territories in the ids of actors."""
    return {actor.partition("/")[0] for actor in view.of("Actor") if "/" in actor}


def is_guessed(view: View, plan: str) -> bool:
    """True where a plan's territory is guessed from a file's name."""
    found = (f for f in view.graph.findings if f.code == "plan-devine" and f.document.startswith(f"{plan}/"))
    return any("territoire" in finding.message for finding in found)


def _are_versions(a: View, b: View, pairs: Pairs) -> bool:
    same = sum(pair.similarity == 1 and a.nodes[pair.before].label == "Action" for pair in pairs)
    return same > 0 and same >= VERSIONS * min(len(a.of("Action")), len(b.of("Action")))
