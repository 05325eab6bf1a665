"""A process may end at any moment: what it was told is kept is kept."""

import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from random import Random

from relnet.storage.contract import Library
from relnet.storage.opening import open_library
from tests.storage.editing import ANN, BOB, edit, note_of, small, titled

TIMES = 12
LONGEST = 0.25


def killed(path: Path, case_id: str, after: float) -> list[str]:
    """Let a program edit, kill it some time after its first edit; give what it told."""
    command = [sys.executable, "-m", "tests.storage.stream", str(path), case_id]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        time.sleep(after)
        program.kill()
        lines = (first + program.stdout.read()).splitlines(keepends=True)
    # The last line may have been cut in the middle of being told.
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def test_every_edit_that_was_told_is_there_after_kill_9(in_file: Library, path: Path) -> None:
    case_id = in_file.create(small(), ANN).line.id
    in_file.close()
    random = Random(9)  # noqa: S311 - moments to be killed at
    told: list[str] = []
    for _ in range(TIMES):
        told += killed(path, case_id, random.uniform(0, LONGEST))

    with closing(open_library(None, path.parent)) as library:
        versions = library.since(case_id, 1)
        kept = {f"{version.number} {version.changes[0].after}" for version in versions}
        last = library.get(case_id)
        assert len(told) > TIMES
        assert kept.issuperset(told)
        assert len(kept) - len(told) <= TIMES  # at most the one that was under way, each time
        assert [version.number for version in versions] == list(range(2, last.line.number + 1))
        assert note_of(last.case, "mum") == versions[-1].changes[0].after
        assert library.at(case_id, 1) == small()
        assert edit(library, case_id, titled("Goes on"), BOB).version is not None
