"""The marks behind and around the people: lanes, areas, distance, spine, ports, blanks."""

from collections.abc import Iterable, Iterator

from relnet.case.models import Area
from relnet.case.vocabulary import AreaKind, Blank, Track
from relnet.figures.columns import NOT_ASKED, Column, Columns, Side
from relnet.figures.frame import AREA_NAME_Y, AREA_NOTE_Y, BOX_TOP, TITLE_Y
from relnet.figures.paths import Point, straight
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Run, Shape, Text
from relnet.figures.text import elide, text_width, wrap
from relnet.figures.view import PORT_RADIUS, StageView
from relnet.figures.words_summary import miles_words
from relnet.network.attention import Port
from relnet.wording import _
from relnet.words import label

_LANE_TEXT_X = 18.0
_LINE = 17.0
_UPRIGHT = (22.0, 35.0)
"""Where the lines of a lane's name stand that is written upwards."""

_UPRIGHT_LONGEST = 102.0
_BLANK_HEIGHT = 22.0
_BLANK_BELOW = 27.0
_BLANK_STEP = 13.0

_Extent = tuple[float, float, float, float]
_PILL_HEIGHT = 25.0
_MINUTES = 60
_OVERHANG = 5.0
"""How far a heading may stand out over its area; less than what lies between two areas."""

PORT_WORDS = {
    Port.HELD: _("worked with"),
    Port.EMPTY: _("nobody works with these"),
    Port.UNKNOWN: _("not recorded"),
}


def title_mark(view: StageView, title: str) -> Mark:
    """Write what the picture shows."""
    shown = elide(title, view.frame.width - 40, 16, bold=True)
    text = Text(_LANE_TEXT_X, TITLE_Y, (Run(shown, "text-title"),))
    return Mark(MarkKind.TITLE, (text,), label=title)


def lane_mark(view: StageView, track: Track) -> Mark:
    """Draw a lane across the areas, with its name and the words of its port.

    Where there is no room for them its name alone stands there, upright.
    """
    lane = view.frame.lanes[track]
    box = Box(8, lane.top, view.frame.width - 16, lane.height, 8, f"lane-{track.value}")
    words = _upright_words if view.room.upright else _lane_words
    return Mark(MarkKind.LANE, (box, *words(view, track)), tags=(f"track-{track.value}",))


def _lane_words(view: StageView, track: Track) -> Iterator[Text]:
    name, port = label(track), PORT_WORDS[view.attention.port(track)]
    room = view.room.left - _LANE_TEXT_X - 6
    lines = [(line, f"text-lane-{track.value}") for line in wrap(name, room, 13, bold=True)]
    lines += [(line, "text-note") for line in wrap(port, room, 12)]
    top = view.frame.lanes[track].top + 22
    for place, (line, style) in enumerate(lines):
        yield Text(_LANE_TEXT_X, top + place * _LINE, (Run(line, style),))


def _upright_words(view: StageView, track: Track) -> Iterator[Text]:
    lane = view.frame.lanes[track]
    # In the lowest lanes a word stands out by a few px: it is whole.
    lines = wrap(label(track), _UPRIGHT_LONGEST, 13, bold=True)
    for x, line in zip(_UPRIGHT, lines, strict=False):
        runs = (Run(line, f"text-lane-{track.value}"),)
        yield Text(x, lane.middle, runs, "middle", turned=True)


def area_mark(view: StageView, column: Column) -> Mark:
    """Draw an area: a frame with its heading, or a narrow strip with its name upwards."""
    name = _heading(view, column)
    if not column.open:
        return Mark(MarkKind.AREA, _folded(view, column, name), label=name)
    style = "area-here" if column.here else "area-away"
    box = Box(column.x, BOX_TOP, column.width, view.frame.box_bottom - BOX_TOP, 10, style)
    shapes: list[Shape] = [box, *_guides(view, column)]
    here = "text-area-here" if column.here else "text-area"
    middle = column.x + column.width / 2
    room = column.width + 2 * _OVERHANG
    shown = elide(name, room, 14, bold=column.here)
    shapes.append(Text(middle, AREA_NAME_Y, (Run(shown, here),), "middle"))
    note = elide(distance_label(_area(view, column)), room, 12)
    if note and not _distance_in_gap(view, column):
        shapes.append(Text(middle, AREA_NOTE_Y, (Run(note, "text-sub"),), "middle"))
    return Mark(MarkKind.AREA, tuple(shapes), label=name, tags=(_place_tag(view, column),))


def _place_tag(view: StageView, column: Column) -> str:
    """Name an open area by its place in the file: where somebody can be added."""
    areas = [area.id for area in view.network.case.areas]
    return f"area-{areas.index(column.area)}" if column.area in areas else "area-unknown"


def _area(view: StageView, column: Column) -> Area | None:
    return next((area for area in view.network.case.areas if area.id == column.area), None)


