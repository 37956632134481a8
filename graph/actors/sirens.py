"""Organisations that a register of grants names: told apart by SIREN and by territory, joined by SIREN and capitals.

A plan prints "Régie Plus", the register "REGIE PLUS", its SIRET and the territory where it places it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.actors.clusters import Clusters
from graph.actors.registers import (
    NOT_REGISTERED,
    Group,
    Register,
    areas_of,
    home_areas,
    registration,
    several_areas,
    system,
)
from graph.actors.relaxations import RELAXATIONS, exact
from graph.statements import ActorMention, Registration
from graph.text import plain_punctuation, strip_accents

_NO_NAME = re.compile(r"[^\w+]+|_+")
_FEW = 5


def read_registers(mentions: Iterable[ActorMention]) -> Register:
    """Tell homonyms apart among names that are not services; nothing to tell where no name comes from a register."""
    free = [mention for mention in mentions if not mention.service]
    if not any(mention.registration for mention in free):
        return Register()
    groups = _groups(free)
    register = Register(present=True, several=several_areas(free))
    register.homes = home_areas(groups, register.several)
    areas = _areas_by_siren(free)
    for group in groups:
        _Homonyms(group, register, areas).tell_apart()
    return register


def _areas_by_siren(mentions: Iterable[ActorMention]) -> dict[str, set[str]]:
    """The territories where registers place each SIREN, under whatever name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for told in filter(None, (mention.registration for mention in mentions)):
        if told.siren:
            found[told.siren] |= {told.area} if told.area else set()
    return found


def in_capitals(name: str) -> str:
    """A name as registers print it: capitals without accents or punctuation ("Lud'Hauts" → "LUD HAUTS")."""
    spelled = strip_accents(plain_punctuation(name)).replace("&", " ET ")
    return " ".join(_NO_NAME.sub(" ", spelled).upper().split()) or name


def _groups(mentions: Sequence[ActorMention]) -> list[list[ActorMention]]:
    """Mentions whose names may be one by some rule, registers' capitals among them."""
    clusters = Clusters()
    for mention in mentions:
        clusters.add(exact(mention.text))
    for relaxation in (*RELAXATIONS, in_capitals):
        clusters.join_by(relaxation)
    groups: defaultdict[str, list[ActorMention]] = defaultdict(list)
    for mention in mentions:
        groups[clusters.root(exact(mention.text))].append(mention)
    return list(groups.values())


class _Homonyms:
    """Mentions that share a name: which of them are one organisation, as far as numbers and territories tell."""

    def __init__(self, group: Group, register: Register, areas: Mapping[str, set[str]]) -> None:
        self._group = group
        self._register = register
        self._sirens = {siren: areas[siren] for mention in group if (siren := registration(mention).siren)}
        self._bare = any(registration(mention) == NOT_REGISTERED for mention in group)
        self._keeper = self._find_keeper()
        self._hints = _alike({hint for mention in group if (hint := self._stray_hint(registration(mention)))})

    def tell_apart(self) -> None:
        """Name each mention that its name alone does not tell, and say which ones a bare name may stand for."""
        apart: dict[str, str] = {}
        for mention in self._group:
            told = registration(mention)
            if (mark := self._mark(told)) is not None:
                name = f"{exact(mention.text)} ({mark})"
                self._register.names[mention] = name
                if not self._is_foreign({told.area} if told.area else set()):
                    apart.setdefault(mark, name)
        plain = next((exact(m.text) for m in self._group if m not in self._register.names), None)
        if plain is not None and len(apart) <= _FEW:
            self._register.rivals += [(plain, name) for name in apart.values()]

    def _find_keeper(self) -> str | None:
        """The one SIREN that the name alone stands for; None where it may stand for several."""
        near = [siren for siren, areas in self._sirens.items() if not self._is_foreign(areas)]
        if len(near) == 1:
            return near[0]
        return next(iter(self._sirens)) if len(self._sirens) == 1 and not self._bare else None

    def _is_foreign(self, areas: set[str]) -> bool:
        """True for territories that are not the plan's, or that nothing says to be the plan's."""
        return bool(areas) and areas <= self._register.several and not areas & self._register.homes.keys()

    def _mark(self, told: Registration) -> str | None:
        """What must be added to the name of a mention; None where the name alone tells."""
        if told.siren:
            return self._siren_mark(told.siren)
        here = [siren for siren, areas in self._sirens.items() if told.area in areas]
        if len(here) == 1:
            return self._siren_mark(here[0])
        if told.area and self._is_foreign({told.area}) and self._is_disputed(told.area):
            return told.area
        hint = self._stray_hint(told)
        return f"SIRET {self._hints[hint]}…" if hint and (len(set(self._hints.values())) > 1 or self._keeper) else None

    def _siren_mark(self, siren: str) -> str | None:
        return None if siren == self._keeper else f"SIREN {siren}"

    def _is_disputed(self, area: str) -> bool:
        """True where the name is met elsewhere: unplaced, or in another territory of the same coding."""
        placed = [areas_of(self._group), *self._sirens.values()]
        others = {other for areas in placed for other in areas if system(other) == system(area)}
        return self._bare or not all(self._sirens.values()) or len(others) > 1

    def _stray_hint(self, told: Registration) -> str | None:
        """The leading digits of a damaged number, unless they may be those of the SIREN that bears the name."""
        if told.siren or not told.hint:
            return None
        return None if self._keeper and _may_begin(told.hint, self._keeper) else told.hint


