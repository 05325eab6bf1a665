"""Libraries to test, one after the other over all that can keep one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from relnet.storage.contract import Library
from relnet.storage.opening import memory_library, open_library


def _in_a_file(folder: Path) -> Library:
    return open_library(None, folder / "data")


def _in_memory(_folder: Path) -> Library:
    return memory_library()


_KINDS: dict[str, Callable[[Path], Library]] = {"file": _in_a_file, "memory": _in_memory}


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RELNET_STORE", raising=False)
    monkeypatch.delenv("RELNET_DATA", raising=False)


@pytest.fixture(params=list(_KINDS))
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """Give an empty library of each kind."""
    opened = _KINDS[request.param](tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def in_file(tmp_path: Path) -> Iterator[Library]:
    """Give an empty library in a file: ``tmp_path / "data" / "library.sqlite3"``."""
    opened = _in_a_file(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give the path of the file of ``in_file``."""
    return tmp_path / "data" / "library.sqlite3"
