"""The headers of the query files, and the values typed for their parameters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cypher.library import Parameter, ParameterError, QueryFileError, library, read_query
from cypher.source import parameters, returned
from cypher.values import TYPES

GOOD = """\
// title: Titre
// question: Quoi ?
// description: Ce que l'on compte.
// params: plan: string = null, seuil: integer = 2, noms: list = ["a", "b"], mot: string = 'x, y', acteur: string
// columns: nom: string, nombre: integer
MATCH (a:Actor {id: $acteur}) // ni $autre
WHERE a.name <> 'en $euros' AND $plan IS NULL AND a.name IN $noms AND a.name <> $mot /* $rien */
CALL (a) { MATCH (a)-->(b) RETURN count(b) AS inside }
WITH a, inside WHERE inside > $seuil
RETURN DISTINCT a.name AS nom, coalesce(inside, 0) AS nombre
ORDER BY nombre DESC, nom LIMIT 10
"""


def write(folder: Path, text: str, name: str = "essai/question.cypher") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_file(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, GOOD))
    assert (query.name, query.pack, query.title, query.question) == ("question", "essai", "Titre", "Quoi ?")
    assert [(p.name, p.type, p.required, p.default) for p in query.params] == [
        ("plan", "string", False, None),
        ("seuil", "integer", False, 2),
        ("noms", "list", False, ["a", "b"]),
        ("mot", "string", False, "x, y"),
        ("acteur", "string", True, None),
    ]
    assert [(c.name, c.type) for c in query.columns] == [("nom", "string"), ("nombre", "integer")]


def test_none_is_no_parameter(tmp_path: Path) -> None:
    text = "// title: T\n// question: Q\n// description: D\n// params: none\n// columns: n: integer\nRETURN 1 AS n\n"
    query = read_query(write(tmp_path, text))
    assert query.params == ()
    assert query.bind({}) == {}


@pytest.mark.parametrize(
    ("old", "new", "line", "found", "expected"),
    [
        ("// question: Quoi ?\n", "", 1, "« question » absent", "// question: …"),
        ("Ce que l'on compte.", "", 3, "« description » absent ou vide", "// description"),
        ("// question:", "// quesion:", 2, "« // quesion: Quoi ? »", "title, question"),
        ("// question: Quoi ?", "// title: Encore", 2, "second « title »", "une seule fois"),
        ("seuil: integer", "seuil: entier", 4, "type « entier »", "string, integer"),
        ("seuil: integer = 2", "seuil: integer = deux", 4, "« seuil: integer = deux »", "un nombre entier"),
        ("seuil: integer = 2", "seuil: integer = true", 4, "« seuil: integer = true »", "un nombre entier"),
        (", acteur: string", "", 6, "$acteur n'est pas déclaré", "plan, seuil"),
        ("acteur: string", "acteur: string, ville: string", 4, "« ville » déclaré", "$ville"),
        ("acteur: string", "acteur", 4, "acteur", "« nom: type »"),
        ("nombre: integer", "total: integer", 10, "RETURN nom, nombre", "nom, total"),
        ("a.name AS nom", "a.name", 10, "RETURN (sans nom), nombre", "nom, nombre"),
        ("RETURN DISTINCT", "WITH", 1, "RETURN rien", "nom, nombre"),
    ],
)
def test_a_bad_file_says_where_what_and_what_was_expected(
    tmp_path: Path, old: str, new: str, line: int, found: str, expected: str
) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(QueryFileError) as raised:
        read_query(path)
    assert (raised.value.path, raised.value.line) == (path, line)
    assert found in raised.value.found
    assert expected in raised.value.expected
    assert str(raised.value).startswith(f"{path}, ligne {line} : ")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "latin.cypher"
    path.write_bytes("// title: État".encode("cp1252"))
    with pytest.raises(QueryFileError, match="UTF-8"):
        read_query(path)


def test_a_file_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "windows.cypher"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_query(path).title == "Titre"


def test_a_folder_adds_its_files_and_its_packs(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "seule.cypher")
    write(tmp_path, GOOD, "lot/autre.cypher")
    added = {name: query.pack for name, query in library(tmp_path).items() if name not in library()}
    assert added == {"seule": tmp_path.name, "autre": "lot"}


def test_one_name_in_two_packs(tmp_path: Path) -> None:
    write(tmp_path, GOOD, "a/double.cypher")
    write(tmp_path, GOOD, "b/double.cypher")
    with pytest.raises(QueryFileError, match="déjà pris par"):
        library(tmp_path)


def test_parameters_outside_texts_and_comments() -> None:
    assert parameters("RETURN $a, '$b \\' $c', \"$d\", `$e` // $f\n, /* $g\n */ $h") == {"a": 1, "h": 3}


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("MATCH (n) RETURN n", ["n"]),
        ("MATCH (n) RETURN n.name", [None]),
        ("RETURN [1, 2] AS a, {b: 1, c: 2} AS d SKIP 1", ["a", "d"]),
        ("return 1 as `deux mots`;", ["deux mots"]),
        ("RETURN 1 AS a UNION ALL RETURN 2 AS b", ["b"]),
        ("RETURN COLLECT { MATCH (n) RETURN n.x AS y } AS z", ["z"]),
        ("CREATE (n)", []),
    ],
)
def test_columns_of_the_final_return(text: str, columns: list[str | None]) -> None:
    assert returned(text)[0] == columns


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        ("string", "Élan", "Élan"),
        ("integer", "1 200", 1200),
        ("float", "1,5", 1.5),
        ("float", "-2", -2.0),
        ("boolean", "Oui", True),
        ("boolean", "faux", False),
        ("list", "a, b", ["a", "b"]),
        ("list", "[1, 2]", [1, 2]),
    ],
)
def test_values_typed_by_a_person(type_: str, text: str, value: Any) -> None:
    assert Parameter("p", type_).read(text) == value


@pytest.mark.parametrize(
    ("type_", "text"),
    [
        ("integer", "douze"),
        ("integer", "1.5"),
        ("integer", str(2**63)),
        ("string", "\udce9"),
        ("float", "nan"),
        ("boolean", "peut-être"),
        ("list", "[1"),
    ],
)
def test_a_value_of_the_wrong_type(type_: str, text: str) -> None:
    with pytest.raises(ParameterError) as raised:
        Parameter("seuil", type_).read(text)
    assert TYPES[type_] in str(raised.value)
    assert text in str(raised.value)


def test_null_where_the_parameter_allows_it() -> None:
    assert Parameter("plan", "string", required=False).read("null") is None
    assert Parameter("plan", "string").read("null") == "null"


def test_bind(tmp_path: Path) -> None:
    query = read_query(write(tmp_path, GOOD))
    assert query.bind({"acteur": "ville", "seuil": 3}) == {
        "plan": None,
        "seuil": 3,
        "noms": ["a", "b"],
        "mot": "x, y",
        "acteur": "ville",
    }
    assert query.bind({"acteur": "ville", "seuil": None})["seuil"] == 2
    with pytest.raises(ParameterError, match=r"a besoin de : acteur \(un texte\)"):
        query.bind({})
    with pytest.raises(ParameterError, match=r"inconnu : ville .*plan, seuil, noms, mot, acteur"):
        query.bind({"acteur": "x", "ville": "y"})


def test_a_level_that_there_is_not_is_refused() -> None:
    level = Parameter("niveau", "string", required=False)
    assert level.read("action") == "action"
    with pytest.raises(ParameterError, match="objectif"):
        level.read("actions")
