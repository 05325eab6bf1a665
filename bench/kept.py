"""Libraries of made cases, in a folder of their own, for measuring what keeps cases."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.generate import SEED, USED_EVERY, made_case
from relnet.case.models import Case
from relnet.case.vocabulary import Strength
from relnet.editing.operations import SetState, operation_values
from relnet.editing.perform import perform
from relnet.storage.contract import Editor, Library
from relnet.storage.opening import FILE, open_library

PEOPLE = 30
BENCH = Editor("a-key-of-the-bench-itself", "Bench")

_STRENGTHS = tuple(Strength)


@contextmanager
def data_folder() -> Iterator[Path]:
    """Give a folder for a library; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


@contextmanager
def library_in(data: Path) -> Iterator[Library]:
    """Open the library in a folder, as ``relnet serve --data`` does."""
    with closing(open_library(f"sqlite:///{data / FILE}", data)) as library:
        yield library


def keep_made(library: Library, number: int, title: str = "Case {number:04}") -> str:
    """Keep a made case of 30 people, each number another one; give its id."""
    case = made_case(PEOPLE, SEED + number)
    titled = case.model_copy(update={"title": title.format(number=number)})
    return library.create(titled, BENCH).line.id


def edit_of(case: Case, editor: int, number: int) -> tuple[SetState, str]:
    """Make an edit of a made case, and give the words that are in no other.

    It sets a tie that is active at every stage; up to 24 editors have one each, at a stage.
    """
    text = f"Editor {editor} has said this as number {number}."
    tie = case.relationships[: len(case.people)][::USED_EVERY]
    operation = SetState(
        relationship=tie[editor % len(tie)].id,
        stage=case.stages[editor % len(case.stages)].id,
        fields={
            "status": "active",
            "strength": _STRENGTHS[number % len(_STRENGTHS)].value,
            "note": text,
        },
    )
    return operation, text


def make_versions(library: Library, case_id: str, newest: int) -> None:
    """Edit a case until it has so many versions."""
    case = library.get(case_id).case
    for number in range(library.line(case_id).number, newest):
        operation, _text = edit_of(case, number, number)
        change = partial(perform, operation=operation)
        library.edit(case_id, change, operation_values(operation), BENCH)
