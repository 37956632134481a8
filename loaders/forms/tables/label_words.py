r"""The words of a table's header, as data: folded, without what stands in parentheses, the first rule that matches.

One alternative a line, matched from the beginning of the words; `{…}` are the lists above.
"""

from __future__ import annotations

import re

from loaders.forms.tables.label_asides import BESIDE, DETAILS
from loaders.forms.tables.roles import Role

# Headers say what they name in front: "Intitulé de l'action", "Nom du porteur", "Type de partenaires".
NAMING = re.compile(r"^(?:intitules?|titres?|noms?|libelles?) (?:et \w+ )?(?:de la |de l'|du |des |de |d')")
_LISTS = {
    "pilot": r"(?:co[ -]?)?(?:pilot(?:es?|age)|port(?:age|eurs?|euses?)|chefs? de (?:file|filat)|animat(?:ion|eurs?))",
    "bodies": r"(?:structures?|acteurs?|organismes?|entites?|collectivites?|associations?|institutions?|services?)",
    "part": r"(?:directions?|services?|poles?)",
    "whose": r"(?: (?:pilot|port|responsabl|referent|gestionnair|concern)\w+)?",
    "planned": r"(?:previsionnel|prevu|estim|reel|de l'action|des travaux)\w*",
    "site": r"(?:lieux?|localisations?|quartiers?|qpv|perimetres?|sites?|communes?|territoires?|zones?|secteurs?)",
    "meant": r"(?:concerne|cible|vise|prioritaire|de realisation|d'intervention|d'action|de mise en oeuvre"
    r"|politique de la ville|geographique)\w*",
    "before": r"(?:les?|la|des?|du|nos|d|l|et|ou|plans?|fiches?|principales?|nouvelles?|autres?|programmes?|projets?"
    r"|quelles?|toutes?|mesures?|operations?|idees?|pistes?|propositions?|axes?|types?|listes?|n[°º]|numeros?|intitules?"
    r"|titres?|libelles?|noms?|sous)",
    "level": r"(?:thema?tiques?|themes?|axes?|piliers?|volets?|orientations?)",
}
_WORDS: tuple[tuple[Role, str], ...] = (
    (
        Role.NUMBER,
        r"""
        (?:fiches?|actions?|mesures?|objectifs?|axes?|dossiers?|ordre) (?:n[°º]|num(?:ero)?)$
        n[°º]
        n[o°º]?\.?$
        numeros?\b
        ref(?:erences?)?\b
        (?:\w+ )?id\.?(?:$| action)
        code\b
        #
        """,
    ),
    (Role.ASIDE, DETAILS),
    (
        Role.PEOPLE,
        r"""
        (?:personnes?|agents?|chefs? de projets?|charge(?:e?s)? de (?:mission|projet)s?|interlocut\w+|contacts?)\b
        elue?s?\b
        (?:portage|pilotage|pilote|porteur) politique
        (?:referent|responsable)e?s? (?:technique|administratif|politique|elu|projet|operationnel)\w*$
        technicien(?:ne)?s?\b
        (?:courriel|mail|e-mail|telephone|tel|prenom|nom et prenom)\b
        """,
    ),
    (
        Role.SERVICES,
        r"""
        {part}(?:(?: ou | et |[ /-]+)(?:{part}|departements?))*{whose}$
        """,
    ),
    (
        Role.FUNDERS,
        r"""
        (?:co-?)?financeurs?\b
        qui (?:finance|paie)
        partenaires? (?:financ|financeurs)
        organismes? financeurs?
        sources? de financements?$
        finance(?:e|es|ement)? par$
        (?:soutiens?|contributeurs?) financiers?
        """,
    ),
    (
        Role.FINANCING,
        r"""
        (?:plans? de |modalites de |leviers? de |recherche de )?(?:co-?)?financements?\b(?! total)
        moyens financiers
        ressources financieres
        leviers financiers
        credits? mobilis\w+
        (?:dont )?(?:subventions?|aides?)(?: (?:mobilis|sollicit|obtenu|attendu|publique|acquis)\w+)*$
        """,
    ),
    (
        Role.PILOTS,
        r"""
        (?:(?:{bodies}|qui) )?{pilot}\b
        maitr(?:is)?es? d'ouvrage
        {bodies} (?:responsable|referent|maitre|chef|(?:qui )?port(?:e|ent|ant))e?s?\b
        moa\b
        (?:structures?|organismes?|associations?|operateurs?|promoteurs?|employeurs?)(?: (?:principa|unique|lead)\w*)?$
        qui(?: (?:fait|pilote|porte|realise|agit|est responsable|met en oeuvre|coordonne|anime)\b.*)?$
        par qui$
        (?:pilote|porte|mise? en oeuvre|anime|coordonne|realise)e?s? par$
        (?:responsables?|coordinat\w+|gestionnaires?|titulaires?|leaders?)(?: (?:de l'action|du projet|de la mesure))?$
        referente?s?$
        """,
    ),
    (
        Role.PARTNERS,
        r"""
        (?:les |principaux |autres? )*(?:{bodies} )?partenaires?\b
        partenariats?\b
        (?:avec|en lien avec) qui
        parties prenantes
        contributeurs?
        (?:autres? )?(?:intervenants?|appuis?|relais|acteurs|associes|collaborations?)$
        (?:acteurs?|structures?|personnes?) (?:a |en )?(?:mobiliser|associer|impliquer|appui|lien)\b
        (?:avec|en lien avec|associe a|en association avec)$
        (?:autres )?{bodies} (?:associe|mobilise|implique|concerne|contribut|relais)
        """,
    ),
    (
        Role.BUDGET,
        r"""
        (?:budgets?|couts?|montants?|enveloppes?|depenses?|chiffrages?|total|assiette)\b
        bases? (?:subventionn|eligib)\w+
        combien\b
        (?:prix|somme)$
        estimations? (?:financiere|budgetaire|du cout)\w*
        besoins? (?:de financement|financiers?)
        financement total
        """,
    ),
    (
        Role.END,
        r"""
        dates? (?:\S+ )?(?:s'acheve|se termine|finit|prend fin)(?:-t-\w+)?$
        (?:dates? )?(?:de )?(?:fin|achevement|livraison|cloture)(?: {planned})*$
        (?:echeances?|delais?)\b
        dates? (?:limites?|butoirs?)
        (?:pour|avant) quand$
        livraison
        (?:termes?|horizons?)$
        (?:forecasted )?end date$
        """,
    ),
    (
        Role.START,
        r"""
        (?:dates? )?(?:de |du )?(?:debut|demarrage|lancement|commencement)(?: {planned})*$
        dates? d'effet
        dates? (?:\S+ )?(?:demarr|debut|commenc|lanc)\w*(?:-t-\w+)?$
        (?:forecasted )?start date$
        """,
    ),
    (
        Role.SCHEDULE,
        r"""
        (?:calendriers?|echeanciers?|plannings?|periodes?|durees?|temporalites?|phasages?|programmation temporelle)\b
        annees?(?: d.*)?$
        dates?(?: (?:de realisation|de mise en oeuvre|previsionnelles?|prevues?))?$
        quand$
        (?:periodicites?|frequences?|rythmes?)$
        """,
    ),
    (
        Role.PLACE,
        r"""
        (?:{site}|villes?|implantations?|ou)(?: {meant})*(?:[ /-]+(?:{site}|prioritaires?))*$
        geographie prioritaire
        """,
    ),
    (Role.THEME, r"(?:grands? )?(?:{level}|domaines?|priorites?|ambitions?|defis?)\b"),
    (
        Role.OBJECTIVE,
        r"""
        (?:sous[- ])*objectifs?\b
        (?:enjeux?|finalites?)\b
        sous[- ](?:sous[- ])?\s?{level}
        """,
    ),
    (
        Role.STATUS,
        r"""
        (?:etats?|statuts?|avancements?|stades?|phases?|ou en est|situation actuelle)\b
        (?:degre|niveau) (?:d'avancement|de realisation)
        taux d'avancement
        decisions?$
        suivi de l'avancement
        """,
    ),
    (Role.SUB_ACTION, r"(?:sous[- ]actions?|etapes?|taches?|operations? elementaires?)(?: cles?)?$"),
    (
        Role.DESCRIPTION,
        r"""
        (?:descripti(?:f|on)s?|decri(?:vez|re)|contenus?|details?|resumes?|presentations?|deroulements?|objets?)\b
        consistance\b
        modalites (?:de mise en oeuvre|pratiques|operationnelles|d'intervention)\b
        """,
    ),
    (Role.ASIDE, r"(?:observations?|commentaires?|remarques?|precisions?|avis)\b"),
    (
        Role.RESPONSE,
        r"""
        .*(?:\bcontrat de ville\b|\b(?:loc|territori)ale?s?\b)
        (?:reponses?|declinaisons?|traductions?|mises? en oeuvre|realisations?)\b
        ce que .*\b(?:ville|commune|agglo(?:meration)?|metropole|communaute|territoire)$
        """,
    ),
    (Role.ASIDE, BESIDE),
    (
        Role.MEASURE,
        r"""
        .*\b(?:mesures?|comite interministeriel|civ)\b
        (?:operations?|projets?|engagements?|initiatives?|interventions?|chantiers?|activites?|propositions?)\b
        ce que (?:nous|l'on|on)\b
        que (?:fait|faire|voulons)\b
        (?:intitules?|titres?|libelles?|designations?|quoi|nom)$
        (?:{before}[' /-]+)*actions?\b
        ce que .*\b(?:l'etat|le gouvernement)$
        """,
    ),
)


def _pattern(words: str) -> re.Pattern[str]:
    lines = "|".join(line.strip() for line in words.splitlines() if line.strip())
    for name, listed in _LISTS.items():
        lines = lines.replace(f"{{{name}}}", listed)
    return re.compile(f"(?:{lines})")


WORDS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple((role, _pattern(words)) for role, words in _WORDS)
