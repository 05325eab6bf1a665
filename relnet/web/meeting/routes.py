"""What a page sends that holds a meeting's remarks: for the end of the meeting, and for Word."""

from collections.abc import Callable

from flask import Flask, Response, request

from relnet.web.addresses import CASE_RULE, MEETING_RULE
from relnet.web.case_file import file_name
from relnet.web.case_view import asked_view
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values
from relnet.web.files import attached
from relnet.web.meeting.asked import taken_of
from relnet.web.meeting.page import part_told
from relnet.web.meeting.remarks import read_remarks, remarks_part
from relnet.web.meeting.word import DOCX, with_part
from relnet.web.taking.minutes import write_minutes
from relnet.web.taking.sheet import write_sheet
from relnet.web.taking.taken import Taken

_WORD: dict[str, Callable[[Taken], bytes]] = {
    "minutes.docx": write_minutes,
    "sheet.docx": write_sheet,
}
"""The Word files of a meeting by the last part of their address; asked for without remarks they
are answered with the other files (``relnet.web.takeaway``)."""


def register_meeting(server: Flask) -> None:
    """Answer what is asked with remarks; none of it is kept."""
    for name, write in _WORD.items():
        server.add_url_rule(
            f"{CASE_RULE}/{name}", f"remarks_{name}", _word_with(write), methods=["POST"]
        )

    @server.post(f"{MEETING_RULE}/remarks")
    def meeting_remarks(key: str) -> Response:
        remarks = asked_values()
        view = asked_view(key, request.args.to_dict())
        return answering(
            lambda: {"html": str(part_told(remarks_part(view, read_remarks(remarks))))}
        )


def _word_with(write: Callable[[Taken], bytes]) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        remarks = read_remarks(asked_values())
        args = request.args.to_dict()
        whole = asked_view(key, args)
        taken = taken_of(whole, args)
        # Whoever is left out of the file may be named in a remark: their name is hidden as well.
        content = with_part(write(taken), remarks_part(whole, remarks))
        title = taken.view.names.text(taken.view.case.title)
        return attached(content, file_name(title, ".docx"), DOCX)

    return answer
