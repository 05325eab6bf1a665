"""Telling of the library and of editing: many cases, many versions, many editors, one edit."""

from collections.abc import Mapping, Sequence

from bench.editors import EditorsFigures
from bench.figures import Aim, Spread
from bench.following import FollowFigures
from bench.library import LibraryFigures
from bench.text_table import number, table
from bench.versions import Beside, VersionsFigures

_PACES = {False: "as fast as they can", True: "as people do"}


def library_tables(found: LibraryFigures) -> list[str]:
    """Write the start page and the search as a table."""
    rows = [
        _spread_row("start page, server, first request", found.first),
        _spread_row("start page, server, later", found.answer),
        _spread_row("start page, first paint, new browser", found.new_paint),
        _spread_row("start page, first paint, been here before", found.paint),
        _spread_row("search, server, a key", found.search),
        _spread_row("search, key to the list that follows", found.typed.frame),
    ]
    title = f"A library of {found.cases} made cases, ms; the start page is {found.kilobytes:.0f} kB"
    return [table(title, ("what", "median", "p95", "times"), rows)]


def versions_tables(found: VersionsFigures) -> list[str]:
    """Write a case with many versions beside one with two as a table, and its past as another."""
    rows = [
        _beside_row("opening: its page, not read yet", found.opened),
        _beside_row("its page, read before", found.again),
        _beside_row("reading it from the library", found.reading),
        _beside_row("its history's page", found.history),
    ]
    past = [
        _spread_row("its page, not read yet", found.old_page),
        _spread_row("reading it from the library", found.old),
    ]
    title = f"A made case with {found.versions} versions beside one with two, ms"
    head = ("what", "two", "p95", f"{found.versions}", "p95", "of that with two")
    return [
        table(title, head, rows),
        table("An old version of it, ms", ("what", "median", "p95", "times"), past),
    ]


def editors_tables(found: Sequence[EditorsFigures]) -> list[str]:
    """Write what many editors did as a table."""
    head = ("editors", "cases", "edits", "edits/s", "median", "p95", "missing", "doubled")
    rows = [
        (
            f"{one.editors}, {_PACES[one.paced]}",
            str(one.cases),
            str(one.edits),
            number(one.rate),
            number(one.answer.median, 0),
            number(one.answer.p95, 0),
            str(one.missing),
            str(one.doubled),
        )
        for one in found
    ]
    return [table("Editors at once: edit to acknowledgement, ms", head, rows)]


def edits_tables(found: Mapping[str, FollowFigures]) -> list[str]:
    """Write how fast the picture follows an edit as a table."""
    rows = [
        (
            case,
            number(edit.frame.median),
            number(edit.frame.p95),
            number(edit.request),
            str(edit.frame.count),
        )
        for case, edit in found.items()
    ]
    head = ("case", "median", "p95", "of it the request", "edits")
    return [table("An edit in the page: press to the picture that has followed, ms", head, rows)]


def library_aims(found: LibraryFigures) -> list[Aim]:
    """Hold the start page and the search against what is aimed at."""
    of = f"{found.cases} cases"
    return [
        Aim(f"the start page of {of}, server, median, ms", 500, found.answer.median),
        Aim(f"the start page of {of}, first paint, median, ms", 500, found.paint.median),
        Aim(f"search in {of}, key to list, median, ms", 100, found.typed.frame.median),
        Aim(f"search in {of}, key to list, p95, ms", 100, found.typed.frame.p95),
    ]


def versions_aims(found: VersionsFigures) -> list[Aim]:
    """Hold the opening of a case with many versions against that of one with two."""
    what = f"opening a case with {found.versions} versions, of one with two"
    return [
        Aim(what, 1.1, found.opened.ratio),
        Aim(f"{what}, read from the library", 1.1, found.reading.ratio),
    ]


def editors_aims(found: Sequence[EditorsFigures]) -> list[Aim]:
    """Hold what is lost by many editors against nothing."""
    return [
        Aim("acknowledged edits that are missing", 0, sum(one.missing for one in found)),
        Aim("version numbers not there exactly once", 0, sum(one.doubled for one in found)),
    ]


def edits_aims(found: Mapping[str, FollowFigures]) -> list[Aim]:
    """Hold the following of the picture against what is aimed at."""
    return [
        Aim(f"the picture after an edit, {case}, {name}, ms", 200, figure)
        for case, edit in found.items()
        for name, figure in (("median", edit.frame.median), ("p95", edit.frame.p95))
    ]


def _spread_row(what: str, found: Spread) -> tuple[str, str, str, str]:
    return what, number(found.median), number(found.p95), str(found.count)


def _beside_row(what: str, found: Beside) -> tuple[str, ...]:
    both = (found.few.median, found.few.p95, found.many.median, found.many.p95)
    return (what, *map(number, both), number(found.ratio, 2))
