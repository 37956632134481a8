"""Drivers: how Maillage opens a connection to any Neo4j."""

from __future__ import annotations

import logging
import re

import neo4j
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from graph.errors import DatabaseError
from graph.store.credentials import USERNAME
from graph.store.state import State

OLDEST_MAJOR = 5
_AUTH = "Neo.ClientError.Security."

logging.getLogger("neo4j").addHandler(logging.NullHandler())


def open_driver(uri: str, auth: tuple[str, str] | None, *, retry: float, patience: float = 30) -> neo4j.Driver:
    """A driver that says nothing on standard error.

    In seconds: `retry`, how long it tries a lost call again; `patience`, how long it waits for a connection.
    """
    return neo4j.GraphDatabase.driver(
        uri,
        auth=auth,
        connection_timeout=min(patience, 10),
        connection_acquisition_timeout=patience,
        max_transaction_retry_time=retry,
        notifications_min_severity="OFF",
        user_agent="maillage",
    )


def answers(state: State) -> bool:
    """True where the local server answers. Raises DatabaseError where it refuses the noted password."""
    try:
        with open_driver(state.uri, (USERNAME, state.password), retry=0, patience=5) as driver:
            driver.verify_connectivity()
            return True
    except AuthError as error:
        raise DatabaseError(
            "la base locale refuse le mot de passe noté dans etat.json.",
            place=state.uri,
            action="Si quelqu'un l'a changé, remettez-le dans etat.json ; sinon supprimez le dossier de la base "
            "(`maillage neo4j etat` dit lequel) et rechargez vos plans.",
        ) from error
    except (Neo4jError, DriverError, OSError):
        return False


def check_version(agent: str, place: str) -> None:
    """Raise DatabaseError where the server's agent ("Neo4j/5.26.30") is not Neo4j 5 or later."""
    found = re.match(r"Neo4j/v?(\d+)\.", agent)
    if found is None or int(found[1]) < OLDEST_MAJOR:
        raise DatabaseError(
            f"c'est « {agent} » qui répond ; il faut Neo4j {OLDEST_MAJOR} ou plus récent.",
            place=place,
            action="Mettez le serveur à jour, ou retirez NEO4J_URI : Maillage lancera sa propre base.",
        )
