"""What an editor can undo and redo, and what is left of it to take back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from relnet.editing.document import Tree
from relnet.editing.revision import Change, applied, inverse_of, overlap, still_stands, value_at
from relnet.storage.contract import Kind, Version

_ANEW = {Kind.EDIT, Kind.RESTORED, Kind.PUT_BACK}


class Made(NamedTuple):
    """As much of a version as the steps need."""

    number: int
    kind: Kind
    target: int | None


class Step(NamedTuple):
    """A step to take back: the edit it is about, and the version that did it last."""

    about: int
    carrier: int


@dataclass(frozen=True, slots=True)
class Stacks:
    """The steps of one editor, the next one last."""

    undo: tuple[Step, ...]
    redo: tuple[Step, ...]


def stacks_of(made: Iterable[Made]) -> Stacks:
    """Find the steps of an editor from their versions, the oldest first.

    A case that was upgraded is another one than before: the steps end there.
    """
    undo: list[Step] = []
    redo: list[Step] = []
    for version in made:
        if version.kind in _ANEW:
            undo.append(Step(version.number, version.number))
            redo.clear()
        elif version.kind is Kind.UNDO:
            redo.append(_moved(undo, version))
        elif version.kind is Kind.REDO:
            undo.append(_moved(redo, version))
        elif version.kind is Kind.UPGRADED:
            undo.clear()
            redo.clear()
    return Stacks(tuple(undo), tuple(redo))


def _moved(steps: list[Step], version: Made) -> Step:
    """Take the step that an undo or redo is about off its stack, and give its new one.

    It need not be the last: those of which others have left nothing to take back stay.
    """
    place = max(n for n, step in enumerate(steps) if step.about == version.target)
    return Step(steps.pop(place).about, version.number)


def taken_back(tree: Tree, changes: Iterable[Change]) -> tuple[Tree, tuple[Change, ...]]:
    """Take back what still stands; give the tree, and the changes that were left alone."""
    changes = tuple(changes)
    standing = [change for change in changes if still_stands(tree, change)]
    left = tuple(change for change in changes if change not in standing)
    return applied(tree, inverse_of(standing)), left


def overridden(
    before: Tree, mine: Iterable[Change], others: Iterable[Version]
) -> tuple[Version, ...]:
    """Find the versions of others whose values were there until these changes."""
    mine = tuple(mine)
    return tuple(
        version
        for version in others
        if any(
            _replaces(change, theirs)
            for theirs in version.changes
            if still_stands(before, theirs)
            for change in mine
        )
    )


def _replaces(mine: Change, theirs: Change) -> bool:
    """Whether one change is about the same as another, and makes something else of it."""
    if not overlap(mine, theirs):
        return False
    depth = len(mine.path)
    if depth > len(theirs.path):
        return True
    rest = theirs.path[depth:]
    return bool(value_at(mine.after, rest) != theirs.after) if rest else mine.after != theirs.after
