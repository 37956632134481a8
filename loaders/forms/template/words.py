"""The words of the template, as data: its labels in all its versions, its help, and the example that it ships with.

Labels and help as in the files that the platform Territoires en Transitions hands out, and its own exports of plans.
Labels are folded, without what stands in parentheses and without units (`key_of`).
"""

from __future__ import annotations

import re

from loaders.forms.tables.labels import Role

ROLES: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{words})$"))
    for role, words in (
        (Role.THEME, r"axes?"),
        (Role.MIDDLE, r"sous-?\s?axes?"),
        (Role.OBJECTIVE, r"sous-?\s?sous-?\s?axes?|x(?:\.x){2,}"),
        (Role.MEASURE, r"(?:titre|intitule|nom) (?:de la fiche[- ]action|de l'action|de la fiche)|titre|nom|actions?"),
        (Role.SUB_ACTION, r"(?:(?:titre|intitule|nom) de la )?sous-?\s?actions?"),
        (Role.DESCRIPTION, r"descripti(?:f|on)s?"),
        (Role.PILOTS, r"structures? pilotes?"),
        (
            Role.SERVICES,
            r"(?:directions? ou )?services? pilotes?|directions? pilotes?|service-departement-pole pilote",
        ),
        (Role.PEOPLE, r"personnes? pilotes?|elue?s? referente?s?|cree par|modifie par"),
        (Role.PARTNERS, r"partenaires?"),
        (Role.FINANCING, r"financements?"),
        (Role.FUNDERS, r"financeurs?(?: \d+)?"),
        (Role.BUDGET, r"budgets?(?: previsionnels?)?(?: total| totaux)?|montants?(?: \d+)?"),
        (Role.STATUS, r"statuts?"),
        (Role.START, r"dates? de debut|date debut"),
        (Role.END, r"dates? de fin(?: previsionnelle)?|date fin"),
        (Role.SCHEDULE, r"calendriers?"),
        (
            Role.ASIDE,
            r"thematiques? principales?|sous-thematiques?|tags de suivi|moyens(?: humains et techniques)?"
            r"|instances? de gouvernance|confidentialite.*|niveaux? de priorite|temps de mise en oeuvre"
            r"|action en amelioration continue|cibles?|participation citoyenne.*|(?:nom et statut de l'etape|etapes?"
            r"(?: de la fiche action)?)|objectifs?|resultats attendus|indicateurs(?: lies)?|fiches? des plans? liees?"
            r"|mesures?(?: des referentiels)? liees?|actions? liees?|notes?(?: .*)?|documents et liens"
            r"|date de (?:creation|derniere modification)|budget realise",
        ),
    )
)
DISTINCTIVE = re.compile(
    r"(?:sous-?\s?sous-?\s?axe|structure pilote|(?:direction ou )?service pilote|service-departement-pole pilote"
    r"|personne pilote|elue? referente?|participation citoyenne.*|action en amelioration continue"
    r"|instances de gouvernance|moyens humains et techniques|niveau de priorite|financeur 1|fiches des plans liees"
    r"|titre de la sous-action|confidentialite de la fiche|temps de mise en oeuvre)$"
)
TITLE = re.compile(r"titre de (?:la fiche[- ]action|l'action)$")
ENOUGH = 4
"""How many distinctive labels beside the title make a row the template's."""

HELP = re.compile(
    r"[➔→➜\s-]*(?:champ (?:texte|numerique|date|binaire|liste|libre)|si vos (?:sous-)*axes sont numerotes"
    r"|texte court de \d+ caracteres|ce champ ne sera pas integre|presentez en quelques lignes"
    r"|re(?:n)?seignez ici|utilisez exactement la meme ecriture|separez plusieurs intitules|creez sous la forme"
    r"|plusieurs (?:services|personnes) peuvent etre indique|choisissez l'option|saisissez (?:un nombre|une date)"
    r"|indique[rz] si l'action|ces informations devront etre saisies)"
)
EXAMPLE = re.compile(r"la collectivite exemple\b|la collectivite 1, la collectivite 2$")
GROUP = re.compile(
    r"(?:presentation de l'action|objectifs et indicateurs|acteurs|modalites de mise en oeuvre|actions liees|budgets?"
    r"|gestion des acces|etapes|notes de suivi.*|indicateurs de suivi|autres informations liees|donnees de creation.*)$"
)
UNCLASSED = re.compile(r"\(?fiches? (?:action )?non classees?\)?$")
