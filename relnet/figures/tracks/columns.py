"""The columns of the tracks: one for each stage, and one for what is left after services end."""

from collections.abc import Sequence
from dataclasses import dataclass

from relnet.figures.tracks.spans import Span

MIN_COLUMN = 84.0
INSET = 4.0
"""How far lines and texts stay away from the edges of their column."""

_ROOM_A_STAGE = 112.0
"""To scale, a stage has this much room on average; the picture grows where it must."""

_MIN_AFTER = 100.0

_SOON = 31
"""Days: a stage that is dated by its month alone may begin on any day of it."""


@dataclass(frozen=True, slots=True)
class TrackColumn:
    """One column; ``stage`` is None for what is left after services end.

    ``to_scale`` says whether its width is in proportion to how long the stage lasted.
    """

    stage: int | None
    x: float
    width: float
    to_scale: bool = False

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Its middle."""
        return self.x + self.width / 2


def equal_columns(needed: Sequence[float], room: float) -> tuple[TrackColumn, ...]:
    """Give all columns one width: what fits into the room, or what the fullest of them needs."""
    width = max(room / len(needed), MIN_COLUMN, *needed)
    return _side_by_side([width] * len(needed), [False] * len(needed))


def time_columns(
    needed: Sequence[float], days: Sequence[int | None], room: float
) -> tuple[TrackColumn, ...]:
    """Give columns widths in proportion to how long the stages lasted.

    ``days`` is how long each stage lasted, None where that is not told. Such a stage has the
    least width, as has one too short for what stands in it; where no stage can be to scale,
    all have one width. ``needed`` has one entry more, for after services end.
    """
    least = [max(MIN_COLUMN, width) for width in needed]
    after = max(least[-1], _MIN_AFTER)
    whole = max(room - after, _ROOM_A_STAGE * len(days), sum(least[:-1]))
    scale = _px_a_day(least, days, whole)
    if scale is None:
        return equal_columns(needed, room)
    widths = [max(low, scale * (n or 0)) for low, n in zip(least[:-1], days, strict=True)]
    to_scale = [n is not None and scale * n >= low for low, n in zip(least[:-1], days, strict=True)]
    return _side_by_side([*widths, after], [*to_scale, False])


def _px_a_day(least: Sequence[float], days: Sequence[int | None], whole: float) -> float | None:
    """Find the scale at which all fits: what falls under its least width leaves the sharing.

    None where no stage is left to scale.
    """
    shared = {number for number, lasted in enumerate(days) if lasted is not None}
    while shared:
        fixed = sum(low for n, low in enumerate(least[:-1]) if n not in shared)
        scale = (whole - fixed) / sum(days[n] or 0 for n in shared)
        short = {n for n in shared if scale * (days[n] or 0) < least[n]}
        if not short:
            return scale
        shared -= short
    return None


def _side_by_side(widths: Sequence[float], to_scale: Sequence[bool]) -> tuple[TrackColumn, ...]:
    columns = []
    x = 0.0
    for number, (width, scaled) in enumerate(zip(widths, to_scale, strict=True)):
        stage = number if number < len(widths) - 1 else None
        columns.append(TrackColumn(stage, x, width, scaled))
        x += width
    return tuple(columns)


def birthday_x(
    columns: Sequence[TrackColumn], spans: Sequence[Span | None], birthday: Span | None
) -> float | None:
    """Give where the line of the 18th birthday stands; None where the dates do not tell.

    Inside a stage with both its dates it stands in proportion; between two stages with dates
    on their border.
    """
    day = birthday.middle if birthday else None
    if day is None:
        return None
    stages = list(zip(columns, spans, strict=False))
    inside = (_inside(column, span, day) for column, span in stages)
    found = next((x for x in inside if x is not None), None)
    return _on_border(columns, spans, day) if found is None else found


def _inside(column: TrackColumn, span: Span | None, day: float) -> float | None:
    """Give the place inside a stage; with an open end it is soon after the start, or halfway."""
    if span is None or span.start is None or day < span.start:
        return None
    if span.end is None:
        return column.x if day - span.start <= _SOON else column.middle
    if day >= span.end:
        return None
    return column.x + column.width * (day - span.start) / (span.end - span.start)


def _on_border(
    columns: Sequence[TrackColumn], spans: Sequence[Span | None], day: float
) -> float | None:
    """Give the border with an earlier stage, or none, before it and a later one, or none, after."""
    earlier = [True, *(_is_over(span, day) for span in spans)]
    later = [*(_is_to_come(span, day) for span in spans), True]
    if not any(spans):
        return None
    return next((columns[n].x for n in range(len(earlier)) if earlier[n] and later[n]), None)


def _is_over(span: Span | None, day: float) -> bool:
    return span is not None and span.end is not None and span.end <= day


def _is_to_come(span: Span | None, day: float) -> bool:
    return span is not None and span.start is not None and span.start > day
