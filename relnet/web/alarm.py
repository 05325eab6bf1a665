"""An alarm that lets what is kept for a time be forgotten, though nobody asks for it again."""

import threading
from collections.abc import Callable

_A_LITTLE_LATER = 0.01
"""Seconds after which what is due surely is, whatever the clocks say."""


class Alarm:
    """Calls something once, after a time, from a thread of its own that keeps no server alive.

    It may be set again from what it calls.
    """

    def __init__(self, ring: Callable[[], None]) -> None:
        self._ring = ring
        self._timer: threading.Timer | None = None

    def set(self, wait: float) -> None:
        """Let it ring in so many seconds, at once where they are past; one that is set stays."""
        if self._timer is not None:
            return
        self._timer = threading.Timer(max(wait, 0.0) + _A_LITTLE_LATER, self._when_due)
        self._timer.daemon = True
        self._timer.start()

    def _when_due(self) -> None:
        self._timer = None
        self._ring()
