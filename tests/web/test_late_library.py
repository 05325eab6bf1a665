"""A library that is opened when it is first asked for, as a WSGI server finds it."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from relnet.storage.contract import Library
from relnet.storage.opening import FILE, memory_library
from relnet.web.late_library import LateLibrary, own_library
from relnet.web.shelf import shelf_of

ROOT = Path(__file__).resolve().parents[2]
ASK = """
from pathlib import Path
import app
print(Path({file!r}).exists())
text = app.server.test_client().get("/").text
print("New case" in text, "cannot keep cases now" in text, "Amira, as it was" in text)
print(Path({file!r}).exists())
"""


def test_it_is_opened_once_by_whoever_asks_first() -> None:
    opened: list[Library] = []

    def opener() -> Library:
        time.sleep(0.02)
        opened.append(memory_library())
        return opened[-1]

    late = LateLibrary(opener)
    assert opened == []
    threads = [threading.Thread(target=late.get) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (library,) = opened
    assert late.get() is library
    library.close()


def test_one_that_cannot_be_opened_is_not_tried_again() -> None:
    tried: list[int] = []
    late = LateLibrary(lambda: tried.append(1))
    assert [late.get(), late.get()] == [None, None]
    assert tried == [1]


def test_a_shelf_opens_it_at_the_first_question() -> None:
    library = memory_library()
    opened: list[int] = []

    def opener() -> Library:
        opened.append(1)
        return library

    shelf = shelf_of((), library=LateLibrary(opener))
    assert opened == []
    assert shelf.get("amira").copyable
    assert shelf.kept.library is library
    assert opened == [1]
    library.close()


def test_a_library_that_cannot_be_opened_is_told_in_the_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / FILE).write_bytes(b"no library at all " * 500)
    monkeypatch.setenv("RELNET_DATA", str(tmp_path))
    assert own_library() is None
    assert "The file of the library is damaged." in caplog.text
    assert "relnet goes on without your library" in caplog.text


def asked_of_the_app(data: Path) -> "subprocess.CompletedProcess[str]":
    """Import ``app`` as a WSGI server does, and ask it for the start page."""
    return subprocess.run(
        [sys.executable, "-c", ASK.format(file=str(data / FILE))],
        cwd=ROOT,
        env=os.environ | {"RELNET_DATA": str(data)},
        check=True,
        capture_output=True,
        text=True,
    )


def test_a_wsgi_server_keeps_cases_from_its_first_request_on(tmp_path: Path) -> None:
    done = asked_of_the_app(tmp_path)
    assert done.stdout.splitlines() == ["False", "True False True", "True"]
    assert done.stderr == ""
    assert [path.name for path in tmp_path.iterdir()] == [FILE]  # closed at the end


def test_a_wsgi_server_goes_on_without_a_library(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"no library at all " * 500)
    done = asked_of_the_app(tmp_path)
    assert done.stdout.splitlines() == ["True", "False True True", "True"]
    assert "relnet goes on without your library" in done.stderr
    assert "Traceback" not in done.stderr