def _heading(view: StageView, column: Column) -> str:
    area = _area(view, column)
    if area is None:
        return _("Where: not known")
    kind, name = label(area.kind), view.names.of(area.id)
    whole = _("{kind} · {name}").format(kind=kind, name=name)
    if name.startswith(kind) or text_width(whole, 14, bold=True) > column.width:
        return name
    return whole


def _folded(view: StageView, column: Column, name: str) -> tuple[Shape, ...]:
    height = view.frame.box_bottom - BOX_TOP
    shown = elide(name, height - 24, 12)
    middle = BOX_TOP + height / 2
    text = Text(column.x + column.width / 2 + 4.3, middle, (Run(shown, "text-folded"),), "middle")
    return (
        Box(column.x, BOX_TOP, column.width, height, 8, "area-folded"),
        Text(text.x, text.y, text.runs, text.anchor, turned=True),
    )


def _guides(view: StageView, column: Column) -> tuple[Shape, ...]:
    """Draw the convoy columns of those who stand in them, and name those not asked about."""
    y = view.frame.circles_y
    circles = {view.circle(member) for member in view.members if view.column(member) == column}
    if not view.network.asks_closeness:
        return _not_asked(column, column.member_x(0), y) if circles else ()
    far = _not_asked(column, column.member_x(NOT_ASKED), y) if NOT_ASKED in circles else ()
    if not circles - {NOT_ASKED}:
        return far
    bottom = view.frame.lanes_bottom
    guides = tuple(
        Line(straight(((x, BOX_TOP + 6), (x, bottom))), "guide")
        for x in (column.member_x(circle) for circle in range(NOT_ASKED))
    )
    return (*guides, *_closest(column, y), *far)


def _closest(column: Column, y: float) -> tuple[Text, ...]:
    """Name the column nearest the spine, where that leaves room for "not asked"."""
    far, near = column.member_x(NOT_ASKED), column.member_x(0)
    words = _("closest")
    halves = text_width(words, 12) / 2 + text_width(_("not asked"), 12) / 2
    fits = abs(far - near) > 30 + halves
    return (Text(near, y, (Run(words, "text-note"),), "middle"),) if fits else ()


def _not_asked(column: Column, x: float, y: float) -> tuple[Text, ...]:
    """Name the column of those not asked about, inside its area."""
    words = _("not asked")
    half = text_width(words, 12) / 2
    at = min(max(x, column.x + half + 4), column.right - half - 4)
    return (Text(at, y, (Run(words, "text-note"),), "middle"),)


def distance_label(area: Area | None) -> str:
    """Say in few words how far an area is from home, as far as that is recorded."""
    if area is None:
        return ""
    miles, minutes = area.distance_miles, area.travel_minutes
    if miles is not None and minutes is not None:
        return _("{distance} · {time}").format(distance=miles_words(miles), time=_time(minutes))
    if miles is not None:
        return miles_words(miles)
    return _time(minutes) if minutes is not None else ""


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTES)
    if hours and rest:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return _("{hours} h").format(hours=hours)
    return _("{minutes} min").format(minutes=rest)


def _before(columns: Columns, column: Column) -> Column | None:
    place = columns.all.index(column)
    return columns.all[place - 1] if place else None


def _distance_in_gap(view: StageView, column: Column) -> bool:
    """Whether the words of the distance fit between home and the next area."""
    before = _before(view.columns, column)
    if before is None or before is not view.columns.all[0] or not before.open:
        return False
    from_area = _area(view, before)
    if from_area is None or from_area.kind is not AreaKind.HOME:
        return False
    words = text_width(distance_label(_area(view, column)), 12)
    return column.x - before.right >= words + 12


def distance_mark(view: StageView) -> Mark | None:
    """Draw the distance between home and the next area, where there is room for it."""
    if len(view.columns.all) < 2:  # noqa: PLR2004 - home and one more
        return None
    home, column = view.columns.all[:2]
    words = distance_label(_area(view, column))
    if not words or not _distance_in_gap(view, column):
        return None
    middle, half = (home.right + column.x) / 2, text_width(words, 12) / 2 + 4
    y = AREA_NAME_Y - 4
    shapes: list[Shape] = [Text(middle, AREA_NAME_Y, (Run(words, "text-sub"),), "middle")]
    for start, end in ((home.right + 6, middle - half), (middle + half, column.x - 6)):
        if end - start > 2:  # noqa: PLR2004 - px, a shorter line is a speck
            shapes.append(Line(straight(((start, y), (end, y))), "distance"))
    return Mark(MarkKind.DISTANCE, tuple(shapes), label=words)


