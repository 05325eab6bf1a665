"""The trainer's page of the tally, and what it asks of the server."""

from base64 import b64decode
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from relnet.web.tally_door import Door
from relnet.web.tally_room import Room
from relnet.web.tally_routes import Counting, hang_tally

PEER = "peer.safety.during"


@pytest.fixture
def counting() -> Iterator[Counting]:
    room = Room()
    made = Counting(room, Door(room, lambda: ("127.0.0.1",)))
    yield made
    made.door.close()


@pytest.fixture
def client(counting: Counting) -> FlaskClient:
    server = create_app(shelf_of(())).server
    hang_tally(server, counting)
    made: FlaskClient = server.test_client()
    return made


def asked(client: FlaskClient, name: str, **values: object) -> dict[str, Any]:
    answer = client.post(f"/tally/{name}", json=values)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def test_the_page_is_whole_before_any_script(client: FlaskClient) -> None:
    page = client.get("/tally").text
    assert page.count('data-place="') == 36
    assert "The room’s tally" in page
    assert 'id="hide-names"' in page
    assert "gone when relnet stops" in page.replace("\n", " ")


def test_it_is_led_to_from_the_study(client: FlaskClient) -> None:
    assert 'href="/tally"' in client.get("/study").text


def test_it_leads_back_to_the_case_as_it_was_shown(client: FlaskClient) -> None:
    page = client.get("/tally?view=tracks&stage=3&case=amira").text
    assert 'href="/case/amira?view=tracks&amp;stage=3">Back to “Amira, as it was”</a>' in page
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert "Back to “The young person, as it was”" in client.get("/tally?case=amira").text


@pytest.mark.parametrize("asked_for", ["", "?case=", "?case=nobody", "?case=%3Cb%3E&stage=2"])
def test_without_a_case_there_is_no_way_back(client: FlaskClient, asked_for: str) -> None:
    answer = client.get(f"/tally{asked_for}")
    assert answer.status_code == 200
    assert "Back to" not in answer.text
    assert "<b>" not in answer.text


def test_what_the_address_says_stays_text(client: FlaskClient) -> None:
    page = client.get('/tally?case=amira&stage="><b>').text
    assert 'href="/case/amira?stage=%22%3E%3Cb%3E"' in page


def test_a_press_is_counted_and_taken_back(client: FlaskClient) -> None:
    told = asked(client, "press", table=1, place=PEER)
    assert told["counts"] == told["tables"]["1"]["counts"] == {PEER: 1}
    assert told["said"] == "Table 1: Peers, safety, during relocation: 1"
    assert told["tables"]["1"]["presses"] == "1 press"
    told = asked(client, "undo", table=1)
    assert told["counts"] == {}
    assert told["said"] == "Table 1: taken back: Peers, safety, during relocation."
    assert "nothing to take back" in asked(client, "undo", table=1)["said"]


def test_tables_are_added_removed_and_emptied(client: FlaskClient) -> None:
    assert asked(client, "add")["chosen"] == 2
    asked(client, "press", table=2, place=PEER)
    told = asked(client, "again")
    assert set(told["tables"]) == {"1", "2"}
    assert told["counts"] == {}
    assert set(asked(client, "remove", table=1)["tables"]) == {"2"}


def test_the_parts_stand_beside_the_study(client: FlaskClient) -> None:
    parts = asked(client, "press", table=1, place=PEER)["parts"]
    assert "1 of 1 (100 %)" in parts["types"]
    assert "7 of 57 (12 %)" in parts["types"]
    assert "14 references" in parts["uses"]
    assert "7, not said of what" in parts["uses"]
    assert "1 press" in parts["uses"]
    picture = parts["picture"].split("base64,")[1].split('"')[0]
    assert "What this room spoke of: 1 press by 1 table" in b64decode(picture).decode()
    assert parts["door"] == ""


def test_looking_again_tells_nothing_until_something_changes(client: FlaskClient) -> None:
    version = client.get("/tally/state").get_json()["version"]
    assert client.get(f"/tally/state?seen={version}").status_code == 204
    asked(client, "press", table=1, place=PEER)
    assert client.get(f"/tally/state?seen={version}").status_code == 200
    assert client.get("/tally/state?seen=nonsense").status_code == 200


def test_the_numbers_and_the_picture_are_files(client: FlaskClient) -> None:
    asked(client, "press", table=1, place=PEER)
    numbers = client.get("/tally/tally.csv")
    assert numbers.mimetype == "text/csv"
    assert "room,1,peer,safety,during,presses,1" in numbers.text
    picture = client.get("/tally/tally.svg")
    assert picture.mimetype == "image/svg+xml"
    assert picture.text.startswith("<svg")
    for answer in (numbers, picture):
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("press", {"table": 1, "place": "nobody.safety.during"}), ("press", {"table": 1}),
        ("press", {"table": "1", "place": PEER}), ("press", {"table": -1, "place": PEER}),
        ("press", {"table": True, "place": PEER}), ("press", {"table": 1, "place": ["x"]}),
        ("undo", {}), ("remove", {"table": None}), ("add", []), ("again", None),
    ],
)  # fmt: skip
def test_nonsense_is_refused(client: FlaskClient, name: str, body: object) -> None:
    assert client.post(f"/tally/{name}", json=body).status_code == 400


def test_what_cannot_be_done_is_told(client: FlaskClient) -> None:
    answer = client.post("/tally/press", json={"table": 9, "place": PEER})
    assert answer.status_code == 422
    assert answer.get_json()["message"] == "This table is not in the room any more."


def test_joining_is_off_until_it_is_turned_on(client: FlaskClient, counting: Counting) -> None:
    assert client.get("/tally/state").get_json()["open"] is False
    told = asked(client, "open")
    door = counting.door.now
    assert door is not None
    assert told["open"] is True
    assert f"http://{door.addresses[0]}" in told["parts"]["door"]
    assert door.code in told["parts"]["door"]
    told = asked(client, "close")
    assert told["open"] is False
    assert told["parts"]["door"] == ""
    assert counting.door.now is None


def test_without_a_network_joining_says_so(client: FlaskClient, counting: Counting) -> None:
    server = client.application
    hang_tally(server, Counting(counting.room, Door(counting.room, lambda: ())))
    answer = client.post("/tally/open", json={})
    assert answer.status_code == 422
    assert "Is this computer connected to one?" in answer.get_json()["message"]


def test_two_servers_share_no_room() -> None:
    one, other = (create_app(shelf_of(())).server.test_client() for _server in range(2))
    one.post("/tally/press", json={"table": 1, "place": PEER})
    assert other.get("/tally/state").get_json()["counts"] == {}


def test_other_sites_cannot_press(client: FlaskClient) -> None:
    answer = client.post(
        "/tally/press", json={"table": 1, "place": PEER}, headers={"Origin": "http://evil.example"}
    )
    assert answer.status_code == 403
