"""A plan: a folder with its documents, or a lone file. Files in, statements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from graph.errors import InputError
from graph.model import Finding, Severity
from graph.statements import Reading
from loaders.coding import code_places
from loaders.forms.fiches.form import FichesForm
from loaders.forms.form import Form
from loaders.forms.grants.form import GrantsForm
from loaders.forms.model.form import ModelForm
from loaders.forms.tables.form import TableForm
from loaders.forms.template.form import TemplateForm
from loaders.plan_info import PLAN_FILE, PlanInfo, guess_plan_info, read_plan_info
from loaders.read.document import RawDocument
from loaders.read.formats import READ, is_read, read_document
from loaders.words.qpv import Note, Zoning, with_codes
from loaders.writer import Writer

LEDGER_FILE = "acteurs.csv"
_NEVER_DOCUMENTS = frozenset({PLAN_FILE, LEDGER_FILE})
_TO_LOOK_AT = frozenset(
    "texte-illisible pages-images pages-illisibles cellules-en-erreur formules-non-calculees contenu-recouvert"
    " texte-barre nombre-abime ancien-format feuille-masquee feuille-sans-cellules feuille-sans-plan objet-non-lu"
    " document-joint fichier-incomplet texte-masque texte-long".split()
)
"""Notes of readers on words that may be missing from what was read."""
_SEVERITIES: dict[str, Severity] = {"qpv-homonymes": "attention", "qpv-introuvable": "attention"}
_FORMS: tuple[Callable[[RawDocument], Form | None], ...] = (FichesForm.recognise, TableForm.recognise)
_FORMS_OF_ROWS = (GrantsForm.recognise, TemplateForm.recognise, TableForm.recognise, FichesForm.recognise)
Part = tuple[RawDocument, Form]
_FORMLESS = "aucune forme de plan reconnue dans ce document"


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
    twins = _twins(found)
    documents = [part for path, parts in found.items() if path not in twins for part in parts]
    if not documents:
        raise _unknown_form(legible[0])
    info = _info(files, _main(documents))
    zoning = Zoning.of(info.places, info.territory, info.start, info.end)
    places, notes = with_codes(info.places, zoning)
    info = replace(info, places=places)
    reading = Reading(plan=info.id, territory=info.scope)
    for raw, form in documents:
        _write_document(reading, info, raw, form, frozenset(known))
    first = f"{info.id}/{documents[0][0].name}"
    _say_coded(reading, first, notes, code_places(reading, zoning))
    left = {path: f"format non reconnu (formats lus : {READ})" for path in files.documents if path not in legible}
    left |= {path: _FORMLESS for path, parts in found.items() if not parts}
    left |= {path: f"c'est le même fichier que « {twin.name} », compté une fois" for path, twin in twins.items()}
    _say_left_out(reading, first, left)
    return reading


def _twins(found: Mapping[Path, Sequence[Part]]) -> dict[Path, Path]:
    """Files that are byte for byte another one of the folder: their ties and their money would count twice."""
    first: dict[str, Path] = {}
    for path, parts in found.items():
        if parts:
            first.setdefault(parts[0][0].sha256, path)
    return {path: first[parts[0][0].sha256] for path, parts in found.items() if parts and path not in first.values()}


def _say_coded(reading: Reading, document: str, notes: Sequence[Note], found: Sequence[str]) -> None:
    """The official codes of places, and why others have none."""
    shown = [("qpv-code", f"codes officiels de lieux que le texte nomme : {', '.join(found)}")] if found else []
    for code, message in (*notes, *shown):
        reading.findings.append(Finding(code, _SEVERITIES.get(code, "info"), document, "lieux", message))


def _main(documents: Sequence[Part]) -> Form:
    """The form that gives the plan its title: Maillage's own workbook first, a list of grants only where alone."""
    forms = [form for _, form in documents]
    return min(forms, key=lambda form: 0 if isinstance(form, ModelForm) else 2 if isinstance(form, GrantsForm) else 1)


def _say_left_out(reading: Reading, document: str, why: Mapping[Path, str]) -> None:
    """Files of the folder that are not read, or hold no plan: said, so that nobody believes them counted."""
    for path in sorted(why):
        message = f"« {path.name} » n'a pas été lu : {why[path]}"
        reading.findings.append(Finding("fichier-non-lu", "attention", document, path.name, message))


def _recognised(path: Path) -> list[Part]:
    """The parts of a file with their forms, none where it holds no plan; its other sheets are said."""
    parts = read_document(path)
    own = ModelForm.recognise(parts)
    if own is not None:
        return [(own.raw, own)]
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
        told = read_plan_info(files.info)
        return form.completed(told) if isinstance(form, ModelForm) else told
    if isinstance(form, ModelForm):
        return form.info
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
    how = "remplissez la feuille « Plan »" if isinstance(form, ModelForm) else "ajoutez un plan.toml"
    for guess in info.guessed:
        writer.finding("plan-devine", "info", "document", f"{guess} ({how} pour le préciser)")
    form.write(writer, info, known)
