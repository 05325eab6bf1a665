"""``relnet serve``: what it passes on, and the library that it opens and closes."""

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple

import pytest

from relnet.resources import sample_cases_folder
from relnet.storage.contract import Library, LibraryTrouble
from relnet.storage.opening import open_library
from relnet.web import serving
from tests.slow_browser import LONGEST, is_running, slow_browser_in
from tests.test_cli import run

AMIRA = sample_cases_folder() / "amira.relnet.json"
needs_signals = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal here")


class Asked(NamedTuple):
    """What a server was asked for."""

    words: tuple[list[Path], str, int, bool]
    library: Library | None
    titles: list[str]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """Give what the server was asked for, in the place of starting it."""
    noted: list[Asked] = []

    def note(
        paths: list[Path], host: str, port: int, *, open_browser: bool, library: Library | None
    ) -> int:
        titles = [] if library is None else [line.title for line in library.lines()]
        noted.append(Asked((paths, host, port, open_browser), library, titles))
        return 0

    monkeypatch.setattr(serving, "serve", note)
    return noted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ((), ([], "127.0.0.1", 8050, True)),
        (
            ("a", "b", "--host", "::1", "--port", "0", "--no-browser"),
            ([Path("a"), Path("b")], "::1", 0, False),
        ),
    ],
)
def test_it_passes_on_what_was_asked(
    words: tuple[str, ...],
    expected: tuple[list[Path], str, int, bool],
    asked: list[Asked],
    tmp_path: Path,
) -> None:
    assert run("serve", "--data", str(tmp_path), *words) == 0
    assert [call.words for call in asked] == [expected]


@pytest.mark.parametrize("port", ["65536", "-1", "http", "²"])
def test_it_wants_a_port_that_there_is(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("serve", f"--port={port}") == 2
    assert "a port is a number from 0 to 65535" in capsys.readouterr().err


def test_it_is_stopped_from_the_keyboard(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stopped(*_args: object, **_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "serve", stopped)
    assert run("serve", "--data", str(tmp_path)) == 130


def test_it_serves_the_library_of_the_folder(asked: list[Asked], tmp_path: Path) -> None:
    assert run("import", str(AMIRA), "--data", str(tmp_path)) == 0
    assert run("serve", "--data", str(tmp_path)) == 0
    assert asked[0].titles == [json.loads(AMIRA.read_text("utf-8"))["title"]]


def test_it_makes_the_library_where_there_is_none(
    asked: list[Asked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RELNET_DATA", str(tmp_path / "named"))
    assert run("serve") == 0
    assert asked[0].titles == []
    assert (tmp_path / "named" / "library.sqlite3").exists()


def test_the_library_is_closed_at_the_end(
    asked: list[Asked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []

    def opened(url: str | None, data: Path) -> Library:
        library = open_library(url, data)
        monkeypatch.setattr(library, "close", lambda: closed.append(library))
        return library

    monkeypatch.setattr("relnet.storage.opening.open_library", opened)
    assert run("serve", "--data", str(tmp_path)) == 0
    assert closed == [asked[0].library]


def test_it_starts_without_a_library_that_cannot_be_opened(
    asked: list[Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def damaged(url: str | None, data: Path) -> Library:
        raise LibraryTrouble(f"damaged: {url} {data.name}")

    monkeypatch.setattr("relnet.storage.opening.open_library", damaged)
    assert run("serve", "--data", str(tmp_path / "here")) == 0
    assert asked[0].library is None
    told = capsys.readouterr().err
    assert told.startswith("damaged: None here\n")
    assert "relnet starts without your library" in told


def test_a_damaged_library_is_told_and_left_alone(
    asked: list[Asked], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(b"no library at all " * 500)
    assert run("serve", "--data", str(tmp_path)) == 0
    assert asked[0].library is None
    assert "The file of the library is damaged." in capsys.readouterr().err
    assert file.read_bytes() == b"no library at all " * 500


def test_two_libraries_at_once_are_too_many(
    asked: list[Asked],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RELNET_STORE", f"sqlite:///{tmp_path / 'named.sqlite3'}")
    assert run("serve", "--data", str(tmp_path / "here")) == 2
    assert "RELNET_STORE names a library, and --data another one." in capsys.readouterr().err
    assert asked == []
    assert run("serve") == 0
    assert [path.name for path in tmp_path.iterdir()] == ["named.sqlite3"]


@contextmanager
def running(*words: str, **places: Path) -> Iterator["subprocess.Popen[str]"]:
    """Run ``relnet serve`` in a process of its own, and end it; places are its environment's."""
    arguments = [sys.executable, "-m", "relnet", "serve", "--no-browser", "--port", "0", *words]
    process = subprocess.Popen(
        arguments,
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@needs_signals
def test_a_kept_case_stands_on_the_start_page_and_has_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", str(AMIRA), "--data", str(tmp_path)) == 0
    case_id = capsys.readouterr().out.split()[-1]
    with running("--data", str(tmp_path)) as process:
        assert process.stdout
        address = process.stdout.readline().split()[-1]
        for page in ("", f"case/{case_id}"):
            with urllib.request.urlopen(address + page) as answer:  # noqa: S310 - our own address
                assert case_id in answer.read().decode()
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=10) == ("", "")
    # Nothing is left to be written into the file: it was closed.
    assert [path.name for path in tmp_path.iterdir()] == ["library.sqlite3"]


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("method", ["POST", "GET"])
def test_a_server_that_is_told_to_end_while_a_browser_draws_leaves_nothing(
    tmp_path: Path, number: signal.Signals, method: str
) -> None:
    browser, left = slow_browser_in(tmp_path), tmp_path / "left"
    left.mkdir()
    places = {"TMPDIR": left, "BROWSER_PATH": browser.path}
    with running("--data", str(tmp_path / "data"), **places) as process:
        assert process.stdout
        asked = urllib.request.Request(  # noqa: S310 - our own address
            process.stdout.readline().split()[-1] + "case/amira/map.png", method=method
        )
        threading.Thread(target=answered, args=(asked,), daemon=True).start()
        drawing = browser.process()
        assert list(left.iterdir())
        process.send_signal(number)
        assert process.communicate(timeout=LONGEST) == ("", "")
    assert process.returncode == 0
    assert not is_running(drawing)
    assert list(left.iterdir()) == []


def answered(asked: urllib.request.Request) -> None:
    """Wait for an answer, if one comes."""
    with suppress(OSError, HTTPException), urllib.request.urlopen(asked):  # noqa: S310 - as above
        pass
