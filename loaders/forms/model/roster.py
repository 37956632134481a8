"""The sheet « Acteurs »: who is who, as the person who fills the workbook says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from graph.statements import ActorMention, Naming, Registration
from graph.text import fold, slug
from loaders.forms.model.items import one_name, read_items
from loaders.forms.model.problems import Problems
from loaders.forms.model.roster_cells import generic_of, kind_of, registration_of
from loaders.forms.model.sheets import Entry
from loaders.words.lists import mention_of

_WITHIN = " : "
"""It parts an organisation from its service in the ledger: a name that holds it cannot be told from one."""

_DOUBLE = "contient « : », qui sépare une organisation de son service : ce nom n'est pas réuni à d'autres"
_ARTICLES = frozenset("le la les l".split())


@dataclass
class Member:
    """One actor of the sheet: its name, the others it has, the organisation that it is a service of."""

    entry: Entry
    name: str
    others: list[str] = field(default_factory=list)
    owner: str = ""
    kind: str | None = None
    generic: bool | None = None
    registration: Registration | None = None

    @property
    def bare(self) -> str:
        """A service's name without its organisation's: "Police municipale (Ville)" → "Police municipale"."""
        return self.name.removesuffix(f" ({self.owner})") if self.owner else self.name

    @property
    def printed(self) -> str:
        """The name under which a service is printed: one of its others, if it differs by a capital only."""
        alike = (other for other in self.others if f"{other[:1].upper()}{other[1:]}" == self.bare)
        return next(alike, self.bare)


class Roster:
    """The actors of the sheet by their names, exact first; two rows are two actors, however alike their names."""

    def __init__(self, entries: Sequence[Entry], problems: Problems) -> None:
        self._problems = problems
        self.members: list[Member] = []
        self._exact: dict[str, Member] = {}
        self._folded: defaultdict[str, dict[int, tuple[Member, str]]] = defaultdict(dict)
        for entry in entries:
            self._add(entry)
        for member in self.members:
            self._read(member)
        for member in self.members:
            self._index(member, member.bare)

    @property
    def names(self) -> list[str]:
        """Every name of the sheet."""
        return list(self._exact)

    def find(self, name: str) -> tuple[Member, str] | None:
        """The actor of this name, and its name as the sheet spells it; None where none or several have it."""
        if name in self._exact:
            return self._exact[name], name
        alike = self._folded.get(fold(name), {})
        return next(iter(alike.values())) if len(alike) == 1 else None

    def mention(self, name: str) -> ActorMention | None:
        """An actor of the sheet as it is named elsewhere; None for a name that is not in it."""
        found = self.find(name)
        if found is None:
            return None
        member, spelled = found
        if member.owner:
            return ActorMention(member.printed, parent=self.owner_of(member), service=True)
        generic = mention_of(member.name).generic if member.generic is None else member.generic
        return ActorMention(spelled, generic=generic)

    def owner_of(self, member: Member) -> ActorMention:
        """The organisation that a service belongs to."""
        found = self.find(member.owner)
        if found is None or found[0].owner:
            return mention_of(member.owner)
        return self.mention(member.owner) or mention_of(member.owner)

    def _add(self, entry: Entry) -> None:
        name = one_name(entry.cell("name"))
        if not name:
            self._problems.whole("ligne-sans-nom", entry.locator, "ligne sans nom d'acteur : non lue")
            self._problems.unread(entry, entry.words)
            return
        if name in self._exact:
            self._problems.odd("acteur-double", entry, "name", f"« {name} » a déjà une ligne : les deux sont réunies")
        member = Member(entry, name)
        self.members.append(member)
        self._index(member, name)

    def _index(self, member: Member, name: str) -> None:
        self._exact.setdefault(name, member)
        self._folded[fold(name)].setdefault(id(member), (member, name))

    def _read(self, member: Member) -> None:
        entry = member.entry
        member.owner = self._owner(member)
        self._agree(member, self._exact[member.name])
        member.kind = kind_of(entry, self._problems, bool(member.owner))
        member.generic = generic_of(entry, self._problems)
        member.registration = registration_of(entry, self._problems)
        for other in (item.name for item in read_items(entry.cell("others"))):
            if self._is_free(member, other):
                member.others.append(other)
                self._index(member, other)

    def _agree(self, member: Member, first: Member) -> None:
        """Rows of one name are one actor: the first says whose service it is."""
        if member.owner != first.owner:
            message = f"« {member.owner or 'aucune organisation'} » : la première ligne de « {member.name} » compte"
            self._problems.odd("service-non-retenu", member.entry, "service_of", message)
            member.owner = first.owner

    def _owner(self, member: Member) -> str:
        owner = one_name(member.entry.cell("service_of"))
        found = self.find(owner)
        name = found[0].name if found else owner
        why = "ne peut pas être un service de lui-même" if name == member.name else ""
        if _is_double(name):
            why = "contient « : », qui sépare une organisation de son service : le lien n'est pas retenu"
        if why:
            self._problems.odd("service-non-retenu", member.entry, "service_of", f"« {name} » {why}")
        return "" if why else name

    def _is_free(self, member: Member, other: str) -> bool:
        """False where another name of an organisation is already one of another organisation."""
        known = self._exact.get(other)
        if member.owner and fold(other) == fold(member.owner):
            message = (
                f"« {other} » est l'organisation dont « {member.name} » est un service : ce n'est pas son autre nom"
            )
            self._problems.odd("nom-de-deux-acteurs", member.entry, "others", message)
            return False
        if _is_double(other) and not member.owner:
            self._problems.odd("nom-avec-deux-points", member.entry, "others", f"« {other} » {_DOUBLE}")
            return False
        if known is None or known.name == member.name or member.owner or known.owner:
            return True
        message = f"« {other} » est déjà un nom de « {known.name} » : gardé pour celui-là"
        self._problems.odd("nom-de-deux-acteurs", member.entry, "others", message)
        return False

    def namings(self) -> Iterator[Naming]:
        """What the rows decide: names of one actor, its kind, and names that stay two."""
        for member in self.members:
            if member.owner:
                continue
            if _is_double(member.name):
                message = f"« {member.name} » {_DOUBLE} ; son type n'est pas retenu"
                self._problems.odd("nom-avec-deux-points", member.entry, "name", message)
                continue
            for name in dict.fromkeys([member.name, *member.others]):
                yield Naming(name, member.name, kind=member.kind)
        yield from self._apart()

    def _apart(self) -> Iterator[Naming]:
        """Rows whose names nearly meet are two actors all the same."""
        alike: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for member in self.members:
            if not (member.owner or _is_double(member.name)):
                for name in (member.name, *member.others):
                    alike[_coarse(name)][member.name] = None
        for names in alike.values():
            for one, other in combinations(names, 2):
                yield Naming(one, other, same=False)


def _is_double(name: str) -> bool:
    return _WITHIN in f"{name} "


def _coarse(name: str) -> str:
    """A form in which all names meet that rules may take for one: without articles, plurals, signs."""
    words = slug(name).split("-")
    bare = "".join(words[1:] if words[0] in _ARTICLES and len(words) > 1 else words)
    return bare.replace("s", "").replace("x", "")
