"""Telling of the views: a step of the timeline in each, and turning from one to another."""

from bench.figures import Aim, Spread
from bench.measure import StepFigures
from bench.text_table import number, table
from bench.views import BESIDE, VIEWS, ViewsFigures

NAMES = {
    "map": "Map",
    "tracks": "Tracks",
    "focus": "Focus",
    "table": "Table",
    "numbers": "Numbers",
}


def views_tables(case: str, found: ViewsFigures) -> list[str]:
    """Write the steps and the turns as a table each."""
    return [_steps_table(case, found), _turns_table(case, found)]


def _steps_table(case: str, found: ViewsFigures) -> str:
    head = ("view", "median", "p95", "new stages", "own thread", "requests")
    rows = [step_row(NAMES[view], found.steps[view]) for view in VIEWS]
    count = found.steps[VIEWS[0]].screen.count
    title = f"A step in each view, {case}: key pressed to painted, ms, {count} steps each"
    return table(title, head, rows)


def step_row(name: str, step: StepFigures) -> tuple[str, ...]:
    """Write the row of what is stepped: median, p95, new stages, own thread, requests."""
    return (
        name,
        number(step.screen.median),
        number(step.screen.p95),
        number(step.new_stages.median),
        number(step.thread.median),
        str(step.requests),
    )


def _turns_table(case: str, found: ViewsFigures) -> str:
    head = (
        "to", "first time", "written before", "requests",
        "seen already", "p95", "own thread", "requests",
    )  # fmt: skip
    rows = [
        (
            NAMES[view],
            _median(turn.first),
            _median(turn.kept),
            number(turn.first_requests),
            number(turn.seen.median),
            number(turn.seen.p95),
            number(turn.seen_thread.median),
            str(turn.seen_requests),
        )
        for view, turn in ((view, found.turns[view]) for view in VIEWS)
    ]
    first = found.turns[BESIDE[0]].first
    times = f"{first.count if first else 0} and {found.turns[BESIDE[0]].seen.count} times each"
    return table(f"Turning to a view, {case}: key to painted, median ms, {times}", head, rows)


def _median(found: Spread | None) -> str:
    return number(found.median if found else None)


def views_aims(found: ViewsFigures) -> list[Aim]:
    """Hold the slowest view's figures against what is aimed at."""
    steps = [found.steps[view] for view in VIEWS]
    turns = [found.turns[view] for view in VIEWS]
    first = [turn.first.median for turn in turns if turn.first]
    asked = [turn.first_requests for turn in turns if turn.first_requests is not None]
    return [
        Aim("a step, the slowest view's median, ms", 20, max(s.screen.median for s in steps)),
        Aim("a step, the slowest view's p95, ms", 30, max(s.screen.p95 for s in steps)),
        Aim("requests made by the steps in all views", 0, sum(s.requests for s in steps)),
        Aim("a view for the first time, slowest median, ms", 150, max(first, default=None)),
        Aim("requests for a view for the first time", 1, max(asked, default=None)),
        Aim("a view seen already, slowest median, ms", 150, max(t.seen.median for t in turns)),
        Aim("requests for views seen already", 0, sum(t.seen_requests for t in turns)),
    ]
