"""The head of the tracks: phases, distances, the stages with their dates, events."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from relnet.case.models import Event
from relnet.case.vocabulary import Outcome
from relnet.figures.backdrop import distance_label
from relnet.figures.paths import straight
from relnet.figures.scene import Anchor, Box, Line, Mark, MarkKind, Picture, Run, Shape, Text
from relnet.figures.text import elide, text_width, wrap
from relnet.figures.tracks.backdrop import COLUMN_OVERHANG, column_box, column_tags, upright_marks
from relnet.figures.tracks.columns import INSET, TrackColumn
from relnet.figures.tracks.options import Scale
from relnet.figures.tracks.view import TracksView
from relnet.figures.words_dates import date_words, short_date_words
from relnet.figures.words_items import event_words, events_at
from relnet.figures.words_summary import miles_words
from relnet.wording import _, ngettext
from relnet.words import label

_TOP = 14.0
_LINE = 14.0
_NAME_LINE = 16.0
_MAX_NAME_LINES = 3
_MAX_LINES = 2
_TICKS = 13.0
_TICK_WIDTH = 4.0
_MIN_TICK_STEP = 8.0
_FRAME_TOP = 6.0
"""How far below the distances a stage begins, so that its frame does not touch them."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """What stands over a column: the lines of its name, and of its date."""

    column: TrackColumn
    name: tuple[str, ...]
    date: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class _Heights:
    """Where the rows of the head begin, from top to bottom."""

    rule: float
    birthday: float
    distance: float
    names: float
    ticks: float
    height: float


def head_picture(view: TracksView) -> Picture:
    """Draw the head over all columns."""
    headings = [_heading(view, column) for column in view.columns]
    phases = _phases(view)
    at = _heights(view, headings, max(len(lines) for _, _, lines in phases))
    distances = list(_distances(view, at))
    marks = [
        *(_column_mark(view, heading, at) for heading in headings),
        *(_phase_mark(columns, words, lines, at) for columns, words, lines in phases),
        *upright_marks(view, at.distance + 4, at.height, _birthday_top(view, at, distances)),
        *distances,
        *_birthday(view, at),
        *(mark for column in view.columns[:-1] for mark in _events(view, column, at)),
    ]
    return Picture(view.body_width, at.height, tuple(marks))


def _heights(view: TracksView, headings: Sequence[_Heading], phase_lines: int) -> _Heights:
    rule = _TOP + _LINE * (phase_lines - 1) + 5
    birthday = rule + (_LINE if view.birthday is not None else 0)
    moved = any(stage.move is not None for stage in view.network.case.stages)
    distance = birthday + (_LINE if moved else 0)
    lines = max(_NAME_LINE * len(h.name) + _LINE * len(h.date) for h in headings)
    scale_room = 6.0 if view.options.scale is Scale.TIME else 0.0
    names = distance + _FRAME_TOP + 1
    ticks = names + 2 + lines + scale_room
    return _Heights(rule, birthday, distance, names, ticks, ticks + _TICKS)


def _heading(view: TracksView, column: TrackColumn) -> _Heading:
    room = column.width - 2 * INSET
    if column.stage is None:
        return _Heading(column, _name_lines(view.after_words, room), (), view.after_words)
    stage = view.network.case.stages[column.stage]
    name = view.names.text(stage.label)
    date = short_date_words(stage.when) if stage.when else _("no date")
    words = _("{stage}, {date}").format(stage=name, date=date)
    return _Heading(column, _name_lines(name, room), _lines(date, room, _MAX_LINES), words)


def _name_lines(text: str, room: float) -> tuple[str, ...]:
    """Break a name into lines, by its bold width: a page may set the present stage in bold."""
    lines = wrap(text, room, 13, bold=True)
    if len(lines) <= _MAX_NAME_LINES:
        return tuple(lines)
    rest = " ".join(lines[_MAX_NAME_LINES - 1 :])
    return (*lines[: _MAX_NAME_LINES - 1], elide(rest, room, 13, bold=True))


def _lines(text: str, room: float, most: int) -> tuple[str, ...]:
    lines = wrap(text, room, 12)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], elide(" ".join(lines[most - 1 :]), room, 12))


def _column_mark(view: TracksView, heading: _Heading, at: _Heights) -> Mark:
    column = heading.column
    top = at.distance + _FRAME_TOP
    shapes: list[Shape] = [column_box(column, top, at.height + COLUMN_OVERHANG)]
    y = at.names
    for line in heading.name:
        y += _NAME_LINE
        shapes.append(Text(column.middle, y - 3, (Run(line, "text-stage"),), "middle"))
    for line in heading.date:
        y += _LINE
        shapes.append(Text(column.middle, y - 3, (Run(line, "text-sub"),), "middle"))
    if view.options.scale is Scale.TIME and column.stage is not None:
        shapes.append(_scale_line(column, at))
    return Mark(MarkKind.COLUMN, tuple(shapes), label=heading.words, tags=column_tags(column))


def _scale_line(column: TrackColumn, at: _Heights) -> Line:
    """Underline a stage that is to scale with a whole line, another with a dotted one."""
    y = at.ticks - 1
    style = "time-to-scale" if column.to_scale else "time-not-to-scale"
    return Line(straight(((column.x + INSET, y), (column.right - INSET, y))), style)


def _phases(view: TracksView) -> list[tuple[list[TrackColumn], str, tuple[str, ...]]]:
    """Give each phase with the columns that follow one another in it, and its lines."""
    stages = view.network.case.stages
    groups = groupby(view.columns[:-1], key=lambda column: stages[column.stage or 0].phase)
    found = []
    for phase, group in groups:
        columns = list(group)
        room = columns[-1].right - columns[0].x - 2 * INSET
        found.append((columns, label(phase), _lines(label(phase), room, _MAX_LINES)))
    return found


def _phase_mark(
    columns: Sequence[TrackColumn], words: str, lines: Sequence[str], at: _Heights
) -> Mark:
    left, right = columns[0].x + 3, columns[-1].right - 3
    first = at.rule - 5 - _LINE * (len(lines) - 1)
    shapes: tuple[Shape, ...] = (
        Line(straight(((left, at.rule), (right, at.rule))), "phase"),
        *(
            Text((left + right) / 2, first + _LINE * n, (Run(line, "text-sub"),), "middle")
            for n, line in enumerate(lines)
        ),
    )
    return Mark(MarkKind.PHASE, shapes, label=words)


def _distances(view: TracksView, at: _Heights) -> Iterator[Mark]:
    """Write over each move how far it led from home, where that is recorded."""
    for column in view.columns[:-1]:
        stage = column.stage or 0
        area = view.areas[stage]
        if view.network.case.stages[stage].move is None or area is None:
            continue
        before = view.columns[stage - 1].width if stage else 0.0
        room = min(before, column.width) - 6 if stage else column.width / 2
        miles = "" if area.distance_miles is None else miles_words(area.distance_miles)
        shown = next((w for w in (distance_label(area), miles) if w and _fits(w, room)), "")
        if shown:
            text = _over(shown, column.x, view.columns[-1].right, at.distance)
            yield Mark(MarkKind.DISTANCE, (text,), label=distance_label(area))


def _fits(words: str, room: float) -> bool:
    return text_width(words, 12) <= room


def _over(words: str, x: float, right: float, y: float) -> Text:
    """Write a text over a line, inside the picture."""
    half = text_width(words, 12) / 2
    anchor: Anchor = "start" if x < half else "end" if x > right - half else "middle"
    at = {"start": 1.0, "middle": x, "end": right}[anchor]
    return Text(at, y, (Run(words, "text-sub"),), anchor)


def _birthday_top(view: TracksView, at: _Heights, distances: Sequence[Mark]) -> float:
    """Begin the line below its words, or below a distance that would stand in its way."""
    texts = (shape for mark in distances for shape in mark.shapes if isinstance(shape, Text))
    x = view.birthday or 0.0
    in_the_way = any(abs(text.x - x) < text_width(text.plain, 12) + 6 for text in texts)
    return at.distance + 4 if in_the_way else at.birthday + 4


def _birthday(view: TracksView, at: _Heights) -> Iterator[Mark]:
    told = view.network.case.young_person.eighteenth_birthday
    if view.birthday is not None and told is not None:
        text = _over(_("18th birthday"), view.birthday, view.columns[-1].right, at.birthday)
        words = _("18th birthday: {date}").format(date=date_words(told))
        yield Mark(MarkKind.BIRTHDAY, (text,), label=words)


def _events(view: TracksView, column: TrackColumn, at: _Heights) -> Iterator[Mark]:
    """Draw the events of a stage as ticks, in their order; too many as their number."""
    events = events_at(view.network, column.stage or 0)
    step = (column.width - 2 * INSET) / (len(events) + 1)
    if events and step < _MIN_TICK_STEP:
        words = ngettext("{count} event", "{count} events", len(events)).format(count=len(events))
        text = Text(column.middle, at.ticks + 11, (Run(words, "text-sub"),), "middle")
        told = " ".join(event_words(event, view.names) for event in events)
        yield Mark(MarkKind.EVENT, (text,), label=told, tags=column_tags(column))
        return
    for number, event in enumerate(events, 1):
        yield _tick(view, event, column, column.x + INSET + step * number, at.ticks + 2)


def _tick(view: TracksView, event: Event, column: TrackColumn, x: float, y: float) -> Mark:
    happened = event.outcome in (None, Outcome.HAPPENED)
    style = "tick-happened" if happened else "tick-not"
    box = Box(x - _TICK_WIDTH / 2, y, _TICK_WIDTH, 9, 1, style)
    label_words = event_words(event, view.names)
    return Mark(MarkKind.EVENT, (box,), label=label_words, tags=column_tags(column))
