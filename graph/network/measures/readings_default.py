"""Plain readings of the five default measures."""

from __future__ import annotations

from graph.french import euros
from graph.network.measures.facts import Facts
from graph.network.measures.wording import count, percent, shortened

_FAINT = 0.01


def engagements(facts: Facts) -> str:
    """Who has the most commitments, who comes next, how many have one only."""
    values, noun = facts.column("engagements"), facts.noun
    lead, second = facts.first(values), facts.second(values)
    after = f", devant {shortened(second.names)} ({int(second.value)}{second.each})" if second else ""
    alone = int((values == 1).sum())
    rest = f" Sur {len(values)} acteurs, {alone} n'en {'a' if alone == 1 else 'ont'} qu'un." if alone else ""
    return (
        f"{lead.say('a', 'ont')} le plus d'engagements : {noun.count(int(lead.value))} sur {len(facts.targets)}"
        f"{lead.each}, comme pilote ou partenaire{after}.{rest} Un engagement dit qu'un acteur est nommé, non ce qu'il "
        "fait."
    )


def portee(facts: Facts) -> str:
    """In which part of the plan the first appears, and half of the actors at most."""
    values, noun, whole = facts.column("portee"), facts.noun, len(facts.targets)
    lead = facts.first(values)
    usual = float(values.quantile(0.5, interpolation="lower"))
    most = round(usual * whole)
    few = noun.only if most == 1 else f"{noun.count(most)} au plus"
    return (
        f"{lead.say('apparaît', 'apparaissent')} dans {percent(lead.value)} des {noun.many} "
        f"({round(lead.value * whole)} sur {whole}{lead.each}). Au moins la moitié des acteurs n'apparaissent que dans "
        f"{few} ({percent(usual)}). Le classement est celui des engagements."
    )


def passerelle(facts: Facts) -> str:
    """Who stands most between the others."""
    values, noun = facts.column("passerelle"), facts.noun
    lead, none = facts.first(values), int((values.round(9) == 0).sum())
    never = "ne s'y trouve" if none == 1 else "ne s'y trouvent"
    rest = f" {count(none, 'acteur', 'acteurs')} sur {len(values)} {never} jamais." if none else ""
    sense = (
        "C'est très peu : à ce niveau, personne n'est vraiment une passerelle."
        if lead.value < _FAINT
        else "C'est une place sur le papier : rien ne dit que l'acteur met vraiment les autres en relation."
    )
    return (
        f"{lead.say('est', 'sont')} le plus souvent sur le plus court chemin entre d'autres acteurs ou {noun.many} : "
        f"{percent(lead.value)} du maximum possible{lead.each}.{rest} {sense}"
    )


def fragilite(facts: Facts) -> str:
    """Whose leaving would leave the most targets without anyone in charge."""
    values, noun = facts.column("fragilite"), facts.noun
    total, holders = int(values.sum()), int((values > 0).sum())
    if not total:
        return f"Aucun départ à lui seul ne laisserait {noun.a} sans pilote ou sans acteur."
    lead = facts.first(values)
    verb, theirs = ("perd", "son") if lead.value == 1 else ("perdent", "leur")
    return (
        f"Si {lead.leave()}, {noun.count(int(lead.value))} {verb} {theirs} seul pilote, ou {theirs} seul acteur faute "
        f"de pilote. En tout, {noun.count(total)} sur {len(facts.targets)} {'tient' if total == 1 else 'tiennent'} "
        f"ainsi à un seul acteur, et {count(holders, 'acteur est', 'acteurs sont')} dans ce cas. C'est une fragilité "
        "du plan, non un défaut de l'acteur."
    )


def argent(facts: Facts) -> str:
    """Who provides the most euros that documents put a figure on."""
    values = facts.column("argent")
    none = int((values == 0).sum())
    if none == len(values):
        return (
            "Aucun montant n'est écrit pour un acteur engagé à ce niveau : cela ne veut pas dire que personne ne "
            "finance."
        )
    lead, second = facts.first(values), facts.second(values[values > 0])
    after = f", devant {shortened(second.names)} ({euros(int(second.value))}{second.each})" if second else ""
    whom = f"{count(none, 'acteur', 'acteurs')} sur {len(values)}"
    rest = f" Pour {whom}, aucun montant n'est écrit, ce qui ne veut pas dire zéro." if none else ""
    return (
        f"Parmi les acteurs engagés à ce niveau, {lead.say('apporte', 'apportent')} le plus d'argent annoncé : "
        f"{euros(int(lead.value))}{lead.each}, prêts compris{after}.{rest} Un montant annoncé n'est pas une dépense."
    )
