"""What a plan's text does not say of itself: `plan.toml`, or what a lone file's words and name let one guess."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.text import fold, slug
from loaders.words.places import PlaceName

PLAN_FILE = "plan.toml"
_KEYS = {"titre", "territoire", "debut", "fin", "lieux", "presentation"}
_PLACE_KEYS = {"nom", "nature", "code", "variantes"}
_WRITE_PLACES = 'Écrivez [[lieux]] puis, sur la ligne suivante, nom = "…".'
_NAME_IT = "Écrivez le nom du territoire en toutes lettres."
_SPAN = re.compile(r"\b((?:19|20)\d{2})\s*[-–/]\s*((?:19|20)\d{2})\b")
_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
_PLAN_WORDS = frozenset(
    "plan plans d de du des action actions contrat ville cdv convention annexe version vf vdef".split()
)


@dataclass(frozen=True)
class PlanInfo:
    """Title, territory and period of a plan, with its declared places. `guessed` lists what was guessed, in French."""

    title: str
    territory: str
    start: int | None
    end: int | None
    places: tuple[PlaceName, ...] = ()
    guessed: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Slug of territory and period."""
        years = dict.fromkeys(str(year) for year in (self.start, self.end) if year is not None)
        return slug(" ".join([self.territory, *years]))

    @property
    def scope(self) -> str:
        """Slug of the territory: actors without national standing live within it."""
        return slug(self.territory)


def read_plan_info(path: Path) -> PlanInfo:
    """Read `plan.toml`; `InputError` names the key that is missing, unknown or of the wrong type."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"fichier illisible ({error})", place=str(path), action="Corrigez la syntaxe TOML.") from error
    _check_keys(data, _KEYS, path)
    info = _info(data, path)
    if not info.scope:
        raise InputError(f"territoire « {info.territory} » sans lettre ni chiffre", place=str(path), action=_NAME_IT)
    if info.start and info.end and info.start > info.end:
        raise InputError(f"période de {info.start} à {info.end}", place=str(path), action="Écrivez debut avant fin.")
    return info


def _info(data: dict[str, Any], path: Path) -> PlanInfo:
    places = data.get("lieux", [])
    if not isinstance(places, list):
        raise InputError("« lieux » n'est pas une liste de tables", place=str(path), action=_WRITE_PLACES)
    return PlanInfo(
        title=_required(data, "titre", path),
        territory=_required(data, "territoire", path),
        start=_year(data, "debut", path),
        end=_year(data, "fin", path),
        places=tuple(_place(entry, path) for entry in places),
    )


def _check_keys(data: dict[str, Any], allowed: set[str], path: Path) -> None:
    unknown = sorted(set(data) - allowed)
    if unknown:
        raise InputError(
            f"clé inconnue : {', '.join(unknown)}",
            place=str(path),
            action=f"Clés admises : {', '.join(sorted(allowed))}.",
        )


def _required(data: dict[str, Any], key: str, path: Path) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise InputError(f"« {key} » manque ou n'est pas un texte", place=str(path), action=f'Écrivez {key} = "…".')
    return value.strip()


def _year(data: dict[str, Any], key: str, path: Path) -> int | None:
    value = data.get(key)
    if value is None or (isinstance(value, int) and 1900 < value < 2200):
        return value
    raise InputError(
        f"« {key} » vaut {value!r}, une année était attendue", place=str(path), action=f"Écrivez {key} = 2024."
    )


def _place(entry: Any, path: Path) -> PlaceName:
    if not isinstance(entry, dict):
        raise InputError("« lieux » n'est pas une liste de tables", place=str(path), action=_WRITE_PLACES)
    _check_keys(entry, _PLACE_KEYS, path)
    spellings = entry.get("variantes", [])
    if not isinstance(spellings, list) or not all(isinstance(spelling, str) for spelling in spellings):
        raise InputError(
            "« variantes » n'est pas une liste de textes", place=str(path), action='Écrivez variantes = ["…"].'
        )
    kind, code = (_required(entry, key, path) if key in entry else None for key in ("nature", "code"))
    return PlaceName(_required(entry, "nom", path), tuple(spellings), kind, code)


def guess_plan_info(path: Path, printed_title: str | None, preamble: str = "") -> PlanInfo:
    """Title from the text, else from the file's name; territory and period from both. All of it is said as guessed.

    `preamble` is all that is printed before the first axis: the period is often there, below the title.
    """
    stem = re.sub(r"[_\W]+", " ", path.stem).strip()
    words = [word for word in stem.split() if fold(word) not in _PLAN_WORDS and not word.isdigit()]
    territory = " ".join(words) or stem or "territoire"
    start, end = _period(f"{printed_title or ''} {preamble} {path.stem}")
    return PlanInfo(
        title=printed_title or stem,
        territory=territory[0].upper() + territory[1:],
        start=start,
        end=end,
        guessed=(
            f"titre pris {'dans le texte' if printed_title else 'du nom du fichier'} : « {printed_title or stem} »",
            f"territoire deviné d'après le nom du fichier : « {territory} »",
        ),
    )


def _period(text: str) -> tuple[int | None, int | None]:
    """First and last year: of the first "2024-2026" printed, else of all years."""
    if (span := _SPAN.search(text)) is not None:
        return int(span[1]), int(span[2])
    years = [int(year) for year in _YEARS.findall(text)]
    return min(years, default=None), max(years, default=None)
