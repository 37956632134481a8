"""Dates in a column of grants as ISO dates: "24/05/2022", "2022-05-24", "24 mai 2022", a spreadsheet's day number."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from graph.text import fold
from loaders.read.sheets.values import day_of_serial

_TIME = r"(?:[t ]\d{1,2}[:h]\d{2}.*)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_FRENCH = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){_TIME}")
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_WORDS = re.compile(r"(?:\w+ )?(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})")
_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_MONTH_LAST = re.compile(r"(\d{1,2})[-/](\d{4})")
_YEAR = re.compile(r"((?:19|20)\d{2})(?:\.0)?")
_PERIOD = re.compile(r"(.{6,}?)\s*(?:/|_|;|,| au | a | - )\s*.{6,}")
_MONTHS = (
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre".split(),
    "janv fevr mars avr mai juin juil aout sept oct nov dec".split(),
)
_FIRST, _LAST = 1980, 2100
_CENTURY, _LONGEST = 70, 60


@lru_cache(maxsize=65_536)
def read_date(text: str) -> str | None:
    """The ISO date (or month, or year) that a cell prints; None where it is no date from 1980 to 2100."""
    if len(text) > _LONGEST:
        return None
    folded = fold(text)
    if (match := _ISO.fullmatch(folded)) or (match := _COMPACT.fullmatch(folded)):
        return _day(match[1], match[2], match[3])
    if match := _FRENCH.fullmatch(folded):
        return _day(_full_year(match[3]), match[2], match[1])
    if match := _WORDS.fullmatch(folded):
        return _day(match[3], _month(match[2]), match[1])
    if match := _YEAR.fullmatch(folded):
        return match[1] if _FIRST <= int(match[1]) <= _LAST else None
    if match := _MONTH.fullmatch(folded):
        return _whole_month(match[1], match[2])
    if match := _MONTH_LAST.fullmatch(folded):
        return _whole_month(match[2], match[1])
    return _plausible(day_of_serial(folded))


def first_date(text: str) -> str | None:
    """The date, or the first one of a period ("2017-03-30/2017-05-24")."""
    if (date := read_date(text)) is not None:
        return date
    period = _PERIOD.fullmatch(text.strip())
    return read_date(period[1]) if period else None


def _day(year: str, month: str, day: str) -> str | None:
    try:
        return _plausible(datetime.date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return None


def _plausible(date: str | None) -> str | None:
    return date if date and _FIRST <= int(date[:4]) <= _LAST else None


def _whole_month(year: str, month: str) -> str | None:
    day = _day(year, month, "1")
    return day[:7] if day else None


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return f"{19 if int(year) >= _CENTURY else 20}{year}"


def _month(word: str) -> str:
    return next((str(names.index(word) + 1) for names in _MONTHS if word in names), "0")
