"""What one takes away from a case page: one list, for its menu and for what answers it.

Each file is made of the view as it is on the screen: whose view, which stage, names hidden or
shown, and nothing of what is hidden. To add one, write a function that gives the content of a
file, and put it into ``TAKEAWAYS``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from relnet.web.case_file import file_name
from relnet.web.case_view import CaseView
from relnet.web.handout.page import handout_of
from relnet.web.taking.deck import write_deck
from relnet.web.taking.focus_pictures import focus_pdf_on, focus_png, focus_svg
from relnet.web.taking.minutes import write_minutes
from relnet.web.taking.pictured_tables import stage_png, stage_svg, tables_svg
from relnet.web.taking.pictures import map_svg, tracks_svg
from relnet.web.taking.printed import A3, A4, map_png, pdf_on
from relnet.web.taking.printed_tables import table_of, tables_pdf_on, tables_png
from relnet.web.taking.printed_tracks import tracks_pdf_on, tracks_png
from relnet.web.taking.sheet import write_sheet
from relnet.web.taking.story_deck import write_story_deck
from relnet.web.taking.taken import Taken
from relnet.web.views.numbers import numbers_view
from relnet.wording import _

_SVG = "image/svg+xml"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PNG = "image/png"
_PDF = "application/pdf"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"

WHOLE, MEETING = "whole", "meeting"

GROUP_WORDS: Mapping[str, str] = {
    "map": _("This view as a file: map"),
    "tracks": _("This view as a file: tracks, all stages"),
    "focus": _("This view as a file: focus"),
    "table": _("This view as a file: table and words"),
    "numbers": _("This view as a file: numbers"),
    WHOLE: _("The whole case"),
    MEETING: _("For a meeting about this stage"),
}
"""What each group of the menu is called, in their order: those of views, by the view's name, and
what is offered in every view."""


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One kind of file in the menu.

    Attributes:
        group: where it stands, as ``GROUP_WORDS`` has it.
        words: what it is called there.
        address: the last part of its address, with the ending that the file has.
        mimetype: what kind of file it is.
        write: gives its content.
        of_story: whether only a case with a story has it.
    """

    group: str
    words: str
    address: str
    mimetype: str
    write: Callable[[Taken], bytes]
    of_story: bool = False

    @property
    def is_long(self) -> bool:
        """Whether it takes so long that the page tells how far it is."""
        return self.mimetype in {_PDF, _PNG, _PPTX}

    def name_for(self, view: CaseView) -> str:
        """Give the name of the file of a case."""
        ending = self.address[self.address.index(".") :]
        return file_name(view.names.text(view.case.title), ending)

    def is_of(self, view: CaseView) -> bool:
        """Whether a case can be taken away so."""
        return bool(view.case.story) or not self.of_story


def _handout(taken: Taken) -> bytes:
    return handout_of(taken.view, taken.args.get("view", ""), taken.left_out)


_STORY_SLIDES = _("Slides, one for each step of the story, with your notes (PowerPoint)")
_SHEET = _("Sheet to write on (Word)")
_MINUTES = _("End of the meeting (Word)")
_NUMBERS_A4 = tables_pdf_on(A4, numbers_view)
_NUMBERS_A3 = tables_pdf_on(A3, numbers_view)

TAKEAWAYS: tuple[Takeaway, ...] = (
    Takeaway("map", _("PDF, A4, all stages"), "pages-a4.pdf", _PDF, pdf_on(A4)),
    Takeaway("map", _("PDF, A3, all stages"), "pages-a3.pdf", _PDF, pdf_on(A3)),
    Takeaway("map", _("PNG, this stage"), "map.png", _PNG, map_png),
    Takeaway("map", _("SVG, this stage"), "map.svg", _SVG, map_svg),
    Takeaway("tracks", _("PDF, A4"), "tracks-a4.pdf", _PDF, tracks_pdf_on(A4)),
    Takeaway("tracks", _("PDF, A3"), "tracks-a3.pdf", _PDF, tracks_pdf_on(A3)),
    Takeaway("tracks", _("PNG"), "tracks.png", _PNG, tracks_png),
    Takeaway("tracks", _("SVG"), "tracks.svg", _SVG, tracks_svg),
    Takeaway("focus", _("PDF, A4"), "focus-a4.pdf", _PDF, focus_pdf_on(A4)),
    Takeaway("focus", _("PDF, A3"), "focus-a3.pdf", _PDF, focus_pdf_on(A3)),
    Takeaway("focus", _("PNG"), "focus.png", _PNG, focus_png),
    Takeaway("focus", _("SVG"), "focus.svg", _SVG, focus_svg),
    Takeaway("table", _("PDF, A4"), "table-a4.pdf", _PDF, tables_pdf_on(A4, table_of)),
    Takeaway("table", _("PDF, A3"), "table-a3.pdf", _PDF, tables_pdf_on(A3, table_of)),
    Takeaway("table", _("PNG, this stage"), "table.png", _PNG, stage_png),
    Takeaway("table", _("SVG, this stage"), "table.svg", _SVG, stage_svg),
    Takeaway("numbers", _("PDF, A4"), "numbers-a4.pdf", _PDF, _NUMBERS_A4),
    Takeaway("numbers", _("PDF, A3"), "numbers-a3.pdf", _PDF, _NUMBERS_A3),
    Takeaway("numbers", _("PNG"), "numbers.png", _PNG, tables_png(numbers_view)),
    Takeaway("numbers", _("SVG"), "numbers.svg", _SVG, tables_svg(numbers_view)),
    Takeaway(
        WHOLE, _("One file that works anywhere (HTML)"), "handout.html", "text/html", _handout
    ),
    Takeaway(WHOLE, _("Slides, one for each stage (PowerPoint)"), "slides.pptx", _PPTX, write_deck),
    Takeaway(WHOLE, _STORY_SLIDES, "story.pptx", _PPTX, write_story_deck, of_story=True),
    Takeaway(MEETING, _SHEET, "sheet.docx", _DOCX, write_sheet),
    Takeaway(MEETING, _MINUTES, "minutes.docx", _DOCX, write_minutes),
)
"""All of them, in the order of the menu."""
