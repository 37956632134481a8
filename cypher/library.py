"""The stock queries: one .cypher file a question, in packs, each with a header that is checked when it is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from cypher.errors import ParameterError, QueryFileError
from cypher.source import parameters, returned
from cypher.values import TYPES, Column, Parameter, read_default

__all__ = ["Column", "Parameter", "ParameterError", "Query", "QueryFileError", "library", "packs", "read_query"]

_FIELDS = ("title", "question", "description", "params", "columns")
_ENTRY = re.compile(r"\s*(?P<name>\w+)\s*:\s*(?P<type>\w+)\s*(?:=\s*(?P<default>.+?)\s*)?")
_PARTS = re.compile(r"""(?:'[^']*'|"[^"]*"|\[[^\]]*\]|[^,])+""")  # what stands between commas, quotes and lists whole
_SHAPES = {
    "params": "« nom: type » ou « nom: type = défaut », séparés par des virgules, ou « none »",
    "columns": "« nom: type », séparés par des virgules",
}
_T = TypeVar("_T", Column, Parameter)


@dataclass(frozen=True)
class Query:
    """A stock query; `text` is what goes to Neo4j, header included."""

    name: str
    pack: str
    path: Path
    title: str
    question: str
    description: str
    params: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    text: str

    def bind(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Parameters to send: the values given, defaults for the others and for None.

        Raises:
            ParameterError: a value for no parameter of the query, or none for a required one.
        """
        names = ", ".join(param.name for param in self.params) or "aucun"
        if unknown := sorted(set(values) - {param.name for param in self.params}):
            raise ParameterError(f"paramètre inconnu : {', '.join(unknown)} (paramètres de « {self.name} » : {names})")
        given = {name: value for name, value in values.items() if value is not None}
        missing = [param for param in self.params if param.required and param.name not in given]
        if missing:
            wanted = ", ".join(f"{param.name} ({TYPES[param.type]})" for param in missing)
            raise ParameterError(f"« {self.name} » a besoin de : {wanted}")
        return {param.name: given.get(param.name, param.default) for param in self.params}


def packs() -> Path:
    """The folder of the packs that come with Maillage."""
    return Path(__file__).parent


def library(*folders: Path) -> dict[str, Query]:
    """Queries by name, pack after pack, in order of name: those of Maillage, then those of the folders.

    A folder holds .cypher files (it is then a pack), folders of them, or both.

    Raises:
        QueryFileError: a file breaks the rules, or has the name of another.
    """
    found: dict[str, Query] = {}
    for path in (file for folder in (packs(), *folders) for file in _files(folder)):
        query = read_query(path)
        if query.name in found:
            raise QueryFileError(path, 1, f"nom déjà pris par {found[query.name].path}", "un nom de fichier unique")
        found[query.name] = query
    return found


def _files(folder: Path) -> Iterable[Path]:
    return sorted([*folder.glob("*.cypher"), *folder.glob("*/*.cypher")], key=lambda path: (path.parent, path.stem))


def read_query(path: Path) -> Query:
    """Read and check one file; its name is the file's stem, its pack the folder's name.

    Raises:
        QueryFileError: says the line, what was found and what was expected.
    """
    text = _text(path)
    lines = _header(path, text)
    query = Query(
        name=path.stem,
        pack=path.parent.name,
        path=path,
        title=lines["title"][1],
        question=lines["question"][1],
        description=lines["description"][1],
        params=_entries(path, "params", *lines["params"], _parameter),
        columns=_entries(path, "columns", *lines["columns"], _column),
        text=text,
    )
    _check_parameters(query, lines["params"][0])
    _check_columns(query)
    return query


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryFileError(path, 1, "fichier illisible", "un texte en UTF-8") from error


def _header(path: Path, text: str) -> dict[str, tuple[int, str]]:
    """Field → (line, value), from the comment lines at the top."""
    found: dict[str, tuple[int, str]] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("//"):
            break
        name, _, value = line[2:].partition(":")
        if name.strip() not in _FIELDS:
            raise QueryFileError(path, number, f"« {line.strip()} »", f"« // champ: valeur », avec {_names(_FIELDS)}")
        if name.strip() in found:
            raise QueryFileError(path, number, f"second « {name.strip()} »", "un champ une seule fois")
        found[name.strip()] = number, value.strip()
    for name in _FIELDS:
        number, value = found.get(name, (1, ""))
        if not value:
            raise QueryFileError(path, number, f"« {name} » absent ou vide", f"« // {name}: … » dans l'en-tête")
    return found


def _entries(path: Path, field: str, line: int, value: str, make: Callable[[re.Match[str]], _T]) -> tuple[_T, ...]:
    if field == "params" and value == "none":
        return ()
    made: list[_T] = []
    for part in _PARTS.findall(value):
        entry = _ENTRY.fullmatch(part)
        if not entry:
            raise QueryFileError(path, line, f"« {part.strip()} »", _SHAPES[field])
        if entry["type"] not in TYPES:
            raise QueryFileError(path, line, f"type « {entry['type']} »", f"l'un de {_names(TYPES)}")
        try:
            made.append(make(entry))
        except ValueError as error:
            raise QueryFileError(
                path, line, f"défaut « {part.strip()} »", f"{TYPES[entry['type']]}, ou null"
            ) from error
    return tuple(made)


def _parameter(entry: re.Match[str]) -> Parameter:
    if entry["default"] is None:
        return Parameter(entry["name"], entry["type"])
    return Parameter(
        entry["name"], entry["type"], required=False, default=read_default(entry["default"], entry["type"])
    )


def _column(entry: re.Match[str]) -> Column:
    if entry["default"] is not None:
        raise ValueError(entry["default"])
    return Column(entry["name"], entry["type"])


def _check_parameters(query: Query, line: int) -> None:
    used = parameters(query.text)
    declared = [param.name for param in query.params]
    for name, place in used.items():
        if name not in declared:
            raise QueryFileError(query.path, place, f"${name} n'est pas déclaré", f"l'un de {_names(declared)}")
    for name in declared:
        if name not in used or declared.count(name) > 1:
            raise QueryFileError(query.path, line, f"« {name} » déclaré", f"un usage de ${name}, et une déclaration")


def _check_columns(query: Query) -> None:
    found, line = returned(query.text)
    declared = [column.name for column in query.columns]
    if found != declared:
        names = [name or "(sans nom)" for name in found]
        raise QueryFileError(query.path, line or 1, f"RETURN {_names(names)}", f"les colonnes {_names(declared)}")


def _names(names: Iterable[str]) -> str:
    return ", ".join(names) or "rien"
