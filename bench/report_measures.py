"""Telling of the measures: of one large case, and of many cases after each other."""

from bench.figures import Aim, ratio
from bench.many_cases import (
    MEASURES,
    NETWORK,
    OF_CHANGES,
    OF_STAGES,
    PEOPLE,
    READING,
    STAGES,
    WRITING,
    LargeFigures,
    ManyFigures,
    MeasuresFigures,
)
from bench.text_table import number, table

_WORDS = {
    WRITING: "writing the file's text",
    READING: "reading and checking it",
    NETWORK: "building the network",
    MEASURES: "all measures",
    OF_STAGES: "  of it each stage",
    OF_CHANGES: "  of it what changed",
}


def measures_tables(found: MeasuresFigures) -> list[str]:
    """Write the measures of one large case and of many cases as a table each."""
    return [_large_table(found.large), _many_table(found.many)]


def _large_table(found: LargeFigures) -> str:
    title = f"Measures, a made case, {found.people} people, {found.stages} stages: best of several"
    rows = [
        ("building the network", number(found.network)),
        ("all measures", number(found.measures)),
    ]
    return table(title, ("what", "ms"), rows)


def _many_table(found: ManyFigures) -> str:
    """Write what a case takes, its share of a whole way from the file, and the rate."""
    figures = {_WORDS[what]: ms for what, ms in found.spent.items()}
    figures["network and measures"] = found.measured
    figures["reading, network, measures"] = found.from_file
    rows = [
        (words, number(ms, 2), _share(words, ms, found), number(ratio(1000, ms), 0))
        for words, ms in figures.items()
    ]
    title = f"{found.cases} made cases, {PEOPLE} people, {STAGES} stages, one process: mean"
    return table(title, ("what", "ms a case", "share", "cases/s"), rows)


def _share(words: str, ms: float, found: ManyFigures) -> str:
    """Give the share of the whole way from the file; writing is no part of that way."""
    share = None if words == _WORDS[WRITING] else ratio(100 * ms, found.from_file)
    return number(share, 0) + ("" if share is None else " %")


def measures_aims(found: MeasuresFigures) -> list[Aim]:
    """Hold the measures of a large case against what is aimed at."""
    size = f"{found.large.people} people, {found.large.stages} stages"
    return [
        Aim(f"network and measures, {size}, ms", 100, found.large.network + found.large.measures)
    ]
