"""Stopping work from outside: another thread says so, and the work ends at its next step."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from relnet.case.messages import RelnetError
from relnet.wording import _


class Stopped(RelnetError):  # noqa: N818 - the name says what happened
    """A file was not made, as somebody stopped it."""

    def __init__(self) -> None:
        super().__init__(_("Stopped. No file was made."))


class Stop:
    """Stops one piece of work. Safe to use from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asked = False
        self._act: Callable[[], object] | None = None

    def ask(self) -> None:
        """Let the work end: now where it can be reached, else at its next step."""
        with self._lock:
            self._asked = True
            if self._act is not None:
                self._act()

    def check(self) -> None:
        """Go on, unless it is to end.

        Raises:
            Stopped: it is.
        """
        with self._lock:
            if self._asked:
                raise Stopped

    @contextmanager
    def reaching(self, act: Callable[[], object]) -> Iterator[None]:
        """While this goes on, stop it by ``act``: it waits for somebody who takes long.

        Raises:
            Stopped: it is to end already.
        """
        with self._lock:
            if self._asked:
                raise Stopped
            self._act = act
        try:
            yield
        finally:
            with self._lock:
                self._act = None
