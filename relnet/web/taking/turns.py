"""Turns at drawing: a browser asks much of a computer, so that few of them draw at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from relnet.case.messages import RelnetError
from relnet.web.taking.stop import Stop
from relnet.wording import _


class NoTurn(RelnetError):  # noqa: N818 - the name says what happened
    """As many files are being drawn as can be, and none was finished soon."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Other files are being drawn. Wait until one is finished, or stop one, and try"
                " again."
            )
        )


class Turns:
    """Lets few draw at the same time, and stops them all when the program ends. Safe for threads.

    Args:
        most: how many draw at the same time at most.
        patience: for how many seconds one more waits for its turn.
    """

    def __init__(self, most: int, patience: float) -> None:
        self._free = threading.BoundedSemaphore(most)
        self._patience = patience
        self._lock = threading.Lock()
        self._here: list[Stop] = []

    @contextmanager
    def taken(self, stop: Stop) -> Iterator[None]:
        """Have a turn for as long as this goes on.

        Nobody queues for long: whoever waits holds a thread of the server.

        Args:
            stop: ends the work from outside.

        Raises:
            NoTurn: all are taken.
            Stopped: it was stopped before its turn.
        """
        with self._present(stop):
            stop.check()
            if not self._free.acquire(timeout=self._patience):
                raise NoTurn
            try:
                stop.check()
                yield
            finally:
                self._free.release()

    def stop_all(self) -> None:
        """Stop what draws and what waits."""
        with self._lock:
            here = list(self._here)
        for stop in here:
            stop.ask()

    @contextmanager
    def _present(self, stop: Stop) -> Iterator[None]:
        with self._lock:
            self._here.append(stop)
        try:
            yield
        finally:
            with self._lock:
                self._here.remove(stop)