def spine_mark(view: StageView) -> Mark:
    """Draw the young person: a spine through all three lanes, with their name below."""
    young_person = view.network.case.young_person
    name = view.names.of("young_person")
    words = (
        _("{name}, {age}").format(name=name, age=view.names.text(young_person.age))
        if young_person.age
        else name
    )
    shown = elide(words, 260, 13, bold=True)
    width = max(64.0, text_width(shown, 13, bold=True) + 22)
    x, pill = view.columns.here.spine_x, view.frame.pill_y
    left = min(max(4.0, x - width / 2), view.frame.width - width - 4)
    top = view.frame.lanes[Track.TRUSTED].top + 4
    shapes = (
        Line(straight(((x, top), (x, pill - 8))), "spine"),
        Box(left, pill - _PILL_HEIGHT / 2, width, _PILL_HEIGHT, _PILL_HEIGHT / 2, "pill"),
        Text(left + width / 2, pill + 4.6, (Run(shown, "text-pill"),), "middle"),
    )
    return Mark(MarkKind.SPINE, shapes, view.refs["young_person"], words)


def port_mark(view: StageView, track: Track) -> Mark:
    """Draw a port: filled in practice, hollow when not, dotted with "?" when not recorded."""
    x, y = view.port(track)
    port = view.attention.port(track)
    style = f"port-{track.value}-held" if port is Port.HELD else f"port-{port.value}"
    shapes: list[Shape] = [Disc(x, y, PORT_RADIUS, style)]
    if port is Port.UNKNOWN:
        shapes.append(Text(x, y + 4.6, (Run("?", "text-query"),), "middle"))
    words = _("{track}: {port}").format(track=label(track), port=PORT_WORDS[port])
    return Mark(MarkKind.PORT, tuple(shapes), label=words, tags=(f"track-{track.value}",))


def blank_mark(view: StageView, track: Track, drawn: Iterable[Mark] = ()) -> Mark | None:
    """Say why a track shows nobody at this stage: beside its port, else below its name.

    Args:
        view: the stage.
        track: whose lane.
        drawn: what stands in the lanes already, whose texts it keeps clear of where room is short.
    """
    blank = view.network.case.stages[view.stage].blanks.get(track)
    peopled = any(view.network.lanes[member] is track for member in view.own_ties)
    if blank is None and peopled:
        return None
    words = label(blank) if blank else _("nobody recorded")
    style = f"blank-{(blank or Blank.NOT_ASKED).value}"
    width = text_width(words, 12) + 20
    if view.room.upright:
        left, top = _clear_place(view, track, width, drawn)
    else:
        left, top = _place_of_blank(view, track, width)
    box = Box(left, top, width, _BLANK_HEIGHT, 11, style)
    text = Text(left + width / 2, top + 15.5, (Run(words, "text-blank"),), "middle")
    return Mark(MarkKind.BLANK, (box, text), label=words, tags=(f"track-{track.value}",))


def _place_of_blank(view: StageView, track: Track, width: float) -> Point:
    x, _y = view.port(track)
    lane = view.frame.lanes[track]
    left = x - PORT_RADIUS - 12 - width
    if _people_here(view, track):
        left = _LANE_TEXT_X - 4
    elif view.columns.here.side is Side.RIGHT:
        left = x + PORT_RADIUS + 12
    return left, lane.top + lane.height - _BLANK_BELOW


def _clear_place(view: StageView, track: Track, width: float, drawn: Iterable[Mark]) -> Point:
    """Find where a blank lies over no text: beside its port, as low in its lane as there is room.

    Where there is no such place it stands lowest, over whatever is there.
    """
    x, _y = view.port(track)
    lane = view.frame.lanes[track]
    sides = (x + PORT_RADIUS + 12, x - PORT_RADIUS - 12 - width)
    inside = [left for left in sides if view.room.left <= left <= view.frame.width - width - 12]
    texts = [_extent(shape) for mark in drawn for shape in mark.shapes if isinstance(shape, Text)]
    low = lane.top + lane.height - _BLANK_BELOW
    places = [
        (left, top)
        for top in (low - _BLANK_STEP * n for n in range(int((low - lane.top) / _BLANK_STEP) + 1))
        for left in inside
    ]
    for left, top in places:
        box = (left, top, left + width, top + _BLANK_HEIGHT)
        if not any(_meet(box, text) for text in texts):
            return left, top
    return (inside[0] if inside else view.room.left), low


def _extent(text: Text) -> _Extent:
    """Give the most room that a text takes: its left, top, right and bottom."""
    width = text_width(text.plain, 13, bold=True) + 5 * (len(text.runs) - 1)
    left = text.x - {"start": 0.0, "middle": width / 2, "end": width}[text.anchor]
    return left, text.y - 11, left + width, text.y + 4


def _meet(one: _Extent, other: _Extent) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]


def _people_here(view: StageView, track: Track) -> bool:
    """Whether anybody of a lane stands where the young person lives now."""
    return any(
        view.network.lanes[member] is track and view.column(member) is view.columns.here
        for member in view.members
    )
