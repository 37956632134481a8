"""Lists of actors in a fiche of an action, made plain: cells apart, roles and markup taken off, sentences left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.text import fold, is_acronym
from loaders.forms.actors import FUNDER_SECTIONS
from loaders.forms.fiches.money_tables import with_blank_cells
from loaders.forms.section import Section
from loaders.forms.values.figures import figures
from loaders.forms.values.rows import cells_of
from loaders.forms.values.statuses import is_not_said
from loaders.lines import Line
from loaders.words import names

_MARKUP = re.compile(r"\*\*|__|<br\s*/?>|^\s*>\s?")
_ANNOUNCED = re.compile(
    r"^\s*(?:(?:les|nos) )?(?:principaux )?(?:partenaires|pilotes|porteurs|financeurs)\b[^,:;.()]{0,60}?"
    r"\b(?:sont|seront)\s*:?\s+",
    re.IGNORECASE,
)
_ARTICLES = re.compile(r"(?:,|\s+et)\s+(?:la |le |les |l['’])")
_PART = re.compile(r"(?:inspection|antenne|delegation|circonscription|secteur|cellule|unite|section|comite)\b")
_NOTE = re.compile(r"\s*\((?P<note>[^()]{1,40})\)")
_DASH = re.compile(
    r"\s+[-–—]\s+(?=(?:le |la |l')?"
    r"(?:service|direction|p[ôo]le|mission|d[ée]partement|secteur|cellule|unit[ée]|d[ée]l[ée]gation|antenne"
    r"|comit[ée]|section|bureau)s?\b)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[-–—•]\s+")
_VERB = re.compile(
    r"\b(?:est|sont|sera|seront|a|ont|aura|assure|assurent|participe(?:nt|ront)?|pilote(?:nt)?|porte(?:nt)?|anime(?:nt)?"
    r"|mobilise(?:nt|ra)?|intervien(?:t|nent)|accompagne(?:nt|ra)?|contribue(?:nt|ra)?|doi(?:t|vent)|peu(?:t|vent)|permet)\b"
)
_JOINT = re.compile(r"\s+(?P<sign>et|&)\s+(?=\S)")
_KIND = re.compile(
    r"(?P<before>(?:^\s*(?:[-–•*▪■◦]\s*)?|[,;]\s*))"
    r"(?i:(?:(?:le |l['’])?bailleur(?: social)?|l['’]op[ée]rateur|le prestataire))\s+(?=[A-ZÀ-Þ])"
)
_SCHEME = re.compile(
    r"\s+[-–—]\s+(?P<scheme>(?i:contrat|cit[ée]|politique|quartiers?|fonds|cr[ée]dits?|services?|direction|appel|bop"
    r"|programme|droit commun|dispositif|convention|budget|p[ôo]le|mission)\b[^\t|,;:()\d€%–—+]*?)"
    r"(?=\s*(?:[\t|,;:(+]|\d|$))"
)
_SMALL_ARTICLE = re.compile(r"(?:la|le|les)\s|l['’]")
_STOP = re.compile(r"(?<=[€%s])\.\s+(?=[A-ZÀ-Þ])")
_LEADING = re.compile(
    r"^(?P<bullet>\s*(?:[-–•*▪■◦]\s*)?)(?:et|ainsi que|puis|avec)\s+(?:(?:la|le|les)\s+|l['’])?", re.IGNORECASE
)
_NOBODY_YET = re.compile(
    r"^(?:non|pas encore|en cours de) (?:designe|designation|attribue|identifie|nomme|recrute)\w*"
    r"|^a (?:designer|nommer|recruter)\b|^idem\b|^en (?:cours de )?recherche\b"
    r"|^(?:poste )?(?:vacant|en (?:cours de )?recrutement)\b"
)
_WRAPPED, _RAGGED, _LONGEST_LIST = 60, 14, 3_000
_LONGEST_NOTE, _SENTENCE = 3, 8


def prepare(section: Section, width: int | None = None) -> list[Line]:
    """Make a rubric's list plain, in place; returns its sentences, which are no list. `width`: where lines are cut."""
    whole = _rejoined(section, width)
    lines = [line for line in whole if not _says_nothing(line.body)]
    sentences = [line for line in lines if _is_sentence(line)]
    kept = [line for line in lines if line not in sentences]
    funders = section.kind in FUNDER_SECTIONS
    section.lines = (
        [_noted(line) for line in with_blank_cells(kept)]
        if funders
        else [each for line in kept for each in _cells(line)]
    )
    return sentences


def _rejoined(section: Section, width: int | None) -> list[Line]:
    """The lines of a list, those by commas that the page's width cut inside a name as one."""
    head = section.heading
    joined: list[Line] = []
    before = 0
    for line in map(_unmarked, section.lines):
        if joined and _goes_on(line, joined[-1]) and _was_full(before, line, width):
            joined[-1] = replace(joined[-1], raw=f"{joined[-1].raw.rstrip()} {line.text}")
        else:
            joined.append(line)
        opening = head is not None and head.locator == line.locator
        before = len((head if head is not None and opening else line).raw.rstrip())
    return joined


