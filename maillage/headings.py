"""Names of columns as people read them, where accents or words are missing from the name that programs use."""

from __future__ import annotations

from collections.abc import Mapping

HEADINGS: Mapping[str, str] = {
    "a_developper": "à développer",
    "a_regarder": "à regarder",
    "actions_un_acteur": "actions à un acteur",
    "annonce": "annoncé",
    "annonce_sous_programmes": "annoncé par les sous-programmes",
    "categorie": "catégorie",
    "cite": "cité",
    "detaches": "détachés",
    "etape": "étape",
    "etat": "état",
    "ex_aequo": "ex æquo",
    "finance": "financé",
    "fragilite": "fragilité",
    "generique": "générique",
    "numero": "numéro",
    "objectifs_partenaire": "partenaire de",
    "objectifs_pilote": "pilote de",
    "objectifs_un_acteur": "objectifs à un acteur",
    "parametres": "paramètres",
    "partage": "partagé",
    "pilotes_generiques": "pilotes génériques",
    "pilotes_objectif": "pilotes de l'objectif",
    "portee": "portée",
    "prets": "prêts",
    "reponses": "réponses",
    "requete": "requête",
    "role": "rôle",
    "role_de": "rôle de",
    "role_vers": "rôle vers",
    "sous_programmes": "sous-programmes",
    "ventile": "ventilé",
}
