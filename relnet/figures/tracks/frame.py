"""The frame of the tracks: how high lanes and rows are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from relnet.case.vocabulary import Track
from relnet.figures.frame import MIN_ROW
from relnet.figures.tracks.rows import TrackRow

STRIP = 25.0
"""The strip at the top of a lane: its name, its ports, and why it shows nobody."""

STRIP_LINE = 14.0

_ROOM = 440.0
_MAX_ROW = 34.0
_HOLDER = 14.0
_PAD = 4.0
_GAP = 6.0
_UNDER_LINE = 13.0


@dataclass(frozen=True, slots=True)
class Band:
    """A lane, or a row in it: where it begins and how high it is.

    ``line_y`` is where the line of a row runs, and where the ports of a lane stand.
    """

    top: float
    height: float
    line_y: float


@dataclass(frozen=True, slots=True)
class TracksFrame:
    """The lanes by track, and the rows from top to bottom."""

    lanes: Mapping[Track, Band]
    rows: tuple[Band, ...]
    height: float


def tracks_frame(rows: Sequence[TrackRow], strip_lines: Mapping[Track, int]) -> TracksFrame:
    """Give lanes and rows their heights.

    Few rows share a screen's height; a row for a role has room above its line for the name of
    whoever holds it. ``strip_lines`` is how many lines of text the strip of a lane holds.
    """
    row_height = min(_MAX_ROW, max(MIN_ROW, _ROOM / max(1, len(rows))))
    lanes, bands = {}, []
    top = 0.0
    for track in Track:
        strip = STRIP + STRIP_LINE * (max(1, strip_lines[track]) - 1)
        y = top + strip
        for row in rows:
            if row.track is track:
                bands.append(_row(y, row_height, row))
                y += bands[-1].height
        lanes[track] = Band(top, y + _PAD - top, top + STRIP / 2 + 1)
        top = y + _PAD + _GAP
    return TracksFrame(lanes, tuple(bands), top - _GAP)


def _row(top: float, height: float, row: TrackRow) -> Band:
    if row.slot is None:
        return Band(top, height, top + height / 2)
    whole = max(height, MIN_ROW + _HOLDER)
    return Band(top, whole, top + whole - _UNDER_LINE)
