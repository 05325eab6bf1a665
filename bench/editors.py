"""Many editors at once, each a scripted client of the real server: the rate, and what is lost."""

import json
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Barrier
from typing import NamedTuple

from bench.asking import Answer, Client, client_of
from bench.figures import Spread, spread
from bench.kept import data_folder, edit_of, keep_made, library_in
from bench.servers import Server, relnet_on
from relnet.case.models import Case
from relnet.editing.operations import operation_values
from relnet.storage.contract import Library, Version

_PATIENCE = 120.0
_RESTS = 0.3
"""How long (s) a page waits after an edit before it asks for the rest (assets/edit_live.js)."""

_EVERY = 10.0
"""How often (s) somebody edits who reads, thinks and talks."""


@dataclass(frozen=True)
class EditorsFigures:
    """What many editors did at once.

    Attributes:
        editors: how many.
        cases: on how many cases.
        paced: whether each paused between edits and asked what a page asks then.
        edits: how many edits were acknowledged.
        seconds: how long all of it took.
        answer: ms from an edit to its acknowledgement.
        missing: acknowledged edits that are not, or not once, where they were said to be.
        doubled: version numbers that a case does not have exactly once.
    """

    editors: int
    cases: int
    paced: bool
    edits: int
    seconds: float
    answer: Spread
    missing: int
    doubled: int

    @property
    def rate(self) -> float:
        """Edits in a second."""
        return self.edits / self.seconds


class Acknowledged(NamedTuple):
    """An edit that was answered: on which case, what it said, what the page showed then."""

    case_id: str
    text: str
    seen: int
    number: int
    took: float


class _Editor(NamedTuple):
    place: int
    case_id: str
    case: Case


def measure_editors(*, edits: int) -> list[EditorsFigures]:
    """Measure 20 editors on one case and 50 on different ones, so many edits each.

    Each as fast as they can first, then at the pace of people: a quarter of the edits.
    """
    return [
        _measure(editors, cases, count, paced=paced)
        for paced, count in ((False, edits), (True, max(edits // 4, 2)))
        for editors, cases in ((20, 1), (50, 50))
    ]


def _measure(editors: int, cases: int, edits: int, *, paced: bool) -> EditorsFigures:
    with data_folder() as data:
        with library_in(data) as library:
            kept = [keep_made(library, number) for number in range(cases)]
            those = [
                _Editor(place, kept[place % cases], library.get(kept[place % cases]).case)
                for place in range(editors)
            ]
        with relnet_on(data) as server:
            made, seconds = _edit_together(server, those, edits, paced=paced)
        missing, doubled = _looked_for(data, made)
    return EditorsFigures(
        editors=editors,
        cases=cases,
        paced=paced,
        edits=len(made),
        seconds=seconds,
        answer=spread([edit.took for edit in made]),
        missing=missing,
        doubled=doubled,
    )


def _edit_together(
    server: Server, editors: Sequence[_Editor], edits: int, *, paced: bool
) -> tuple[list[Acknowledged], float]:
    """Let all edit at once; give the edits, and how long (s) that took."""
    ready = Barrier(len(editors) + 1)
    edit = partial(_paced if paced else _at_once, edits=edits)

    def stream(editor: _Editor) -> list[Acknowledged]:
        with client_of(server, f"editor-{editor.place:02}", f"Editor {editor.place}") as client:
            page = _Page(client, editor)
            ready.wait(_PATIENCE)
            return edit(page)

    with ThreadPoolExecutor(len(editors)) as threads:
        streams = [threads.submit(stream, editor) for editor in editors]
        ready.wait(_PATIENCE)
        start = time.perf_counter()
        made = [edit for each in streams for edit in each.result()]
        return made, time.perf_counter() - start


def _at_once(page: "_Page", edits: int) -> list[Acknowledged]:
    """Edit without a pause."""
    return [page.edit(number) for number in range(edits)]


def _paced(page: "_Page", edits: int) -> list[Acknowledged]:
    """Edit now and then, and ask for what a page asks for after an edit."""
    # The golden ratio spreads them evenly, however many they are.
    begin = time.perf_counter() + _EVERY * (0.618 * page.editor.place % 1)
    made = []
    for number in range(edits):
        time.sleep(max(0.0, begin + _EVERY * number - time.perf_counter()))
        made.append(page.edit(number))
        page.follow_up()
    return made


class _Page:
    """A case page that is open: what it shows, and what it sends."""

    def __init__(self, client: Client, editor: _Editor) -> None:
        self.editor = editor
        self._client = client
        self._address = f"/case/{editor.case_id}"
        stage = editor.place % len(editor.case.stages) + 1
        self._look = {"stage": str(stage)}
        self._whole = self._newest = 1
        client.get(f"{self._address}?stage={stage}&edit=1")

    def edit(self, number: int) -> Acknowledged:
        """Make an edit, and take in the answer."""
        operation, text = edit_of(self.editor.case, self.editor.place, number)
        seen = self._newest
        answer = self._ask("edit", operation=operation_values(operation))
        self._newest = answer.told["number"]
        return Acknowledged(self.editor.case_id, text, seen, self._newest, answer.took)

    def follow_up(self) -> None:
        """Bring the form anew, and a little later everything else that is other by now."""
        self._client.get(f"{self._address}/form?stage={self._look['stage']}&chosen=r0")
        time.sleep(_RESTS)
        told = self._ask("news").told
        self._whole = self._newest = told.get("number", self._newest)

    def _ask(self, what: str, **values: object) -> Answer:
        shown = {"seen": self._whole, "told": self._newest, "look": self._look}
        return self._client.post(f"{self._address}/{what}", **values, **shown)


def _looked_for(data: Path, made: Sequence[Acknowledged]) -> tuple[int, int]:
    """Look for all edits in the library; give how many are missing, and numbers doubled."""
    by_case: dict[str, list[Acknowledged]] = {}
    for edit in made:
        by_case.setdefault(edit.case_id, []).append(edit)
    with library_in(data) as library:
        found = [looked_into(library, case_id, edits) for case_id, edits in by_case.items()]
    return sum(missing for missing, _doubled in found), sum(doubled for _missing, doubled in found)


def looked_into(library: Library, case_id: str, made: Sequence[Acknowledged]) -> tuple[int, int]:
    """Look for the edits of one case; give how many are missing, and numbers not there once."""
    versions = library.history(case_id, most=2 * len(made) + 10)
    numbers = Counter(version.number for version in versions)
    expected = range(1, library.line(case_id).number + 1)
    doubled = len(set(expected) ^ set(numbers)) + sum(count > 1 for count in numbers.values())
    return sum(not _is_there(versions, edit) for edit in made), doubled


def _is_there(versions: Sequence[Version], edit: Acknowledged) -> bool:
    """Whether one version says what an edit said, and its page showed that one or a later."""
    numbers = [version.number for version in versions if _says(version, edit.text)]
    return len(numbers) == 1 and edit.seen < numbers[0] <= edit.number


def _says(version: Version, text: str) -> bool:
    return any(text in json.dumps(change.after) for change in version.changes)
