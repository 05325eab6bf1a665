"""Pages as PDF, pictures as PNG: drawn by the browser that is there, asking for nothing.

The browser gets what it draws in memory; nothing of a case is put into a file on the way.
"""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from typing import TYPE_CHECKING, Any

from relnet.figures.export import CannotDraw
from relnet.wording import _

if TYPE_CHECKING:
    from choreographer import Browser, Tab

_LONGEST = 60
"""After how many seconds a browser that does not answer is given up."""

_FINER = 2
"""How many dots of a PNG a px has, each way."""


def as_pdf(page: str) -> bytes:
    """Print an HTML page, on the paper that its style sheet names.

    Raises:
        CannotDraw: there is no browser, or it did not draw.
    """
    paper = {"preferCSSPageSize": True, "printBackground": True, "generateTaggedPDF": True}
    return _drawn(page, lambda tab: tab.send_command("Page.printToPDF", paper))


def as_png(page: str, width: float, height: float) -> bytes:
    """Draw the upper left corner of an HTML page, of this size (px).

    Raises:
        CannotDraw: there is no browser, or it did not draw.
    """
    clip = {"x": 0, "y": 0, "width": width, "height": height, "scale": _FINER}
    asked = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    return _drawn(page, lambda tab: tab.send_command("Page.captureScreenshot", asked))


def _drawn(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> bytes:
    from choreographer.errors import (  # noqa: PLC0415 - slow to import
        BrowserClosedError,
        BrowserDepsError,
        BrowserFailedError,
        ChannelClosedError,
        ChromeNotFoundError,
    )

    try:
        answer = _in_own_thread(page, draw)
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
                " HTML file, which need none; a browser can print the HTML file as PDF. “Save the"
                " picture (PNG)” on the page of a case works without one, too."
            )
        ) from fault
    return b64decode(answer["result"]["data"])


def _in_own_thread(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> Any:  # noqa: ANN401 - a browser's answer
    """Draw in a thread of its own, as the one that asks may have a loop that runs already.

    Whoever asks may be stopped by a key: the browser is closed then.
    """
    loop = asyncio.new_event_loop()
    asked = loop.create_task(_in_time(page, draw))
    with closing(loop), ThreadPoolExecutor(1) as own:
        drawing = own.submit(loop.run_until_complete, asked)
        try:
            return drawing.result()
        except KeyboardInterrupt:
            loop.call_soon_threadsafe(asked.cancel)
            raise


async def _in_time(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> Any:  # noqa: ANN401 - a browser's answer
    return await asyncio.wait_for(_ask(page, draw), _LONGEST)


async def _ask(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> Any:  # noqa: ANN401 - a browser's answer
    from choreographer import Browser  # noqa: PLC0415 - slow to import

    browser = Browser(headless=True)
    try:
        await browser.open()
        tab = await browser.create_tab("about:blank")
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


def _is_given_up() -> bool:
    own = asyncio.current_task()
    return own is not None and own.cancelling() > 0


def _end(browser: "Browser") -> None:
    """End a browser that may not answer any more, so that nothing waits for it."""
    if hasattr(browser, "subprocess"):
        browser.subprocess.terminate()
        browser.subprocess.wait()
