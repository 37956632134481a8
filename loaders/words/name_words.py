"""Words that tell an organisation's name in a sentence, and those that tell something else. Data only."""

from __future__ import annotations

import re

from loaders.words.names import ORGANISATION_HEADS

STOPS = frozenset(
    """pour avec par dans qui que sur afin sous selon vers chez dont et ou est sont sera seront a ont lors puis en au
    aux pendant depuis comme si notamment ainsi via entre apres avant autour""".split()
)
# What these words begin is a place, not someone.
SITE = re.compile(
    r"(?:plan d'eau|place|rue|avenue|boulevard|chemin|parc|square|jardin|champ|quartier|gymnase|stade|salle|tour|"
    r"r[ée]sidence|immeuble|b[âa]timent|copro\w*|pont|lac|all[ée]e|cit[ée] (?!des? )|hameau)\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?:M\.|Mr|Mme|Mlle|Dr|Madame|Monsieur)\s")
NO_ONE = frozenset(
    """internet facebook instagram whatsapp youtube snapchat tiktok zoom pix linkedin parcoursup covid noel copil
    cotech""".split()
)
HEADS = (
    ORGANISATION_HEADS
    | frozenset(
        """fjt cinema radio banque laboratoire cooperative ludotheque mediatheque tiers cellule planning commissariat
        gendarmerie brigade police cabinet librairie entente""".split()
    )
) - frozenset("etat region departement rectorat parquet equipe".split())
NO_HEAD = re.compile(r"(?:centre (?:commercial|ville|bourg|ancien)|centre-ville|groupe scolaire)\b", re.IGNORECASE)
# One of its kind in a territory: named by an article and a capital.
BARE = frozenset(
    "etat region departement rectorat prefecture sous-prefecture agglomeration agglo ville mairie parquet".split()
)
ONE_OF_ITS_KIND = re.compile(
    r"(?:mission locale(?: jeunes)?|police (?:municipale|nationale)|gendarmerie(?: nationale)?|conseils? citoyens?"
    r"|rectorat|conseil (?:départemental|régional)|centre hospitalier|planning familial|maison pour tous"
    r"|éducation nationale|protection judiciaire de la jeunesse)\b(?! d[eu'])",
    re.IGNORECASE,
)
# Acronyms met in every territory.
USUAL = frozenset(
    """CCAS CIAS CAF CPAM CARSAT MSA ARS MJC CSC MLJ DDETS DDETSPP DREETS DRAC DSDEN DDT DREAL CCI CMA AFPA CIDFF ADIL
    ADIE AFEV GRETA CDOS UDAF PMI CHU EPFL SDIS OPAC OPH FJT CADA CHRS CMP CSAPA CAARUD CROUS CNFPT""".split()
)
