"""Driving pages in Chromium: loading them, stepping them, and counting what they ask for."""

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
    page = _open(context, kind, live=True)
    session = context.new_cdp_session(page)
    traffic = _listen(session, slow=slow)
    found = _go(page, address)
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
    """A loaded page whose timeline is stepped to and fro by the arrow keys."""

    def __init__(self, context: BrowserContext, kind: str, address: str, stages: int) -> None:
        self._page = _open(context, kind, live=False)
        _go(self._page, address)
        self._page.wait_for_load_state("networkidle")
        self._page.wait_for_timeout(_QUIET_MS)
        self._page.evaluate("relnetBench.focus()")
        self._stages = stages
        self._now = 0
        self._way = 1
        self.traffic = _listen(context.new_cdp_session(self._page), slow=False)

    def step(self) -> Step:
        """Press a key, wait for the picture, and let the page come to rest."""
        if not 0 <= self._now + self._way < self._stages:
            self._way = -self._way
        self._now += self._way
        self._page.evaluate("stage => relnetBench.expect(stage)", self._now)
        self._page.keyboard.press("ArrowRight" if self._way > 0 else "ArrowLeft")
        found = self._page.evaluate("relnetBench.stepped()")
        # Uneven rests, so that keys fall anywhere between two frames.
        self._page.wait_for_timeout(150 + 7 * self._now % 16)
        return Step(found["screen"], found["thread"])

    def close(self) -> None:
        """Close the page."""
        self._page.close()


def _open(context: BrowserContext, kind: str, *, live: bool) -> Page:
    page = context.new_page()
    settings = f"window.relnetBenchSettings = {{ kind: '{kind}', live: {str(live).lower()} }};"
    page.add_init_script(settings + _PROBE.read_text(encoding="utf-8"))
    return page


def _go(page: Page, address: str) -> dict[str, Any]:
    """Open an address and wait for what the probe awaits."""
    response = page.goto(address, wait_until="commit")
    if response is None or not response.ok:
        raise BenchFailed(f"no page at {address}")
    found: dict[str, Any] = page.evaluate("relnetBench.loaded")
    return found


def _listen(session: CDPSession, *, slow: bool) -> Traffic:
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
