"""What a page sends that holds a meeting's remarks: for the end of the meeting, and for Word."""

from collections.abc import Callable

from flask import Flask, Response, request

from relnet.web.addresses import CASE_RULE, MEETING_RULE
from relnet.web.case_view import asked_view
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values
from relnet.web.files import attached
from relnet.web.meeting.asked import taken_of
from relnet.web.meeting.page import part_told
from relnet.web.meeting.remarks import read_remarks, remarks_part
from relnet.web.meeting.word import with_part
from relnet.web.taking.takeaways import MEETING, TAKEAWAYS, Takeaway


def register_meeting(server: Flask) -> None:
    """Answer what is asked with remarks; none of it is kept.

    Asked for without remarks, the Word files are answered as all others are
    (``relnet.web.takeaway``).
    """
    for item in TAKEAWAYS:
        if item.group == MEETING:
            rule, name = f"{CASE_RULE}/{item.address}", f"remarks_{item.address}"
            server.add_url_rule(rule, name, _word_with(item), methods=["POST"])

    @server.post(f"{MEETING_RULE}/remarks")
    def meeting_remarks(key: str) -> Response:
        remarks = asked_values()
        view = asked_view(key, request.args.to_dict())
        return answering(
            lambda: {"html": str(part_told(remarks_part(view, read_remarks(remarks))))}
        )


def _word_with(item: Takeaway) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        remarks = read_remarks(asked_values())
        args = request.args.to_dict()
        whole = asked_view(key, args)
        taken = taken_of(whole, args)
        # Whoever is left out of the file may be named in a remark: their name is hidden as well.
        content = with_part(item.write(taken), remarks_part(whole, remarks))
        return attached(content, item.name_for(taken.view), item.mimetype)

    return answer
