"""A step of two sides: from the key to both maps on the screen."""

from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser

from bench.beside import BesideTimeline, measure_beside
from bench.measure import OURS, Target
from bench.servers import case_key, relnet
from relnet.case.reading import read_case
from relnet.network.matching import match_stages
from relnet.web.addresses import compare_address

VIEW = "compare"
"""What the probe awaits: the pair of stages that is told, on both sides."""

WHAT = "a step of two sides"


def measure_compare(
    browser: Browser, left: Path, right: Path, views: Mapping[str, str], *, runs: int, steps: int
) -> BesideTimeline:
    """Go so many steps in so many runs through two cases, or one case in two views.

    Args:
        browser: where the steps are made.
        left: the file of the case on the left, whose own timeline is stepped, too.
        right: the one on the right; it may be the same.
        views: whose views they are, as the page's address says it ("right_as": "yp").
        runs: how often the pages are loaded anew.
        steps: how many steps are made each time.

    """
    with relnet(list(dict.fromkeys((left, right)))) as server:
        path = compare_address(case_key(left), case_key(right), **views)
        page = Target(OURS, server.address + path.lstrip("/"), pairs_of(left, right), server, VIEW)
        return measure_beside(browser, server, left, page, runs=runs, steps=steps)


def pairs_of(left: Path, right: Path) -> int:
    """Give the number of steps of two sides."""
    return len(match_stages(read_case(left), read_case(right)))
