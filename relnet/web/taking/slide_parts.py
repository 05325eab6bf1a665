"""The parts of a slide: where they stand, and texts as large as they fit."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relnet.figures.slide_shapes import EMU_PER_POINT
from relnet.figures.style import INK, MUTED
from relnet.figures.text import drawable, text_width, wrap
from relnet.web.case_view import CaseView
from relnet.web.taking.taken import aid_words
from relnet.wording import _

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.shapes.base import BaseShape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame
    from pptx.util import Length

_INCH = 914_400
_WIDTH = round(13.333 * _INCH)
_HEIGHT = round(7.5 * _INCH)
_TITLE_ONLY = 5
"""The number of the layout of python-pptx's own template that has a title and nothing else."""

_LINE = 1.22
_GAP = 0.5
"""The gap between paragraphs, in lines."""

_SMALLEST = 6.0
_FOOT_SIZE = 11
_TITLE_SIZE = 26


@dataclass(frozen=True, slots=True)
class Area:
    """A part of a slide (EMU)."""

    left: int
    top: int
    width: int
    height: int

    def top_share(self, share: float) -> "Area":
        """Give the upper share of it."""
        return replace(self, height=round(self.height * share))

    def bottom_share(self, share: float) -> "Area":
        """Give the lower share of it."""
        height = round(self.height * share)
        return replace(self, top=self.top + self.height - height, height=height)


def _area(left: float, top: float, width: float, height: float) -> Area:
    """Give an area that is told in inches."""
    return Area(*(round(value * _INCH) for value in (left, top, width, height)))


WHOLE = _area(0.9, 0.9, 11.5, 5.9)
TITLE = _area(0.4, 0.2, 12.5, 0.65)
ROOM = _area(0.4, 0.95, 12.5, 6.0)
BELOW_TITLE = _area(0.3, 0.95, 8.9, 6.0)
SIDE = _area(9.4, 0.95, 3.6, 6.0)
_FOOT = _area(0.4, 7.05, 12.5, 0.3)


def empty_deck() -> "Presentation":
    """Begin slides of the width of a screen."""
    from pptx import Presentation as begin  # noqa: N813, PLC0415 - slow to import

    deck = begin()
    deck.slide_width, deck.slide_height = _length(_WIDTH), _length(_HEIGHT)
    return deck


def add_slide(deck: "Presentation", title: str, area: Area = TITLE) -> "Slide":
    """Add a slide with a title."""
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    place = slide.shapes.title
    assert place is not None  # noqa: S101 - this layout has a title
    _put(place, area)
    largest = _TITLE_SIZE if area is TITLE else 2 * _TITLE_SIZE - 8
    _write(place.text_frame, title, area, largest)
    for paragraph in place.text_frame.paragraphs:
        paragraph.font.bold = True
    return slide


def add_words(slide: "Slide", words: str, area: Area, largest: float) -> None:
    """Add words, as large as they fit but no larger than ``largest`` points."""
    box = slide.shapes.add_textbox(*(_length(v) for v in _measures(area)))
    _write(box.text_frame, words, area, largest)


def add_foot(slide: "Slide", view: CaseView) -> None:
    """Say below what the slide is, and whose view it shows."""
    words = _("{aid} · As {name} sees it").format(
        aid=aid_words(), name=view.names.inside(view.perspective)
    )
    box = slide.shapes.add_textbox(*(_length(v) for v in _measures(_FOOT)))
    _write(box.text_frame, words, _FOOT, _FOOT_SIZE, MUTED)


def add_notes(slide: "Slide", notes: str) -> None:
    """Give a slide what only the one who shows it reads."""
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None  # noqa: S101 - relnet's slides have notes of the usual shape
    frame.text = drawable(notes)


def add_picture(slide: "Slide", written: str) -> None:
    """Add a picture that is written as a group of shapes."""
    from pptx.oxml import parse_xml  # noqa: PLC0415 - slow to import

    slide.shapes._spTree.append(parse_xml(written))  # noqa: SLF001 - python-pptx draws one by one, slowly


def fitting_size(words: str, area: Area, largest: float = 14) -> float:
    """Give the size (points) at which words fit into an area, between the smallest and largest."""
    size = float(largest)
    while size > _SMALLEST and not _fits(words, area, size):
        size -= 0.5
    return size


def _fits(words: str, area: Area, size: float) -> bool:
    paragraphs = words.split("\n")
    lines = sum(_lines(text, area.width / EMU_PER_POINT, size) for text in paragraphs)
    lines += _GAP * (len(paragraphs) - 1)
    return lines * size * _LINE * EMU_PER_POINT <= area.height


def _lines(text: str, room: float, size: float) -> float:
    """Count the lines of a text; a word that is wider than the room goes on below."""
    more = sum(int(text_width(word, size) / room) for word in text.split())
    return max(1, len(wrap(text, room, size)) + more)


def _write(frame: "TextFrame", words: str, area: Area, largest: float, colour: str = INK) -> None:
    """Write words into a frame without margins, from its upper left corner."""
    from pptx.dml.color import RGBColor  # noqa: PLC0415 - slow to import
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN  # noqa: PLC0415
    from pptx.util import Pt  # noqa: PLC0415

    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = _length(0)
    frame.text = drawable(words)
    size = fitting_size(words, area, largest)
    for paragraph in frame.paragraphs:
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_after = Pt(size * _GAP)
        paragraph.font.size = Pt(size)
        paragraph.font.color.rgb = RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]  # python-pptx leaves it untyped


def _put(shape: "BaseShape", area: Area) -> None:
    shape.left, shape.top, shape.width, shape.height = (_length(v) for v in _measures(area))


def _measures(area: Area) -> tuple[int, int, int, int]:
    return area.left, area.top, area.width, area.height


def _length(emu: int) -> "Length":
    from pptx.util import Emu  # noqa: PLC0415 - slow to import

    return Emu(emu)
