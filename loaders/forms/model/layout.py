"""The sheets and columns of Maillage's own workbook: what stands on top of them, and what may be chosen in them.

The one place that names them: `maillage modele` writes the workbook from here, and the form reads it back by it.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.schema import ACTOR_KINDS
from loaders.forms.model.words import (
    ACTION_KINDS,
    FUNDING_KINDS,
    OTHER_STATUSES,
    PLACE_KINDS,
    SCOPES,
    STATUSES,
    YES_NO,
)

MARK = "maillage-modele/1"
NOTICE, EXAMPLE = "Lisez-moi", "Exemple"
EXAMPLE_MARK = "Exemple inventé"


@dataclass(frozen=True)
class Field:
    """A column: its key here, its heading and help for people, its width in characters.

    `choices` are proposed in a drop-down list, or the values of another sheet's column (`source`: keys of both);
    other values than those of a `closed` list are refused by the spreadsheet. `figures`: it holds numbers. `side`: it
    keeps what a plan's own documents said, and is only there when a plan is written into the workbook. `answer`: it
    stands out as what is to be filled.
    """

    key: str
    heading: str
    help: str = ""
    width: int = 20
    choices: tuple[str, ...] = ()
    source: tuple[str, str] | None = None
    closed: bool = False
    figures: bool = False
    side: bool = False
    answer: bool = False


@dataclass(frozen=True)
class SheetLayout:
    """One sheet. A row with words in one of the `main` columns is a row of data; `fixed` columns stay in sight."""

    key: str
    title: str
    intro: str
    fields: tuple[Field, ...]
    main: tuple[str, ...]
    fixed: int = 1

    def field(self, key: str) -> Field:
        """The column of this key."""
        return next(field for field in self.fields if field.key == key)


_MANY = "Un nom par ligne, ou séparés par « ; »."
_TRACE = (
    Field("origin", "D'où vient la ligne", "Document et place d'où la ligne a été tirée.", 30, side=True),
    Field("words", "Phrase d'origine", "Les mots du document, une ligne par place.", 60, side=True),
)
_RANK = Field("rank", "Rang", "À garder ; vide pour une ligne neuve.", 12, side=True)
_CITED = Field("cited", "Acteurs cités", "Nommés dans la phrase, sans rôle.", 24, side=True)
_TOOLS = Field("tools", "Outils et dispositifs", "Conventions, programmes… " + _MANY, 28)
_PLACES = Field("places", "Lieux", "Quartiers, communes… " + _MANY, 22)
_ROLES = (
    Field("pilots", "Pilotes", "Qui porte. " + _MANY, 28),
    Field("copilots", "Copilotes", "Qui porte avec. " + _MANY, 24),
    Field("partners", "Partenaires", "Qui aide. " + _MANY, 36),
)

PLAN = SheetLayout(
    "plan",
    "Plan",
    "Le plan en quatre réponses. Le territoire et les années font son identifiant.",
    (
        Field("question", "Rubrique", "Ne changez pas cette colonne.", 26),
        Field("answer", "Réponse", "Écrivez ici.", 70, answer=True),
        Field("hint", "Aide", "", 60),
    ),
    ("answer",),
)
PLAN_QUESTIONS = {
    "title": ("Titre du plan", "Le nom complet : « Contrat de ville de … – plan d'actions 2025-2030 »."),
    "territory": ("Territoire", "La commune ou l'agglomération, en toutes lettres."),
    "start": ("Première année", "Quatre chiffres."),
    "end": ("Dernière année", "Quatre chiffres ; la même si le plan dure un an."),
}

OBJECTIVES = SheetLayout(
    "objectives",
    "Objectifs",
    "Une ligne par objectif. Une ligne sans objectif annonce un axe seul.",
    (
        Field("axis_number", "N° axe", "Vide : comme au-dessus ; « aucun » : pas d'axe.", 12),
        Field("axis_title", "Axe", "L'intitulé de l'axe.", 28),
        Field("number", "N°", "1, 2… ou « 2.1 » ; « (3) » : le plan n'en donne pas.", 12),
        Field("title", "Objectif", "L'intitulé de l'objectif.", 44),
        Field("theme", "Thématique", "Si le plan en donne une.", 18),
        *_ROLES,
        _TOOLS,
        _PLACES,
        _CITED,
        Field("axis_rank", "Rang de l'axe", "À garder.", 12, side=True),
        _RANK,
        *_TRACE,
    ),
    ("title", "number", "axis_title", "axis_number"),
    fixed=4,
)

ACTIONS = SheetLayout(
    "actions",
    "Actions",
    "Une ligne par action. Seules les colonnes comptent : rien n'est tiré de la phrase de l'action.",
    (
        Field(
            "objective",
            "Objectif",
            "Son N° (liste) ; « axe 2 » si elle n'a qu'un axe.",
            14,
            source=("objectives", "number"),
        ),
        Field("number", "N° action", "Pour la nommer dans d'autres lignes.", 13),
        Field("text", "Action", "Ce qui sera fait.", 56),
        Field("kind", "Nature", "Vide : action.", 16, tuple(ACTION_KINDS), closed=True),
        Field("status", "État", "Où elle en est.", 14, (*STATUSES, *OTHER_STATUSES)),
        *_ROLES,
        _TOOLS,
        _PLACES,
        Field("start", "Début", "2025, 09/2025 ou 01/09/2025.", 13),
        Field("end", "Fin", "Comme le début.", 13),
        Field("budget", "Budget (€)", "Ce que coûte l'action, en euros.", 14, figures=True),
        Field("parent", "Sous-action de", "Le N° de l'action plus large.", 15),
        Field("answers", "Répond à", "N° d'autres mesures nationales.", 14, side=True),
        Field("heading", "Intertitre", "Le titre sous lequel l'action est rangée.", 20, side=True),
        _CITED,
        _RANK,
        *_TRACE,
    ),
    ("text", "number"),
    fixed=3,
)

FUNDING = SheetLayout(
    "funding",
    "Financements",
    "Qui paie quoi ? Une ligne par financement ; il va à un objectif, une action, un outil ou un bénéficiaire.",
    (
        Field("funder", "Financeur", "Qui donne l'argent : un seul nom.", 28),
        Field("instrument", "Dispositif", "Subvention, prêt, nom du fonds… Vide : la nature.", 26),
        Field("kind", "Nature", "De quel argent il s'agit.", 19, tuple(FUNDING_KINDS)),
        Field("objective", "Objectif", "Le N° de l'objectif payé.", 13, source=("objectives", "number")),
        Field("action", "N° action", "Le N° de l'action payée.", 13, source=("actions", "number")),
        Field("tool", "Outil", "L'outil ou le programme payé.", 28),
        Field("beneficiary", "Bénéficiaire", "L'acteur qui reçoit.", 26),
        Field("amount", "Montant (€)", "Vide : on ne le connaît pas.", 15, figures=True),
        Field("share", "Part", "« 93 % » de ce qui est nommé à côté.", 14),
        Field("of", "Part de", "Le financeur dont elle est une part.", 26),
        Field("scope", "Portée", "Vide : locale. Nationale : non additionnée.", 15, tuple(SCOPES), closed=True),
        Field("reference", "Référence", "N° de convention, de dossier…", 18),
        Field("date", "Date", "2025, 09/2025 ou 01/09/2025.", 13),
        Field("object", "Objet", "À quoi sert l'argent.", 36),
        *_TRACE,
    ),
    ("funder", "amount", "beneficiary", "tool", "action", "share"),
)

ACTORS = SheetLayout(
    "actors",
    "Acteurs",
    "Facultatif. Un nom écrit ailleurs est un acteur sans être ici ; cette feuille dit ce qu'il est.",
    (
        Field("name", "Nom", "Comme on l'écrit dans les autres feuilles.", 36),
        Field(
            "kind", "Type", "Vide : deviné d'après le nom.", 21, tuple(kind.name for kind in ACTOR_KINDS), closed=True
        ),
        Field("others", "Autres noms", "Sigle, ancien nom… " + _MANY, 34),
        Field("service_of", "Service de", "L'organisation dont il est un service.", 26),
        Field("member_of", "Membre de", "Le groupe ou le réseau dont il fait partie. " + _MANY, 26),
        Field("generic", "Générique", "oui : ne désigne personne en particulier.", 16, YES_NO, closed=True),
        Field("siret", "SIRET", "14 chiffres.", 18),
        Field("may_be", "Peut-être", "L'acteur que c'est peut-être ; la question reste posée.", 26, side=True),
        Field("reason", "Pourquoi", "Ce qui le fait penser.", 30, side=True),
    ),
    ("name",),
)

TOOLS = SheetLayout(
    "tools",
    "Outils",
    "Facultatif. Conventions, programmes, dispositifs : ce que la colonne « Outils et dispositifs » ne dit pas.",
    (
        Field("name", "Outil", "Comme on l'écrit dans les autres feuilles.", 50),
        Field("part_of", "Fait partie de", "L'outil plus large. " + _MANY, 40),
        Field("operators", "Mis en œuvre par", _MANY, 30),
        Field("announced", "Montant annoncé (€)", "Le total annoncé, en euros.", 18, figures=True),
        _CITED,
        *_TRACE,
    ),
    ("name",),
)

PLACES = SheetLayout(
    "places",
    "Lieux",
    "Facultatif. Quartiers, communes, équipements nommés dans les colonnes « Lieux ».",
    (
        Field("name", "Lieu", "Comme on l'écrit dans les autres feuilles.", 36),
        Field("kind", "Nature", "", 20, PLACE_KINDS),
        Field("code", "Code", "Code du QPV (QN…) ou code Insee.", 18),
        Field("within", "Dans", "Le lieu plus large. " + _MANY, 36),
    ),
    ("name",),
)

SHEETS = (PLAN, OBJECTIVES, ACTIONS, FUNDING, ACTORS, TOOLS, PLACES)
SHEETS_BY_KEY = {sheet.key: sheet for sheet in SHEETS}
