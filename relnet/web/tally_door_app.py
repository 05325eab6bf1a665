"""What the second door answers: the join page, its files, and what a table presses.

It knows the room, a code, and the names that it is called by. It has no shelf and no library:
there is no case that it could show.
"""

import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, abort, jsonify, request
from werkzeug.exceptions import HTTPException

from relnet.case.messages import RelnetError
from relnet.figures.words_tally import place_words
from relnet.network.tally import PLACE_OF_KEY, Place
from relnet.resources import assets_folder
from relnet.web.quiet import log_failure
from relnet.web.security import Asked, is_ours, send_headers
from relnet.web.server import RelnetServer
from relnet.web.tally_grid import told_counts
from relnet.web.tally_join import join_page, refused_page
from relnet.web.tally_limits import Limit
from relnet.web.tally_room import NotAtATable, Room
from relnet.wording import _

MAX_ASKED = 2_000
"""The largest request (bytes): a code, a token, the name of a place."""

DOOR_FILES: Mapping[str, str] = {
    "relnet.css": "text/css",
    "tally.css": "text/css",
    "edit_tally_join.js": "text/javascript",
    "edit_tally_grid.js": "text/javascript",
    "favicon.svg": "image/svg+xml",
}
"""The files that the join page needs, each with its kind; the door gives no other."""

_WRONG_CODES, _WRONG_SECONDS = 5, 60
_ASKED, _ASKED_SECONDS = 40, 2
_FORBIDDEN, _TOO_MANY, _UNKNOWN, _REFUSED, _FAILED = 403, 429, 401, 422, 500
_LOG = logging.getLogger(__name__)


class WrongCode(RelnetError):  # noqa: N818 - the name says what happened
    """The code is not the one on the trainer's page."""

    def __init__(self) -> None:
        super().__init__(_("This is not the code on the trainer’s page. Look again."))


class TooOften(RelnetError):  # noqa: N818 - as above
    """Somebody asks too often."""

    def __init__(self) -> None:
        super().__init__(_("That was too often. Wait a minute, then try again."))


def door_app(room: Room, code: str, hosts: frozenset[str]) -> Flask:
    """Make the app of an open door.

    Args:
        room: where tables press.
        code: what a device must give to join.
        hosts: what the door is called, each with its port; another name is refused.
    """
    app = RelnetServer("relnet-tally", static_folder=None, template_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_ASKED
    app.config["PROPAGATE_EXCEPTIONS"] = False
    _guard(app, hosts)
    _register_errors(app)
    _register_page(app)
    _register_joining(app, room, code)
    _register_pressing(app, room)
    send_headers(app, lambda: ())
    return app


def _guard(app: Flask, hosts: frozenset[str]) -> None:
    """Refuse other names, other sites, and what no page of ours sends."""

    @app.before_request
    def refuse_strangers() -> None:
        headers = request.headers
        host, origin = headers.get("Host"), headers.get("Origin")
        asked = Asked(
            request.method,
            host,
            origin,
            headers.get("Sec-Fetch-Site"),
            headers.get("Sec-Fetch-Mode"),
            headers.get("Sec-Fetch-Dest"),
        )
        if host is None or host.casefold() not in hosts:
            abort(421)
        # Every browser names the origin of what a page sends.
        if not is_ours(asked) or (request.method == "POST" and origin is None):
            abort(_FORBIDDEN)

    @app.after_request
    def keep_nothing(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        # Browsers know it for https and for their own computer alone, and warn elsewhere.
        response.headers.pop("Cross-Origin-Opener-Policy", None)
        return response


def _register_errors(app: Flask) -> None:
    @app.errorhandler(HTTPException)
    def answered(error: HTTPException) -> Response:
        return Response(refused_page(), error.code or _FAILED, mimetype="text/html")

    @app.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        log_failure(_LOG, error)
        return Response(refused_page(), _FAILED, mimetype="text/html")


def _register_page(app: Flask) -> None:
    page = str(join_page())

    @app.get("/")
    def show_page() -> Response:
        return Response(page, mimetype="text/html")

    @app.get("/assets/<name>")
    def give_file(name: str) -> Response:
        if name not in DOOR_FILES:
            abort(404)
        found = (assets_folder() / name).read_bytes()
        return Response(found, mimetype=DOOR_FILES[name])


def _register_joining(app: Flask, room: Room, code: str) -> None:
    wrong = Limit(_WRONG_CODES, _WRONG_SECONDS)

    @app.post("/join")
    def join() -> Response:
        return _answering(lambda: _joined(room, code, wrong))


def _joined(room: Room, code: str, wrong: Limit) -> Mapping[str, Any]:
    """Give a device a table, where it knows the code."""
    who = request.remote_addr or ""
    if wrong.reached(who):
        raise TooOften
    told = "".join(_text("code").split()).upper()
    if not secrets.compare_digest(told.encode(errors="replace"), code.encode()):
        wrong.count(who)
        raise WrongCode
    token, table = room.join()
    return {"token": token, **_seen(room, table)}


def _register_pressing(app: Flask, room: Room) -> None:
    busy = Limit(_ASKED, _ASKED_SECONDS)

    def asking(act: Callable[[int], Mapping[str, Any]]) -> Response:
        def answer() -> Mapping[str, Any]:
            token = _text("token")
            table = room.table_of(token)
            if busy.reached(token):
                raise TooOften
            busy.count(token)
            return act(table)

        return _answering(answer)

    @app.post("/press")
    def press() -> Response:
        return asking(lambda table: _pressed(room, table, _place()))

    @app.post("/undo")
    def undo() -> Response:
        return asking(lambda table: _undone(room, table))

    @app.post("/state")
    def state() -> Response:
        return asking(lambda table: _seen(room, table))


def _pressed(room: Room, table: int, place: Place) -> Mapping[str, Any]:
    count = room.press(table, place).tally.counts(table)[place]
    said = _("{place}: {count}").format(place=place_words(place), count=count)
    return {**_seen(room, table), "said": said}


def _undone(room: Room, table: int) -> Mapping[str, Any]:
    _now, place = room.undo(table)
    words = _("There is nothing to take back.")
    if place is not None:
        words = _("Taken back: {place}.").format(place=place_words(place))
    return {**_seen(room, table), "said": words}


def _seen(room: Room, table: int) -> dict[str, Any]:
    """Give what a table sees: its own presses."""
    now = room.now()
    if table not in now.tally.tables:
        raise NotAtATable
    counts = now.tally.counts(table)
    return {
        "version": now.version,
        "table": table,
        "presses": sum(counts.values()),
        "counts": told_counts(counts),
    }


def _answering(answer: Callable[[], Mapping[str, Any]]) -> Response:
    try:
        return jsonify(answer())
    except RelnetError as error:
        told = jsonify({"message": str(error)})
        told.status_code = _STATUS.get(type(error), _REFUSED)
        return told


_STATUS: Mapping[type[RelnetError], int] = {
    WrongCode: _FORBIDDEN,
    TooOften: _TOO_MANY,
    NotAtATable: _UNKNOWN,
}


def _text(name: str) -> str:
    """Give a text of the JSON object that was sent; anything else was not sent by our page."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        abort(400)
    value = body.get(name) if isinstance(body, dict) else None
    if not isinstance(value, str):
        abort(400)
    return value


def _place() -> Place:
    found = PLACE_OF_KEY.get(_text("place"))
    if found is None:
        abort(400)
    return found
