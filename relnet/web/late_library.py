"""A library that is opened when it is first asked for."""

import atexit
import logging
import threading
from collections.abc import Callable

from relnet.storage.contract import Library, LibraryTrouble
from relnet.wording import _

_LOG = logging.getLogger(__name__)


class LateLibrary:
    """A library that is opened once, at the first question. Safe to use from several threads.

    A server that is divided into several processes after it was built shares no connection so.
    """

    def __init__(self, opener: Callable[[], Library | None]) -> None:
        self._opener = opener
        self._lock = threading.Lock()
        self._asked = False
        self._library: Library | None = None

    def get(self) -> Library | None:
        """Give the library; None where it could not be opened."""
        with self._lock:
            if not self._asked:
                self._library = self._opener()
                self._asked = True
            return self._library


def own_library() -> Library | None:
    """Open the library that ``relnet serve`` opens, until this process ends.

    Where it cannot be opened the reason goes to the server's log, and there is none.
    """
    from relnet.storage.opening import data_folder, open_library  # noqa: PLC0415 - slow to import

    try:
        library = open_library(None, data_folder(None))
    except LibraryTrouble as trouble:
        told = _("relnet goes on without your library: cases can be looked at, not kept or edited.")
        _LOG.warning("%s\n%s", trouble, told)
        return None
    atexit.register(library.close)
    return library
