"""What Maillage's own workbook says of itself: the notice, and a made-up example."""

from __future__ import annotations

from typing import Any

from loaders.forms.model.layout import EXAMPLE_MARK, MARK, NOTICE
from viz.workbook import Column, Sheet

_STEPS = (
    ("1. Plan", "Donnez le titre, le territoire et les années : ils font l'identité du plan."),
    (
        "2. Objectifs",
        "Une ligne par objectif, avec son axe, ses pilotes et ses partenaires. Un axe sans objectif a sa ligne à lui.",
    ),
    (
        "3. Actions",
        "Une ligne par action. Choisissez le N° de l'objectif dans la liste ; « axe 2 » si l'action n'a qu'un axe. "
        "« Sous-action de » reprend le N° action d'une autre ligne.",
    ),
    (
        "4. Financements",
        "Une ligne par financement : qui paie, quoi, combien. Une enveloppe nationale n'est jamais additionnée.",
    ),
    (
        "5. Acteurs, Outils, Lieux",
        "Facultatifs : ils précisent des noms déjà écrits ailleurs (type, sigle, service d'une organisation, SIRET…).",
    ),
    (
        "Plusieurs noms",
        "Dans une même cellule : un nom par ligne (Alt+Entrée dans Excel, Ctrl+Entrée dans LibreOffice), ou séparés "
        "par « ; ». Écrivez toujours un acteur de la même façon ; ses autres noms vont dans « Acteurs ».",
    ),
    (
        "Ce qui est lu",
        "Les colonnes, et elles seules : Maillage ne cherche ni pilote, ni partenaire, ni financeur dans les phrases. "
        "Une colonne que vous ajoutez n'est pas lue, et Maillage le dit. Les lignes peuvent être triées ou filtrées.",
    ),
    (
        "[déduit]",
        "Derrière un nom : Maillage l'avait tiré d'une phrase d'un autre document. Effacez ce mot si le rôle est "
        "confirmé, ou le nom s'il est faux. De même [douteux] ; [par CAF] : le partenaire agit par elle.",
    ),
    (
        "Un plan déjà chargé",
        "« maillage modele plan.xlsx DOSSIER » l'écrit dans ce classeur. Gardez la colonne « Rang » : elle tient "
        "l'identité de chaque ligne ; laissez-la vide pour une ligne neuve. Les colonnes grises gardent la phrase et "
        "la place d'où vient la ligne. Rangez ensuite ce classeur à la place de l'ancien document, non à côté.",
    ),
    (
        "Ensuite",
        "« maillage verifier plan.xlsx » dit ce qui ne va pas, feuille, ligne et colonne ; "
        "« maillage copil plan.xlsx » fait la carte et le dossier.",
    ),
    ("Modèle", MARK),
)

NOTICE_SHEET = Sheet(
    NOTICE,
    (Column("Feuille", 24), Column("Comment la remplir", 96)),
    _STEPS,
    ("Le plan d'un contrat de ville, en un classeur",),
    entry=True,
)

EXAMPLE_NOTES = (f"{EXAMPLE_MARK} : cette feuille n'est jamais lue. Copiez sa façon de faire, non son contenu.",)

EXAMPLE_ROWS: dict[str, list[dict[str, Any]]] = {
    "objectives": [
        {
            "axis_number": "1",
            "axis_title": "Emploi",
            "number": "1",
            "title": "Rapprocher les jeunes de l'emploi",
            "pilots": "Mission locale",
            "copilots": "Ville de Montfleur",
            "partners": "France Travail ; Régie des Tilleuls ; collège Jean Moulin",
            "tools": "Cité de l'emploi",
        },
        {
            "axis_number": "1",
            "axis_title": "Emploi",
            "number": "2",
            "title": "Aider à créer son entreprise",
            "pilots": "CA du Val Fleuri",
            "partners": "CCI\nCMA\nBanque alimentaire",
        },
    ],
    "actions": [
        {
            "objective": "1",
            "number": "1.1",
            "text": "Tenir une permanence au pied des immeubles",
            "status": "en cours",
            "pilots": "Mission locale",
            "partners": "Régie des Tilleuls",
            "places": "Les Tilleuls",
            "start": "09/2025",
            "end": "2027",
            "budget": 18000,
        },
        {
            "objective": "1",
            "number": "1.2",
            "text": "Ouvrir la permanence le samedi",
            "status": "à développer",
            "parent": "1.1",
        },
    ],
    "funding": [
        {
            "funder": "État",
            "instrument": "Politique de la ville",
            "kind": "subvention",
            "objective": "1",
            "action": "1.1",
            "amount": 9000,
        },
        {"funder": "CAF", "kind": "subvention", "objective": "1", "amount": 4500, "date": "2026"},
    ],
    "actors": [
        {"name": "Mission locale", "kind": "établissement public", "others": "MLJ ; Mission locale jeunes"},
        {"name": "Service jeunesse", "kind": "service", "service_of": "Ville de Montfleur"},
        {"name": "habitants", "generic": "oui"},
    ],
    "places": [{"name": "Les Tilleuls", "kind": "QPV"}, {"name": "Montfleur", "kind": "commune"}],
}
