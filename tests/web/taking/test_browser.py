"""The browser that draws: what it leaves behind, however relnet ends, and what starts none."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from relnet.case.models import Case
from relnet.web.taking.browser import Size, as_png
from relnet.web.taking.printed import A4, printed_page
from relnet.web.taking.stop import Stop, Stopped
from relnet.web.taking.taken import Taken
from tests.find_browser import find_browser
from tests.slow_browser import slow_browser_in, until
from tests.web.views import entry_of, look, sample

CANARY = "Quoxzibel"
HELD = """
import asyncio, sys
from relnet.web.taking.browser import drawn
from relnet.web.taking.stop import Stop

async def hold(tab):
    await tab.send_command("Page.printToPDF")
    print("drawn", flush=True)
    await asyncio.sleep(60)

drawn(sys.stdin.read(), hold, Stop())
"""
_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")

needs_shell = pytest.mark.skipif(os.name == "nt", reason="the browser is started by a shell script")


@pytest.fixture
def short(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of a short name: Chromium makes a socket below it, whose path must be short."""
    return tmp_path_factory.mktemp("k")


def renamed(case: Case) -> Case:
    """Give a case in which every name and the title are words that stand nowhere else."""
    people = tuple(
        person.model_copy(update={"name": f"{CANARY}{number}"})
        for number, person in enumerate(case.people)
    )
    ego = case.young_person.model_copy(update={"name": CANARY})
    changes = {"title": f"{CANARY}’s case", "people": people, "young_person": ego}
    return case.model_copy(update=changes)


def told_browser(folder: Path) -> Path:
    """Make a browser that draws, and leaves a file named "ended" when it has ended."""
    made = folder / "browser"
    made.write_text(f'#!/bin/sh\n"{find_browser()}" "$@"\necho > "{folder}/ended"\n', "utf-8")
    made.chmod(0o755)
    return made


def names_left_in(folder: Path) -> list[str]:
    """Give the files below a folder in which a name stands, or that are called by one."""
    words = [CANARY.casefold().encode(encoding) for encoding in _ENCODINGS]
    return [
        str(path)
        for path in folder.rglob("*")
        if CANARY in path.name
        or (path.is_file() and any(word in path.read_bytes().lower() for word in words))
    ]


@contextmanager
def held(folder: Path, page: str) -> Iterator["subprocess.Popen[str]"]:
    """Run a process that has drawn a page and keeps its browser, with its places in a folder."""
    places = {"TMPDIR": folder / "tmp", "HOME": folder / "home"}
    for place in places.values():
        place.mkdir()
    words = {name: str(place) for name, place in places.items()}
    with subprocess.Popen(
        (sys.executable, "-c", HELD),
        env={**os.environ, **words, "BROWSER_PATH": str(told_browser(folder))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as drawing:
        assert drawing.stdin
        assert drawing.stdout
        drawing.stdin.write(page)
        drawing.stdin.close()
        assert drawing.stdout.readline() == "drawn\n"
        yield drawing


@pytest.mark.browser
@needs_shell
def test_a_process_that_is_killed_while_it_draws_leaves_no_name(short: Path) -> None:
    page = printed_page(Taken(look(entry_of(renamed(sample("amira").network.case))), {}, 0), A4)
    assert f"<title>{CANARY}’s case</title>" in page
    with held(short, page) as drawing:
        drawing.kill()
    until((short / "ended").exists)
    assert any((short / "tmp").iterdir()), "the folder of the browser lay elsewhere"
    assert names_left_in(short) == []


@pytest.mark.browser
@needs_shell
def test_one_that_is_stopped_leaves_nothing(short: Path) -> None:
    with held(short, "<title>page</title>") as drawing:
        assert any((short / "tmp").iterdir())
        drawing.send_signal(signal.SIGINT)
    assert list((short / "tmp").iterdir()) == []


@needs_shell
def test_what_is_stopped_before_it_draws_starts_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    browser, stop = slow_browser_in(tmp_path), Stop()
    monkeypatch.setenv("BROWSER_PATH", str(browser.path))
    stop.ask()
    with pytest.raises(Stopped):
        as_png("<p>page</p>", Size(10, 10), stop)
    assert not browser.started.exists()
    assert caplog.text == ""
