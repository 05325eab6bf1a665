"""What can go wrong with a library, and what each of it is called.

No message holds a name, a value or a path of a case: they may end up in a log.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnection

from relnet.storage.contract import LibraryTrouble
from relnet.wording import _


class Reason(StrEnum):
    """Why a library cannot be read or written."""

    FULL = "full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    DAMAGED = "damaged"
    CLOSED_OFF = "closed_off"
    DISK = "disk"
    NEWER_LIBRARY = "newer_library"
    NEWER_CASE = "newer_case"
    NO_SUCH_STORE = "no_such_store"
    NOT_WIPED = "not_wiped"
    BACKUP_EXISTS = "backup_exists"
    BACKUP_REFUSED = "backup_refused"
    BACKUP_ELSEWHERE = "backup_elsewhere"
    OTHER = "other"


_WORDS: Mapping[Reason, str] = {
    Reason.FULL: _(
        "The disk is full. Nothing was changed in the library. Make room on the disk, then "
        "try again."
    ),
    Reason.READ_ONLY: _(
        "relnet may not write in the folder of the library. Nothing was changed in it. Ask "
        "to be allowed to, or start relnet with another folder (--data)."
    ),
    Reason.BUSY: _(
        "Another program is using the library just now. Nothing was changed in it. Wait a "
        "moment, then try again."
    ),
    Reason.DAMAGED: _(
        "The file of the library is damaged. Nothing was changed in it. Keep it, and put a "
        "copy made with 'relnet backup' in its place."
    ),
    Reason.CLOSED_OFF: _(
        "relnet cannot open the file of the library. Check that its folder is there and "
        "that you may read and write in it, or start relnet with another folder (--data)."
    ),
    Reason.DISK: _(
        "The disk does not give or take what the library holds. Nothing was changed in the "
        "library. Check that the disk is there and works, then try again."
    ),
    Reason.OTHER: _(
        "The library does not answer. Nothing was changed in it. Try again; if that does "
        "not help, stop relnet and start it again."
    ),
    Reason.NEWER_LIBRARY: _(
        "A newer relnet has made this library. Install the newest relnet, then open it again."
    ),
    Reason.NEWER_CASE: _(
        "A newer relnet has written this case. Install the newest relnet, then open it again."
    ),
    Reason.NO_SUCH_STORE: _(
        "relnet does not know the store that RELNET_STORE names. Write it as "
        "'sqlite:////folder/library.sqlite3', or leave it out."
    ),
    Reason.NOT_WIPED: _(
        "The case is removed from the library. Other programs are using the file, so what "
        "was written of it there could not be wiped yet. relnet does it when it is next "
        "started."
    ),
    Reason.BACKUP_EXISTS: _(
        "There is a file of this name already. Choose another name for the copy."
    ),
    Reason.BACKUP_REFUSED: _(
        "relnet cannot write the copy there. Check that the folder is there, that you may "
        "write in it and that the disk has room."
    ),
    Reason.BACKUP_ELSEWHERE: _(
        "This library is not kept in a file of its own. Make the copy with the tools of its "
        "database."
    ),
}


def trouble(reason: Reason) -> LibraryTrouble:
    """Make the error for a reason, in words."""
    return LibraryTrouble(_WORDS[reason])


@contextmanager
def told(reason_of: Callable[[DBAPIError], Reason]) -> Iterator[None]:
    """Turn what a database refuses into a ``LibraryTrouble``.

    Args:
        reason_of: says what an error of this kind of database means.
    """
    try:
        yield
    except DBAPIError as refused:
        raise trouble(reason_of(refused)) from refused
    except NoConnection as refused:
        raise trouble(Reason.BUSY) from refused
    except SQLAlchemyError as refused:
        raise trouble(Reason.OTHER) from refused
