"""Parameters of a query: their types, their defaults, and values typed by a person."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from cypher.errors import ParameterError

TYPES = {
    "string": "un texte",
    "integer": "un nombre entier",
    "float": "un nombre",
    "boolean": "oui ou non",
    "list": "des valeurs séparées par des virgules",
}
_CHOICES = {"niveau": ("objectif", "action", "tous")}
"""The words that a parameter of this name takes, in every query: another would find nothing, and say nothing."""

_TRUE, _FALSE = {"oui", "vrai", "true", "1"}, {"non", "faux", "false", "0"}


@dataclass(frozen=True)
class Column:
    """A column of an answer."""

    name: str
    type: str


@dataclass(frozen=True)
class Parameter:
    """A parameter; where `required` is false, `default` stands for it."""

    name: str
    type: str
    required: bool = True
    default: Any = None

    @property
    def names_an_actor(self) -> bool:
        """True where the value is an actor's id, which a person would rather give as a name."""
        return self.name == "acteur" or self.name.startswith("acteur_")

    def read(self, text: str) -> Any:
        """The value of a text typed by a person; "null" stands for no value where the parameter allows it.

        Raises:
            ParameterError: the text is not of the parameter's type.
        """
        stripped = text.strip()
        if stripped == "null" and not self.required:
            return None
        choices = _CHOICES.get(self.name)
        if choices and stripped not in choices:
            raise ParameterError(f"« {self.name} » attend {', '.join(choices)}, pas « {text} »")
        try:
            return _READERS[self.type](stripped)
        except ValueError as error:
            raise ParameterError(f"« {self.name} » attend {TYPES[self.type]}, pas « {text} »") from error


def _string(text: str) -> str:
    text.encode()  # bytes that are no UTF-8 reach us as half characters, which no base takes
    return text


def _integer(text: str) -> int:
    value = int(re.sub(r"[\s\u00a0\u202f]", "", text))
    if not -(2**63) <= value < 2**63:
        raise ValueError(text)
    return value


def _boolean(text: str) -> bool:
    word = text.casefold()
    if word not in _TRUE | _FALSE:
        raise ValueError(text)
    return word in _TRUE


def _float(text: str) -> float:
    if not re.fullmatch(r"[+-]?\d+(?:[.,]\d+)?", text):
        raise ValueError(text)
    return float(text.replace(",", "."))


def _list(text: str) -> list[Any]:
    if text.startswith("["):
        found = json.loads(text)
        if isinstance(found, list):
            return found
    return [part.strip() for part in text.split(",") if part.strip()]


_READERS: dict[str, Callable[[str], Any]] = {
    "string": _string,
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
    "list": _list,
}
_PYTHON: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "float": (int, float),
    "boolean": (bool,),
    "list": (list,),
}


def read_default(text: str, type_: str) -> Any:
    """The default written in a header, as JSON or as a text between single quotes; ValueError where it does not fit."""
    quoted = re.fullmatch(r"'([^']*)'", text)
    value = quoted.group(1) if quoted else json.loads(text)
    fits = isinstance(value, _PYTHON[type_]) and (type_ == "boolean" or not isinstance(value, bool))
    if value is not None and not fits:
        raise ValueError(text)
    return value
