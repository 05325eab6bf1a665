"""Editors, and edits for the tests: what the operations of the editor do to a case, by hand."""

from collections.abc import Callable
from typing import Any

from relnet.case.models import Case
from relnet.editing.document import Tree, case_of, tree_of
from relnet.storage.contract import Editor, Library, Outcome
from tests.case.small import parsed, small_case

ANN = Editor("key-of-ann", "Ann")
BOB = Editor("key-of-bob", "Bob")

OPERATION: dict[str, Any] = {"do": "set_fields"}

Change = Callable[[Case], Case]


def small() -> Case:
    """Give the small case."""
    return parsed(small_case())


def by_tree(change: Callable[[Tree], object]) -> Change:
    """Make an edit that works in the tree of a case."""

    def changed(case: Case) -> Case:
        tree = tree_of(case)
        change(tree)
        return case_of(tree)

    return changed


def titled(title: str) -> Change:
    """Make an edit of the title."""
    return lambda case: case.model_copy(update={"title": title})


def noted(person: str, note: str) -> Change:
    """Make an edit of a person's note."""
    return by_tree(lambda tree: tree["people"][person].update(note=note))


def with_person(person: str) -> Change:
    """Make an edit that adds somebody."""
    entry = {"id": person, "name": person.title(), "role": "Friend", "type": "peer"}
    return by_tree(lambda tree: tree["people"].update({person: entry}))


def without_person(person: str) -> Change:
    """Make an edit that removes somebody."""
    return by_tree(lambda tree: tree["people"].pop(person))


def tied(person: str) -> Change:
    """Make an edit that gives somebody a relationship."""
    states = {"at-home:team": {"stage": "at-home", "status": "active"}}
    entry = {"id": f"r-{person}", "from": person, "tracks": ["community_peer"], "states": states}
    return by_tree(lambda tree: tree["relationships"].update({f"r-{person}": entry}))


def edit(
    library: Library, case_id: str, change: Change, by: Editor = ANN, seen: int | None = None
) -> Outcome:
    """Make an edit."""
    return library.edit(case_id, change, OPERATION, by, seen)


def people(case: Case) -> list[str]:
    """Give the ids of the people."""
    return [person.id for person in case.people]


def note_of(case: Case, person: str) -> str | None:
    """Give a person's note."""
    return next(entry.note for entry in case.people if entry.id == person)
