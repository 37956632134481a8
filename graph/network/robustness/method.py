"""How a ranking was tried, in French: draws and their seed, other choices, doubtful names."""

from __future__ import annotations

from collections.abc import Iterator

from graph.french import grouped
from graph.network.robustness.trial import Trial

_TOO_LONG = "cette mesure est trop longue à refaire sur un réseau de cette taille"


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
    words, lines = ranking.measure.words, grouped(len(ranking.ties))
    if drawn is None:
        return _undrawn(trial)
    how = f"{lines} {words.lines} pris au hasard parmi les {lines}, certains plusieurs fois, d'autres jamais"
    if not ranking.measure.is_sum:
        how += " (un lien n'y compte qu'une fois : les valeurs changent, seul l'ordre se compare)"
    return (
        f"{grouped(drawn.draws)} tirages (graine {drawn.seed}) refont le classement avec {how} : ils disent combien un "
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
