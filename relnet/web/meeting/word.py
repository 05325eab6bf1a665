"""A part of a meeting's page put at the end of a Word file."""

from io import BytesIO

from relnet.figures.words_meeting import MeetingPart
from relnet.web.taking.minutes import add_part


def with_part(content: bytes, part: MeetingPart) -> bytes:
    """Give a Word file with a part more at its end; without one that has nothing to say."""
    from docx import Document  # noqa: PLC0415 - slow to import

    if not part.groups:
        return content
    document = Document(BytesIO(content))
    add_part(document, part)
    written = BytesIO()
    document.save(written)
    return written.getvalue()
