"""Entity resolution: which mentions are one actor, by the ledger, national bodies, then one relaxation at a time."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import count

from graph.actors.clusters import Clusters
from graph.actors.doubts import doubts
from graph.actors.kinds import kind_of
from graph.actors.ledger import DISTINCT, DOUBTFUL, SAME, Ledger
from graph.actors.national import NationalBody, national_bodies
from graph.actors.registers import Register
from graph.actors.relaxations import RELAXATIONS, exact
from graph.actors.sirens import join_registered, numbers, only_in_capitals, only_registered, read_registers
from graph.statements import ActorMention
from graph.text import fold, slug

_WITHIN = " : "


@dataclass(frozen=True)
class Actor:
    """A resolved actor. `parent` is the id of the organisation that a service belongs to; numbers are of a register."""

    id: str
    name: str
    kind: str | None
    generic: bool
    parent: str | None = None
    siret: str | None = None
    sirens: frozenset[str] = frozenset()


@dataclass
class Directory:
    """Who is who in one plan, as `resolve` decided. `doubts` are pairs of names that a person should look at."""

    territory: str
    clusters: Clusters
    actors: dict[str, Actor] = field(default_factory=dict)
    doubts: list[tuple[str, str]] = field(default_factory=list)
    register: Register = field(default_factory=Register)

    def key(self, mention: ActorMention) -> str:
        """The root of the group that a mention is in."""
        return self.clusters.root(key(mention, self.clusters, self.register))

    def actor(self, mention: ActorMention) -> Actor:
        """The actor of a mention that the directory was made of."""
        return self.actors[self.key(mention)]

    def named(self, name: str) -> Actor | None:
        """The actor that a person names in the ledger ("Ville : police municipale" for a service), if any is here."""
        parent, within, service = exact(name).partition(_WITHIN)
        root = self.clusters.known(parent, RELAXATIONS)
        if root is not None and within:
            root = self.clusters.known(f"{root}{_WITHIN}{exact(service)}", RELAXATIONS)
        return self.actors.get(root) if root is not None else None


def key(mention: ActorMention, clusters: Clusters, register: Register) -> str:
    """A mention's name among names; a service's is "parent : service", under its parent's canonical name."""
    text = register.name(mention)
    if mention.service and mention.parent is not None:
        parent = clusters.root(clusters.add(key(mention.parent, clusters, register)))
        return f"{parent}{_WITHIN}{text}"
    return text


def resolve(mentions: Iterable[ActorMention], territory: str, ledger: Ledger) -> Directory:
    """Group mentions into actors. Carriers come first, because a service's name lies within its parent's."""
    counted = Counter(part for mention in mentions for part in _lineage(mention))
    apart = _kept_apart(ledger)
    clusters = Clusters(apart)
    register = read_registers(counted)
    free = [mention for mention in counted if not mention.service]
    _join_free(clusters, free, ledger, register)
    bare = _bare_services(ledger, clusters)
    services = [mention for mention in counted if mention.service]
    _join_services(clusters, [key(mention, clusters, register) for mention in services], bare)
    directory = Directory(territory, clusters, register=register)
    _name_all(directory, counted, ledger)
    settled = {frozenset(map(_capitalised, pair)) for pair in apart}
    directory.doubts = [pair for pair in doubts(directory) if frozenset(pair) not in settled]
    return directory


def _lineage(mention: ActorMention) -> list[ActorMention]:
    return [mention, *(_lineage(mention.parent) if mention.parent else [])]


def _kept_apart(ledger: Ledger) -> list[tuple[str, str]]:
    """Pairs that a person keeps apart; a name apart from an actor is apart from every mention said to be that actor."""
    mentions: defaultdict[str, list[str]] = defaultdict(list)
    for line in ledger.of(SAME):
        mentions[ledger.canonical(line.actor)].append(line.mention)
    pairs = []
    for line in ledger.of(DISTINCT, DOUBTFUL):
        actor = ledger.canonical(line.actor)
        names = dict.fromkeys([line.actor, actor, *mentions[actor]])
        pairs += [(exact(line.mention), exact(name)) for name in names if name != line.mention]
    return pairs


def _join_free(clusters: Clusters, mentions: Iterable[ActorMention], ledger: Ledger, register: Register) -> None:
    """Names outside any carrier: the ledger, the document's own acronyms, national bodies, relaxations, registers."""
    for line in ledger.of(SAME):
        if _WITHIN not in (actor := ledger.canonical(line.actor)):
            clusters.give(exact(actor), exact(actor))
            clusters.join(exact(actor), exact(line.mention))
    for mention in mentions:
        clusters.add(register.name(mention))
    for body in national_bodies():
        _join_national(clusters, body)
    for mention in mentions:
        if mention.acronym:
            clusters.join(exact(mention.text), exact(mention.acronym))
    for relaxation in RELAXATIONS:
        clusters.join_by(relaxation)
    national = (form for body in national_bodies() for form in (body.name, *body.forms))
    join_registered(clusters, mentions, register, (*ledger.names(), *national))


