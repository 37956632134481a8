"""The local server's password: drawn once, given to Neo4j as a hash before its first start."""

from __future__ import annotations

import hashlib
import secrets
from pathlib import Path

from graph.errors import DatabaseError
from graph.store.state import State, write_private, write_state

USERNAME = "neo4j"
_ROUNDS = 1024


def ensure_password(home: Path, state: State) -> None:
    """Draw a password for a new base. Raises DatabaseError where a base is there and its password is lost."""
    if state.password:
        return
    if (home / "data" / "databases").exists():
        raise DatabaseError(
            "une base est là mais le fichier etat.json, qui garde son mot de passe, est perdu ou illisible.",
            place=str(home),
            action="Déplacez ou supprimez ce dossier, puis rechargez vos plans : la base est refaite à partir d'eux.",
        )
    state.password = secrets.token_urlsafe(24)
    # auth.ini rather than `neo4j-admin set-initial-password`, which would show the password in the list of processes.
    write_private(home / "data" / "dbms" / "auth.ini", _auth_line(state.password, secrets.token_bytes(32)))
    write_state(home, state)


def _auth_line(password: str, salt: bytes) -> str:
    digest = salt + password.encode()
    for _ in range(_ROUNDS):
        digest = hashlib.sha256(digest).digest()
    return f"{USERNAME}:SHA-256,{digest.hex()},{salt.hex()},{_ROUNDS}:"
