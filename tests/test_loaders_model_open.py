"""Made-up plans in Maillage's own workbook: any words are read, written again, and come back the same."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from loaders.forms.model.items import Item, read_items, write_items
from maillage.plan_workbook import plan_sheets
from tests.model_made import facts, filled, parts_of, read_parts

WORDS = (
    "CAF",
    "Ville de Montfleur",
    "Régie (RT)",
    "les élèves",
    "A;B",
    '"x',
    "[déduit]",
    "=A1",
    "+1 asso",
    "@b",
    "-c",
    "Ville : sport",
    "L'Escale",
    "Escalé",
    "été",
    "axe 2",
    "1",
    "2.1",
    "((",
    "a ; b",
    "CMA [par CCI]",
    "État",
    "Anah",
)
SIGNS = st.characters(categories=("L", "N", "P", "S", "Zs"))
TEXT = st.one_of(
    st.sampled_from(WORDS), st.text(SIGNS, max_size=12), st.lists(st.sampled_from(WORDS), max_size=3).map("\n".join)
)
NUMBER = st.sampled_from(["", "1", "2", "3", "2.1", "x", "(2)", "rang 1"])
FIGURE = st.sampled_from(["", "300", "4500,50", "12 k€", "-5", "1e9"])
OBJECTIVE = {
    "axis_number": NUMBER,
    "axis_title": TEXT,
    "number": NUMBER,
    "title": TEXT,
    "pilots": TEXT,
    "partners": TEXT,
}
OBJECTIVE |= {"tools": TEXT, "places": TEXT, "theme": TEXT, "copilots": TEXT}
ACTION = {"objective": NUMBER, "number": NUMBER, "text": TEXT, "parent": NUMBER, "status": TEXT, "pilots": TEXT}
ACTION |= {"kind": st.sampled_from(["", "mesure nationale", "réponse locale", "autre"]), "budget": FIGURE}
ACTION |= {"start": st.sampled_from(["", "2025", "09/2025", "31/12/2026", "45000", "x"])}
MONEY = {"funder": TEXT, "instrument": TEXT, "objective": NUMBER, "action": NUMBER, "tool": TEXT, "beneficiary": TEXT}
MONEY |= {
    "amount": FIGURE,
    "share": st.sampled_from(["", "93 %", "0,5", "x"]),
    "of": TEXT,
    "reference": TEXT,
    "kind": TEXT,
}
ANYONE = {"name": TEXT, "others": TEXT, "service_of": TEXT, "member_of": TEXT, "may_be": TEXT}
MEMBER = {
    "name": TEXT,
    "others": st.sampled_from(["", "ML", "MLJ ; RT"]),
    "service_of": st.sampled_from(["", "Commune de Valmont"]),
    "member_of": TEXT,
    "kind": st.sampled_from(["", "association"]),
    "generic": st.sampled_from(["", "oui", "non"]),
}
PLACE = {"name": TEXT, "kind": st.sampled_from(["", "QPV"]), "within": TEXT}
TOOL = {"name": TEXT, "part_of": TEXT, "operators": TEXT, "announced": FIGURE}


def rows(columns: dict[str, Any], most: int = 3) -> st.SearchStrategy[list[dict[str, str]]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


def sheets_of(member: dict[str, Any]) -> st.SearchStrategy[dict[str, list[dict[str, str]]]]:
    columns = {"objectives": OBJECTIVE, "actions": ACTION, "funding": MONEY, "tools": TOOL, "places": PLACE}
    return st.fixed_dictionaries({key: rows(told, 2) for key, told in (columns | {"actors": member}).items()})


SETTINGS = settings(
    max_examples=25, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@SETTINGS
@given(sheets_of(ANYONE))
def test_any_filled_workbook_is_read(sheets: dict[str, list[dict[str, str]]]) -> None:
    sheets["objectives"] = [{"number": "1", "title": "Aider"}, *sheets["objectives"]]
    graph = read_parts(filled(**sheets))
    assert len(graph.by_label("Objective")) >= 1
    assert plan_sheets(graph)


@SETTINGS
@given(sheets_of(MEMBER))
def test_a_made_up_plan_comes_back_the_same(sheets: dict[str, list[dict[str, str]]]) -> None:
    sheets["objectives"] = [{"number": "1", "title": "Aider"}, *sheets["objectives"]]
    first = read_parts(filled(**sheets))
    assert facts(read_parts(parts_of(plan_sheets(first)))) == facts(first)


@given(st.lists(st.builds(Item, st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)), max_size=4))
def test_items_of_a_cell_come_back_as_they_were(items: list[Item]) -> None:
    assert [item.name for item in read_items(write_items(items))] == [item.name for item in items]
