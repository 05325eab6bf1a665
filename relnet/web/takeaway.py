"""What one takes away from a case page: one list, for its menu and for what answers it.

Each file is made of the view as it is on the screen: whose view, which stage, names hidden or
shown, and nothing of what is hidden. To add one, write a function that gives the content of a
file, and put it into ``TAKEAWAYS``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from flask import Flask, Response, request
from markupsafe import Markup

from relnet.figures.showing import read_showing
from relnet.web import ids
from relnet.web.addresses import CASE_RULE, asset_address, case_address, meeting_address
from relnet.web.case_file import file_name
from relnet.web.case_view import CaseView, asked_view, perspective_refs
from relnet.web.copying import copy_tools
from relnet.web.files import attached
from relnet.web.handout.page import handout_of
from relnet.web.handout.shown import shown_view
from relnet.web.meeting.fresh import fresh_today
from relnet.web.taking.deck import write_deck
from relnet.web.taking.minutes import write_minutes
from relnet.web.taking.pictures import map_svg, tracks_svg
from relnet.web.taking.printed import A3, A4, map_png, pdf_on
from relnet.web.taking.printed_tracks import tracks_pdf_on, tracks_png
from relnet.web.taking.sheet import write_sheet
from relnet.web.taking.story_deck import write_story_deck
from relnet.web.taking.taken import Taken
from relnet.wording import _

_SVG = "image/svg+xml"
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PNG = "image/png"
_PDF = "application/pdf"
_PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"


@dataclass(frozen=True, slots=True)
class Takeaway:
    """One kind of file in the menu: what it is called there, its address, and its content."""

    words: str
    address: str
    """The last part of its address, with the ending that the file has."""
    mimetype: str
    write: Callable[[Taken], bytes]
    of_story: bool = False
    """Whether only a case with a story has it."""

    def is_of(self, view: CaseView) -> bool:
        """Whether a case can be taken away so."""
        return bool(view.case.story) or not self.of_story


def _handout(taken: Taken) -> bytes:
    return handout_of(taken.view, taken.args.get("view", ""), taken.left_out)


TAKEAWAYS: tuple[Takeaway, ...] = (
    Takeaway(_("One file that works anywhere (HTML)"), "handout.html", "text/html", _handout),
    Takeaway(_("Map of this stage (SVG)"), "map.svg", _SVG, map_svg),
    Takeaway(_("Tracks, all stages (SVG)"), "tracks.svg", _SVG, tracks_svg),
    Takeaway(_("Slides, one for each stage (PowerPoint)"), "slides.pptx", _PPTX, write_deck),
    Takeaway(
        _("Slides, one for each step of the story, with your notes (PowerPoint)"),
        "story.pptx",
        _PPTX,
        write_story_deck,
        of_story=True,
    ),
    Takeaway(_("Sheet for a meeting about this stage (Word)"), "sheet.docx", _DOCX, write_sheet),
    Takeaway(_("End of the meeting, for this stage (Word)"), "minutes.docx", _DOCX, write_minutes),
    Takeaway(_("Pages, one for each stage (PDF, A4)"), "pages-a4.pdf", _PDF, pdf_on(A4)),
    Takeaway(_("Pages, one for each stage (PDF, A3)"), "pages-a3.pdf", _PDF, pdf_on(A3)),
    Takeaway(_("Tracks, all stages (PDF, A4)"), "tracks-a4.pdf", _PDF, tracks_pdf_on(A4)),
    Takeaway(_("Tracks, all stages (PDF, A3)"), "tracks-a3.pdf", _PDF, tracks_pdf_on(A3)),
    Takeaway(_("Map of this stage (PNG)"), "map.png", _PNG, map_png),
    Takeaway(_("Tracks, all stages (PNG)"), "tracks.png", _PNG, tracks_png),
)
"""All of them, in the order of the menu."""


def takeaway_menu(view: CaseView) -> Markup:
    """Offer them; the script gives the links what the page's address says at that moment."""
    as_drawn = {"as": perspective_refs(view.case).get(view.perspective), "stage": view.stage + 1}
    query = urlencode({key: value for key, value in as_drawn.items() if value})
    links = Markup("").join(
        Markup('<a href="{}?{}" data-take>{}</a>').format(_address(view, item), query, item.words)
        for item in TAKEAWAYS
        if item.is_of(view)
    )
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu">{copying}<a href="{meeting}?{query}" data-meeting>{end}</a>{links}'
        "</div></details>"
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.TAKE_AWAY,
        words=_("Take away"),
        copying=copy_tools(view),
        meeting=meeting_address(view.entry.key),
        query=query,
        end=_("End the meeting (a page to print)"),
        links=links,
        script=asset_address("case_takeaway.js"),
    )


def register_takeaways(server: Flask) -> None:
    """Answer the links of the menu."""
    for item in TAKEAWAYS:
        server.add_url_rule(f"{CASE_RULE}/{item.address}", item.address, _answer(item))


def _answer(item: Takeaway) -> Callable[[str], Response]:
    def answer(key: str) -> Response:
        args = request.args.to_dict()
        view = asked_view(key, args)
        shown, left_out = shown_view(view, read_showing(args.get("hide", ""), args.get("only", "")))
        taken = Taken(shown, args, left_out, fresh=partial(fresh_today, view.entry))
        content = item.write(taken)
        ending = item.address[item.address.index(".") :]
        name = file_name(shown.names.text(shown.case.title), ending)
        return attached(content, name, item.mimetype)

    return answer


def _address(view: CaseView, item: Takeaway) -> str:
    return f"{case_address(view.entry.key)}/{item.address}"
