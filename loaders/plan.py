"""A plan: a folder with its documents, or a lone file. Files in, statements out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.model import Finding
from graph.statements import Reading
from loaders.forms.fiches.form import FichesForm
from loaders.forms.form import Form
from loaders.forms.tables.form import TableForm
from loaders.plan_info import PLAN_FILE, PlanInfo, guess_plan_info, read_plan_info
from loaders.read.delimited import read_delimited
from loaders.read.document import RawDocument
from loaders.read.text import read_text
from loaders.writer import Writer

LEDGER_FILE = "acteurs.csv"
_NEVER_DOCUMENTS = frozenset({PLAN_FILE, LEDGER_FILE})
_READERS = {".txt": read_text, ".text": read_text, ".md": read_text, ".tsv": read_delimited, ".csv": read_delimited}
_READ = "texte (.txt), tableau (.tsv, .csv)"
_FORMS: tuple[Callable[[RawDocument], Form | None], ...] = (FichesForm.recognise, TableForm.recognise)
_FORMS_OF_ROWS = (TableForm.recognise, FichesForm.recognise)


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
    legible = [path for path in files.documents if path.suffix.lower() in _READERS] or list(files.documents)
    documents = [(raw, _recognise(path, raw)) for path, raw in ((path, read_document(path)) for path in legible)]
    info = _info(files, documents[0][1])
    reading = Reading(plan=info.id, territory=info.scope)
    for raw, form in documents:
        _write_document(reading, info, raw, form, frozenset(known))
    _say_left_out(reading, f"{info.id}/{documents[0][0].name}", set(files.documents) - set(legible))
    return reading


def _say_left_out(reading: Reading, document: str, left_out: set[Path]) -> None:
    """Files of the folder in a format that is not read: said, so that nobody believes them counted."""
    for path in sorted(left_out):
        message = f"« {path.name} » n'a pas été lu : format non reconnu (formats lus : {_READ})"
        reading.findings.append(Finding("fichier-non-lu", "attention", document, path.name, message))


def read_document(path: Path) -> RawDocument:
    """Read one file by its format; `InputError` for a format that is not known."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(
            f"format « {path.suffix or 'sans extension'} » non reconnu",
            place=str(path),
            action=f"Formats lus : {_READ}. Enregistrez le document dans l'un d'eux et recommencez.",
        )
    return reader(path)


def _recognise(path: Path, raw: RawDocument) -> Form:
    """The form of a document, by its content; where it has cells, they are tried first."""
    for recognise in _FORMS_OF_ROWS if raw.rows else _FORMS:
        if (found := recognise(raw)) is not None:
            return found
    raise InputError(
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
        writer.finding(code, "info", locator, message)
    for guess in info.guessed:
        writer.finding("plan-devine", "info", "document", f"{guess} (ajoutez un plan.toml pour le préciser)")
    form.write(writer, info, known)