def _join_national(clusters: Clusters, body: NationalBody) -> None:
    if clusters.given(clusters.add(body.name)) is None:
        clusters.give(body.name, body.name)
    for form in body.forms:
        clusters.join(body.name, form)


def _bare_services(ledger: Ledger, clusters: Clusters) -> dict[str, str]:
    """Mentions that the ledger says are a service: "Mairies de quartier" → "Ville : mairies de quartier"."""
    bare = {}
    for line in ledger.of(SAME):
        if _WITHIN in (actor := ledger.canonical(line.actor)):
            parent, service = (part.strip() for part in actor.split(_WITHIN, 1))
            bare[exact(line.mention)] = f"{clusters.root(clusters.add(exact(parent)))}{_WITHIN}{exact(service)}"
    return bare


def _join_services(clusters: Clusters, services: Iterable[str], bare: dict[str, str]) -> None:
    for name in services:
        clusters.add(name)
    for service in bare.values():
        clusters.give(service, service)
    for relaxation in RELAXATIONS:
        clusters.join_by(relaxation)
    for mention_text, service in bare.items():
        clusters.join(service, mention_text)


def _name_all(directory: Directory, counted: Counter[ActorMention], ledger: Ledger) -> None:
    """One `Actor` a group. Free actors are named before services, which need their parent."""
    groups: defaultdict[str, list[ActorMention]] = defaultdict(list)
    for mention in counted:
        groups[directory.key(mention)].append(mention)
    kinds = _ledger_kinds(directory.clusters, ledger)
    carriers = {root: _parent_key(directory.clusters, root) for root in groups}
    # A free name that is printed with " : " has no carrier among the actors.
    within = {root: key if key and directory.clusters.known(key) in groups else None for root, key in carriers.items()}
    taken: set[str] = set()
    for root in sorted(groups, key=lambda root: (within[root] is not None, only_registered(groups[root]), root)):
        parent = within[root]
        name = _name(directory, root, groups[root], counted)
        if parent is None:
            siret, sirens = numbers(groups[root], counted)
            actor = _free_actor(directory, root, name, kinds.get(root), groups[root])
            actor = replace(actor, siret=siret, sirens=sirens)
        else:
            actor = _service_actor(directory.actors[directory.clusters.root(parent)], name)
        directory.actors[root] = replace(actor, id=_unique(actor.id, taken))


def _unique(id_: str, taken: set[str]) -> str:
    """Two actors whose names give one slug ("Escalé", "Escale") stay two."""
    numbered = (id_ if number == 1 else f"{id_}-{number}" for number in count(1))
    free = next(candidate for candidate in numbered if candidate not in taken)
    taken.add(free)
    return free


def _service_actor(owner: Actor, name: str) -> Actor:
    shown = name if fold(owner.name) in fold(name) else f"{name} ({owner.name})"
    return Actor(f"{owner.id}/{slug(name)}", shown, "service", False, owner.id)


def _parent_key(clusters: Clusters, root: str) -> str | None:
    return next((member.split(_WITHIN, 1)[0] for member in sorted(clusters.members(root)) if _WITHIN in member), None)


def _ledger_kinds(clusters: Clusters, ledger: Ledger) -> dict[str, str]:
    kinds = {clusters.root(clusters.add(body.name)): body.kind for body in national_bodies()}
    for line in sorted(ledger.of(SAME), key=lambda line: line.mention == ledger.canonical(line.actor)):
        if line.kind:
            kinds[clusters.root(clusters.add(exact(line.mention)))] = line.kind
    return kinds


def _name(directory: Directory, root: str, mentions: list[ActorMention], counted: Counter[ActorMention]) -> str:
    """The name given by a person or a national body; else the form printed most often, the first where several are.

    A register's capitals ("REGIE PLUS") come after any other form.
    """
    given = directory.clusters.given(root)
    if given is not None:
        return _capitalised(given.rsplit(_WITHIN, 1)[-1])
    forms: Counter[str] = Counter()
    for mention in mentions:
        forms[directory.register.name(mention)] += counted[mention]
    shouted = only_in_capitals(mentions, directory.register)
    return _capitalised(max(forms, key=lambda form: (form not in shouted, forms[form])))


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _free_actor(directory: Directory, root: str, name: str, kind: str | None, mentions: list[ActorMention]) -> Actor:
    national = any(body.name in directory.clusters.members(root) for body in national_bodies())
    id_ = slug(name) if national else f"{directory.territory}/{slug(name)}"
    generic = not national and all(mention.generic for mention in mentions)
    kind = kind or kind_of(name)
    bodies = kind == "service" and only_registered(mentions)  # a register gives no grant to a service
    return Actor(id_, name, None if bodies else kind, generic)
