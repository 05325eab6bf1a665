"""The way in for those who follow from another device: one case at a time, closed on its own."""

import threading
from collections.abc import Callable, Mapping

from relnet.web.case_view import CaseView
from relnet.web.follow.door_app import Guests, follow_app
from relnet.web.follow.rooms import LeadsNoMore, Rooms
from relnet.web.follow.screen import Screen
from relnet.web.lan_door import CannotListen, LanDoor, OpenDoor
from relnet.web.tally_local import local_addresses
from relnet.wording import _

LOOK_EVERY = 5.0
"""Seconds between two looks at whether somebody still leads."""

Look = Callable[[str, Mapping[str, str], bool], CaseView]
"""Finds what the key of a case, an address and "names are hidden" mean."""


class CannotLetIn(CannotListen):
    """Nobody can be let in; the message says why."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "relnet cannot listen on a local network. Is this computer connected to one?"
                " Others can follow here meanwhile, in another window or browser."
            )
        )


class WayIn:
    """Opens and closes the way in. Safe to use from threads.

    It belongs to the page that leads: it closes by itself when that page leads no more.

    Args:
        rooms: who leads.
        look: finds what is shown.
        addresses: gives the addresses to listen at; only tests give others.
    """

    def __init__(
        self,
        rooms: Rooms,
        look: Look,
        addresses: Callable[[], tuple[str, ...]] = local_addresses,
    ) -> None:
        self._rooms, self._look, self._addresses = rooms, look, addresses
        self._lock = threading.RLock()
        self._door: LanDoor | None = None
        self._leader = ("", "")
        self._guests = Guests()
        self._alarm: threading.Timer | None = None

    def open(self, key: str, token: str) -> OpenDoor:
        """Let others follow a case; where they follow another one, that ends.

        Raises:
            LeadsNoMore: the page with this token does not lead the case.
            CannotLetIn: this computer is in no local network, or cannot listen there.
        """
        if not self._rooms.leads(key, token):
            raise LeadsNoMore
        with self._lock:
            if self._door is not None and self._leader != (key, token):
                self.close()
            if self._door is None:
                self._open(key, token)
            now = self._door.now if self._door else None
        if now is None:
            raise CannotLetIn
        return now

    def _open(self, key: str, token: str) -> None:
        guests = Guests()
        screen = Screen(
            lambda: self._rooms.shown(key) if self._rooms.leads(key, token) else None,
            lambda args, hidden: self._look(key, args, hidden),
        )
        door = LanDoor(lambda code, hosts: follow_app(screen, guests, code, hosts), self._addresses)
        try:
            door.open()
        except CannotListen as error:
            raise CannotLetIn from error
        self._door, self._guests, self._leader = door, guests, (key, token)
        self._set_alarm()

    def now(self, key: str, token: str) -> tuple[OpenDoor, int] | None:
        """Give what to open and to type, and how many follow; None while it is closed."""
        with self._lock:
            door = self._door.now if self._door and self._leader == (key, token) else None
            return (door, self._guests.count()) if door else None

    def close(self) -> None:
        """Let nobody in any more; a closed way in stays closed."""
        with self._lock:
            door, self._door, self._leader = self._door, None, ("", "")
            if self._alarm is not None:
                self._alarm.cancel()
                self._alarm = None
        if door is not None:
            door.close()

    def close_unless_led(self) -> None:
        """Close it where the page that opened it leads no more."""
        with self._lock:
            if self._door is not None and not self._rooms.leads(*self._leader):
                self.close()

    def _set_alarm(self) -> None:
        self._alarm = threading.Timer(LOOK_EVERY, self._when_alarm_rings)
        self._alarm.daemon = True
        self._alarm.start()

    def _when_alarm_rings(self) -> None:
        with self._lock:
            self.close_unless_led()
            if self._door is not None:
                self._set_alarm()
