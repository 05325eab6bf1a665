"""Measuring pages side by side: the same thing from each of them in turn, again and again.

In turn, because a machine is faster at one minute than at the next.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Error as BrowserError

from bench.browser import MAP, Load, Step, Stepper, fresh_context, load
from bench.figures import Spread, middle, spread
from bench.servers import PEERS, Server, case_address, peer, relnet

OURS = "relnet"


@dataclass(frozen=True)
class Target:
    """A page to be measured: who made it, where it is, and how many stages it steps through.

    ``view`` is the view of relnet that the address opens; a peer has but one.
    """

    kind: str
    address: str
    stages: int
    server: Server
    view: str = MAP

    @property
    def key(self) -> str:
        """What its figures are kept under: who made it, or which of relnet's views it is."""
        return self.kind if self.view == MAP else self.view


@dataclass(frozen=True)
class StepFigures:
    """What was measured of the steps of a page; ms.

    Attributes:
        screen: from the key to the picture on the screen.
        thread: from the key to when the page's own thread has handed the picture over.
        new_stages: as ``screen``, of the steps that show a stage for the first time.
        requests: how many requests all those steps made.
    """

    screen: Spread
    thread: Spread
    new_stages: Spread
    requests: int


@dataclass(frozen=True)
class LoadFigures:
    """Medians of loading a page: ms to the screen, requests, kB over the line.

    ``earliest`` is the first picture of the first loading alone: a server may draw then what
    it keeps for the others.
    """

    earliest: float
    first: float
    live: float
    whole: float | None
    requests: float
    kilobytes: float


@contextmanager
def targets(case: Path, stages: int) -> Iterator[list[Target]]:
    """Serve a case by relnet and by all peers."""
    with ExitStack() as running:
        ours = running.enter_context(relnet([case]))
        found = [Target(OURS, case_address(ours, case), stages, ours)]
        for name in PEERS:
            server = running.enter_context(peer(name, case))
            found.append(Target(name, server.address, stages, server))
        yield found


def measure_steps(
    browser: Browser, pages: Sequence[Target], *, runs: int, steps: int
) -> dict[str, StepFigures]:
    """Step each page so many times, in so many runs; each run loads its page anew."""
    found: dict[str, list[Step]] = {page.key: [] for page in pages}
    requests = dict.fromkeys(found, 0)
    for _run, page in product(range(runs), pages):
        with fresh_context(browser) as context:
            stepper = Stepper(context, page.kind, page.address, page.stages, page.view)
            found[page.key] += [stepper.step() for _step in range(steps)]
            requests[page.key] += len(stepper.traffic.addresses)
    return {
        page.key: _step_figures(found[page.key], steps, page.stages, requests[page.key])
        for page in pages
    }


def _step_figures(found: Sequence[Step], steps: int, stages: int, requests: int) -> StepFigures:
    new = [step for number, step in enumerate(found) if number % steps < stages - 1]
    return StepFigures(
        screen=spread([step.screen for step in found]),
        thread=spread([step.thread for step in found]),
        new_stages=spread([step.screen for step in new]),
        requests=requests,
    )


def measure_loads(
    browser: Browser, pages: Sequence[Target], *, runs: int, slow: bool
) -> dict[str, tuple[LoadFigures, LoadFigures]]:
    """Load each page so many times with an empty cache and with a full one: (cold, warm)."""
    cold: dict[str, list[Load]] = {page.kind: [] for page in pages}
    warm: dict[str, list[Load]] = {page.kind: [] for page in pages}
    for _run, page in product(range(runs), pages):
        with fresh_context(browser) as context:
            cold[page.kind].append(_load_surely(context, page, slow=slow))
            warm[page.kind].append(_load_surely(context, page, slow=slow))
    return {kind: (_load_figures(cold[kind]), _load_figures(warm[kind])) for kind in cold}


def _load_surely(context: BrowserContext, page: Target, *, slow: bool) -> Load:
    """Load a page, once more where its picture did not come: a peer hangs now and then.

    Raises:
        BrowserError: it did not come a second time either.

    """
    try:
        return load(context, page.kind, page.address, slow=slow)
    except BrowserError:
        return load(context, page.kind, page.address, slow=slow)


def _load_figures(loads: Sequence[Load]) -> LoadFigures:
    return LoadFigures(
        earliest=loads[0].first,
        first=spread([found.first for found in loads]).median,
        live=spread([found.live for found in loads]).median,
        whole=middle([found.whole for found in loads]),
        requests=spread([found.requests for found in loads]).median,
        kilobytes=spread([found.kilobytes for found in loads]).median,
    )
