"""The closed list of what a comparison can say: one code a kind of change, its French name, and its mirror."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """What kind of change. Codes are a contract: they stand in the data that `comparer` writes."""

    PLAN_ADDED = "plan-ajoute"
    PLAN_REMOVED = "plan-retire"
    PLAN_TITLE = "plan-titre"
    PLAN_TERRITORY = "plan-territoire"
    PLAN_PERIOD = "plan-periode"
    AXIS_ADDED = "axe-ajoute"
    AXIS_REMOVED = "axe-retire"
    AXIS_REWORDED = "axe-reformule"
    AXIS_NUMBER = "axe-renumerote"
    AXIS_RANK = "axe-rang"
    OBJECTIVE_ADDED = "objectif-ajoute"
    OBJECTIVE_REMOVED = "objectif-retire"
    OBJECTIVE_REWORDED = "objectif-reformule"
    OBJECTIVE_MOVED = "objectif-deplace"
    OBJECTIVE_NUMBER = "objectif-renumerote"
    OBJECTIVE_RANK = "objectif-rang"
    OBJECTIVE_THEME = "objectif-thematique"
    PILOT_CAME = "pilote-venu"
    PILOT_LEFT = "pilote-parti"
    PARTNER_CAME = "partenaire-venu"
    PARTNER_LEFT = "partenaire-parti"
    ROLE = "role-change"
    CO_PILOT = "copilotage"
    VIA = "relais-change"
    BASIS = "fondement-change"
    CITED = "citation-venue"
    UNCITED = "citation-partie"
    ACTOR_RENAMED = "acteur-renomme"
    MEMBER_CAME = "appartenance-venue"
    MEMBER_LEFT = "appartenance-partie"
    FUNDING_CAME = "financement-venu"
    FUNDING_LEFT = "financement-parti"
    FUNDING_AMOUNT = "financement-montant"
    FUNDING_DETAIL = "financement-modifie"
    NATIONAL_CAME = "enveloppe-venue"
    NATIONAL_LEFT = "enveloppe-partie"
    NATIONAL_AMOUNT = "enveloppe-montant"
    NATIONAL_DETAIL = "enveloppe-modifiee"
    ANNOUNCED = "montant-annonce"
    TOOL_CAME = "outil-venu"
    TOOL_LEFT = "outil-parti"
    TOOL_REWORDED = "outil-reformule"
    OPERATOR_CAME = "operateur-venu"
    OPERATOR_LEFT = "operateur-parti"
    PLACE_CAME = "lieu-venu"
    PLACE_LEFT = "lieu-parti"
    ACTION_ADDED = "action-ajoutee"
    ACTION_REMOVED = "action-retiree"
    ACTION_REWORDED = "action-reformulee"
    ACTION_MOVED = "action-deplacee"
    ACTION_STATUS = "action-etat"
    ACTION_HEADING = "action-intertitre"
    ACTION_KIND = "action-nature"
    ACTION_DATES = "action-calendrier"
    ACTION_BUDGET = "action-budget"
    ACTION_RANK = "action-rang"
    ANSWER_CAME = "reponse-venue"
    ANSWER_LEFT = "reponse-partie"
    UNREAD_CAME = "ligne-non-lue-venue"
    UNREAD_LEFT = "ligne-non-lue-partie"


_MIRRORED = (
    (Code.PLAN_ADDED, Code.PLAN_REMOVED),
    (Code.AXIS_ADDED, Code.AXIS_REMOVED),
    (Code.OBJECTIVE_ADDED, Code.OBJECTIVE_REMOVED),
    (Code.PILOT_CAME, Code.PILOT_LEFT),
    (Code.PARTNER_CAME, Code.PARTNER_LEFT),
    (Code.CITED, Code.UNCITED),
    (Code.MEMBER_CAME, Code.MEMBER_LEFT),
    (Code.FUNDING_CAME, Code.FUNDING_LEFT),
    (Code.NATIONAL_CAME, Code.NATIONAL_LEFT),
    (Code.TOOL_CAME, Code.TOOL_LEFT),
    (Code.OPERATOR_CAME, Code.OPERATOR_LEFT),
    (Code.PLACE_CAME, Code.PLACE_LEFT),
    (Code.ACTION_ADDED, Code.ACTION_REMOVED),
    (Code.ANSWER_CAME, Code.ANSWER_LEFT),
    (Code.UNREAD_CAME, Code.UNREAD_LEFT),
)
MIRROR: dict[Code, Code] = {code: code for code in Code} | dict(_MIRRORED) | {b: a for a, b in _MIRRORED}
"""The code that the same change has when the two plans are given the other way round."""

NAMES: dict[Code, tuple[str, str]] = {
    Code.PLAN_ADDED: ("plan ajouté", "plans ajoutés"),
    Code.PLAN_REMOVED: ("plan retiré", "plans retirés"),
    Code.PLAN_TITLE: ("titre de plan changé", "titres de plan changés"),
    Code.PLAN_TERRITORY: ("territoire changé", "territoires changés"),
    Code.PLAN_PERIOD: ("période changée", "périodes changées"),
    Code.AXIS_ADDED: ("axe ajouté", "axes ajoutés"),
    Code.AXIS_REMOVED: ("axe retiré", "axes retirés"),
    Code.AXIS_REWORDED: ("axe reformulé", "axes reformulés"),
    Code.AXIS_NUMBER: ("suite d'axes renumérotée", "suites d'axes renumérotées"),
    Code.AXIS_RANK: ("axe changé de rang", "axes changés de rang"),
    Code.OBJECTIVE_ADDED: ("objectif ajouté", "objectifs ajoutés"),
    Code.OBJECTIVE_REMOVED: ("objectif retiré", "objectifs retirés"),
    Code.OBJECTIVE_REWORDED: ("objectif reformulé", "objectifs reformulés"),
    Code.OBJECTIVE_MOVED: ("objectif déplacé", "objectifs déplacés"),
    Code.OBJECTIVE_NUMBER: ("suite d'objectifs renumérotée", "suites d'objectifs renumérotées"),
    Code.OBJECTIVE_RANK: ("objectif changé de rang", "objectifs changés de rang"),
    Code.OBJECTIVE_THEME: ("thématique changée", "thématiques changées"),
    Code.PILOT_CAME: ("pilote venu", "pilotes venus"),
    Code.PILOT_LEFT: ("pilote parti", "pilotes partis"),
    Code.PARTNER_CAME: ("partenaire venu", "partenaires venus"),
    Code.PARTNER_LEFT: ("partenaire parti", "partenaires partis"),
    Code.ROLE: ("rôle changé", "rôles changés"),
    Code.CO_PILOT: ("copilotage changé", "copilotages changés"),
    Code.VIA: ("relais changé", "relais changés"),
    Code.BASIS: ("fondement de lien changé", "fondements de lien changés"),
    Code.CITED: ("acteur nouvellement cité", "acteurs nouvellement cités"),
    Code.UNCITED: ("acteur qui n'est plus cité", "acteurs qui ne sont plus cités"),
    Code.ACTOR_RENAMED: ("acteur renommé", "acteurs renommés"),
    Code.MEMBER_CAME: ("appartenance nouvelle", "appartenances nouvelles"),
    Code.MEMBER_LEFT: ("appartenance terminée", "appartenances terminées"),
    Code.FUNDING_CAME: ("financement venu", "financements venus"),
    Code.FUNDING_LEFT: ("financement parti", "financements partis"),
    Code.FUNDING_AMOUNT: ("montant changé", "montants changés"),
    Code.FUNDING_DETAIL: ("financement modifié", "financements modifiés"),
    Code.NATIONAL_CAME: ("enveloppe nationale venue", "enveloppes nationales venues"),
    Code.NATIONAL_LEFT: ("enveloppe nationale partie", "enveloppes nationales parties"),
    Code.NATIONAL_AMOUNT: ("montant d'enveloppe nationale changé", "montants d'enveloppes nationales changés"),
    Code.NATIONAL_DETAIL: ("enveloppe nationale modifiée", "enveloppes nationales modifiées"),
    Code.ANNOUNCED: ("montant annoncé changé", "montants annoncés changés"),
    Code.TOOL_CAME: ("outil venu", "outils venus"),
    Code.TOOL_LEFT: ("outil parti", "outils partis"),
    Code.TOOL_REWORDED: ("outil reformulé", "outils reformulés"),
    Code.OPERATOR_CAME: ("opérateur d'outil venu", "opérateurs d'outils venus"),
    Code.OPERATOR_LEFT: ("opérateur d'outil parti", "opérateurs d'outils partis"),
    Code.PLACE_CAME: ("lieu venu", "lieux venus"),
    Code.PLACE_LEFT: ("lieu parti", "lieux partis"),
    Code.ACTION_ADDED: ("action ajoutée", "actions ajoutées"),
    Code.ACTION_REMOVED: ("action retirée", "actions retirées"),
    Code.ACTION_REWORDED: ("action reformulée", "actions reformulées"),
    Code.ACTION_MOVED: ("action déplacée", "actions déplacées"),
    Code.ACTION_STATUS: ("état d'action changé", "états d'action changés"),
    Code.ACTION_HEADING: ("intertitre changé", "intertitres changés"),
    Code.ACTION_KIND: ("nature d'action changée", "natures d'action changées"),
    Code.ACTION_DATES: ("calendrier changé", "calendriers changés"),
    Code.ACTION_BUDGET: ("budget changé", "budgets changés"),
    Code.ACTION_RANK: ("action changée de rang", "actions changées de rang"),
    Code.ANSWER_CAME: ("réponse locale nouvelle", "réponses locales nouvelles"),
    Code.ANSWER_LEFT: ("réponse locale retirée", "réponses locales retirées"),
    Code.UNREAD_CAME: ("ligne non lue apparue", "lignes non lues apparues"),
    Code.UNREAD_LEFT: ("ligne non lue disparue", "lignes non lues disparues"),
}
"""French names, for one and for several; their order is that of a summary."""
