import subprocess
import sys
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from relnet.storage.opening import data_folder, open_library
from tests.storage.editing import ANN, small


def test_the_folder_that_is_asked_for_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELNET_DATA", str(tmp_path / "named"))

    assert data_folder(tmp_path / "asked") == tmp_path / "asked"
    assert data_folder(None) == tmp_path / "named"


@pytest.mark.parametrize("named", [None, ""])
def test_else_it_is_the_users_own(named: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if named is not None:
        monkeypatch.setenv("RELNET_DATA", named)

    assert data_folder(None) == Path(platformdirs.user_data_dir("relnet", appauthor=False))


def test_the_library_is_a_file_in_the_folder(tmp_path: Path) -> None:
    with closing(open_library(None, tmp_path / "a folder, 100% & ä?")) as library:
        kept = library.create(small(), ANN)

    assert (tmp_path / "a folder, 100% & ä?" / "library.sqlite3").is_file()
    with closing(open_library(None, tmp_path / "a folder, 100% & ä?")) as again:
        assert again.get(kept.line.id) == kept


def test_a_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    open_library(None, Path("here")).close()

    assert (tmp_path / "here" / "library.sqlite3").is_file()


def test_another_store_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELNET_STORE", f"sqlite:///{tmp_path / 'named.sqlite3'}")
    open_library(None, tmp_path / "data").close()
    open_library(f"sqlite:///{tmp_path / 'asked.sqlite3'}", tmp_path / "data").close()

    assert {path.name for path in tmp_path.iterdir()} == {"named.sqlite3", "asked.sqlite3"}


def test_a_light_command_does_without() -> None:
    light = "import sys, relnet.cli, relnet.storage.contract; sys.exit('sqlalchemy' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", light], check=False).returncode == 0
