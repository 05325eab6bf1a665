"""What was made of the cases, kept for the next visit: pictures and panels."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import TypeVar, cast

Made = TypeVar("Made")

MOST_KEPT = 1000
"""How many things are kept, of all cases together."""

MOST_SIGNS = 60_000_000
"""How much text they may be, in letters: some six maps of the largest case that is read."""

_SIGNS_OF_A_SCENE = 1_000_000
"""What anything but a text counts as."""


class Store:
    """Keeps what was asked for last; safe to use from several threads.

    ``owner`` is the one whom a thing was made of; it is told by identity.
    """

    def __init__(self, most: int = MOST_KEPT, most_signs: int = MOST_SIGNS) -> None:
        self._most = most
        self._most_signs = most_signs
        self._lock = threading.Lock()
        self._signs = 0
        self._made: OrderedDict[tuple[int, Hashable], tuple[object, object]] = OrderedDict()

    def kept(self, owner: object, key: Hashable, make: Callable[[], Made]) -> Made:
        """Give what is kept under a key; make and keep it where there is nothing."""
        place = (id(owner), key)
        with self._lock:
            if place in self._made:
                self._made.move_to_end(place)
                return cast("Made", self._made[place][1])
        made = make()
        with self._lock:
            self._drop(place)
            # The owner is kept beside it, so that its identity is no other's meanwhile.
            self._made[place] = owner, made
            self._signs += _signs(made)
            while self._made and self._is_full():
                self._drop(next(iter(self._made)))
        return made

    def if_kept(self, owner: object, key: Hashable) -> object | None:
        """Give what is kept under a key; None where nothing is."""
        with self._lock:
            return self._made.get((id(owner), key), (None, None))[1]

    def forget(self, owner: object) -> None:
        """Drop everything that was made of an owner."""
        with self._lock:
            for place in [place for place in self._made if place[0] == id(owner)]:
                self._drop(place)

    def _is_full(self) -> bool:
        return len(self._made) > self._most or self._signs > self._most_signs

    def _drop(self, place: tuple[int, Hashable]) -> None:
        _owner, made = self._made.pop(place, (None, ""))
        self._signs -= _signs(made)


def _signs(made: object) -> int:
    return len(made) if isinstance(made, str) else _SIGNS_OF_A_SCENE
