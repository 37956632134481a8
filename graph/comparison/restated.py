"""What the same words say is the same: ties that differ though the words that state them do not.

How a sentence or a list is read depends on the rest of the plan: a name added to one list makes it known in every
sentence. A tie that comes or goes while its line stays in the same list of the same node is such a reading, no
change of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.comparison.view import View, key, section, within
from graph.model import Relationship


def keys(tie: Relationship) -> list[str]:
    """Keys of the lines that state a tie."""
    return [key(quote) for quote in tie.properties.get("quotes") or ()]


def restated(tie: Relationship, names: set[str], other: View, target: str) -> bool:
    """True where the other plan holds the same lines at its `target`, naming whom the tie names, without the tie."""
    quotes = keys(tie)
    if not quotes:
        return False
    if tie.type == "LOCATED_IN":
        return all(within(quote, key(other.words(target))) for quote in quotes)
    list_, home = section(tie) or ("", "")
    known = other.lines.get((list_, target if home else ""), set()) | {key(other.words(target))}
    return all(quote in known and any(within(name, quote) for name in names) for quote in quotes)


def all_restated(ties: Iterable[Relationship], names: set[str], other: View, target: str) -> bool:
    """True where every one of these ties is restated."""
    return all(restated(tie, names, other, target) for tie in ties)


def of_own_words(ties: Iterable[Relationship], view: View, target: str) -> bool:
    """True where the target's own words state the ties: they change with the words, and are told with them."""
    own = key(view.words(target))
    quotes = [(tie.type, quote) for tie in ties for quote in keys(tie)]
    return bool(quotes) and all(quote == own or (t == "LOCATED_IN" and within(quote, own)) for t, quote in quotes)
