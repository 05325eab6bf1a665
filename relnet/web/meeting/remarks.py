"""What a page alone holds of a meeting's remarks: sent along, told, and forgotten.

A remark made on a case that is only read, or while names are hidden, is in no case. The page
that holds it (``assets/case_present_held.js``) sends it with what the meeting takes away; nothing
of it stays here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from werkzeug.exceptions import BadRequest

from relnet.case.messages import RelnetError
from relnet.case.vocabulary import PromptKind
from relnet.figures.words_meeting import MeetingGroup, MeetingItem, MeetingPart
from relnet.web.case_view import CaseView
from relnet.web.edit.asked import number_of, text_of
from relnet.wording import _

MAX_REMARKS = 200
"""How many are told at most; a page that holds more says so."""

MAX_TEXT = 2_000
"""The longest text (characters): what the field takes, and the names it is pinned to."""

MAX_OWNER = 80


class TooManyRemarks(RelnetError):  # noqa: N818 - the name says what happened
    """A page holds more remarks than are told."""

    def __init__(self) -> None:
        words = _("At most {most} remarks go into a file. Save them as a text file instead.")
        super().__init__(words.format(most=MAX_REMARKS))


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark that a page holds: at which stage, as what, and who takes it on, if anybody."""

    stage: int
    kind: PromptKind
    text: str
    owner: str


def read_remarks(values: Mapping[str, Any]) -> tuple[Remark, ...]:
    """Read what a page holds: ``{"remarks": [{"stage", "kind", "text", "owner"}, …]}``.

    Raises:
        BadRequest: no page of ours sends this.
        TooManyRemarks: they are more than are told.
    """
    told = values.get("remarks")
    if not isinstance(told, list):
        raise BadRequest
    if len(told) > MAX_REMARKS:
        raise TooManyRemarks
    return tuple(_read(one) for one in told)


def _read(told: object) -> Remark:
    if not isinstance(told, dict):
        raise BadRequest
    text, owner = text_of(told, "text"), text_of(told, "owner")
    if len(text) > MAX_TEXT or len(owner) > MAX_OWNER:
        raise BadRequest
    try:
        kind = PromptKind(text_of(told, "kind"))
    except ValueError as error:
        raise BadRequest from error
    return Remark(number_of(told, "stage"), kind, text, owner)


def question_words() -> str:
    """Say that a remark is a question: its place is ``{remark}``."""
    return _("Question: {remark}")


def action_words() -> str:
    """Say that a remark is an action that nobody has taken on."""
    return _("Action: {remark}")


def owned_words() -> str:
    """Say that a remark is an action, and who takes it on: ``{owner}``."""
    return _("Action for {owner}: {remark}")


def remarks_part(view: CaseView, remarks: Sequence[Remark]) -> MeetingPart:
    """Tell remarks stage by stage; names of the case in them are hidden where names are.

    Args:
        view: the case. A stage that it has no more is told as its last one.
        remarks: what the page holds.
    """
    last = len(view.case.stages) - 1
    groups = (
        MeetingGroup(
            view.names.text(stage.label),
            tuple(_item(view, one) for one in remarks if min(one.stage, last) == number),
        )
        for number, stage in enumerate(view.case.stages)
    )
    return MeetingPart(
        _("Remarks from this meeting (not kept in the case)"),
        tuple(group for group in groups if group.items),
        "",
    )


def _item(view: CaseView, remark: Remark) -> MeetingItem:
    owned = owned_words() if remark.owner else action_words()
    words = question_words() if remark.kind is PromptKind.QUESTION else owned
    text, owner = view.names.text(remark.text), view.names.text(remark.owner)
    return MeetingItem(words.format(owner=owner, remark=text))
