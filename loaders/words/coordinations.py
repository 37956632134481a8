"""Reads the names of a coordination: "la MLJ, l'équipe de la SEAS et la DREETS", with the money beside each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.text import fold
from loaders.words.money import AMOUNT, euros
from loaders.words.name_ends import is_head
from loaders.words.name_words import DOES, PERSON, STAFF, STOPS
from loaders.words.names import first_word
from loaders.words.organisations import CAPITALS, Name, Organisations
from loaders.words.role_words import WITH_HELP, Opening

_SEPARATOR = re.compile(
    r"\s*(?:,\s*(?:et\s+|ainsi que\s+|puis\s+)?|/|\+|&|\bet\b|\bainsi que\b|\bou\b|\bpuis\b)\s*"
    r"(?:(?:de|du|d'|par|(?<=et )(?:à|aux?)|(?<=et )avec)\b\s*)?"
)
_DASH = re.compile(r"\s+-\s+(?=[A-ZÀ-Þ]|(?:la|le) [a-zà-ÿ]|l')")
_COLON = re.compile(r"\s*:\s+")
_WHERE = re.compile(r"\s+(?:à|au|aux|en|sur|dans)\s+(?:la |le |les |l')?[A-ZÀ-Þ][\w'-]*(?=\s*(?:[,;/]|et\b))")
_LOWER = r"(?!(?:par|avec|pour|dans|via|qui)\b)[^\W\d_A-ZÀ-Þ]+(?:['-][^\W\d_A-ZÀ-Þ]+)*(?![\w'-])"
_PUBLIC = re.compile(rf"(?:les? |la |l'|des |aux? |une? )?{_LOWER}(?: {_LOWER}){{0,6}}(?=\s*(?:[,;/:]|\bet\b|\bainsi))")
_UNREAD = re.compile(r"(?:MM?\. |Dr\. )?[^,;:.()/\"«»]{2,70}?(?=\s*(?:,|/|\s(?:et|ou|ainsi que)\s))")
_HELP = re.compile(WITH_HELP)
_LEAD = re.compile(
    r"(?i:notamment |dont |(?:comme|pour) (?:partenaires?|appuis?|relais) |comme |troïka |binôme |tandem |trio )"
    r"|(?i:(?:les |des |aux |deux |trois )?(?:associations|bailleurs(?: sociaux)?|entreprises|sociétés|compagnies"
    r"|structures|collectifs|organismes|opérateurs|fédérations|fondations|agences|banques|partenaires) )(?=[A-ZÀ-Þ])"
)
_GIVEN = re.compile(rf"{AMOUNT.pattern}\s*", re.IGNORECASE)
_PERCENT = re.compile(r"(?P<percent>\d+(?:[.,]\d+)?)\s*%\s*")
_TOWNS = re.compile(
    r"(?:[a-zà-ÿ]+ ){0,3}?(?:communes|villes|villages|quartiers|secteurs|écoles|collèges|lycées|mairies|maires"
    r"|habitants|jeunes|élèves|hameaux|cantons|territoires|QPV) (?:(?:de|du|des|de la|les) )?(?:d'|l')?[A-ZÀ-Þ]"
)
_BESIDE = re.compile(r"\s*(?::|à hauteur de|pour|de|d'un montant de)?\s*\(?\s*(?=\d)")
_PURPOSE = re.compile(r"\s+pour (?!le compte)(?:l'|(?:le|la|les|un|une|des) )[^,;:.()]{2,60}?(?=\s*,|\s+et\s)")
_VERB = re.compile(r" (?:s'|se )?([a-zà-ÿ]+)")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")
_LONGEST_UNREAD = 8
_NATIONAL = 10_000_000  # euros; such sums are national envelopes, which are read elsewhere


@dataclass(frozen=True)
class Item:
    """A name of a list, and what it gives: `amount` in euros, or a `share` between 0 and 1.

    `end` is where the words of both end; `begin`, where the name does, its article included.
    """

    name: Name
    end: int
    amount: int | None = None
    share: float | None = None
    begin: int = 0

    @property
    def priced(self) -> bool:
        """True where a sum or a share stands beside the name."""
        return self.amount is not None or self.share is not None


@dataclass(frozen=True)
class Figure:
    """A sum or a share of money, and where its words end."""

    end: int
    amount: int | None = None
    share: float | None = None


def list_at(text: str, opening: Opening, limit: int, organisations: Organisations) -> list[Item]:
    """The names that words of role open, up to `limit`; items that name no one are passed over."""
    items: list[Item] = []
    position, places = opening.end, False
    while position < limit:
        start = position + len(text[position:]) - len(text[position:].lstrip(' "«:'))
        places = places or _TOWNS.match(text, start) is not None
        item = _opened(text, item_at(text, start, organisations), replace(opening, sure=opening.sure or places))
        if item is not None and _is_subject(text, item.name):
            break
        if item is not None and not _is_second_place(text, items, item.name):
            items.append(item)
        elif opening.bare and not items:
            break
        end = _behind(text, item) if item else _unread_end(text, start, limit)
        separator = _next(text, end, is_name=item is not None) if end is not None else None
        if separator is None:
            break
        position = separator.end()
    return items


def _is_second_place(text: str, items: list[Item], name: Name) -> bool:
    """True for the second place of "la MLJ de Valbourg et du Bassin Sud"."""
    joined = re.search(r"\set (?:du|de la|de l') ?$", text[: name.start]) is not None
    of_a_place = bool(items) and re.search(r"\s(?:de la |de l'|des |du |de |d')", items[-1].name.text) is not None
    return joined and of_a_place and name.told == CAPITALS


def _is_subject(text: str, name: Name) -> bool:
    """True for who does something after a comma: "avec la MLJ, la CAF propose …"."""
    verb = _VERB.match(text, name.end)
    if verb is None or verb[1] == "à" or fold(verb[1]) not in DOES:
        return False
    return re.search(r",\s*(?:la |le |l')?$", text[: name.start]) is not None


def item_at(text: str, start: int, organisations: Organisations) -> Item | None:
    """One name with its money, before or behind it; staff stand for those they work for."""
    figure = figure_at(text, start)
    begin = _after_lead(text, figure.end if figure else start)
    staff = STAFF.match(text, begin)
    begin = staff.end() if staff else begin
    name = organisations.at(text, begin, loose=True)
    if name is None or (staff and name.told == CAPITALS and " " not in name.text):
        return None
    figure = figure or figure_beside(text, name.end)
    end = max(name.end, figure.end if figure else 0)
    amount, share = (figure.amount, figure.share) if figure else (None, None)
    return Item(name, end, amount, share, begin)


def _opened(text: str, item: Item | None, opening: Opening) -> Item | None:
    """The item, if these words of role take such a one."""
    if item is None or (opening.priced and not item.priced):
        return None
    headed = item.name.vague and text[: opening.end].rstrip().endswith(":")
    if headed or (opening.sure and item.name.told == CAPITALS) or (opening.bare and item.name.start != item.begin):
        return None
    return item


def _after_lead(text: str, start: int) -> int:
    """Behind words that only lead to a name: "l'appui technique de", "notamment"."""
    while (lead := _HELP.match(text, start) or _LEAD.match(text, start)) is not None:
        start = lead.end() + len(text[lead.end() :]) - len(text[lead.end() :].lstrip())
    return start


def figure_at(text: str, position: int) -> Figure | None:
    """Money printed at a position: "4 500 € de l'", "40 %"."""
    if (given := _GIVEN.match(text, position)) is not None:
        amount = euros(given["number"], given["unit"])
        return Figure(given.end(), amount) if amount < _NATIONAL else None
    if (percent := _PERCENT.match(text, position)) is not None:
        return Figure(percent.end(), share=float(percent["percent"].replace(",", ".")) / 100)
    return None


def figure_beside(text: str, position: int) -> Figure | None:
    """Money printed behind a name: "CAF 2 000 €", "CAF : 30 %", "CAF (2 000 €)"."""
    beside = _BESIDE.match(text, position)
    figure = figure_at(text, beside.end()) if beside else None
    closes = re.compile(r"\s*\)").match(text, figure.end) if figure and beside and "(" in beside.group() else None
    return Figure(closes.end(), figure.amount, figure.share) if figure and closes else figure


def _behind(text: str, item: Item) -> int:
    """Where what is said of one item ends: its sum, a place, a purpose, parentheses."""
    closing = re.compile(r"\s*[\"»”]").match(text, item.end)
    position = closing.end() if closing else item.end
    inner = _PARENTHESIS.match(text, position)
    if inner and _SEPARATOR.match(text, inner.end()):
        position = inner.end()
    where = _WHERE.match(text, position) or _PURPOSE.match(text, position)
    return where.end() if where else position


def _unread_end(text: str, start: int, limit: int) -> int | None:
    """Where an item that names no one ends, if the list may go on after it."""
    if (public := _PUBLIC.match(text, start)) is not None:
        return public.end()
    unread = _UNREAD.match(text, start)
    if unread is None or unread.end() > limit:
        return None
    words = fold(unread.group()).split()
    plain = len(words) <= _LONGEST_UNREAD and not any(word in STOPS for word in words)
    someone = PERSON.match(text, start) or is_head(first_word(unread.group()), role=True)
    return unread.end() if plain or someone else None


def _next(text: str, position: int, *, is_name: bool) -> re.Match[str] | None:
    separator = _SEPARATOR.match(text, position) or (_DASH.match(text, position) if is_name else None)
    return separator or (None if is_name else _COLON.match(text, position))
