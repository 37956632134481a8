"""What may be wrong with a query file, or with a value for one of its parameters."""

from __future__ import annotations

from pathlib import Path


class QueryFileError(Exception):
    """A .cypher file that breaks the rules of the library; the message is French and says what was expected."""

    def __init__(self, path: Path, line: int, found: str, expected: str) -> None:
        super().__init__(f"{path}, ligne {line} : {found} ; attendu : {expected}")
        self.path = path
        self.line = line
        self.found = found
        self.expected = expected


class ParameterError(ValueError):
    """A value that does not fit its parameter; the message is French."""
