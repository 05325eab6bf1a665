"""Writing the views of a case before they are asked for, while its map is being looked at.

The first look at a large view would otherwise wait for it to be written. A server that runs
for people does this; one that answers a test does only what it is asked.
"""

import logging
import threading

from flask import Flask, current_app

from relnet.case.messages import RelnetError
from relnet.web.case_view import CaseView
from relnet.web.fragments import write_view
from relnet.web.quiet import log_failure

_LOG = logging.getLogger(__name__)
_WARMS = "relnet_warms"

WARMED = ("tracks", "focus", "table", "numbers")
"""The views that are written, in the order of their tabs."""

_AFTER = 0.4
"""How long (seconds) after a page: its pictures and scripts come first."""


def let_warm(server: Flask) -> None:
    """Let a server write views before they are asked for."""
    server.config[_WARMS] = True


def warm_soon(view: CaseView) -> None:
    """Write the views of a case a moment later, if the current server does so."""
    if not current_app.config.get(_WARMS):
        return
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001 - as Flask documents it for threads
    timer = threading.Timer(_AFTER, _warm, (app, view))
    timer.daemon = True
    timer.start()


def _warm(app: Flask, view: CaseView) -> None:
    """Write what is not kept yet; what goes wrong is told when the view is asked for."""
    with app.app_context():
        for name in WARMED:
            try:
                write_view(name, view, {})
            except RelnetError as error:
                log_failure(_LOG, error)