def _alike(hints: set[str]) -> dict[str, str]:
    """Leading digits cut to as many as all have: "243" and "2431" may be of one number."""
    length = min(map(len, hints), default=0)
    return {hint: hint[:length] for hint in hints}


def _may_begin(hint: str, siren: str) -> bool:
    """True where a number cut to these digits, the last one rounded, may begin with this SIREN."""
    kept = hint[: len(siren)]
    return int(kept) - int(siren[: len(kept)].ljust(len(kept), "0")) in (0, 1)


def join_registered(
    clusters: Clusters, mentions: Iterable[ActorMention], register: Register, known: Iterable[str]
) -> None:
    """Join the names of one SIREN, then each name in capitals to the one other name that it stands for.

    `known` are the names that a ledger or the list of national bodies gives.
    """
    if not register.present:
        return
    by_siren: defaultdict[str, list[str]] = defaultdict(list)
    plain: set[str] = {name for name in map(exact, known) if clusters.known(name) is not None}
    ours: set[str] = set()
    for mention in mentions:
        name, told = register.name(mention), mention.registration
        (ours if told and name == name.upper() else plain).add(name)
        if told and told.siren:
            by_siren[told.siren].append(name)
    for names in by_siren.values():
        for other in names[1:]:
            clusters.join(names[0], other)
    _join_capitals(clusters, ours - plain, plain, register)


def _join_capitals(clusters: Clusters, ours: set[str], plain: set[str], register: Register) -> None:
    """Names in capitals that read alike are one, and one with the plain name that reads so, if there is but one."""
    heads: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(plain):
        heads[in_capitals(name)].append(name)
    first: dict[str, str] = {}
    for name in sorted(ours):
        read = in_capitals(name)
        clusters.join(first.setdefault(read, name), name)
        head = heads[read]
        one = len({clusters.root(other) for other in head}) == 1
        if one and clusters.root(head[0]) != clusters.root(name) and clusters.join(head[0], name):
            register.capitals.append((name, head[0]))


def only_registered(mentions: Iterable[ActorMention]) -> bool:
    """True for an actor that no plan names."""
    return all(mention.registration for mention in mentions)


def only_in_capitals(mentions: Iterable[ActorMention], register: Register) -> set[str]:
    """Those of an actor's names that registers alone print, in capitals."""
    mentions = list(mentions)
    printed = {exact(mention.text) for mention in mentions if not mention.registration}
    return {name for name in map(register.name, mentions) if name not in printed and name.isupper()}


def numbers(mentions: Iterable[ActorMention], counted: Mapping[ActorMention, int]) -> tuple[str | None, frozenset[str]]:
    """The SIRET that registers give an actor most often (none where a person joined two bodies), and its SIREN."""
    found: Counter[str] = Counter()
    sirens: set[str] = set()
    for mention in mentions:
        told = registration(mention)
        sirens |= {told.siren} if told.siren else set()
        if told.siret:
            found[told.siret] += counted[mention]
    siret = max(found, key=lambda number: (found[number], number), default=None)
    return (siret if len(sirens) == 1 else None), frozenset(sirens)
