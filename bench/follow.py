"""Following: from what the leader says to the last of thirty who know it; and to the eye."""

import json
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

from bench.browser import fresh_context
from bench.figures import Aim, Spread, spread
from bench.servers import BenchFailed, Server, case_address, relnet
from bench.text_table import number, table

FOLLOWERS = 30
_EVERY = 0.3
"""How often (s) a page that follows asks (assets/case_follow.js)."""

_REST = 0.7
_PATIENCE = 20.0
_LEAVES_MS = 300
_WATCH = Path(__file__).with_name("follow_painted.js")


@dataclass(frozen=True)
class CompanyFigures:
    """How fast a case is followed.

    Attributes:
        last: ms from the sending of a step until the last of thirty has heard of it.
        each: the same for all of them.
        said: ms that the saying takes.
        asked: ms that an asking takes.
        processor: share of one core that the server takes meanwhile; None where it is not told.
        window: ms from the leader's key to the frame of a second window of the same browser.
        browser: the same in another browser.
    """

    last: Spread
    each: Spread
    said: Spread
    asked: Spread
    processor: float | None
    window: Spread
    browser: Spread


@dataclass
class _Heard:
    """When each follower has heard of each step, and what the askings took."""

    times: dict[str, list[float]] = field(default_factory=dict)
    asked: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)
    lock: threading.Lock = field(default_factory=threading.Lock)


def measure_company(browser: Browser, case: Path, *, steps: int) -> CompanyFigures:
    """Let thirty scripted followers hear so many steps, then two real pages see as many."""
    with relnet([case]) as server:
        base = urlsplit(case_address(server, case)).path
        heard, sent, said, share = _lead_many(server, base, steps)
    with relnet([case]) as server:
        address = case_address(server, case)
        window, other = _painted(browser, address, steps)
    lasting = [1000 * (max(heard.times[key]) - start) for key, start in sent.items()]
    each = [1000 * (at - start) for key, start in sent.items() for at in heard.times[key]]
    return CompanyFigures(
        spread(lasting), spread(each), spread(said), spread(heard.asked), share, window, other
    )


def _lead_many(
    server: Server, base: str, steps: int
) -> tuple[_Heard, dict[str, float], list[float], float | None]:
    with _line(server) as line:
        token = _post(line, f"{base}/follow/lead", search="", at=0)["token"]
        heard = _Heard()
        threads = [
            threading.Thread(target=_follow, args=(server, base, place, heard))
            for place in range(FOLLOWERS)
        ]
        for thread in threads:
            thread.start()
        time.sleep(2 * _EVERY)
        began, busy = time.perf_counter(), _processor(server.pid)
        sent, said = {}, []
        for step in range(steps):
            search = f"?stage={step + 2}"
            sent[search] = time.perf_counter()
            _post(line, f"{base}/follow/show", token=token, search=search, at=step + 1)
            said.append(1000 * (time.perf_counter() - sent[search]))
            time.sleep(_REST + 0.037 * (step % 9))
        took, worked = time.perf_counter() - began, _processor(server.pid)
        heard.over.set()
        for thread in threads:
            thread.join(_PATIENCE)
    _look_through(heard, sent)
    share = None if busy is None or worked is None else (worked - busy) / took
    return heard, sent, said, share


def _look_through(heard: _Heard, sent: dict[str, float]) -> None:
    missing = [key for key in sent if len(heard.times.get(key, ())) != FOLLOWERS]
    if missing or heard.failed:
        told = ", ".join(heard.failed[:1]) or f"{len(missing)} steps"
        raise BenchFailed(f"not all have followed: {told}")


