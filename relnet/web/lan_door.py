"""A second door: a listener of its own on the local network, for one small app alone.

relnet itself answers this computer only. While others are let in, a door answers at the
computer's address in the local network with an app that knows what it needs and nothing else.
It is bound when it is opened, closed when it is turned off, and never open from the start.
"""

import secrets
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flask import Flask
from waitress import wasyncore
from waitress.server import create_server

from relnet.case.messages import RelnetError
from relnet.web.lan_app import MAX_ASKED

CODE_LENGTH = 6
_CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 and O, no 1, I and L: a code is read from a wall."""

_FIRST_PORT = 8060
_PORTS_TRIED = 20
_THREADS = 4
_CONNECTIONS = 200
_IDLE_SECONDS = 10
_CLEAN_EVERY = 5
_STOP_SECONDS = 10


class CannotListen(RelnetError):  # noqa: N818 - the name says what happened
    """This computer is in no local network, or cannot listen there."""


@dataclass(frozen=True, slots=True)
class OpenDoor:
    """An open door: what to type into another device, and the code that it asks for."""

    addresses: tuple[str, ...]
    code: str


class LanDoor:
    """Opens and closes a way in from the local network. Safe to use from threads.

    Args:
        app_for: makes the app that answers, from the code that it asks for and from what it is
            called, each name with its port.
        addresses: gives the addresses to listen at.
    """

    def __init__(
        self,
        app_for: Callable[[str, frozenset[str]], Flask],
        addresses: Callable[[], tuple[str, ...]],
    ) -> None:
        self._app_for, self._addresses = app_for, addresses
        self._lock = threading.Lock()
        self._open: OpenDoor | None = None
        self._listening: list[_Listening] = []

    @property
    def now(self) -> OpenDoor | None:
        """What to open and to type; None while the door is closed."""
        return self._open

    def open(self) -> bool:
        """Let others in, with a new code; an open door stays as it is. Give whether it was closed.

        Raises:
            CannotListen: this computer is in no local network, or cannot listen there.
        """
        with self._lock:
            if self._open is not None:
                return False
            sockets = [bound for at in self._addresses() if (bound := _bind(at)) is not None]
            if not sockets:
                raise CannotListen
            code = "".join(secrets.choice(_CODE_SIGNS) for _sign in range(CODE_LENGTH))
            hosts = tuple(_host(bound) for bound in sockets)
            app = self._app_for(code, frozenset(hosts))
            self._listening = [_Listening(app, bound) for bound in sockets]
            self._open = OpenDoor(hosts, code)
        return True

    def close(self) -> None:
        """Let nobody in any more, and close what is open; a closed door stays closed."""
        with self._lock:
            listening, self._listening, self._open = self._listening, [], None
        for each in listening:
            each.stop()


class _Listening:
    """One listener in a thread of its own."""

    def __init__(self, app: Flask, bound: socket.socket) -> None:
        self._open_sockets: dict[int, Any] = {}
        self._server = create_server(
            app,
            map=self._open_sockets,
            sockets=[bound],
            threads=_THREADS,
            connection_limit=_CONNECTIONS,
            channel_timeout=_IDLE_SECONDS,
            cleanup_interval=_CLEAN_EVERY,
            max_request_body_size=2 * MAX_ASKED,
            ident=None,
        )
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Close the listener and every connection to it, and wait until they are."""
        # First those who answer, since they wake the listener; then, in the listener's own thread,
        # what it waits for.
        self._server.task_dispatcher.shutdown()
        self._server.trigger.pull_trigger(lambda: wasyncore.close_all(self._open_sockets))
        self._thread.join(_STOP_SECONDS)


def _bind(address: str) -> socket.socket | None:
    """Bind a socket at an address, to the first free port of a few; None where none can be."""
    for port in range(_FIRST_PORT, _FIRST_PORT + _PORTS_TRIED):
        with suppress(OSError):
            return socket.create_server((address, port))
    return None


def _host(bound: socket.socket) -> str:
    address, port = bound.getsockname()[:2]
    return f"{address}:{port}"
