"""Words that tell an organisation's name in a sentence, and those that tell something else. Data only."""

from __future__ import annotations

import re

from loaders.words.names import ORGANISATION_HEADS

STOPS = frozenset(
    """pour avec par dans qui que sur afin sous selon vers chez dont et ou est sont sera seront a ont lors puis en au
    aux pendant depuis comme si notamment ainsi via entre apres avant autour car durant""".split()
)
# What follows a name without being part of it: moments, quantities, what it does.
_MOMENTS = """lundi mardi mercredi jeudi vendredi samedi dimanche lundis mardis mercredis jeudis vendredis samedis
    dimanches janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre matin soir midi
    chaque tous toutes mois an ans heures semaine ici cet cette ce ces un une deux trois quatre cinq six sept huit dix
    douze quinze vingt trente non ne n se s aussi egalement deja ensuite toujours actuellement"""
_PRESENT_PARTICIPLES = """associant regroupant reunissant rassemblant impliquant mobilisant permettant visant proposant
    favorisant comprenant incluant accueillant utilisant disposant faisant ayant etant souhaitant offrant assurant
    concernant travaillant intervenant mettant portant menant ouvrant dit dite"""
_DONE = """compose constitue situe anime base installe pilote dedie charge agree cree implante gere destine consacre
    nomme appele intitule denomme labellise soutenu finance"""
