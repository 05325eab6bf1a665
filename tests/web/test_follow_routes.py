"""What case pages of this computer ask when they lead and follow."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.follow.rooms import Rooms
from relnet.web.follow.routes import Following, hang_following, look_on
from relnet.web.follow.way_in import WayIn
from relnet.web.shelf import shelf_of

GUESSED = "guessed"
HERE = "/case/amira/follow"


@pytest.fixture
def server() -> Iterator[Flask]:
    app: Flask = create_app(shelf_of(())).server
    rooms = Rooms()
    following = Following(rooms, WayIn(rooms, look_on(app), lambda: ("127.0.0.1",)))
    hang_following(app, following)
    yield app
    following.way_in.close()


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


def post(client: FlaskClient, name: str, **values: Any) -> Any:  # noqa: ANN401 - JSON
    body = {"search": "", "at": 1, **values}
    return client.post(f"{HERE}/{name}", json=body).get_json()


def state(client: FlaskClient, seen: str = "") -> Any:  # noqa: ANN401 - a response
    return client.get(f"{HERE}/state", query_string={"who": "a-page", "seen": seen})


def test_a_page_leads_and_another_follows(client: FlaskClient) -> None:
    assert state(client).get_json() == {"version": "-", "search": None}
    assert state(client, "-").status_code == 204
    token = post(client, "lead", search="?stage=2")["token"]
    first = state(client).get_json()
    assert (first["search"], first["hidden"]) == ("?stage=2", False)
    assert state(client, first["version"]).status_code == 204
    told = post(client, "show", token=token, search="?stage=3", at=2)
    assert told == {"open": False, "door": "", "followers": "1 follows."}
    assert state(client, first["version"]).get_json()["search"] == "?stage=3"
    post(client, "stop", token=token)
    assert state(client).get_json()["search"] is None


def test_hidden_names_are_read_from_the_leaders_own_browser(client: FlaskClient) -> None:
    token = post(client, "lead")["token"]
    client.set_cookie("relnet_names", "hidden")
    post(client, "show", token=token, at=2)
    assert state(client).get_json()["hidden"] is True


def test_who_does_not_lead_says_nothing(client: FlaskClient) -> None:
    post(client, "lead", search="?stage=2")
    assert "does not lead" in post(client, "show", token=GUESSED, search="?stage=4")["ended"]
    assert "does not lead" in post(client, "open", token=GUESSED)["message"]
    assert state(client).get_json()["search"] == "?stage=2"


@pytest.mark.parametrize(
    "body",
    [{}, {"search": 1, "at": 1}, {"search": "", "at": -1}, {"search": "", "at": True},
     {"search": ""}, [], {"search": "", "at": 2**60}],
)  # fmt: skip
def test_nonsense_is_refused(client: FlaskClient, body: object) -> None:
    assert client.post(f"{HERE}/lead", json=body).status_code == 400


def test_what_no_page_shows_is_refused(client: FlaskClient) -> None:
    answer = client.post(f"{HERE}/lead", json={"search": "?name=Amira", "at": 1})
    assert answer.status_code == 422
    assert state(client).get_json()["search"] is None


@pytest.mark.parametrize("who", ["", "x" * 65])
def test_who_follows_says_so_in_a_few_signs(client: FlaskClient, who: str) -> None:
    assert client.get(f"{HERE}/state", query_string={"who": who}).status_code == 400


def test_a_case_that_is_not_there_is_led_by_nobody(client: FlaskClient) -> None:
    answer = client.post("/case/nothing/follow/lead", json={"search": "", "at": 1})
    assert answer.status_code == 404


def test_other_sites_are_refused(client: FlaskClient) -> None:
    headers = {"Origin": "http://evil.example"}
    body = {"search": "", "at": 1}
    assert client.post(f"{HERE}/lead", json=body, headers=headers).status_code == 403


def test_the_way_in_opens_for_the_leader_and_closes_with_them(client: FlaskClient) -> None:
    token = post(client, "lead")["token"]
    told = post(client, "open", token=token)
    assert told["open"]
    assert "http://127.0.0.1:" in told["door"]
    assert post(client, "open", token=token)["door"] == told["door"]
    assert not post(client, "close", token=token)["open"]
    assert post(client, "open", token=token)["door"] != told["door"]
    other = post(client, "lead", at=3)["token"]
    assert not post(client, "show", token=other, at=4)["open"]


def test_two_servers_share_nothing(client: FlaskClient) -> None:
    post(client, "lead")
    other = create_app(shelf_of(())).server.test_client()
    assert state(other).get_json()["search"] is None


def test_the_page_offers_it(client: FlaskClient) -> None:
    page = client.get("/case/amira").text
    assert "Lead: others with this page follow me" in page
    assert page.count('id="follow"') == 1
