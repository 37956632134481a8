"""JSON of open-data portals as rows; anything else is refused with what to do."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.exchange import FORMAT
from loaders.read.records import holds_records, read_json_records

_RECORDS = [{"a": "x", "b": 1.50, "c": None}, {"b": 24310051800022, "d": True, "a": "l'un\ndes deux"}]


def written(folder: Path, data: object, name: str = "d.json") -> Path:
    path = folder / name
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    return path


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read_json_records(path).rows]


def test_records_are_rows_under_the_names_of_their_fields(tmp_path: Path) -> None:
    raw = read_json_records(written(tmp_path, _RECORDS))
    assert [row.locator for row in raw.rows] == ["noms des champs", "enregistrement 1", "enregistrement 2"]
    assert [row.cells for row in raw.rows] == [
        ("a", "b", "c", "d"),
        ("x", "1.5"),
        ("l'un des deux", "24310051800022", "", "oui"),
    ]
    assert raw.media_type == "application/json"


@pytest.mark.parametrize(
    "data",
    [
        {"total_count": 2, "results": _RECORDS},
        {"records": [{"recordid": "1", "fields": record} for record in _RECORDS]},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": record} for record in _RECORDS]},
        [{"datasetid": "s", "fields": record} for record in _RECORDS],
    ],
)
def test_the_wrappings_of_portals(data: object, tmp_path: Path) -> None:
    assert cells(written(tmp_path, data)) == cells(written(tmp_path, _RECORDS, "plain.json"))


def test_numbers_are_kept_as_they_are_written(tmp_path: Path) -> None:
    text = '[{"n": 2.43E+13, "m": 1200.00, "k": 00}]'.replace("00}", "0}")
    assert cells(written(tmp_path, text))[1] == ("2.43E+13", "1200.00", "0")
    assert cells(written(tmp_path, '[{"n": NaN, "m": ["a", "b"], "k": {"x": 1}}]'))[1] == ("", "a, b", '{"x": "1"}')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[{"a": 1}, {"a"', "illisible"),
        ("[" * 100_000, "imbriqués"),
        ("[1, 2]", "liste d'enregistrements"),
        ("[]", "liste d'enregistrements"),
        ('{"a": 1}', "liste d'enregistrements"),
        ('"texte"', "liste d'enregistrements"),
        ("", "vide"),
        (json.dumps({"format": FORMAT, "nodes": [], "relationships": []}), "graphe de Maillage"),
    ],
)
def test_other_json_is_refused_with_what_to_do(text: str, expected: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=expected) as caught:
        read_json_records(written(tmp_path, text))
    assert "d.json" in str(caught.value)
    assert caught.value.action


def test_a_record_of_too_many_fields_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, [{f"f{n}": n for n in range(3000)}])
    with pytest.raises(InputError, match="trop"):
        read_json_records(path)


def test_a_graph_of_maillage_is_told_by_its_first_words(tmp_path: Path) -> None:
    graph = written(tmp_path, json.dumps({"format": FORMAT, "nodes": []}, indent=1), "g.json")
    assert not holds_records(graph)
    assert holds_records(written(tmp_path, _RECORDS))
    assert holds_records(written(tmp_path, [{"format": FORMAT}]))
    assert not holds_records(tmp_path / "absent.json")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(_VALUES | st.lists(st.dictionaries(st.text(max_size=4), _VALUES, max_size=4), max_size=4))
def test_any_json_is_rows_or_an_error(data: object) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = written(Path(folder), data)
        try:
            raw = read_json_records(path)
        except InputError:
            return
        assert len({len(row.cells) for row in raw.rows}) >= 1
        assert all(isinstance(cell, str) for row in raw.rows for cell in row.cells)
        "".join(cell for row in raw.rows for cell in row.cells).encode("utf-8")