BREAKS = STOPS | frozenset(_MOMENTS.split()) | frozenset(_PRESENT_PARTICIPLES.split())
BREAKS |= {participle + ending for participle in _DONE.split() for ending in ("", "e", "s", "es")}
ABBREVIATED = frozenset(("asso", "assoc", "cie"))
# Verbs that say what an organisation does: "Emmaüs propose …".
DOES = frozenset(
    """propose assure accueille intervient anime organise tient met gere accompagne porte pilote coordonne forme ouvre
    developpe participe realise offre dispose deplace signale finance soutient poursuit engage mene conduit lance
    installe recoit aide peut doit va est a sera souhaite mobilise fournit contribue travaille cree prend mettra produit
    edite publie relaie suit oriente deploie poursuivra proposera assurera accueillera""".split()
)
DO = re.compile(r"[a-z]{3,}(?:ent|ont)")
# What these words begin is a place, not someone.
SITE = re.compile(
    r"(?:plan d'eau|place|rue|avenue|boulevard|chemin|parc|square|jardin|champ|quartier|gymnase|stade|salle|tour|"
    r"r[ée]sidence|immeuble|b[âa]timent|copro\w*|pont|lac|all[ée]e|cit[ée] (?!des? )|hameau|parking|ligne|barre)\b",
    re.IGNORECASE,
)
PERSON = re.compile(r"(?:M\.|MM\.|Mr|Mmes?|Mlle|Dr|Me|Maître|Madame|Monsieur)\s(?=[A-ZÀ-Þ])")
NO_ONE = frozenset(
    """internet facebook instagram whatsapp youtube snapchat tiktok zoom pix linkedin parcoursup covid noel copil
    cotech discord teams scic scop gip sas sarl sci sem spl gie sivu""".split()
)
HEADS = (
    ORGANISATION_HEADS
    | frozenset(
        """fjt cinema radio banque laboratoire cooperative ludotheque mediatheque tiers cellule planning commissariat
        gendarmerie brigade police cabinet librairie entente asso assoc cie conservatoire barreau ehpad ime itep ligue
        societe scic scop mouvement mutuelle""".split()
    )
) - frozenset("etat region departement rectorat parquet equipe".split())
# Heads only where a word of role, or a list of names, says that someone is meant.
ROLE_HEADS = HEADS | frozenset(
    """parquet rectorat ordre espace creche micro-creche auto-ecole pepiniere recyclerie ressourcerie epicerie garage
    bailleur metropole tribunal antenne plateforme pharmacie ferme orchestre harmonie sous-prefecture
    prefecture""".split()
)
# Whose proper noun may hold an "et"; the town hall "of Barby et Cognin" has two towns.
SOCIETIES = frozenset(
    """association asso assoc collectif compagnie cie fondation federation club amicale societe entreprise cabinet
    groupe union ligue mouvement cooperative scic scop theatre cafe""".split()
)
# What these words open an action with is the action.
WORKS = frozenset("atelier reseau groupe cellule cafe comite".split())
# And these, with a capital and common nouns, are no one ("Atelier de cuisine").
MEETINGS = frozenset("atelier groupe cellule cafe".split())
NO_HEAD = re.compile(r"(?:centre (?:commercial|ville|bourg|ancien)|centre-ville|groupe scolaire)\b", re.IGNORECASE)
# One of its kind in a territory: named by an article and a capital.
BARE = frozenset(
    """etat region departement rectorat prefecture sous-prefecture agglomeration agglo ville mairie parquet metropole
    communaute""".split()
)
ONE_OF_ITS_KIND = re.compile(
    r"(?:mission locale(?: jeunes)?|police (?:municipale|nationale)|gendarmerie(?: nationale)?|conseils? citoyens?"
    r"|rectorat|conseil (?:départemental|régional)|centre hospitalier|planning familial|maison pour tous"
    r"|éducation nationale|protection judiciaire de la jeunesse|centre de planification)\b(?! d[eu'])",
    re.IGNORECASE,
)
# The same, where a word of role says that someone is meant.
ONE_OF_ITS_KIND_IN_ROLE = re.compile(
    r"(?:(?:sous-)?préfecture|métropole|parquet|barreau|office de tourisme|office municipal des sports"
    r"|assurance maladie|inspection académique|inspection du travail|médecine (?:scolaire|du travail)|sapeurs-pompiers"
    r"|communauté (?:de communes|d'agglomération|urbaine)|tribunal judiciaire|cuisine centrale|sécurité sociale"
    r"|ordre des [a-zà-ÿ]+(?:-[a-zà-ÿ]+)?|chambre (?:d'agriculture|de commerce et d'industrie|d(?:e|es) métiers"
    r"(?: et de l'artisanat)?|des notaires)|caisse (?:d'allocations familiales|primaire d'assurance maladie|des écoles)"
    r"|agence régionale de santé|brigade de prévention de la délinquance juvénile|protection maternelle et infantile"
    r"|aide sociale à l'enfance|protection civile|banque alimentaire|déléguée?s? du préfet"
    r"|déléguée? départementale? aux droits des femmes|conservatoire(?: à rayonnement [a-zà-ÿ]+| municipal"
    r"| intercommunal)?|médiathèque(?: municipale| intercommunale)?|ludothèque|ehpad|maison des (?:ados|adolescents)"
    r"|service pénitentiaire d'insertion et de probation)\b(?! d[eu'])",
    re.IGNORECASE,
)
# People who act for the organisation named after them, so that it takes part.
STAFF = re.compile(
    r"(?:(?:les?|la|l'|des|une?|nos|deux|trois|quatre|cinq|six|\d++)\s*)*"
    r"(?:bénévoles?|agents?|animat(?:eur|rice)s?|équipes?|services|professionnel(?:le)?s?|salariée?s?|technicien(?:ne)?s?"
    r"|éducat(?:eur|rice)s?|médiat(?:eur|rice)s?|conseill(?:er|ère)s?|format(?:eur|rice)s?|intervenante?s?"
    r"|correspondante?s?|psychologues?|infirmi(?:er|ère)s?|enseignante?s?|jardini(?:er|ère)s?|juristes?|avocate?s?"
    r"|bibliothécaires?|référente?s?|TISF|ATSEM|CESF|adultes[ -]relais|chargée?s? de mission"
    r"|travailleurs sociaux|assistante?s? sociale?s?|artistes?)"
    r"(?: (?!d[eu]s?\b|par\b|avec\b|pour\b|et\b)[a-zà-ÿ-]+){0,3} (?=(?:de|du|des)\s|d')",
    re.IGNORECASE,
)
# After these words, names are those of places: "dans trois quartiers (…)", "deux écoles : …".
PLACES = re.compile(
    r"\b(?:quartiers?|secteurs?|communes?|sites?|résidences?|parcs?|gymnases?|salles?|places?|rues?|villes?|villages?"
    r"|territoires?|hameaux|immeubles?|tours?|copropriétés|jardins?|terrains?|cours|squares?|abords|bâtiments?|écoles"
    r"|collèges|lycées|établissements|locaux|halls?|îlots?)\b[^,;:.()]{0,25}$"
)
BUILDINGS = re.compile(r"(?:école|ecole|collège|lycée|crèche|bibliothèque|médiathèque|musée|cinéma)\b", re.IGNORECASE)
