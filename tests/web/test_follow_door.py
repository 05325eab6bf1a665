"""Following from another device: who is let in, what they get, and that it ends."""

import gzip
import socket
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.figures.refs import refs_of
from relnet.figures.showing import read_showing
from relnet.web.case_view import CaseView
from relnet.web.follow import way_in as way_in_module
from relnet.web.follow.door_app import FILES, MOST_TOKENS, Guests, NotLetIn, follow_app
from relnet.web.follow.rooms import LEFT_AFTER, LeadsNoMore, Rooms
from relnet.web.follow.screen import LOOK_EVERY, Screen
from relnet.web.follow.way_in import CannotLetIn, WayIn
from relnet.web.handout.shown import shown_view
from relnet.web.shelf_entry import UnknownCase
from tests.web.test_follow_rooms import Clock
from tests.web.views import look, sample, secret_words

HOST = "192.168.1.5:8060"
ORIGIN = f"http://{HOST}"
CODE = "K7PX3M"
KAYLA = "p11"


class Stage:
    """One case that is led, by hand."""

    def __init__(self) -> None:
        self.rooms, self.at, self.now = Rooms(), 0, 0.0
        self.entry = sample("amira")
        self.token = self.rooms.lead("amira", "", hidden=False)
        self.screen = Screen(lambda: self.rooms.shown("amira"), self.look, lambda: self.now)

    def look(self, args: Mapping[str, str], hidden: bool) -> CaseView:  # noqa: FBT001 - as it is called
        if self.entry.key == "gone":
            raise UnknownCase
        view = look(self.entry, int(args.get("stage", "1")) - 1)
        return replace(view, names=self.entry.names(hidden=hidden))

    def show(self, search: str, *, hidden: bool = False) -> None:
        self.at += 1
        self.rooms.show("amira", self.token, search, hidden=hidden, at=self.at)


@pytest.fixture
def stage() -> Stage:
    return Stage()


@pytest.fixture
def client(stage: Stage) -> FlaskClient:
    return follow_app(stage.screen, Guests(), CODE, frozenset({HOST})).test_client()


def post(client: FlaskClient, path: str, body: object, **headers: str) -> TestResponse:
    return client.post(path, json=body, headers={"Host": HOST, "Origin": ORIGIN, **headers})


def get(client: FlaskClient, path: str, **headers: str) -> TestResponse:
    return client.get(path, headers={"Host": HOST, **headers})


def joined(client: FlaskClient) -> str:
    return str(post(client, "/join", {"code": CODE}).get_json()["token"])


def asked(client: FlaskClient, token: str, seen: str = "") -> TestResponse:
    return post(client, "/state", {"token": token, "seen": seen})


def page(client: FlaskClient, token: str) -> str:

    answer = post(client, "/page", {"token": token, "seen": ""})
    assert answer.headers["Content-Encoding"] == "gzip"
    return gzip.decompress(answer.data).decode()


