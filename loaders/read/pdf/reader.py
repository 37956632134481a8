"""PDF: text, in columns and in tables. A scanned document is told by an error that names character recognition."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.french import reason
from loaders.cells import Row, cell_of
from loaders.pages import PrintedLine
from loaders.read.document import Note, RawDocument

MOST_BYTES, MOST_SECONDS = 500 * 2**20, 180
_ROOT = Path(__file__).resolve().parents[3]
_WORKER = "loaders.read.pdf.worker"
_HEAD, _TAIL = 1024, 2048
_SAVE_AGAIN = "Ouvrez-le, enregistrez-le à nouveau en PDF (« Imprimer en PDF ») et recommencez."
_OCR = (
    "Faites-lui reconnaître ses caractères (OCR, par exemple « ocrmypdf -l fra entrée.pdf sortie.pdf », ou la fonction "
    "« Reconnaissance de texte » d'Acrobat), ou donnez le document d'origine (Word, LibreOffice)."
)
_CAUSES = {
    "blank": ("ce PDF ne contient aucun texte", "Donnez un document qui contient du texte."),
    "scan": ("les pages de ce PDF sont des images (document scanné) : aucun texte à lire", _OCR),
    "letters": ("les lettres de ce PDF n'ont pas de correspondance : le texte en sort illisible", _OCR),
    "password": (
        "ce PDF est protégé par un mot de passe",
        "Ouvrez-le avec son mot de passe, enregistrez-en une copie sans protection (« Imprimer en PDF ») et "
        "recommencez.",
    ),
    "security": (
        "la protection de ce PDF n'est pas reconnue",
        "Enregistrez-en une copie sans protection (« Imprimer en PDF ») et recommencez.",
    ),
    "xfa": ("ce PDF est un formulaire dynamique (XFA), sans page à lire", "Imprimez-le en PDF et recommencez."),
    "damaged": ("ce PDF est abîmé ou incomplet", _SAVE_AGAIN),
    "crowded": ("les pages de ce PDF ont plus de signes qu'aucun texte", _SAVE_AGAIN),
    "pages": (
        "ce PDF a {} pages, plus qu'il n'en est lu",
        "N'en gardez que les pages du plan (« Imprimer », pages choisies) et recommencez.",
    ),
    "crash": ("la lecture de ce PDF s'est arrêtée : il est abîmé, ou trop grand", _SAVE_AGAIN),
    "slow": (
        f"la lecture de ce PDF n'était pas finie après {MOST_SECONDS // 60} minutes",
        "N'en gardez que les pages du plan (« Imprimer », pages choisies) et recommencez.",
    ),
}


def read_pdf(path: Path) -> RawDocument:
    """Read a PDF into lines in reading order, and rows where it has tables of three columns or more.

    `InputError` where it is missing, empty, no PDF, damaged, protected, scanned, or takes too long.
    """
    data = _bytes(path)
    answer = _answer(data, path)
    if "cause" in answer:
        raise _error(answer["cause"], path, answer["detail"])
    return RawDocument(
        name=path.name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        lines=tuple(PrintedLine(place, raw, joint=joint, running=runs) for place, raw, joint, runs in answer["lines"]),
        rows=tuple(_row(*row) for row in answer["rows"]),
        notes=(*_truncated(data), *((code, place, message) for code, place, message in answer["notes"])),
    )


def _row(place: str, cells: list[str], covered: list[tuple[int, str]]) -> Row:
    return Row(place, tuple(map(cell_of, cells)), covered=tuple((at, cell_of(words)) for at, words in covered))


def _bytes(path: Path) -> bytes:
    """The file's bytes, if they may be those of a PDF."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MOST_BYTES else b""
    except OSError as error:
        raise InputError(
            f"lecture impossible ({reason(error)})", place=str(path), action="Vérifiez le chemin et les droits."
        ) from error
    if size > MOST_BYTES:
        action = "N'en gardez que les pages du plan (« Imprimer », pages choisies) et recommencez."
        raise InputError(f"fichier de {size // 2**20} Mo, trop grand", place=str(path), action=action)
    if not data.strip():
        raise InputError("le fichier est vide", place=str(path), action="Donnez un document qui contient du texte.")
    if b"%PDF-" not in data[:_HEAD]:
        action = "Vérifiez le nom du fichier ; ouvrez-le et enregistrez-le en PDF."
        raise InputError("ce fichier n'est pas un PDF, malgré son nom", place=str(path), action=action)
    return data


def _answer(data: bytes, path: Path) -> dict[str, Any]:
    """What the reading process says of a PDF."""
    places = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(places), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-P", "-m", _WORKER]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=MOST_SECONDS, env=environment)
        done.check_returncode()
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise _error("slow", path) from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise _error("crash", path) from error
    return answer


def _error(cause: str, path: Path, detail: str = "") -> InputError:
    found, action = _CAUSES[cause]
    return InputError(found.format(detail), place=str(path), action=action)


def _truncated(data: bytes) -> tuple[Note, ...]:
    """A note where the file's last mark is missing: it was cut, and pages may lack."""
    if b"%%EOF" in data[-_TAIL:]:
        return ()
    message = "la marque de fin du PDF manque : le fichier est sans doute incomplet, des pages peuvent manquer"
    return (("fichier-incomplet", "document", message),)
