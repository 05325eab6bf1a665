"""Asking a server as our pages' scripts do, over a line that stays open, and timing it."""

import json
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection
from typing import Any
from urllib.parse import urlsplit

from bench.servers import BenchFailed, Server

_PATIENCE = 60.0


@dataclass(frozen=True)
class Answer:
    """What was answered: ms from the request to the last byte, and the bytes."""

    took: float
    content: bytes

    @property
    def told(self) -> dict[str, Any]:
        """The JSON object that was answered."""
        found: dict[str, Any] = json.loads(self.content)
        return found


class Client:
    """One browser's line to a server."""

    def __init__(self, connection: HTTPConnection, by: dict[str, str]) -> None:
        self._connection = connection
        self._by = by

    def get(self, path: str) -> Answer:
        """Fetch a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, **values: object) -> Answer:
        """Send JSON, as assets/edit_who.js does."""
        return self._ask("POST", path, json.dumps({**values, "by": self._by}).encode())

    def _ask(self, method: str, path: str, body: bytes | None) -> Answer:
        headers = {} if body is None else {"Content-Type": "application/json"}
        start = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        content = response.read()
        took = 1000 * (time.perf_counter() - start)
        if response.status != HTTPStatus.OK:
            raise BenchFailed(f"{response.status} from {method} {path}")
        return Answer(took, content)


@contextmanager
def client_of(server: Server, key: str = "bench", name: str = "Bench") -> Iterator[Client]:
    """Open a line to a server, for an editor."""
    parts = urlsplit(server.address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
    with closing(connection):
        yield Client(connection, {"key": f"{key}-of-the-measuring", "name": name})
