"""What case pages of this computer ask: who leads, what is shown, letting others in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import Flask, Response, current_app, jsonify, request
from werkzeug.exceptions import BadRequest

from relnet.case.messages import RelnetError
from relnet.web.addresses import CASE_RULE, case_address
from relnet.web.case_view import CaseView, view_of
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, text_of
from relnet.web.follow.parts import door_now, followers_words
from relnet.web.follow.rooms import LeadsNoMore, Rooms
from relnet.web.follow.shown import read_shown
from relnet.web.follow.way_in import WayIn
from relnet.web.paging import Visit
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.wording import _

_PLACE = "relnet_follow"
_NO_CONTENT = 204
_MOST_WHO = 64
_LATEST = 2**53
_Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Following:
    """Who leads on a server, and the way in for others."""

    rooms: Rooms
    way_in: WayIn


def look_on(server: Flask) -> Callable[[str, Mapping[str, str], bool], CaseView]:
    """Give what finds a view among the cases of a server, outside of its requests."""

    def look(key: str, args: Mapping[str, str], hidden: bool) -> CaseView:  # noqa: FBT001 - as it is called
        with server.app_context():
            return view_of(Visit(case_address(key), {"key": key}, args, hidden))

    return look


def hang_following(server: Flask, following: Following | None = None) -> None:
    """Give a server its rooms and a closed way in; only tests give others."""
    if following is None:
        rooms = Rooms()
        following = Following(rooms, WayIn(rooms, look_on(server)))
    server.config[_PLACE] = following


def current_following() -> Following:
    """Give what the app that answers the current request has for following."""
    following: Following = current_app.config[_PLACE]
    return following


def register_following(server: Flask) -> None:
    """Answer what the pages ask."""
    hang_following(server)
    for name, act in _ACTS.items():
        server.add_url_rule(
            f"{CASE_RULE}/follow/{name}", f"follow_{name}", _answer_with(act), methods=["POST"]
        )

    @server.get(f"{CASE_RULE}/follow/state")
    def follow_state(key: str) -> Response:
        who = request.args.get("who", "")
        if not 0 < len(who) <= _MOST_WHO:
            raise BadRequest
        return _state(key, who, request.args.get("seen", ""))


def _state(key: str, who: str, seen: str) -> Response:
    """Give what is shown to somebody who follows; nothing where they have seen it."""
    try:
        shown = current_following().rooms.follow(key, who)
    except RelnetError as error:
        return answering(_raiser(error))
    version = str(shown.version) if shown else "-"
    if version == seen:
        return Response(status=_NO_CONTENT)
    if shown is None:
        return jsonify({"version": version, "search": None})
    return jsonify({"version": version, "search": shown.search, "hidden": shown.hidden})


def _raiser(error: RelnetError) -> Callable[[], _Values]:
    def again() -> _Values:
        raise error

    return again


def _answer_with(act: Callable[[str, _Values], _Values]) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        try:
            values = asked_values()
            response = answering(lambda: act(key, values))
        finally:
            current_following().way_in.close_unless_led()
        return response

    return answer


def _lead(key: str, values: _Values) -> _Values:
    current_shelf().get(key)
    search, hidden = _shown(values), names_hidden(request.cookies)
    rooms = current_following().rooms
    token = rooms.lead(key, search, hidden=hidden, at=_time_of(values))
    return {"token": token, **_told(key, token, 0)}


def _show(key: str, values: _Values) -> _Values:
    token, search = text_of(values, "token"), _shown(values)
    hidden = names_hidden(request.cookies)
    try:
        here = current_following().rooms.show(
            key, token, search, hidden=hidden, at=_time_of(values)
        )
    except LeadsNoMore as error:
        return {"ended": str(error)}
    return _told(key, token, here)


def _stop(key: str, values: _Values) -> _Values:
    current_following().rooms.stop(key, text_of(values, "token"))
    return {"ended": _("This page does not lead any more.")}


def _open(key: str, values: _Values) -> _Values:
    token = text_of(values, "token")
    current_following().way_in.open(key, token)
    return _told(key, token, 0)


def _close(key: str, values: _Values) -> _Values:
    token = text_of(values, "token")
    following = current_following()
    if following.rooms.leads(key, token):
        following.way_in.close()
    return _told(key, token, 0)


_ACTS: Mapping[str, Callable[[str, _Values], _Values]] = {
    "lead": _lead,
    "show": _show,
    "stop": _stop,
    "open": _open,
    "close": _close,
}


def _told(key: str, token: str, here: int) -> _Values:
    """Tell the page that leads who follows, and how others are let in."""
    found = current_following().way_in.now(key, token)
    door, elsewhere = found or (None, 0)
    return {
        "open": door is not None,
        "door": str(door_now(door)),
        "followers": followers_words(here + elsewhere),
    }


def _shown(values: _Values) -> str:
    search = text_of(values, "search")
    read_shown(search)
    return search


def _time_of(values: _Values) -> int:
    at = values.get("at")
    if not isinstance(at, int) or isinstance(at, bool) or not 0 <= at <= _LATEST:
        raise BadRequest
    return at
