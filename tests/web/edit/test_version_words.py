"""A version in words: every way in which one comes about."""

from datetime import UTC, datetime
from typing import Any

import pytest

from relnet.case.names import names_of
from relnet.storage.contract import Kind, Version
from relnet.web.edit.version_words import version_words
from tests.network.small import small_case
from tests.web.libraries import SAM

WHEN = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


def said(kind: Kind, *, hidden: bool = False, **more: Any) -> str:  # noqa: ANN401 - any field of a version
    case = small_case()
    version = Version(3, WHEN, SAM, kind, **more)
    return version_words(version, case, names_of(case, hidden=hidden))


@pytest.mark.parametrize(
    ("kind", "target", "words"),
    [
        (Kind.CREATED, None, "Added to the library"),
        (Kind.UNDO, 2, "Undid version 2"),
        (Kind.REDO, 2, "Did version 2 again"),
        (Kind.RESTORED, 1, "Restored version 1"),
        (Kind.PUT_BACK, 2, "Made the edit of version 2 again"),
        (Kind.UPGRADED, None, "Upgraded to the newest format"),
    ],
)
def test_how_a_version_came_about_is_said(kind: Kind, target: int | None, words: str) -> None:
    assert said(kind, target=target) == words


def test_an_edit_is_said_in_its_own_words() -> None:
    operation = {
        "do": "set_state",
        "relationship": "r-kayla",
        "stage": "foster",
        "fields": {"status": "broken"},
    }
    words = said(Kind.EDIT, operation=operation)
    assert "Kayla" in words
    assert "broken" in words
    hidden = said(Kind.EDIT, operation=operation, hidden=True)
    assert "Kayla" not in hidden
    assert "broken" in hidden


@pytest.mark.parametrize("operation", [None, {}, {"do": "of a newer relnet", "x": 1}])
def test_an_edit_of_another_relnet_is_said_to_be_one(operation: dict[str, Any] | None) -> None:
    assert said(Kind.EDIT, operation=operation) == "Edited the case"


@pytest.mark.parametrize(
    ("kind", "words"),
    [(Kind.UNDO, "Undid: "), (Kind.REDO, "Did again: "), (Kind.PUT_BACK, "Made again: ")],
)
def test_what_was_undone_is_said_where_it_is_known(kind: Kind, words: str) -> None:
    case = small_case()
    names = names_of(case, hidden=False)
    edit = Version(2, WHEN, SAM, Kind.EDIT, operation={"do": "set_case", "fields": {"title": "X"}})
    undo = Version(3, WHEN, SAM, kind, target=2)
    assert version_words(undo, case, names, edit) == words + version_words(edit, case, names)
