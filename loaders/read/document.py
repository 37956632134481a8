"""A document once its bytes are understood."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.lines import Line


@dataclass(frozen=True)
class RawDocument:
    """Lines of one file, its fingerprint, and notes on how its bytes were read: (code, French message) pairs."""

    name: str
    sha256: str
    media_type: str
    lines: tuple[Line, ...]
    notes: tuple[tuple[str, str], ...] = ()
