"""Coverage: how much of the nine cells (three tracks, three uses) is in practice at a stage."""

from dataclasses import dataclass

from relnet.case.vocabulary import Level, Track
from relnet.network.attention import Attention


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is in practice of what was recorded.

    Attributes:
        cells: (track, use) cells in practice.
        recorded_cells: cells of the tracks whose uses were recorded, three a track.
        tracks: the tracks with a use in practice.
        not_recorded: the tracks whose uses were not recorded.
    """

    cells: int
    recorded_cells: int
    tracks: tuple[Track, ...]
    not_recorded: tuple[Track, ...]

    @property
    def cell_share(self) -> float | None:
        """Cells in practice / recorded cells; None where no track was recorded."""
        return self.cells / self.recorded_cells if self.recorded_cells else None

    @property
    def track_share(self) -> float | None:
        """Tracks in practice / 3; None where a track was not recorded.

        A track that was not recorded may be in practice, so counting it as not in practice
        would say what nobody knows.
        """
        return None if self.not_recorded else len(self.tracks) / len(Track)


def coverage(told: Attention) -> Coverage:
    """Count the cells and tracks in practice at a stage.

    Definition: a cell is one use of one track; it is in practice where at least one use of
    that kind is. A track is recorded where it has any use, or was talked through.

    Formula: cells in practice / recorded cells; tracks in practice / 3.

    Source: the cells are those of Firmin & Owens 2022, Fig. 2; the shares are ours.

    Args:
        told: where attention goes at the stage (``relnet.network.attention``).

    Returns:
        The counts. Where no track was recorded (the empty network), both shares are None;
        where tracks were talked through and hold nothing, they are 0.
    """
    return Coverage(
        cells=sum(cell.level is Level.PRACTICE for cell in told.cells),
        recorded_cells=sum(cell.recorded for cell in told.cells),
        tracks=told.in_practice,
        not_recorded=told.not_recorded,
    )
