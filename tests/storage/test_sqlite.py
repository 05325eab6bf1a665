"""What a library in a file promises besides."""

import multiprocessing
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from relnet.storage.contract import Library, LibraryTrouble, NoSuchCase
from relnet.storage.opening import open_library
from relnet.storage.sql import SqlLibrary
from tests.storage.editing import ANN, BOB, edit, noted, small, titled, with_person

SECRET = "Zuzanna-Kowalczyk-Featherstonehaugh"  # noqa: S105 - a name that must be gone


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Ask SQLite itself."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def on_disk(path: Path) -> bytes:
    """Give all bytes of a library: those of the file, and those beside it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_only_its_owner_can_read_it(in_file: Library, path: Path, tmp_path: Path) -> None:
    in_file.create(small(), ANN)
    in_file.backup(tmp_path / "copy.sqlite3")

    assert mode_of(path.parent) == 0o700
    assert {mode_of(file) for file in path.parent.iterdir()} == {0o600}
    assert mode_of(tmp_path / "copy.sqlite3") == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_library_that_others_could_read_is_closed_to_them(in_file: Library, path: Path) -> None:
    in_file.close()
    path.chmod(0o644)

    open_library(None, path.parent).close()

    assert mode_of(path) == 0o600


def test_it_is_written_ahead(in_file: Library, path: Path) -> None:
    in_file.create(small(), ANN)

    assert rows(path, "PRAGMA journal_mode") == [("wal",)]
    assert rows(path, "PRAGMA integrity_check") == [("ok",)]


def test_what_was_kept_is_there_after_a_new_start(in_file: Library, path: Path) -> None:
    kept = in_file.create(small(), ANN)
    in_file.close()

    with closing(open_library(None, path.parent)) as again:
        assert again.get(kept.line.id) == kept


def test_a_purge_leaves_no_byte(in_file: Library, path: Path) -> None:
    other = in_file.create(small(), ANN)
    case_id = in_file.create(small(), ANN).line.id
    edit(in_file, case_id, titled(SECRET))
    for number in range(60):
        edit(in_file, case_id, noted("mum", f"{SECRET} {number}"))
        edit(in_file, other.line.id, noted("mum", f"Kept {number}"))
    edit(in_file, case_id, with_person("zuzanna"))
    pressed = _pressed(path, case_id)
    there = on_disk(path)
    assert all(part in there for part in (SECRET.encode(), case_id.encode(), *pressed))

    in_file.delete(case_id)
    in_file.purge(case_id)

    left = on_disk(path)
    assert not any(part in left for part in (SECRET.encode(), case_id.encode(), *pressed))
    assert SECRET.casefold().encode() not in left
    assert in_file.get(other.line.id).line.number == 61


def _pressed(path: Path, case_id: str) -> list[bytes]:
    """Give a piece of every whole document of a case: what a name becomes is not to be seen."""
    documents = rows(path, f"SELECT document FROM relnet_cases WHERE id = '{case_id}'")  # noqa: S608 - ours
    documents += rows(
        path,
        "SELECT snapshot FROM relnet_versions"  # noqa: S608 - ours
        f" WHERE case_id = '{case_id}' AND snapshot IS NOT NULL",
    )
    assert len(documents) == 2
    return [document[20:80] for (document,) in documents]


def test_a_purge_is_finished_later_while_others_read(in_file: Library, path: Path) -> None:
    case_id = in_file.create(small(), ANN).line.id
    edit(in_file, case_id, titled(SECRET))
    in_file.close()
    impatient = SqlLibrary(f"sqlite:///{path}", wait=0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM relnet_cases").fetchall()

        with pytest.raises(LibraryTrouble, match="removed from the library"):
            impatient.purge(case_id)
        with pytest.raises(NoSuchCase):
            impatient.get(case_id)
        assert SECRET.encode() in on_disk(path)
    impatient.close()

    open_library(None, path.parent).close()

    assert SECRET.encode() not in on_disk(path)


def _edits(path: Path, case_id: str, name: str) -> None:
    with closing(open_library(None, path.parent)) as library:
        for number in range(15):
            edit(library, case_id, with_person(f"{name}-{number}"))


def test_two_programs_lose_nothing(in_file: Library, path: Path) -> None:
    case_id = in_file.create(small(), ANN).line.id
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_edits, args=(path, case_id, name)) for name in ("ann", "bob")]
    for other in others:
        other.start()
    for number in range(15):
        edit(in_file, case_id, with_person(f"own-{number}"), BOB)
    for other in others:
        other.join(60)

    assert [other.exitcode for other in others] == [0, 0]
    kept = in_file.get(case_id)
    assert kept.line.number == 46
    assert len(kept.case.people) == 48
    assert [version.number for version in in_file.since(case_id, 0)] == list(range(1, 47))


def _opens(path: Path) -> None:
    open_library(None, path.parent).close()


def test_many_programs_may_make_it_at_once(path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    others = [context.Process(target=_opens, args=(path,)) for _ in range(3)]
    for other in others:
        other.start()
    for other in others:
        other.join(60)

    assert [other.exitcode for other in others] == [0, 0, 0]


def test_a_copy_can_be_made_while_others_write(in_file: Library, tmp_path: Path) -> None:
    case_id = in_file.create(small(), ANN).line.id
    with closing(sqlite3.connect(tmp_path / "data" / "library.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")
        in_file.backup(tmp_path / "copy.sqlite3")

    with closing(open_library(f"sqlite:///{tmp_path / 'copy.sqlite3'}", tmp_path)) as copy:
        assert copy.line(case_id).number == 1
