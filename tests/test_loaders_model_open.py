"""Made-up plans in Maillage's own workbook: any words are read, written again, and come back the same."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
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
MEMBER = {
    "name": TEXT,
    "others": TEXT,
    "service_of": TEXT,
    "member_of": TEXT,
    "kind": st.sampled_from(["", "association"]),
}
MEMBER |= {"generic": st.sampled_from(["", "oui", "non"])}
PLACE = {"name": TEXT, "kind": st.sampled_from(["", "QPV"]), "within": TEXT}
TOOL = {"name": TEXT, "part_of": TEXT, "operators": TEXT, "announced": FIGURE}


def rows(columns: dict[str, Any], most: int = 3) -> st.SearchStrategy[list[dict[str, str]]]:
    return st.lists(st.fixed_dictionaries(columns), max_size=most)


SHEETS = st.fixed_dictionaries(
    {
        "objectives": rows(OBJECTIVE),
        "actions": rows(ACTION),
        "funding": rows(MONEY),
        "actors": rows(MEMBER),
        "tools": rows(TOOL, 2),
        "places": rows(PLACE, 2),
    }
)


@settings(max_examples=30, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(SHEETS)
def test_any_filled_workbook_is_read_and_comes_back_the_same(sheets: dict[str, list[dict[str, str]]]) -> None:
    sheets["objectives"] = [{"number": "1", "title": "Aider"}, *sheets["objectives"]]
    first = read_parts(filled(**sheets))
    again = read_parts(parts_of(plan_sheets(first)))
    third = read_parts(parts_of(plan_sheets(again)))
    assert facts(again) == facts(first)
    assert facts(third) == facts(again)


@given(st.lists(st.builds(Item, st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)), max_size=4))
def test_items_of_a_cell_come_back_as_they_were(items: list[Item]) -> None:
    assert [item.name for item in read_items(write_items(items))] == [item.name for item in items]
