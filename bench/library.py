"""A large library: its start page, and the search in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from bench.asking import client_of
from bench.browser import fresh_context
from bench.figures import Spread, spread
from bench.following import Followed, FollowFigures, follow, follow_figures, open_own_page
from bench.kept import data_folder, keep_made, library_in
from bench.servers import Server, relnet_on
from relnet.web import ids

SEARCHED = ("case 0421", "farah", "grandm", "nobody")
"""What is typed: a title, a name and the beginning of a role, a word that no case has."""

_BETWEEN_KEYS_MS = 120
_PAINT = """() => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName("first-contentful-paint")[0];
    if (paint) resolve(paint.startTime);
  }).observe({ type: "paint", buffered: true });
})"""


@dataclass(frozen=True)
class LibraryFigures:
    """What was measured of a library, in ms.

    Attributes:
        cases: how many it has.
        first: the start page's answer to the very first request, after each start.
        answer: its answer later.
        kilobytes: how much that is, as it is sent without compression.
        new_paint: the first paint, in a browser that has nothing of ours.
        paint: the first paint, in one that has been here before.
        search: the answer to a search, by key.
        typed: from a key in the search field to the list that follows.
    """

    cases: int
    first: Spread
    answer: Spread
    kilobytes: float
    new_paint: Spread
    paint: Spread
    search: Spread
    typed: FollowFigures


def measure_library(browser: Browser, *, cases: int, loads: int) -> LibraryFigures:
    """Measure a library of so many made cases, from so many starts of the server."""
    first: list[float] = []
    new_paints: list[float] = []
    paints: list[float] = []
    with data_folder() as data:
        _fill(data, cases)
        for _start in range(loads):
            with relnet_on(data) as server, fresh_context(browser) as context:
                first.append(1000 * server.first)
                new_paints.append(_painted(context, server))
                paints += [_painted(context, server) for _again in range(3)]
        with relnet_on(data) as server:
            answers, kilobytes = _answers(server, 5 * loads)
            search = list(_searched(server))
            with fresh_context(browser) as context:
                typed = list(_typed(context, server))
    return LibraryFigures(
        cases=cases,
        first=spread(first),
        answer=spread(answers),
        kilobytes=kilobytes,
        new_paint=spread(new_paints),
        paint=spread(paints),
        search=spread(search),
        typed=follow_figures(typed),
    )


def _fill(data: Path, cases: int) -> None:
    with library_in(data) as library:
        for number in range(cases):
            keep_made(library, number)


def _painted(context: BrowserContext, server: Server) -> float:
    """Open the start page; give the time of its first paint."""
    page = open_own_page(context)
    page.goto(server.address)
    paint: float = page.evaluate(_PAINT)
    page.wait_for_load_state("networkidle")
    page.close()
    return paint


def _answers(server: Server, times: int) -> tuple[list[float], float]:
    with client_of(server) as client:
        answers = [client.get("/") for _time in range(times)]
    return [answer.took for answer in answers], len(answers[-1].content) / 1000


def _searched(server: Server) -> Iterator[float]:
    """Search as somebody types: a request for each key."""
    with client_of(server) as client:
        for text in SEARCHED:
            for length in range(1, len(text) + 1):
                asked = {"of": "cases", "search": text[:length], "from": 0, "all": False}
                yield client.post("/library/list", **asked).took


def _typed(context: BrowserContext, server: Server) -> Iterator[Followed]:
    """Type into the search field, key by key, each after the answer to the one before it."""
    page = open_own_page(context)
    page.goto(server.address)
    page.wait_for_load_state("networkidle")
    search = page.locator(f"#{ids.LIBRARY_SEARCH}")
    for text in SEARCHED:
        search.fill("")
        search.focus()
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(4 * _BETWEEN_KEYS_MS)
        for key in text:
            yield follow(
                page,
                "keydown",
                f"#{ids.LIBRARY_COUNT}",
                "/library/list",
                partial(page.keyboard.press, "Space" if key == " " else key),
            )
            page.wait_for_timeout(_BETWEEN_KEYS_MS)
