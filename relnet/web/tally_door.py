"""The tally's second door: the way from another device into the room, for its join page alone.

The app behind it knows the room and nothing else (``tally_door_app``): no case, no page of relnet.
"""

from collections.abc import Callable

from relnet.web.lan_door import CODE_LENGTH, CannotListen, LanDoor, OpenDoor
from relnet.web.tally_door_app import door_app
from relnet.web.tally_local import local_addresses
from relnet.web.tally_room import CannotCount, Room
from relnet.wording import _

__all__ = ["CODE_LENGTH", "Door", "OpenDoor"]


class Door:
    """Opens and closes the way into a room. Safe to use from threads.

    Args:
        room: the room that it leads to.
        addresses: gives the addresses to listen at; only tests give others.
    """

    def __init__(
        self, room: Room, addresses: Callable[[], tuple[str, ...]] = local_addresses
    ) -> None:
        self._room = room
        self._door = LanDoor(lambda code, hosts: door_app(room, code, hosts), addresses)

    @property
    def now(self) -> OpenDoor | None:
        """What to open and to type; None while nobody can join."""
        return self._door.now

    def open(self) -> None:
        """Let others join, with a new code; an open door stays as it is.

        Raises:
            CannotCount: this computer is in no local network, or cannot listen there.
        """
        try:
            opened = self._door.open()
        except CannotListen as error:
            raise CannotCount(
                _(
                    "relnet cannot listen on a local network. Is this computer connected to"
                    " one? You can press for every table here meanwhile."
                )
            ) from error
        if opened:
            self._room.touch()

    def close(self) -> None:
        """Let nobody join or press from elsewhere any more; a closed door stays closed."""
        self._door.close()
        self._room.send_devices_away()
