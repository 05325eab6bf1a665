"""A program that edits a case until it is killed, and says each number that it was given.

Run as ``python -m tests.storage.stream FILE CASE``.
"""

import sys
from itertools import count
from pathlib import Path

from relnet.storage.opening import open_library
from tests.storage.editing import edit, noted


def main() -> None:
    """Edit without end."""
    path, case_id = sys.argv[1:]
    library = open_library(f"sqlite:///{path}", Path(path).parent)
    for number in count():
        outcome = edit(library, case_id, noted("mum", f"note {number}"))
        if outcome.version is None:
            raise AssertionError
        sys.stdout.write(f"{outcome.version.number} note {number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
