"""A version in words: what somebody did to a case."""

from relnet.case.messages import RelnetError
from relnet.case.models import Case
from relnet.case.names import Names
from relnet.editing.operations import read_operation
from relnet.figures.words_history import operation_words
from relnet.storage.contract import Kind, Version
from relnet.wording import _

_ABOUT = {
    Kind.UNDO: _("Undid: {what}"),
    Kind.REDO: _("Did again: {what}"),
    Kind.PUT_BACK: _("Made again: {what}"),
}


def version_words(version: Version, case: Case, names: Names, about: Version | None = None) -> str:
    """Say what a version did.

    Args:
        version: one of the case's versions.
        case: the case, in that version or a newer one.
        names: what everybody is called.
        about: the version that it undid, did again or put back, where that is known.
    """
    if version.kind is Kind.EDIT:
        return _edit_words(version, case, names)
    if about is not None and about.kind is Kind.EDIT and version.kind in _ABOUT:
        return _ABOUT[version.kind].format(what=_edit_words(about, case, names))
    words = {
        Kind.CREATED: _("Added to the library"),
        Kind.UNDO: _("Undid version {number}"),
        Kind.REDO: _("Did version {number} again"),
        Kind.RESTORED: _("Restored version {number}"),
        Kind.PUT_BACK: _("Made the edit of version {number} again"),
        Kind.UPGRADED: _("Upgraded to the newest format"),
    }
    return words[version.kind].format(number=version.target)


def _edit_words(version: Version, case: Case, names: Names) -> str:
    try:
        operation = read_operation(version.operation)
        return operation_words(operation, case, names, version.changes)
    except RelnetError:  # an operation of another relnet
        return _("Edited the case")
