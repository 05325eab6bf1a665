"""A step of something beside one of the timeline, in turn in one run, and how it compares."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.figures import Aim, ratio
from bench.measure import OURS, StepFigures, Target, measure_steps
from bench.report_views import step_row
from bench.servers import Server, case_address
from bench.text_table import number, table
from bench.without_browser import stages_of

_AS_FAST = 1.1
"""Chromium rounds to 4 ms: what is a tenth slower is as fast."""


@dataclass(frozen=True)
class BesideTimeline:
    """What was measured of its steps, and of those of the timeline of the same case's page."""

    step: StepFigures
    timeline: StepFigures

    @property
    def ratio(self) -> float | None:
        """How many times as long as a step of the timeline one takes, by their medians."""
        return ratio(self.step.screen.median, self.timeline.screen.median)


def measure_beside(
    browser: Browser, server: Server, case: Path, page: Target, *, runs: int, steps: int
) -> BesideTimeline:
    """Go so many steps in so many runs on a page, and as many on the case's own page."""
    own = Target(OURS, case_address(server, case), stages_of(case), server)
    found = measure_steps(browser, [own, page], runs=runs, steps=steps)
    return BesideTimeline(found[page.key], found[own.key])


def beside_tables(what: str, found: Mapping[str, BesideTimeline]) -> list[str]:
    """Write the steps of each case, and how they compare; ``what`` is "a step of a story"."""
    head = (
        "case", "median", "p95", "new steps", "own thread", "requests",
        "timeline", "p95", "of the timeline's",
    )  # fmt: skip
    rows = [
        (
            *step_row(case, each.step),
            number(each.timeline.screen.median),
            number(each.timeline.screen.p95),
            number(each.ratio, 2),
        )
        for case, each in found.items()
    ]
    title = f"{what.capitalize()}, beside one of the timeline: key pressed to painted, ms"
    return [table(title, head, rows)] if rows else []


def beside_aims(what: str, found: Mapping[str, BesideTimeline]) -> list[Aim]:
    """Hold the steps against the speed of the timeline: what it is to be, and what it was."""
    return [
        aim
        for case, each in found.items()
        for aim in (
            Aim(f"{what}, {case}, median, ms", 20, each.step.screen.median),
            Aim(f"{what}, {case}, p95, ms", 30, each.step.screen.p95),
            Aim(f"{what}, {case}, median, of the timeline's", _AS_FAST, each.ratio),
            Aim(f"requests made by {what}, {case}", 0, each.step.requests),
        )
    ]
