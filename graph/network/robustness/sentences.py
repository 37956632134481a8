"""What a ranking is worth, in French sentences for a reader who is no statistician; every claim is computed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from math import floor

import pandas as pd

from graph.french import NBSP, counted, grouped
from graph.network.choices import Choices
from graph.network.robustness.draws import COVERAGE
from graph.network.robustness.method import method
from graph.network.robustness.table import FEW, MEANINGLESS, NEARLY, ROUGHLY, SOLID
from graph.network.robustness.trial import Trial

NAMED = 5
"""Names that a sentence lists; beyond, it gives their number."""

OFTEN = 0.1
"""Part of the draws from which an actor is told to be first in them."""

MOVE, MOVES, PODIUM = 1.5, 3, 3
"""A move between two ranks is told where one is at least 1.5 times the other, three of them at most; of an actor whose
rank means nothing in draws, where it reaches or leaves the first three."""


def sentences(trial: Trial, frame: pd.DataFrame, head: int) -> tuple[str, ...]:
    """First place, head, from where order means nothing, what hangs on choices, and how it was tried; in this order.

    `frame` is the table of the trial, `head` the number of actors that stand apart (see `head_apart`).
    """
    frame = _marked(trial, frame)
    if frame.empty:
        return ("Personne à classer.",)
    if len(frame) == 1:
        return (f"Un seul acteur, {frame['acteur'][0]} : il n'y a pas de classement.",)
    if frame["ex_aequo"][0] == len(frame):
        return (f"Les {len(frame)} acteurs sont ex æquo ({_value(trial, frame)}) : il n'y a pas de classement.",)
    if frame["valeur"][0] <= 0:
        return (f"Aucun acteur n'est au-dessus de zéro (au plus : {_value(trial, frame)}) : personne n'est en tête.",)
    return (
        _first(trial, frame),
        *_head(trial, frame, head),
        *_roughly(frame),
        *_meaningless(trial, frame),
        *_moves(trial, frame),
        *method(trial),
    )


def title(trial: Trial, choices: Choices) -> str:
    """Which ranking this is: "Classement par engagements (comptés : objectifs) : 12 acteurs, 30 liens"."""
    words, ties = trial.ranking.measure.words, trial.ranking.ties
    size = f"{counted(len(ties.actors), 'acteur')}, {counted(len(ties), words.line)}"
    return f"Classement par {words.name} ({choices}) : {size}"


def _marked(trial: Trial, frame: pd.DataFrame) -> pd.DataFrame:
    """The names that sentences give: those of no one in particular marked."""
    generic = [trial.ranking.generic[row] for row in trial.ranking.order]
    marked = [name + " (générique)" * mark for name, mark in zip(frame["acteur"], generic, strict=True)]
    return frame.assign(acteur=pd.Series(marked, dtype=object))


def head_apart(trial: Trial) -> int:
    """The largest k up to `FEW` such that the k first actors are above all the others in 95 % of the draws and under
    every choice; 0 where there is none, or nothing was drawn that should have been.

    Of what is not drawn, choices alone decide, and those who have nothing of it are no others.
    """
    values = trial.ranking.values[trial.ranking.order]
    others = values if trial.drawn is None else values + 1
    heads = (k for k in range(1, min(FEW + 1, len(values))) if values[k - 1] > values[k] and others[k] > 0)
    return max((k for k in heads if _stands(trial, k)), default=0)


def _stands(trial: Trial, k: int) -> bool:
    return not trial.untried and not trial.spread.parted_by[k - 1] and not _open(trial, k)


def _open(trial: Trial, k: int) -> bool:
    """True where the draws leave open who the k first are."""
    return trial.drawn is not None and bool(trial.drawn.apart[k - 1] < COVERAGE)


def _first(trial: Trial, frame: pd.DataFrame) -> str:
    leaders = frame[frame["rang"] == 1]
    place = f"Première place : {_names(leaders)}"
    if len(leaders) > 1:
        return f"{place}, ex æquo ({_value(trial, leaders)}).{_empty_place(leaders)}"
    if _stands(trial, 1) and not _empty_place(leaders):
        return f"{place} ({_value(trial, leaders)}). Elle est sûre : devant tous les autres {_throughout(trial, 1)}."
    doubts = [*_rivals(trial, frame), *_under_choices(trial, frame)]
    unsure = f" Elle n'est pas sûre : {' ; '.join(doubts)}." if doubts else ""
    return f"{place} ({_value(trial, leaders)}).{unsure}{_empty_place(leaders)}"


def _empty_place(leaders: pd.DataFrame) -> str:
    """That the first place means nothing, where its range covers more than half of the ranking."""
    rows = leaders[leaders["solidite"] == MEANINGLESS]
    if rows.empty:
        return ""
    who = "" if len(rows) == len(leaders) else f" pour {_names(rows)}"
    last = grouped(rows["rang_haut"].max())
    return f" Cette place ne veut rien dire{who} : elle peut aller du rang 1 au rang {last}."


def _rivals(trial: Trial, frame: pd.DataFrame) -> Iterator[str]:
    """Who is first how often, where the draws leave it open."""
    if _open(trial, 1):
        often = frame[(frame["tirages_premier"] >= OFTEN) | (frame["rang"] == 1)].nlargest(NAMED, "tirages_premier")
        rows = zip(often["acteur"], often["tirages_premier"], strict=True)
        (name, share), *others = ((name, f"{floor(100 * share)} fois") for name, share in rows)
        yield f"sur 100 tirages, {_listed([f'{name} est en tête, sans ex æquo, {share}', *map(' '.join, others)])}"


def _under_choices(trial: Trial, frame: pd.DataFrame) -> Iterator[str]:
    """Who is first under another choice, or the choice that leaves the first place to nobody alone."""
    others = frame[(frame["choix_bas"] == 1) & (frame["rang"] > 1)][:MOVES]
    for name, words in zip(others["acteur"], others["choix_bas_par"], strict=True):
        yield f"{name} l'atteint sous le choix « {words} »"
    if trial.spread.parted_by[0] and others.empty:
        name, alone = frame["acteur"][0], frame["rang_haut"][0] == 1
        why = f", où {name} n'est pas compté à part" if alone else ""
        yield f"elle ne tient pas sous le choix « {trial.spread.parted_by[0]} »{why}"


def _head(trial: Trial, frame: pd.DataFrame, head: int) -> Iterator[str]:
    if head > 1:
        apart = f"sont devant tous les autres {_throughout(trial, head)}"
        yield f"Les {head} premiers se détachent : {_names(frame[:head])} {apart}."
    precise = frame["solidite"].isin([SOLID, NEARLY]).to_numpy()
    leading = len(precise) if precise.all() else int(precise.argmin())
    if leading > head and trial.drawn is not None:
        rows = frame[head:leading]
        stay = "reste" if len(rows) == 1 else "restent chacun"
        where = f"parmi les {rows['rang_haut'].max()} premiers (95 % des tirages, tous les choix)"
        yield f"{_names(rows)} {stay} {where}{', sans que leur ordre soit sûr' * (len(rows) > 1)}."


def _throughout(trial: Trial, k: int) -> str:
    """In what part of the draws, and under every choice, something of the k first holds."""
    drawn = f"dans {_percent(trial.drawn.apart[k - 1])} des tirages et " if trial.drawn is not None else ""
    return f"{drawn}quel que soit le choix"


def _roughly(frame: pd.DataFrame) -> Iterator[str]:
    rows = frame[frame["solidite"] == ROUGHLY]
    if len(rows):
        span = f"entre les rangs {grouped(rows['rang_bas'].min())} et {grouped(rows['rang_haut'].max())}"
        if len(rows) <= NAMED:
            yield f"Place approximative, {span} : {_names(rows)}."
        else:
            yield f"Place approximative, chacun dans une moitié du classement au plus : {grouped(len(rows))} acteurs."


def _meaningless(trial: Trial, frame: pd.DataFrame) -> Iterator[str]:
    """How many ranks mean nothing; from which on, where all that do follow each other."""
    rest = frame[frame["solidite"] == MEANINGLESS]
    if rest.empty:
        return
    start = whose_ranks(rest, frame)
    if len(rest) == len(frame):
        lines = counted(len(trial.ranking.ties), trial.ranking.measure.words.line)
        start = f"Aucun rang n'a de sens ici ({lines} pour {grouped(len(frame))} acteurs)"
    equal = rest[rest["ex_aequo"] == rest["ex_aequo"].max()]
    count = int(equal["ex_aequo"].iloc[0])
    if count == len(rest) > 1:
        yield f"{start} : ils sont ex æquo ({_value(trial, rest)})."
        return
    of = f" ; de ces {grouped(len(rest))} acteurs, {grouped(count)} sont ex æquo ({_value(trial, equal)})"
    yield f"{start} : chacun peut parcourir plus de la moitié du classement{of * (count > 1)}."


def whose_ranks(rest: pd.DataFrame, frame: pd.DataFrame) -> str:
    """Where the ranks that mean nothing stand in the ranking, `frame`."""
    first, last = rest["rang"].iloc[0], rest["rang"].iloc[-1]
    size = f"{counted(len(rest), 'acteur')} sur {grouped(len(frame))}"
    if (frame["rang"] < first).sum() + len(rest) == len(frame):
        return f"À partir du rang {grouped(first)}, l'ordre ne veut rien dire ({size})"
    if ((frame["rang"] >= first) & (frame["rang"] <= last)).sum() == len(rest):
        return f"Du rang {grouped(first)} au rang {grouped(last)}, l'ordre ne veut rien dire ({size})"
    return f"Le rang de {size} ne veut rien dire"


def _moves(trial: Trial, frame: pd.DataFrame) -> Iterator[str]:
    if trial.too_slow:
        return
    if not trial.choices and not trial.pairs:
        yield "Aucun autre choix ne change une ligne de ce classement."
        return
    if told := _far_moves(frame)[:MOVES]:
        yield f"Ce qui tient aux choix : {' ; '.join(told)}."
        return
    first = frame[frame["rang"] <= FEW]
    most = int(max((first["rang"] - first["choix_bas"]).max(), (first["choix_haut"] - first["rang"]).max()))
    moved = f"aucun des premiers ne bouge de plus de {most} place{'s' * (most > 1)}" if most else "aucun ne bouge"
    yield f"Les choix de comptage et les noms douteux pèsent peu : {moved}."


def _far_moves(frame: pd.DataFrame) -> list[str]:
    """Moves worth telling, those nearest to the first place before; actors that move alike are told together."""
    alike: defaultdict[tuple[int, float, int, int, str], list[str]] = defaultdict(list)
    for row in frame.to_dict("records"):
        drawn_away = row["solidite"] == MEANINGLESS and not pd.isna(row["tirages_bas"])
        reach = PODIUM if drawn_away else FEW
        for end in ("choix_bas", "choix_haut"):
            few, many = sorted((row["rang"], row[end]))
            if few <= reach and many >= MOVE * few:
                alike[few, -many / few, row["rang"], row[end], row[f"{end}_par"]].append(row["acteur"])
    return [
        f"{_listed(names)} {'passe' if len(names) == 1 else 'passent'} du rang {old} au rang {new} (« {words} »)"
        for (_, _, old, new, words), names in sorted(alike.items())
        if len(names) <= NAMED
    ]


def _value(trial: Trial, rows: pd.DataFrame) -> str:
    """The value of the first of these rows, in words."""
    return trial.ranking.measure.words.value(float(rows["valeur"].iloc[0]))


def _names(rows: pd.DataFrame) -> str:
    names = rows["acteur"].tolist()
    return _listed(names if len(names) <= NAMED + 1 else [*names[:NAMED], f"{grouped(len(names) - NAMED)} autres"])


def _listed(words: list[str]) -> str:
    return " et ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _percent(part: float) -> str:
    return f"{floor(100 * part)}{NBSP}%"
