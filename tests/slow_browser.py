"""A browser that starts and never answers: a shell script that says which process it is."""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

LONGEST = 20.0


@dataclass(frozen=True, slots=True)
class SlowBrowser:
    """Where it lies, for ``BROWSER_PATH``, and where it writes its process down."""

    path: Path
    started: Path

    def process(self) -> int:
        """Wait until it runs, and give its process."""
        until(lambda: self.started.exists() and bool(self.started.read_text()))
        return int(self.started.read_text())


def slow_browser_in(folder: Path) -> SlowBrowser:
    """Make one."""
    made = SlowBrowser(folder / "browser", folder / "started")
    made.path.write_text(f"#!/bin/sh\necho $$ > {made.started}\nexec sleep 60\n", encoding="utf-8")
    made.path.chmod(0o755)
    return made


def is_running(process: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def until(found: Callable[[], bool]) -> None:
    """Wait until something is so that another thread or process does.

    Raises:
        AssertionError: it does not come.
    """
    waiting = threading.Event()
    for _try in range(int(LONGEST / 0.01)):
        if found():
            return
        waiting.wait(0.01)
    raise AssertionError
