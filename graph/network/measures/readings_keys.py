"""Plain readings of key players: what their leaving would cut, what they touch, and who would do as well."""

from __future__ import annotations

from math import isnan

from graph.french import grouped, listed
from graph.network.measures.facts import Facts
from graph.network.measures.parting import Parting, parting
from graph.network.measures.wording import count, in_words, percent


def cles_rupture(facts: Facts) -> str:
    """Whose leaving together leaves the others the least joined: the pairs that it cuts, if any."""
    name = "cles_rupture"
    after, ids = facts.value(name), facts.ids(name)
    if isnan(after) and not facts.exact(name):
        return f"Non cherché : il y a trop d'ensembles à essayer pour {grouped(len(facts.actors))} acteurs."
    if isnan(after):
        return "Il resterait moins de deux acteurs : la question n'a pas de sens."
    told = parting(facts.network, ids)
    return f"{_no_cut(facts, after)}{_parted(facts, told)} {_others_cut(facts, told)}"


def _no_cut(facts: Facts, after: float) -> str:
    """That no leaving at all would cut anything, where F tells it: the network is in one piece, and stays so."""
    if after or facts.value("fragmentation"):
        return ""
    leaving = f"départ {_of(facts.ids('cles_rupture'))}"
    if facts.exact("cles_rupture"):
        return f"Aucun {leaving} ne couperait le réseau en morceaux. "
    return f"Une recherche approchée n'a trouvé aucun {leaving} qui couperait le réseau en morceaux. "


def _parted(facts: Facts, told: Parting) -> str:
    ids = facts.ids("cles_rupture")
    leave = f"Si {listed(facts.named(ids))} {'partait' if len(ids) == 1 else 'partaient ensemble'}"
    pairs = count(told.pairs, "paire", "paires")
    if told.cut:
        cut = count(told.cut, "paire", "paires")
        joined, be = ("reliée", "serait") if told.cut == 1 else ("reliées", "seraient")
        already = count(told.apart, "autre ne l'est", "autres ne le sont")
        rest = f" {already} déjà pas aujourd'hui." if told.apart else ""
        return (
            f"{leave}, {cut} d'acteurs restants sur {grouped(told.pairs)} ({percent(told.cut / told.pairs)}), {joined} "
            f"aujourd'hui, ne le {be} plus.{rest}"
        )
    if told.apart == told.pairs:
        nothing = f"il resterait {pairs} d'acteurs, que rien ne relie déjà aujourd'hui : ce départ ne couperait rien"
        return f"{leave}, {nothing}.{_denominator(facts)}"
    return f"{leave}, {_uncut(told, pairs)}.{_denominator(facts)}"


def _uncut(told: Parting, pairs: str) -> str:
    if not told.farther:
        return f"sur {pairs} d'acteurs restants, aucune ne serait coupée ni plus éloignée : ce départ ne couperait rien"
    farther = count(told.farther, "serait plus éloignée", "seraient plus éloignées")
    return f"sur {pairs} d'acteurs restants, aucune ne serait coupée, et {farther}"


def _denominator(facts: Facts) -> str:
    """Why the figure rises all the same; and whether someone else's leaving does cut."""
    before, after = facts.value("fragmentation"), facts.value("cles_rupture")
    why = (
        f" La part des paires non reliées ne passe de {percent(before)} à {percent(after)} que parce que ceux qui "
        "partent n'y sont plus comptés."
    )
    elsewhere = " D'autres départs, eux, en couperaient : voir les morceaux détachés."
    cutting = bool((facts.column("morceaux") > 0).any())
    return f"{why if percent(before) != percent(after) and after > before else ''}{elsewhere if cutting else ''}"


def _others_cut(facts: Facts, told: Parting) -> str:
    """How many sets leave the others as little joined, and what chose this one."""
    name = "cles_rupture"
    one, many = _sets(facts.ids(name))
    if not facts.exact(name):
        return f"C'est le meilleur {one} qu'une recherche approchée ait trouvé."
    if not told.cut and not told.farther:
        return _nobody(facts, one, many)
    if facts.equal(name) == 1:
        return f"Aucun autre {one} ne laisse aussi peu de paires reliées."
    others = count(facts.equal(name) - 1, f"autre {one} laisse", f"autres {many} laissent")
    as_little = "toutes les paires" if not facts.value(name) else "aussi peu de paires"
    broken = _broken(
        facts, name, "laisse les autres le plus loin entre eux", "laissent les autres le plus loin entre eux"
    )
    return f"{others} {as_little} reliées{broken} : ne pas s'arrêter à {_names(facts.ids(name))}."


def _nobody(facts: Facts, one: str, many: str) -> str:
    """That a set whose leaving changes nothing for the others is no set of key players."""
    equal = facts.equal("cles_rupture") - 1
    others = count(equal, f"autre {one} donne", f"autres {many} donnent")
    return f"{f'{others} le même chiffre : ne' if equal else 'Ne'} désigner personne sur cette base."


def cles_couverture(facts: Facts) -> str:
    """Who together touch the most targets, and that they are not the most committed ones where so."""
    name = "cles_couverture"
    value, ids, noun = facts.value(name), facts.ids(name), facts.noun
    if isnan(value):
        return f"Il n'y a {noun.none} à toucher."
    whole = len(facts.targets)
    every = value == 1 and whole > 1
    number = f"les {whole} {noun.many}" if every else f"{noun.count(round(value * whole))} sur {whole}"
    touch = "touche à lui seul" if len(ids) == 1 else "touchent ensemble"
    return f"{listed(facts.named(ids))} {touch} {number}. {_others_touch(facts)}{_not_the_first(facts, ids)}"


def _others_touch(facts: Facts) -> str:
    """How many sets touch as many targets, and what chose this one."""
    name = "cles_couverture"
    one, many = _sets(facts.ids(name))
    if not facts.exact(name):
        return f"C'est le meilleur {one} qu'une recherche approchée ait trouvé."
    if facts.equal(name) == 1:
        return f"Aucun autre {one} n'en touche autant."
    others = count(facts.equal(name) - 1, f"autre {one} en touche", f"autres {many} en touchent")
    most = f"{facts.noun.a} avec le plus d'autres acteurs"
    broken = _broken(facts, name, f"partage {most}", f"partagent {most}")
    return f"{others} autant{broken} : ne pas s'arrêter à {_names(facts.ids(name))}."


def _broken(facts: Facts, name: str, does: str, do: str) -> str:
    """What broke a tie, where something did: who `does` it alone, or those who `do` it."""
    tied = facts.tied(name)
    if tied == facts.equal(name):
        return ""
    return f" ; celui-ci est donné parce qu'il {does}" if tied == 1 else f" ; celui-ci est l'un des {tied} qui {do}"


def _sets(ids: list[str]) -> tuple[str, str]:
    return ("acteur", "acteurs") if len(ids) == 1 else (f"ensemble {_of(ids)}", f"ensembles {_of(ids)}")


def _names(ids: list[str]) -> str:
    return "ce nom" if len(ids) == 1 else "ces noms"


def _of(ids: list[str]) -> str:
    return "d'un acteur" if len(ids) == 1 else f"de {in_words(len(ids))} acteurs"


def _not_the_first(facts: Facts, ids: list[str]) -> str:
    degrees = sorted((facts.network.degree(id_) for id_ in facts.actors["id"]), reverse=True)
    if len(ids) < 2 or sum(facts.network.degree(id_) for id_ in ids) == sum(degrees[: len(ids)]):
        return ""
    return f" Ce ne sont pas les {in_words(len(ids))} plus engagés, qui se recoupent."
