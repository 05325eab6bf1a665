"""Pages as PDF, pictures as PNG: drawn by the browser that is there, asking for nothing.

The browser gets what it draws in memory; nothing of a case is put into a file on the way.
"""

import asyncio
from base64 import b64decode
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from relnet.figures.export import CannotDraw
from relnet.wording import _

if TYPE_CHECKING:
    from choreographer import Tab

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
        # In a thread of its own, as the one that asks may have a loop that runs already.
        with ThreadPoolExecutor(1) as own:
            answer = own.submit(asyncio.run, _in_time(page, draw)).result()
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
                " HTML file, which need none; a browser can print the HTML file as PDF."
            )
        ) from fault
    return b64decode(answer["result"]["data"])


async def _in_time(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> Any:  # noqa: ANN401 - a browser's answer
    return await asyncio.wait_for(_ask(page, draw), _LONGEST)


async def _ask(page: str, draw: Callable[["Tab"], Awaitable[Any]]) -> Any:  # noqa: ANN401 - a browser's answer
    from choreographer import Browser  # noqa: PLC0415 - slow to import

    async with Browser(headless=True) as browser:
        tab = await browser.create_tab("about:blank")
        frames: Any = await tab.send_command("Page.getFrameTree")
        frame = frames["result"]["frameTree"]["frame"]["id"]
        await tab.send_command("Page.setDocumentContent", {"frameId": frame, "html": page})
        return await draw(tab)
