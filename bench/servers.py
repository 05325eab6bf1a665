"""Starting and stopping the servers that are measured, each a process of its own."""

import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from relnet.web.shelf import shelf_of

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("plain_dash", "cytoscape", "drawn_once")

_ADDRESS = re.compile(r"http://\S+")
_PATIENCE = 30.0


class BenchFailed(RuntimeError):  # noqa: N818 - the name says what happened
    """Something that is to be measured did not work."""


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        address: where it answers, with a slash at the end.
        started: seconds from the start of the process to its first answer.
        pid: its process.
        first: seconds from the first request to its answer, which is the start page.
    """

    address: str
    started: float
    pid: int
    first: float = 0.0

    @property
    def memory_mb(self) -> float | None:
        """What the process holds in memory; None where the system does not tell it so."""
        status = Path(f"/proc/{self.pid}/status")
        if not status.exists():
            return None
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text(encoding="ascii"))
        return int(found[1]) / 1024 if found else None


@contextmanager
def relnet(paths: Sequence[Path]) -> Iterator[Server]:
    """Run ``relnet serve`` on these files and folders, with an empty library of its own."""
    with TemporaryDirectory() as data, relnet_on(Path(data), paths) as server:
        yield server


@contextmanager
def relnet_on(data: Path, paths: Sequence[Path] = ()) -> Iterator[Server]:
    """Run ``relnet serve`` on the library in a folder, and on these files and folders."""
    arguments = ["serve", *map(str, paths), "--no-browser", "--port", "0", "--data", str(data)]
    with _running(["-m", "relnet", *arguments]) as server:
        yield server


@contextmanager
def peer(name: str, case: Path) -> Iterator[Server]:
    """Run one of the peers on a case file."""
    with _running(["-m", f"bench.peers.{name}", str(case)]) as server:
        yield server


def case_address(server: Server, case: Path) -> str:
    """Give the address of a case's page."""
    return f"{server.address}case/{case_key(case)}"


def case_key(case: Path) -> str:
    """Give the key that a server has for a case; it hangs on the file alone."""
    (entry,) = shelf_of([case]).entries()
    return entry.key


@contextmanager
def _running(arguments: Sequence[str]) -> Iterator[Server]:
    surroundings = {name: value for name, value in os.environ.items() if name != "RELNET_STORE"}
    start = time.perf_counter()
    with Popen(
        [sys.executable, *arguments], cwd=ROOT, stdout=PIPE, text=True, env=surroundings
    ) as process:
        try:
            address = _said_address(process, arguments)
            asked = time.perf_counter()
            _wait_for_answer(address)
            answered = time.perf_counter()
            yield Server(address, answered - start, process.pid, answered - asked)
        finally:
            process.terminate()


def _said_address(process: "Popen[str]", arguments: Sequence[str]) -> str:
    for line in process.stdout or ():
        if found := _ADDRESS.search(line):
            return found[0]
    raise BenchFailed(f"the server did not start: python {' '.join(arguments)}")


def _wait_for_answer(address: str) -> None:
    """Ask until the server answers well."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if get(address) == HTTPStatus.OK:
            return
        time.sleep(0.005)
    raise BenchFailed(f"no good answer from {address} within {_PATIENCE:g} s")


def get(address: str) -> int | None:
    """Ask for an address; give the status, None where nobody listens."""
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
    try:
        connection.request("GET", parts.path or "/")
        response = connection.getresponse()
        response.read()
    except ConnectionError:
        return None
    finally:
        connection.close()
    return response.status
