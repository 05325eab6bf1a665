"""The Flask server under the Dash app, and the case shelf that hangs on it."""

from types import TracebackType

from flask import Flask, current_app

from relnet.web.quiet import log_failure, quieten
from relnet.web.shelf import Shelf

_SHELF = "relnet_shelf"


class RelnetServer(Flask):
    """A Flask server that never writes the text of an exception into its log."""

    def log_exception(
        self,
        exc_info: (tuple[type, BaseException, TracebackType] | tuple[None, None, None]),
    ) -> None:
        """Log what went wrong by its type and its place in the code."""
        if exc_info[1] is not None:
            log_failure(self.logger, exc_info[1])


def make_server(shelf: Shelf) -> RelnetServer:
    """Make a server without routes, with the shelf on its config."""
    server = RelnetServer("relnet", static_folder=None, template_folder=None)
    server.config[_SHELF] = shelf
    # Debug would show tracebacks; propagating would hand exceptions to waitress's log.
    server.config["DEBUG"] = server.config["PROPAGATE_EXCEPTIONS"] = False
    quieten()
    return server


def current_shelf() -> Shelf:
    """Give the shelf of the app that answers the current request."""
    shelf: Shelf = current_app.config[_SHELF]
    return shelf
