"""A case with a long history beside the same case with none: opening it, and its past."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import perf_counter

from bench.asking import Client, client_of
from bench.figures import Spread, ratio, spread
from bench.generate import SEED
from bench.kept import data_folder, keep_made, library_in, make_versions
from bench.servers import relnet_on
from relnet.storage.contract import Library

FEW = 2
_AGAIN = 20
_OLD = 40


@dataclass(frozen=True)
class Beside:
    """The same of the case with two versions, and of the one with many; ms."""

    few: Spread
    many: Spread

    @property
    def ratio(self) -> float | None:
        """How many times as long it takes with many."""
        return ratio(self.many.median, self.few.median)


@dataclass(frozen=True)
class VersionsFigures:
    """What was measured of a case with many versions, in ms.

    Attributes:
        versions: how many.
        opened: the answer of its page, from a server that has not read the case.
        again: the same, from one that has.
        reading: reading the newest version from the library.
        history: the answer of the history page.
        old_page: the answer of the page of an old version.
        old: reading an old version from the library.
    """

    versions: int
    opened: Beside
    again: Beside
    reading: Beside
    history: Beside
    old_page: Spread
    old: Spread


@dataclass
class _Found:
    few: list[float]
    many: list[float]

    def take(self, first: int, few: Callable[[], float], many: Callable[[], float]) -> None:
        """Measure both, now the one first and now the other."""
        turns = [(self.few, few), (self.many, many)]
        for found, measure in turns if first % 2 else reversed(turns):
            found.append(measure())

    def told(self) -> Beside:
        return Beside(spread(self.few), spread(self.many))


def measure_versions(*, versions: int, starts: int) -> VersionsFigures:
    """Measure a case with so many versions, from so many starts of the server."""
    with _kept(versions) as (data, few, many):
        opened, again, history = (_Found([], []) for _what in range(3))
        old_pages = []
        random = Random(SEED)  # noqa: S311 - any old versions will do
        for start in range(starts):
            with relnet_on(data) as server, client_of(server) as client:
                client.get("/case/amira")
                opened.take(start, _getting(client, few), _getting(client, many))
                for time in range(_AGAIN // starts + 1):
                    again.take(time, _getting(client, few), _getting(client, many))
                    histories = (_getting(client, f"{key}/history") for key in (few, many))
                    history.take(time, *histories)
                old_pages.append(_getting(client, f"{many}~{random.randrange(1, versions)}")())
        with library_in(data) as library:
            reading = _Found([], [])
            for time in range(_OLD):
                reading.take(time, _reading(library, few), _reading(library, many))
            numbers = [1, versions - 1, *(random.randrange(1, versions) for _old in range(_OLD))]
            old = [_timed(partial(library.at, many, number)) for number in numbers]
    return VersionsFigures(
        versions=versions,
        opened=opened.told(),
        again=again.told(),
        reading=reading.told(),
        history=history.told(),
        old_page=spread(old_pages),
        old=spread(old),
    )


@contextmanager
def _kept(versions: int) -> Iterator[tuple[Path, str, str]]:
    """Keep the same case twice, with two versions and with many; give both ids."""
    with data_folder() as data:
        with library_in(data) as library:
            few, many = keep_made(library, 0), keep_made(library, 0)
            make_versions(library, few, FEW)
            make_versions(library, many, versions)
        yield data, few, many


def _getting(client: Client, path: str) -> Callable[[], float]:
    return lambda: client.get(f"/case/{path}").took


def _reading(library: Library, case_id: str) -> Callable[[], float]:
    return lambda: _timed(lambda: library.get(case_id))


def _timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return 1000 * (perf_counter() - start)
