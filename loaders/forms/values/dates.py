"""Dates as plans print them, in cells and in rubrics, as ISO dates of the precision printed: "2025-09", "2026"."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from functools import lru_cache

from graph.text import fold

_MONTHS = (
    "janv(?:ier)?|jan", "fev(?:rier)?|fevr", "mars", "avr(?:il)?", "mai", "juin", "juil(?:let)?", "aout",
    "sept(?:embre)?|sep", "oct(?:obre)?", "nov(?:embre)?", "dec(?:embre)?",
)  # fmt: skip
_MONTH = "(?P<month>" + "|".join(f"(?:{names})" for names in _MONTHS) + r")\.?(?![a-z])"
_YEAR = r"(?P<year>(?:19[89]|20[0-6])\d)(?!\d)"
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)(?:-(?P<day>\d\d))?(?!\d)(?:[ t]\d\d:\d\d(?::\d\d)?)?"
)
_DAY = re.compile(r"(?<![\d/])(?P<day>\d{1,2})[/.-](?P<number>\d{1,2})[/.-](?P<year>(?:19|20)?\d\d)(?!\d)")
_MONTH_NUMBER = re.compile(rf"(?<![\d/])(?P<number>0?[1-9]|1[0-2])[/.-]{_YEAR}")
_WORDED = re.compile(rf"(?:(?P<day>\d{{1,2}})(?:er)? )?(?<![a-z]){_MONTH}(?:[ -]{_YEAR})?")
_PART = re.compile(
    r"(?:(?P<rank>\d)(?:er|e|eme|nd|nde)? ?(?P<kind>trimestre|semestre)|(?<![a-z])(?P<short>[ts])(?P<rank_>\d))"
    rf"(?: de)?[ -]{_YEAR}"
)
_RETURN = re.compile(rf"rentree(?: scolaire)?(?: de)?(?: septembre)? {_YEAR}")
_ALONE = re.compile(rf"(?<![\d.,]){_YEAR}(?![.,]\d|\s*(?:€|eur|k€|habitants|personnes|logements))")
_SHORT_SPAN = re.compile(r"(?<!\d)(?P<year>20\d\d) ?[/-] ?(?P<other>\d\d)(?![\d/-])")
_BEHIND = r"(?: \w+'?){0,3}?[ ]?(?:le |l'|la |en |de |d'|du |:)*\W*$"
_FROM = re.compile(
    r"\b(?:des|a partir d\w*|a compter d\w*|depuis|debut\w*|demarr\w+|lance\w+|ouverture|installation|creation|rentree"
    rf"|mise en (?:service|place)){_BEHIND}"
)
_UNTIL = re.compile(
    r"\b(?:jusqu\w*(?:'\w+)?|avant|d'ici|au plus tard|fin|echeances?|horizon|livraison|achevement|terme)"
    rf"{_BEHIND}"
)
_OPEN = re.compile(r"\W*(?:et (?:apres|suivantes?|plus|au-dela)|\.\.\.|…|-?>\s*$|\+$)")
_PATTERNS = (_ISO, _DAY, _PART, _RETURN, _SHORT_SPAN, _MONTH_NUMBER, _WORDED, _ALONE)
_TO_THE_YEAR = tuple(pattern for pattern in _PATTERNS if pattern not in (_PART, _RETURN))
"""In the words of a rubric, a quarter is said by its year: "2e semestre 2024" may begin or end what it speaks of."""
_WORDY = 4


@dataclass(frozen=True)
class Span:
    """When something begins and ends, as ISO dates; None where it is not said."""

    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class _Found:
    """A date as printed: its first and last day or month, and where it stands."""

    low: str
    high: str
    start: int
    end: int


def period(text: str) -> tuple[str, str] | None:
    """When a cell says that an action begins and ends, each "" where it is not said; None without a date."""
    folded = fold(text)
    found = _found(folded)
    return _bounds(folded, found) if found else None


def span_of(text: str) -> Span | None:
    """When a calendar in words says that something takes place: "septembre 2024 à juin 2026", "dès 2025".

    None without a date, and where the only one stands in a sentence that does not say what it is of.
    """
    folded = fold(text)
    found = _found(folded, _TO_THE_YEAR)
    if not found:
        return None
    low, high = _bounds(folded, found)
    sentence = len(found) == 1 and low == high and len(folded.split()) > _WORDY
    return None if sentence else Span(low or None, high or None)


def date_of(text: str, *, last: bool = False) -> str | None:
    """The first date of a text, or the last: what a rubric "Date de début" or "Échéance" says."""
    found = _found(fold(text), _TO_THE_YEAR)
    bounds = [date.high if last else date.low for date in found]
    return (max(bounds) if last else min(bounds)) if bounds else None


def _bounds(folded: str, found: tuple[_Found, ...]) -> tuple[str, str]:
    """Beginning and end by all dates of a text, by the words before and behind a single one.

    Years that two dates or more say to the month or day are these: "2024-2025 (septembre 2024 à juin 2025)".
    """
    precise = tuple(date for date in found if len(date.low) > len("2025"))
    if len(precise) > 1 and all(any(other.low.startswith(date.low) for other in precise) for date in found):
        found = precise
    low, high = min(date.low for date in found), max(date.high for date in found)
    if len(found) > 1 or low != high:
        return low, high
    before, after = folded[: found[0].start], folded[found[0].end :]
    if _FROM.search(before) or _OPEN.match(after):
        return low, ""
    return ("", high) if _UNTIL.search(before) else (low, high)


def names_several(text: str) -> bool:
    """True where a text holds several dates: "2024 – 2027"."""
    return len(_found(fold(text))) > 1


def first_day(text: str) -> str:
    """The date that a cell of beginnings holds, or ""."""
    return min((date.low for date in _found(fold(text))), default="")


def last_day(text: str) -> str:
    """The date that a cell of endings holds, or ""."""
    return max((date.high for date in _found(fold(text))), default="")


def of_serial(text: str) -> str:
    """The day of a spreadsheet's number, shown where its format was lost ("47727"); "" for any other text."""
    from loaders.read.sheets.values import day_of_serial

    return day_of_serial(text) or ""


