"""`maillage requetes` lists the stock queries, `maillage requete` runs one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from maillage.commands import arguments
from maillage.commands.choices import table_format

if TYPE_CHECKING:
    from cypher.library import Parameter, Query
    from graph.store import Store

ROWS, SECONDS = 10_000, 30.0
_FOLDER = click.option(
    "--dossier",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Ajouter les requêtes .cypher de ce dossier.",
)


@click.command()
@click.argument("mot", required=False)
@_FOLDER
@click.option(
    "--exporter",
    "saved",
    metavar="F.csv",
    type=arguments.PATH,
    help="Écrire ces requêtes en un fichier que Neo4j Query (Aura, Desktop) importe comme requêtes enregistrées.",
)
def requetes(mot: str | None, folder: Path | None, saved: Path | None) -> None:
    """Lister les questions toutes prêtes, ou celles qui parlent de MOT."""
    from cypher.saved import saved_queries
    from maillage.commands.results import show
    from maillage.output import emit

    found = [query for query in _library(folder).values() if mot is None or _speaks_of(query, mot)]
    if saved is not None:
        show(saved_queries(found), saved)
        return
    rows = [(query.pack, query.name, query.question, _params(query.params)) for query in found]
    emit(("paquet", "requete", "question", "parametres"), rows)
    click.echo("Pour en poser une : maillage requete NOM [-p clé=valeur]", err=True)


@click.command()
@click.argument("nom")
@click.option("-p", "--parametre", "pairs", multiple=True, metavar="CLÉ=VALEUR", help="Un paramètre de la requête.")
@arguments.plan
@table_format
@arguments.output("Fichier à écrire ; son nom (.csv, .json, .ods, .xlsx) décide du format (sinon : sortie standard).")
@_FOLDER
@click.option("--limite", type=click.IntRange(1), default=ROWS, show_default=True, help="Nombre de lignes au plus.")
@click.option(
    "--delai", type=click.FloatRange(0.1), default=SECONDS, show_default=True, help="Secondes au plus pour répondre."
)
def requete(
    nom: str,
    pairs: tuple[str, ...],
    plan: str | None,
    format_: str | None,
    sortie: Path | None,
    folder: Path | None,
    limite: int,
    delai: float,
) -> None:
    """Poser une question toute prête ; `maillage requetes` en donne la liste.

    Un acteur se donne par son nom ou l'une de ses mentions, accents et majuscules à volonté :
    -p acteur="mission locale".
    """
    from maillage.commands.base import open_store
    from maillage.commands.choices import check_plan
    from maillage.output import chosen_format, emit

    fmt = chosen_format(format_, sortie)
    query = _named(nom, folder)
    values = _values(query, [*pairs, *([f"plan={plan}"] if plan is not None else [])])
    with open_store() as store:
        check_plan(store, values.get("plan"))
        bound = _with_actors(store, query, values)
        columns, rows = store.run(query.text, bound, timeout=delai, limit=limite + 1)
        about = _about(query, bound, _documents(columns, rows) or store.documents(bound.get("plan")))
    if len(rows) > limite:
        click.echo(f"Seules les {limite} premières lignes sont données : --limite N en donne plus.", err=True)
    emit(columns, rows[:limite], fmt, sortie, about)


def _documents(columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[str]:
    """The documents that the rows of an answer name, where they name any: perhaps those of other plans."""
    if "document" not in columns:
        return []
    place = list(columns).index("document")
    return sorted({str(row[place]) for row in rows if row[place]})


def _about(query: Query, values: dict[str, Any], documents: Sequence[str]) -> list[str]:
    """What stands above an answer: the question, its parameters, the date, and the documents that it rests on."""
    import datetime

    from maillage.output import words

    given = [f"{name} = {words(value)}" for name, value in values.items() if value is not None]
    today = datetime.datetime.now().astimezone().date()
    return [
        f"{query.title} — {query.question}",
        query.description,
        f"Paramètres : {', '.join(given) or 'aucun'} ; le {today:%d/%m/%Y}",
        f"Documents : {', '.join(documents)}",
    ]


def _library(folder: Path | None) -> dict[str, Query]:
    from cypher.library import QueryFileError, library
    from graph.errors import InputError

    if folder and not folder.is_dir():
        raise InputError("dossier introuvable", place=str(folder), action="Donnez un dossier de fichiers .cypher.")
    try:
        return library(*([folder] if folder else []))
    except QueryFileError as error:
        raise InputError(
            f"{error.found} ; attendu : {error.expected}",
            place=f"{error.path}, ligne {error.line}",
            action="Corrigez ce fichier de requête.",
        ) from error


def _speaks_of(query: Query, word: str) -> bool:
    from graph.text import fold

    return fold(word) in fold(f"{query.pack} {query.name} {query.title} {query.question} {query.description}")


def _params(params: Sequence[Parameter]) -> str:
    return ", ".join(param.name if param.required else f"[{param.name}]" for param in params)


def _named(name: str, folder: Path | None) -> Query:
    from graph.errors import UsageError
    from maillage.commands.choices import suggestion

    queries = _library(folder)
    if name not in queries:
        near = suggestion(name, queries)
        raise UsageError(f"requête inconnue : « {name} »", action=f"{near} La liste : maillage requetes.".strip())
    return queries[name]


def _values(query: Query, pairs: Sequence[str]) -> dict[str, Any]:
    """Values by name, each of its parameter's type, defaults included; UsageError before anything is asked."""
    from cypher.library import ParameterError
    from graph.errors import UsageError

    known = {param.name: param for param in query.params}
    values: dict[str, Any] = {}
    try:
        for pair in pairs:
            name, sign, text = pair.partition("=")
            if not sign or name in values:
                raise ParameterError(f"« {pair} » : attendu clé=valeur, une fois par clé")
            values[name] = known[name].read(text) if name in known else text
        return query.bind(values)
    except ParameterError as error:
        raise UsageError(str(error), action=f"Usage : maillage requete {_usage(query)}") from error


def _usage(query: Query) -> str:
    required = [f"-p {param.name}=…" for param in query.params if param.required]
    optional = [f"[-p {param.name}=…]" for param in query.params if not param.required]
    return " ".join([query.name, *required, *optional])


def _with_actors(store: Store, query: Query, values: dict[str, Any]) -> dict[str, Any]:
    from maillage.commands.choices import actor_id

    named = [param.name for param in query.params if param.names_an_actor and values[param.name] is not None]
    return values | {name: actor_id(store, values[name], values.get("plan")) for name in named}
