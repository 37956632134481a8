"""The money map: its words computed, its drawing checked for labels, its table beside it."""

import re

import pytest

from graph.model import Graph
from tests import map_plans, money_plans
from tests.paper_checks import look, real_plan, told_of
from viz.money import sankey
from viz.paper import press
from viz.paper.sheet import FORMATS, Format

SOURCE = "Source : plan.txt."
MONEY = {
    "worked": lambda: money_plans.worked().graph,
    "crowded": money_plans.crowded,
    "national": money_plans.national,
    "off by one": lambda: money_plans.off_by(1),
    "over by one": lambda: money_plans.off_by(-1),
    "one source": money_plans.one_source,
    "announced only": money_plans.announced_only,
    "shared tool": money_plans.shared_tool,
    "silent": money_plans.silent,
    "chambery": lambda: real_plan("grand-chambery-2021-2022"),
    "both plans": lambda: real_plan("grand-chambery-2021-2022", "albertville-2021"),
    "albertville": lambda: real_plan("albertville-2021"),
}


def title(graph: Graph) -> str:
    chart = sankey(graph, FORMATS["a4"], SOURCE)
    assert chart
    return chart.title.replace("\u00a0", " ")


@pytest.mark.parametrize("page", FORMATS.values(), ids=lambda page: page.name)
@pytest.mark.parametrize("made", MONEY.values(), ids=MONEY)
def test_labels_stand_clear_on_every_format(made, page: Format) -> None:
    chart = sankey(made(), page, SOURCE)
    assert chart
    assert chart.name == f"financements-{page.name}"
    look(chart, page)


@pytest.mark.parametrize("made", map_plans.MADE.values(), ids=map_plans.MADE)
def test_a_plan_without_money_has_no_map(made) -> None:
    assert sankey(made(), FORMATS["a3"], SOURCE) is None


def test_titles_say_who_gives_most_and_what_nobody_is_named_for() -> None:
    assert title(money_plans.worked().graph) == (
        "A : 58,8 % des 102 € chiffrés par financeur ; 10 € annoncés ne sont pas ventilés"
    )
    assert title(money_plans.one_source()) == "A : seul financeur chiffré, 10 €"
    assert title(money_plans.shared_tool()) == "A et B : 50 % chacun des 80 € chiffrés par financeur"
    assert title(money_plans.announced_only()) == "18 M€ annoncés, dont rien n’est ventilé entre financeurs"
    assert title(money_plans.silent()) == "1 financement cité, aucun chiffré"
    assert title(money_plans.national(1)).startswith(
        "Aucun montant local chiffré ; 1 enveloppe nationale citée, qui ne dit"
    )


def test_an_announced_total_is_never_called_broken_down() -> None:
    said = title(real_plan("grand-chambery-2021-2022"))
    assert "65,7 % des 135,9 M€" in said
    assert "138" not in said
    assert said.endswith("2,1 M€ annoncés ne sont pas ventilés")


def test_one_euro_is_seen_in_words_and_drawing() -> None:
    assert "1 € annoncé n’est pas ventilé" in title(money_plans.off_by(1))
    assert "1 € de plus que l’annonce" in title(money_plans.off_by(-1))
    chart = sankey(money_plans.off_by(1), FORMATS["a3"], SOURCE)
    assert chart
    assert "1 € non ventilé" in told_of(chart)
    assert "url(#hachures" in chart.pages[0].svg()
    whole = sankey(money_plans.off_by(0), FORMATS["a3"], SOURCE)
    assert whole
    assert "url(#hachures" not in whole.pages[0].svg()


def test_national_money_and_silent_funders_stand_apart() -> None:
    chart = sankey(money_plans.worked().graph, FORMATS["a3"], SOURCE)
    assert chart
    words = " ".join(told_of(chart))
    assert "Enveloppe nationale citée, à part et jamais additionnée : dispositif national – Etat (1 000 €)" in words
    assert "Financement cité sans montant : E" in words
    assert "Déjà dans ces montants : F, 50 % de « subvention – A »" in words
    assert "Prêts, à rembourser" in words
    assert "sous-programmes : 5 € de moins que le tout" in words


def test_what_has_no_room_is_counted() -> None:
    chart = sankey(money_plans.crowded(), FORMATS["16x9"], SOURCE)
    assert chart
    words = " ".join(told_of(chart))
    assert re.search(r"\d+ autres sources", words)
    assert re.search(r"\d+ autres programmes", words)
    assert re.search(r"\d+ autres destinations", words)
    assert re.search(r"et \d+ autres", words)
    national = sankey(money_plans.national(), FORMATS["16x9"], SOURCE)
    assert national
    assert re.search(r"\+ \d+ autres financements cités, dans le tableau", " ".join(told_of(national)))


def test_the_same_graph_gives_the_same_bytes() -> None:
    first, second = (sankey(money_plans.crowded(), FORMATS["a3"], SOURCE) for _ in range(2))
    assert first
    assert second
    assert first.pages[0].svg() == second.pages[0].svg()


def test_it_prints_as_a_tagged_pdf() -> None:
    chart = sankey(money_plans.worked().graph, FORMATS["a4"], SOURCE)
    assert chart
    assert press.pdf(chart.pages, chart.title).startswith(b"%PDF")
