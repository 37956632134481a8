"""The sheet « Financements »: who pays what, one row a fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.statements import ActorMention, FundingMention, Reference
from graph.text import fold, slug
from loaders.forms.model import values
from loaders.forms.model.actors import Actors, Told
from loaders.forms.model.problems import Problems
from loaders.forms.model.sheets import Entry
from loaders.forms.model.targets import Targets
from loaders.forms.model.words import FUNDING_KINDS, SCOPES, code_of, one_of
from loaders.forms.values.funders import UNSAID
from loaders.writer import Writer

UNKNOWN = "inconnu"


@dataclass(frozen=True)
class Payment:
    """One row: the source of money, and its words where other rows name it."""

    entry: Entry
    source: FundingMention
    funder: str

    @property
    def names(self) -> tuple[str, ...]:
        """The forms under which another row may name the source, folded."""
        whole = f"{self.source.instrument} – {self.funder}"
        return tuple(map(fold, (whole, self.funder, self.source.instrument)))


class MoneyWriter:
    """Writes the rows of the sheet."""

    def __init__(self, writer: Writer, actors: Actors, targets: Targets, problems: Problems) -> None:
        self._writer = writer
        self._actors = actors
        self._targets = targets
        self._problems = problems
        self._used: set[tuple[object, ...]] = set()

    def write(self, entries: Sequence[Entry]) -> None:
        """Write all rows; a source may be named by a row above its own."""
        payments = [payment for entry in entries if (payment := self._payment(entry)) is not None]
        for payment in payments:
            self._write(payment, payments)

    def _payment(self, entry: Entry) -> Payment | None:
        told = self._actors.one(entry, "funder")
        if told is None:
            self._problems.whole("financeur-manquant", entry.locator, "ligne sans financeur : non lue")
            self._problems.unread(entry, entry.words)
            return None
        return Payment(entry, self._source(entry, told), told.item.name)

    def _source(self, entry: Entry, told: Told) -> FundingMention:
        """The source of money: its instrument is the scheme, else the fund beside the name, else the kind of money."""
        text, instrument = entry.text("kind"), entry.text("instrument") or told.fund or ""
        kind = one_of(text, FUNDING_KINDS) or text
        if text and one_of(text, FUNDING_KINDS) is None:
            message = f"« {text} » n'est pas dans la liste ({', '.join(FUNDING_KINDS)}) : gardé tel quel"
            self._problems.odd("nature-inconnue", entry, "kind", message, "info")
        if not slug(instrument):
            instrument = kind if kind and kind != UNKNOWN else UNSAID[0]
        return FundingMention(told.mention, instrument, kind or UNKNOWN)

    def _write(self, payment: Payment, payments: Sequence[Payment]) -> None:
        entry = payment.entry
        target = self._target(entry)
        if target is None:
            if any(entry.text(key) for key in ("amount", "share", "reference", "date", "object")):
                self._problems.unread(entry, entry.words)
            self._writer.tie(payment.source, "STATED_IN", self._writer.document, entry.locator, entry.words)
            return
        given = {
            "amount": values.amount(entry, "amount", self._problems),
            "share": values.share(entry, "share", self._problems),
            "of": self._of(payment, payments),
            "date": values.date(entry, "date", self._problems),
            "object": entry.text("object") or None,
        }
        said = {name: value for name, value in given.items() if value is not None}
        reference = self._reference(payment, target)
        key = {"reference": reference} if reference else {}
        words = {"scope": self._scope(entry)}
        self._writer.tie(payment.source, "FUNDS", target, entry.locator, entry.words, **words, **said, **key)
        for locator, quote in self._targets.traces(entry):
            self._writer.tie(payment.source, "FUNDS", target, locator, quote, **key)

    def _target(self, entry: Entry) -> Reference | None:
        """What is paid: an action, else an objective, else a tool, else the actor who receives."""
        filled = [key for key in ("objective", "action", "tool", "beneficiary") if entry.text(key)]
        if len(filled) > 1 and filled != ["objective", "action"]:
            message = "plusieurs cibles (objectif ou action, outil, bénéficiaire) : la première lue est retenue"
            self._problems.whole("cibles-multiples", entry.locator, message)
        if not filled:
            message = "rien n'est dit payé (objectif, action, outil ou bénéficiaire) : seule la source est gardée"
            self._problems.whole("cible-manquante", entry.locator, message)
            return None
        return self._targets.work(entry) or self._targets.tool(entry) or self._beneficiary(entry)

    def _beneficiary(self, entry: Entry) -> ActorMention | None:
        told = self._actors.one(entry, "beneficiary")
        return told.mention if told else None

    def _scope(self, entry: Entry) -> str:
        text = entry.text("scope")
        scope = code_of(text, SCOPES) if text else "local"
        if scope is None:
            self._problems.odd("portee-inconnue", entry, "scope", f"« {text} » : locale ou nationale ; lu locale")
        return scope or "local"

    def _of(self, payment: Payment, payments: Sequence[Payment]) -> FundingMention | None:
        """The source that this one is a share of."""
        text = payment.entry.text("of")
        if not text:
            return None
        for rank in range(3):
            found = {one.source for one in payments if one.names[rank] == fold(text) and one.source != payment.source}
            if len(found) == 1:
                return found.pop()
        message = f"« {text} » n'est le nom d'aucun autre financement, ou de plusieurs (« Dispositif – Financeur »)"
        self._problems.odd("part-de-inconnue", payment.entry, "of", message)
        return None

    def _reference(self, payment: Payment, target: Reference) -> str:
        """The reference; where two rows would be one fact, the place of the second tells it from the first."""
        reference = payment.entry.text("reference")
        source = (self._who(payment.source.provider), slug(payment.source.instrument))
        paid = target if isinstance(target, str) else self._who(target)
        if (source, paid, reference) in self._used:
            message = "même financeur, même dispositif, même cible et même référence qu'une ligne plus haut : gardées"
            self._problems.whole("reference-repetee", payment.entry.locator, f"{message} à part", "info")
            reference = f"{reference} ({payment.entry.locator})".strip()
        self._used.add((source, paid, reference))
        return reference

    def _who(self, reference: Reference) -> str:
        """One word for all the names of an actor that the sheet « Acteurs » knows."""
        if not isinstance(reference, ActorMention):
            return str(reference)
        known = self._actors.roster.find(reference.text)
        return fold(known[0].name if known else reference.text)
