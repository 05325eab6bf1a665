"""What is measured without a browser: drawing in Python, the check, the server's start."""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.diagram import scene_of
from bench.servers import ROOT, BenchFailed, Server, case_address, get, relnet
from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.timeline import opening_perspective
from relnet.figures.plotly_map import paint_figure
from relnet.figures.svg import paint_stages
from relnet.network.graph import build_network
from relnet.web.handout.page import handout_of
from relnet.web.handout.shown import bare_view


@dataclass(frozen=True)
class DrawingFigures:
    """How long all stages of a case take in Python: the best of several, ms; and the SVG's kB."""

    scene: float
    svg: float
    whole: float
    plotly: float
    kilobytes: float


@dataclass(frozen=True)
class ProcessFigures:
    """Whole processes: seconds; and what the server holds in memory, MB."""

    check: float
    first_answer: float
    memory_started: float | None
    memory_used: float | None


def measure_drawing(case: Case, times: int) -> DrawingFigures:
    """Draw all stages of a case as our map, and as Plotly figures."""
    _network, scene = scene_of(case)
    svg = paint_stages(scene, label="")
    return DrawingFigures(
        scene=_best(lambda: scene_of(case), times),
        svg=_best(lambda: paint_stages(scene, label=""), times),
        whole=_best(lambda: paint_stages(scene_of(case)[1], label=""), times),
        plotly=_best(
            lambda: [paint_figure(scene, stage) for stage in range(len(scene.stages))], times
        ),
        kilobytes=len(svg.encode()) / 1000,
    )


def measure_handout(case: Case, times: int) -> float:
    """Write a case as one HTML file, from its models on: the best of several, s."""
    perspective = opening_perspective(case)
    return (
        _best(
            lambda: handout_of(
                bare_view(build_network(case), perspective, 0, hidden=False), "map", 0
            ),
            times,
        )
        / 1000
    )


def measure_processes(case: Path, times: int) -> ProcessFigures:
    """Run ``relnet check`` and ``relnet serve`` from start to answer, several times each."""
    started: list[float] = []
    empty = used = None
    for _time in range(times):
        with relnet([case]) as server:
            started.append(server.started)
            empty = server.memory_mb
            _visit(server, case)
            used = server.memory_mb
    return ProcessFigures(
        check=median(run_relnet("check", str(case)) for _time in range(times)),
        first_answer=median(started),
        memory_started=empty,
        memory_used=used,
    )


def _best(work: Callable[[], object], times: int) -> float:
    return min(_own_seconds(work) for _time in range(times)) * 1000


def _own_seconds(work: Callable[[], object]) -> float:
    """Count this process's own time alone, whatever else the machine does."""
    start = time.process_time()
    work()
    return time.process_time() - start


def run_relnet(*arguments: str) -> float:
    """Run a command of relnet's as a whole process; give the seconds that it takes.

    Raises:
        BenchFailed: it did not do what it should.

    """
    command = [sys.executable, "-m", "relnet", *arguments]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True)
    took = time.perf_counter() - start
    if done.returncode:
        raise BenchFailed(f"relnet {' '.join(arguments)} gave {done.returncode}")
    return took


def _visit(server: Server, case: Path) -> None:
    address = case_address(server, case)
    if get(address) is None:
        raise BenchFailed(f"no answer from {address}")


def stages_of(case: Path) -> int:
    """Give the number of stages of a case file."""
    return len(read_case(case).stages)