def test_a_guest_is_told_where_the_leader_is(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    first = asked(client, token).get_json()
    assert (first["view"], first["stage"], first["chosen"]) == ("map", 0, "")
    assert asked(client, token, first["sign"]).status_code == 204
    stage.show(f"?view=tracks&stage=2&chosen={KAYLA}")
    then = asked(client, token, first["sign"]).get_json()
    assert (then["view"], then["stage"], then["chosen"]) == ("tracks", 1, "Chosen: Kayla")
    assert then["page"] == first["page"]
    assert then["refs"] == [KAYLA]
    text = page(client, token)
    assert "Kayla" in text
    assert f'data-ref="{KAYLA}"' in text
    assert ".is-chosen .touch" in text
    stage.show("?view=tracks&stage=2")
    assert asked(client, token, then["sign"]).get_json()["refs"] == []


def test_hidden_names_are_in_nothing_that_follows(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    first = asked(client, token).get_json()
    stage.show(f"?chosen={KAYLA}", hidden=True)
    then = asked(client, token, first["sign"])
    assert then.get_json()["page"] != first["page"]
    text = page(client, token) + then.text
    secrets = [word for word in secret_words(stage.entry.network.case) if f">{word}<" in text]
    assert secrets == []
    assert "Kayla" not in text


def test_what_is_hidden_is_not_in_the_page(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    stage.show(f"?hide=track-community_peer&chosen={KAYLA}")
    text = page(client, token) + asked(client, token).text
    assert "Kayla" not in text
    assert "Marcus" in text


def test_what_is_chosen_is_told_as_the_marks_of_the_page_are_called(
    client: FlaskClient, stage: Stage
) -> None:
    token = joined(client)
    view = look(stage.entry, 0)
    showing = read_showing("track-parent_child", "")
    kept = shown_view(view, showing)[0].case
    tie = next(part for part in kept.relationships if part.from_ == "kayla")
    here = refs_of(kept)[tie.id]
    there = refs_of(view.case)[tie.id]
    assert here != there
    stage.show(f"?hide=track-parent_child&chosen={there}")
    assert asked(client, token).get_json()["refs"] == [here]
    assert f'data-ref="{here}"' in page(client, token)


def test_another_version_of_the_case_is_another_page(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    first = asked(client, token).get_json()
    stage.entry = sample("one-voice")
    stage.now += LOOK_EVERY + 0.1
    assert asked(client, token, first["sign"]).get_json()["page"] != first["page"]


def test_where_nobody_leads_there_is_nothing(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    page(client, token)
    stage.rooms.stop("amira", stage.token)
    assert asked(client, token).get_json()["page"] is None
    assert post(client, "/page", {"token": token, "seen": ""}).status_code == 204


def test_a_case_that_is_gone_is_shown_no_more(client: FlaskClient, stage: Stage) -> None:
    token = joined(client)
    page(client, token)
    stage.entry = replace(stage.entry, key="gone")
    stage.now += LOOK_EVERY + 0.1
    assert asked(client, token).get_json()["page"] is None


@pytest.mark.parametrize("path", ["/state", "/page"])
def test_nothing_is_told_without_the_code(client: FlaskClient, path: str) -> None:
    answer = post(client, path, {"token": "guessed", "seen": ""})
    assert answer.status_code == 401
    assert "Amira" not in answer.text


def test_guessing_is_stopped(client: FlaskClient) -> None:
    for _try in range(5):
        assert post(client, "/join", {"code": "WRONGX"}).status_code == 403
    assert post(client, "/join", {"code": CODE}).status_code == 429


def test_only_so_many_follow(client: FlaskClient) -> None:
    found = [post(client, "/join", {"code": CODE}).status_code for _guest in range(61)]
    assert found == [200] * 60 + [422]


def test_a_flood_is_stopped(client: FlaskClient) -> None:
    token = joined(client)
    assert {asked(client, token).status_code for _ask in range(60)} == {200, 429}


@pytest.mark.parametrize(
    "path",
    ["/case/amira", "/case/amira/handout.html", "/case/amira/follow/state", "/library/list",
     "/tally", "/_dash-layout", "/assets/case_follow.js", "/assets/../pyproject.toml"],
)  # fmt: skip
def test_nothing_else_of_relnet_is_behind_it(client: FlaskClient, path: str) -> None:
    for answer in (get(client, path), post(client, path, {})):
        assert answer.status_code in {404, 405}
        assert "There is nothing here." in answer.text


def test_who_has_left_makes_room_for_others() -> None:
    clock = Clock()
    guests = Guests(clock)
    first = guests.join()
    for _number in range(MOST_TOKENS):
        clock.now += LEFT_AFTER
        stays = guests.join()
    guests.note(stays)
    with pytest.raises(NotLetIn):
        guests.note(first)
    clock.now += LEFT_AFTER + 1
    guests.join()
    assert guests.count() == 1


def test_its_routes_are_these_alone(stage: Stage) -> None:
    app = follow_app(stage.screen, Guests(), CODE, frozenset({HOST}))
    rules = {rule.rule for rule in app.url_map.iter_rules()}
    assert rules == {"/", "/assets/<name>", "/join", "/state", "/page"}
    assert "relnet_shelf" not in app.config


@pytest.mark.parametrize("name", sorted(FILES))
def test_it_gives_the_files_of_its_page(client: FlaskClient, name: str) -> None:
    assert get(client, f"/assets/{name}").status_code == 200


def test_its_page_holds_nothing_of_a_case(client: FlaskClient) -> None:
    text = get(client, "/").text
    assert "Amira" not in text
    assert CODE not in text


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:8060", "192.168.1.5"])
def test_another_host_or_origin_is_refused(client: FlaskClient, host: str) -> None:
    assert get(client, "/", Host=host).status_code == 421
    answer = post(client, "/join", {"code": CODE}, Origin=f"http://{host}")
    assert answer.status_code == 403
    assert client.post("/join", json={"code": CODE}, headers={"Host": HOST}).status_code == 403


# --- a way in that really listens ------------------------------------------------------------


@pytest.fixture
def way_in(stage: Stage) -> Iterator[WayIn]:
    made = WayIn(
        stage.rooms, lambda _key, args, hidden: stage.look(args, hidden), lambda: ("127.0.0.1",)
    )
    yield made
    made.close()


def is_open(at: tuple[str, int]) -> bool:
    try:
        socket.create_connection(at, timeout=5).close()
    except (ConnectionRefusedError, ConnectionResetError):  # reset: it closed in this moment
        return False
    return True


def opened(way_in: WayIn, stage: Stage) -> tuple[str, int]:
    host, _colon, port = way_in.open("amira", stage.token).addresses[0].partition(":")
    return host, int(port)


def test_turned_off_means_gone(way_in: WayIn, stage: Stage) -> None:
    at = opened(way_in, stage)
    assert is_open(at)
    assert way_in.now("amira", stage.token) is not None
    assert way_in.now("amira", "guessed") is None
    way_in.close()
    assert not is_open(at)
    assert way_in.now("amira", stage.token) is None


def test_only_the_leader_opens_it(way_in: WayIn) -> None:
    with pytest.raises(LeadsNoMore):
        way_in.open("amira", "guessed")


def test_it_closes_by_itself_when_nobody_leads(
    way_in: WayIn, stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way_in_module, "LOOK_EVERY", 0.05)
    at = opened(way_in, stage)
    stage.rooms.stop("amira", stage.token)
    until = time.monotonic() + 10
    while is_open(at) and time.monotonic() < until:
        time.sleep(0.05)
    assert not is_open(at)


def test_another_case_closes_the_first(way_in: WayIn, stage: Stage) -> None:
    first = way_in.open("amira", stage.token)
    token = stage.rooms.lead("one-voice", "", hidden=False)
    assert way_in.open("one-voice", token).code != first.code
    assert way_in.now("amira", stage.token) is None


def test_without_a_network_it_says_so(stage: Stage) -> None:
    way_in = WayIn(stage.rooms, lambda _key, args, hidden: stage.look(args, hidden), lambda: ())
    with pytest.raises(CannotLetIn, match="cannot listen on a local network"):
        way_in.open("amira", stage.token)
