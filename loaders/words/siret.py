"""Numbers of organisations: SIRET (14 digits) and SIREN (its first 9), sound, repaired, or damaged by a spreadsheet.

The key is Luhn's; establishments of La Poste have another, the sum of their digits being a multiple of five (Sirene).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from graph.text import fold
from loaders.read.sheets.values import damaged_number
from loaders.words.names import PLACEHOLDERS

_SIREN, _SIRET, _LONGEST = 9, 14, 100
_LA_POSTE = "356000000"
_NAMED = re.compile(r"^(?:n[°o.]?\s*)?(?:siret|siren)?\s*(?:n[°o.])?\s*:?\s*")
_BETWEEN = re.compile(r"[\s'’.\u00a0\u202f\u200b-]")
_RNA = re.compile(r"w[\da-z]{9}")
_NOT_GIVEN = re.compile(
    r"(?:non|pas de|sans|aucun) (?:siret|siren|numero|communique|connu|disponible|diffusible|applicable)e?s?"
    r"|en cours.*|n\.?c\.?|n\.?d\.?|#n/a|null|none|nan|0+|inconnue?"
)


class State(StrEnum):
    """What a cell for a SIRET holds."""

    ABSENT = "absent"
    SIRET = "siret"
    SIREN = "siren"
    REPAIRED = "repaired"
    DAMAGED = "damaged"
    WRONG_KEY = "wrong key"
    WRONG_LENGTH = "wrong length"
    RNA = "rna"
    OTHER = "other"


@dataclass(frozen=True)
class Number:
    """A number as read. `siren` is there where it is sound, `siret` where all of it is; `hint`: digits left of it."""

    state: State
    siren: str | None = None
    siret: str | None = None
    hint: str | None = None


_ABSENT = Number(State.ABSENT)


@lru_cache(maxsize=65_536)
def read_siret(text: str) -> Number:
    """Read a cell that should hold a SIRET; what is not sound is never given as a number."""
    folded = fold(text[:_LONGEST])
    if not folded or PLACEHOLDERS.match(folded) or _NOT_GIVEN.fullmatch(folded):
        return _ABSENT
    if (damaged := damaged_number(text[:_LONGEST])) is not None:
        return Number(State.DAMAGED, hint=damaged.kept)
    bare = _BETWEEN.sub("", _NAMED.sub("", re.sub(r"[.,]0+$", "", folded), count=1))
    if not re.fullmatch(r"[0-9]+", bare):
        return Number(State.RNA if _RNA.fullmatch(bare) else State.OTHER)
    return _of_digits(bare)


def _of_digits(digits: str) -> Number:
    if len(digits) in (_SIREN - 1, _SIRET - 1):
        padded = _sound(f"0{digits}", State.REPAIRED)
        return padded or Number(State.WRONG_LENGTH)
    if len(digits) in (_SIREN, _SIRET):
        state = State.SIREN if len(digits) == _SIREN else State.SIRET
        return _sound(digits, state) or Number(State.WRONG_KEY)
    return _ABSENT if not digits.strip("0") else Number(State.WRONG_LENGTH)


def _sound(digits: str, state: State) -> Number | None:
    if len(digits) == _SIREN and is_siren(digits):
        return Number(state, siren=digits)
    if len(digits) == _SIRET and is_siret(digits):
        return Number(state, siren=digits[:_SIREN], siret=digits)
    return None


def is_siren(digits: str) -> bool:
    """True for nine digits, not all zeros, that have a sound key."""
    return len(digits) == _SIREN and _plain(digits) and digits.strip("0") != "" and _luhn(digits)


def is_siret(digits: str) -> bool:
    """True for fourteen digits with a sound key, of an organisation whose own number is sound."""
    if len(digits) != _SIRET or not _plain(digits) or not is_siren(digits[:_SIREN]):
        return False
    return _luhn(digits) or (digits.startswith(_LA_POSTE) and sum(map(int, digits)) % 5 == 0)


def _plain(digits: str) -> bool:
    return digits.isascii() and digits.isdigit()


def _luhn(digits: str) -> bool:
    """Luhn's key: each second digit from the right counts double, the digits of the result being added."""
    doubled = (int(digit) * (1 + rank % 2) for rank, digit in enumerate(reversed(digits)))
    return sum(value - 9 * (value > 9) for value in doubled) % 10 == 0
