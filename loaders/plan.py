"""A plan: a folder with its documents, or a lone file. Files in, statements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import InputError
from graph.model import Finding
from graph.statements import Reading
from loaders.forms.fiches.form import FichesForm
from loaders.forms.form import Form
from loaders.forms.grants.form import GrantsForm
from loaders.forms.tables.form import TableForm
from loaders.plan_info import PLAN_FILE, PlanInfo, guess_plan_info, read_plan_info
from loaders.read.document import RawDocument
from loaders.read.formats import READ, is_read, read_document
from loaders.writer import Writer

LEDGER_FILE = "acteurs.csv"
_NEVER_DOCUMENTS = frozenset({PLAN_FILE, LEDGER_FILE})
_TO_LOOK_AT = frozenset(
    "texte-illisible pages-images pages-illisibles cellules-en-erreur formules-non-calculees contenu-recouvert"
    " texte-barre nombre-abime ancien-format feuille-masquee feuille-sans-cellules feuille-sans-plan objet-non-lu"
    " document-joint fichier-incomplet".split()
)
"""Notes of readers on words that may be missing from what was read."""
_FORMS: tuple[Callable[[RawDocument], Form | None], ...] = (FichesForm.recognise, TableForm.recognise)
_FORMS_OF_ROWS = (GrantsForm.recognise, TableForm.recognise, FichesForm.recognise)
Part = tuple[RawDocument, Form]


@dataclass(frozen=True)
class PlanFiles:
    """The files of one plan."""

    documents: tuple[Path, ...]
    info: Path | None
    ledger: Path | None


def find_plan(path: Path) -> PlanFiles:
    """The documents, `plan.toml` and ledger of a folder; or a lone document, whose ledger is not looked for."""
    if not path.exists():
        raise InputError(
            "fichier ou dossier introuvable",
            place=str(path),
            action="Vérifiez le chemin (dossier d'un plan ou document).",
        )
    if path.is_file():
        return PlanFiles((path,), None, None)
    files = sorted(file for file in path.iterdir() if file.is_file() and not file.name.startswith((".", "~")))
    documents = tuple(file for file in files if file.name not in _NEVER_DOCUMENTS)
    if not documents:
        raise InputError("aucun document dans ce dossier", place=str(path), action="Déposez-y le plan (texte .txt).")
    named = {file.name: file for file in files}
    return PlanFiles(documents, named.get(PLAN_FILE), named.get(LEDGER_FILE))


def read_plan(files: PlanFiles, known: Iterable[str] = ()) -> Reading:
    """Read every document of a plan into one `Reading`. `known` are folded names of actors known beforehand."""
    legible = [path for path in files.documents if is_read(path)] or list(files.documents)
    found = {path: _recognised(path) for path in legible}
    documents = [part for parts in found.values() for part in parts]
    if not documents:
        raise _unknown_form(legible[0])
    info = _info(files, _main(documents))
    reading = Reading(plan=info.id, territory=info.scope)
    for raw, form in documents:
        _write_document(reading, info, raw, form, frozenset(known))
    formless = {path for path, parts in found.items() if not parts}
    _say_left_out(reading, f"{info.id}/{documents[0][0].name}", set(files.documents) - set(legible), formless)
    return reading


def _main(documents: Sequence[Part]) -> Form:
    """The form that gives the plan its title: a list of grants does only where it is alone."""
    forms = [form for _, form in documents]
    return next((form for form in forms if not isinstance(form, GrantsForm)), forms[0])


def _say_left_out(reading: Reading, document: str, unread: set[Path], formless: set[Path]) -> None:
    """Files of the folder that are not read, or hold no plan: said, so that nobody believes them counted."""
    why = dict.fromkeys(unread, f"format non reconnu (formats lus : {READ})")
    why |= dict.fromkeys(formless, "aucune forme de plan reconnue dans ce document")
    for path in sorted(why):
        message = f"« {path.name} » n'a pas été lu : {why[path]}"
        reading.findings.append(Finding("fichier-non-lu", "attention", document, path.name, message))


def _recognised(path: Path) -> list[Part]:
    """The parts of a file with their forms, none where it holds no plan; its other sheets are said."""
    parts = read_document(path)
    parts = [raw for raw in parts if not raw.aside] or parts
    found = [(raw, _form(raw)) for raw in parts]
    known = [(raw, form) for raw, form in found if form is not None]
    left = [raw.sheet for raw, form in found if form is None]
    if known and left:
        message = f"feuilles sans plan reconnu, laissées de côté : {', '.join(left)}"
        raw, form = known[0]
        known[0] = (replace(raw, notes=(*raw.notes, ("feuille-sans-plan", "document", message))), form)
    return known


def _form(raw: RawDocument) -> Form | None:
    """The form of a document, by its content; where it has cells, they are tried first."""
    found = (recognise(raw) for recognise in (_FORMS_OF_ROWS if raw.rows else _FORMS))
    return next((form for form in found if form is not None), None)


def _unknown_form(path: Path) -> InputError:
    return InputError(
        "aucune forme de plan reconnue : ni « Objectif n », ni rubriques « Pilote », « Partenaires », « Actions », "
        "ni tableau dont l'en-tête nomme des mesures ou des actions",
        place=str(path),
        action="Vérifiez qu'il s'agit bien du plan d'actions, et que ses objectifs ou ses colonnes sont nommés.",
    )


def _info(files: PlanFiles, form: Form) -> PlanInfo:
    if files.info is not None:
        return read_plan_info(files.info)
    title = form.title.text if form.title else None
    return guess_plan_info(files.documents[0], title, " ".join(line.text for line in form.preamble))


def _write_document(reading: Reading, info: PlanInfo, raw: RawDocument, form: Form, known: frozenset[str]) -> None:
    document = f"{info.id}/{raw.name}"
    writer = Writer(reading, document)
    title = form.title.text if form.title else raw.name
    opening = form.opening
    properties = {"sha256": raw.sha256, "title": title, "media_type": raw.media_type}
    writer.node("Document", document, raw.name, opening.locator, opening.text, **properties)
    plan = {"title": info.title, "territory": info.territory, "start_year": info.start, "end_year": info.end}
    writer.node("Plan", info.id, info.title, opening.locator, opening.text, **plan)
    for line in form.preamble:
        writer.tie(info.id, "STATED_IN", document, line.locator, line.text)
    if form.furniture:
        places = ", ".join(line.locator for line in form.furniture)
        message = f"{len(form.furniture)} en-têtes, pieds et numéros de page mis de côté : {places}"
        writer.finding("pagination", "info", "document", message)
    for code, locator, message in raw.notes:
        writer.finding(code, "attention" if code in _TO_LOOK_AT else "info", locator, message)
    for guess in info.guessed:
        writer.finding("plan-devine", "info", "document", f"{guess} (ajoutez un plan.toml pour le préciser)")
    form.write(writer, info, known)
