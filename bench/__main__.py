"""``python -m bench``: measure relnet beside its peers, and say how it compares."""

import argparse
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from bench.browser import chromium
from bench.compare import measure_compare
from bench.editors import measure_editors
from bench.edits import measure_edits
from bench.follow import measure_company
from bench.growth import SIZES, measure_growth
from bench.handout import measure_file
from bench.library import measure_library
from bench.many_cases import measure_measures
from bench.measure import measure_loads, measure_steps, targets
from bench.report import Results, aims_of, as_json, as_text
from bench.servers import ROOT, BenchFailed
from bench.story import measure_story
from bench.taking import HTML, PAGES, SLIDES, SMALL_HTML, STORY, TRACKS, measure_taking
from bench.versions import measure_versions
from bench.views import measure_views
from bench.without_browser import measure_drawing, measure_handout, measure_processes, stages_of
from relnet.case.reading import read_case

OUT = ROOT / "bench" / "out"
SMALL, LARGE = "amira", "many-moves"
COMPARED: Sequence[tuple[str, str, Mapping[str, str]]] = (
    (SMALL, "amira-held-together", {}),
    (LARGE, LARGE, {"left_as": "team", "right_as": "yp"}),
)
"""What stands on two sides: two cases, and one as its team and its young person see it."""


@dataclass(frozen=True)
class Extent:
    """How often everything is measured."""

    runs: int
    steps: int
    loads: int
    times: int
    sizes: tuple[int, ...]
    rounds: int
    cases: int
    versions: int
    edits: int


WHOLE = Extent(
    runs=3,
    steps=30,
    loads=5,
    times=7,
    sizes=SIZES,
    rounds=8,
    cases=1000,
    versions=2000,
    edits=20,
)
QUICK = Extent(
    runs=1,
    steps=12,
    loads=1,
    times=3,
    sizes=(30, 60),
    rounds=2,
    cases=100,
    versions=200,
    edits=5,
)


def main() -> int:
    """Measure, print tables, keep the figures in ``bench/out/results.json``.

    Where only some parts are asked for, their figures are kept in a file of their own.
    Gives 0 whatever the figures are; 1 where something could not be measured.
    """
    asked = _asked()
    try:
        results = _measured(QUICK if asked.quick else WHOLE, asked.only)
    except (BenchFailed, BrowserError) as failed:
        print(f"bench: {failed}", file=sys.stderr)
        return 1
    aims = aims_of(results, LARGE)
    OUT.mkdir(parents=True, exist_ok=True)
    kept = OUT / f"{'-'.join(('results', *(asked.only or ())))}.json"
    kept.write_text(as_json(results, aims), encoding="utf-8")
    print(as_text(results, aims))
    print(f"kept in {kept.relative_to(ROOT)}")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="measure less often, for a first look")
    parser.add_argument("--only", nargs="+", choices=PARTS, help="measure these parts alone")
    return parser.parse_args()


def _measured(extent: Extent, only: Sequence[str] | None) -> Results:
    """Measure the parts that are asked for; all where none are named."""
    results = Results(_machine())
    for part, measure in ALONE.items():
        if only is None or part in only:
            measure(results, extent)
    if only is None or set(only) & IN_BROWSER.keys():
        with chromium() as browser:
            results.machine["Chromium"] = browser.version
            for part, measure_in in IN_BROWSER.items():
                if only is None or part in only:
                    measure_in(results, browser, extent)
    return results


def _drawing(results: Results, extent: Extent) -> None:
    for case in (SMALL, LARGE):
        _say(f"drawing {case}")
        results.drawing[case] = measure_drawing(read_case(_file(case)), extent.times)
        results.handouts[case] = measure_handout(read_case(_file(case)), extent.times)


def _processes(results: Results, extent: Extent) -> None:
    _say("whole processes")
    results.processes = measure_processes(_file(LARGE), extent.times)


def _taking(results: Results, extent: Extent) -> None:
    _say("taking away")
    files = {_file(LARGE): (HTML, SLIDES, PAGES, TRACKS), _file(SMALL): (SMALL_HTML, STORY)}
    results.taking = measure_taking(files, times=extent.runs)