def _follow(server: Server, base: str, place: int, heard: _Heard) -> None:
    """Ask as a page that follows does, until all is over."""
    seen = ""
    time.sleep(_EVERY * place / FOLLOWERS)
    with _line(server) as line:
        while not heard.over.is_set():
            start = time.perf_counter()
            query = urlencode({"who": f"follower-{place}", "seen": seen})
            line.request("GET", f"{base}/follow/state?{query}")
            answer = line.getresponse()
            content = answer.read()
            end = time.perf_counter()
            with heard.lock:
                heard.asked.append(1000 * (end - start))
                if answer.status == HTTPStatus.OK:
                    told = json.loads(content)
                    seen = told["version"]
                    heard.times.setdefault(told["search"], []).append(end)
                elif answer.status != HTTPStatus.NO_CONTENT:
                    heard.failed.append(f"{answer.status} from a state")
            time.sleep(max(0.0, _EVERY - (end - start)))


@contextmanager
def _line(server: Server) -> Iterator[HTTPConnection]:
    parts = urlsplit(server.address)
    line = HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
    try:
        yield line
    finally:
        line.close()


def _post(line: HTTPConnection, path: str, **values: object) -> dict[str, str]:
    line.request("POST", path, json.dumps(values), {"Content-Type": "application/json"})
    answer = line.getresponse()
    content = answer.read()
    if answer.status != HTTPStatus.OK:
        raise BenchFailed(f"{answer.status} from POST {path}")
    found: dict[str, str] = json.loads(content)
    return found


def _processor(pid: int) -> float | None:
    """Give the seconds of processor time that a process took so far; None where it is not told."""
    status = Path(f"/proc/{pid}/stat")
    if not status.exists():
        return None
    parts = status.read_text("ascii").rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) / os.sysconf("SC_CLK_TCK")


def _painted(browser: Browser, address: str, steps: int) -> tuple[Spread, Spread]:
    """Step the page that leads, and time the pages that follow."""
    with fresh_context(browser) as here, fresh_context(browser) as elsewhere:
        leader = _open(here, address, "lead")
        followers = [_open(here, address, "follow"), _open(elsewhere, address, "follow")]
        leader.wait_for_timeout(_LEAVES_MS * 4)
        found: list[list[float]] = [[], []]
        for step in range(steps):
            key = "ArrowLeft" if step % 2 else "ArrowRight"
            for page in followers:
                page.evaluate("() => { relnetAwait(); }")
            leader.locator("#rail").press(key)
            pressed: float = leader.evaluate("window.relnetPressed")
            for taken, page in zip(found, followers, strict=True):
                taken.append(page.evaluate("window.relnetPainted") - pressed)
            leader.wait_for_timeout(_LEAVES_MS + 37 * (step % 9))
    return spread(found[0]), spread(found[1])


def _open(context: BrowserContext, address: str, way: str) -> Page:
    page = context.new_page()
    page.add_init_script(_WATCH.read_text("utf-8"))
    page.goto(address)
    page.wait_for_selector("html.live")
    page.wait_for_load_state("networkidle")
    page.locator("#follow summary").press("Enter")
    page.locator(f'#follow [data-follow="{way}"]').press("Enter")
    page.keyboard.press("Escape")
    return page


def company_tables(found: CompanyFigures | None) -> list[str]:
    """Write how fast a case is followed."""
    if found is None:
        return []
    rows = [
        (what, number(each.median), number(each.p95))
        for what, each in (
            ("sent until each of 30 has heard", found.each),
            ("sent until the last of 30 has heard", found.last),
            ("the leader's saying", found.said),
            ("a follower's asking", found.asked),
            ("key to painted, second window", found.window),
            ("key to painted, another browser", found.browser),
        )
    ]
    share = None if found.processor is None else 100 * found.processor
    rows.append(("server, % of one core", number(share), "–"))
    return [table("Following, ms", ("what", "median", "p95"), rows)]


def company_aims(found: CompanyFigures | None) -> list[Aim]:
    """Hold it against what is aimed at."""
    if found is None:
        return []
    return [
        Aim("a step until the last of 30 has heard, p95, ms", 500, found.last.p95),
        Aim("a step until a second window shows it, median, ms", 100, found.window.median),
        Aim("a step until another browser shows it, p95, ms", 500, found.browser.p95),
    ]
