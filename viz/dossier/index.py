"""The page that opens the kit: every file, what it is for, and its size; plain HTML that needs no network."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import jinja2

from viz import french
from viz.dossier.model import Dossier
from viz.dossier.pdf import KICKER, to_remember
from viz.dossier.theme import Theme

_WHAT = (
    ("dossier.pdf", "Le dossier", "À imprimer ou à envoyer : le texte, les tableaux (A4) et les cartes (A3)."),
    ("carte-reseau.html", "La carte interactive", "À ouvrir dans un navigateur, sans internet."),
    ("diapositives.pptx", "Les diapositives (PowerPoint)", "À projeter ; les preuves sont dans les notes."),
    ("diapositives.odp", "Les diapositives (LibreOffice)", "Les mêmes, au format ouvert."),
    ("note.docx", "La note (Word)", "À reprendre et à compléter."),
    ("note.odt", "La note (LibreOffice)", "La même, au format ouvert."),
    ("tableaux.xlsx", "Les tableaux (Excel)", "Ce qui est derrière chaque chiffre, une feuille par tableau."),
    ("tableaux.ods", "Les tableaux (LibreOffice)", "Les mêmes, au format ouvert."),
    (
        "ce-que-le-document-ne-dit-pas.html",
        "Ce que le document ne dit pas",
        "Manques, doutes, sommes qui ne tombent pas juste, avec leurs phrases.",
    ),
    ("mesures.xlsx", "Les mesures", "Chaque classement, les phrases qui sont derrière, et ce qu’il vaut."),
    ("engagements.csv", "Le classement des acteurs", "Qui porte combien d’engagements."),
    ("departs.csv", "Les départs simulés", "Ce que coûterait le départ de chaque acteur."),
    ("lacunes.csv", "Les lacunes", "Ce que le plan laisse de côté, une question par ligne."),
    ("constats.csv", "Les constats de lecture", "Ce qui est lu mais étrange, et ce qui n’est pas lu."),
    ("graphe.json", "Le graphe", "Tout ce qui a été lu, pour le recharger ou le comparer."),
)
_MEDIA = {"png": "image/png", "svg": "image/svg+xml"}


class Entry(NamedTuple):
    """A file of the kit on the page."""

    path: str
    name: str
    what: str
    size: str


class Image(NamedTuple):
    """A map on the page: its image, and links to its formats."""

    title: str
    what: str
    alt: str
    image: str
    links: list[Entry]


def index(dossier: Dossier, theme: Theme, files: Mapping[str, str | bytes]) -> str:
    """The whole HTML page."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("index.html.j2").render(
        dossier=dossier,
        told=to_remember(dossier),
        theme=theme,
        kicker=KICKER,
        day=french.day(dossier.date),
        logo=_logo(theme),
        entries=[Entry(path, name, what, _size(files[path])) for path, name, what in _WHAT if path in files],
        maps=list(_images(dossier, files)),
    )


def _logo(theme: Theme) -> str:
    if not theme.logo:
        return ""
    return f"data:{_MEDIA[theme.logo.kind]};base64,{base64.b64encode(theme.logo.content).decode()}"


def _images(dossier: Dossier, files: Mapping[str, str | bytes]) -> Iterator[Image]:
    for drawn in dossier.charts:
        wanted = [path for path in files if path.startswith("cartes/") and _key(path, drawn.key)]
        links = [Entry(path, _name(path, drawn.key), "", _size(files[path])) for path in sorted(wanted)]
        shown = next(path for path in wanted if path.startswith("cartes/16x9/") and path.endswith(".png"))
        chart = drawn.charts["16x9"]
        yield Image(drawn.title, drawn.what, f"{chart.title}. {chart.alt}".strip(), shown, links)


def _key(path: str, key: str) -> bool:
    stem = path.rpartition("/")[2].rpartition(".")[0]
    return stem == key or (stem.startswith(f"{key}-") and stem.removeprefix(f"{key}-").isdigit())


def _name(path: str, key: str) -> str:
    """ "A3, SVG", "16:9, page 2, PNG"; a number that belongs to the map's key is no page."""
    _, size, name = path.split("/")
    stem, _, suffix = name.rpartition(".")
    page = stem.removeprefix(key).removeprefix("-")
    said = {"a3": "A3", "a4": "A4", "16x9": "16:9"}[size]
    return ", ".join(filter(None, [said, f"page {page}" if page else "", suffix.upper()]))


def _size(content: str | bytes) -> str:
    """ "34 ko", "1,2 Mo"."""
    size = len(content.encode() if isinstance(content, str) else content)
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}{french.NBSP}ko"
    return f"{size / 1_000_000:.1f}{french.NBSP}Mo".replace(".", ",")
