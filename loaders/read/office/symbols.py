"""Signs of the fonts Symbol and Wingdings, whose letters are pictures, as signs that everybody reads."""

from __future__ import annotations

import unicodedata

_PRIVATE = 0xF000
# By the font's own codes, as its specimen shows them.
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "❑", 0x72: "❒", 0x73: "◆", 0x74: "◆", 0x75: "◆", 0x76: "❖", 0x77: "◆",
    0x9E: "•", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x50: "✓", 0x4F: "✗", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "●", 0x96: "•"}
_SYMBOL = {0xB7: "•", 0xA8: "♦", 0xAE: "→", 0xDE: "⇒", 0x2D: "−", 0xB3: "≥", 0xA3: "≤", 0xB0: "°"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PLAIN = str.maketrans({"\u00ad": None, "\u200b": None, "\ufeff": None, "\u2011": "-", "\u001f": None, "\u001e": "-"})


def is_pictorial(font: str | None) -> bool:
    """True for a font whose letters are pictures."""
    return font is not None and font.casefold() in _FONTS


def symbol(code: str | None, font: str | None) -> str:
    """The sign of a code in hexadecimal ("F0FC") in a font; as it stands where it is not known."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    return pictured(chr(point), font) if 0 < point < 0xD800 or 0xDFFF < point < 0x110000 else ""


def pictured(text: str, font: str | None) -> str:
    """Letters of a pictorial font as the signs that they show."""
    signs = _FONTS.get((font or "").casefold(), {})
    return "".join(signs.get(ord(sign) - _PRIVATE if ord(sign) >= _PRIVATE else ord(sign), sign) for sign in text)


def _public(sign: str) -> str:
    """A sign of the private area, whatever the font: Word and LibreOffice put those of Symbol and Wingdings there."""
    code = ord(sign) - _PRIVATE
    return (_WINGDINGS.get(code) or _SYMBOL.get(code) or sign) if 0 <= code <= 0xFF else sign


def readable(text: str) -> str:
    """Text composed (NFC), without marks of hyphenation, its unbreakable hyphens plain, private signs made public."""
    text = unicodedata.normalize("NFC", text.translate(_PLAIN))
    return text if text.isascii() else "".join(map(_public, text))
