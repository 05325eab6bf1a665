"""relnet's views of one case: a step of the timeline in each, and turning from one to another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext

from bench.browser import MAP, Step, fresh_context, go_and_rest, listen, open_page, press
from bench.figures import Spread, spread
from bench.measure import OURS, StepFigures, Target, measure_steps
from bench.servers import Server, case_address, relnet
from relnet.web import ids

BESIDE = ("tracks", "focus", "table", "numbers")
VIEWS = (MAP, *BESIDE)

# By phase, a step inside a phase would move nothing in Focus.
_OPENED_WITH = {"focus": "&columns=stage"}
_DASH_MADE = f"#{ids.CHOSEN_CLOSE}"  # what Dash makes last
_REST_MS = 420  # the page writes its address 300 ms after the last change


@dataclass(frozen=True)
class TurnFigures:
    """Turning to a view, ms from the key to the screen.

    Attributes:
        first: for the first time, from a server that has not written it yet; None for the map,
            which stands in the page.
        kept: for the first time, from a server that has shown it to somebody else.
        first_requests: requests made by a turn for the first time, on average.
        seen: to a view that was seen already.
        seen_thread: the same, to when the page's own thread has handed the picture over.
        seen_requests: how many requests all those turns made.
    """

    first: Spread | None
    kept: Spread | None
    first_requests: float | None
    seen: Spread
    seen_thread: Spread
    seen_requests: int


@dataclass(frozen=True)
class ViewsFigures:
    """Steps and turns, by view."""

    steps: dict[str, StepFigures]
    turns: dict[str, TurnFigures]


@dataclass
class _Turns:
    """The turns to one view, and how many requests they made."""

    made: list[Step] = field(default_factory=list)
    requests: int = 0

    def add(self, turn: Step, requests: int) -> None:
        self.made.append(turn)
        self.requests += requests

    @property
    def screen(self) -> Spread | None:
        return spread([turn.screen for turn in self.made]) if self.made else None


_ByView = dict[str, _Turns]


class Turner:
    """A loaded page that is turned from view to view, by the keyboard and its tabs."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._page = open_page(context, OURS, live=False)
        go_and_rest(self._page, address)
        self._page.wait_for_selector(_DASH_MADE, state="attached")
        self._traffic = listen(context.new_cdp_session(self._page), slow=False)

    def turn(self, view: str) -> tuple[Step, int]:
        """Turn to a view; give the time, and how many requests that made."""
        before = len(self._traffic.addresses)
        self._page.evaluate("view => relnetBench.focusTab(view)", view)
        self._page.evaluate("view => relnetBench.expectView(view)", view)
        found = press(self._page, "Enter")
        self._page.wait_for_timeout(_REST_MS + 7 * before % 16)
        return found, len(self._traffic.addresses) - before


def measure_views(
    browser: Browser, case: Path, stages: int, *, runs: int, steps: int, rounds: int
) -> ViewsFigures:
    """Step in each view (so many steps in so many runs), and turn between them in so many rounds.

    Each round has a server of its own, and begins with another view.
    """
    with relnet([case]) as server:
        pages = [_target(server, case, stages, view) for view in VIEWS]
        found = measure_steps(browser, pages, runs=runs, steps=steps)
    stepped = {page.view: found[page.key] for page in pages}
    return ViewsFigures(stepped, _measure_turns(browser, case, rounds))


def _target(server: Server, case: Path, stages: int, view: str) -> Target:
    query = "" if view == MAP else f"?view={view}{_OPENED_WITH.get(view, '')}"
    return Target(OURS, case_address(server, case) + query, stages, server, view)


def _measure_turns(browser: Browser, case: Path, rounds: int) -> dict[str, TurnFigures]:
    first, kept, seen = (_by_view(), _by_view(), _by_view())
    for number in range(rounds):
        with relnet([case]) as server:
            address = case_address(server, case)
            for turns in (first, kept):
                with fresh_context(browser) as context:
                    turner = Turner(context, address)
                    _turn(turner, in_turn(number), turns)
                    _turn(turner, [MAP], seen)
                    if turns is kept:
                        _turn(turner, every_way()[1:], seen)
    return {view: _turn_figures(first[view], kept[view], seen[view]) for view in VIEWS}


def _by_view() -> _ByView:
    return {view: _Turns() for view in VIEWS}


def _turn(turner: Turner, views: Sequence[str], turns: _ByView) -> None:
    for view in views:
        turns[view].add(*turner.turn(view))


def in_turn(number: int) -> list[str]:
    """Give the views beside the map, beginning with another one in each round."""
    start = number % len(BESIDE)
    return [*BESIDE[start:], *BESIDE[:start]]


def every_way() -> list[str]:
    """Give a walk from the map to the map that goes once from each view to each other one."""
    return [*_walk(), MAP]


def _walk() -> Iterator[str]:
    for one, other in combinations(VIEWS, 2):
        yield one
        yield other


def _turn_figures(first: _Turns, kept: _Turns, seen: _Turns) -> TurnFigures:
    made = len(first.made) + len(kept.made)
    return TurnFigures(
        first=first.screen,
        kept=kept.screen,
        first_requests=(first.requests + kept.requests) / made if made else None,
        seen=spread([turn.screen for turn in seen.made]),
        seen_thread=spread([turn.thread for turn in seen.made]),
        seen_requests=seen.requests,
    )
