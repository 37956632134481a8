"""What can be known of a query's text without a server: the parameters it uses, the columns it returns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<skip>//[^\n]*|/\*.*?\*/|\s+)
  | (?P<string>'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")
  | (?P<name>`(?:``|[^`])*`)
  | (?P<parameter>\$(?:\w+|`(?:``|[^`])*`))
  | (?P<word>\w+)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_AFTER_RETURN = {"ORDER", "SKIP", "LIMIT", "OFFSET", "UNION"}


@dataclass(frozen=True)
class Token:
    """A piece of a query: `kind` is the name of its group above, `line` counts from 1."""

    kind: str
    text: str
    line: int
    depth: int


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a query without comments and blanks; `depth` counts the brackets around each."""
    line, depth = 1, 0
    for match in _TOKEN.finditer(text):
        piece = match.group()
        depth -= piece in ")]}"
        if match.lastgroup != "skip":
            yield Token(str(match.lastgroup), piece, line, depth)
        depth += piece in "([{"
        line += piece.count("\n")


def parameters(text: str) -> dict[str, int]:
    """Name of each parameter used → line of its first use."""
    found: dict[str, int] = {}
    for token in tokens(text):
        if token.kind == "parameter":
            found.setdefault(token.text[1:].strip("`"), token.line)
    return found


def returned(text: str) -> tuple[list[str | None], int]:
    """Columns of the final RETURN, None for one without a name of its own, and the line of that RETURN (0: none)."""
    body = list(tokens(text))
    starts = [i for i, token in enumerate(body) if _is(token, {"RETURN"})]
    if not starts:
        return [], 0
    items: list[list[Token]] = [[]]
    for token in body[starts[-1] + 1 :]:
        if _is(token, _AFTER_RETURN) or token.text == ";":
            break
        if token.text == "," and token.depth == 0:
            items.append([])
        else:
            items[-1].append(token)
    if items[0] and items[0][0].text.upper() == "DISTINCT":
        items[0].pop(0)
    return [_name(item) for item in items], body[starts[-1]].line


def _is(token: Token, keywords: set[str]) -> bool:
    return token.kind == "word" and token.depth == 0 and token.text.upper() in keywords


def _name(item: list[Token]) -> str | None:
    """`… AS name`, or a variable alone."""
    named = len(item) > 2 and item[-2].text.upper() == "AS"
    if (named or len(item) == 1) and item[-1].kind in ("word", "name"):
        return item[-1].text.strip("`")
    return None
