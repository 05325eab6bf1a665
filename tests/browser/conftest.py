"""A real Chromium, the real server, and a page whose console and requests are written down."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import (  # type: ignore[import-untyped] # no types
    Axe,
)
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    expect,
    sync_playwright,
)
from waitress.server import create_server

from relnet.storage.contract import Library
from relnet.storage.sql import SqlLibrary
from relnet.web.app import create_app
from relnet.web.shelf import Shelf, shelf_of
from tests.find_browser import find_browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OWN_SCHEMES = ("data", "blob")

# How long a test waits for what must come: no timing is a test, and machines are busy at times.
expect.set_options(timeout=20_000)

AxeCheck = Callable[[Page], list[str]]


@dataclass
class Watched:
    """A page with everything that its console said and that it asked for."""

    page: Page
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @property
    def foreign(self) -> list[str]:
        """The requests that left this computer."""
        found = [(url, urlsplit(url)) for url in self.requests]
        return [
            url
            for url, parts in found
            if parts.scheme not in OWN_SCHEMES and parts.hostname != "127.0.0.1"
        ]


# What Chromium remarks when a test asks for the role or the look of things at a stage that is
# not laid out; the page itself never does.
_OF_THE_TESTS = "Rendering was performed in a subtree hidden by content-visibility."


def note_console(watched: Watched, message: ConsoleMessage) -> None:
    """Write down what the console says, apart from remarks on the tests' own questions."""
    if not message.text.startswith(_OF_THE_TESTS):
        watched.console.append(f"{message.type}: {message.text}")


def watch(page: Page) -> Watched:
    """Write down what a page says and asks for from now on."""
    watched = Watched(page)
    page.on("console", lambda message: note_console(watched, message))
    page.on("pageerror", lambda error: watched.console.append(f"error: {error.message}"))
    page.on("request", lambda request: watched.requests.append(request.url))
    return watched


@contextmanager
def serving(shelf: Shelf | None = None, library: Library | None = None) -> Iterator[str]:
    """Serve cases as ``relnet serve`` does, the samples where there are none; give the address.

    A library is served beside the sample cases. A test module that wants one overrides the
    fixture ``server``: ``with serving(library=library) as address: yield address``.
    """
    shelf = shelf or shelf_of((), library=library)
    server = create_server(create_app(shelf).server, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """Serve the sample cases."""
    with serving() as address:
        yield address


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Make an empty library in a file of its own."""
    made = SqlLibrary(f"sqlite:///{tmp_path / 'library.sqlite3'}")
    yield made
    made.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium that is there, once."""
    found = find_browser()
    assert found, "there is no Chromium: install the chromium package, or set BROWSER_PATH"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=found, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """Make a fresh browser profile at laptop size, which knows the server's address."""
    made = browser.new_context(base_url=server, viewport={"width": 1366, "height": 768})
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def watched(context: BrowserContext) -> Watched:
    """Open an empty page whose console and requests are written down."""
    return watch(context.new_page())


@pytest.fixture
def page(watched: Watched) -> Page:
    """Open an empty page."""
    return watched.page


@pytest.fixture
def clean_page(watched: Watched) -> Iterator[Page]:
    """Open an empty page that must say nothing and ask nobody else, to the end of the test."""
    yield watched.page
    assert watched.console == []
    assert watched.foreign == []


@pytest.fixture(scope="session")
def axe() -> AxeCheck:
    """Give a check of a page against WCAG 2.0, 2.1 and 2.2, A and AA: what it finds."""
    return _axe_check({"type": "tag", "values": WCAG})


@pytest.fixture(scope="session")
def axe_headings() -> AxeCheck:
    """Give a check of a page's headings: one of the first level, and none left out."""
    return _axe_check({"type": "rule", "values": ["page-has-heading-one", "heading-order"]})


def _axe_check(rules: dict[str, Any]) -> AxeCheck:
    checker = Axe()

    def check(page: Page) -> list[str]:
        options: dict[str, Any] = {"resultTypes": ["violations"], "runOnly": rules}
        found = checker.run(page, options=options).response["violations"]
        return [
            f"{rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'])}"
            for rule in found
        ]

    return check
