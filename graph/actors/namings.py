"""Decisions on names that documents take themselves, as lines beside those of the ledger, which has the last word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.actors.ledger import DISTINCT, DOUBTFUL, SAME, Decision, Ledger
from graph.actors.national import national_bodies
from graph.actors.relaxations import loosest
from graph.statements import Naming


def with_namings(ledger: Ledger, namings: Iterable[Naming]) -> Ledger:
    """The ledger, then what documents decide of names that it leaves undecided."""
    told = list(namings)
    if not told:
        return ledger
    whole = Ledger((*ledger.decisions, *_same(ledger, [naming for naming in told if naming.same])))
    return Ledger((*whole.decisions, *_apart(whole, [naming for naming in told if not naming.same])))


def _same(ledger: Ledger, namings: Iterable[Naming]) -> Iterator[Decision]:
    """Names of one actor, but for a name that the ledger decides on, or that it spells nearly so."""
    known = ledger.names()
    near = {loosest(name) for name in known}
    apart = {frozenset((line.mention, line.actor)) for line in ledger.of(DISTINCT, DOUBTFUL)}
    kinded = {ledger.canonical(line.actor) for line in ledger.of(SAME) if line.kind}
    national = {form: body.name for body in national_bodies() for form in body.forms}
    above = {line.mention: line.actor for line in ledger.of(SAME) if line.mention != line.actor}
    for naming in namings:
        actor = national.get(naming.actor, naming.actor)
        mention = actor if naming.mention == naming.actor else naming.mention
        if (mention not in known and loosest(mention) in near) or frozenset((mention, actor)) in apart:
            continue
        if mention != actor and (mention in above or _top(above, actor) == mention):
            continue
        above |= {mention: actor} if mention != actor else {}
        yield Decision(mention, actor, SAME, kind=None if ledger.canonical(actor) in kinded else naming.kind)


def _top(above: dict[str, str], name: str) -> str:
    """The actor that a name is in the end."""
    seen = {name}
    while (higher := above.get(name)) is not None and higher not in seen:
        seen.add(higher)
        name = higher
    return name


def _apart(ledger: Ledger, namings: Iterable[Naming]) -> Iterator[Decision]:
    """Names of two actors, but for those that are one by now."""
    for naming in namings:
        if ledger.canonical(naming.mention) != ledger.canonical(naming.actor):
            yield Decision(naming.mention, naming.actor, DISTINCT)
