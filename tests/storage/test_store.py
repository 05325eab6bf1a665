"""The tables and what is done with them are those of any database."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_mock_engine
from sqlalchemy.engine import make_url
from sqlalchemy.schema import ExecutableDDLElement

from relnet.storage import records
from relnet.storage.contract import LibraryTrouble
from relnet.storage.store import Store
from relnet.storage.tables import METADATA


@pytest.mark.parametrize("kind", ["postgresql", "sqlite"])
def test_every_database_can_make_the_tables(kind: str) -> None:
    made: list[str] = []

    def tell(statement: ExecutableDDLElement, *_values: object) -> None:
        made.append(str(statement.compile(dialect=engine.dialect)))

    engine = create_mock_engine(f"{kind}://", tell)
    METADATA.create_all(engine, checkfirst=False)

    assert [statement.split()[:2] for statement in made].count(["CREATE", "TABLE"]) == 3


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
