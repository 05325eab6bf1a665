"""How long the measures take: all of one case, and of many cases after each other."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from time import process_time
from typing import TypeVar

from bench.generate import SEED, made_case
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.writing import write_case
from relnet.network.change_summary import change_summary
from relnet.network.graph import build_network
from relnet.network.measures.together import case_measures, stage_measures

LARGE_PEOPLE, LARGE_STAGES = 60, 9
PEOPLE, STAGES = 30, 6
LOOKED_INTO = 10
"""One case in so many is looked into: which part of the measures takes how long."""

WRITING, READING, NETWORK, MEASURES = "writing", "reading", "network", "measures"
OF_STAGES, OF_CHANGES = "of stages", "of changes"
WORK = (WRITING, READING, NETWORK, MEASURES, OF_STAGES, OF_CHANGES)

Made = TypeVar("Made")


@dataclass(frozen=True)
class LargeFigures:
    """One large case in memory: ms of this process's own time, the best of several.

    Attributes:
        people: how many people it has.
        stages: how many stages.
        network: building its network.
        measures: all its measures, from a network that was not looked at before.
    """

    people: int
    stages: int
    network: float
    measures: float


@dataclass(frozen=True)
class ManyFigures:
    """Many cases after each other in one process.

    ``spent`` is what each kind of work took a case: ms of the process's own time, the mean
    of all cases (of every tenth for the two parts of the measures).
    """

    cases: int
    spent: dict[str, float]

    @property
    def measured(self) -> float:
        """What a case in memory takes: its network and all its measures."""
        return self.spent[NETWORK] + self.spent[MEASURES]

    @property
    def from_file(self) -> float:
        """What a case takes from the text of its file on."""
        return self.spent[READING] + self.measured


@dataclass(frozen=True)
class MeasuresFigures:
    """What was measured of the measures."""

    large: LargeFigures
    many: ManyFigures


class _Clock:
    """Adds up what each kind of work took, in ms of this process's own time."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.times: dict[str, int] = defaultdict(int)

    def time(self, what: str, work: Callable[[], Made]) -> Made:
        start = process_time()
        made = work()
        self.spent[what] += process_time() - start
        self.times[what] += 1
        return made

    def mean(self, what: str) -> float:
        return 1000 * self.spent[what] / self.times[what]


def measure_measures(*, times: int, cases: int) -> MeasuresFigures:
    """Measure a large case so many times, and so many cases of 30 people once each."""
    return MeasuresFigures(_large(times), _many(cases))


def _large(times: int) -> LargeFigures:
    case = made_case(LARGE_PEOPLE, stages=LARGE_STAGES)
    clocks = [_Clock() for _time in range(times)]
    for clock in clocks:
        _measure(case, clock)
    return LargeFigures(
        people=LARGE_PEOPLE,
        stages=LARGE_STAGES,
        network=min(clock.mean(NETWORK) for clock in clocks),
        measures=min(clock.mean(MEASURES) for clock in clocks),
    )


def _many(cases: int) -> ManyFigures:
    """Measure the cases one after the other; making them up is not counted."""
    clock = _Clock()
    for number in range(cases):
        text = clock.time(WRITING, partial(_written, made_case(PEOPLE, SEED + number, STAGES)))
        case = clock.time(READING, partial(parse_case, text))
        _measure(case, clock)
        if number % LOOKED_INTO == 0:
            _look_into(case, clock)
    return ManyFigures(cases, {what: clock.mean(what) for what in WORK})


def _written(case: Case) -> bytes:
    return write_case(case).encode()


def _measure(case: Case, clock: _Clock) -> None:
    network = clock.time(NETWORK, partial(build_network, case))
    clock.time(MEASURES, partial(case_measures, network))


def _look_into(case: Case, clock: _Clock) -> None:
    """Take the measures once more in their parts, from a network not looked at before."""
    network = build_network(case)
    stages = range(len(case.stages))
    clock.time(OF_STAGES, lambda: [stage_measures(network, stage) for stage in stages])
    steps = pairwise(stages)
    clock.time(OF_CHANGES, lambda: [change_summary(network, *step) for step in steps])
