"""The second door: who it lets in, what it answers, that it closes; no case behind it."""

import http.client
import json
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.web.tally_door import CODE_LENGTH, Door
from relnet.web.tally_door_app import DOOR_FILES, MAX_ASKED, door_app
from relnet.web.tally_room import MAX_TABLES, CannotCount, Room

HOST = "192.168.1.5:8060"
ORIGIN = f"http://{HOST}"
CODE = "K7PX3M"
PEER = "peer.safety.during"


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def client(room: Room) -> FlaskClient:
    return door_app(room, CODE, frozenset({HOST})).test_client()


def post(client: FlaskClient, path: str, body: object, **headers: str) -> TestResponse:
    told = {"Host": HOST, "Origin": ORIGIN, **{k.replace("_", "-"): v for k, v in headers.items()}}
    return client.post(path, json=body, headers=told)


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    told = {"Host": HOST, **{k.replace("_", "-"): v for k, v in headers.items()}}
    return client.get(path, headers=told)


def joined(client: FlaskClient) -> str:
    answer = post(client, "/join", {"code": CODE})
    assert answer.status_code == 200
    return str(answer.get_json()["token"])


def test_a_table_joins_presses_and_takes_back(client: FlaskClient, room: Room) -> None:
    token = joined(client)
    told = post(client, "/press", {"token": token, "place": PEER}).get_json()
    assert (told["table"], told["counts"]) == (2, {PEER: 1})
    assert told["said"] == "Peers, safety, during relocation: 1"
    assert room.now().tally.total == 1
    told = post(client, "/undo", {"token": token}).get_json()
    assert told["said"] == "Taken back: Peers, safety, during relocation."
    assert "nothing to take back" in post(client, "/undo", {"token": token}).get_json()["said"]
    assert post(client, "/state", {"token": token}).get_json()["presses"] == 0


def test_a_table_sees_its_own_presses_alone(client: FlaskClient, room: Room) -> None:
    token = joined(client)
    room.press(1, next(iter(room.now().tally.counts())))
    assert post(client, "/state", {"token": token}).get_json()["counts"] == {}


@pytest.mark.parametrize("code", [" k7px3m ", "K7P X3M", "K7PX3M"])
def test_a_code_is_taken_however_it_is_typed(client: FlaskClient, code: str) -> None:
    assert post(client, "/join", {"code": code}).status_code == 200


@pytest.mark.parametrize("code", ["", "K7PX3", "K7PX3MM", "\ud800", "\uff2b7PX3M"])
def test_a_wrong_code_is_refused(client: FlaskClient, room: Room, code: str) -> None:
    answer = post(client, "/join", {"code": code})
    assert answer.status_code == 403
    assert "not the code" in answer.get_json()["message"]
    assert len(room.now().tally.tables) == 1


def test_guessing_is_stopped_even_where_the_sixth_is_right(client: FlaskClient) -> None:
    for _try in range(5):
        assert post(client, "/join", {"code": "WRONGX"}).status_code == 403
    assert post(client, "/join", {"code": CODE}).status_code == 429


def test_a_flood_of_presses_is_stopped(client: FlaskClient) -> None:
    token = joined(client)
    found = {post(client, "/state", {"token": token}).status_code for _ask in range(60)}
    assert found == {200, 429}


def test_a_full_room_and_a_lost_table_are_told(client: FlaskClient, room: Room) -> None:
    token = joined(client)
    room.remove_table(2)
    answer = post(client, "/press", {"token": token, "place": PEER})
    assert answer.status_code == 401
    assert "Join again" in answer.get_json()["message"]
    while len(room.now().tally.tables) < MAX_TABLES:
        room.add_table()
    assert post(client, "/join", {"code": CODE}).status_code == 422


@pytest.mark.parametrize("path", ["/press", "/undo", "/state"])
def test_nobody_presses_without_having_joined(client: FlaskClient, path: str) -> None:
    assert post(client, path, {"token": "guessed", "place": PEER}).status_code == 401


@pytest.mark.parametrize(
    ("path", "body"),
    [("/join", {}), ("/join", []), ("/join", {"code": 7}), ("/press", {"place": PEER}),
     ("/state", None), ("/join", {"code": "x" * MAX_ASKED})],
)  # fmt: skip
def test_nonsense_is_refused(client: FlaskClient, path: str, body: object) -> None:
    assert post(client, path, body).status_code in {400, 413}


def test_deeply_nested_nonsense_is_refused(client: FlaskClient) -> None:
    answer = client.post(
        "/join", data="[" * 1990, content_type="application/json",
        headers={"Host": HOST, "Origin": ORIGIN},
    )  # fmt: skip
    assert answer.status_code == 400


def test_a_place_that_is_none_is_refused(client: FlaskClient) -> None:
    body = {"token": joined(client), "place": "nobody.safety.during"}
    assert post(client, "/press", body).status_code == 400


OF_RELNET = [
    "/case/amira", "/case/amira/view/table", "/case/amira/history", "/case/amira/edit", "/study",
    "/tally", "/tally/state", "/tally/open", "/tally/tally.csv", "/library/list", "/new",
    "/_dash-layout", "/_dash-update-component", "/_dash-dependencies",
    "/_dash-component-suites/dash/dcc/dash_core_components.js", "/assets/case_map.js",
    "/assets/edit_tally.js", "/assets/../pyproject.toml", "/assets/%2e%2e/pyproject.toml",
    "/assets/", "/static/x", "/sample_cases/amira.relnet.json",
]  # fmt: skip


