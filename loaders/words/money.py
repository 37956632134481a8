"""Amounts and sources of money as plans write them: "11,3 M€ de la Ville", "89.3 M€ de participation des bailleurs"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from graph.text import fold
from loaders.words.names import OF

_SMALL = ("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
_WORDS = {word: value for value, word in enumerate(_SMALL, 1)} | {"une": 1, "quinze": 15, "vingt": 20, "cent": 100}
_EURO = r"(?:€|eur(?:os?)?)"
_NUMBER = (
    r"(?P<number>\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
    rf"|\b(?:{'|'.join(_WORDS)})(?=\s+mill(?:ion|iard)s?\b))"
)
_UNIT = (
    rf"\s*(?P<unit>(?:milliards?|mds?|millions?|milliers|m|k)\s*(?:d['’]\s*)?{_EURO}"
    r"|(?:milliards?|millions?)(?! d['’]| de (?!la |l['’]))"
    rf"|{_EURO}(?: ?ttc| ?ht)?)(?!\w|-\w)"
)
AMOUNT = re.compile(_NUMBER + _UNIT, re.IGNORECASE)
_FIGURE = rf"\d[\d \u00a0\u202f.,]*\s*(?:(?:milliards?|mds?|millions?|m|k)?\s*(?:d['’])?{_EURO}?)?"
_FROM_FIGURE = re.compile(
    rf"(?:\bentre\s+{_FIGURE}\s*et|(?<![\d.,])(?!(?:19|20)\d\d\s*(?:à|ou|-|–)\s*$){_FIGURE}\s*(?:à|ou|-|–))\s*$", re.I
)
_TO_FIGURE = re.compile(rf"^\s*(?:à|ou|-|–|et)\s*(?={_FIGURE}){_NUMBER}{_UNIT}", re.IGNORECASE)
_BETWEEN = re.compile(r"\bentre\s*$", re.IGNORECASE)
_AND_MORE = re.compile(r"\s*(?:et\s+)?", re.IGNORECASE)
_SHARE_OF = r"(?P<share>\d+(?:[.,]\d+)?)\s*%"
_SHARE = re.compile(rf"dont\s+{_SHARE_OF}\s*(?:{OF}|par )?(?P<who>[^,;()]+)")
_PERCENT = re.compile(_SHARE_OF)
_FROM = re.compile(rf"\s*{OF}", re.IGNORECASE)

INSTRUMENTS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("subvention", "subvention", re.compile(r"subventions?\b", re.IGNORECASE)),
    ("prêt", "prêt", re.compile(r"prêts?(?: bonifiés?| à taux (?:zéro|réduit))?\b", re.IGNORECASE)),
    ("participation", "participation", re.compile(r"participations?\b", re.IGNORECASE)),
    (
        "financement",
        "inconnu",
        re.compile(r"(?:financements?|crédits?|aides?|fonds propres|dotations?)\b", re.IGNORECASE),
    ),
)
_EUROPEAN = re.compile(r"^fonds (?:européens?|structurels)|^(?:feder|fse)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Money:
    """An amount in euros, and the words around it."""

    euros: int
    rest: str
    before: str = ""


@dataclass(frozen=True)
class SourceOfMoney:
    """Who gives and how: provider as printed, instrument and kind of the schema, and a share "dont 93 % X"."""

    provider: str
    instrument: str
    kind: str
    share: tuple[float, str] | None = None


@dataclass(frozen=True)
class Amount:
    """An amount where it stands in a text; `span`: it is one end of a range ("10 à 15 M€"), and no amount by itself."""

    euros: int
    start: int
    end: int
    span: bool = False


def euros(number: str, unit: str) -> int:
    """Integer euros: euros("89.3", "M€") == 89_300_000. A point or a comma before 1 or 2 digits is decimal."""
    digits = re.sub(r"[ \u00a0\u202f]", "", str(_WORDS.get(number.lower(), number)))
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    return int((Decimal(digits.replace(",", ".")) * _factor(fold(unit))).to_integral_value())


def _factor(unit: str) -> int:
    if unit.startswith(("milliard", "md")):
        return 10**9
    if unit.startswith(("k", "millier")):
        return 10**3
    return 10**6 if unit.startswith("m") else 1


def amounts(text: str) -> list[Amount]:
    """Every amount of a text in its order; "1 milliard 500 millions" is one."""
    found: list[Amount] = []
    for match in AMOUNT.finditer(text):
        value, before = euros(match["number"], match["unit"]), found[-1] if found else None
        if before and value < 10**9 <= before.euros and _AND_MORE.fullmatch(text, before.end, match.start()):
            found[-1] = Amount(before.euros + value, before.start, match.end(), before.span)
        else:
            found.append(Amount(value, match.start(), match.end(), _is_end(text, match.start(), match.end())))
    return found


def _is_end(text: str, start: int, end: int) -> bool:
    """True for one end of a range."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    to = _TO_FIGURE.match(after)
    together = to is not None and (not to.group().lstrip().startswith("et") or _BETWEEN.search(before))
    return bool(_FROM_FIGURE.search(before)) or bool(together)


