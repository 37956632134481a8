"""French of the story: typography, sentences, names of what is counted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from graph.checks.french import typeset
from graph.french import listed
from graph.model import Node
from graph.network.measures.wording import shortened
from viz.targets import in_order, title_of

__all__ = ["listed", "name", "numbers", "of", "said", "sentence", "shortened", "split"]

_LONGEST, _MOST = 90, 12
_NEXT = re.compile(r" [A-ZÀ-Ý0-9«]")


def said(text: str) -> str:
    """A text as it is printed in France: typographic apostrophes, no-break spaces before high punctuation."""
    return typeset(" ".join(text.split(" "))).replace("'", "’")


def sentence(text: str) -> str:
    """A text as one sentence: a capital, a full stop."""
    text = said(text.strip())
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")


def split(text: str) -> tuple[str, str]:
    """A text's first sentence, and the rest; a full stop within quotation marks ends none."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == "«") - (letter == "»")
        if letter == "." and depth == 0 and _NEXT.match(text, place + 1):
            return text[: place + 1], text[place + 2 :]
    return text, ""


def name(node: Node) -> str:
    """A name between quotation marks; that of no one in particular is marked."""
    return said(f"« {node.name} »{' (générique)' if node.properties.get('generic') else ''}")


def of(named: str) -> str:
    """ "de « Ville »", "d’« Action Logement »": elided before a vowel, within quotation marks too."""
    first = unicodedata.normalize("NFD", named.lstrip("«\u00a0\u202f "))[:1].casefold()
    return f"d’{named}" if first and first in "aeiouæœ" else f"de {named}"


def numbers(targets: Iterable[Node]) -> str:
    """ "1, 3 et 12", or titles where no number is printed; twelve numbers, or five titles, at most."""
    nodes = in_order(targets)
    printed = [node.properties.get("number") for node in nodes]
    if all(isinstance(number, int) for number in printed):
        return shortened([str(number) for number in printed], _MOST)
    return said(shortened([f"« {_cut(title_of(node))} »" for node in nodes]))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"


def more_rows(shown: Sequence[object], whole: int, one: str, many: str, sheet: str) -> str:
    """ "+ 23 autres acteurs : feuille « Engagements ».", or nothing where all are shown."""
    left = whole - len(shown)
    return "" if left <= 0 else said(f"+ {left} {one if left == 1 else many} : feuille « {sheet} ».")
