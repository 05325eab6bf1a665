"""A line in the terminal that says how far a long command is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from relnet.wording import _

Tell = Callable[[int, int], None]


@contextmanager
def progress() -> Iterator[Tell]:
    """Give what is told how far a command is: the number of what it does, and how many there are.

    The line stands beside the output of the command, and is gone afterwards. Where nobody
    looks at a terminal there is none.
    """
    if not sys.stderr.isatty():
        yield _to_nobody
        return
    try:
        yield _in_one_line
    finally:
        sys.stderr.write("\r\033[K")
        sys.stderr.flush()


def _in_one_line(number: int, many: int) -> None:
    words = _("page {number} of {many}, Ctrl+C stops").format(number=number, many=many)
    sys.stderr.write(f"\r\033[K{words}")
    sys.stderr.flush()


def _to_nobody(_number: int, _many: int) -> None:
    """Say nothing where nobody looks."""
