"""What is remembered of the local server between two commands: its password, port and process."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil


@dataclass
class State:
    """`created` is the process's birth (seconds since the epoch): with `pid`, it tells a reused pid from our server."""

    password: str = field(default="", repr=False)
    port: int | None = None
    pid: int | None = None
    created: float = 0.0

    @property
    def uri(self) -> str:
        """Address of the server, on the loopback."""
        return f"bolt://127.0.0.1:{self.port}"

    def process(self) -> psutil.Process | None:
        """The server's process if it lives and is really the one noted."""
        if self.pid is None:
            return None
        try:
            process = psutil.Process(self.pid)
            same = abs(process.create_time() - self.created) < 2
            return process if same and process.status() != psutil.STATUS_ZOMBIE else None
        except psutil.Error:
            return None

    def owns_port(self) -> bool:
        """True where our own process listens on the port: the password is never sent to another program."""
        process = self.process()
        if process is None:
            return False
        try:
            connections = process.net_connections("tcp")
        except psutil.Error:
            return False
        return any(c.status == psutil.CONN_LISTEN and c.laddr.port == self.port for c in connections)


def read_state(home: Path) -> State:
    """The state noted in the server's folder; an empty one where there is none or it cannot be read."""
    try:
        return State(**json.loads(_file(home).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return State()


def write_state(home: Path, state: State) -> None:
    """Note the state, whole or not at all."""
    write_private(_file(home), json.dumps(asdict(state)))


def write_private(path: Path, text: str) -> None:
    """Replace a file at one stroke; only its owner can read it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_name(path.name + ".tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def _file(home: Path) -> Path:
    return home / "etat.json"
