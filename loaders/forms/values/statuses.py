"""The status of an action, where a rubric prints it: a word, or the box that is ticked among several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.text import fold
from loaders.forms.vocabulary import status_of

_TICKED, _EMPTY = "☒☑✓✔■▣", "☐□▢❏❑"
_BOX = re.compile(rf"(?P<box>[{_TICKED}{_EMPTY}]|\[[ xX]?\])\s*(?P<words>[^{_TICKED}{_EMPTY}\[]*)")
NOT_SAID = re.compile(
    r"^(?:non (?:renseignee?s?|communiquee?s?|chiffree?s?|definie?s?|connue?s?|evaluee?s?|estimee?s?|precisee?s?)"
    r"|a (?:definir|preciser|completer|confirmer|determiner|chiffrer|evaluer|estimer|negocier|renseigner|ajuster"
    r"|trouver|rechercher|identifier|solliciter)"
    r"(?: \w+){0,4}|neant|sans objet|aucune?s?|n/?[adc]|nc|nd|ras|none|null|selon \w+(?: \w+){0,3}|en attente"
    r"|(?:voir|cf\.?) .*|[-–./_…?]*)$"
)


def status_in(texts: Sequence[str]) -> str | None:
    """The status as the schema has it: a code, else the words as printed, else None."""
    text = " ".join(texts).strip()
    if (boxes := ticked(text)) is not None:
        text = boxes[0] if len(boxes) == 1 else ""
    return None if is_not_said(text) else status_of(text)


def ticked(text: str) -> list[str] | None:
    """The words behind the boxes that are ticked, or None where there is no box."""
    boxes = list(_BOX.finditer(text))
    if not boxes:
        return None
    return [box["words"].strip(" ,;/|\t") for box in boxes if box["box"] in _TICKED or "x" in box["box"].lower()]


def is_not_said(text: str) -> bool:
    """True for words by which a form says that nothing is said: "à définir", "non renseigné", "–"."""
    return NOT_SAID.match(fold(text).strip(" .;:")) is not None
