"""What the focus is asked to show: rows, columns, and what stands beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from relnet.network.focus import Columns, Rows
from relnet.web.case_view import CaseView, perspective_refs
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.views.parts import attributes

NOTHING = "none"
PATTERN = "pattern"
TIME = "time"
_PERSPECTIVE = "as-"
_CASE = "case-"


@dataclass(frozen=True, slots=True)
class Times:
    """Two stretches of stages, each by the numbers of its first and its last stage."""

    first: tuple[int, int]
    second: tuple[int, int]

    @property
    def stages(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The stages of both."""
        first, second = (tuple(range(a, b + 1)) for a, b in (self.first, self.second))
        return first, second


@dataclass(frozen=True, slots=True)
class FocusOptions:
    """What the focus opens with.

    Attributes:
        rows: tracks or types.
        columns: phases or stages.
        beside: what stands beside it: "none", "pattern", "as-p3" (the short name of a
            perspective), "case-amira" (the key of another case) or "time".
        cases: the other cases that can be put beside it.
        other: the case that is named by ``beside``.
        times: the two times that are compared; None: the first stage and the last.
    """

    rows: Rows = Rows.TRACK
    columns: Columns = Columns.PHASE
    beside: str = NOTHING
    cases: tuple[ShelfEntry, ...] = ()
    other: ShelfEntry | None = None
    times: Times | None = None

    def shows(self, when: Mapping[str, Iterable[str]]) -> bool:
        """Whether something is shown that is there for some rows, columns or things beside."""
        now = {"rows": self.rows.value, "columns": self.columns.value, "beside": self.beside}
        return all(now[key] in values for key, values in when.items())

    def only_when(self, **when: Iterable[str]) -> dict[str, Any]:
        """Give the attributes of something that is shown at some choices alone."""
        told = {key: tuple(values) for key, values in when.items()}
        found = attributes(**{f"data_when_{key}": " ".join(told[key]) for key in told})
        return found | {"hidden": not self.shows(told)}


def focus_options(
    asked: Mapping[str, str], view: CaseView, shelf: Iterable[ShelfEntry]
) -> FocusOptions:
    """Read what an address asks for; what is missing there, or names nothing, is as it opens.

    Args:
        asked: the query string: ``rows`` (track, type), ``columns`` (phase, stage), ``beside``,
            and ``times`` ("1-2.4-5": stages 1 and 2 beside stages 4 and 5).
        view: the case.
        shelf: the cases of the server.
    """
    cases = tuple(e for e in shelf if e.case is not None and e.key != view.entry.key)
    beside = asked.get("beside", NOTHING)
    other = next((entry for entry in cases if case_key(entry) == beside), None)
    return FocusOptions(
        rows=Rows.TYPE if asked.get("rows") == Rows.TYPE else Rows.TRACK,
        columns=Columns.STAGE if asked.get("columns") == Columns.STAGE else Columns.PHASE,
        beside=beside if other or beside in keys_of(view) else NOTHING,
        cases=cases,
        other=other,
        times=_times(asked.get("times", ""), len(view.case.stages)),
    )


def case_key(entry: ShelfEntry) -> str:
    """Give how ``beside`` names another case."""
    return f"{_CASE}{entry.key}"


def other_perspectives(view: CaseView) -> dict[str, str]:
    """Give how ``beside`` names the other perspectives, each with the perspective."""
    refs = perspective_refs(view.case)
    return {f"{_PERSPECTIVE}{ref}": who for who, ref in refs.items() if who != view.perspective}


def keys_of(view: CaseView) -> tuple[str, ...]:
    """Give what can stand beside a case without another case."""
    return (NOTHING, PATTERN, *other_perspectives(view), TIME)


def shown_keys(view: CaseView, options: FocusOptions) -> tuple[str, ...]:
    """Give everything that can be shown beside a case without asking again."""
    return (*keys_of(view), *([options.beside] if options.other else []))


def times_of(view: CaseView, options: FocusOptions) -> Times:
    """Give the two times to compare."""
    last = len(view.case.stages) - 1
    return options.times or Times((0, 0), (last, last))


def _times(text: str, stages: int) -> Times | None:
    found = [part.split("-") for part in text.split(".")]
    if [len(part) for part in found] != [2, 2]:
        return None
    numbers = [_number(word, stages) for part in found for word in part]
    a, b, c, d = (stages if number is None else number for number in numbers)
    return Times((a, b), (c, d)) if a <= b < stages and c <= d < stages else None


def _number(word: str, stages: int) -> int | None:
    """Read a stage's number, from 1 in the address; None where it names no stage."""
    known = {str(number + 1): number for number in range(stages)}
    return known.get(word)
