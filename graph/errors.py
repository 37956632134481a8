"""The one tree of errors that Maillage raises on purpose.

Messages are in French because a person of the governance team reads them; each says where, what was found, what was
expected and what to do. The command line prints them without a traceback and exits with `exit_code`.
"""

from __future__ import annotations


class MaillageError(Exception):
    """Base of every expected error.

    `message` says what was found and expected, `place` (file, line, cell…) where, `action` what to do.
    """

    exit_code = 1

    def __init__(self, message: str, *, place: str | None = None, action: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.place = place
        self.action = action

    def __str__(self) -> str:
        head = f"{self.place} : {self.message}" if self.place else self.message
        return f"{head}\n→ {self.action}" if self.action else head


class InputError(MaillageError):
    """The user's file or data is at fault (exit 1)."""


class UsageError(MaillageError):
    """The command was called with words that make no sense together (exit 2)."""

    exit_code = 2


class DatabaseError(MaillageError):
    """The database cannot be had: unreachable, wrong password, wrong version, cannot be installed (exit 3)."""

    exit_code = 3
