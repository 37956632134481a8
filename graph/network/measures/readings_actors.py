"""Plain readings of the measures of actors that are given on demand: who is near whom, who is redundant."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from graph.network.departure.pieces import pieces
from graph.network.measures.facts import Facts
from graph.network.measures.wording import count, decimal, percent, short_of


def proximite(facts: Facts) -> str:
    """Who is at the fewest steps from all others, within the largest piece."""
    values, noun = facts.column("proximite"), facts.noun
    found = sorted((piece.intersection(values.index) for piece in pieces(facts.network)), key=len, reverse=True)
    split = (
        f"Le réseau est en {len(found)} morceaux : de l'un à l'autre les proximités ne se comparent pas, et un acteur "
        f"seul avec {noun.a} paraît le plus proche de tous."
    )
    if len(found[0]) < 3:
        return f"{split} Aucun morceau n'a trois acteurs : cette mesure ne dit rien."
    lead = facts.first(values[values.index.isin(found[0])])
    steps = nx.single_source_shortest_path_length(facts.network, lead.ids[0])
    mean = decimal(sum(steps.values()) / (len(steps) - 1), 1)
    size = "" if len(found) == 1 else f" de son morceau ({len(found[0])} acteurs sur {len(values)})"
    rest = "" if len(found) == 1 else f" {split}"
    return (
        f"{lead.say('est', 'sont')} au plus près de tous les autres : {mean} pas en moyenne{lead.each} jusqu'à un "
        f"acteur ou {noun.a}{size}, un pas étant un engagement.{rest} Ces distances comptent des listes, non des "
        "échanges."
    )


def harmonique(facts: Facts) -> str:
    """Who reaches most in few steps, whatever the pieces."""
    lead, noun, empty = facts.first(facts.column("harmonique")), facts.noun, len(facts.ids("cibles_sans_acteur"))
    verb = "est" if empty == 1 else "sont"
    rest = f" {noun.count(empty)} sur {len(facts.targets)} {verb} hors d'atteinte de tous, faute d'acteur."
    return (
        f"{lead.say('atteint', 'atteignent')} le plus d'acteurs et {noun.of_many} en peu de pas : "
        f"{percent(lead.value)} du maximum possible{lead.each}.{rest if empty else ''} La mesure suit de près le "
        "nombre d'engagements."
    )


def voisins(facts: Facts) -> str:
    """Who shares a target with the most others, and what long lists have to do with it."""
    values = facts.column("voisins")
    lead, others = facts.first(values), len(values) - 1
    longest = facts.longest
    lists = f" La plus longue liste réunit à elle seule {longest} acteurs, donc {longest - 1} voisins pour chacun."
    return (
        f"{lead.say('partage', 'partagent')} au moins {facts.noun.a} avec {int(lead.value)} des {others} autres acteurs"
        f"{lead.each}.{lists if facts.long_lists else ''} Figurer dans la même liste n'est pas travailler "
        "ensemble."
    )


def partages(facts: Facts) -> str:
    """Who meets others the most often, on paper."""
    lead = facts.first(facts.column("partages"))
    lists = " Les longues listes pèsent beaucoup dans ce chiffre." if facts.long_lists else ""
    return (
        f"{lead.say('est nommé', 'sont nommés')} le plus souvent avec d'autres acteurs : {int(lead.value)} fois"
        f"{lead.each}, en comptant trois fois un acteur avec qui l'on partage trois {facts.noun.many}.{lists} Être "
        "nommé avec un autre n'est pas le rencontrer."
    )


def force_newman(facts: Facts) -> str:
    """Who carries the most targets with others."""
    values, noun = facts.column("force_newman"), facts.noun
    lead, none = facts.first(values), int((values == 0).sum())
    lists = ", que la liste soit courte ou longue" if facts.long_lists else ""
    have = "n'en partage" if none == 1 else "n'en partagent"
    rest = f" {count(none, 'acteur', 'acteurs')} sur {len(values)} {have} aucun{noun.e}." if none else ""
    return (
        f"{lead.say('partage', 'partagent')} avec d'autres le plus {noun.of_many} : {round(lead.value)}{lead.each}"
        f"{lists}.{rest} Une liste commune n'est pas un travail commun."
    )


def contrainte(facts: Facts) -> str:
    """Whose partners are the least closed on themselves; for how many the figure only tells the shape of a list."""
    values = facts.column("contrainte")
    lead = facts.first(values, lowest=True)
    lists = " Une longue liste suffit à fermer un cercle." if facts.long_lists else ""
    single = sum(facts.network.degree(actor) == 1 for actor in values.index)
    only = f" Pour {count(single, 'acteur', 'acteurs')} à un seul engagement, elle ne dit que la forme de leur liste."
    return (
        f"{lead.say('a', 'ont')} les voisins qui se recoupent le moins (contrainte de "
        f"{decimal(lead.value)}{lead.each}).{only if single else ''}{_undefined(facts, values)}{lists} Un "
        "acteur contraint n'est pas un mauvais partenaire."
    )


def taille_effective(facts: Facts) -> str:
    """Who has the most partners that are not redundant."""
    values = facts.column("taille_effective")
    lead, rest = facts.first(values), _at_least(facts, values)
    neighbours = facts.column("voisins")
    most = max(int(neighbours[id_]) for id_ in lead.ids)
    among = "" if lead.many else f", sur {most}"
    return (
        f"{lead.say('a', 'ont')} le plus de voisins qui ne font pas double emploi : l'équivalent de "
        f"{short_of(lead.value, most)}{among}{lead.each}.{rest}{_undefined(facts, values)} « Double emploi » parle de "
        "places dans le réseau, non d'utilité."
    )


def _at_least(facts: Facts, values: pd.Series) -> str:
    """Who has the least effective size: those with one neighbour, and those whose neighbours are all tied."""
    least = values.index[values.round(9) == 1]
    closed, single = len(least), int((facts.column("voisins")[least] == 1).sum())
    low = count(closed, "acteur est au minimum (1)", "acteurs sont au minimum (1)")
    if not closed:
        return ""
    if single == closed:
        return f" {low}, faute d'un deuxième voisin."
    pairs = f"partagent déjà tous {facts.noun.a} deux à deux"
    if not single:
        return f" {low} : {'ses' if closed == 1 else 'leurs'} voisins {pairs}."
    others = "de l'autre" if closed - single == 1 else "des autres"
    few = count(single, "n'a qu'un voisin", "n'ont qu'un voisin")
    return f" {low} : {few}, et ceux {others} {pairs}."


def _undefined(facts: Facts, values: pd.Series) -> str:
    """Who is not measured, because they share no target."""
    alone = len(facts.actors) - len(values)
    verb = "ne partage" if alone == 1 else "ne partagent"
    said = f" {count(alone, 'acteur', 'acteurs')} {verb} {facts.noun.none} : la mesure n'y est pas définie."
    return said if alone else ""
