"""Which lines name an action: "Fiche action n° 3 : …", "Action 1.2 – …", "PROJET : …", "Intitulé de l'action : …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.text import fold
from loaders.forms.fiches.headings import rubric_line
from loaders.lines import Line

_WORD = (
    r"fiches?(?:[ -](?:actions?|projets?|mesures?|operations?))?|fa(?=[ .-]?n?[°o]?[ .]?\d)"
    r"|sous-actions?|action|mesure|projet|operation"
)
_NUMBER = (
    r"(?:n\s*[°ºo.]\s*)?(?P<number>(?:[a-z]{1,3}[ .-]?)?\d{1,3}(?:[.-]\d{1,2})*(?:[. -]?[a-z](?![\w'-]))?(?!\d)"
    r"|[ivx]+\b(?:[.-]\d+)*|[a-h](?![\w']))"
)
_HEAD = re.compile(rf"^(?P<word>{_WORD})(?P<many>s?)\s*[-:.]?\s*(?:{_NUMBER})?")
_YEAR = re.compile(r"(?:19|20)\d{2}$")
_MARKUP = re.compile(r"^[\s#*_|>]+|[\s*_|]+$")
_SIGNS = " \t:.|)–—-"
_PAGE = re.compile(r"(?:\t|\s{3})\d{1,3}\s*$")
_CONTINUED = re.compile(r"\s*[(–—-]\s*suite(?: et fin)?\s*\)?\s*$", re.IGNORECASE)
_BARE = frozenset(("fiche action", "fiche-action", "fiche projet", "fiche mesure"))
TITLE, FICHE, SUB = "title", "fiche", "sous-action"


@dataclass(frozen=True)
class ActionHead:
    """A line that may name an action. `family` is the word it begins with, `number` as printed ("1.2"), "" if none.

    `goes_on`: it says that it is the rest of a fiche begun before.
    """

    family: str
    number: str
    label: str
    title: str
    line: Line
    goes_on: bool = False

    @property
    def key(self) -> str:
        """The title as one compares it."""
        return re.sub(r"\s\d{1,3}$", "", fold(self.title)).strip(" .:")


def action_head(line: Line) -> ActionHead | None:
    """The heading of an action that a line may be, or None."""
    raw = _PAGE.sub("", _MARKUP.sub("", line.raw))
    text = " ".join(raw.split())
    match = _HEAD.match(fold(text)) if text[:1].isupper() and not line.is_bullet else None
    if match is None or match["many"]:
        return _titled(line)
    number, rest = match["number"] or "", text[match.end() :]
    if (number and (_YEAR.fullmatch(number) or not _opens(rest))) or (not number and not _names(match["word"], text)):
        return _titled(line)
    label = text[: match.end()].strip(_SIGNS)
    title = rest.lstrip(_SIGNS).rstrip(" \t:|–—-")
    family = FICHE if match["word"].startswith(("fiche", "fa")) else match["word"].rstrip("s")
    continued = _CONTINUED.search(title)
    return ActionHead(family, number, label, _CONTINUED.sub("", title), line, continued is not None)


def _opens(rest: str) -> bool:
    """True for what may follow the number of a heading: nothing, a sign, or a title with a capital."""
    bare = rest.strip()
    return not bare or bare[:1] in ":.|)–—-" or (rest[:1] == " " and (bare[:1].isupper() or bare[:1] in "«\"“'"))


def _names(word: str, text: str) -> bool:
    """True without a number: "PROJET : titre", or "Fiche action" alone on its line."""
    rest = text[len(word) :].strip()
    return (rest[:1] in ":|–—-" and len(rest) > 2) or (fold(text).strip(" :") in _BARE)


def _titled(line: Line) -> ActionHead | None:
    """ "Intitulé de l'action : …"."""
    rubric = rubric_line(line)
    if rubric is None or rubric.kind != TITLE:
        return None
    return ActionHead(TITLE, "", rubric.label, " ".join(rubric.rest.split()), line)
