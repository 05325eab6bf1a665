"""A case with 2,000 versions opens as fast as one with two."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Engine

from relnet.editing.revision import Change
from relnet.storage import records
from relnet.storage.contract import Kind, Library, Version
from tests.storage.editing import ANN, edit, small, titled

MANY = 2000


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """Collect the statements that databases are asked."""
    told: list[str] = []

    def tell(*asked: object) -> None:
        told.append(str(asked[2]))

    event.listen(Engine, "before_cursor_execute", tell)
    yield told
    event.remove(Engine, "before_cursor_execute", tell)


def with_versions(library: Library, path: Path, number: int) -> str:
    """Keep a case and give it so many versions, in one go."""
    line = library.create(small(), ANN).line
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        for count in range(2, number):
            change = Change(("title",), f"Title {count - 1}", f"Title {count}")
            version = Version(count, line.created_at, ANN, Kind.EDIT, {}, changes=(change,))
            records.add_version(connection, line.id, version)
        records.change_case(connection, line.id, {"number": number - 1})
    engine.dispose()
    edit(library, line.id, titled("The last one"))
    return line.id


def quickest(library: Library, case_id: str) -> float:
    def once() -> float:
        start = time.perf_counter()
        library.get(case_id)
        return time.perf_counter() - start

    return min(once() for _ in range(30))


def test_it_opens_as_fast(in_file: Library, path: Path, statements: list[str]) -> None:
    two, many = (with_versions(in_file, path, number) for number in (2, MANY))
    statements.clear()

    assert in_file.get(many).line.number == MANY

    asked = [statement for statement in statements if not statement.startswith("BEGIN")]
    assert len(asked) == 1
    assert "relnet_versions" not in asked[0]
    assert quickest(in_file, many) < 2 * quickest(in_file, two)


def test_it_is_edited_and_undone_as_well(in_file: Library, path: Path) -> None:
    case_id = with_versions(in_file, path, MANY)

    assert edit(in_file, case_id, titled("New")).kept.line.number == MANY + 1
    assert in_file.undo(case_id, ANN).kept.case.title == "The last one"
    assert in_file.steps(case_id, ANN).undo == MANY
    assert [version.number for version in in_file.history(case_id, most=2)] == [2002, 2001]
    with closing(in_file) as library:
        assert library.at(case_id, MANY).title == "The last one"
