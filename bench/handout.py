"""A step of the HTML file that one takes away: opened from the disk, without relnet."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from bench.beside import BesideTimeline, measure_beside
from bench.measure import OURS, Target
from bench.servers import relnet
from bench.without_browser import run_relnet, stages_of

VIEW = "file"
"""What the probe awaits: the stage whose map the file shows."""

WHAT = "a step of the HTML file"


def measure_file(browser: Browser, case: Path, *, runs: int, steps: int) -> BesideTimeline:
    """Go so many steps in so many runs through the file of a case."""
    with TemporaryDirectory() as folder, relnet([case]) as server:
        out = Path(folder, "taken.html")
        run_relnet("export", str(case), "--out", str(out))
        page = Target(OURS, out.as_uri(), stages_of(case), server, VIEW)
        return measure_beside(browser, server, case, page, runs=runs, steps=steps)
