"""What the second door answers: the join page, its files, and what a table presses.

It knows the room, a code, and the names that it is called by. It has no shelf and no library:
there is no case that it could show.
"""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, abort

from relnet.figures.words_tally import place_words
from relnet.network.tally import PLACE_OF_KEY, Place
from relnet.web.lan_app import (
    MAX_ASKED,
    CodeCheck,
    TooOften,
    answering_json,
    make_lan_app,
    sent_text,
)
from relnet.web.tally_grid import told_counts
from relnet.web.tally_join import join_page, refused_page
from relnet.web.tally_limits import Limit
from relnet.web.tally_room import NotAtATable, Room
from relnet.wording import _

__all__ = ["DOOR_FILES", "MAX_ASKED", "door_app"]

DOOR_FILES: Mapping[str, str] = {
    "relnet.css": "text/css",
    "tally.css": "text/css",
    "edit_tally_join.js": "text/javascript",
    "edit_tally_grid.js": "text/javascript",
    "favicon.svg": "image/svg+xml",
}
"""The files that the join page needs, each with its kind; the door gives no other."""

_ASKED, _ASKED_SECONDS = 40, 2
_UNKNOWN = 401


def door_app(room: Room, code: str, hosts: frozenset[str]) -> Flask:
    """Make the app of an open door.

    Args:
        room: where tables press.
        code: what a device must give to join.
        hosts: what the door is called, each with its port; another name is refused.
    """
    app = make_lan_app("relnet-tally", hosts, (join_page(), refused_page()), DOOR_FILES)
    _register_joining(app, room, code)
    _register_pressing(app, room)
    return app


def _register_joining(app: Flask, room: Room, code: str) -> None:
    known = CodeCheck(code, _("This is not the code on the trainer’s page. Look again."))

    @app.post("/join")
    def join() -> Response:
        return _answering(lambda: _joined(room, known))


def _joined(room: Room, known: CodeCheck) -> Mapping[str, Any]:
    """Give a device a table, where it knows the code."""
    known.check()
    token, table = room.join()
    return {"token": token, **_seen(room, table)}


def _register_pressing(app: Flask, room: Room) -> None:
    busy = Limit(_ASKED, _ASKED_SECONDS)

    def asking(act: Callable[[int], Mapping[str, Any]]) -> Response:
        def answer() -> Mapping[str, Any]:
            token = sent_text("token")
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
    return answering_json(answer, {NotAtATable: _UNKNOWN})


def _place() -> Place:
    found = PLACE_OF_KEY.get(sent_text("place"))
    if found is None:
        abort(400)
    return found
