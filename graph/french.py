"""Figures as people in France write them; the one place, for pages, tables and findings."""

from __future__ import annotations

import errno
from collections.abc import Iterable

NBSP = "\u00a0"
THIN = "\u202f"


def grouped(number: int) -> str:
    """1234567 → "1 234 567", with narrow no-break spaces."""
    return f"{number:,}".replace(",", THIN)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """ "0 objectif", "1 objectif", "3 objectifs": under two is singular; `plural` where it takes more than an s."""
    return f"{grouped(number)} {noun if abs(number) < 2 else plural or f'{noun}s'}"


def listed(items: Iterable[str], last: str = "et") -> str:
    """ "a", "a et b", "a, b et c"; nothing where there is nothing."""
    *first, end = list(items) or [""]
    return f"{', '.join(first)} {last} {end}" if first else end


def reason(error: OSError) -> str:
    """Why the system refused a file, in French; its own words for what is rare."""
    return _REASONS.get(error.errno or 0) or error.strerror or "raison inconnue"


_REASONS = {
    errno.EACCES: "accès refusé",
    errno.EPERM: "accès refusé",
    errno.EISDIR: "c'est un dossier",
    errno.ENOTDIR: "un dossier du chemin est un fichier",
    errno.ENOENT: "introuvable",
    errno.ENOSPC: "le disque est plein",
    errno.EROFS: "le disque est en lecture seule",
    errno.EEXIST: "le nom est déjà pris",
    errno.ENAMETOOLONG: "le nom est trop long",
}


def euros(amount: int) -> str:
    """An amount of whole euros: "89,3 M€", "1 234,5 M€"; in full where millions would hide a part of it."""
    if abs(amount) < 1_000_000 or amount % 10_000:
        return f"{grouped(amount)}{NBSP}€"
    hundredths = abs(amount) // 10_000
    whole, rest = divmod(hundredths, 100)
    decimals = f",{rest:02d}".rstrip("0").rstrip(",")
    return f"{'-' if amount < 0 else ''}{grouped(whole)}{decimals}{NBSP}M€"
