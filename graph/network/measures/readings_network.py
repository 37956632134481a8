"""Plain readings of the size of a network, and of how its commitments are spread."""

from __future__ import annotations

from math import ceil, isnan

import pandas as pd

from graph.network.measures.facts import Facts
from graph.network.measures.wording import count, decimal, percent

_TENTH = 10
_NO_TARGET = (
    "Aucune cible n'est comptée ici : un plan qui n'engage personne à ce niveau est laissé de côté, avec ses objectifs "
    "et ses actions."
)


def acteurs(facts: Facts) -> str:
    """How many actors, and how many name no one in particular."""
    generic = sum(bool(facts.network.nodes[id_].get("generic")) for id_ in facts.actors["id"])
    told = "une désignation générique" if generic == 1 else f"{generic} désignations génériques"
    rest = f", dont {told} (du genre « communes » ou « bailleurs sociaux »)" if generic else ""
    if not len(facts.actors):
        return "Personne n'est engagé à ce niveau."
    return f"{count(len(facts.actors), 'acteur est engagé', 'acteurs sont engagés')} à ce niveau{rest}."


def cibles(facts: Facts) -> str:
    """How many targets there are."""
    if not facts.targets:
        return _NO_TARGET
    return f"Il y a {facts.noun.count(len(facts.targets))} à ce niveau, avec ou sans acteur."


def cibles_sans_acteur(facts: Facts) -> str:
    """How many targets nobody carries."""
    empty, noun = len(facts.ids("cibles_sans_acteur")), facts.noun
    if not facts.targets:
        return _NO_TARGET
    if not empty:
        return f"Chaque {noun.one} a au moins un acteur."
    verb = "n'a" if empty == 1 else "n'ont"
    return (
        f"{noun.count(empty)} sur {len(facts.targets)} {verb} ni pilote ni partenaire nommé à ce niveau. Cela ne veut "
        "pas dire que personne n'y travaille."
    )


def liens(facts: Facts) -> str:
    """How many commitments, for an actor and for a target."""
    ties = int(facts.value("liens"))
    if not ties:
        return "Il n'y a aucun engagement à ce niveau."
    lists = " Une longue liste de partenaires compte pour beaucoup d'engagements." if facts.long_lists else ""
    return (
        f"{count(ties, 'engagement', 'engagements')} : {decimal(ties / len(facts.actors), 1)} par acteur en moyenne, "
        f"{decimal(ties / len(facts.targets), 1)} par {facts.noun.one}.{lists}"
    )


def densite(facts: Facts) -> str:
    """Which part of the possible commitments is written."""
    possible, value = len(facts.actors) * len(facts.targets), facts.value("densite")
    if isnan(value):
        return f"Il n'y a {facts.noun.none} à ce niveau : rien à quoi s'engager."
    return (
        f"Le plan écrit {count(int(facts.value('liens')), 'engagement', 'engagements')} sur "
        f"{count(possible, 'possible', 'possibles')} ({percent(value)}). Plus dense n'est pas mieux, et ce chiffre "
        "baisse de lui-même quand le plan grandit."
    )


def clustering(facts: Facts) -> str:
    """How often the same actors meet again."""
    value, noun = facts.value("clustering"), facts.noun
    if isnan(value):
        return f"Aucun acteur qui partage {noun.a} n'en a d'autre : il n'y a rien à mesurer."
    if value == 0:
        return f"Jamais deux acteurs qui partagent {noun.a} ne se retrouvent ailleurs."
    return (
        f"Quand deux acteurs partagent {noun.a} et que l'un d'eux en a un{noun.e} autre, l'autre acteur y est aussi "
        f"dans {percent(value)} des cas."
    )


def centralisation(facts: Facts) -> str:
    """How near neighbourhoods are to a star."""
    value, values = facts.value("centralisation"), facts.column("voisins")
    if isnan(value):
        return _too_few(3)
    lead, mean = facts.first(values), float(values.mean())
    if not value:
        return f"Tous les acteurs ont autant de voisins ({int(lead.value)}) : le réseau ne tourne autour de personne."
    lists = " Les longues listes faussent ce chiffre." if facts.long_lists else ""
    return (
        f"La centralisation est de {percent(value)} ; à {percent(1)}, un acteur serait relié à tous, et les autres à "
        f"lui seul. {lead.say('a', 'ont')} {count(int(lead.value), 'voisin', 'voisins')}{lead.each}, contre "
        f"{decimal(mean, 0 if mean >= _TENTH else 1)} en moyenne.{lists}"
    )


def centralisation_engagements(facts: Facts) -> str:
    """How far the first is above the others."""
    value = facts.value("centralisation_engagements")
    if isnan(value):
        return _too_few(2)
    degrees = facts.degrees
    lead = facts.first(degrees)
    if not value:
        return f"Tous les acteurs ont autant d'engagements ({int(lead.value)}) : aucun ne domine."
    return (
        f"La centralisation est de {percent(value)} ; à {percent(1)}, un acteur serait partout et les autres nulle "
        f"part. {lead.say('a', 'ont')} {count(int(lead.value), 'engagement', 'engagements')}{lead.each}, contre "
        f"{decimal(float(degrees.mean()), 1)} en moyenne."
    )


def gini(facts: Facts) -> str:
    """How unequal commitments are, by what the most committed tenth carries."""
    value, degrees = facts.value("gini"), facts.degrees.sort_values(ascending=False)
    if isnan(value) or len(degrees) < 2:
        return _too_few(2)
    if not value:
        return f"Tous les acteurs ont autant d'engagements ({degrees.iloc[0]})."
    return (
        f"Indice de {decimal(value)}, où 0 serait l'égalité et 1 un seul acteur pour tout.{_most(degrees)} L'égalité "
        "n'est pas un but : il est normal que les uns portent plus que les autres."
    )


def _most(degrees: pd.Series) -> str:
    """What the most committed tenth carries, with all those who equal its last one."""
    last = degrees.iloc[ceil(len(degrees) / _TENTH) - 1]
    first = degrees[degrees >= last]
    if not 1 < len(first) < len(degrees):
        return ""
    part = f"({percent(len(first) / len(degrees))} des acteurs)"
    equal = f", ex æquo {part}," if first.iloc[0] == last else f" {part}"
    return (
        f" Les {len(first)} acteurs les plus engagés{equal} portent "
        f"{percent(first.sum() / degrees.sum())} des engagements."
    )


def _too_few(least: int) -> str:
    return f"Il y a moins de {'deux' if least == 2 else 'trois'} acteurs engagés : cette mesure n'a pas de sens."
