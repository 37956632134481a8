"""The tables of `maillage mesures`: the ranking and what it is worth, its ties, the suite, the network, in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from graph.network import COUNTED, Choices, commitments, plans_counted
from maillage.output import Table

if TYPE_CHECKING:
    import pandas as pd

    from graph.model import Graph

RANKING = "classement"
_NOT_COUNTS = ("part", "indice")
_ROBUSTNESS = ["id", "rang_bas", "rang_haut", "solidite", "tirages_bas", "tirages_haut", "tirages_premier"]
_ROBUSTNESS += ["choix_bas", "choix_haut", "choix_bas_par", "choix_haut_par", "peut_etre"]


def ranking(graph: Graph, choices: Choices, by: str = "engagements") -> Table:
    """The five measures, ranked by one of them, with the range of each rank; what the ranking is worth, on top."""
    from graph.network.robustness import robustness

    frame = commitments(
        graph, choices.level, regroup=choices.regroup, generic=choices.generic, basis=choices.basis, by=by
    )
    tried = robustness(graph, choices, by)
    whole = frame.merge(tried.frame[_ROBUSTNESS], on="id", how="left")
    meta = [tried.title, *plans_line(graph, choices), *_only_pay(graph, choices, by), *tried.sentences]
    if len(frame) and frame["passerelle"].isna().all():
        meta.append("Passerelle : non calculée, le réseau est trop grand pour un calcul exact.")
    return _table("Classement", whole, meta)


def ties(graph: Graph, choices: Choices, by: str = "") -> Table:
    """Every tie behind the ranking, with its sentence."""
    from graph.network.behind import ties_behind

    frame = ties_behind(graph, choices)
    words = {"stated": "énoncé", "inferred": "déduit"}
    return _table("Liens", frame.assign(fondement=frame["fondement"].map(words)), [_choices_line("Liens", choices)])


def suite(graph: Graph, choices: Choices, by: str = "") -> Table:
    """The measures on demand, one row an actor."""
    from graph.network.measures.actors import actor_measures

    frame = actor_measures(choices.network(graph))
    return _table("Suite", frame, [_choices_line("Mesures par acteur", choices), *plans_line(graph, choices)])


def network(graph: Graph, choices: Choices, by: str = "") -> Table:
    """The measures of the whole network, one row a measure."""
    import pandas as pd

    from graph.network.measures.whole import network_measures

    frame = network_measures(choices.network(graph))
    counts = ~frame["unite"].isin(_NOT_COUNTS) & frame["valeur"].notna()
    values = [int(value) if count else value for value, count in zip(frame["valeur"], counts, strict=True)]
    frame["valeur"] = pd.Series(values, dtype=object, index=frame.index)
    return _table("Réseau", frame, [_choices_line("Mesures du réseau", choices), *plans_line(graph, choices)])


def readings(graph: Graph, choices: Choices, by: str = "") -> Table:
    """Every measure: what it says of this plan, how it is defined and computed, where it comes from, its trap."""
    from graph.network.measures.actors import actor_measures
    from graph.network.measures.definitions import MEASURES
    from graph.network.measures.readings import reading
    from graph.network.measures.whole import network_measures

    measured = choices.network(graph)
    five = commitments(graph, choices.level, regroup=choices.regroup, generic=choices.generic, basis=choices.basis)
    actors = five.merge(actor_measures(measured).drop(columns=["acteur", "generique"]), on="id")
    whole = network_measures(measured)
    columns = ("mesure", "libelle", "lecture", "question", "definition", "formule", "unite", "source", "mise_en_garde")
    rows = [
        (
            *(name, told.label, reading(name, measured, actors, whole), told.question, told.definition),
            *(told.formula, told.range, told.source, told.caution),
        )
        for name, told in MEASURES.items()
    ]
    return Table("Lectures", columns, rows, [_choices_line("Lectures", choices), *plans_line(graph, choices)])


VIEWS: dict[str, Callable[[Graph, Choices, str], Table]] = {
    RANKING: ranking,
    "liens": ties,
    "suite": suite,
    "reseau": network,
    "lectures": readings,
}


def of_actor(table: Table, actor: str) -> Table:
    """The rows of one actor, where a table has one row or several an actor."""
    if "id" not in table.columns:
        return table
    place = list(table.columns).index("id")
    return Table(table.title, table.columns, [row for row in table.rows if row[place] == actor], table.meta)


def on_a_page(table: Table) -> Table:
    """A table as people read it: without identifiers; of a ranking, what fits a page."""
    if table.title == "Classement":
        return _ranking_on_a_page(table)
    kept = [place for place, name in enumerate(table.columns) if name not in _NOT_ON_A_PAGE]
    rows = [[row[place] for place in kept] for row in table.rows]
    return Table(table.title, [table.columns[place] for place in kept], rows, table.meta)


_NOT_ON_A_PAGE = frozenset({"id", "ids", "mesure", "cible", "cite", "document", "fragile"})


def _ranking_on_a_page(table: Table) -> Table:
    """Marks in names, a range of ranks, no column that another tells."""
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    shown = [
        {
            "rang": row["rang"],
            "acteur": row["acteur"] + " (générique)" * row["generique"],
            "entre": f"{row['rang_bas']}–{row['rang_haut']}" if row["rang_bas"] is not None else None,
            **{name: row[name] for name in ("engagements", "pilote", "partenaire")},
            **{name: row[name] for name in ("portee", "passerelle", "fragilite", "argent")},
        }
        for row in rows
    ]
    return Table(table.title, list(shown[0]) if shown else ["acteur"], [list(r.values()) for r in shown], table.meta)


def plans_line(graph: Graph, choices: Choices) -> list[str]:
    """Which plans a ranking counts, and which have nothing to count at its level."""
    counted, without = plans_counted(graph, choices.level, choices.basis, generic=choices.generic)
    level = COUNTED[choices.level]
    missing = f" ; aucun lien à ce niveau (comptés : {level}) : {', '.join(without)}" if without else ""
    return [f"Plans comptés : {', '.join(counted) or 'aucun'}{missing}."] if counted or without else []


def _choices_line(title: str, choices: Choices) -> str:
    return f"{title} ({choices})."


def _only_pay(graph: Graph, choices: Choices, by: str) -> list[str]:
    """Those whose money no row shows, because they carry nothing."""
    from graph.network.money import euros_by_actor
    from graph.network.twomode import organisations

    if by == "argent":
        return []
    euros = euros_by_actor(graph, organisations(graph) if choices.regroup else None)
    there = choices.network(graph)
    nodes = graph.index()
    unseen = [nodes[actor] for actor in euros if actor not in there]
    absent = sorted(node.name for node in unseen if choices.generic or not node.properties.get("generic"))
    return [f"Paient sans porter d'engagement ici (--par argent les montre) : {', '.join(absent)}."] if absent else []


def _table(title: str, frame: pd.DataFrame, meta: list[str]) -> Table:
    """A frame as rows of plain values, None where there is none."""
    plain = frame.astype(object).where(frame.notna(), None)
    rows: list[list[Any]] = plain.to_dict("split")["data"]
    return Table(title, list(frame.columns), rows, meta)
