"""Many editors at once: what was acknowledged is there, under a number of its own."""

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier
from typing import Any, NamedTuple

import pytest
from flask import Flask

from relnet.storage.contract import Library, Version
from relnet.storage.sql import SqlLibrary
from relnet.web.app import create_app
from relnet.web.shelf import shelf_of
from tests.web.libraries import keep, told

EDITORS, EDITS = 6, 8


class Acknowledged(NamedTuple):
    """An edit that was answered: who made it, what it said, what its page showed after it."""

    key: str
    text: str
    seen: int
    number: int


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'library.sqlite3'}"


@pytest.fixture
def library(url: str) -> Iterator[Library]:
    made = SqlLibrary(url)
    yield made
    made.close()


def operation_of(text: str, number: int) -> dict[str, Any]:
    """Make an edit of what everybody edits, or of something that others leave alone."""
    if number % 2:
        return {"do": "set_case", "fields": {"about": text}}
    note = {"do": "set_fields", "section": "people", "id": "mum", "fields": {"note": text}}
    state = {"do": "set_state", "relationship": "mum-yp", "stage": "away", "fields": {}}
    own = {**state, "fields": {"status": "active", "note": text}}
    return note if number % 4 else own


def edit_on(server: Flask, case_id: str, editor: int, together: Barrier) -> list[Acknowledged]:
    """Make the edits of one editor, each after the answer to the one before it."""
    client = server.test_client()
    by = {"key": f"editor-{editor:02}-of-these-tests", "name": f"Editor {editor}"}
    made, seen = [], 1
    together.wait(timeout=30)
    for number in range(EDITS):
        text = f"Editor {editor} says {number}."
        answer = told(
            client.post(
                f"/case/{case_id}/edit",
                json={
                    "operation": operation_of(text, number),
                    "seen": seen,
                    "told": seen,
                    "look": {"stage": "1"},
                    "by": by,
                },
            )
        )
        made.append(Acknowledged(by["key"], text, seen, answer["number"]))
        seen = answer["number"]
    return made


def edit_together(library: Library, cases: list[str]) -> dict[str, list[Acknowledged]]:
    """Let as many editors as cases edit at once; the same case may be named several times."""
    server = create_app(shelf_of((), library=library)).server
    together = Barrier(len(cases))
    found: dict[str, list[Acknowledged]] = {case_id: [] for case_id in cases}
    with ThreadPoolExecutor(len(cases)) as threads:
        made = [
            (case_id, threads.submit(edit_on, server, case_id, editor, together))
            for editor, case_id in enumerate(cases)
        ]
    for case_id, edits in made:
        found[case_id] += edits.result()
    return found


def says(version: Version, text: str) -> bool:
    return text in json.dumps([change.after for change in version.changes])


def check(url: str, case_id: str, acknowledged: list[Acknowledged]) -> None:
    """Look for each edit in the library, as the next one who opens it."""
    with closing(SqlLibrary(url)) as library:
        history = library.history(case_id, most=1000)
        newest = library.get(case_id)
    numbers = [version.number for version in reversed(history)]
    assert numbers == list(range(1, len(acknowledged) + 2))
    assert newest.line.number == len(history)
    for edit in acknowledged:
        (version,) = (one for one in history if one.by.key == edit.key and says(one, edit.text))
        # The page shows its own edit, and may show what others did a moment later.
        assert edit.seen < version.number <= edit.number
    assert any(says(history[0], edit.text) for edit in acknowledged)
    abouts = [one for one in history if any(c.path == ("about",) for c in one.changes)]
    assert newest.case.about == abouts[0].changes[0].after


def test_editors_of_one_case_lose_nothing(library: Library, url: str) -> None:
    case_id = keep(library, "One for all")
    found = edit_together(library, [case_id] * EDITORS)
    assert len(found[case_id]) == EDITORS * EDITS
    check(url, case_id, found[case_id])
    by = Counter(version.by.name for version in library.history(case_id, most=1000))
    assert all(by[f"Editor {editor}"] == EDITS for editor in range(EDITORS))


def test_editors_of_different_cases_do_not_meet(library: Library, url: str) -> None:
    cases = [keep(library, f"Case {number}") for number in range(EDITORS)]
    for case_id, acknowledged in edit_together(library, cases).items():
        assert [edit.number for edit in acknowledged] == list(range(2, EDITS + 2))
        check(url, case_id, acknowledged)
