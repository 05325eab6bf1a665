"""Telling what was measured: as text for people, as JSON for comparing runs."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from itertools import product

from bench.beside import BesideTimeline, beside_aims, beside_tables
from bench.compare import WHAT as TWO_SIDES
from bench.editors import EditorsFigures
from bench.figures import Aim, ratio
from bench.follow import CompanyFigures, company_aims, company_tables
from bench.following import FollowFigures
from bench.growth import Grown
from bench.handout import WHAT as FILE
from bench.library import LibraryFigures
from bench.many_cases import MeasuresFigures
from bench.measure import OURS, LoadFigures, StepFigures
from bench.report_library import (
    editors_aims,
    editors_tables,
    edits_aims,
    edits_tables,
    library_aims,
    library_tables,
    versions_aims,
    versions_tables,
)
from bench.report_measures import measures_aims, measures_tables
from bench.report_views import views_aims, views_tables
from bench.story import WHAT as STORY
from bench.taking import TakenFigures, taking_aims, taking_tables
from bench.text_table import number, table
from bench.versions import VersionsFigures
from bench.views import ViewsFigures
from bench.without_browser import DrawingFigures, ProcessFigures

NAMES = {
    OURS: "relnet",
    "plain_dash": "plain Dash",
    "cytoscape": "dash-cytoscape",
    "drawn_once": "Plotly, all drawn once",
}
_LINES = {False: "local", True: "10 Mbit/s, 40 ms"}
_GROWING = (
    "step", "step_p95", "first", "live", "whole", "building", "file_kilobytes", "svg_kilobytes",
)  # fmt: skip
_FLOOR = 0.05
"""A growth that is so little above proportion is noise."""


@dataclass
class Results:
    """Everything that was measured; the cases by their names, loads also by ``slow``."""

    machine: dict[str, str]
    steps: dict[str, dict[str, StepFigures]] = field(default_factory=dict)
    loads: dict[str, dict[bool, dict[str, tuple[LoadFigures, LoadFigures]]]] = field(
        default_factory=dict
    )
    drawing: dict[str, DrawingFigures] = field(default_factory=dict)
    handouts: dict[str, float] = field(default_factory=dict)
    processes: ProcessFigures | None = None
    taking: list[TakenFigures] = field(default_factory=list)
    growth: list[Grown] = field(default_factory=list)
    views: dict[str, ViewsFigures] = field(default_factory=dict)
    story: dict[str, BesideTimeline] = field(default_factory=dict)
    compare: dict[str, BesideTimeline] = field(default_factory=dict)
    file_steps: dict[str, BesideTimeline] = field(default_factory=dict)
    company: CompanyFigures | None = None
    measures: MeasuresFigures | None = None
    library: LibraryFigures | None = None
    versions: VersionsFigures | None = None
    editors: list[EditorsFigures] = field(default_factory=list)
    edits: dict[str, FollowFigures] = field(default_factory=dict)


def aims_of(results: Results, case: str) -> list[Aim]:
    """Hold the figures of the large sample case, and the growth, against what is aimed at."""
    aims = [*_step_aims(results.steps.get(case, {})), *_load_aims(results, case)]
    if case in results.drawing:
        whole = results.drawing[case].whole
        aims.append(Aim("all stages drawn in Python, ms", 150, whole))
    if case in results.handouts:
        aims.append(Aim("one HTML file of the case, s", 2, results.handouts[case]))
    if results.processes is not None:
        aims.append(Aim("relnet check as a whole process, s", 0.4, results.processes.check))
        aims.append(Aim("the server's first answer, s", 2, results.processes.first_answer))
    aims += taking_aims(results.taking)
    aims += _growth_aims(results.growth)
    if case in results.views:
        aims += views_aims(results.views[case])
    aims += beside_aims(STORY, results.story)
    aims += beside_aims(TWO_SIDES, results.compare)
    aims += beside_aims(FILE, results.file_steps)
    aims += company_aims(results.company)
    if results.measures is not None:
        aims += measures_aims(results.measures)
    return [*aims, *_keeping_aims(results)]


def _keeping_aims(results: Results) -> list[Aim]:
    """Hold what keeps and edits cases against what is aimed at."""
    aims = [] if results.library is None else library_aims(results.library)
    aims += [] if results.versions is None else versions_aims(results.versions)
    aims += editors_aims(results.editors) if results.editors else []
    return [*aims, *edits_aims(results.edits)]


def _step_aims(steps: Mapping[str, StepFigures]) -> list[Aim]:
    if OURS not in steps:
        return []
    ours = steps[OURS]
    by_peer = {
        kind: ratio(ours.screen.median, found.screen.median) for kind, found in steps.items()
    }
    return [
        Aim("a step, median, of dash-cytoscape's", 0.4, by_peer.get("cytoscape")),
        Aim("a step, median, of plain Dash's", 0.3, by_peer.get("plain_dash")),
        Aim("a step, p95, of its own median", 1.6, ratio(ours.screen.p95, ours.screen.median)),
        Aim("a step, median, ms", 20, ours.screen.median),
        Aim("a step, p95, ms", 30, ours.screen.p95),
        Aim("requests made by the steps", 0, ours.requests),
    ]


def _load_aims(results: Results, case: str) -> list[Aim]:
    loads = results.loads.get(case, {}).get(False, {})
    if not {OURS, "plain_dash"} <= loads.keys():
        return []
    ours, plain = loads[OURS][0], loads["plain_dash"][0]
    return [
        Aim("first picture, of plain Dash's", 0.4, ratio(ours.first, plain.first)),
        Aim("live slider, of plain Dash's", 1.1, ratio(ours.live, plain.live)),
    ]


def _growth_aims(growth: Sequence[Grown]) -> list[Aim]:
    if len(growth) < 2:  # noqa: PLR2004 - growth lies between two sizes
        return []
    least, most = growth[0], growth[-1]
    people = most.people / least.people
    grown = {
        "a step": ratio(most.step, least.step),
        "first picture": ratio(most.first, least.first),
        "building": ratio(most.building, least.building),
        "the whole page": ratio(most.whole, least.whole),
    }
    return [
        Aim(f"growth of {what} over that of people (×{people:g})", 1 + _FLOOR, ratio(by, people))
        for what, by in grown.items()
    ]


def as_json(results: Results, aims: Sequence[Aim]) -> str:
    """Write everything as JSON."""
    told = [{**asdict(aim), "met": aim.met} for aim in aims]
    return json.dumps({**_plain(asdict(results)), "aims": told}, indent=2) + "\n"


def _plain(found: dict[str, object]) -> dict[str, object]:
    loads = found["loads"]
    if isinstance(loads, dict):
        found["loads"] = {
            case: {_LINES[slow]: by_kind for slow, by_kind in by_line.items()}
            for case, by_line in loads.items()
        }
    return found


def as_text(results: Results, aims: Sequence[Aim]) -> str:
    """Write everything as tables."""
    parts = [", ".join(f"{key} {value}" for key, value in results.machine.items())]
    parts += [_steps_table(case, steps) for case, steps in results.steps.items()]
    parts += [
        _loads_table(case, slow=slow, loads=loads)
        for case, by_line in results.loads.items()
        for slow, loads in by_line.items()
    ]
    if results.drawing:
        parts.append(_drawing_table(results.drawing))
    if results.processes:
        parts.append(_processes_text(results.processes))
    parts += taking_tables(results.taking)
    if results.growth:
        parts.append(_growth_table(results.growth))
    for case, views in results.views.items():
        parts += views_tables(case, views)
    parts += beside_tables(STORY, results.story)
    parts += beside_tables(TWO_SIDES, results.compare)
    parts += beside_tables(FILE, results.file_steps)
    parts += company_tables(results.company)
    if results.measures:
        parts += measures_tables(results.measures)
    parts += _keeping_tables(results)
    return "\n\n".join([*parts, _aims_table(aims)]) + "\n"


def _keeping_tables(results: Results) -> list[str]:
    tables = [] if results.library is None else library_tables(results.library)
    tables += [] if results.versions is None else versions_tables(results.versions)
    tables += editors_tables(results.editors) if results.editors else []
    tables += edits_tables(results.edits) if results.edits else []
    return tables


def _steps_table(case: str, steps: Mapping[str, StepFigures]) -> str:
    head = ("page", "median", "p95", "new stages", "own thread", "relnet is", "requests")
    ours = steps[OURS].screen.median
    rows = [
        (
            NAMES[kind],
            number(found.screen.median),
            number(found.screen.p95),
            number(found.new_stages.median),
            number(found.thread.median),
            number(ratio(ours, found.screen.median), 2),
            str(found.requests),
        )
        for kind, found in steps.items()
    ]
    count = steps[OURS].screen.count
    return table(f"A step, {case}: key pressed to painted, ms, {count} steps each", head, rows)


def _loads_table(
    case: str, *, slow: bool, loads: Mapping[str, tuple[LoadFigures, LoadFigures]]
) -> str:
    head = ("page", "cache", "first picture", "live", "whole", "very first", "requests", "kB")
    rows = [
        (
            NAMES[kind],
            cache,
            number(found.first, 0),
            number(found.live, 0),
            number(found.whole, 0),
            number(found.earliest, 0),
            number(found.requests, 0),
            number(found.kilobytes, 0),
        )
        for (kind, both), (place, cache) in product(loads.items(), enumerate(("cold", "warm")))
        for found in (both[place],)
    ]
    return table(f"Loading, {case}, {_LINES[slow]}: navigation to painted, ms", head, rows)


def _drawing_table(drawing: Mapping[str, DrawingFigures]) -> str:
    head = ("case", "scene", "SVG", "both", "Plotly figures", "SVG kB")
    rows = [
        (
            case,
            *map(number, (found.scene, found.svg, found.whole, found.plotly)),
            number(found.kilobytes, 0),
        )
        for case, found in drawing.items()
    ]
    return table("All stages drawn in Python, ms, best of several", head, rows)


def _processes_text(found: ProcessFigures) -> str:
    return table(
        "Whole processes",
        ("what", "figure"),
        [
            ("relnet check, s", number(found.check, 2)),
            ("server's first answer, s", number(found.first_answer, 2)),
            ("server's memory at start, MB", number(found.memory_started, 0)),
            ("server's memory with a case shown, MB", number(found.memory_used, 0)),
        ],
    )


def _growth_table(growth: Sequence[Grown]) -> str:
    head = ("people", "step", "p95", "first", "live", "whole", "building", "file kB", "SVG kB")
    rows = []
    for found in growth:
        people = f"{found.people} (×{found.people / growth[0].people:g})"
        cells = (_grown(getattr(found, name), getattr(growth[0], name)) for name in _GROWING)
        rows.append((people, *cells))
    return table("Growth, ms: relnet alone, made cases, (× the smallest)", head, rows)


def _grown(value: float | None, least: float | None) -> str:
    by = ratio(value, least)
    return number(value, 0) if by is None else f"{value:.0f} (×{by:.1f})"


def _aims_table(aims: Sequence[Aim]) -> str:
    rows = [(aim.what, f"aim ≤ {aim.most:g}", number(aim.figure, 2), _verdict(aim)) for aim in aims]
    return table("Aims", ("figure", "aim", "measured", ""), rows)


def _verdict(aim: Aim) -> str:
    return {True: "met", False: "missed", None: "not measured"}[aim.met]
