"""A plan: a folder with its documents, or a lone file. Files in, statements out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from graph.errors import InputError
from graph.model import Finding
from graph.statements import Reading
from loaders.forms.fiches.form import FichesForm
from loaders.forms.fiches.outline import Outline, is_plan_by_fiches, outline
from loaders.plan_info import PLAN_FILE, PlanInfo, guess_plan_info, read_plan_info
from loaders.read.document import RawDocument
from loaders.read.text import read_text
from loaders.writer import Writer

LEDGER_FILE = "acteurs.csv"
_NEVER_DOCUMENTS = frozenset({PLAN_FILE, LEDGER_FILE})
_TEXT_SUFFIXES = frozenset({".txt", ".text", ".md"})


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
    legible = [path for path in files.documents if path.suffix.lower() in _TEXT_SUFFIXES] or list(files.documents)
    outlines = [(raw, _recognise(path, raw)) for path, raw in ((path, read_document(path)) for path in legible)]
    info = _info(files, outlines[0][1])
    reading = Reading(plan=info.id, territory=info.scope)
    for raw, found in outlines:
        _write_document(reading, info, raw, found, frozenset(known))
    _say_left_out(reading, f"{info.id}/{outlines[0][0].name}", set(files.documents) - set(legible))
    return reading


def _say_left_out(reading: Reading, document: str, left_out: set[Path]) -> None:
    """Files of the folder in a format that is not read: said, so that nobody believes them counted."""
    for path in sorted(left_out):
        message = f"« {path.name} » n'a pas été lu : format non reconnu (formats lus : texte .txt)"
        reading.findings.append(Finding("fichier-non-lu", "attention", document, path.name, message))


def read_document(path: Path) -> RawDocument:
    """Read one file by its format; `InputError` for a format that is not known."""
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise InputError(
            f"format « {path.suffix or 'sans extension'} » non reconnu",
            place=str(path),
            action="Formats lus : texte (.txt). Enregistrez le document en texte et recommencez.",
        )
    return read_text(path)


def _recognise(path: Path, raw: RawDocument) -> Outline:
    found = outline(raw.lines)
    if not is_plan_by_fiches(found):
        raise InputError(
            "aucune forme de plan reconnue : ni « Objectif n », ni rubriques « Pilote », « Partenaires », « Actions »",
            place=str(path),
            action="Vérifiez qu'il s'agit bien du plan d'actions, et que ses objectifs sont numérotés.",
        )
    return found


def _info(files: PlanFiles, found: Outline) -> PlanInfo:
    if files.info is not None:
        return read_plan_info(files.info)
    title = found.title.text if found.title else None
    return guess_plan_info(files.documents[0], title, " ".join(line.text for line in found.preamble))


def _write_document(reading: Reading, info: PlanInfo, raw: RawDocument, found: Outline, known: frozenset[str]) -> None:
    document = f"{info.id}/{raw.name}"
    writer = Writer(reading, document)
    title = found.title.text if found.title else raw.name
    opening = found.title or found.fiches[0].heading.line
    properties = {"sha256": raw.sha256, "title": title, "media_type": raw.media_type}
    writer.node("Document", document, raw.name, opening.locator, opening.text, **properties)
    plan = {"title": info.title, "territory": info.territory, "start_year": info.start, "end_year": info.end}
    writer.node("Plan", info.id, info.title, opening.locator, opening.text, **plan)
    for line in found.preamble:
        writer.tie(info.id, "STATED_IN", document, line.locator, line.text)
    if found.furniture:
        places = ", ".join(line.locator for line in found.furniture)
        message = f"{len(found.furniture)} en-têtes, pieds et numéros de page mis de côté : {places}"
        writer.finding("pagination", "info", "document", message)
    for code, message in raw.notes:
        writer.finding(code, "info", "document", message)
    for guess in info.guessed:
        writer.finding("plan-devine", "info", "document", f"{guess} (ajoutez un plan.toml pour le préciser)")
    FichesForm(found, info, known).write(writer)
