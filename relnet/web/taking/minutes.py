"""Word: the end of a meeting, to send round and to go on with."""

from io import BytesIO
from typing import TYPE_CHECKING

from relnet.figures.text import drawable
from relnet.figures.words_meeting import MeetingItem, meeting_parts
from relnet.web.taking.taken import Taken, describe, left_out_words, made_words, today
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
    _lay_out(document)
    title = _("End of the meeting: {title}").format(title=view.names.text(view.case.title))
    document.add_heading(drawable(title), 0)
    _add_aid(document, taken)
    fresh = taken.fresh()
    for part in meeting_parts(view.network, view.stage, view.perspective, view.names, fresh):
        document.add_heading(part.title, 1)
        if not part.groups:
            document.add_paragraph(part.nothing)
        for group in part.groups:
            document.add_heading(drawable(group.title), 2)
            for item in group.items:
                _add_item(document, item)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _lay_out(document: "Document") -> None:
    """Make it A4: the template is made for the paper of another country."""
    from docx.shared import Cm  # noqa: PLC0415 - slow to import

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.0)


def _add_aid(document: "Document", taken: Taken) -> None:
    """Say what it is: at its beginning, and at the foot of every page."""
    made = drawable(made_words(taken.view, today()))
    document.add_paragraph(made)
    document.sections[0].footer.paragraphs[0].text = made
    left_out = left_out_words(taken.left_out)
    if left_out:
        document.add_paragraph(left_out)


def _add_item(document: "Document", item: MeetingItem) -> None:
    paragraph = document.add_paragraph(drawable(item.text), style="List Bullet")
    if item.mark:
        paragraph.add_run(f" ({item.mark})").bold = True
    if item.facts:
        paragraph.add_run().add_break()
        paragraph.add_run(drawable(item.facts)).italic = True
