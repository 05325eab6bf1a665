"""Pages as PDF, pictures as PNG: drawn by the browser that is there, asking for nothing.

The browser gets what it draws in memory; nothing of a case is put into a file on the way.
"""

import asyncio
import logging
import os
import signal
import subprocess
import sys
from base64 import b64decode
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from relnet.figures.export import CannotDraw
from relnet.figures.style import MUTED
from relnet.web.taking.stop import Stop
from relnet.web.taking.turns import Turns
from relnet.wording import _

if TYPE_CHECKING:
    from choreographer import Browser, Tab

_LONGEST = 60
"""After how many seconds a browser that does not answer is given up."""

_TO_TIDY_UP = 1.0
"""How many seconds a browser has to take its own folders away, when it is ended."""

_FINER = 2
"""How many dots of a PNG a px has, each way."""

_MOST_DOTS = 16_000
"""How high or wide a PNG can be: browsers draw nothing beyond 16,384 dots."""

_FOOT = Markup(
    '<div style="width:100%;margin:0 10mm;font:8px sans-serif;color:{colour};display:flex;'
    'justify-content:space-between"><span>{foot}</span><span><span class="pageNumber"></span> /'
    ' <span class="totalPages"></span></span></div>'
)

Draw = Callable[["Tab"], Awaitable[Any]]

BROWSERS = Turns(most=2, patience=5.0)
"""What every drawing passes, whoever asks for it: each starts a browser of its own."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a part of a page is (px)."""

    width: float
    height: float


