"""What lies behind the lines of the tracks: lanes, rows, columns, moves, ports, blanks."""

from collections.abc import Iterator

from relnet.case.vocabulary import Blank, Track
from relnet.figures.backdrop import PORT_WORDS
from relnet.figures.paths import straight
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Run, Shape, Text
from relnet.figures.text import elide, text_width
from relnet.figures.tracks.columns import INSET, TrackColumn
from relnet.figures.tracks.frame import STRIP_LINE
from relnet.figures.tracks.view import RIGHT_MARGIN, TracksView
from relnet.network.attention import Port, attention
from relnet.wording import _
from relnet.words import label

_CORNER = 8.0
_LEFT_MARGIN = 8.0
_NAME_X = 18.0
_PORT_X = 14.0
_PORT_RADIUS = 7.0
_PILL_X = 27.0
_PILL_HEIGHT = 19.0
_EDGE = 1.0
COLUMN_OVERHANG = 10.0
"""How far the boxes of a stage reach out of head and body, so that a frame has no corner there."""

_PORTS = {Port.EMPTY: "port-empty", Port.UNKNOWN: "port-small-unknown"}


def lane_name_mark(view: TracksView, track: Track) -> Mark:
    """Draw the part of a lane that stands beside the names, with the lane's name."""
    band = view.frame.lanes[track]
    wide = view.names_width - _LEFT_MARGIN + _CORNER
    shown = elide(label(track), view.names_width - _NAME_X - INSET, 13, bold=True)
    shapes = (
        Box(_LEFT_MARGIN, band.top, wide, band.height, _CORNER, f"lane-{track.value}"),
        Text(_NAME_X, band.top + 17, (Run(shown, f"text-lane-{track.value}"),)),
    )
    return Mark(MarkKind.LANE, shapes, label=label(track), tags=(f"track-{track.value}",))


def lane_mark(view: TracksView, track: Track) -> Mark:
    """Draw the part of a lane that lies behind the lines; its left corners lie outside."""
    band = view.frame.lanes[track]
    wide = view.body_width - RIGHT_MARGIN + _CORNER
    box = Box(-_CORNER, band.top, wide, band.height, _CORNER, f"lane-{track.value}")
    return Mark(MarkKind.LANE, (box,), tags=(f"track-{track.value}",))


def row_back_marks(view: TracksView) -> Iterator[Mark]:
    """Lay an unseen box behind each row, which a page may colour when the row is chosen."""
    for row, band in zip(view.rows, view.frame.rows, strict=True):
        box = Box(0, band.top, view.columns[-1].right, band.height, 0, "row")
        ref = view.refs[row.relationships[0].id] if row.slot is None else None
        yield Mark(MarkKind.ROW, (box,), ref, tags=(f"track-{row.track.value}",))


def column_mark(view: TracksView, column: TrackColumn) -> Mark:
    """Lay an unseen box behind each stage, which a page may frame and meet with a pointer."""
    box = column_box(column, -COLUMN_OVERHANG, view.frame.height)
    return Mark(MarkKind.COLUMN, (box,), tags=column_tags(column))


def column_box(column: TrackColumn, top: float, bottom: float) -> Box:
    """Give the unseen box of a column between two heights."""
    return Box(column.x + _EDGE, top, column.width - 2 * _EDGE, bottom - top, _CORNER, "column")


def column_tags(column: TrackColumn) -> tuple[str, ...]:
    """Give the tag by which a page finds a column."""
    return ("after-services",) if column.stage is None else (f"stage-{column.stage}",)


def upright_marks(
    view: TracksView, top: float, bottom: float, birthday_top: float
) -> Iterator[Mark]:
    """Draw moves, the end of services and the 18th birthday as lines across the rows."""
    for column in view.columns:
        if column.stage is None:
            yield _upright(MarkKind.MOVE, "services-end", column.x, top, bottom)
        elif view.network.case.stages[column.stage].move is not None:
            yield _upright(MarkKind.MOVE, "move", max(_EDGE, column.x), top, bottom)
    if view.birthday is not None:
        x = max(_EDGE, view.birthday + _beside_another(view, view.birthday))
        yield _upright(MarkKind.BIRTHDAY, "birthday", x, birthday_top, bottom)


def _beside_another(view: TracksView, x: float) -> float:
    """Move the birthday a little away from a line that stands in the same place."""
    return 3.0 if any(abs(column.x - x) < 3 for column in view.columns) else 0.0  # noqa: PLR2004 - px


def _upright(kind: MarkKind, style: str, x: float, top: float, bottom: float) -> Mark:
    return Mark(kind, (Line(straight(((x, top), (x, bottom))), style),), tags=(style,))


def strip_marks(view: TracksView, track: Track) -> Iterator[Mark]:
    """Draw a lane's port at every stage, and why the lane shows nobody there."""
    for column in view.columns:
        if column.stage is not None:
            yield _port(view, track, column, column.stage)
            blank = _blank(view, track, column)
            if blank is not None:
                yield blank


def _port(view: TracksView, track: Track, column: TrackColumn, stage: int) -> Mark:
    port = attention(view.network, stage).port(track)
    style = _PORTS.get(port, f"port-{track.value}-held")
    x, y = column.x + _PORT_X, view.frame.lanes[track].line_y
    shapes: list[Shape] = [Disc(x, y, _PORT_RADIUS, style)]
    if port is Port.UNKNOWN:
        shapes.append(Text(x, y + 4.4, (Run("?", "text-query"),), "middle"))
    words = _("{track}: {port}").format(track=label(track), port=PORT_WORDS[port])
    tags = (f"track-{track.value}", f"attention-{port.value}", f"stage-{stage}")
    return Mark(MarkKind.PORT, tuple(shapes), label=words, tags=tags)


def _blank(view: TracksView, track: Track, column: TrackColumn) -> Mark | None:
    lines = view.blank_lines(track, column)
    if not lines or column.stage is None:
        return None
    told = view.network.case.stages[column.stage].blanks.get(track, Blank.NOT_ASKED)
    top = view.frame.lanes[track].line_y - _PILL_HEIGHT / 2
    width = max(text_width(line, 12) for line in lines) + 6
    height = _PILL_HEIGHT + STRIP_LINE * (len(lines) - 1)
    left = column.x + _PILL_X
    shapes: tuple[Shape, ...] = (
        Box(left, top, width, height, _PILL_HEIGHT / 2, f"blank-{told.value}"),
        *(
            Text(
                left + width / 2, top + 13.8 + STRIP_LINE * n, (Run(line, "text-blank"),), "middle"
            )
            for n, line in enumerate(lines)
        ),
    )
    words = view.blank(track, column.stage)
    tags = (f"track-{track.value}", f"stage-{column.stage}")
    return Mark(MarkKind.BLANK, shapes, label=words, tags=tags)
