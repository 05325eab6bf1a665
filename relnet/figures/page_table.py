"""A table of words as marks: columns as wide as what stands in them, rows as high as it needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from relnet.figures.page_blocks import Cell, Grid, Look
from relnet.figures.paths import straight
from relnet.figures.scene import Box, Line, Mark, MarkKind, Picture, Run, Text
from relnet.figures.style import look_up
from relnet.figures.text import text_width, wrap

PAD = 10.0
LEADING = 5.0
"""How much higher a line is than its letters."""

_PAD_Y = 6.0
_WIDEST = 620.0
"""What a column wants at most, so that its lines are easy to follow."""

_LEAST = 96.0
_STEPS = 50
"""How often the room between too little and too much is halved, until it is nothing."""

_WIDEST_WORD = 230.0
"""Up to which width a column follows the longest word in it."""

_BELOW_CAPTION = 3.0
_RADIUS = 3.0

TextLine = tuple[str, str]
"""A line of text with its style."""


def wrapped(text: str, style: str, room: float) -> list[TextLine]:
    """Break a text into lines that fit into a room (px), in one style."""
    look = look_up(style)
    return [(line, style) for line in wrap(text, room, look.size, bold=look.bold)]


def cell_lines(cell: Cell, room: float) -> list[TextLine]:
    """Break the words of a cell into lines that fit into a room (px)."""
    return [line for words in cell for line in wrapped(words.text, words.look.value, room)]


def line_height(style: str) -> float:
    """Give how high a line of a style is (px)."""
    return look_up(style).size + LEADING


def height_of(lines: Sequence[TextLine]) -> float:
    """Give how high lines are together (px)."""
    return sum(line_height(style) for _line, style in lines)


def texts(lines: Sequence[TextLine], x: float, top: float) -> Iterator[Text]:
    """Place lines one below the other, the first from ``top`` on."""
    for line, style in lines:
        top += line_height(style)
        yield Text(x, top - LEADING, (Run(line, style),))


def table_picture(grid: Grid, room: float) -> Picture:
    """Lay out a table.

    Args:
        grid: the table.
        room: how wide it is (px); wider where its words need it.
    """
    widths = column_widths(grid, room)
    caption = wrapped(grid.caption, Look.QUIET.value, sum(widths))
    top = height_of(caption) + _BELOW_CAPTION if caption else 0.0
    marks = [Mark(MarkKind.NOTE, tuple(texts(caption, 0, 0)))] if caption else []
    head = [_lines(cell, width) for cell, width in zip(grid.head, widths, strict=True)]
    rows = [[_lines(c, w) for c, w in zip(row, widths, strict=True)] for row in grid.rows]
    high = _height(head)
    whole = high + sum(map(_height, rows))
    marks.append(_frame(Box(0, top, sum(widths), whole, _RADIUS, "table"), high))
    marks.append(Mark(MarkKind.COLUMN, tuple(_row(head, widths, top))))
    for place, row in enumerate(rows):
        top += high
        high = _height(row)
        rule = (Line(straight(((0, top), (sum(widths), top))), "rule"),) if place else ()
        marks.append(Mark(MarkKind.ROW, (*rule, *_row(row, widths, top))))
    return Picture(sum(widths), top + high, tuple(marks))


def column_widths(grid: Grid, room: float) -> list[float]:
    """Share a room out among the columns.

    Each has at least its longest word, and none more than its longest line, as long as there is
    not enough for all. In between they follow the square roots of how much stands in them: of
    all ways to share, that needs the least height if rows are as high as their cells together.
    What nobody wants is shared as well, so that all tables of a page are of one width.
    """
    wishes = [_wish(column) for column in zip(grid.head, *grid.rows, strict=True)]
    wanted = sum(wish.wanted for wish in wishes)
    if wanted <= room:
        return [wish.wanted * room / wanted for wish in wishes]
    low, high = 0.0, max(wish.wanted / wish.weight for wish in wishes)
    for _step in range(_STEPS):
        middle = (low + high) / 2
        if sum(wish.at(middle) for wish in wishes) > room:
            high = middle
        else:
            low = middle
    return [wish.at(low) for wish in wishes]


@dataclass(frozen=True, slots=True)
class _Wish:
    """How wide a column is at least and at most (px), and its weight among its like."""

    least: float
    wanted: float
    weight: float

    def at(self, factor: float) -> float:
        return min(max(factor * self.weight, self.least), self.wanted)


def _wish(column: Sequence[Cell]) -> _Wish:
    told = [words for cell in column for words in cell]
    lengths = [_width(words.text, words.look) for words in told]
    longest = max((_width(word, w.look) for w in told for word in w.text.split()), default=0.0)
    least = max(min(longest, _WIDEST_WORD) + 2 * PAD, _LEAST)
    wanted = max(min(max(lengths, default=0.0) + 2 * PAD, _WIDEST), least)
    return _Wish(least, wanted, sqrt(1 + sum(lengths)))


def _width(text: str, look: Look) -> float:
    style = look_up(look.value)
    return text_width(text, style.size, bold=style.bold)


def _lines(cell: Cell, width: float) -> list[TextLine]:
    # What was added up may be a little less than the longest word.
    return cell_lines(cell, width - 2 * PAD + 0.01)


def _height(row: Sequence[Sequence[TextLine]]) -> float:
    least = line_height(Look.PLAIN.value)
    return max([least, *map(height_of, row)]) + 2 * _PAD_Y


def _row(row: Sequence[Sequence[TextLine]], widths: Sequence[float], top: float) -> Iterator[Text]:
    left = 0.0
    for lines, width in zip(row, widths, strict=True):
        yield from texts(lines, left + PAD, top + _PAD_Y)
        left += width


def _frame(box: Box, head: float) -> Mark:
    """Draw the ground of a table, and that of its head."""
    above = Box(box.x, box.y, box.width, head, _RADIUS, "table-head")
    return Mark(MarkKind.AREA, (box, above))
