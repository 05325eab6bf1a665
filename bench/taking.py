"""Taking a case away: how long each kind of file takes, from the page and from the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.asking import client_of
from bench.figures import Aim
from bench.servers import case_key, relnet
from bench.text_table import number, table
from bench.without_browser import run_relnet


@dataclass(frozen=True)
class File:
    """A kind of file, and what it is held against.

    Attributes:
        words: what the report calls it.
        address: the last part of its address on the page of a case.
        options: how ``relnet export`` is asked for it, beside the ending of its name.
        seconds: how long it may take.
        kilobytes: how large it may be; None where nothing is aimed at.
    """

    words: str
    address: str
    options: tuple[str, ...] = ()
    seconds: float = 15
    kilobytes: float | None = None

    @property
    def ending(self) -> str:
        """How its name ends."""
        return Path(self.address).suffix


HTML = File("HTML file", "handout.html", seconds=2)
SLIDES = File("slides", "slides.pptx")
STORY = File("slides of its story", "story.pptx", ("--view", "story"))
PAGES = File("pages, PDF, A4", "pages-a4.pdf")
TRACKS = File("tracks, PDF, A4", "tracks-a4.pdf", ("--view", "tracks"))
SMALL_HTML = File("HTML file", "handout.html", seconds=2, kilobytes=400)


@dataclass(frozen=True)
class TakenFigures:
    """What was measured of a file of a case: seconds, and kB.

    Attributes:
        case: which case.
        file: which kind of file.
        command: ``relnet export`` as a whole process.
        first: the answer of a server that has written no file yet.
        later: the answer of one that has.
        kilobytes: how large the file is.
    """

    case: str
    file: File
    command: float
    first: float
    later: float
    kilobytes: float

    @property
    def longest(self) -> float:
        """The longest that somebody waits for it."""
        return max(self.command, self.first, self.later)


def measure_taking(cases: Mapping[Path, Sequence[File]], *, times: int) -> list[TakenFigures]:
    """Take the files of each case away, so many times by the command and from a page."""
    return [_measure(case, file, times) for case, files in cases.items() for file in files]


def _measure(case: Path, file: File, times: int) -> TakenFigures:
    address = f"/case/{case_key(case)}/{file.address}"
    with relnet([case]) as server, client_of(server) as client:
        first, *later = [client.get(address) for _time in range(times + 1)]
    return TakenFigures(
        case=case.name.partition(".")[0],
        file=file,
        command=median(_exported(case, file) for _time in range(times)),
        first=first.took / 1000,
        later=median(answer.took for answer in later) / 1000,
        kilobytes=len(first.content) / 1000,
    )


def _exported(case: Path, file: File) -> float:
    with TemporaryDirectory() as folder:
        out = str(Path(folder, f"taken{file.ending}"))
        return run_relnet("export", str(case), "--out", out, *file.options)


def taking_tables(found: Sequence[TakenFigures]) -> list[str]:
    """Write how long each file takes, and how large it is."""
    rows = [
        (
            f"{one.case}, {one.file.words}",
            number(one.command, 2),
            number(one.first, 2),
            number(one.later, 2),
            number(one.kilobytes, 0),
        )
        for one in found
    ]
    head = ("file", "relnet export", "from the page, first", "later", "kB")
    return [table("Taking away, s", head, rows)] if rows else []


def taking_aims(found: Sequence[TakenFigures]) -> list[Aim]:
    """Hold the longest wait for each file against what is aimed at, and the size of some."""
    waits = [
        Aim(f"taking away, {one.case}, {one.file.words}, s", one.file.seconds, one.longest)
        for one in found
    ]
    sizes = [
        Aim(f"{one.case}, {one.file.words}, kB", one.file.kilobytes, one.kilobytes)
        for one in found
        if one.file.kilobytes is not None
    ]
    return [*waits, *sizes]
