"""The room that counts: its tables and their presses, in this server's memory alone.

It holds no names: a table is a number. Nothing is written anywhere; when the server stops,
it is gone.
"""

import secrets
import threading
from collections.abc import Callable
from dataclasses import dataclass

from relnet.case.messages import RelnetError
from relnet.network.tally import Place, Tally
from relnet.wording import _

MAX_TABLES = 24
"""How many tables there are at most: each has a sign and a colour that no other has."""

MAX_PRESSES = 500
"""How often a table presses at most."""

_TOKEN_BYTES = 18


class CannotCount(RelnetError):  # noqa: N818 - the name says what happened
    """The room cannot do what was asked; the message says why."""


class NotAtATable(CannotCount):
    """Somebody asks who has joined no table, or whose table was taken away."""

    def __init__(self) -> None:
        super().__init__(_("Your table is not in the room any more. Join again with the code."))


@dataclass(frozen=True, slots=True)
class RoomNow:
    """The room at one moment.

    Attributes:
        version: greater after every change.
        tally: what is pressed.
        joined: the tables that press from another device.
    """

    version: int
    tally: Tally
    joined: frozenset[int]


class Room:
    """The one room of a server. Safe to use from threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._tally = Tally({1: ()})
        self._version = 1
        self._seats: dict[str, int] = {}

    def now(self) -> RoomNow:
        """Give the room as it is."""
        with self._lock:
            return self._now()

    def press(self, table: int, place: Place) -> RoomNow:
        """Count one mention for a table.

        Raises:
            CannotCount: there is no such table, or it has pressed as often as it can.
        """

        def pressed(tally: Tally) -> Tally:
            if len(_presses(tally, table)) >= MAX_PRESSES:
                words = _("This table has pressed {most} times: that is as many as are counted.")
                raise CannotCount(words.format(most=MAX_PRESSES))
            return tally.pressed(table, place)

        return self._change(pressed)

    def undo(self, table: int) -> tuple[RoomNow, Place | None]:
        """Take a table's last press back, and give it; None where there was none.

        Raises:
            CannotCount: there is no such table.
        """
        with self._lock:
            last = (*_presses(self._tally, table)[-1:], None)[0]
            if last is not None:
                self._set(self._tally.undone(table))
            return self._now(), last

    def add_table(self) -> tuple[RoomNow, int]:
        """Add a table, and give its number: the smallest that is free.

        Raises:
            CannotCount: there are as many tables as there can be.
        """
        with self._lock:
            number = self._free()
            self._set(self._tally.with_table(number))
            return self._now(), number

    def remove_table(self, table: int) -> RoomNow:
        """Take a table away with its presses; a device that had joined it must join again.

        Raises:
            CannotCount: there is no such table, or it is the last one.
        """
        with self._lock:
            _presses(self._tally, table)
            if len(self._tally.tables) == 1:
                raise CannotCount(_("The room needs one table. Add another one first."))
            self._seats = {token: seat for token, seat in self._seats.items() if seat != table}
            self._set(self._tally.without_table(table))
            return self._now()

    def start_again(self) -> RoomNow:
        """Forget all presses; the tables stay."""
        return self._change(Tally.emptied)

    def join(self) -> tuple[str, int]:
        """Give another device a table of its own, and the token by which it is known.

        Raises:
            CannotCount: there are as many tables as there can be.
        """
        with self._lock:
            number = self._free()
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            self._seats[token] = number
            self._set(self._tally.with_table(number))
            return token, number

    def table_of(self, token: str) -> int:
        """Give the table of a device that has joined.

        Raises:
            NotAtATable: it has not, or its table was taken away.
        """
        with self._lock:
            found = self._seats.get(token)
        if found is None:
            raise NotAtATable
        return found

    def send_devices_away(self) -> None:
        """Forget which devices have joined; their tables and presses stay."""
        with self._lock:
            self._seats.clear()
            self._version += 1

    def touch(self) -> None:
        """Let everybody who looks look anew: something beside the counts has changed."""
        with self._lock:
            self._version += 1

    def _free(self) -> int:
        number = next((n for n in range(1, MAX_TABLES + 1) if n not in self._tally.tables), None)
        if number is None:
            words = _("There are {most} tables: that is as many as the room holds.")
            raise CannotCount(words.format(most=MAX_TABLES))
        return number

    def _change(self, change: Callable[[Tally], Tally]) -> RoomNow:
        with self._lock:
            self._set(change(self._tally))
            return self._now()

    def _set(self, tally: Tally) -> None:
        self._tally = tally
        self._version += 1

    def _now(self) -> RoomNow:
        return RoomNow(self._version, self._tally, frozenset(self._seats.values()))


def _presses(tally: Tally, table: int) -> tuple[Place, ...]:
    found = tally.tables.get(table)
    if found is None:
        raise CannotCount(_("This table is not in the room any more."))
    return found
