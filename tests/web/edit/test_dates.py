"""Dates in plain typing, on their way to the server."""

from typing import Any

import pytest

from relnet.case.messages import RelnetError
from relnet.storage.opening import memory_library
from relnet.web.edit.dates import date_answer, with_dates
from tests.web.libraries import client_of


@pytest.mark.parametrize(
    ("text", "near", "words"),
    [
        ("June 2025", None, "June 2025"),
        ("about March 2024", None, "about March 2024"),
        ("3/6/2025", None, "3 June 2025"),
        ("March", "2024-05", "March 2024"),
    ],
)
def test_what_was_understood_is_said(text: str, near: str | None, words: str) -> None:
    assert date_answer(text, near) == {"words": words}


def test_nothing_typed_is_nothing_to_say() -> None:
    assert date_answer("  ", None) == {}


@pytest.mark.parametrize("text", ["soonish", "31/2/2025", "<b>", "9" * 5000, "\x00", "March"])
def test_what_was_not_understood_is_said(text: str) -> None:
    answer = date_answer(text, None)
    assert list(answer) == ["message"]
    assert answer["message"].endswith(".")


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"@date": "June 2025"}, "2025-06"),
        ({"@date": " "}, None),
        ({"@date": None}, None),
        ({"@date": "March", "near": "2024-05"}, "2024-03"),
        ({"@date": "June 2025", "near": 3}, "2025-06"),
        (
            {"fields": {"when": {"@date": "2025"}, "label": "x"}},
            {"fields": {"when": "2025", "label": "x"}},
        ),
        ([{"@date": "2025"}, 1, None], ["2025", 1, None]),
        ("June 2025", "June 2025"),
    ],
)
def test_dates_become_edtf_wherever_they_stand(values: Any, found: Any) -> None:  # noqa: ANN401 - any JSON value
    assert with_dates(values) == found


@pytest.mark.parametrize("typed", ["soonish", 5, [], {"@date": "2025"}])
def test_what_is_no_date_is_refused(typed: object) -> None:
    if not typed:
        assert with_dates({"@date": typed}) is None
    else:
        with pytest.raises(RelnetError):
            with_dates({"@date": typed})


def test_the_page_asks_while_one_types() -> None:
    client = client_of(memory_library())
    assert client.get("/edit/date?text=June+2025").get_json() == {"words": "June 2025"}
    assert "message" in client.get("/edit/date?text=soonish").get_json()
    assert client.get("/edit/date?text=March&near=2024-05").get_json() == {"words": "March 2024"}
    assert client.get("/edit/date").get_json() == {}
    assert "message" in client.get("/edit/date?text=March&near=nonsense").get_json()
