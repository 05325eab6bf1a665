"""PDF: a page for each stage, with its title, map, key and words; PNG: the map of one stage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from relnet.figures.scene import Picture
from relnet.figures.style import FONT, INK, MUTED
from relnet.figures.svg import map_style_sheet, paint_still
from relnet.figures.words import stage_words
from relnet.web.case_view import CaseView
from relnet.web.taking.browser import Size, as_pdf, as_png
from relnet.web.taking.pictures import map_picture, untitled_map
from relnet.web.taking.slide_parts import Area, fitting_size
from relnet.web.taking.taken import Taken, foot_lines
from relnet.wording import _

MARGIN = 10
HEAD = 30
"""How much of a page its title and its foot take (mm)."""

_SIDE = 0.28
"""Which share of a page's width has the words."""

PX_PER_MM = 96 / 25.4
SMALLEST = 0.66
"""The scale below which words of a picture would be too small to read (6 points)."""

LARGEST = 1.3

_EMU_PER_MM = 36_000
_LARGEST_WORDS = 12.0

_PAGE = Markup(
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "style-src 'unsafe-inline'\"><title>{title}</title><style>{style}</style></head>"
    "<body>{body}</body></html>"
)
_STAGE = Markup(
    '<section><h1>{title}</h1><div class="sheet"><div class="map">{picture}</div>'
    '<p style="font-size:{size}pt">{words}</p></div><footer>{foot}</footer></section>'
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, lying on its side (mm)."""

    width: int
    height: int

    @property
    def across(self) -> int:
        """How wide it can be printed on (mm)."""
        return self.width - 2 * MARGIN

    @property
    def words(self) -> Area:
        """The room that the words have."""
        width = self.across * _SIDE
        height = self.height - 2 * MARGIN - HEAD
        return Area(0, 0, round(width * _EMU_PER_MM), round(height * _EMU_PER_MM))

    def style(self) -> str:
        """Give the style sheet of a file on this paper."""
        width, height = self.across, self.height - 2 * MARGIN
        return (
            f"@page{{size:{self.width}mm {self.height}mm;margin:{MARGIN}mm}}"
            f"*{{margin:0;box-sizing:border-box}}body{{font-family:{FONT};color:{INK}}}"
            f"section{{display:flex;flex-direction:column;gap:4mm;min-height:{height}mm;"
            "break-after:page}section:last-child{break-after:auto}"
            "h1{font-size:16pt;overflow-wrap:anywhere}"
            ".sheet{display:flex;gap:5mm;flex:1}"
            f".map{{flex:none;width:{width * (1 - _SIDE) - 5:g}mm}}"
            f".map svg{{width:100%;height:auto;max-height:{height - HEAD}mm}}"
            f"p{{line-height:1.22;overflow-wrap:anywhere}}footer{{font-size:8pt;color:{MUTED}}}"
            f"{map_style_sheet()}"
        )


A4 = Paper(297, 210)
A3 = Paper(420, 297)


def pdf_on(paper: Paper) -> Callable[[Taken], bytes]:
    """Give what writes a PDF of all stages on this paper."""
    return lambda taken: write_pdf(taken, paper)


def write_pdf(taken: Taken, paper: Paper = A4, stages: Sequence[int] | None = None) -> bytes:
    """Print a page for each stage.

    Args:
        taken: the case, without what is hidden.
        paper: what it is printed on.
        stages: the numbers of the stages to show; without them all.

    Raises:
        CannotDraw: there is no browser to print with.
    """
    return as_pdf(printed_page(taken, paper, stages), taken.stop)


def printed_page(taken: Taken, paper: Paper, stages: Sequence[int] | None = None) -> str:
    """Write what is printed, as HTML that asks for nothing."""
    view = taken.view
    shown = range(len(view.case.stages)) if stages is None else stages
    pages = []
    for place, number in enumerate(shown, 1):
        taken.tell(place, len(shown))
        pages.append(_stage(taken, paper, number))
    body = Markup("").join(pages)
    return page_of(view, paper.style(), body)


def map_png(taken: Taken) -> bytes:
    """Draw the map of the stage that is looked at.

    Raises:
        CannotDraw: there is no browser to draw with.
    """
    return png_of(taken, map_picture(taken))


def png_of(taken: Taken, picture: Picture) -> bytes:
    """Draw a picture of a case.

    Raises:
        CannotDraw: there is no browser to draw with.
    """
    style = f"*{{margin:0}}svg{{display:block}}text{{font-family:{FONT}}}{map_style_sheet()}"
    painted = Markup(paint_still(picture, names="whole"))  # noqa: S704 - the painter escapes every text
    body = Markup('<div class="map">{}</div>').format(painted)
    page = page_of(taken.view, style, body)
    return as_png(page, Size(picture.width, picture.height), taken.stop)


def page_of(view: CaseView, style: str, body: Markup) -> str:
    """Write a page of its own for the browser, that asks for nothing."""
    title = view.names.text(view.case.title)
    return _PAGE.format(title=title, style=Markup(style), body=body)  # noqa: S704 - our own style sheet


def paged_title(title: str, number: int, many: int) -> str:
    """Say in the title of a page which of several it is."""
    if many == 1:
        return title
    return _("{title} (page {number} of {many})").format(title=title, number=number, many=many)


def _stage(taken: Taken, paper: Paper, stage: int) -> Markup:
    view = taken.view
    words = stage_words(view.network, stage, view.perspective, view.names)
    picture = untitled_map(view, stage)
    return _STAGE.format(
        title=words.title,
        picture=Markup(paint_still(picture, names="stage-map", label=words.title)),  # noqa: S704 - as above
        size=f"{fitting_size(words.summary, paper.words, _LARGEST_WORDS):g}",
        words=words.summary,
        foot=" · ".join(foot_lines(taken)),
    )
