"""The words of a cell, cleaned of what a spreadsheet adds to them."""

from __future__ import annotations

import re
import unicodedata

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ERROR = re.compile(
    r"#(?:N/[AD]|REF!|DIV/0!|VALUE!|VALEUR!|NAME\?|NOM\s?\?|NUM!|NOMBRE!|NULL!|NUL!|SPILL!|PROPAGATION!|CALC!|#+)"
    r"|(?:Err|Erreur)\s?:\s?\d{3}"
)
_TRUTHS = {"vrai": True, "true": True, "faux": False, "false": False}
_QUOTED_SIGN = re.compile(r"'(?=[=+\-@\d])")


def clean(text: str) -> str:
    """Signs composed, lines ended by "\\n", control characters left out, no apostrophe that only marks a text."""
    if text.isprintable() and not text.startswith("'") and unicodedata.is_normalized("NFC", text):
        return text
    composed = unicodedata.normalize("NFC", _CONTROLS.sub("", _BREAKS.sub("\n", text)))
    return composed[1:] if _QUOTED_SIGN.match(composed) else composed


def unescaped(text: str) -> str:
    """Excel's "_x000D_" as the sign that it stands for."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def is_error(text: str) -> bool:
    """True for what a spreadsheet shows where a formula fails: "#N/A", "#REF!", "Err:508"."""
    return len(text) < 20 and bool(_ERROR.fullmatch(text.strip()))


def is_truth(text: str) -> bool | None:
    """What "VRAI", "TRUE", "FAUX" and "FALSE" say, else None."""
    return _TRUTHS.get(text.lower())
