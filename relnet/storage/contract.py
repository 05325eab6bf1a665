"""What a library of kept cases promises, whatever keeps it.

Every edit is one version, numbered from 1 without a gap. It is applied to the newest version
inside one transaction, so two people on the same case both keep their edits; once a method
has returned, what it did survives the end of the process at any moment.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from relnet.case.messages import RelnetError
from relnet.case.models import Case
from relnet.editing.revision import Change
from relnet.wording import _


class NoSuchCase(RelnetError, LookupError):  # noqa: N818 - the name says what happened
    """A case was asked for that the library does not have."""

    def __init__(self) -> None:
        super().__init__(
            _("This case is not in the library any more. Go to the start page for the others.")
        )


class NoSuchVersion(RelnetError, LookupError):  # noqa: N818 - the name says what happened
    """A version was asked for that a case does not have."""

    def __init__(self) -> None:
        super().__init__(_("This case has no such version. Choose one from its history."))


class LibraryTrouble(RelnetError):  # noqa: N818 - the name says what happened
    """The library cannot be read or written; the message says why and what to do.

    Nothing of what was asked for is in the library.
    """


class NothingToTakeBack(RelnetError):  # noqa: N818 - the name says what happened
    """There is nothing to undo or redo, or others have changed all of it since."""


class Kind(StrEnum):
    """How a version came about."""

    CREATED = "created"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    RESTORED = "restored"
    PUT_BACK = "put_back"
    UPGRADED = "upgraded"


@dataclass(frozen=True, slots=True)
class Editor:
    """Who edits: a key that nobody can guess, one for each browser, and the name given there."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Line:
    """A case as the list of the library shows it. Times are in UTC, with their zone."""

    id: str
    title: str
    number: int
    """The number of its newest version."""
    created_at: datetime
    changed_at: datetime
    changed_by: str
    archived: bool = False
    deleted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A case with its line."""

    line: Line
    case: Case


@dataclass(frozen=True, slots=True)
class Version:
    """One version: when, who, how, and what it changed of the one before it.

    ``operation`` holds the plain values of an operation (``relnet.editing.operations``), for
    an edit; ``target`` the number of the version that was undone, redone, restored or put
    back; ``overrides`` the numbers of other people's versions whose values it replaced
    although its editor had not seen them.
    """

    number: int
    at: datetime
    by: Editor
    kind: Kind
    operation: dict[str, Any] | None = None
    target: int | None = None
    changes: tuple[Change, ...] = ()
    overrides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an edit.

    ``version`` is None where nothing is other than before: then no version was written.
    ``overridden`` are the versions of others in ``version.overrides``. ``left`` are the
    changes that an undo or redo left alone because somebody has changed the same since.
    """

    kept: Kept
    version: Version | None
    overridden: tuple[Version, ...] = ()
    left: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Which version the next undo and the next redo of an editor would be about; None: none."""

    undo: int | None
    redo: int | None


class Library(ABC):
    """A library of cases. Safe to use from several threads and several processes.

    Every method that takes a case's id raises ``NoSuchCase`` where there is none, and every
    method may raise ``LibraryTrouble``. Deleted cases are found by ``get`` (so that a deletion
    can be taken back) and can be read, not edited: ``edit`` and the like raise ``NoSuchCase``.
    """

    @abstractmethod
    def create(self, case: Case, by: Editor) -> Kept:
        """Keep a new case under an id that nobody can guess; its version 1."""

    @abstractmethod
    def lines(
        self, search: str = "", *, archived: bool = False, deleted: bool = False
    ) -> tuple[Line, ...]:
        """List cases, the one changed last first.

        Args:
            search: words that must all stand in the title or in a name or role of the case
                (small and capital letters are the same); "": all cases.
            archived: those that are archived, in the place of the others.
            deleted: those that are deleted and not yet purged, in the place of the others.
        """

    @abstractmethod
    def line(self, case_id: str) -> Line:
        """Give the line of a case: one small read, to see whether it has changed."""

    @abstractmethod
    def get(self, case_id: str) -> Kept:
        """Give the newest version of a case; one of an older format is upgraded first."""

    @abstractmethod
    def at(self, case_id: str, number: int) -> Case:
        """Give a case as it was at a version.

        Raises:
            NoSuchVersion: it has none of this number.
        """

    @abstractmethod
    def history(
        self, case_id: str, *, before: int | None = None, most: int = 50
    ) -> tuple[Version, ...]:
        """Give versions, the newest first; only those before a number, where one is given."""

    @abstractmethod
    def since(self, case_id: str, number: int) -> tuple[Version, ...]:
        """Give the versions after this number, the oldest first."""

    @abstractmethod
    def edit(
        self,
        case_id: str,
        change: Callable[[Case], Case],
        operation: dict[str, Any],
        by: Editor,
        seen: int | None = None,
    ) -> Outcome:
        """Apply an edit to the newest version, as a new version, in one transaction.

        Args:
            case_id: which case.
            change: gives the case as it is after the edit; what it raises goes through, and
                nothing is written.
            operation: the edit as plain values, for the history.
            by: who edits.
            seen: the newest version that the editor had before them; what others changed
                after it and this edit changes too is told as overridden.
        """

    @abstractmethod
    def steps(self, case_id: str, by: Editor) -> Steps:
        """Say what an editor can undo and redo; across reloads, by ``Editor.key``."""

    @abstractmethod
    def undo(self, case_id: str, by: Editor) -> Outcome:
        """Take back the editor’s last edit of which anything still stands.

        Raises:
            NothingToTakeBack: there is none, or nothing is left of any to take back.
        """

    @abstractmethod
    def redo(self, case_id: str, by: Editor) -> Outcome:
        """Do again what the editor undid last; an edit in between ends that.

        Raises:
            NothingToTakeBack: there is none.
        """

    @abstractmethod
    def restore(self, case_id: str, number: int, by: Editor) -> Outcome:
        """Make a new version that is as an older one was.

        Raises:
            NoSuchVersion: there is none of this number.
        """

    @abstractmethod
    def put_back(self, case_id: str, number: int, by: Editor) -> Outcome:
        """Bring what one version changed back to what that version made it, as a new version.

        Raises:
            NoSuchVersion: there is none of this number.
            CaseFaults: what it changed no longer fits the rest.
        """

    @abstractmethod
    def archive(self, case_id: str, *, archived: bool = True) -> Line:
        """Put a case aside, or take it back."""

    @abstractmethod
    def delete(self, case_id: str, *, deleted: bool = True) -> Line:
        """Delete a case so that it can be taken back, or take it back."""

    @abstractmethod
    def purge(self, case_id: str) -> None:
        """Remove a case and its whole history for good: its bytes are gone from the store."""

    @abstractmethod
    def backup(self, path: Path) -> None:
        """Write a copy of the whole library into a new file, while others may use it.

        Raises:
            LibraryTrouble: the file is there already, cannot be written, or this kind of
                store is backed up by its own tools.
        """

    @abstractmethod
    def close(self) -> None:
        """Let go of files and connections."""
