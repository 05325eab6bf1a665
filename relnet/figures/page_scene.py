"""A page of words and tables as a picture: headings, paragraphs, lists and tables in their order.

No word is left out: rows and pages grow. Only a single word that is wider than its column is
shortened.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from relnet.figures.page_blocks import Block, Cards, Grid, Heading, Items, Look, Paragraph
from relnet.figures.page_table import (
    PAD,
    TextLine,
    cell_lines,
    height_of,
    line_height,
    table_picture,
    texts,
    wrapped,
)
from relnet.figures.scene import Box, Disc, Mark, MarkKind, Picture, moved
from relnet.figures.style import look_up

MARGIN = 18.0
ROOM = 1064.0
"""How wide words and tables are together where nothing else is said (px)."""

_MEASURE = 760.0
"""How wide a paragraph is at most, so that its lines are easy to follow."""

_HEADINGS: Mapping[int, str] = {2: "text-title", 3: "text-area-here", 4: Look.BOLD.value}
_ABOVE: Mapping[int, float] = {2: 0.0, 3: 22.0, 4: 10.0}
_ABOVE_WORDS = 8.0
_ABOVE_FRAMED = 12.0
_INDENT = 14.0
_BETWEEN_ITEMS = 2.0
_CARD = 320.0
_CARD_GAP = 10.0
_CARD_PAD = 12.0
_RADIUS = 3.0


def page_picture(blocks: Sequence[Block], room: float = ROOM) -> Picture:
    """Lay out a page.

    Args:
        blocks: what stands on it, from its top to its foot.
        room: how wide it is inside its margins (px); wider where a table needs it.
    """
    inside = _stack(blocks, room)
    marks = tuple(moved(mark, MARGIN, MARGIN) for mark in inside.marks)
    return Picture(max(inside.width, room) + 2 * MARGIN, inside.height + 2 * MARGIN, marks)


def _stack(blocks: Sequence[Block], room: float) -> Picture:
    """Put blocks below each other."""
    marks: list[Mark] = []
    width = height = 0.0
    for block in blocks:
        part = _laid_out(block, room)
        if not part.marks:
            continue
        height += _above(block) if marks else 0.0
        marks += (moved(mark, 0, height) for mark in part.marks)
        width, height = max(width, part.width), height + part.height
    return Picture(width, height, tuple(marks))


def _above(block: Block) -> float:
    if isinstance(block, Heading):
        return _ABOVE[block.level]
    return _ABOVE_WORDS if isinstance(block, (Paragraph, Items)) else _ABOVE_FRAMED


def _laid_out(block: Block, room: float) -> Picture:
    match block:
        case Heading():
            return _lines(wrapped(block.text, _HEADINGS[block.level], room), MarkKind.TITLE)
        case Paragraph(words=words):
            return _lines(cell_lines(words, min(room, _MEASURE)), MarkKind.NOTE)
        case Items(rows=rows):
            return _items(rows, min(room, _MEASURE))
        case Grid():
            return table_picture(block, room)
        case Cards():
            return _cards(block, room)


def _lines(lines: Sequence[TextLine], kind: MarkKind) -> Picture:
    marks = (Mark(kind, tuple(texts(lines, 0, 0))),) if lines else ()
    return Picture(0, height_of(lines), marks)


def _items(rows: Sequence[str], room: float) -> Picture:
    """Lay out a list: a dot before each item."""
    style = Look.PLAIN.value
    first = line_height(style) - look_up(style).size / 3 - _BETWEEN_ITEMS
    marks = []
    top = 0.0
    for lines in (wrapped(row, style, room - _INDENT) for row in rows):
        dot = Disc(4, top + first - 2, 2, "dot")
        marks.append(Mark(MarkKind.NOTE, (dot, *texts(lines, _INDENT, top))))
        top += height_of(lines) + _BETWEEN_ITEMS
    return Picture(0, max(0.0, top - _BETWEEN_ITEMS), tuple(marks))


def _cards(cards: Cards, room: float) -> Picture:
    """Lay out cards in rows, each with about as many; those of a row are of one height."""
    most = max(1, int((room + _CARD_GAP) / (_CARD + _CARD_GAP)))
    across = max(1, ceil(len(cards.parts) / ceil(len(cards.parts) / most)))
    width = (room + _CARD_GAP) / across - _CARD_GAP
    parts = [_stack(part, width - 2 * _CARD_PAD) for part in cards.parts]
    width = max([width, *(part.width + 2 * _CARD_PAD for part in parts)])
    marks: list[Mark] = []
    top = 0.0
    for first in range(0, len(parts), across):
        row = parts[first : first + across]
        high = max(part.height for part in row) + 2 * PAD
        for place, part in enumerate(row):
            marks += _card(part, Box(place * (width + _CARD_GAP), top, width, high, _RADIUS, ""))
        top += high + _CARD_GAP
    whole = across * (width + _CARD_GAP) - _CARD_GAP
    return Picture(whole, max(0.0, top - _CARD_GAP), tuple(marks))


def _card(part: Picture, box: Box) -> Iterator[Mark]:
    frame = Box(box.x, box.y, box.width, box.height, box.radius, "table")
    yield Mark(MarkKind.AREA, (frame,))
    for mark in part.marks:
        yield moved(mark, box.x + _CARD_PAD, box.y + PAD)