@pytest.mark.parametrize("path", OF_RELNET)
def test_nothing_of_relnet_is_behind_it(client: FlaskClient, path: str) -> None:
    for answer in (get(client, path), post(client, path, {})):
        assert answer.status_code in {404, 405}
        assert "Amira" not in answer.text
        assert "There is nothing here." in answer.text


def test_its_routes_are_these_alone(room: Room) -> None:
    app = door_app(room, CODE, frozenset({HOST}))
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    assert rules == {"/", "/assets/<name>", "/join", "/press", "/undo", "/state"}
    assert "relnet_shelf" not in app.config


@pytest.mark.parametrize("name", sorted(DOOR_FILES))
def test_it_gives_the_files_of_its_page(client: FlaskClient, name: str) -> None:
    assert get(client, f"/assets/{name}").status_code == 200


def test_its_page_asks_for_its_own_files_alone(client: FlaskClient) -> None:
    page = get(client, "/").text
    assert "//" not in page.replace("<!DOCTYPE html>", "")
    assert page.count('data-place="') == 36
    assert CODE not in page


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8060", "127.0.0.1:8060", "localhost:8060", "192.168.1.5",
     "192.168.1.5:8050", ""],
)  # fmt: skip
def test_another_host_is_refused(client: FlaskClient, host: str) -> None:
    assert get(client, "/", Host=host).status_code == 421
    assert post(client, "/join", {"code": CODE}, Host=host).status_code == 421


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1:8050", "http://192.168.1.5:8050"]
)
def test_another_origin_is_refused(client: FlaskClient, room: Room, origin: str) -> None:
    assert post(client, "/join", {"code": CODE}, Origin=origin).status_code == 403
    assert len(room.now().tally.tables) == 1


def test_what_names_no_origin_or_comes_from_another_site_is_refused(client: FlaskClient) -> None:
    answer = client.post("/join", json={"code": CODE}, headers={"Host": HOST})
    assert answer.status_code == 403
    crossing = {"Sec_Fetch_Site": "cross-site"}
    assert post(client, "/join", {"code": CODE}, **crossing).status_code == 403


@pytest.mark.parametrize("path", ["/", "/nothing", "/assets/tally.css"])
def test_every_answer_is_closed_to_the_outside(client: FlaskClient, path: str) -> None:
    headers = get(client, path).headers
    assert "default-src 'self'" in headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers


# --- a door that really listens ------------------------------------------------------------


@pytest.fixture
def door(room: Room) -> Iterator[Door]:
    made = Door(room, lambda: ("127.0.0.1",))
    yield made
    made.close()


def place(door: Door) -> tuple[str, int]:
    assert door.now is not None
    host, _colon, port = door.now.addresses[0].partition(":")
    return host, int(port)


def code_of(door: Door) -> str:
    assert door.now is not None
    return door.now.code


def is_open(door: Door) -> bool:
    return door.now is not None


def talk(at: tuple[str, int], path: str, body: dict[str, Any] | None = None) -> tuple[int, str]:
    connection = http.client.HTTPConnection(*at, timeout=5)
    headers = {"Content-Type": "application/json", "Origin": f"http://{at[0]}:{at[1]}"}
    method = "GET" if body is None else "POST"
    connection.request(method, path, json.dumps(body) if body else None, headers)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_it_is_closed_at_first_and_after_it_was_turned_off(door: Door, room: Room) -> None:
    assert not is_open(door)
    door.open()
    at, code = place(door), code_of(door)
    assert len(code) == CODE_LENGTH
    status, told = talk(at, "/join", {"code": code})
    assert status == 200
    token = json.loads(told)["token"]
    assert talk(at, "/case/amira")[0] == 404
    door.close()
    assert not is_open(door)
    with pytest.raises(OSError, match="refused"), socket.create_connection(at, timeout=5):
        pass
    with pytest.raises(CannotCount):
        room.table_of(token)


def test_open_connections_are_closed_with_it(door: Door) -> None:
    door.open()
    with socket.create_connection(place(door), timeout=5) as waiting:
        waiting.sendall(b"GET / HTTP/1.1\r\nHost: ")
        door.close()
        # A server that had not read what was sent yet resets the connection: closed as well.
        try:
            heard = waiting.recv(1)
        except ConnectionResetError:
            heard = b""
        assert heard == b""


def test_each_opening_has_a_code_of_its_own(door: Door, room: Room) -> None:
    codes = set()
    for _opening in range(3):
        door.open()
        door.open()
        codes.add(code_of(door))
        room.press(1, next(iter(room.now().tally.counts())))
        door.close()
        door.close()
    assert len(codes) == 3
    assert room.now().tally.total == 3


def test_it_listens_at_the_given_address_alone(door: Door) -> None:
    door.open()
    _host, port = place(door)
    with pytest.raises(OSError, match="refused"), socket.create_connection(("127.0.0.2", port), 5):
        pass


def test_without_an_address_it_says_so(room: Room) -> None:
    with pytest.raises(CannotCount, match="cannot listen on a local network"):
        Door(room, lambda: ("192.0.2.77",)).open()
