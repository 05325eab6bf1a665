"""Word: the end of a meeting, to send round and to go on with."""

from io import BytesIO
from typing import TYPE_CHECKING

from relnet.figures.text import drawable
from relnet.figures.words_meeting import MeetingItem, MeetingPart, meeting_parts
from relnet.web.taking.sheet_parts import add_aid, lay_out
from relnet.web.taking.taken import Taken, describe
from relnet.wording import _

if TYPE_CHECKING:
    from docx.document import Document


def write_minutes(taken: Taken) -> bytes:
    """Write what was decided, what stays open, and what nobody asked about, as Word."""
    from docx import Document as begin  # noqa: N813, PLC0415 - slow to import

    view = taken.view
    document = begin()
    describe(document.core_properties, view)
    document.core_properties.comments = ""
    lay_out(document)
    title = _("End of the meeting: {title}").format(title=view.names.text(view.case.title))
    document.add_heading(drawable(title), 0)
    add_aid(document, taken)
    fresh = taken.fresh()
    for part in meeting_parts(view.network, view.stage, view.perspective, view.names, fresh):
        add_part(document, part)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def add_part(document: "Document", part: MeetingPart) -> None:
    """Add a part of the page at the end of a document."""
    document.add_heading(part.title, 1)
    if not part.groups:
        document.add_paragraph(part.nothing)
    for group in part.groups:
        document.add_heading(drawable(group.title), 2)
        for item in group.items:
            _add_item(document, item)


def _add_item(document: "Document", item: MeetingItem) -> None:
    paragraph = document.add_paragraph(drawable(item.text), style="List Bullet")
    if item.mark:
        paragraph.add_run(f" ({item.mark})").bold = True
    if item.facts:
        paragraph.add_run().add_break()
        paragraph.add_run(drawable(item.facts)).italic = True
