"""The focus of a case as a picture (Firmin & Owens 2022, Fig. 2): uses by row and column.

The page shows it as a table; this is the same grid for files. What was not recorded has
another frame than what is none, and each cell says in words what it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relnet.case.names import Names
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Level, Track
from relnet.figures.frame import KEY_ROW
from relnet.figures.key import key_lines, key_mark
from relnet.figures.marks import use_badge
from relnet.figures.scene import Box, Mark, MarkKind, Picture, Run, Shape, Text, moved
from relnet.figures.text import wrap
from relnet.figures.words_focus import (
    Empty,
    by_whom,
    capital,
    empties,
    empty_words,
    line_words,
    standing_words,
)
from relnet.network.focus import FocusCell, FocusGrid, HeldUse, Line, standing
from relnet.network.graph import CaseNetwork
from relnet.wording import _
from relnet.words import label

_LEFT = 18.0
_SIDE = 128.0
_GAP = 6.0
_PAD = 12.0
_BADGE = 32.0
_LINE = 16.0
_LEAST_CELL = 62.0
_HEAD_LINE = 18.0
_TITLE_LINE = 22.0
_BETWEEN = 18.0
_WIDE, _NARROW = 286.0, 196.0
_FEW = 3
"""Up to how many columns are wide: there are three phases."""

_MOST_LINES = 4
_FRAMES: dict[Empty, str] = {
    Empty.NOT_RECORDED: "port-small-unknown",
    Empty.NOT_ASKED: "blank-not_asked",
    Empty.NOT_HELD: "blank-not_held",
    Empty.ASKED_NONE: "blank-asked_none",
    Empty.NONE: "blank-asked_none",
    Empty.NOT_TOLD: "area-folded",
}
"""How a cell without a use is framed; the first that is so of one of its stages counts."""


@dataclass(frozen=True)
class FocusPart:
    """One grid of the picture.

    Attributes:
        title: what stands above it.
        line: what is told under that; "" for nothing.
        grid: the grid.
        heads: the headings of its columns.
        network: whose grid it is; None for the published pattern.
        beside: the grid that its uses are compared with.
        names: what everybody in it is called, where that is another case than the picture's.
        narrow: whether even few columns are narrow, so that words are large where room is short.
    """

    title: str
    line: str
    grid: FocusGrid
    heads: Sequence[str]
    network: CaseNetwork | None
    beside: FocusGrid | None = None
    names: Names | None = None
    narrow: bool = False

    @property
    def across(self) -> float:
        """How wide its columns are."""
        return _NARROW if self.narrow else _column(len(self.heads))

    def some(self, first: int, last: int) -> "FocusPart":
        """Give the same with the columns from ``first`` to before ``last`` alone."""
        beside = self.beside and _some(self.beside, first, last)
        heads = self.heads[first:last]
        return replace(self, grid=_some(self.grid, first, last), heads=heads, beside=beside)


def _some(grid: FocusGrid, first: int, last: int) -> FocusGrid:
    cells = tuple(row[first:last] for row in grid.cells)
    return FocusGrid(grid.lines, grid.columns[first:last], cells)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is written into a cell: its uses with their lines, and why others are not there."""

    cell: FocusCell
    uses: tuple[tuple[HeldUse, list[str]], ...]
    empty: list[str]

    @property
    def height(self) -> float:
        """How high it is at least."""
        uses = sum(_LINE * len(lines) + _LINE + 10 for _held, lines in self.uses)
        return max(_LEAST_CELL, 2 * _PAD + uses + _LINE * len(self.empty))


def focus_picture(title: str, parts: Sequence[FocusPart], names: Names) -> Picture:
    """Draw grids below each other, with one title and one key.

    Args:
        title: what is found; "" where it stands elsewhere.
        parts: the grids.
        names: what everybody is called.
    """
    width = max(_width(part) for part in parts)
    marks: list[Mark] = []
    y = _LEFT
    for line in wrap(title, width - 2 * _LEFT, 16, bold=True):
        marks.append(Mark(MarkKind.TITLE, (_text(_LEFT, y + 14, line, "text-title"),)))
        y += _TITLE_LINE
    for part in parts:
        rows = _rows(part, part.names or names)
        marks += [moved(mark, 0, y) for mark in _part(part, rows)]
        y += _cells_top(part) + sum(_height(row) + _GAP for row in rows) + _BETWEEN
    key = key_mark(marks, width, y)
    return Picture(width, y + KEY_ROW * key_lines(marks, width), (*marks, key))


def width_of(columns: int) -> float:
    """Give how wide a picture of as many columns is (px)."""
    return _wide(columns, _column(columns))


def told_words(part: FocusPart, names: Names) -> str:
    """Tell a grid cell by cell, for those who hear the picture."""
    return " ".join(
        _("{row}, {column}: {words}.").format(
            row=line_words(line),
            column=head,
            words="; ".join(_plain(part, cell, part.names or names)),
        )
        for line, row in zip(part.grid.lines, part.grid.cells, strict=True)
        for head, cell in zip(part.heads, row, strict=True)
    )


def _plain(part: FocusPart, cell: FocusCell, names: Names) -> Iterator[str]:
    for held in cell.held:
        yield _("{use} ({level})").format(
            use=label(held.use), level=_level_words(part, held, names)
        )
    for _kind, words in empty_words(cell):
        yield words


