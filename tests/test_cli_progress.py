"""How far a long export is, told in a terminal, and stopping one by a key."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relnet.cli.progress import progress
from relnet.resources import sample_cases_folder
from tests.slow_browser import LONGEST, is_running, slow_browser_in
from tests.test_cli import run

AMIRA = sample_cases_folder() / "amira.relnet.json"


def in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)


def test_a_terminal_is_told_each_slide_and_keeps_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_a_terminal(monkeypatch)
    assert run("export", str(AMIRA), "--out", str(tmp_path / "a.pptx")) == 0
    told = capsys.readouterr()
    lines = [line.removeprefix("\033[K") for line in told.err.split("\r") if line]
    assert lines == [*(f"page {n} of 5, Ctrl+C stops" for n in range(1, 6)), ""]
    assert told.out == f"saved {tmp_path / 'a.pptx'}\n"


def test_a_file_or_a_pipe_is_told_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", str(AMIRA), "--out", str(tmp_path / "a.pptx"), "--view", "story") == 0
    assert capsys.readouterr().err == ""


def stop_at_once() -> None:
    with progress() as tell:
        tell(1, 9)
        raise KeyboardInterrupt


def test_the_line_is_gone_where_it_was_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_a_terminal(monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        stop_at_once()
    assert capsys.readouterr().err.endswith("\r\033[K")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is sent as a signal here")
def test_a_key_stops_it_while_a_browser_draws(tmp_path: Path) -> None:
    browser = slow_browser_in(tmp_path)
    folder = tmp_path / "out"
    folder.mkdir()
    words = (sys.executable, "-m", "relnet", "export", str(AMIRA), "--out", str(folder / "a.pdf"))
    with subprocess.Popen(
        words,
        env={**os.environ, "BROWSER_PATH": str(browser.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as made:
        process = browser.process()
        made.send_signal(signal.SIGINT)
        _said, told = made.communicate(timeout=LONGEST)
    assert made.returncode == 130
    assert told == ""
    assert list(folder.iterdir()) == []
    assert not is_running(process)
