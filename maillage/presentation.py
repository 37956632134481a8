"""The looks that a person asks for: `[presentation]` of a `plan.toml`, with its logo beside it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.errors import InputError

if TYPE_CHECKING:
    from viz.dossier.theme import Logo, Theme

TABLE = "presentation"
_KEYS = ("organisme", "logo", "couleur")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_SIGNS = {"png": b"\x89PNG\r\n\x1a\n", "svg": b"<"}
_EXAMPLE = (
    'Écrivez, par exemple : [presentation] puis organisme = "Ville de …", couleur = "#16334D", logo = "logo.png".'
)


def read_theme(path: Path) -> Theme:
    """The theme that a `plan.toml` asks for, the usual one where it asks for nothing; the colour as it is written.

    Raises InputError for a file that cannot be read, an unknown key, a colour or a logo that is none.
    """
    from viz.dossier.theme import COLOUR, Theme

    told = _table(path)
    unknown = sorted(set(told) - set(_KEYS))
    if unknown:
        raise InputError(
            f"clé inconnue dans [{TABLE}] : {', '.join(unknown)}",
            place=str(path),
            action=f"Clés admises : {', '.join(_KEYS)}.",
        )
    for key in told:
        if not isinstance(told[key], str):
            raise InputError(f"« {key} » n'est pas un texte", place=str(path), action=_EXAMPLE)
    colour = told.get("couleur", COLOUR)
    if not _COLOUR.fullmatch(colour):
        raise InputError(f"couleur « {colour} » inconnue", place=str(path), action='Écrivez couleur = "#16334D".')
    return Theme(told.get("organisme", "").strip(), _logo(path, told.get("logo")), colour.upper())


def _table(path: Path) -> dict[str, Any]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"fichier illisible ({error})", place=str(path), action="Corrigez la syntaxe TOML.") from error
    found = data.get(TABLE, {})
    if not isinstance(found, dict):
        raise InputError(f"« {TABLE} » n'est pas une table", place=str(path), action=_EXAMPLE)
    return found


def _logo(path: Path, name: str | None) -> Logo | None:
    from viz.dossier.theme import Logo

    if not name:
        return None
    file = path.parent / name
    kind = file.suffix.lower().lstrip(".")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError("logo introuvable", place=str(file), action="Déposez-le à côté de plan.toml.") from error
    if kind not in _SIGNS or not content.lstrip().startswith(_SIGNS[kind]):
        raise InputError(
            "ce logo n'est ni un PNG ni un SVG", place=str(file), action="Enregistrez-le en PNG ou en SVG."
        )
    return Logo(content, kind)
