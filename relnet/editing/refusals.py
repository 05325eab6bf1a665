"""Why an edit cannot be kept, in the words of the form that it was made in.

What is wrong with a case file is said for those who write files, with places and ids. The few
faults that somebody can run into in a form are said here for them: at which field, and what to
do about it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from relnet.case.messages import CaseFaults, Fault
from relnet.case.models import Case
from relnet.case.names import Names, names_of
from relnet.editing.document import file_of
from relnet.editing.doing import attempt
from relnet.editing.draft import CannotDo
from relnet.editing.faults import Wrong
from relnet.editing.operations import Operation
from relnet.editing.refusal_fields import field_of
from relnet.editing.refusal_words import refusal_words


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that is wrong: the name of the form's field ("" for the whole form), and what."""

    field: str
    message: str


class Refused(CannotDo, CaseFaults):
    """An edit that would make a case invalid; ``refusals`` say why, field by field.

    ``faults`` say the same of the file.
    """

    def __init__(self, case: Case, operation: Operation, faults: Iterable[Fault]) -> None:
        CaseFaults.__init__(self, faults)
        self.refusals = refusal(case, operation, self.faults)
        self.args = ("\n".join(told.message for told in self.refusals),)


def refusal(
    case: Case, operation: Operation, faults: Iterable[Fault], names: Names | None = None
) -> tuple[Refusal, ...]:
    """Say what is wrong with an edit, at the fields of its form.

    Args:
        case: the case that the operation was to be done to.
        operation: what was to be done.
        faults: what is wrong with the case after it.
        names: what everybody is called in the messages; their own names unless given.

    Raises:
        UnknownId, CannotDo: as ``perform``: then there are no faults to speak of.
    """
    file = file_of(attempt(case, operation))
    called = names or names_of(case)
    found = (Wrong(fault, file, case, called) for fault in faults)
    told = (Refusal(field_of(wrong, operation), refusal_words(wrong, operation)) for wrong in found)
    return tuple(dict.fromkeys(told))
