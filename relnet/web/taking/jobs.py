"""Files that take long: made beside the page, which asks how far they are and can stop them.

A few at a time, in this server's memory alone. A page that asks no more is gone: its file is
stopped, or forgotten.
"""

import logging
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from relnet.case.messages import RelnetError
from relnet.web.alarm import Alarm
from relnet.web.quiet import log_failure
from relnet.web.taking.stop import Stop
from relnet.wording import _

MAX_JOBS = 4
"""How many files are made, wait to be fetched, or are being stopped, at the same time at most."""

GONE_AFTER = 60.0
"""Seconds after which a page that asks nothing is gone; browsers wake one that is out of sight
once a minute, and the work goes on until then."""

_TOKEN_BYTES = 18
_LOG = logging.getLogger(__name__)

Tell = Callable[[int, int], None]
Make = Callable[[Tell, Stop], bytes]


class TooManyJobs(RelnetError):  # noqa: N818 - the name says what happened
    """As many files are being made as can be."""

    def __init__(self) -> None:
        super().__init__(
            _("Other files are being made. Wait until one is finished, or stop one, and try again.")
        )


class NoSuchJob(RelnetError):  # noqa: N818 - as above
    """The file was fetched, stopped or forgotten."""

    def __init__(self) -> None:
        super().__init__(_("This file is not being made any more. Take it once again."))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a file is.

    Attributes:
        number: at which page or slide it is, from 1; 0 before the first.
        many: how many there are.
        done: whether it can be fetched.
        fault: why it cannot be made; "" where nothing is wrong.
    """

    number: int
    many: int
    done: bool
    fault: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is being made.

    Attributes:
        name: what the file is called.
        mimetype: what kind of file it is.
        hidden: whether names are hidden in it.
    """

    name: str
    mimetype: str
    hidden: bool


@dataclass(slots=True)
class _Job:
    wanted: Wanted
    heard: float
    stop: Stop = field(default_factory=Stop)
    number: int = 0
    many: int = 0
    content: bytes | None = None
    fault: str = ""
    works: bool = True

    def tell(self, number: int, many: int) -> None:
        """Note how far it is.

        Raises:
            Stopped: it was stopped.
        """
        self.stop.check()
        self.number, self.many = number, many


class Jobs:
    """The files that are being made. Safe to use from threads.

    Args:
        clock: gives the time; only tests give another.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._jobs: dict[str, _Job] = {}
        self._ending: set[str] = set()
        self._alarm = Alarm(self._when_alarm_rings)

    def begin(self, wanted: Wanted, make: Make) -> str:
        """Begin to make a file, and give the token by which it is asked for.

        Args:
            wanted: what is made.
            make: gives the content; it is told what tells how far it is, and what stops it.

        Raises:
            TooManyJobs: as many are being made as can be.
        """
        with self._lock:
            self._forget()
            if self._taken() >= MAX_JOBS:
                raise TooManyJobs
            token, job = secrets.token_urlsafe(_TOKEN_BYTES), _Job(wanted, self._clock())
            self._jobs[token] = job
            self._set_alarm()
        threading.Thread(target=self._work, args=(token, job, make), daemon=True).start()
        return token

    def progress(self, token: str) -> Progress:
        """Say how far a file is; whoever asks is there.

        Raises:
            NoSuchJob: there is none with this token.
        """
        with self._lock:
            job = self._found(token)
            return Progress(job.number, job.many, job.content is not None, job.fault)

    def fetch(self, token: str, *, hidden: bool) -> tuple[Wanted, bytes]:
        """Give a finished file, and forget it.

        Args:
            token: its token.
            hidden: whether names are hidden by now.

        Raises:
            NoSuchJob: there is none with this token, it is not finished, or names were hidden
                since it was begun.
        """
        with self._lock:
            job = self._found(token)
            if job.content is None:
                raise NoSuchJob
            del self._jobs[token]
        if hidden and not job.wanted.hidden:
            raise NoSuchJob
        return job.wanted, job.content

    def stop(self, token: str) -> None:
        """Stop a file and forget it; where there is none, nothing changes."""
        with self._lock:
            if token in self._jobs:
                self._drop(token)

    def taken(self) -> int:
        """Give how many places are taken: one that is stopped gives its up once its work ends."""
        with self._lock:
            self._forget()
            return self._taken()

    def _taken(self) -> int:
        return len(self._jobs) + len(self._ending)

    def _drop(self, token: str) -> None:
        job = self._jobs.pop(token)
        job.stop.ask()
        if job.works:
            self._ending.add(token)

    def _work(self, token: str, job: _Job, make: Make) -> None:
        self._make(job, make)
        with self._lock:
            job.works = False
            self._ending.discard(token)

    def _make(self, job: _Job, make: Make) -> None:
        try:
            job.content = make(job.tell, job.stop)
        except RelnetError as error:
            job.fault = str(error)
        except Exception as error:  # noqa: BLE001 - a thread has nobody above it to tell
            log_failure(_LOG, error)
            job.fault = _("Something went wrong in relnet. It is not your doing: try again.")

    def _found(self, token: str) -> _Job:
        self._forget()
        job = self._jobs.get(token)
        if job is None:
            raise NoSuchJob
        job.heard = self._clock()
        return job

    def _forget(self) -> None:
        since = self._clock() - GONE_AFTER
        for token in [token for token, job in self._jobs.items() if job.heard < since]:
            self._drop(token)

    def _set_alarm(self) -> None:
        """See to it that what nobody asks about is forgotten though nobody asks again."""
        if self._jobs:
            first = min(job.heard for job in self._jobs.values())
            self._alarm.set(first + GONE_AFTER - self._clock())

    def _when_alarm_rings(self) -> None:
        with self._lock:
            self._forget()
            self._set_alarm()