class TooLong(CannotDraw):
    """A page is too long to be one picture."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "This is too long for one picture, so nothing was saved. Take it as PDF: that has"
                " as many pages as it needs."
            )
        )


def as_pdf(page: str, stop: Stop, *, foot: str = "") -> bytes:
    """Print an HTML page, on the paper that its style sheet names.

    Args:
        page: the page.
        stop: ends the work from outside, and the browser with it.
        foot: what stands below every page, with its number; without it nothing does.

    Raises:
        CannotDraw: there is no browser, or it did not draw.
        NoTurn: other files are being drawn.
        Stopped: it was stopped.
    """
    paper: dict[str, bool | str] = {
        "preferCSSPageSize": True,
        "printBackground": True,
        "generateTaggedPDF": True,
    }
    if foot:
        below = str(_FOOT.format(foot=foot, colour=MUTED))
        paper |= {"displayHeaderFooter": True, "headerTemplate": "<i></i>", "footerTemplate": below}
    return drawn(page, lambda tab: tab.send_command("Page.printToPDF", paper), stop)


def as_png(page: str, size: Size, stop: Stop) -> bytes:
    """Draw the upper left corner of an HTML page, of this size.

    Raises:
        CannotDraw: there is no browser, or it did not draw.
        NoTurn: other files are being drawn.
        Stopped: it was stopped.
    """
    return drawn(page, lambda tab: _dots(tab, size), stop)


def as_long_png(page: str, width: int, stop: Stop) -> bytes:
    """Draw a whole HTML page, laid out this wide (px), however high it is.

    Raises:
        TooLong: it is higher or wider than a picture can be.
        CannotDraw: there is no browser, or it did not draw.
        NoTurn: other files are being drawn.
        Stopped: it was stopped.
    """

    async def draw(tab: "Tab") -> Any:  # noqa: ANN401 - a browser's answer
        screen = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
        await tab.send_command("Emulation.setDeviceMetricsOverride", screen)
        found: Any = await tab.send_command("Page.getLayoutMetrics")
        whole = found["result"]["cssContentSize"]
        return await _dots(tab, Size(whole["width"], whole["height"]))

    return drawn(page, draw, stop)


async def _dots(tab: "Tab", size: Size) -> Any:  # noqa: ANN401 - a browser's answer
    longest = max(size.width, size.height)
    if longest > _MOST_DOTS:
        raise TooLong
    scale = min(_FINER, _MOST_DOTS / longest)
    clip = {"x": 0, "y": 0, "width": size.width, "height": size.height, "scale": scale}
    asked = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    return await tab.send_command("Page.captureScreenshot", asked)


def drawn(page: str, draw: Draw, stop: Stop) -> bytes:
    """Let a browser draw an HTML page.

    Args:
        page: the page.
        draw: asks the browser’s tab with the page for what is drawn of it.
        stop: ends the work from outside, and the browser with it.

    Raises:
        CannotDraw: there is no browser, or it did not draw.
        NoTurn: other files are being drawn.
        Stopped: it was stopped.
    """
    from choreographer.errors import (  # noqa: PLC0415 - slow to import
        BrowserClosedError,
        BrowserDepsError,
        BrowserFailedError,
        ChannelClosedError,
        ChromeNotFoundError,
    )

    try:
        with BROWSERS.taken(stop):
            answer = _in_own_thread(page, draw, stop)
    except (
        BrowserClosedError,
        BrowserDepsError,
        BrowserFailedError,
        ChannelClosedError,
        ChromeNotFoundError,
        TimeoutError,
    ) as fault:
        raise CannotDraw(
            _(
                "PDF and PNG are drawn by Chromium or Chrome on the computer that runs relnet, and"
                " none was found or it did not start. Install one, or take an SVG, slides or the"
                " HTML file, which need none; a browser can print the HTML file as PDF, with map,"
                " tracks, focus and tables. “Save the picture (PNG)” and “Copy the tables” on the"
                " page of a case work without one, too."
            )
        ) from fault
    return b64decode(answer["result"]["data"])


def _in_own_thread(page: str, draw: Draw, stop: Stop) -> Any:  # noqa: ANN401 - a browser's answer
    """Draw in a thread of its own, as the one that asks may have a loop that runs already.

    Whoever asks may be stopped by a key, or from outside: the browser is closed then.
    """
    loop = asyncio.new_event_loop()

    def give_up() -> None:
        loop.call_soon_threadsafe(cancel)

    def cancel() -> None:
        asked.cancel()

    with closing(loop), ThreadPoolExecutor(1) as own, stop.reaching(give_up):
        # What is stopped by now never gets here, so that no task is left that nobody runs.
        asked = loop.create_task(_in_time(page, draw))
        drawing = own.submit(loop.run_until_complete, asked)
        try:
            return drawing.result()
        except KeyboardInterrupt:
            give_up()
            raise
        except asyncio.CancelledError:
            stop.check()
            raise


async def _in_time(page: str, draw: Draw) -> Any:  # noqa: ANN401 - a browser's answer
    return await asyncio.wait_for(_ask(page, draw), _LONGEST)


async def _ask(page: str, draw: Draw) -> Any:  # noqa: ANN401 - a browser's answer
    from choreographer import Browser  # noqa: PLC0415 - slow to import

    from relnet.web.taking.chromium import TidyChromium  # noqa: PLC0415 - as above

    # It tells a browser that says goodbye while it is read from as a fault, with a traceback.
    logging.getLogger("choreographer").setLevel(logging.CRITICAL)
    browser = Browser(browser_cls=TidyChromium, headless=True)
    try:
        await browser.open()
        tab = await _unrecorded_tab(browser)
        frames: Any = await tab.send_command("Page.getFrameTree")
        frame = frames["result"]["frameTree"]["frame"]["id"]
        await tab.send_command("Page.setDocumentContent", {"frameId": frame, "html": page})
        return await draw(tab)
    finally:
        if _is_given_up():
            _end(browser)
        await browser.close()
        if _is_given_up():
            # While it opens, the library tells a stop as a browser that does not start.
            raise asyncio.CancelledError


async def _unrecorded_tab(browser: "Browser") -> "Tab":
    """Open a tab of which the browser writes nothing down, however it ends.

    Its profile lies in a folder, and keeps the titles of other tabs there for the next start.
    """
    own: Any = await browser.send_command("Target.createBrowserContext", {"disposeOnDetach": True})
    wanted = {"url": "about:blank", "browserContextId": own["result"]["browserContextId"]}
    opened: Any = await browser.send_command("Target.createTarget", wanted)
    await browser.populate_targets()
    return browser.tabs[opened["result"]["targetId"]]


def _is_given_up() -> bool:
    own = asyncio.current_task()
    return own is not None and own.cancelling() > 0


def _end(browser: "Browser") -> None:
    """End a browser that may not answer any more, so that nothing waits for it."""
    if not hasattr(browser, "subprocess"):
        return
    browser.subprocess.terminate()
    with suppress(subprocess.TimeoutExpired):
        browser.subprocess.wait(_TO_TIDY_UP)
    # What was started is a program around the browser, which waits for it for 5 s more in vain.
    # Both are a group of their own, with what the browser has started.
    if browser.subprocess.poll() is None:
        if sys.platform == "win32":
            browser.subprocess.kill()
        else:
            os.killpg(browser.subprocess.pid, signal.SIGKILL)
        browser.subprocess.wait()
