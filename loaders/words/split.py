"""Splitting French lists: separators count only outside parentheses and quotation marks.

An opening sign that never closes does not count; a stray closing one is ignored.
"""

from __future__ import annotations

_OPENING = {"(": ")", "«": "»", "“": "”", "[": "]"}


def split_outside(text: str, separators: str) -> list[str]:
    """Pieces of `text` between separators that stand outside parentheses and quotes."""
    pieces, start = [], 0
    for position in _outside_positions(text):
        if text[position] in separators:
            pieces.append(text[start:position])
            start = position + 1
    return [*pieces, text[start:]]


def outside(text: str, separator: str) -> tuple[str, str, str]:
    """Like `str.partition`, at the first separator outside parentheses and quotes."""
    for position in _outside_positions(text):
        if text[position] == separator:
            return text[:position], separator, text[position + 1 :]
    return text, "", ""


def parentheses(text: str) -> tuple[str, str | None]:
    """The words outside the first pair of parentheses, and those inside (None where there are none)."""
    start = text.find("(")
    if start < 0:
        return text.replace(")", ""), None
    end = text.find(")", start)
    end = len(text) if end < 0 else end
    return f"{text[:start].rstrip()} {text[end + 1 :].strip()}".strip(), text[start + 1 : end]


def _outside_positions(text: str) -> list[int]:
    """Positions outside parentheses and quotes."""
    positions: list[int] = []
    closing: list[str] = []
    in_quotes = False
    for position, sign in enumerate(text):
        if sign == '"':
            in_quotes = not in_quotes and '"' in text[position + 1 :]
        elif closing and sign == closing[-1]:
            closing.pop()
        elif sign in _OPENING and _OPENING[sign] in text[position + 1 :]:
            closing.append(_OPENING[sign])
        elif not closing and not in_quotes and not _decimal_comma(text, position):
            positions.append(position)
    return positions


def _decimal_comma(text: str, position: int) -> bool:
    """The comma of "1,2 M€" separates nothing."""
    return (
        text[position] == ","
        and text[position - 1 : position].isdigit()
        and text[position + 1 : position + 2].isdigit()
    )