def first_amount(text: str) -> Money | None:
    """The first amount of a line with the words around it, or None."""
    found = next((amount for amount in amounts(text) if not amount.span), None)
    if found is None:
        return None
    return Money(found.euros, text[found.end :].strip(), text[: found.start].strip())


def leading_amount(text: str) -> Money | None:
    """Like `first_amount`, only where the line begins with it."""
    found = first_amount(text)
    return found if found and not found.before else None


def source_of(rest: str) -> SourceOfMoney | None:
    """Who gives, from the words after an amount: "de subventions de l'ANRU"; None where nobody is named."""
    words, share = _without_share(rest)
    given = _FROM.match(words)
    if not given:
        return None
    body = words[given.end() :].strip()
    if _EUROPEAN.match(body):
        return SourceOfMoney("Europe", "fonds européens", "fonds européens", share)
    for instrument, kind, pattern in INSTRUMENTS:
        if (match := pattern.match(body)) is not None:
            return _by_instrument(instrument, kind, body[match.end() :], share)
    return SourceOfMoney(body, "contribution", "inconnu", share) if body else None


@dataclass(frozen=True)
class NamedAmount:
    """What one funder gives: "45 000 € de la CAF", "CAF : 45 000 €", "CAF (45 000 €)", "CAF 30 %"."""

    source: SourceOfMoney
    euros: int | None = None
    share: float | None = None


def named_amount(text: str) -> NamedAmount | None:
    """The funder and the amount (or share) of one item of a list of funders; None where there is no figure."""
    if (money := first_amount(text)) is not None:
        source = _named(money.before) if money.before.strip(" (:") else source_of(money.rest) or _named(money.rest)
        return NamedAmount(source, euros=money.euros) if source else None
    if (match := _PERCENT.search(text)) is not None:
        after = text[match.end() :]
        source = _named(text[: match.start()]) or source_of(after) or _named(after)
        return NamedAmount(source, share=_fraction(match["share"])) if source else None
    return None


def _fraction(percent: str) -> float:
    return float(Decimal(percent.replace(",", ".")) / 100)


def _named(words: str) -> SourceOfMoney | None:
    """A provider as printed, with its instrument where the words begin with one ("subvention de la Région")."""
    name = words.strip(" :(),;–-")
    return source_of(f"de {name}") if name else None


def _by_instrument(instrument: str, kind: str, after: str, share: tuple[float, str] | None) -> SourceOfMoney | None:
    provider = _FROM.match(after)
    name = after[provider.end() :].strip() if provider else ""
    return SourceOfMoney(name, instrument, kind, share) if name else None


def _without_share(rest: str) -> tuple[str, tuple[float, str] | None]:
    """The words without "(dont 93 % X)", and that share as (fraction, who)."""
    match = _SHARE.search(rest)
    words = re.sub(r"\([^)]*\)?", "", rest).strip(" .,;")
    if not match:
        return words, None
    return words, (_fraction(match["share"]), match["who"].strip())
