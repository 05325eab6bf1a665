"""What a page is told after an edit, in words; and what its short names mean by then."""

from collections.abc import Iterator
from typing import Any

import pytest

from relnet.case.models import Case
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Editor, Library, Outcome
from relnet.storage.opening import memory_library
from relnet.web.case_view import CaseView
from relnet.web.edit.answers import Before, answer_to_edit, answer_with_all, news_since
from relnet.web.edit.moved import moved_look, moved_refs, moved_stages
from tests.network.small import small_case
from tests.web.views import entry_of, look

SAM, KIM = Editor("sam-" * 8, "Sam"), Editor("kim-" * 8, "Kim")


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def key(library: Library) -> str:
    return library.create(small_case(), SAM).line.id


def strength(value: str) -> dict[str, Any]:
    told = {"relationship": "r-kayla", "stage": "before"}
    return {"do": "set_state", **told, "fields": {"strength": value}}


def edit(library: Library, key: str, by: Editor, seen: int, values: dict[str, Any]) -> Outcome:
    operation = read_operation(values)
    return library.edit(key, lambda case: perform(case, operation), values, by, seen)


def view_of(library: Library, key: str, *, hidden: bool = False) -> CaseView:
    return look(entry_of(library.get(key).case), hidden=hidden)


def told(library: Library, key: str, by: Editor, *, hidden: bool = False) -> list[str]:
    """Give what an editor is told who has seen version 1."""
    view = view_of(library, key, hidden=hidden)
    news = news_since(library, key, 1, by)
    answer = answer_with_all(Before(None, None), view, (), news)
    return [notice["words"] for notice in answer["notices"]]


def test_nobody_is_told_of_own_edits(library: Library, key: str) -> None:
    edit(library, key, SAM, 1, strength("weak"))
    assert told(library, key, SAM) == []
    (words,) = told(library, key, KIM)
    assert words.startswith("Sam: ")
    assert "weak" in words


def test_nobody_is_told_twice_what_an_own_edit_replaced(library: Library, key: str) -> None:
    edit(library, key, KIM, 1, strength("weak"))
    outcome = edit(library, key, SAM, 1, strength("strong"))
    answer = answer_to_edit(Before(None, None), view_of(library, key), outcome)
    (notice,) = answer["notices"]
    assert notice["words"].startswith("Kim changed the same a moment ago (")
    assert notice["version"] == 2
    assert told(library, key, SAM) == []


def test_the_other_is_told_that_theirs_was_replaced(library: Library, key: str) -> None:
    edit(library, key, KIM, 1, strength("weak"))
    edit(library, key, SAM, 1, strength("strong"))
    replaced, done = told(library, key, KIM)
    assert replaced.startswith("Sam changed the same without seeing yours (")
    assert done.startswith("Sam: ")


def test_nobody_is_named_where_names_are_hidden(library: Library, key: str) -> None:
    edit(library, key, KIM, 1, strength("weak"))
    outcome = edit(library, key, SAM, 1, strength("strong"))
    hidden = view_of(library, key, hidden=True)
    answer = answer_to_edit(Before(None, None), hidden, outcome)
    words = [notice["words"] for notice in answer["notices"]]
    words += [*told(library, key, KIM, hidden=True)]
    assert len(words) == 3
    for line in words:
        assert line.startswith("A colleague")
        assert not [name for name in ("Kim", "Sam", "Kayla") if name in line]


def edited(*operations: dict[str, Any]) -> Case:
    case = small_case()
    for values in operations:
        case = perform(case, read_operation(values))
    return case


def test_short_names_follow_who_they_are_of() -> None:
    new = edited({"do": "remove_entry", "section": "people", "id": "gran"})
    refs = moved_refs(small_case(), new)
    assert refs["p1"] is None
    assert (refs["p2"], refs["p3"], refs["p4"]) == ("p1", "p2", "p3")
    assert "p0" not in refs
    assert "yp" not in refs
    assert moved_refs(new, new) == {}


def test_stages_follow_what_they_are() -> None:
    new = edited(
        {"do": "add_stage", "label": "Earlier", "phase": "before"},
        {"do": "remove_stage", "stage": "later"},
    )
    assert moved_stages(small_case(), new) == {"0": 1, "1": 2}


@pytest.mark.parametrize(
    ("looked", "now"),
    [
        ({"stage": "2", "as": "p2"}, {"stage": "3", "as": "p1"}),
        ({"stage": "", "as": ""}, {"stage": "2", "as": ""}),
        ({}, {"stage": "2", "as": ""}),
        ({"stage": "1", "as": "p1"}, {"stage": "2", "as": ""}),
        ({"stage": "9", "as": "team"}, {"stage": "9", "as": "team"}),
        ({"stage": "x", "as": "x"}, {"stage": "x", "as": "x"}),
    ],
)
def test_a_look_is_at_the_same(looked: dict[str, str], now: dict[str, str]) -> None:
    new = edited(
        {"do": "add_stage", "label": "Earlier", "phase": "before"},
        {"do": "remove_entry", "section": "people", "id": "gran"},
    )
    assert moved_look(small_case(), new, looked) == now
