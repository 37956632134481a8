"""How a ranking was tried, in French: draws and their seed, other choices, doubtful names."""

from __future__ import annotations

from collections.abc import Iterator

from graph.french import counted, grouped
from graph.network.robustness.trial import Trial

_TOO_LONG = "cette mesure est trop longue à refaire sur un réseau de cette taille"

_GENTLE = "l'épreuve est plus douce que pour les engagements, dont les liens sont tirés avec remise"


def method(trial: Trial) -> Iterator[str]:
    """One sentence on the draws, one on the choices, one for each choice that leaves nobody."""
    yield _draws(trial)
    if trial.too_slow and trial.drawn is not None:
        yield f"Aucun choix éprouvé : {_TOO_LONG}."
    singles = [words for words in trial.choices if ", " not in words]
    more = ["leurs combinaisons"] * (len(singles) < len(trial.choices))
    if tried := [*singles, *more, *_pairs(trial)]:
        yield f"Choix éprouvés : {' ; '.join(tried)}."
    for words in trial.empty:
        if ", " not in words:
            yield f"« {words} » ne laisserait personne à classer."


def _draws(trial: Trial) -> str:
    ranking, drawn = trial.ranking, trial.drawn
    if drawn is None:
        return _undrawn(trial)
    drawing, line = ranking.measure.drawing, ranking.measure.words.line
    lines = counted(len(ranking.ties), line)
    if drawing == "ties":
        how = f"en laissant chaque {line} de côté une fois sur dix, au hasard ; {_GENTLE}"
    elif drawing == "targets":
        target = "en laissant chaque objectif ou action de côté, avec tous ses acteurs"
        how = f"{target}, une fois sur dix, au hasard ; {_GENTLE}"
    else:
        how = f"avec {lines} au hasard parmi les {grouped(len(ranking.ties))}, certains plusieurs fois, d'autres jamais"
    return (
        f"{counted(drawn.draws, 'tirage')} (graine {drawn.seed}) : le classement est refait {how}. Cela dit combien un "
        "rang tient à quelques lignes du document, non ce que pèse un acteur."
    )


def _undrawn(trial: Trial) -> str:
    if trial.too_slow:
        return f"Classement non éprouvé : {_TOO_LONG}."
    long = "trop longs sur un réseau de cette taille"
    usual = long if trial.ranking.measure.draws else "un montant est écrit, non compté"
    why = usual if trial.asked is None else "non demandés"
    return f"Pas de tirages au hasard ({why}) : seuls les choix sont éprouvés."


def _pairs(trial: Trial) -> list[str]:
    if trial.too_slow or not trial.pairs:
        return []
    if len(trial.pairs) == 1:
        return ["1 paire de noms douteux réunie"]
    each = "une à une, puis toutes ensemble" if trial.one_by_one else "toutes ensemble"
    return [f"{grouped(len(trial.pairs))} paires de noms douteux réunies, {each}"]
