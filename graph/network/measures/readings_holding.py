"""Plain readings of what holds a network together: core, breaking points, pieces, key players."""

from __future__ import annotations

from math import isnan

import networkx as nx

from graph.network.departure.pieces import pieces
from graph.network.measures.facts import Facts
from graph.network.measures.wording import count, percent, shortened


def coeur(facts: Facts) -> str:
    """Who is in the closest core, if there is one."""
    values, noun = facts.column("coeur"), facts.noun
    level = int(values.max())
    core = list(values.index[values == level])
    if level < 2:
        return "Il n'y a pas de noyau : nulle part une suite de liens ne revient à son point de départ."
    if len(core) == len(values):
        return f"Tous les acteurs sont du même noyau (niveau {level}) : cette mesure n'en distingue aucun."
    cores = nx.core_number(facts.network)
    targets = [target for target in facts.targets if cores[target] == level]
    return (
        f"Le noyau le plus serré réunit {count(len(core), 'acteur', 'acteurs')} et {noun.count(len(targets))} : chacun "
        f"de ces acteurs est sur au moins {level} de ces {noun.many}, et chacun{noun.e} de ces {noun.many} a au moins "
        f"{level} de ces acteurs. Ce sont {shortened(facts.named(core), 8)}. Être hors du noyau n'est pas être à "
        "l'écart."
    )


def coeur_max(facts: Facts) -> str:
    """The closest core, as for actors."""
    return coeur(facts)


def articulation(facts: Facts) -> str:
    """Without whom someone or something would be left apart."""
    values, noun = facts.column("articulation").astype(bool), facts.noun
    cutting = list(values.index[values])
    if not cutting:
        return "Aucun acteur n'est un point de rupture : un départ à lui seul ne laisserait personne à l'écart."
    one = len(cutting) == 1
    theirs, these = ("son départ", "C'est") if one else ("le départ de l'un d'eux", "Ce sont")
    return (
        f"{count(len(cutting), 'acteur', 'acteurs')} sur {len(values)} {'est un point' if one else 'sont des points'} "
        f"de rupture : {theirs} laisserait à l'écart un autre acteur, ou {noun.a} que personne d'autre ne porte. "
        f"{these} {shortened(facts.named(cutting), 6)}. {_parting(facts)}"
    )


def _parting(facts: Facts) -> str:
    """How many of the articulation points separate actors from each other."""
    parting = int((facts.column("morceaux") > 0).sum())
    if not parting:
        return "Mais aucun départ à lui seul ne séparerait des acteurs entre eux."
    return f"{count(parting, 'départ séparerait', 'départs sépareraient')} des acteurs les uns des autres."


def articulations(facts: Facts) -> str:
    """The articulation points, as for actors."""
    return articulation(facts)


def morceaux(facts: Facts) -> str:
    """Whose leaving would break pieces off."""
    values = facts.column("morceaux")
    cutting = int((values > 0).sum())
    if not cutting:
        already = int(facts.value("composantes"))
        lists = " : de longues listes suffisent à tout relier" if facts.long_lists else ""
        rest = (
            f"Mais le réseau est déjà en {already} morceaux."
            if already > 1
            else f"Cela ne veut pas dire que personne ne compte{lists}."
        )
        return f"Aucun départ à lui seul ne couperait des acteurs les uns des autres. {rest}"
    lead = facts.first(values)
    loose = count(int(lead.value), "morceau se détacherait", "morceaux se détacheraient")
    others = cutting - len(lead.ids)
    rest = f" {count(others, 'autre départ en détacherait', 'autres départs en détacheraient')} au moins un."
    where = "dans ce morceau" if lead.value == 1 else "dans chacun"
    return f"Si {lead.leave()}, {loose} du reste du réseau, avec au moins un acteur {where}.{rest if others else ''}"


def composantes(facts: Facts) -> str:
    """In how many pieces the network is, and who is in the largest."""
    actors = set(facts.actors["id"])
    sizes = sorted((len(piece & actors) for piece in pieces(facts.network)), reverse=True)
    if len(sizes) == 1:
        return "Le réseau est d'un seul tenant : de proche en proche, tous les acteurs sont reliés."
    alone = sizes.count(1)
    apart = f" {count(alone, 'acteur ne partage', 'acteurs ne partagent')} {facts.noun.none} avec personne."
    return (
        f"Le réseau est en {len(sizes)} morceaux sans lien écrit entre eux ; le plus grand réunit "
        f"{count(sizes[0], 'acteur', 'acteurs')} sur {len(actors)}.{apart if alone else ''} Sans lien écrit ne veut "
        "pas dire sans relation."
    )


def fragmentation(facts: Facts) -> str:
    """Which part of the pairs of actors no path joins."""
    value = facts.value("fragmentation")
    if isnan(value):
        return "Il y a moins de deux acteurs : cette mesure n'a pas de sens."
    if not value:
        return "Deux acteurs quelconques sont toujours reliés, directement ou de proche en proche."
    return (
        f"{percent(value)} des paires d'acteurs ne sont reliées par rien, même de proche en proche. Cela ne veut pas "
        "dire qu'ils ne se connaissent pas."
    )
