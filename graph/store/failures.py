"""Neo4j's errors in words that a person can act on. No message holds a password."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from graph.errors import DatabaseError, InputError, MaillageError

_BY_CODE: dict[str, tuple[str, str]] = {
    "Neo.ClientError.Security.Unauthorized": (
        "la base refuse ce nom d'utilisateur ou ce mot de passe.",
        "Vérifiez NEO4J_USERNAME et NEO4J_PASSWORD.",
    ),
    "Neo.ClientError.Security.AuthenticationRateLimit": (
        "trop d'essais avec un mauvais mot de passe : la base refuse pour un moment toute connexion.",
        "Attendez une dizaine de secondes, vérifiez NEO4J_USERNAME et NEO4J_PASSWORD, puis relancez.",
    ),
    "Neo.ClientError.Security.CredentialsExpired": (
        "la base demande que le mot de passe soit changé avant tout usage.",
        "Changez-le (ALTER CURRENT USER SET PASSWORD), puis mettez NEO4J_PASSWORD à jour.",
    ),
    "Neo.ClientError.Security.Forbidden": (
        "ce compte n'a pas le droit de faire cela dans la base.",
        "Demandez ce droit à qui gère la base, ou prenez un autre compte (NEO4J_USERNAME).",
    ),
    "Neo.ClientError.Database.DatabaseNotFound": (
        "cette base n'existe pas sur le serveur.",
        "Vérifiez NEO4J_DATABASE, ou retirez cette variable pour la base par défaut.",
    ),
}
_LOST = (
    "la base ne répond pas, ou ne répond plus.",
    "Vérifiez qu'elle tourne et que NEO4J_URI est juste, puis relancez : rien n'est écrit à moitié.",
)
_QUERY_PREFIX = "Neo.ClientError.Statement."
_TIMED_OUT = (
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
)


@contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn the driver's exceptions into DatabaseError; `place` is the base as a person knows it."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise database_error(error, place) from error


@contextmanager
def query_translated(place: str, timeout: float) -> Iterator[None]:
    """The same around a query that someone wrote: what is wrong in it is an InputError."""
    try:
        yield
    except (Neo4jError, DriverError) as error:
        raise _query_error(error, place, timeout) from error


def database_error(error: Neo4jError | DriverError, place: str) -> DatabaseError:
    """The DatabaseError for an exception of the driver."""
    if isinstance(error, ConfigurationError):
        return DatabaseError(
            f"ce n'est pas l'adresse d'une base Neo4j 5 ou plus récente ({type(error).__name__}).",
            place=place,
            action="Donnez à NEO4J_URI une adresse bolt://, neo4j:// ou neo4j+s://.",
        )
    if isinstance(error, (ServiceUnavailable, SessionExpired)):
        return DatabaseError(_LOST[0], place=place, action=_LOST[1])
    code = (error.code if isinstance(error, Neo4jError) else None) or type(error).__name__
    message, action = _BY_CODE.get(code, (f"la base a répondu par une erreur ({code}).", _OTHERWISE))
    return DatabaseError(message, place=place, action=action)


_OTHERWISE = "Relancez ; si l'erreur revient, lisez les journaux de la base (place sur le disque, mémoire)."


def _query_error(error: Neo4jError | DriverError, place: str, timeout: float) -> MaillageError:
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if code in _TIMED_OUT:
        seconds = f"{timeout:g}".replace(".", ",")
        return InputError(
            f"la requête n'a pas fini en {seconds} s.",
            action="Restreignez-la (à un plan, à un objectif), ou ajoutez une clause LIMIT.",
        )
    if code == "Neo.ClientError.Statement.AccessMode":
        return read_only_error()
    if code == "Neo.DatabaseError.Transaction.TransactionStartFailed":
        return InputError(
            "cette requête veut ouvrir ses propres transactions, ce qu'une lecture ne peut pas.",
            action="Retirez « IN TRANSACTIONS ».",
        )
    if code.startswith(_QUERY_PREFIX) and isinstance(error, Neo4jError):
        return InputError(
            f"la base n'accepte pas cette requête : {error.message}", action="Corrigez la requête ou ses paramètres."
        )
    return database_error(error, place)


def read_only_error() -> InputError:
    """The refusal of a query that would write."""
    return InputError(
        "cette requête écrit dans la base, or une requête ne fait ici que lire.",
        action="Retirez CREATE, MERGE, SET, DELETE… ; pour écrire, servez-vous de `maillage charger`.",
    )


def loading_error() -> InputError:
    """The refusal of a query that would read a file or an address through the server."""
    return InputError(
        "cette requête lit un fichier ou une adresse par LOAD CSV, ce qu'une requête ne fait pas ici.",
        action="Retirez LOAD CSV ; pour des données, servez-vous de `maillage charger`.",
    )


def shown_uri(uri: str) -> str:
    """The address without what may be secret in it: user, password, parameters."""
    try:
        parts = urlsplit(uri)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return "NEO4J_URI"
    return f"{parts.scheme}://{parts.hostname or ''}{port}"
