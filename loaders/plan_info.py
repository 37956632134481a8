"""What a plan's text does not say of itself: `plan.toml`, or what a lone file's words and name let one guess."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.text import fold, slug
from loaders.forms.places import PlaceName

PLAN_FILE = "plan.toml"
_KEYS = {"titre", "territoire", "debut", "fin", "lieux"}
_PLACE_KEYS = {"nom", "nature", "code", "variantes"}
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
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"fichier illisible ({error})", place=str(path), action="Corrigez la syntaxe TOML.") from error
    _check_keys(data, _KEYS, path)
    return PlanInfo(
        title=_required(data, "titre", path),
        territory=_required(data, "territoire", path),
        start=_year(data, "debut", path),
        end=_year(data, "fin", path),
        places=tuple(_place(entry, path) for entry in data.get("lieux", [])),
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
        raise InputError(
            "« lieux » n'est pas une liste de tables", place=str(path), action="Écrivez [[lieux]] avec nom = …"
        )
    _check_keys(entry, _PLACE_KEYS, path)
    spellings = tuple(str(spelling) for spelling in entry.get("variantes", ()))
    return PlaceName(_required(entry, "nom", path), spellings, entry.get("nature"), entry.get("code"))


def guess_plan_info(path: Path, printed_title: str | None) -> PlanInfo:
    """Title from the text, else from the file's name; territory and period from both. All of it is said as guessed."""
    stem = re.sub(r"[_\W]+", " ", path.stem).strip()
    years = [int(year) for year in _YEARS.findall(f"{printed_title or ''} {stem}")]
    words = [word for word in stem.split() if fold(word) not in _PLAN_WORDS and not word.isdigit()]
    territory = " ".join(words) or stem or "territoire"
    return PlanInfo(
        title=printed_title or stem,
        territory=territory[0].upper() + territory[1:],
        start=min(years, default=None),
        end=max(years, default=None),
        guessed=(
            f"titre pris {'dans le texte' if printed_title else 'du nom du fichier'} : « {printed_title or stem} »",
            f"territoire deviné d'après le nom du fichier : « {territory} »",
        ),
    )
