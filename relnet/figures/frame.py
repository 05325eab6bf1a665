"""The frame of the map: what stands still while the slider moves.

From top to bottom: the title, the names of the areas, three lanes, the names of the convoy
columns, the young person's name, the key. All of it is one size at every stage.
"""

from dataclasses import dataclass

from relnet.case.vocabulary import Track
from relnet.figures.rows import ROWS_THAT_FIT, Rows

TITLE_Y = 20.0
AREA_NAME_Y = 45.0
AREA_NOTE_Y = 61.0
BOX_TOP = 69.0
LANES_TOP = 75.0
MIN_ROW = 26.0
KEY_ROW = 20.0

_LANE_PAD = 6.0
_LANE_GAP = 6.0
_LANES_HEIGHT = ROWS_THAT_FIT * MIN_ROW + 6 * _LANE_PAD


@dataclass(frozen=True, slots=True)
class Lane:
    """The lane of one track."""

    track: Track
    top: float
    height: float
    rows: Rows

    @property
    def middle(self) -> float:
        """Where the lane's port stands."""
        return self.top + self.height / 2

    def row_y(self, member: str) -> float:
        """The height of a member's row."""
        room = (self.height - 2 * _LANE_PAD) / self.rows.count
        return self.top + _LANE_PAD + room * (self.rows.row_of[member] + 0.5)


@dataclass(frozen=True, slots=True)
class Frame:
    """The lanes and the heights of what stands below them."""

    width: float
    lanes: dict[Track, Lane]
    lines_below: int

    @property
    def lanes_bottom(self) -> float:
        """Where the last lane ends."""
        last = self.lanes[Track.COMMUNITY_PEER]
        return last.top + last.height

    @property
    def circles_y(self) -> float:
        """The base line of the names of the convoy columns."""
        return self.lanes_bottom + 15

    @property
    def box_bottom(self) -> float:
        """Where the boxes of the areas end."""
        return self.lanes_bottom + 21

    @property
    def pill_y(self) -> float:
        """The middle of the young person's name."""
        return self.box_bottom + 14

    @property
    def picture_bottom(self) -> float:
        """Where the picture ends: below the young person's name."""
        return self.pill_y + 18

    @property
    def below(self) -> float:
        """The base line of the first line below the picture."""
        return self.box_bottom + 43

    @property
    def height(self) -> float:
        """The height of the whole picture."""
        return self.below + KEY_ROW * self.lines_below - 10


def frame_of(rows: dict[Track, Rows], width: float, lines_below: int) -> Frame:
    """Give every lane the height of its rows; few rows share a screen's height."""
    counts = {track: rows[track].count for track in Track}
    room = max(_LANES_HEIGHT - 6 * _LANE_PAD, MIN_ROW * sum(counts.values()))
    lanes = {}
    top = LANES_TOP
    for track in Track:
        height = room * counts[track] / sum(counts.values()) + 2 * _LANE_PAD
        lanes[track] = Lane(track, top, height, rows[track])
        top += height + _LANE_GAP
    return Frame(width, lanes, lines_below)
