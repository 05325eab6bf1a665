"""Who leads, who follows, and what is forgotten."""

from collections.abc import Callable

import pytest

from relnet.web.follow.rooms import (
    GONE_AFTER,
    LEFT_AFTER,
    MAX_FOLLOWERS,
    MAX_ROOMS,
    LeadsNoMore,
    Rooms,
    Shown,
    TooMany,
)
from relnet.web.follow.shown import MAX_SHOWN, NotShown, read_shown


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def rooms(clock: Callable[[], float]) -> Rooms:
    return Rooms(clock)


def shown(rooms: Rooms) -> Shown:
    found = rooms.shown("amira")
    assert found is not None
    return found


def test_what_the_leader_shows_is_shown(rooms: Rooms) -> None:
    token = rooms.lead("amira", "?stage=2", hidden=False)
    first = shown(rooms)
    assert (first.search, first.hidden) == ("?stage=2", False)
    assert rooms.show("amira", token, "?stage=2", hidden=False, at=1) == 0
    assert shown(rooms) == first
    rooms.show("amira", token, "?stage=3", hidden=True, at=2)
    assert shown(rooms).search == "?stage=3"
    assert shown(rooms).hidden
    assert shown(rooms).version != first.version


def test_what_comes_late_is_passed_over(rooms: Rooms) -> None:
    token = rooms.lead("amira", "", hidden=False, at=5)
    rooms.show("amira", token, "?stage=2", hidden=True, at=9)
    rooms.show("amira", token, "?stage=1", hidden=False, at=8)
    assert (shown(rooms).search, shown(rooms).hidden) == ("?stage=2", True)


def test_one_page_leads_a_case(rooms: Rooms) -> None:
    first = rooms.lead("amira", "", hidden=False)
    second = rooms.lead("amira", "?stage=2", hidden=False)
    rooms.lead("idris", "", hidden=False)
    with pytest.raises(LeadsNoMore, match="does not lead"):
        rooms.show("amira", first, "", hidden=False, at=1)
    rooms.stop("amira", first)
    assert rooms.leads("amira", second)
    rooms.stop("amira", second)
    assert rooms.shown("amira") is None
    assert rooms.shown("idris") is not None


def test_followers_are_counted_and_bounded(rooms: Rooms, clock: Clock) -> None:
    assert rooms.follow("amira", "somebody") is None
    token = rooms.lead("amira", "", hidden=False)
    for number in range(MAX_FOLLOWERS):
        rooms.follow("amira", f"who-{number}")
        rooms.follow("amira", f"who-{number}")
    with pytest.raises(TooMany, match="as many as can"):
        rooms.follow("amira", "one-more")
    assert rooms.show("amira", token, "", hidden=False, at=1) == MAX_FOLLOWERS
    clock.now += LEFT_AFTER + 1
    rooms.follow("amira", "one-more")
    assert rooms.show("amira", token, "", hidden=False, at=2) == 1


@pytest.mark.parametrize("token", ["", "x", "é", "\ud800", "名"])
def test_any_other_text_is_not_the_token(rooms: Rooms, token: str) -> None:
    rooms.lead("amira", "", hidden=False)
    assert not rooms.leads("amira", token)
    rooms.stop("amira", token)
    assert rooms.shown("amira") is not None
    with pytest.raises(LeadsNoMore):
        rooms.show("amira", token, "", hidden=False, at=1)


def test_who_says_nothing_is_forgotten(rooms: Rooms, clock: Clock) -> None:
    token = rooms.lead("amira", "", hidden=False)
    clock.now += GONE_AFTER - 1
    rooms.show("amira", token, "", hidden=False, at=1)
    clock.now += GONE_AFTER - 1
    assert rooms.leads("amira", token)
    clock.now += 2
    assert not rooms.leads("amira", token)
    assert rooms.shown("amira") is None


def test_there_are_so_many_rooms_and_no_more(rooms: Rooms) -> None:
    for number in range(MAX_ROOMS + 1):
        rooms.lead(f"case-{number}", "", hidden=False)
    assert rooms.shown("case-0") is None
    assert rooms.shown("case-1") is not None


@pytest.mark.parametrize(
    "search",
    ["", "?stage=3", "?view=tracks&sort=type&stage=2&as=p3&chosen=p1.r4&hide=status-broken.between",
     "?view=focus&times=1-2.4-5&beside=case-mUx_7", "?story=2"],
)  # fmt: skip
def test_what_our_pages_show_is_read(search: str) -> None:
    assert "&".join(f"{key}={value}" for key, value in read_shown(search).items()) == search[1:]


@pytest.mark.parametrize(
    "search",
    ["?name=Amira", "?chosen=Ami ra", "?chosen=%3Cb%3E", "?stage=é", "?view=" + "x" * MAX_SHOWN,
     "?edit=1", "?chosen=%0a"],
)  # fmt: skip
def test_anything_else_is_refused(search: str) -> None:
    with pytest.raises(NotShown, match="did not understand"):
        read_shown(search)
