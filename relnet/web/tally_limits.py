"""How often somebody may try: counted for each, and for all together, in a stretch of time."""

import threading
import time
from collections import deque
from collections.abc import Callable

_MOST_KNOWN = 500


class Limit:
    """Allows so many tries in so many seconds for each who tries. Safe to use from threads.

    Args:
        most: how many tries.
        seconds: in how many seconds.
        clock: gives the time; only tests give another.
    """

    def __init__(
        self, most: int, seconds: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._most, self._seconds, self._clock = most, seconds, clock
        self._tries: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def reached(self, who: str) -> bool:
        """Whether somebody has tried as often as they may; nobody new may where too many try."""
        with self._lock:
            self._forget()
            tries = self._tries.get(who)
            if tries is None:
                return len(self._tries) >= _MOST_KNOWN
            return len(tries) >= self._most

    def count(self, who: str) -> None:
        """Count one try."""
        with self._lock:
            self._tries.setdefault(who, deque(maxlen=self._most)).append(self._clock())

    def _forget(self) -> None:
        since = self._clock() - self._seconds
        for who, tries in list(self._tries.items()):
            while tries and tries[0] <= since:
                tries.popleft()
            if not tries:
                del self._tries[who]
