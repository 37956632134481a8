"""What the words of two lines tell of their bond: a sentence that goes on, a name of a list, a word with a capital."""

from __future__ import annotations

import re

_CLOSES_FIRST = re.compile(r"[^()]*\)")
_SENTENCE_END = re.compile(r"[.;:!?»…]$")
_OPEN_END = re.compile(
    r"(?:[(«/–-]|\b(?:de|du|des|d'|la|le|les|l'|et|ou|à|au|aux|en|pour|par|avec|sur|dont))$", re.IGNORECASE
)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_OPENERS = frozenset("un une deux trois quatre cinq six le la les des ce cette ces pour dans avec par sur en".split())
_SEVERAL, _ASIDE = re.compile(r"[,;](?=.)"), re.compile(r"\([^)]*\)?")
_HEAD = re.compile(r"[^\W\d_a-zà-ÿ][^,;:.]{2,80} : ?\S")
_LISTED = (",", ";")


def is_mid_sentence(before: str, after: str) -> bool:
    """True where the words themselves say that a sentence goes on from one line to the next."""
    if _CLOSES_FIRST.match(after) or ends_open(before):
        return True
    return not after[0].isupper() and not (after[0].isdigit() and ends_sentence(before))


def ends_open(text: str) -> bool:
    """True for last words that want others: "avec la", "(", "Auvergne –"."""
    return _OPEN_END.search(text) is not None


def ends_sentence(text: str) -> bool:
    """True for the last words of a sentence, or of what announces a list."""
    return _SENTENCE_END.search(text) is not None


def is_listed(text: str) -> bool:
    """True where a comma or a semicolon says that a list goes on."""
    return text.endswith(_LISTED)


def is_item(text: str) -> bool:
    """True for one name, with no comma but at its end or between parentheses."""
    return not _SEVERAL.search(_ASIDE.sub("", text))


def has_head(text: str) -> bool:
    """True for "Ville : services techniques, …"."""
    return _HEAD.match(text) is not None


def opens_sentence(before: str, after: str, small: frozenset[str]) -> bool:
    """True for a line that begins with the capital of an everyday word, after no sentence and no list.

    `small` are the words that the document prints without a capital.
    """
    first = _FIRST_WORD.match(after)
    known = small | _OPENERS if " " in before.strip() else _OPENERS
    everyday = first is not None and first[0].lower() in known
    return everyday and not ends_sentence(before) and is_item(before)
