"""How fast a page of ours follows what somebody does: from the event to the frame that shows it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext, Page

from bench.figures import Spread, middle, spread

_SCRIPT = Path(__file__).with_name("follow.js")
_EDITOR = (
    "localStorage.setItem('relnet_editor', JSON.stringify("
    "{key: 'a-key-of-the-bench-itself', name: 'Bench', asked: true}))"
)


@dataclass(frozen=True)
class Followed:
    """ms from an event to the frame that shows what came of it, and its request's share."""

    frame: float
    request: float | None


@dataclass(frozen=True)
class FollowFigures:
    """Many of them; ``request`` is the median of what the server was asked."""

    frame: Spread
    request: float | None


def open_own_page(context: BrowserContext) -> Page:
    """Open an empty tab that knows who edits."""
    page = context.new_page()
    page.add_init_script(f"{_EDITOR};\n{_SCRIPT.read_text(encoding='utf-8')}")
    return page


def follow(page: Page, event: str, place: str, address: str, do: Callable[[], None]) -> Followed:
    """Do something, and time it until a place has followed (``follow.js``)."""
    page.evaluate("([...what]) => relnetFollow(...what)", [event, place, address])
    do()
    found = page.evaluate("relnetFollowed")
    return Followed(found["frame"], found["request"])


def follow_figures(found: list[Followed]) -> FollowFigures:
    """Tell of many."""
    return FollowFigures(
        frame=spread([one.frame for one in found]),
        request=middle([one.request for one in found]),
    )
