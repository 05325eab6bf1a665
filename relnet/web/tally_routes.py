"""What the trainer's page of the tally asks: pressing, tables, joining, saving."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Flask, Response, current_app, jsonify, request
from werkzeug.exceptions import BadRequest

from relnet.figures.words_tally import place_words, presses_words
from relnet.network.study import Study, read_study
from relnet.network.tally import PLACE_OF_KEY, Place, Tally
from relnet.web.addresses import TALLY, TALLY_CSV, TALLY_SVG
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, number_of, text_of
from relnet.web.files import attached
from relnet.web.tally_beside import beside_parts, tally_svg
from relnet.web.tally_csv import tally_csv
from relnet.web.tally_door import Door
from relnet.web.tally_grid import told_counts
from relnet.web.tally_parts import door_now
from relnet.web.tally_room import Room
from relnet.wording import _

_PLACE = "relnet_tally"
_NO_CONTENT = 204
_Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counting:
    """The room of a server, and the door that leads to it."""

    room: Room
    door: Door


def hang_tally(server: Flask, counting: Counting | None = None) -> None:
    """Give a server a room and a closed door; only tests give others."""
    if counting is None:
        room = Room()
        counting = Counting(room, Door(room))
    server.config[_PLACE] = counting


def current_counting() -> Counting:
    """Give the room and the door of the app that answers the current request."""
    counting: Counting = current_app.config[_PLACE]
    return counting


def register_tally(server: Flask) -> None:
    """Answer what the trainer's page asks."""
    for name, act in _ACTS.items():
        server.add_url_rule(f"{TALLY}/{name}", f"tally_{name}", _answer_with(act), methods=["POST"])

    @server.get(f"{TALLY}/state")
    def tally_state() -> Response:
        counting = current_counting()
        if request.args.get("seen") == str(counting.room.now().version):
            return Response(status=_NO_CONTENT)
        return jsonify(_state(counting))

    @server.get(TALLY_CSV)
    def tally_numbers() -> Response:
        return attached(tally_csv(_tally(), _study()).encode(), "tally.csv", "text/csv")

    @server.get(TALLY_SVG)
    def tally_drawing() -> Response:
        return attached(tally_svg(_tally(), _study()).encode(), "tally.svg", "image/svg+xml")


def _answer_with(act: Callable[[Counting, _Values], dict[str, Any]]) -> Callable[[], Response]:
    def answer() -> Response:
        counting = current_counting()

        def acted() -> _Values:
            told = act(counting, asked_values())
            return {**_state(counting), **told}

        return answering(acted)

    return answer


def _press(counting: Counting, values: _Values) -> dict[str, Any]:
    table, place = number_of(values, "table"), _place(values)
    count = counting.room.press(table, place).tally.counts(table)[place]
    words = _("Table {table}: {place}: {count}")
    return _said(words.format(table=table, place=place_words(place), count=count))


def _undo(counting: Counting, values: _Values) -> dict[str, Any]:
    table = number_of(values, "table")
    _now, place = counting.room.undo(table)
    if place is None:
        return _said(_("Table {table} has nothing to take back.").format(table=table))
    words = _("Table {table}: taken back: {place}.")
    return _said(words.format(table=table, place=place_words(place)))


def _add(counting: Counting, _values: _Values) -> dict[str, Any]:
    _now, table = counting.room.add_table()
    return {"chosen": table, **_said(_("Table {table} is here.").format(table=table))}


def _remove(counting: Counting, values: _Values) -> dict[str, Any]:
    table = number_of(values, "table")
    counting.room.remove_table(table)
    return _said(_("Table {table} is taken away.").format(table=table))


def _again(counting: Counting, _values: _Values) -> dict[str, Any]:
    counting.room.start_again()
    return _said(_("All presses are thrown away."))


def _open(counting: Counting, _values: _Values) -> dict[str, Any]:
    counting.door.open()
    return {}


def _close(counting: Counting, _values: _Values) -> dict[str, Any]:
    counting.door.close()
    return _said(_("Nobody can join or press from another device any more."))


_ACTS: Mapping[str, Callable[[Counting, _Values], dict[str, Any]]] = {
    "press": _press,
    "undo": _undo,
    "add": _add,
    "remove": _remove,
    "again": _again,
    "open": _open,
    "close": _close,
}


def _said(words: str) -> dict[str, Any]:
    return {"said": words}


def _state(counting: Counting) -> dict[str, Any]:
    """Give everything that the page shows."""
    now, door = counting.room.now(), counting.door.now
    return {
        "version": now.version,
        "counts": told_counts(now.tally.counts()),
        "tables": {
            str(table): {
                "counts": told_counts(now.tally.counts(table)),
                "presses": presses_words(len(presses)),
                "empty": not presses,
                "joined": table in now.joined,
            }
            for table, presses in sorted(now.tally.tables.items())
        },
        "parts": {
            "door": door_now(door, len(now.joined)),
            **beside_parts(now.tally, _study()),
        },
        "open": door is not None,
    }


@cache
def _study() -> Study:
    """Read the paper's numbers once: they never change."""
    return read_study()


def _tally() -> Tally:
    return current_counting().room.now().tally


def _place(values: _Values) -> Place:
    found = PLACE_OF_KEY.get(text_of(values, "place"))
    if found is None:
        raise BadRequest
    return found
