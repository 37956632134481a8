"""The rubrics of a fiche of an action, as data: what each announces. Matched on folded labels (see `label_key`)."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.text import fold
from loaders.forms.vocabulary import NEEDS_CONTENT, section_of

_INCLUSIVE = re.compile(
    r"(?<=\w)(?:[·‧•]|\.(?=[es]))(?:es?|s|trices?|rices?|ne?s?)(?!\w)|\((?:e?s|e|x|trices?|ne?s?)\)"
)
_IT = r"(?: (?:de |du |de la |des |de l'|d')?(?:action|fiche|fiches?[ -]action|projet|mesure|operation|sous-action)s?)"
_ANY = r"(?:[ /,'-]+[\w'-]+){0,5}"
_FEW = r"(?:[ /]+[\w'-]+){0,3}"
_BODY = r"(?:structures?|organismes?|acteurs?|institutions?|associations?|collectivites?|entites?|operateurs?)"
_LEADS = r"(?:co-?)?(?:pilotes?|porteurs?|porteuses?|referente?s?|responsables?|gestionnaires?)"
_PART = r"(?:directions?|services?|poles?|departements?)"
_HOPED = (
    r"(?: (?:obtenu|sollicite|demande|mobilise|prevu|previsionnel|acquis|possible|envisage|potentiel|pressenti|public"
    rf"|prive|exterieur|complementaire|specifique|valorise|local|national|europeen)e?s?|{_IT}|,? et .*| en .*)*"
)

PERSONS, SERVICES, GOALS, MONEY, ONE_FUNDER = "persons", "services", "goals", "money", "one-funder"
# The first kind of which one of the patterns is the whole label.
RUBRICS: dict[str, tuple[str, ...]] = {
    "title": (rf"(?:intitule|titre|libelle|denomination)(?:{_IT})?", rf"(?:nom|objet){_IT}"),
    "number": (rf"(?:n[°o]|numero|reference|code)(?:{_IT})?", r"fiche n[°o]"),
    "axis": (
        r"priorite (?:du contrat|strategique)(?: .*)?",
        r"(?:sous-)?(?:axe|pilier|orientation|volet)s?(?: (?:du |de |d')?(?:contrat|strategi\w+|thematique|rattachement"
        r"|concernee?s?|prioritaires?|plan|cls|pcaet))*(?: de ville)?(?: concernee?s?)?",
        r"(?:axe|pilier|orientation|volet)s?(?: ?/ ?(?:axe|pilier|orientation|thematique|theme)s?)+",
    ),
    "theme": (r"(?:thema?tique|theme|domaine|champ)s?(?: (?:d')?\w+){0,3}",),
    "objective": (
        r"objectifs? (?:strategique|operationnel|cadre|prioritaire)s?(?: (?:du |de |d')?\w+){0,4}",
        r"objectifs? (?:du |de )(?:contrat|plan|l'axe|rattachement|reference)(?: .*)?",
        r"enjeu(?: du contrat)? de rattachement",
    ),
    PERSONS: (
        r"(?:personnes?|interlocuteurs?|contacts?|representante?s?|correspondante?s?|coordonnees)(?: .*)?",
        rf"(?:elue?s?|agents?|technicien(?:ne)?s?){_FEW}",
        r"charges?e?s?(?: (?:de|d').*)?|chef(?:fe)?s? de projets?(?: .*)?|noms?(?: et prenoms?)?(?: du .*)?",
        r"referente?s? (?:technique|elu|administratif|suivi).*|redacteurs?|(?:vice-)?presidente?s?",
        r"(?:dossier )?suivi par",
    ),
    SERVICES: (rf"{_PART}(?: ?(?:ou|et|/) ?{_PART})*(?: municipa(?:l|ux))? {_LEADS}(?: .*)?",),
    "partners": (
        r"pilot\w+ (?:et|/) (?:les )?partenair\w+(?: .*)?",
        r"parties prenantes|(?:autres )?intervenants?(?: .*)?|prestataires?(?: .*)?|avec",
        r"mises? en oeuvre par|realise par|(?:en partenariat )?avec qui ?\?",
        rf"(?:{_BODY}|services?|partenaires?) (?:a (?:mobiliser|associer|impliquer)|associe\w*|mobilis\w*|implique\w*"
        r"|concerne\w*|participant\w*)(?: .*)?",
        r"maitr(?:e|ise)s? d'oeuvres?(?: .*)?",
    ),
    "pilots": (
        rf"(?:{_BODY} )?{_LEADS}(?: ?(?:ou|et|/|,) ?{_LEADS})*(?:{_IT}|{_FEW})?",
        rf"{_BODY} (?:en charge|qui pilote|{_LEADS})(?: .*)?|pilotage{_IT}?|portage{_FEW}",
        r"qui(?: pilote| porte| fait)?(?: l'action| le projet| quoi)? ?\?",
        rf"(?:co-?)?(?:chefs?[ -]de[ -]files?|maitr(?:es?|ise)s? d'ouvrages?|moa){_FEW}",
    ),
    ONE_FUNDER: (r"(?:co-?)?financeur ?n?[°o]? ?\d",),
    "funders": (
        r"(?:co-?)?financeurs?(?: .*)?|partenaires? financ\w+|contribut\w+ financi\w+|participations? financi\w+",
        rf"(?:plan|sources?|modalites?|tableau) de (?:co-?)?financements?{_FEW}|(?:co-?)?financements?{_HOPED}",
        rf"ressources financieres|recettes(?: .*)?|subventions?{_HOPED}",
        r"(?:financements?|credits?)(?: (?:de |du |en |au titre du )?(?:droit commun|specifiques?|politique de la ville"
        rf"|contrat de ville|mobilises?|contractualises?|bop \d+|cdv))+{_HOPED}|droit commun(?: mobilise)?",
    ),
    MONEY: (r"subventions?(?: [\w'+-]+){1,4}", r"(?:co-?)?financements?(?:[ /]+[\w'+-]+){1,4}"),
    "budget": (
        rf"(?:budgets?|couts?|montants?){_ANY}|(?:enveloppes?|chiffrage){_FEW}|estimation (?:financiere|du cout).*",
        r"(?:combien|a quel cout)(?: .*)? ?\?",
        r"depenses? (?:previsionnelles?|totales?|prevues?)|moyens financiers(?: .*)?|volet financier",
    ),
    "start": (
        r"(?:dates? (?:de |du )?)?(?:debut|demarrage|lancement|commencement)(?: .*)?|date d'(?:ouverture|engagement)",
    ),
    "end": (r"(?:echeances?|(?:dates? (?:de |d'))?(?:fin|achevement))(?: .*)?|date (?:butoir|limite)|terme",),
    "calendar": (
        r"quand ?\?",
        rf"calendriers?{_ANY}|(?:echeanciers?|periodes?|plannings?|dates?|temporalites?|delais?|annees?|durees?|horizon){_FEW}",
    ),
    "status": (
        r"statuts?(?! juridique| social)(?: .*)?|(?:niveau d')?avancement(?: .*)?|stade(?: .*)?",
        r"etat (?:d'avancement|de l'action|du projet|de realisation)(?: .*)?",
    ),
    "description": (
        rf"(?:descripti(?:f|on|fs|ons)|presentation|contenus?|deroulement|resumes?){_ANY}",
        rf"nature{_IT}|en quoi consiste.*|(?:quoi|comment) ?\?",
        r"(?:modalites|conditions) (?!de suivi|d'eval)(?:de |d'|pratiques).*",
        rf"(?:mises? en (?:oeuvre|place)|etapes?){_FEW}",
    ),
    GOALS: (rf"objectifs?(?:{_IT}|{_FEW})?|buts?|(?:finalites?|ambitions?|resultats? attendus?){_FEW}",),
    "places": (
        r"(?:lieux?|territoires?|quartiers?|qpv|localisation|perimetres?|secteurs?|communes?|zones?|sites?)"
        r"(?: (?:geographique|concernee?|ciblee?|visee?|prioritaire|beneficiaire|impactee?|touchee?|retenue?)s?"
        r"| (?:d'|de )?(?:interventions?|mise en oeuvre|realisation|implantation|applications?|l'action)"
        r"| en qpv| politique de la ville| du projet)*",
    ),
    "other": (
        rf"(?:contextes?|constats?|diagnostics?|enjeux?|indicateurs?|evaluations?|suivi|resultats?|publics?|moyens|liens?"
        rf"|modalites|articulations?){_ANY}",
        rf"(?:problematiques?|besoins?|criteres?|impacts?|livrables?|beneficiaires?|cibles?|populations?|usagers"
        rf"|ressources?|gouvernances?|instances?|comites?|documents?|annexes?|notes?|observations?|commentaires?"
        rf"|remarques?|freins?|leviers?|risques?|perspectives?|(?:niveau de )?priorite|type|communication|bilan"
        rf"|transversalites?|justificati(?:f|on)s?|historique|ingenierie|competences?|engagements?|nouveaute"
        rf"|reconduction|sources?){_FEW}",
        rf"participations? (?:citoyenne|des habitants){_FEW}|(?:actions?|fiches?|mesures?)(?: des plans)? liees?{_FEW}",
        r"services? instructeurs?.*|instruct(?:ion|ee?s? par).*",
        r"points? (?:de vigilance|d'attention).*|mots?-cles?|conditions? de reussite|egalite.*",
        r"priorites? transversales?",
        r"cadre (?:legal|reglementaire|juridique).*|statut (?:juridique|social).*|acteurs du projet|effets? .*",
        r"pour ?(?:quoi|qui) ?\?|temps de mise en oeuvre|valeur ajoutee",
        r"rubriques?|contexte et .*|action en amelioration continue",
    ),
}
_PATTERNS = {kind: re.compile("|".join(words)) for kind, words in RUBRICS.items()}
# These may be words of a list or of a sentence too: they open a rubric only with a colon or a tabulation.
_WEAK = re.compile(
    r"(?:code|reference|terme|types?|notes?|nom|sites?|zones?|communes?|quartiers?|usagers|publics?|enjeux?|priorites?"
    r"|axes?|volets?|themes?|domaines?|champs?|agents?|elus?|elues?|dates?|annees?|stade|engagements?|communication"
    r"|avec|egalite.*|populations?.*|lancement.*|ouverture.*|demarrage.*|mise en place.*|actions? (?!liee).*|sources?"
    r"|moyens (?!humain|technique|materiel|financ|mobilis|necessaire|a |d').*"
    r"|(?:fin|debut|presentation|besoins?|suivi|comites?|secteurs?|contacts?|charges?|liens?|participations?|etapes?"
    r"|impacts?|montants?|mises? en oeuvre|financements?|documents?|ressources|evaluations?|sources?) .*"
    r"|personnes? (?!pilote|referent|ressource|responsable|contact|a ).*)"
)


def label_key(label: str) -> str:
    """A label's folded words, without inclusive endings, colon or markup: "Élu·e·s référent(e)s :" → "elu referent"."""
    bare = _INCLUSIVE.sub("", _INCLUSIVE.sub("", fold(label))).strip(" :*_|.-–").strip()
    return " ".join(re.sub(r"\s*\([^()]*\)$", "", bare).replace("€", " ").split())


@lru_cache(maxsize=8192)
def rubric_of(label: str) -> str | None:
    """The kind of rubric that a label opens, or None; what the plan's other sections are called counts too."""
    key = label_key(label)
    for kind, words in _PATTERNS.items():
        if words.fullmatch(key):
            return kind
    known = section_of(key)
    return known.kind if known else None


@lru_cache(maxsize=8192)
def is_weak(label: str) -> bool:
    """True for a label that may be ordinary words too."""
    key = label_key(label)
    return bool(_WEAK.fullmatch(key) or NEEDS_CONTENT.match(key))
