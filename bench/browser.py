"""Driving pages in Chromium: loading them, stepping them, and counting what they ask for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Page,
    ViewportSize,
    sync_playwright,
)

from bench.servers import BenchFailed
from tests.find_browser import find_browser

SCREEN: ViewportSize = {"width": 1366, "height": 768}
FLAGS = ("--no-sandbox", "--disable-background-networking")

# A usual line at home: 10 Mbit/s, and 40 ms there and back.
SLOW_LINE = {
    "offline": False,
    "latency": 40,
    "downloadThroughput": 10_000_000 / 8,
    "uploadThroughput": 10_000_000 / 8,
}

MAP = "map"
"""The view that relnet opens with."""

_PROBE = Path(__file__).with_name("probe.js")
_PATIENCE_MS = 60_000
_QUIET_MS = 400
_NOT_FETCHED = ("data:", "blob:")


@dataclass
class Traffic:
    """What a page asked for, and what came over the line for it, headers included."""

    addresses: list[str] = field(default_factory=list)
    from_cache: set[str] = field(default_factory=set)
    bytes: float = 0

    @property
    def sent(self) -> int:
        """How many requests went to the server: the cache did not answer them."""
        return len(self.addresses) - len(self.from_cache)


@dataclass(frozen=True)
class Load:
    """One loading of a page; times are ms from the start of the navigation to the screen.

    Attributes:
        first: the first stage's picture.
        live: the first step after that: the slider answers.
        whole: everything else on the page; None where that did not come in time.
        requests: how many went to the server.
        kilobytes: what came over the line, headers included.
    """

    first: float
    live: float
    whole: float | None
    requests: int
    kilobytes: float


@dataclass(frozen=True)
class Step:
    """One step of the timeline: ms from the key to the screen, and to the thread's end."""

    screen: float
    thread: float


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium that is there.

    Raises:
        BenchFailed: there is none.

    """
    found = find_browser()
    if found is None:
        raise BenchFailed("there is no Chromium: install it, or set BROWSER_PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(FLAGS))
        yield browser
        browser.close()


@contextmanager
def fresh_context(browser: Browser) -> Iterator[BrowserContext]:
    """Give a profile with an empty cache."""
    context = browser.new_context(viewport=SCREEN)
    context.set_default_timeout(_PATIENCE_MS)
    yield context
    context.close()


def load(context: BrowserContext, kind: str, address: str, *, slow: bool = False) -> Load:
    """Load a page until its slider answers and all of it is there."""
    page = open_page(context, kind, live=True)
    session = context.new_cdp_session(page)
    traffic = listen(session, slow=slow)
    found = go(page, address)
    page.wait_for_timeout(_QUIET_MS)
    page.close()
    return Load(
        first=found["first"]["screen"],
        live=found["live"]["screen"],
        whole=found["whole"] and found["whole"]["screen"],
        requests=traffic.sent,
        kilobytes=traffic.bytes / 1000,
    )


class Stepper:
    """A loaded page whose timeline is stepped to and fro by the arrow keys.

    ``view`` is the view of relnet that the address opens; a peer has but one.
    """

    def __init__(
        self, context: BrowserContext, kind: str, address: str, stages: int, view: str = MAP
    ) -> None:
        self._page = open_page(context, kind, live=False, view=view)
        go_and_rest(self._page, address)
        self._page.evaluate("relnetBench.focus()")
        self._stages = stages
        self._now = 0
        self._way = 1
        self.traffic = listen(context.new_cdp_session(self._page), slow=False)

    def step(self) -> Step:
        """Press a key, wait for the picture, and let the page come to rest."""
        if not 0 <= self._now + self._way < self._stages:
            self._way = -self._way
        self._now += self._way
        self._page.evaluate("stage => relnetBench.expect(stage)", self._now)
        found = press(self._page, "ArrowRight" if self._way > 0 else "ArrowLeft")
        # Uneven rests, so that keys fall anywhere between two frames.
        self._page.wait_for_timeout(150 + 7 * self._now % 16)
        return found

    def close(self) -> None:
        """Close the page."""
        self._page.close()


def open_page(context: BrowserContext, kind: str, *, live: bool, view: str = MAP) -> Page:
    """Open an empty tab with the probe, which will await this kind of page and this view."""
    page = context.new_page()
    settings = json.dumps({"kind": kind, "live": live, "view": view})
    probe = _PROBE.read_text(encoding="utf-8")
    page.add_init_script(f"window.relnetBenchSettings = {settings};\n{probe}")
    return page


def press(page: Page, key: str) -> Step:
    """Press a key, and wait for the picture that the probe was told to expect."""
    page.keyboard.press(key)
    found = page.evaluate("relnetBench.stepped()")
    return Step(found["screen"], found["thread"])


def go_and_rest(page: Page, address: str) -> None:
    """Open an address, and wait until all of it has come and nothing moves any more."""
    go(page, address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(_QUIET_MS)


def go(page: Page, address: str) -> dict[str, Any]:
    """Open an address and wait for what the probe awaits."""
    response = page.goto(address, wait_until="commit")
    if response is None or not response.ok:
        raise BenchFailed(f"no page at {address}")
    found: dict[str, Any] = page.evaluate("relnetBench.loaded")
    return found


def listen(session: CDPSession, *, slow: bool) -> Traffic:
    """Write down what a page asks for from now on, over a slow line or the local one."""
    traffic = Traffic()

    def asked(event: dict[str, Any]) -> None:
        address = str(event["request"]["url"])
        if not address.startswith(_NOT_FETCHED):
            traffic.addresses.append(address)

    def answered(event: dict[str, Any]) -> None:
        if event["response"].get("fromDiskCache"):
            traffic.from_cache.add(event["requestId"])

    def kept(event: dict[str, Any]) -> None:
        traffic.from_cache.add(event["requestId"])

    def came(event: dict[str, Any]) -> None:
        traffic.bytes += event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.responseReceived", answered)
    session.on("Network.requestServedFromCache", kept)
    session.on("Network.loadingFinished", came)
    session.send("Network.enable")
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
    return traffic
