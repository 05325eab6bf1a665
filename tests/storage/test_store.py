"""The tables and what is done with them are those of any database."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.schema import CreateTable

from relnet.storage import records
from relnet.storage.contract import LibraryTrouble
from relnet.storage.store import Store
from relnet.storage.tables import METADATA

DIALECTS: dict[str, Dialect] = {
    "postgresql": postgresql.dialect(),
    "sqlite": sqlite.dialect(),
}


@pytest.mark.parametrize("name", DIALECTS)
def test_every_database_can_make_the_tables(name: str) -> None:
    made = [
        str(CreateTable(table).compile(dialect=DIALECTS[name]))
        for table in METADATA.tables.values()
    ]

    assert len(made) == 3
    assert all("CREATE TABLE relnet_" in statement for statement in made)


def test_a_database_of_another_kind_is_copied_by_its_own_tools(tmp_path: Path) -> None:
    with closing(Store(make_url(f"sqlite:///{tmp_path / 'any'}"))) as store:
        with store.writing() as connection:
            records.make_tables(connection)
        with store.reading() as connection:
            assert records.has_tables(connection)
        assert store.wipe()
        with pytest.raises(LibraryTrouble, match="with the tools of its database"):
            store.backup(tmp_path / "copy")


def test_what_it_refuses_is_told(tmp_path: Path) -> None:
    with (
        closing(Store(make_url(f"sqlite:///{tmp_path / 'any'}"))) as store,
        pytest.raises(LibraryTrouble, match="does not answer"),
        store.reading() as connection,
    ):
        records.is_to_wipe(connection)
