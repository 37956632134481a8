"""What is to be said of a document's pages: those that are pictures, unreadable or doubtful, what was set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from loaders.read.document import Note
from loaders.read.pdf.flow import Aside
from loaders.read.pdf.page import Page
from loaders.read.pdf.source import UnreadableError

_SCAN, _FEW_SIGNS, _MOSTLY, _LITTLE_TEXT = 0.5, 100, 0.8, 600
_ILLEGIBLE, _ENOUGH_WORDS, _COMMON = 0.3, 80, 0.005
_WORD = re.compile(r"[^\W\d_]{2,}")
# French words first; English ones, so that a document in English is not said to be illegible.
_EVERYDAY = frozenset(
    """de la le les des du et en un une au aux pour par sur dans avec est qui que ou plan ville the of and to in for is
    on with""".split()
)
_TRIED = 500
_TOLD_WORDS, _LONGEST = 3, 1_000


def check_legible(pages: Sequence[Page], own: Sequence[int]) -> None:
    """`UnreadableError` where a document has no text to read; `own` are each page's signs, running lines left out."""
    seen = [page for page in pages if not page.damaged]
    scans = [page for page, signs in zip(pages, own, strict=True) if is_scan(page, signs)]
    if not seen:
        raise UnreadableError("damaged")
    if not any(page.words for page in seen):
        drawn = any(page.pictures or page.edges or page.drawing for page in seen)
        raise UnreadableError("crowded" if any(page.crowded for page in seen) else "scan" if drawn else "blank")
    if len(scans) >= _MOSTLY * len(seen) and sum(own) < _LITTLE_TEXT:
        raise UnreadableError("scan")
    if sum(page.illegible for page in seen) > _ILLEGIBLE * sum(page.signs for page in seen):
        raise UnreadableError("letters")
    if _is_gibberish([word.text for page in seen for word in page.words[:_TRIED]]):
        raise UnreadableError("letters")


def _is_gibberish(texts: Sequence[str]) -> bool:
    """True for words among which hardly one is an everyday one: letters stand for others, as in some damaged fonts."""
    words = _WORD.findall(" ".join(texts).casefold())
    return len(words) > _ENOUGH_WORDS and sum(word in _EVERYDAY for word in words) < _COMMON * len(words)


def is_scan(page: Page, signs: int) -> bool:
    """True for a page that is a picture, with hardly a word of its own."""
    return page.pictures >= _SCAN and signs < _FEW_SIGNS and not page.hidden


def notes_of(pages: Sequence[Page], own: Sequence[int]) -> Iterator[Note]:
    """Notes on pages that were read in part, or with a doubt."""
    scans = [page.number for page, signs in zip(pages, own, strict=True) if is_scan(page, signs)]
    yield from _note("pages-images", scans, _SCANNED)
    for code, chosen, message in (
        ("texte-ocr", (page for page in pages if page.hidden), _RECOGNISED),
        ("pages-illisibles", (page for page in pages if page.damaged or page.crowded), _DAMAGED),
        ("texte-illisible", (page for page in pages if page.illegible > _ILLEGIBLE * max(1, page.signs)), _LETTERS),
        ("page-dessin", (page for page in pages if page.drawing), _DRAWING),
    ):
        yield from _note(code, [page.number for page in chosen], message)
    comments = sum(page.comments for page in pages)
    said = f"{comments} commentaires ou annotations ne sont pas lus"
    yield from _note("commentaires", [page.number for page in pages if page.comments], said)
    yield from _masked(pages)
    leaning = list(dict.fromkeys(" ".join(page.leaning) for page in pages if page.leaning))
    words = ", ".join(f"« {text} »" for text in leaning[:_TOLD_WORDS])
    said = f"texte en biais laissé de côté (filigrane) : {words}"
    yield from _note("filigrane", [page.number for page in pages if page.leaning], said)


def _masked(pages: Sequence[Page]) -> Iterator[Note]:
    """A note on words that are in the file and that nobody sees."""
    words = " ".join(word for page in pages for word in page.masked)
    said = f"mots masqués par le bord de leur case ou de la page, invisibles et non lus : « {words[:_LONGEST]} »"
    yield from _note("texte-masque", [page.number for page in pages if page.masked], said)


def aside_notes(aside: Sequence[Aside]) -> Iterator[Note]:
    """Notes on what was set aside: each page's footnotes with their words, the tables of contents together."""
    for each in aside:
        if each.code == "note-de-bas-de-page":
            yield (
                each.code,
                f"page {each.page}",
                f"notes de bas de page, non interprétées : « {each.words[:_LONGEST]} »",
            )
    listed = [each.page for each in aside if each.code == "table-des-matieres"]
    yield from _note("table-des-matieres", listed, f"{len(listed)} lignes de table des matières laissées de côté")


_SCANNED = (
    "ces pages sont des images et n'ont pas été lues : une reconnaissance de caractères (OCR, par exemple OCRmyPDF) "
    "les rend lisibles"
)
_RECOGNISED = "texte issu d'une reconnaissance de caractères (OCR) : des lettres peuvent être fausses, à relire"
_DAMAGED = "ces pages n'ont pas pu être lues : enregistrez à nouveau le document en PDF"
_LETTERS = "une partie des lettres de ces pages n'a pas de correspondance dans le fichier et se lit mal"
_DRAWING = "ces pages portent un dessin (carte, graphique) : aucun tableau n'y a été cherché"


def _note(code: str, numbers: Sequence[int], message: str) -> Iterator[Note]:
    if numbers:
        yield code, in_french(numbers), message


def in_french(numbers: Iterable[int]) -> str:
    """Numbers of pages as people write them: "pages 1, 3 à 5"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    spans = [f"{run[0]} à {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    pages = "pages" if sum(map(len, runs)) > 1 else "page"
    return f"{pages} {', '.join(spans)}"
