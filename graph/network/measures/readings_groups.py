"""Plain readings of communities: what they are, and first of all whether they can be shown."""

from __future__ import annotations

from math import isnan

import pandas as pd

from graph.french import listed
from graph.network.measures.facts import Facts
from graph.network.measures.wording import count, decimal, half_up, in_words

_UNSTABLE, _NAMED = 0.65, 0.8
_REPEATED = "Cela dit que le calcul se répète, non que les groupes existent sur le terrain."
_WORDS = (
    (0.9, "reviennent presque à l'identique", _REPEATED),
    (0.8, "reviennent pour l'essentiel", _REPEATED),
    (_UNSTABLE, "ne reviennent qu'en partie", "Ne pas s'appuyer sur la place d'un acteur."),
)
"""Steps of the adjusted Rand index after Steinley, Properties of the Hubert-Arabie adjusted Rand index, 2004."""
_SHOWN, _PAIR, _LOYAL, _DISLOYAL = 6, 2, 0.9, 0.5


def communaute(facts: Facts) -> str:
    """The communities; their most tied members where they are stable, nothing of them where they are not at all."""
    members = _members(facts) if facts.value("stabilite") >= _NAMED else ""
    return _unsound(facts) or f"{_proposed(facts)}{members} {_stable(facts)}"


def communautes(facts: Facts) -> str:
    """How many communities, of how many actors."""
    return _unsound(facts) or f"{_proposed(facts)} {_stable(facts)} La méthode trouve toujours des groupes."


def stabilite(facts: Facts) -> str:
    """Whether communities come back."""
    return _unsound(facts) or _stable(facts)


def modularite(facts: Facts) -> str:
    """How much more the ties stay within communities than by chance."""
    unsound = _unsound(facts)
    if unsound:
        return unsound
    points = count(int(half_up(facts.value("modularite") * 100)), "point", "points")
    return (
        f"La part des liens (cibles partagées, poids de Newman) à l'intérieur des groupes "
        f"dépasse de {points} sur 100 celle "
        "que donnerait le hasard. Il n'y a pas de seuil : même un réseau tiré au sort en obtient un chiffre élevé."
    )


def communaute_stable(facts: Facts) -> str:
    """How many actors keep their company when communities are computed again."""
    values = facts.column("communaute_stable")
    if not len(values) or facts.value("communautes") < 2:
        return _unsound(facts)
    loyal, lost = int((values >= _LOYAL).sum()), int((values < _DISLOYAL).sum())
    said = (
        f"{count(loyal, 'acteur', 'acteurs')} sur {len(values)} {'garde' if loyal == 1 else 'gardent'} la même "
        "compagnie dans au moins neuf tirages sur dix."
    )
    if not lost:
        return f"{said} Aucun n'en change plus d'une fois sur deux."
    change, theirs = ("change", "son") if lost == 1 else ("changent", "leur")
    return (
        f"{said} {count(lost, 'acteur', 'acteurs')} en {change} plus d'une fois sur deux : ne rien dire de {theirs} "
        "groupe."
    )


def _unsound(facts: Facts) -> str:
    """Why there is nothing to say of communities; empty where there is."""
    number, stability = facts.value("communautes"), facts.value("stabilite")
    if number < 1:
        return f"Aucun acteur ne partage {facts.noun.a} avec un autre : il n'y a pas de groupes."
    if number == 1:
        return "Le calcul ne sépare aucun groupe : il met ensemble tous les acteurs qui partagent quelque chose."
    if isnan(stability):
        return "Les groupes n'ont été tirés qu'une fois : rien ne dit qu'ils reviendraient. Ne pas les montrer."
    if stability < _UNSTABLE:
        return (
            f"Les groupes changent d'un tirage à l'autre ({_alike(facts)}) : ils dépendent du hasard et ne veulent "
            "rien dire. Ne pas les montrer."
        )
    return ""


def _proposed(facts: Facts) -> str:
    sizes = [len(group) for group in _groups(facts)]
    alone = len(facts.actors) - sum(sizes)
    verb = "reste" if alone == 1 else "restent"
    rest = f" ; {count(alone, 'acteur', 'acteurs')} {verb} hors de tout groupe" if alone else ""
    first = f"les {in_words(_SHOWN)} plus grands " if len(sizes) > _SHOWN else ""
    return (
        f"Le calcul (méthode de Louvain, {facts.precision('communautes')}) propose {len(sizes)} groupes, {first}de "
        f"{listed([str(size) for size in sizes[:_SHOWN]])} acteurs{rest}."
    )


def _members(facts: Facts) -> str:
    """Who meets others the most in each group of three or more, of those who stay in it from one run to the next."""
    met, loyalty = facts.column("partages"), facts.column("communaute_stable")
    told = []
    for rank, group in enumerate((group for group in _groups(facts)[:_SHOWN] if len(group) > _PAIR), 1):
        staying = met.loc[[id_ for id_ in group if loyalty[id_] >= _DISLOYAL]].sort_values(
            ascending=False, kind="stable"
        )
        names = listed(facts.named(list(staying.index[:2]))) or "personne qui y reste d'un tirage à l'autre"
        told.append(f"dans le {_ordinal(rank)}, {names}")
    return f" Y sont nommés le plus souvent avec d'autres acteurs : {' ; '.join(told)}." if told else ""


def _ordinal(rank: int) -> str:
    return "premier" if rank == 1 else f"{rank}e"


def _groups(facts: Facts) -> list[list[str]]:
    numbers: pd.Series = facts.column("communaute")
    return [list(ids) for number, ids in sorted(numbers.groupby(numbers).groups.items()) if number]


def _stable(facts: Facts) -> str:
    stability = facts.value("stabilite")
    words, sense = next(told for least, *told in _WORDS if stability >= least)
    return f"Les groupes {words} d'un tirage à l'autre ({_alike(facts)}). {sense}"


def _alike(facts: Facts) -> str:
    return f"ressemblance de {decimal(facts.value('stabilite'))} sur 1 ; {facts.precision('stabilite')}"
