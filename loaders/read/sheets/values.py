"""Numbers, dates and booleans of a spreadsheet as the text that a person sees, and numbers that one has damaged."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.')
_EUROS = re.compile(r"(?P<unit>[kKM]?)\s?(?:€|EUR\b)")
_SCALED = re.compile(r"[0#?],+(?![0#?,])")
_ZEROS = re.compile(r"[0# ]*0[0# ]*")
_SCIENTIFIC = re.compile(r"(?P<kept>\d(?:[.,]\d+)?)\s?[Ee](?P<sign>\+?)(?P<power>\d{1,3})")
_LONG = re.compile(r"\d{12,}")
_SIRET, _EXACT, _LONGEST = 14, 15, 60


@dataclass(frozen=True)
class Format:
    """What a number's format shows: a date, a duration, a percentage, leading zeros, a unit of money."""

    date: bool = False
    duration: bool = False
    percent: bool = False
    digits: int = 0
    unit: str = ""


PLAIN = Format()


@lru_cache(maxsize=4096)
def format_of(code: str) -> Format:
    """The format that a code of Excel asks for: "0%", "dd/mm/yyyy", "00000", '#,##0 "€"'."""
    from openpyxl.styles.numbers import is_date_format, is_timedelta_format

    if is_date_format(code):
        return Format(date=True, duration=is_timedelta_format(code))
    first = code.split(";")[0]
    shown = _LITERAL.sub(lambda match: match[1] or match[2] or match[3] or "", first)
    if "%" in shown:
        return Format(percent=True)
    if (money := _EUROS.search(shown)) is not None:
        scaled = _SCALED.search(_LITERAL.sub("", first))
        return Format(unit="€" if scaled else f"{money['unit']}€")
    bare = shown.replace("\u00a0", " ").strip()
    return Format(digits=bare.count("0")) if _ZEROS.fullmatch(bare) and bare.count("0") > 1 else PLAIN


def number_text(value: float, shown: Format = PLAIN, decimal: str = ",") -> str:
    """A number as text: whole ones without a point, at most fifteen digits, "25 %", "01000", "1200 €"."""
    if shown.percent:
        return f"{_plain(value * 100, decimal, 12)} %"
    text = _plain(value, decimal)
    if shown.digits and text.isdigit():
        return text.zfill(shown.digits)
    return f"{text} {shown.unit}" if shown.unit else text


def _plain(value: float, decimal: str, digits: int = _EXACT) -> str:
    """Never an exponent, which nobody would know again; beyond fifteen digits, zeros, as a spreadsheet shows it."""
    return f"{Decimal(f'{value + 0.0:.{digits}g}'):f}".replace(".", decimal)


def boolean_text(value: bool) -> str:
    """As a French spreadsheet shows it."""
    return "VRAI" if value else "FAUX"


def moment_text(value: datetime.date | datetime.time | datetime.timedelta) -> str:
    """ISO: "2024-05-01", "2024-05-01 12:30", "12:30", "30:00" (a duration); seconds where there are any."""
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    if isinstance(value, datetime.datetime):
        if value.time() == datetime.time():
            return value.date().isoformat()
        return f"{value.date().isoformat()} {moment_text(value.time())}"
    if isinstance(value, datetime.time):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat()


def serial_text(serial: float, shown: Format, since_1904: bool = False, decimal: str = ",") -> str:
    """The date of a day's number in Excel; the number itself where no calendar has such a day."""
    from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

    try:
        if serial < 0:
            raise ValueError
        epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
        return moment_text(from_excel(serial, epoch, timedelta=shown.duration))
    except (OverflowError, ValueError):
        return number_text(serial, decimal=decimal)


@dataclass(frozen=True)
class DamagedNumber:
    """A number that a spreadsheet has cut: the leading digits that it kept (the last one rounded), and how many it had.

    DamagedNumber("243", 14) was a SIRET that began with about 243.
    """

    kept: str
    length: int


def damaged_number(text: str) -> DamagedNumber | None:
    """What is left of a long number (SIRET, account…) that a spreadsheet has damaged; None where nothing shows it.

    It shows by an exponent ("2,43E+13"), by a SIRET that ends with five zeros (no establishment has that number), and
    by zeros after the fifteenth digit, the last that a spreadsheet keeps.
    """
    if len(text) > _LONGEST or not text.lstrip()[:1].isdigit():
        return None
    bare = re.sub(r"\s", "", text)
    if (match := _SCIENTIFIC.fullmatch(bare)) is not None:
        return _from_exponent(match)
    if not _LONG.fullmatch(bare):
        return None
    kept = bare.rstrip("0")
    cut_siret = len(bare) == _SIRET and len(kept) <= _SIRET - 5
    return DamagedNumber(kept, len(bare)) if kept and (cut_siret or len(kept) <= _EXACT < len(bare)) else None


def _from_exponent(match: re.Match[str]) -> DamagedNumber | None:
    """ "1E5" may be a code; "1E+05" and "1,5E5" are not."""
    kept, power = match["kept"], int(match["power"])
    if not match["sign"] and kept.isdigit():
        return None
    digits = re.sub(r"\D", "", kept).rstrip("0") or "0"
    return DamagedNumber(digits, power + 1) if power + 1 >= len(digits) else None


def day_of_serial(text: str) -> str | None:
    """The ISO date of a day's number shown without its format ("47727" → "2030-09-01"), from 1955 to 2119; else None.

    Only for a column that is known to hold dates: the number may be any other.
    """
    if not re.fullmatch(r"[2-7]\d{4}(?:[.,]0+)?", text.strip()):
        return None
    return serial_text(int(text.strip()[:5]), Format(date=True))
