"""What changed since the last plan, where one is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.comparison import VIEW, Change, compare, summary, view
from viz.dossier.model import Claim, Proof, Section, Table
from viz.dossier.story.facts import Facts
from viz.dossier.story.words import listed, more_rows, said, sentence
from viz.targets import title_of

KEY, TITLE = "changements", "Ce qui a changé"
_ROWS, _KINDS = 10, 6
_SHOWN = ("changement", "sujet", "acteur", "avant", "après", "lieu")
_WIDTHS = (0.15, 0.24, 0.17, 0.17, 0.17, 0.1)
_PROOF = Proof("maillage comparer ANCIEN NOUVEAU", "Changements")


def changed(facts: Facts) -> Section:
    """The changes since the older graph, or that none was given."""
    if facts.since is None:
        text = "Aucun plan antérieur n’a été donné : ce dossier ne dit rien de ce qui a changé."
        how = said("Pour comparer : maillage dossier --depuis ANCIEN_PLAN.")
        return Section(
            KEY, TITLE, (Claim(said(text), Proof("maillage dossier --depuis ANCIEN_PLAN"), how),), aside=True
        )
    changes = compare(facts.since, facts.graph)
    return Section(KEY, TITLE, tuple(_claims(facts, changes)), tables=tuple(_tables(changes)))


def _claims(facts: Facts, changes: Sequence[Change]) -> Iterator[Claim]:
    before = " et ".join(f"« {title_of(plan)} »" for plan in facts.since.by_label("Plan")) if facts.since else ""
    since = f"Depuis {before or 'le plan antérieur'}"
    if not changes:
        yield Claim(said(f"{since}, rien n’a changé."), _PROOF)
        return
    whole, *kinds = summary(changes)
    yield Claim(said(f"{since} : {whole.rstrip(' :')}."), _PROOF)
    kinds = [kind.removeprefix("- ") for kind in kinds]
    left = len(kinds) - _KINDS
    rest = f" ; et {left} autre{'s' * (left > 1)} sorte{'s' * (left > 1)} de changement" if left > 0 else ""
    yield Claim(sentence(listed(kinds[:_KINDS]) + rest), _PROOF)
    for change in _telling(changes):
        places = [passage.locator for passage in (*change.before.passages, *change.after.passages) if passage.locator]
        proof = Proof(_PROOF.command, _PROOF.sheet, tuple(dict.fromkeys(places))[:4])
        yield Claim(sentence(change.sentence), proof)


def _telling(changes: Sequence[Change]) -> list[Change]:
    """Pilots and objectives before the rest."""
    wanted = ("pilote-parti", "pilote-venu", "objectif-retire", "objectif-ajoute", "montant-annonce")
    return [change for code in wanted for change in changes if change.code == code][:3]


def _tables(changes: Sequence[Change]) -> Iterator[Table]:
    if changes:
        rows = all_rows(changes)
        note = more_rows(rows[:_ROWS], len(rows), "autre changement", "autres changements", "Changements")
        yield Table("Changements, dans l’ordre du plan", _SHOWN, rows[:_ROWS], _WIDTHS, note, brief=(0, 1, 2))


def all_rows(changes: Sequence[Change]) -> list[list[str]]:
    """Every change, in words that fit a page."""
    kept = [VIEW.index(name) for name in _SHOWN]
    return [["" if row[i] is None else said(str(row[i])) for i in kept] for row in view(changes)]
