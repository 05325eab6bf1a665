"""Who leads each case, and what they show, in this server's memory alone.

It holds no names: what is shown is the query string of an address. What nobody has heard from
for a while is forgotten.
"""

import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from relnet.case.messages import RelnetError
from relnet.web.secret_words import is_same
from relnet.wording import _

MAX_FOLLOWERS = 60
"""How many follow a case at most, here and from elsewhere each."""

MAX_ROOMS = 40
"""How many cases are led at the same time at most; the one led longest ago goes first."""

GONE_AFTER = 150.0
"""Seconds after which a page that leads and says nothing is gone; browsers wake a page that is
out of sight once a minute."""

LEFT_AFTER = 15.0
"""Seconds after which somebody who follows and asks nothing has left."""

_TOKEN_BYTES = 18


class LeadsNoMore(RelnetError):  # noqa: N818 - the name says what happened
    """A page says what it shows, but leads no longer."""

    def __init__(self) -> None:
        super().__init__(_("This page does not lead any more."))


class TooMany(RelnetError):  # noqa: N818 - as above
    """As many follow as can."""

    def __init__(self) -> None:
        words = _("{most} already follow: that is as many as can.")
        super().__init__(words.format(most=MAX_FOLLOWERS))


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page that leads shows.

    Attributes:
        version: another one after every change.
        search: the query string of its address.
        hidden: whether names are hidden there.
    """

    version: int
    search: str
    hidden: bool


class Followers:
    """Counts who asks, up to a most. Safe to use from threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._lock = threading.Lock()

    def note(self, who: str) -> None:
        """Note that somebody asks.

        Raises:
            TooMany: they are new, and as many follow as can.
        """
        with self._lock:
            self._forget()
            if who not in self._seen and len(self._seen) >= MAX_FOLLOWERS:
                raise TooMany
            self._seen[who] = self._clock()

    def has(self, who: str) -> bool:
        """Whether somebody is among them."""
        with self._lock:
            self._forget()
            return who in self._seen

    def count(self) -> int:
        """Give how many there are."""
        with self._lock:
            self._forget()
            return len(self._seen)

    def _forget(self) -> None:
        since = self._clock() - LEFT_AFTER
        for who in [who for who, seen in self._seen.items() if seen < since]:
            del self._seen[who]


@dataclass(slots=True)
class _Room:
    token: str
    shown: Shown
    heard: float
    at: int
    followers: Followers


class Rooms:
    """The cases that are led. Safe to use from threads.

    Args:
        clock: gives the time; only tests give another.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._rooms: dict[str, _Room] = {}
        # Another server that comes after this one gives other numbers.
        self._version = secrets.randbelow(2**30)

    def lead(self, key: str, search: str, *, hidden: bool, at: int = 0) -> str:
        """Let a page lead a case from now on; whoever led it before leads no more.

        Args:
            key: the case's.
            search: the query string of the page's address.
            hidden: whether names are hidden there.
            at: when the page says so, by its own clock.

        Returns:
            The token by which the page is known.
        """
        with self._lock:
            self._forget()
            before = self._rooms.pop(key, None)
            while len(self._rooms) >= MAX_ROOMS:
                del self._rooms[next(iter(self._rooms))]
            token = secrets.token_urlsafe(_TOKEN_BYTES)
            followers = before.followers if before else Followers(self._clock)
            shown = self._new(search, hidden=hidden)
            self._rooms[key] = _Room(token, shown, self._clock(), at, followers)
        return token

    def show(self, key: str, token: str, search: str, *, hidden: bool, at: int) -> int:
        """Take what the page that leads shows now, and give how many follow it.

        What it said earlier and what comes later for that is passed over.

        Raises:
            LeadsNoMore: another page leads, or none does.
        """
        with self._lock:
            room = self._led(key, token)
            room.heard = self._clock()
            if at >= room.at:
                room.at = at
                if (search, hidden) != (room.shown.search, room.shown.hidden):
                    room.shown = self._new(search, hidden=hidden)
            return room.followers.count()

    def stop(self, key: str, token: str) -> None:
        """Let a page lead no more; where it does not lead, nothing changes."""
        with self._lock:
            room = self._rooms.get(key)
            if room and is_same(token, room.token):
                del self._rooms[key]

    def shown(self, key: str) -> Shown | None:
        """Give what is shown of a case; None while nobody leads."""
        with self._lock:
            self._forget()
            room = self._rooms.get(key)
            return room.shown if room else None

    def follow(self, key: str, who: str) -> Shown | None:
        """Give what is shown of a case to somebody who follows; None while nobody leads.

        Raises:
            TooMany: as many follow as can.
        """
        with self._lock:
            self._forget()
            room = self._rooms.get(key)
        if room is None:
            return None
        room.followers.note(who)
        return room.shown

    def leads(self, key: str, token: str) -> bool:
        """Whether the page with this token leads a case."""
        with self._lock:
            self._forget()
            room = self._rooms.get(key)
            return room is not None and is_same(token, room.token)

    def _led(self, key: str, token: str) -> _Room:
        self._forget()
        room = self._rooms.get(key)
        if room is None or not is_same(token, room.token):
            raise LeadsNoMore
        return room

    def _new(self, search: str, *, hidden: bool) -> Shown:
        self._version += 1
        return Shown(self._version, search, hidden)

    def _forget(self) -> None:
        since = self._clock() - GONE_AFTER
        for key in [key for key, room in self._rooms.items() if room.heard < since]:
            del self._rooms[key]
