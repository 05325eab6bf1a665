"""Writing a new version of a case, inside a transaction that holds the newest one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.engine import Connection

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.editing.document import case_of, identified, tree_of
from relnet.editing.revision import Change, changes_between
from relnet.storage import records
from relnet.storage.contract import Editor, Kept, Kind, Line, NothingToTakeBack, Outcome, Version
from relnet.storage.records import AnyRow
from relnet.storage.rows import case_values, kept_case, line_of
from relnet.storage.steps import Step, overridden, taken_back
from relnet.wording import _

SNAPSHOTS = 50
"""Of every so many versions one is kept whole."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a version says of itself besides what it changed."""

    by: Editor
    kind: Kind
    operation: dict[str, Any] | None = None
    target: int | None = None
    seen: int | None = None
    left: tuple[Change, ...] = ()


_MOST_TRIED = 20
"""How many steps are looked through for one that can be taken back."""


def take_back_first(
    connection: Connection, row: AnyRow, steps: Sequence[Step], by: Editor, kind: Kind
) -> Outcome:
    """Take back the last step of which something is left to take back.

    Raises:
        NothingToTakeBack: there is none such; with the reason of the last step.
    """
    refusals = []
    for step in reversed(steps[-_MOST_TRIED:]):
        try:
            return _take_back(connection, row, step, by, kind)
        except NothingToTakeBack as refused:
            refusals.append(refused)
    raise refusals[0]


def _take_back(connection: Connection, row: AnyRow, step: Step, by: Editor, kind: Kind) -> Outcome:
    """Take back what a step did, as a new version.

    Raises:
        NothingToTakeBack: others have changed all of it since, or the rest needs it.
    """
    version = records.version_at(connection, row.id, step.carrier)
    case = kept_case(row.document)
    tree, left = taken_back(tree_of(case), version.changes)
    if len(left) == len(version.changes):
        raise NothingToTakeBack(
            _("Somebody else has changed this since, so it stays as they left it.")
        )
    note = Note(by, kind, target=step.about, left=left)
    return written(connection, row, case, _fitting(tree), note)


def _fitting(tree: dict[str, Any]) -> Case:
    try:
        return case_of(tree)
    except CaseFaults as refused:
        raise NothingToTakeBack(
            _(
                "What was done since needs this, so it stays. An older version can be restored"
                " from the history."
            )
        ) from refused


def written(connection: Connection, row: AnyRow, before: Case, after: Case, note: Note) -> Outcome:
    """Write a version, where something is other than before."""
    after = identified(after)
    tree = tree_of(before)
    changes = changes_between(tree, tree_of(after))
    if not changes:
        return Outcome(Kept(line_of(row), before), None, left=note.left)
    unseen = _unseen(connection, row, note)
    replaced = overridden(tree, changes, unseen)
    version = Version(
        number=row.number + 1,
        at=datetime.now(UTC),
        by=note.by,
        kind=note.kind,
        operation=note.operation,
        target=note.target,
        changes=changes,
        overrides=tuple(other.number for other in replaced),
    )
    line = _kept(connection, row.id, after, version)
    return Outcome(Kept(line, after), version, replaced, note.left)


def _unseen(connection: Connection, row: AnyRow, note: Note) -> list[Version]:
    """Read what others changed that the editor had not seen."""
    if note.seen is None or note.seen >= row.number:
        return []
    later = records.versions_after(connection, row.id, note.seen)
    return [version for version in later if version.by.key != note.by.key]


def _kept(connection: Connection, case_id: str, case: Case, version: Version) -> Line:
    values = case_values(case)
    whole = values["document"] if version.number % SNAPSHOTS == 0 else None
    records.add_version(connection, case_id, version, whole)
    values |= {
        "number": version.number,
        "changed_at": version.at,
        "changed_by": version.by.name,
    }
    records.change_case(connection, case_id, values)
    return line_of(records.line_row(connection, case_id))