def _goes_on(line: Line, before: Line) -> bool:
    in_a_cell = line.locator == before.locator  # whose lines the author ended, not the width of a page
    cut = line.adjacent and not (line.is_bullet or in_a_cell) and len(before.raw) < _LONGEST_LIST
    return cut and "," in before.text and not before.text.endswith((",", ";", ":", "."))


def _was_full(before: int, line: Line, width: int | None) -> bool:
    """True where a line of `before` signs had no room for the first word of the next."""
    first = len(line.text.split(" ", 1)[0])
    return before >= _WRAPPED and (width is None or before + 1 + first > width - _RAGGED)


def _says_nothing(text: str) -> bool:
    return is_not_said(text) or _NOBODY_YET.match(fold(text)) is not None


def _unmarked(line: Line) -> Line:
    """A line without signs of bold type, nor the words that announce its list."""
    raw = _MARKUP.sub(" ", line.raw)
    announced = _ANNOUNCED.match(raw)
    return replace(line, raw=_ARTICLES.sub(", ", f", {raw[announced.end() :]}")[2:] if announced else raw)


def _is_sentence(line: Line) -> bool:
    words = line.text.split()
    return len(words) >= _SENTENCE and line.text.endswith(".") and _VERB.search(fold(line.text)) is not None


def _cells(line: Line) -> Iterator[Line]:
    """Each cell of a row as a line; a name's role taken off, a service joined to whose it is."""
    if (items := _dashed(line)) is not None:
        yield from (replace(line, raw=_named(item), adjacent=False) for item in items)
        return
    cells = [cell for cell in cells_of(line) if cell and not _says_nothing(cell)]
    if len(cells) < 2:
        yield replace(line, raw=_named(line.raw))
        return
    for cell in cells:
        yield replace(line, raw=_named(cell), adjacent=False)


def _dashed(line: Line) -> list[str] | None:
    """The items of "- CAF - Collège Arago", a list by dashes on one line; None where dashes part a name's own words."""
    items = [item.strip() for item in _BETWEEN.split(line.body)]
    several = len(items) > 2 or (len(items) == 2 and line.text[:1] in "-–—•")
    plain = not re.search(r"[,;:(]", line.body) and not any(map(names.is_service, items[1:]))
    return items if several and plain else None


def _noted(line: Line) -> Line:
    line = replace(line, raw=_STOP.sub(" ; ", _SCHEME.sub(r" (\g<scheme>)", line.raw)))
    return line if figures(line.raw) else replace(line, raw=_NOTE.sub(_without_role, line.raw))


def _named(text: str) -> str:
    if not any(fold(side.strip()) in names.COLLECTIVITIES for side in text.split("/")):
        text = re.sub(r"\s+/\s+", ", ", text)
    text = _KIND.sub(r"\g<before>", text)
    text = _DASH.sub(" : ", _NOTE.sub(_without_role, _LEADING.sub(r"\g<bullet>", text)))
    return _JOINT.sub(_parted, text)


def _parted(joint: re.Match[str]) -> str:
    """ "GAEC des Rives et association Terreau", "… et La Ligue": what begins a name after "et" is another one."""
    left, right = re.split(r"[,;:/(]", joint.string[: joint.start()])[-1].strip(), joint.string[joint.end() :]
    right = re.split(r"[,;:/()]", right)[0]
    if joint["sign"] == "&":
        several = len(left.split()) > 1 and len(right.split()) > 1 and right[:1].isupper()
        return ", " if several else joint.group()
    named = names.has_organisation_form(right) and bool(names.proper_nouns(right)) and left[:1].isupper()
    article = re.match(r"(?:La|Le|Les)\s+[A-ZÀ-Þ]|L['’][A-ZÀ-Þ]", right) is not None
    article = article or (_SMALL_ARTICLE.match(right) is not None and names.has_organisation_form(right))
    return ", " if named or article else joint.group()


def _without_role(match: re.Match[str]) -> str:
    """ "(diffuseur)" tells what a partner does, "(service jeunesse)" who of it."""
    note = match["note"].strip()
    goes_on = bool(match.string[match.end() :].strip(" ,;./"))
    if goes_on and is_acronym(note) and names.is_acronym_of(note, names.clean(match.string[: match.start()])):
        return ""
    lower = note[:1].islower() and not re.search(r"[,;/]", note) and len(note.split()) <= _LONGEST_NOTE
    named = names.is_service(note) or names.has_organisation_form(note) or _PART.match(fold(note)) is not None
    return "" if lower and not named else match.group()
