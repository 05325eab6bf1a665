"""``python -m bench``: measure relnet beside its peers, and say how it compares."""

import argparse
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from bench.browser import chromium
from bench.growth import SIZES, measure_growth
from bench.measure import measure_loads, measure_steps, targets
from bench.report import Results, aims_of, as_json, as_text
from bench.servers import ROOT, BenchFailed
from bench.without_browser import measure_drawing, measure_processes, stages_of
from relnet.case.reading import read_case

OUT = ROOT / "bench" / "out"
SMALL, LARGE = "amira", "many-moves"


@dataclass(frozen=True)
class Extent:
    """How often everything is measured."""

    runs: int
    steps: int
    loads: int
    times: int
    sizes: tuple[int, ...]


WHOLE = Extent(runs=3, steps=30, loads=5, times=7, sizes=SIZES)
QUICK = Extent(runs=1, steps=12, loads=1, times=3, sizes=(30, 60))


def main() -> int:
    """Measure, print tables, keep the figures in ``bench/out/results.json``.

    Gives 0 whatever the figures are; 1 where something could not be measured.
    """
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="measure less often, for a first look")
    extent = QUICK if parser.parse_args().quick else WHOLE
    try:
        results = _measured(extent)
    except (BenchFailed, BrowserError) as failed:
        print(f"bench: {failed}", file=sys.stderr)
        return 1
    aims = aims_of(results, LARGE)
    OUT.mkdir(parents=True, exist_ok=True)
    kept = OUT / "results.json"
    kept.write_text(as_json(results, aims), encoding="utf-8")
    print(as_text(results, aims))
    print(f"kept in {kept.relative_to(ROOT)}")
    return 0


def _measured(extent: Extent) -> Results:
    with chromium() as browser:
        results = Results(_machine(browser))
        for case in (SMALL, LARGE):
            _say(f"drawing {case}")
            results.drawing[case] = measure_drawing(read_case(_file(case)), extent.times)
            _measure_pages(results, browser, case, extent)
        _say("whole processes")
        results.processes = measure_processes(_file(LARGE), extent.times)
        _say(f"growth: {', '.join(map(str, extent.sizes))} people")
        results.growth = measure_growth(
            browser, OUT / "cases", extent.sizes, runs=min(extent.loads, 3), steps=extent.steps
        )
    return results


def _measure_pages(results: Results, browser: Browser, case: str, extent: Extent) -> None:
    with targets(_file(case), stages_of(_file(case))) as pages:
        results.loads[case] = {}
        for slow in (False, True):
            _say(f"loading {case}{', slow line' if slow else ''}")
            found = measure_loads(browser, pages, runs=extent.loads, slow=slow)
            results.loads[case][slow] = found
        _say(f"stepping {case}")
        results.steps[case] = measure_steps(browser, pages, runs=extent.runs, steps=extent.steps)


def _file(case: str) -> Path:
    return ROOT / "sample_cases" / f"{case}.relnet.json"


def _machine(browser: Browser) -> dict[str, str]:
    """Say on what this ran, as far as that tells something of the figures."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not told"
    return {
        "Chromium": browser.version,
        "Python": platform.python_version(),
        "cores": str(os.cpu_count()),
        "load before": load,
    }


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