@lru_cache(maxsize=1 << 12)
def _found(folded: str, patterns: tuple[re.Pattern[str], ...] = _PATTERNS) -> tuple[_Found, ...]:
    """Every date, none inside another; a month without its year takes that of the next date.

    Figures printed as a day that no calendar has hold no date at all.
    """
    taken: list[tuple[int, int]] = []
    dates: list[_Found] = []
    for pattern in patterns:
        for match in pattern.finditer(folded):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            date = _date(match, folded)
            if date is not None or pattern in (_ISO, _DAY):
                taken.append(match.span())
            dates += [date] if date else []
    return tuple(sorted(dates, key=lambda date: date.start))


def _date(match: re.Match[str], folded: str) -> _Found | None:
    said = match.groupdict()
    year = said.get("year") or _year_after(folded, match.end())
    if not year:
        return None
    year = f"20{year}" if len(year) == 2 else year
    if said.get("other"):
        return _Found(year, f"{year[:2]}{said['other']}", *match.span()) if said["other"] > year[2:] else None
    if match.re is _PART or match.re is _RETURN:
        return _quarter(match, said, year)
    month = int(said["number"]) if said.get("number") else _month(said.get("month") or "")
    iso = _iso(year, month, int(said["day"]) if said.get("day") else None)
    return _Found(iso, iso, *match.span()) if iso else None


def _year_after(folded: str, position: int) -> str:
    """The year of "mars" in "mars à juin 2026", where it follows closely."""
    found = re.compile(rf"[^\d]{{0,25}}?(?:\d{{1,2}}(?:er)? [a-z]+ )?{_YEAR}").match(folded, position)
    return found["year"] if found else ""


def _month(name: str) -> int | None:
    ranks = (rank for rank, names in enumerate(_MONTHS, 1) if re.fullmatch(names, name))
    return next(ranks, None)


def _quarter(match: re.Match[str], said: dict[str, str | None], year: str) -> _Found | None:
    if match.re is _RETURN:
        return _Found(f"{year}-09", f"{year}-09", *match.span())
    rank = int(said["rank"] or said["rank_"] or 0)
    months = 3 if (said["kind"] or said["short"] or "").startswith("t") else 6
    if not 1 <= rank <= 12 // months:
        return None
    return _Found(f"{year}-{months * (rank - 1) + 1:02}", f"{year}-{months * rank:02}", *match.span())


def _iso(year: str, month: int | None, day: int | None) -> str:
    if month is None:
        return year
    if not 1 <= month <= 12:
        return ""
    if day is None:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= calendar.monthrange(int(year), month)[1] else ""


def in_order(start: str, end: str) -> bool:
    """False where an action would end before it begins; a year holds all its days."""
    return not (start and end) or end[: min(len(start), len(end))] >= start[: min(len(start), len(end))]
