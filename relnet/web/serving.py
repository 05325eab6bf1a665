"""Starting the server: find a free port, say the address, answer until stopped."""

import gc
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher

from relnet.case.messages import RelnetError
from relnet.storage.contract import Library
from relnet.web.app import create_app
from relnet.web.security import MAX_REQUEST, is_loopback, plain_host
from relnet.web.shelf import shelf_of
from relnet.web.taking.browser import BROWSERS
from relnet.web.warming import let_warm
from relnet.wording import _

_THREADS = 8
_COLLECT_AFTER = (2000, 10, 200)
"""When garbage is collected: new objects, and collections of the next smaller kind."""
_PORTS_TRIED = 20
_LAST_PORT = 65535
_EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - names only


class CannotListen(RelnetError, OSError):  # noqa: N818 - the name says what happened
    """No port of this host can be listened on."""


def serve(
    paths: Sequence[Path],
    host: str,
    port: int,
    *,
    open_browser: bool,
    library: Library | None = None,
) -> int:
    """Serve these files and folders (the sample cases where there are none) until Ctrl-C.

    With a library, cases can be kept and edited in it; it stays open for the caller to close.

    Prints the address once the server listens; takes the next free port where this one is
    taken. Gives the exit status: 0, or 1 where it could not start (with the reason printed).
    """
    host = plain_host(host)
    try:
        shelf = shelf_of(paths, library=library)
        listening = listen(host, port)
    except RelnetError as error:
        _say(str(error), error=True)
        return 1
    with listening:
        app = create_app(shelf, host=host)
        let_warm(app.server)
        threads = _Threads()
        threads.set_thread_count(_THREADS)
        server = create_server(
            app.server,
            sockets=[listening],
            _dispatcher=threads,
            # Flask answers what is a little too large with a page; beyond, the line is cut.
            max_request_body_size=2 * MAX_REQUEST,
            ident=None,
        )
        _collect_seldom()
        _announce(host, port, listening.getsockname()[1], open_browser=open_browser)
        server.run()
        server.close()
    return 0


class _Threads(ThreadedTaskDispatcher):  # type: ignore[misc] # it has no types
    """The threads that answer. At the end it does not wait for files that nobody gets any more.

    A browser that draws one would keep the process, and its folder stays where that is killed.
    """

    def shutdown(self, *how: object) -> bool:
        """End what draws, and then the threads; says whether they have ended."""
        BROWSERS.stop_all()
        ended: bool = super().shutdown(*how)
        return ended


def _collect_seldom() -> None:
    """Let few edits wait for a full garbage collection.

    Such a one goes through everything that is there. What is imported by now stays, and is
    left out of them: that alone took 100 ms. The pictures of the versions that were read
    last take as long again, and by Python's own measure they are gone through at every third
    edit; so that happens less often. What only a full one finds is then about 0.5 MB for each
    version of a large case, some 80 MB in all.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_COLLECT_AFTER)


def address(host: str, port: int) -> str:
    """Give the address that a browser on this computer opens."""
    name = plain_host(host)
    name = _EVERY_ADDRESS.get(name, name)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def listen(host: str, port: int) -> socket.socket:
    """Bind a socket to a port, or to one of the next ones where it is taken.

    Raises:
        CannotListen: the host is not this computer's, or all those ports are taken.
    """
    last = min(port + _PORTS_TRIED, _LAST_PORT) if port else port
    for number in range(port, last + 1):
        bound = _bound(host, number)
        if bound is not None:
            return bound
    raise CannotListen(
        _(
            "relnet cannot listen at {host}, ports {first} to {last}. Give a host of this"
            " computer with --host, or another port with --port."
        ).format(host=host, first=port, last=last)
    )


def _bound(host: str, port: int) -> socket.socket | None:
    """Bind a socket; None where the port is taken or the host is not here."""
    try:
        found = socket.getaddrinfo(
            plain_host(host) or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )
    except OSError:
        return None
    # "localhost" has two addresses; the printed address leads to the first one anywhere.
    family, kind, protocol, _name, place = min(found, key=lambda entry: entry[0])
    bound = socket.socket(family, kind, protocol)
    try:
        _own_alone(bound)
        bound.bind(place)
        bound.listen()
    except OSError:
        bound.close()
        return None
    return bound


def _own_alone(bound: socket.socket) -> None:
    """Let a port be taken again at once after a stop, and never by two servers."""
    if os.name == "nt":
        bound.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE"), 1)  # noqa: B009 - only Windows has it
    else:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def _announce(host: str, asked: int, port: int, *, open_browser: bool) -> None:
    if asked not in {0, port}:
        _say(_("Port {asked} is taken, so relnet uses {port}.").format(asked=asked, port=port))
    if not is_loopback(host):
        _say(
            _(
                "Careful: other computers can reach relnet at {host}, and whoever reaches it"
                " can read these cases."
            ).format(host=host),
            error=True,
        )
    where = address(host, port)
    _say(_("relnet is at {address}").format(address=where))
    if open_browser:
        threading.Thread(target=webbrowser.open, args=(where,), daemon=True).start()


def _say(text: str, *, error: bool = False) -> None:
    print(text, file=sys.stderr if error else sys.stdout, flush=True)