def _level_words(part: FocusPart, held: HeldUse, names: Names) -> str:
    if part.network is None or not held.told:
        return label(held.level)
    return _("{level} · {whom}").format(
        level=label(held.level), whom=by_whom(part.network, held, names)
    )


def _column(columns: int) -> float:
    return _WIDE if columns <= _FEW else _NARROW


def _width(part: FocusPart) -> float:
    return _wide(len(part.heads), part.across)


def _wide(columns: int, across: float) -> float:
    return 2 * _LEFT + _SIDE + columns * (across + _GAP)


def _text(x: float, y: float, words: str, style: str) -> Text:
    return Text(x, y, (Run(words, style),))


def _heads(part: FocusPart) -> list[list[str]]:
    room = part.across - _PAD
    return [wrap(head, room, 14, bold=True) or [""] for head in part.heads]


def _above(part: FocusPart) -> list[tuple[str, str]]:
    """Give the lines above the columns, each with its style."""
    room = _width(part) - 2 * _LEFT
    titles = [(line, "text-area-here") for line in wrap(part.title, room, 14, bold=True)]
    return [*titles, *((line, "text-note") for line in wrap(part.line, room, 12))]


def _cells_top(part: FocusPart) -> float:
    deepest = max(len(lines) for lines in _heads(part))
    return _HEAD_LINE * (len(_above(part)) + deepest) + 14


def _rows(part: FocusPart, names: Names) -> list[list[_Told]]:
    return [
        [_told(part, row, at, names) for at in range(len(part.heads))]
        for row in range(len(part.grid.lines))
    ]


def _told(part: FocusPart, row: int, at: int, names: Names) -> _Told:
    across = part.across
    cell = part.grid.cells[row][at]
    uses = []
    for held in cell.held:
        lines = wrap(_level_words(part, held, names), across - _BADGE - _PAD - 6, 12)
        del lines[_MOST_LINES:]
        if part.beside is not None:
            found = standing(held, part.beside.cells[row][at])
            lines.append(_("({words})").format(words=standing_words(found)))
        uses.append((held, lines))
    empty = [
        line for _kind, words in empty_words(cell) for line in wrap(words, across - 2 * _PAD, 12)
    ]
    return _Told(cell, tuple(uses), empty)


def _height(row: Sequence[_Told]) -> float:
    return max(told.height for told in row)


def _part(part: FocusPart, rows: Sequence[Sequence[_Told]]) -> Iterator[Mark]:
    for place, (line, style) in enumerate(_above(part), 1):
        yield Mark(MarkKind.NOTE, (_text(_LEFT, place * _HEAD_LINE - 4, line, style),))
    across = part.across
    lefts = [_LEFT + _SIDE + at * (across + _GAP) for at in range(len(part.heads))]
    top = _cells_top(part)
    for left, lines in zip(lefts, _heads(part), strict=True):
        start = top - 10 - _HEAD_LINE * (len(lines) - 1)
        texts = (
            _text(left + 2, start + place * _HEAD_LINE, line, "text-area-here")
            for place, line in enumerate(lines)
        )
        yield Mark(MarkKind.COLUMN, tuple(texts))
    for line, row in zip(part.grid.lines, rows, strict=True):
        height = _height(row)
        yield _row_head(line, top, height)
        for left, told in zip(lefts, row, strict=True):
            yield _cell(told, Box(left, top, across, height, 8, ""))
        top += height + _GAP


def _row_head(line: Line, top: float, height: float) -> Mark:
    words = wrap(line_words(line), _SIDE - _PAD, 13, bold=True)
    start = top + height / 2 + 5 - _LINE * (len(words) - 1) / 2
    style = f"text-lane-{_track(line).value}"
    texts = (_text(_LEFT, start + at * _LINE, word, style) for at, word in enumerate(words))
    return Mark(MarkKind.LANE, tuple(texts))


def _track(line: Line) -> Track:
    return line if isinstance(line, Track) else TRACK_OF_TYPE[line]


def _cell(told: _Told, box: Box) -> Mark:
    shapes: list[Shape] = list(_frame(told.cell, box))
    track = _track(told.cell.line).value
    x, y = box.x + _BADGE + 6, box.y + _PAD
    for held, lines in told.uses:
        shapes += use_badge((box.x + 20, y + 9), held.use, held.level, track)
        shapes.append(_text(x, y + 12, capital(label(held.use)), "text-name"))
        y += _LINE + 4
        shapes += (
            _text(x, y + 9 + at * _LINE, line, "text-holder") for at, line in enumerate(lines)
        )
        y += _LINE * len(lines) + 6
    shapes += (
        _text(box.x + _PAD, y + 12 + at * _LINE, line, "text-blank")
        for at, line in enumerate(told.empty)
    )
    tags = tuple(f"use-{held.use.value}" for held, _lines in told.uses)
    return Mark(MarkKind.ROW, tuple(shapes), tags=tags)


def _frame(cell: FocusCell, box: Box) -> Iterator[Box]:
    """Frame a cell by the most real level in it, or by why it shows no use."""
    track = _track(cell.line).value
    if cell.level is None:
        found = empties(cell)
        yield replace(box, style=next(s for kind, s in _FRAMES.items() if kind in found))
        return
    looks = {Level.AMBITION: f"node-{track}-wanted"}
    yield replace(box, style=looks.get(cell.level, f"node-{track}-hollow"))
    if cell.level is Level.PRACTICE:
        inner = Box(box.x + 3, box.y + 3, box.width - 6, box.height - 6, 6, f"lane-{track}")
        yield inner
