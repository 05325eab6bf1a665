"""The page of a new case, and what it asks the server."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.web.libraries import SAM, asked, client_of, told


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


def answers(**changes: object) -> dict[str, Any]:
    """Give answers as assets/edit_new.js sends them."""
    given: dict[str, Any] = {
        "name": "Amira",
        "home": "Riverside",
        "moved_to": [{"name": "Northfield", "distance_miles": "62"}],
        "stages": [
            {"phase": "before", "label": "At home", "area": "home", "when": ""},
            {"phase": "during", "label": "Foster", "area": "placement-1", "when": "June 2025"},
        ],
        "people": [
            {"name": "Mum", "role": "", "type": None, "track": None, "area": "home"},
            {"name": "", "role": "", "type": None, "track": None, "area": None},
        ],
    }
    return given | changes


def faults(client: FlaskClient, **changes: object) -> list[str]:
    answer = told(asked(client, "/new/check", answers=answers(**changes)))
    return [fault["where"] for fault in answer["faults"]]


def test_the_page_has_four_steps_of_which_one_is_seen(client: FlaskClient) -> None:
    text = client.get("/new").text
    assert "<title>New case · relnet</title>" in text
    assert text.count('<fieldset class="step"') == 4
    assert text.count('aria-current="step"') == 1


def test_answers_make_a_case_that_opens_for_editing(client: FlaskClient, library: Library) -> None:
    answer = told(asked(client, "/new/make", answers=answers()))
    (line,) = library.lines()
    assert answer["go"] == f"/case/{line.id}?edit=1"
    assert line.changed_by == SAM.name
    case = library.get(line.id).case
    assert [area.distance_miles for area in case.areas] == [None, 62]
    assert [person.name for person in case.people] == ["Mum"]
    assert client.get(answer["go"]).status_code == 200


def test_faults_name_the_answer(client: FlaskClient) -> None:
    assert faults(client) == []
    assert faults(client, name=" ", home="") == ["name", "home"]
    moved = [{"name": "", "distance_miles": "far"}]
    assert faults(client, moved_to=moved, stages=[]) == ["moved_to[0].distance_miles", "stages"]


def test_nothing_is_kept_of_answers_with_faults(client: FlaskClient, library: Library) -> None:
    answer = asked(client, "/new/make", answers=answers(name=""))
    assert answer.status_code == 422
    assert answer.get_json()["faults"][0]["where"] == "name"
    assert library.lines() == ()


def test_a_role_suggests_type_and_track(client: FlaskClient) -> None:
    assert told(asked(client, "/new/suggest", role="best friend")) == {
        "type": "peer",
        "track": "community_peer",
    }
    assert told(asked(client, "/new/suggest", role="zzz")) == {}


@pytest.mark.parametrize("nonsense", [None, [], {"name": 1}, answers(stages=[{"phase": "never"}])])
def test_nonsense_is_refused(client: FlaskClient, nonsense: object) -> None:
    for name in ("check", "make"):
        assert asked(client, f"/new/{name}", answers=nonsense).status_code == 400


def test_hidden_names_and_no_library_are_told_in_the_place_of_the_form(
    client: FlaskClient,
) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = client.get("/new").text
    assert "Show names to go on" in text
    assert "<form" not in text
    assert "cannot keep cases" in client_of(None).get("/new").text
    assert asked(client_of(None), "/new/make", answers=answers()).status_code == 422
