"""How things grow with the number of people: made cases, shown by relnet alone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from bench.generate import made_case, write_made_case
from bench.measure import OURS, Target, measure_loads, measure_steps
from bench.servers import case_address, relnet
from bench.without_browser import measure_drawing

SIZES = (30, 60, 150, 300)


@dataclass(frozen=True)
class Grown:
    """One size: ms, and kB of the file and of all stages as SVG."""

    people: int
    file_kilobytes: float
    svg_kilobytes: float
    building: float
    first: float
    live: float
    whole: float | None
    step: float
    step_p95: float


def measure_growth(
    browser: Browser, folder: Path, sizes: Sequence[int], *, runs: int, steps: int
) -> list[Grown]:
    """Measure a made case of each size."""
    return [_measure(browser, folder, size, runs=runs, steps=steps) for size in sizes]


def _measure(browser: Browser, folder: Path, people: int, *, runs: int, steps: int) -> Grown:
    case = made_case(people)
    path = write_made_case(folder, people)
    drawing = measure_drawing(case, runs)
    with _served(path, len(case.stages)) as page:
        cold, _warm = measure_loads(browser, [page], runs=runs, slow=False)[OURS]
        stepped = measure_steps(browser, [page], runs=1, steps=steps)[OURS]
    return Grown(
        people=people,
        file_kilobytes=path.stat().st_size / 1000,
        svg_kilobytes=drawing.kilobytes,
        building=drawing.whole,
        first=cold.first,
        live=cold.live,
        whole=cold.whole,
        step=stepped.screen.median,
        step_p95=stepped.screen.p95,
    )


@contextmanager
def _served(path: Path, stages: int) -> Iterator[Target]:
    with relnet([path]) as server:
        yield Target(OURS, case_address(server, path), stages, server)
