"""Logs that say where something went wrong, and never with which values.

An exception's text may repeat what a case says, so only its type and its place in the code
are written down.
"""

import logging
import traceback
from collections.abc import Iterable

_QUIETED = ("waitress", "werkzeug", "dash", "dash.dash", "relnet")
_OURS = "relnet"


def place_of(error: BaseException) -> str:
    """Give where in the code an exception was raised: our own innermost line, if any."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if not frames:
        return "an unknown place"
    ours = [pair for pair in frames if _module(pair[0].f_globals).split(".")[0] == _OURS]
    frame, line = (ours or frames)[-1]
    return f"{_module(frame.f_globals)}.{frame.f_code.co_name}, line {line}"


def log_failure(logger: logging.Logger, error: BaseException) -> None:
    """Log an exception by its type and its place, without its text."""
    logger.error("%s in %s", type(error).__name__, place_of(error))


class WithoutValues(logging.Filter):
    """Takes the text and the traceback of an exception out of a log record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite a record that carries an exception; let every record pass."""
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.msg, record.args = f"{type(error).__name__} in {place_of(error)}", ()
            record.exc_info = record.exc_text = None
        return True


def quieten(names: Iterable[str] = _QUIETED) -> None:
    """Keep exceptions' texts out of these logs, and the log of each request off."""
    for name in names:
        logger = logging.getLogger(name)
        if not any(isinstance(found, WithoutValues) for found in logger.filters):
            logger.addFilter(WithoutValues())
    # A browser opens several connections at once; waitress takes that for a warning.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)


def _module(names: dict[str, object]) -> str:
    return str(names.get("__name__", "?"))