def _measures(results: Results, extent: Extent) -> None:
    _say(f"measures of {extent.cases} cases")
    results.measures = measure_measures(times=extent.times, cases=extent.cases)


def _versions(results: Results, extent: Extent) -> None:
    _say(f"a case with {extent.versions} versions")
    results.versions = measure_versions(versions=extent.versions, starts=extent.loads)


def _editors(results: Results, extent: Extent) -> None:
    _say("many editors at once")
    results.editors = measure_editors(edits=extent.edits)


def _library(results: Results, browser: Browser, extent: Extent) -> None:
    _say(f"a library of {extent.cases} cases")
    results.library = measure_library(browser, cases=extent.cases, loads=extent.loads)


def _edits(results: Results, browser: Browser, extent: Extent) -> None:
    for case in (LARGE, SMALL):
        _say(f"edits of {case}")
        results.edits[case] = measure_edits(browser, _file(case), edits=extent.edits)


def _pages(results: Results, browser: Browser, extent: Extent) -> None:
    for case in (SMALL, LARGE):
        _measure_pages(results, browser, case, extent)


def _measure_pages(results: Results, browser: Browser, case: str, extent: Extent) -> None:
    with targets(_file(case), stages_of(_file(case))) as pages:
        results.loads[case] = {}
        for slow in (False, True):
            _say(f"loading {case}{', slow line' if slow else ''}")
            found = measure_loads(browser, pages, runs=extent.loads, slow=slow)
            results.loads[case][slow] = found
        _say(f"stepping {case}")
        results.steps[case] = measure_steps(browser, pages, runs=extent.runs, steps=extent.steps)


def _views(results: Results, browser: Browser, extent: Extent) -> None:
    _say(f"views of {LARGE}")
    results.views[LARGE] = measure_views(
        browser,
        _file(LARGE),
        stages_of(_file(LARGE)),
        runs=extent.runs,
        steps=extent.steps,
        rounds=extent.rounds,
    )


def _story(results: Results, browser: Browser, extent: Extent) -> None:
    for case in (SMALL, LARGE):
        _say(f"story of {case}")
        results.story[case] = measure_story(
            browser, _file(case), runs=extent.runs, steps=extent.steps
        )


def _compare(results: Results, browser: Browser, extent: Extent) -> None:
    for left, right, views in COMPARED:
        _say(f"two sides of {left}")
        results.compare[left] = measure_compare(
            browser, _file(left), _file(right), views, runs=extent.runs, steps=extent.steps
        )


def _file_steps(results: Results, browser: Browser, extent: Extent) -> None:
    for case in (SMALL, LARGE):
        _say(f"the HTML file of {case}")
        results.file_steps[case] = measure_file(
            browser, _file(case), runs=extent.runs, steps=extent.steps
        )


def _company(results: Results, browser: Browser, extent: Extent) -> None:
    _say(f"following {SMALL}")
    results.company = measure_company(browser, _file(SMALL), steps=extent.steps)


def _growth(results: Results, browser: Browser, extent: Extent) -> None:
    _say(f"growth: {', '.join(map(str, extent.sizes))} people")
    results.growth = measure_growth(
        browser, OUT / "cases", extent.sizes, runs=min(extent.loads, 3), steps=extent.steps
    )


ALONE: Mapping[str, Callable[[Results, Extent], None]] = {
    "drawing": _drawing,
    "processes": _processes,
    "taking": _taking,
    "measures": _measures,
    "versions": _versions,
    "editors": _editors,
}
IN_BROWSER: Mapping[str, Callable[[Results, Browser, Extent], None]] = {
    "views": _views,
    "story": _story,
    "compare": _compare,
    "file": _file_steps,
    "follow": _company,
    "library": _library,
    "edits": _edits,
    "growth": _growth,
    "pages": _pages,
}
PARTS = (*ALONE, *IN_BROWSER)
"""What can be measured by itself; the pages are relnet's beside its peers'."""


def _file(case: str) -> Path:
    return ROOT / "sample_cases" / f"{case}.relnet.json"


def _machine() -> dict[str, str]:
    """Say on what this ran, as far as that tells something of the figures."""
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not told"
    return {
        "Python": platform.python_version(),
        "cores": str(os.cpu_count()),
        "load before": load,
    }


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
