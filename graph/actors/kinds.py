"""The kind of an actor from the form of its name. Rules are data, first match wins; the ledger has the last word."""

from __future__ import annotations

import re

from graph.text import fold

_RULES: tuple[tuple[str, str], ...] = (
    ("service", r"^(?:services?|directions?|mairies? de quartiers?|police municipale|pmi|as|coordonnateur|referent)\b"),
    ("service", r"\b(?:travailleurs sociaux|equipe projet)\b"),
    (
        "instance",
        r"^(?:conseils?) (?:citoyens?|de quartier|des droits|communal)|^collectifs?\b|^(?:comite|clspd|copil)\b",
    ),
    ("réseau", r"^(?:reseaux?|groupes?|groupement|federation|union|strategie|hub)\b|\breseau\b|^rep\b|^tiers[- ]lieux"),
    (
        "établissement scolaire",
        r"^(?:colleges?|lycees?|ecoles?|groupe scolaire|universite|creches?|iut|greta|ifra|cfa)\b",
    ),
    (
        "bailleur",
        r"\b(?:bailleurs?|opac|oph|hlm|habitat|logement social|icf|cdc habitat|residences? sociales?)\b|^fjt\b",
    ),
    (
        "État",
        r"^(?:etat|prefecture|sous-prefecture|prefet|ddets?p?p?|dreets|direccte|drac|drcs|drjscs|dsden|ddt|dgfip|ien"
        r"|rectorat|education nationale|police nationale|gendarmerie|parquet|procureur|deleguee? (?:du|de la|aux))\b",
    ),
    (
        "établissement public",
        r"^(?:ars|caf|cpam|carsat|msa|pole emploi|france travail|cci|cma|ccas|cias|ch|chu|centre hospitalier|pnr|mlj"
        r"|missions? locales?|sivu|sivom|syndicat|epfl?|maison de l'emploi|agence nationale|pole de sante)\b",
    ),
    (
        "collectivité",
        r"^(?:villes?|communes?|mairies?|agglomeration|communaute|metropole|departements?|regions?|grande? "
        r"|conseil (?:departemental|regional)|union europeenne|europe)",
    ),
    ("entreprise", r"^(?:entreprises?|societe|sas|sarl|medef|cpme|cgpme)\b|\b(?:electric|economie)\b"),
    (
        "association",
        r"^(?:associations?|mjc|csc|centres? soci(?:al|aux)|maisons? de (?:l'enfance|quartier)|me|regies?|amicale|club"
        r"|compagnie|theatre|compost|sport|maison des|fol|usep|cdos|foyer|epicerie)\b",
    ),
)
_COMPILED = tuple((kind, re.compile(pattern)) for kind, pattern in _RULES)


def kind_of(name: str) -> str | None:
    """The kind that a name's form tells, or None where it tells nothing."""
    folded = fold(name)
    return next((kind for kind, pattern in _COMPILED if pattern.search(folded)), None)
