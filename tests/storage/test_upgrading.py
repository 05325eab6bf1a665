"""A case of an older format is upgraded when it is opened, and the old one is kept."""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from relnet.case.models import FORMAT
from relnet.storage.contract import Kind, LibraryTrouble, NoSuchVersion, Steps
from relnet.storage.opening import open_library
from relnet.storage.sql import SqlLibrary
from relnet.storage.upgrading import UPGRADES, Upgrade, upgraded
from tests.case.small import small_case
from tests.storage.editing import ANN, BOB, edit, small, titled


def _named(values: dict[str, Any]) -> dict[str, Any]:
    """Upgrade an invented format in which the title was called a name."""
    return {("title" if field == "name" else field): value for field, value in values.items()}


OLDER = {
    "relnet-case/0a": Upgrade("relnet-case/0b", lambda values: values | {"about": "Upgraded"}),
    "relnet-case/0b": Upgrade(FORMAT, _named),
}


def older_text(title: str, indent: int | None = 3) -> str:
    """Give the text of an invented older format, laid out in a way of its own."""
    values = {field: value for field, value in small_case().items() if field != "title"}
    return json.dumps(values | {"format": "relnet-case/0a", "name": title}, indent=indent)


OLD_TEXT = older_text("An old case")


@pytest.fixture
def library(path: Path) -> Iterator[SqlLibrary]:
    """Give a library with a case whose two versions are of an older format."""
    with closing(SqlLibrary(f"sqlite:///{path}", upgrades=OLDER)) as opened:
        yield opened


@pytest.fixture
def case_id(library: SqlLibrary, path: Path) -> str:
    kept = library.create(small(), ANN)
    edit(library, kept.line.id, titled("An old case"), ANN)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "UPDATE relnet_cases SET format = 'relnet-case/0a', document = ?",
            (zlib.compress(OLD_TEXT.encode()),),
        )
        changes = [{"path": ["name"], "before": "A small case", "after": "An old case"}]
        connection.execute(
            "UPDATE relnet_versions SET changes = ? WHERE number = 2", (json.dumps(changes),)
        )
    return kept.line.id


def test_opening_a_case_upgrades_it_once(library: SqlLibrary, case_id: str) -> None:
    before = library.line(case_id)

    kept = library.get(case_id)

    assert (kept.case.title, kept.case.about, kept.case.format) == (
        "An old case",
        "Upgraded",
        FORMAT,
    )
    assert kept.line.number == 3
    assert (kept.line.changed_at, kept.line.changed_by) == (before.changed_at, "Ann")
    assert library.get(case_id) == kept
    versions = library.history(case_id)
    assert [version.kind for version in versions] == [Kind.UPGRADED, Kind.EDIT, Kind.CREATED]


def test_the_old_one_is_kept_letter_for_letter(library: SqlLibrary, case_id: str) -> None:
    library.get(case_id)
    edit(library, case_id, titled("New"))

    assert library.kept_text(case_id, 2) == OLD_TEXT
    assert library.kept_text(case_id, 1) is None
    with pytest.raises(NoSuchVersion):
        library.kept_text(case_id, 9)


def test_versions_before_the_upgrade_can_be_read(library: SqlLibrary, case_id: str) -> None:
    library.get(case_id)
    edit(library, case_id, titled("New"))

    titles = [library.at(case_id, number).title for number in range(1, 5)]

    assert titles == ["A small case", "An old case", "An old case", "New"]
    assert library.restore(case_id, 1, BOB).kept.case.title == "A small case"


def test_they_can_be_read_before_it_too(library: SqlLibrary, case_id: str) -> None:
    assert library.at(case_id, 1).title == "A small case"
    assert library.at(case_id, 2).title == "An old case"
    assert library.line(case_id).number == 2


@pytest.mark.parametrize("delete", [False, True], ids=["there", "deleted"])
def test_a_deleted_case_is_upgraded_too(library: SqlLibrary, case_id: str, *, delete: bool) -> None:
    library.delete(case_id, deleted=delete)

    assert library.get(case_id).line.number == 3


def test_an_edit_upgrades_first(library: SqlLibrary, case_id: str) -> None:
    outcome = edit(library, case_id, titled("New"))

    assert outcome.version is not None
    assert outcome.version.number == 4
    assert library.kept_text(case_id, 2) == OLD_TEXT


def test_undo_ends_at_an_upgrade(library: SqlLibrary, case_id: str) -> None:
    assert library.steps(case_id, ANN) == Steps(undo=2, redo=None)
    library.get(case_id)
    assert library.steps(case_id, ANN) == Steps(undo=None, redo=None)

    edit(library, case_id, titled("New"))

    assert library.steps(case_id, ANN) == Steps(undo=4, redo=None)
    assert library.undo(case_id, ANN).kept.case.title == "An old case"


def test_a_newer_format_is_left_alone(library: SqlLibrary, case_id: str, path: Path) -> None:
    library.close()
    with closing(open_library(None, path.parent)) as older:
        asked: list[Callable[[], object]] = [
            lambda: older.get(case_id),
            lambda: older.at(case_id, 1),
            lambda: edit(older, case_id, titled("New")),
        ]
        for ask in asked:
            with pytest.raises(LibraryTrouble, match="A newer relnet has written this case"):
                ask()
        assert [line.number for line in older.lines()] == [2]


def test_a_round_of_upgrades_ends() -> None:
    round_about = {"a": Upgrade("b", dict), "b": Upgrade("a", dict)}

    with pytest.raises(LibraryTrouble):
        upgraded({"format": "a"}, round_about)


def test_todays_format_is_the_first() -> None:
    assert UPGRADES == {}
    assert FORMAT == "relnet-case/1"
