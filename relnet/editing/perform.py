"""Doing an operation: a case and what somebody means, in; the case after it, out."""

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.editing.document import case_of
from relnet.editing.doing import attempt
from relnet.editing.operations import Operation
from relnet.editing.refusals import Refused


def perform(case: Case, operation: Operation) -> Case:
    """Give the case after an operation; the given one stays as it is.

    Raises:
        UnknownId: it is about something that the case does not have (any more).
        CannotDo: it makes no sense here; the message says why.
        Refused: the case would not be valid after it: a ``CannotDo`` with what is wrong with
            which field of a form, and a ``CaseFaults``.
    """
    tree = attempt(case, operation)
    try:
        return case_of(tree)
    except CaseFaults as found:
        raise Refused(case, operation, found.faults) from found
