"""The server as its own process: its address, a taken port, a warning, a quiet end."""

import os
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relnet.web import serving
from relnet.web.serving import CannotListen, address, listen, serve

needs_signals = pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal here")


@contextmanager
def running(host: str, port: int) -> Iterator[subprocess.Popen[str]]:
    """Run ``serve`` in a process of its own, and end it."""
    code = (
        "import sys; from relnet.web.serving import serve;"
        f"sys.exit(serve([], {host!r}, {port}, open_browser=False))"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline().strip()


@needs_signals
def test_it_says_its_address_answers_and_ends_quietly() -> None:
    with running("127.0.0.1", 0) as process:
        line = first_line(process)
        assert line.startswith("relnet is at http://127.0.0.1:")
        with urllib.request.urlopen(line.split()[-1]) as answer:  # noqa: S310 - our own address
            assert answer.status == 200
            assert "waitress" not in str(answer.headers)
        process.send_signal(signal.SIGINT)
        rest, errors = process.communicate(timeout=10)
        assert (process.returncode, rest, errors) == (0, "", "")


def test_a_taken_port_leads_to_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with running("127.0.0.1", port) as process:
            told = first_line(process)
            assert told.startswith(f"Port {port} is taken, so relnet uses ")
            used = told.removesuffix(".").split()[-1]
            assert first_line(process) == f"relnet is at http://127.0.0.1:{used}/"


def test_another_host_gets_a_warning() -> None:
    with running("0.0.0.0", 0) as process:  # noqa: S104 - what is tested
        assert first_line(process).startswith("relnet is at http://127.0.0.1:")
        assert process.stderr
        assert "other computers can reach relnet" in process.stderr.readline()


def test_a_port_is_never_shared() -> None:
    with listen("127.0.0.1", 0) as first, listen("127.0.0.1", first.getsockname()[1]) as second:
        assert first.getsockname() != second.getsockname()


def test_a_host_that_is_not_here_is_told() -> None:
    with pytest.raises(CannotListen, match="--host"):
        listen("192.0.2.1", 8050)


def test_a_missing_file_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert serve([tmp_path / "gone"], "127.0.0.1", 0, open_browser=False) == 1
    assert "There is no file or folder" in capsys.readouterr().err


def test_the_browser_is_opened_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = threading.Event()
    urls: list[str] = []

    def open_page(url: str) -> bool:
        urls.append(url)
        opened.set()
        return True

    class Server:
        """Stands in for waitress: runs no longer than a test may."""

        def run(self) -> None:
            assert opened.wait(5)

        def close(self) -> None:
            pass

    monkeypatch.setattr(webbrowser, "open", open_page)
    monkeypatch.setattr(serving, "create_server", lambda *_, **__: Server())
    assert serve([], "127.0.0.1", 0, open_browser=True) == 0
    assert urls[0].startswith("http://127.0.0.1:")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:80/"),
        ("::1", "http://[::1]:80/"),
        ("[::1]", "http://[::1]:80/"),
        ("localhost", "http://localhost:80/"),
        ("0.0.0.0", "http://127.0.0.1:80/"),  # noqa: S104 - nothing is bound
    ],
)
def test_the_address_is_one_that_a_browser_opens(host: str, expected: str) -> None:
    assert address(host, 80) == expected
