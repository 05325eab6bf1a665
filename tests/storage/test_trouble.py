"""What stops a library: a clear message, and nothing half-written."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from relnet.case.models import Case
from relnet.storage.contract import Library, LibraryTrouble
from relnet.storage.opening import open_library
from relnet.storage.sql import SqlLibrary
from relnet.storage.trouble import Reason, trouble
from tests.storage.editing import ANN, edit, noted, small, titled

NAME = "Zuzanna-Kowalczyk"


@pytest.fixture
def case_id(in_file: Library) -> str:
    kept = in_file.create(small(), ANN)
    edit(in_file, kept.line.id, titled(NAME))
    return kept.line.id


def no_secret(told: pytest.ExceptionInfo[LibraryTrouble], path: Path) -> bool:
    """Whether neither the message nor what may be logged with it holds a value or a path."""
    chain = [str(told.value), str(told.value.__cause__)]
    return not any(word in text for word in (NAME, str(path)) for text in chain)


@pytest.fixture
def full_disk(in_file: Library, path: Path, case_id: str) -> Iterator[Library]:
    """Give the library on a disk that has room for two more pages."""
    before = in_file.line(case_id)
    in_file.close()
    with closing(sqlite3.connect(path)) as other:
        (pages,) = other.execute("PRAGMA page_count").fetchone()

    def set_most(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    event.listen(Pool, "connect", set_most)
    library = open_library(None, path.parent)
    assert library.line(case_id) == before
    yield library
    library.close()
    event.remove(Pool, "connect", set_most)


def test_a_full_disk(full_disk: Library, path: Path, case_id: str) -> None:
    random = Random(4)  # noqa: S311 - what cannot be pressed
    kept = [full_disk.get(case_id)]

    def write_on() -> None:
        for _ in range(200):
            note = NAME + random.randbytes(1500).hex()
            kept.append(edit(full_disk, case_id, noted("mum", note)).kept)

    with pytest.raises(LibraryTrouble, match="The disk is full") as told:
        write_on()

    assert no_secret(told, path)
    assert full_disk.get(case_id) == kept[-1]
    assert len(full_disk.history(case_id)) == kept[-1].line.number
    assert full_disk.steps(case_id, ANN).undo == kept[-1].line.number
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_file_that_may_not_be_written(in_file: Library, path: Path, case_id: str) -> None:
    before = in_file.get(case_id)
    with closing(SqlLibrary(f"sqlite:///file:{path}?mode=ro&uri=true")) as library:
        with pytest.raises(LibraryTrouble, match="may not write in the folder") as told:
            edit(library, case_id, noted("mum", NAME))
        with pytest.raises(LibraryTrouble, match="may not write in the folder"):
            library.purge(case_id)

        assert no_secret(told, path)
        assert library.get(case_id) == in_file.get(case_id) == before


def test_no_file_can_be_there(tmp_path: Path) -> None:
    (tmp_path / "library.sqlite3").mkdir()
    (tmp_path / "a file").touch()

    for folder in (tmp_path, tmp_path / "a file"):
        with pytest.raises(LibraryTrouble, match="cannot open the file of the library") as told:
            open_library(None, folder)
        assert str(tmp_path) not in str(told.value)


def test_another_program_holds_the_file(in_file: Library, path: Path, case_id: str) -> None:
    before = in_file.get(case_id)
    with (
        closing(SqlLibrary(f"sqlite:///{path}", wait=0.1)) as library,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LibraryTrouble, match="Another program is using") as told:
            edit(library, case_id, noted("mum", NAME))
        assert no_secret(told, path)
        assert library.get(case_id) == before

        other.execute("ROLLBACK")
        assert edit(library, case_id, noted("mum", NAME)).version is not None


def test_another_edit_takes_too_long(in_file: Library, path: Path, case_id: str) -> None:
    with closing(SqlLibrary(f"sqlite:///{path}", wait=0.1)) as library:

        def slow(case: Case) -> Case:
            with pytest.raises(LibraryTrouble, match="Another program is using"):
                edit(library, case_id, noted("mum", "in between"))
            return titled("Slow")(case)

        assert edit(library, case_id, slow).kept.case.title == "Slow"
    assert in_file.line(case_id).number == 3


def spoil(path: Path, first: int, last: int) -> None:
    """Write nonsense into a part of a file."""
    data = bytearray(path.read_bytes())
    data[first:last] = b"\xa5" * len(data[first:last])
    path.write_bytes(data)


def test_a_damaged_head(in_file: Library, path: Path, case_id: str) -> None:
    assert case_id
    in_file.close()
    spoil(path, 0, 100)

    with pytest.raises(LibraryTrouble, match="file of the library is damaged") as told:
        open_library(None, path.parent)

    assert no_secret(told, path)


def test_damaged_pages(in_file: Library, path: Path, case_id: str) -> None:
    in_file.close()
    spoil(path, 8192, 10**9)
    spoiled = path.read_bytes()

    def use() -> None:
        with closing(open_library(None, path.parent)) as library:
            edit(library, case_id, noted("mum", NAME))

    with pytest.raises(LibraryTrouble, match="file of the library is damaged") as told:
        use()

    assert no_secret(told, path)
    assert path.read_bytes() == spoiled


DOCUMENTS = {
    "nonsense": b"nonsense",
    "no text": zlib.compress(b"\xff\xff"),
    "no case": zlib.compress(b'{"format": "relnet-case/1"}'),
    "no JSON": zlib.compress(b"{"),
    "no values": zlib.compress(b"[]"),
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_damaged_case(in_file: Library, path: Path, case_id: str, document: str) -> None:
    other = in_file.create(small(), ANN).line
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE relnet_cases SET document = ? WHERE id = ?", (DOCUMENTS[document], case_id)
        )

    asked: list[Callable[[], object]] = [
        lambda: in_file.get(case_id),
        lambda: in_file.at(case_id, 1),
        lambda: edit(in_file, case_id, titled("New")),
        lambda: in_file.undo(case_id, ANN),
    ]
    for ask in asked:
        with pytest.raises(LibraryTrouble, match="file of the library is damaged"):
            ask()
    assert in_file.line(case_id).number == 2
    assert in_file.get(other.id).line == other


def test_a_damaged_history(in_file: Library, path: Path, case_id: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE relnet_versions SET changes = '[{'")

    asked: list[Callable[[], object]] = [
        lambda: in_file.history(case_id),
        lambda: in_file.at(case_id, 1),
        lambda: in_file.undo(case_id, ANN),
    ]
    for ask in asked:
        with pytest.raises(LibraryTrouble, match="file of the library is damaged"):
            ask()
    assert in_file.get(case_id).case.title == NAME


def test_a_library_of_a_newer_relnet(in_file: Library, path: Path) -> None:
    in_file.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE relnet_meta SET schema_version = schema_version + 1")

    with pytest.raises(LibraryTrouble, match="A newer relnet has made this library"):
        open_library(None, path.parent)


@pytest.mark.parametrize("url", ["nonsense", "nosuchdatabase://there/library", "sqlite+none://"])
def test_a_store_that_is_not_known(url: str, tmp_path: Path) -> None:
    with pytest.raises(LibraryTrouble, match="does not know the store that RELNET_STORE names"):
        open_library(url, tmp_path)


@pytest.mark.parametrize("reason", Reason)
def test_each_trouble_says_what_to_do(reason: Reason) -> None:
    said = str(trouble(reason))

    assert said.count(".") >= 2 or reason is Reason.NO_SUCH_STORE
    assert said.endswith(".")
    assert not any(word in said.casefold() for word in ("error", "invalid", "failed", "sqlite3."))
