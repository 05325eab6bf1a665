"""The marks of relationships on the map: lines with the young person, arcs between others.

A broken line stops at the fault line and never reaches the port. Which lines and signs a
state is drawn in stands in ``relnet.figures.lines``.
"""

from relnet.case.vocabulary import Influence, Status
from relnet.figures.lines import (
    Course,
    line_shapes,
    sign_shapes,
    signs_of,
    signs_run,
    tie_tags,
)
from relnet.figures.paths import Path, Point, point_at, straight
from relnet.figures.scene import Line, Mark, MarkKind
from relnet.figures.view import NODE_RADIUS, PORT_RADIUS, StageView
from relnet.figures.words import relationship_words
from relnet.network.graph import Tie
from relnet.wording import _

_STUB = 20.0
_CROSS = 9.0
_CROSS_ROOM = 13.0
_CLEAR = 6.0
_BEND = 26.0
_PARALLEL = 4.0
_OPEN = (Status.ACTIVE, Status.WANTED)


def own_tie(view: StageView, tie: Tie, place: int) -> Mark:
    """Draw a relationship with the young person.

    Args:
        view: the stage.
        tie: the relationship.
        place: its number among the relationships with the same member, from 0.

    """
    signs = signs_of(view.network, view.stage, tie)
    before = _taken_before(view, tie, place) + _cross_room(tie)
    course = _course(view, tie, place, before + signs_run(signs))
    along = course.rest if tie.state.status is Status.BROKEN else course.whole
    shapes = (*line_shapes(tie, course), *sign_shapes(signs, tie, along, before))
    told = relationship_words(tie, view.network, view.stage, view.names)
    words = _("Relationship with {told}").format(told=told)
    tags = tie_tags(tie, differs="differs" in signs)
    ends = (view.refs[tie.relationship.from_],)
    return Mark(MarkKind.TIE, shapes, view.refs[tie.id], words, tags, ends)


def _taken_before(view: StageView, tie: Tie, place: int) -> float:
    """Give the length that the signs of the same member's earlier relationships take."""
    earlier = view.own_ties[tie.relationship.from_][:place]
    return sum(
        signs_run(signs_of(view.network, view.stage, other)) + _cross_room(other)
        for other in earlier
    )


def _cross_room(tie: Tie) -> float:
    """Keep the cross of what never formed clear of the signs."""
    return _CROSS_ROOM if tie.state.status is Status.NEVER_FORMED else 0.0


def _course(view: StageView, tie: Tie, place: int, run: float) -> Course:
    path = _path_to_port(view, tie, place, run)
    rest = _upto_fault(view, tie, path) if tie.state.status is Status.BROKEN else path
    return Course(path, rest, rest.end, _stub(path, run), point_at(path, _CROSS))


def _path_to_port(view: StageView, tie: Tie, place: int, run: float) -> Path:
    """Go level as far as the signs need it, then ease to the port."""
    member = tie.relationship.from_
    x, y = view.node(member)
    port_x, port_y = view.port(tie.relationship.tracks[0])
    towards = 1 if port_x > x else -1
    start = (x + towards * (NODE_RADIUS + 1), y + place * _PARALLEL)
    end = (port_x - towards * PORT_RADIUS, port_y)
    level = min(run, max(0.0, abs(end[0] - start[0]) - _BEND))
    return Path(start).to((start[0] + towards * level, start[1])).ease_to(end)


def _upto_fault(view: StageView, tie: Tie, path: Path) -> Path:
    fault = view.fault_x(view.column(tie.relationship.from_))
    return path.upto((path.start[0] + path.end[0]) / 2 if fault is None else fault)


def _stub(path: Path, run: float) -> Path:
    """Give the short end of a relationship: a little longer than its signs, short of the port."""
    x, y = path.start
    reach = min(run + _STUB, abs(path.end[0] - x) - _CLEAR)
    return straight(((x, y), (x + reach if path.end[0] > x else x - reach, y)))


def arc_between(view: StageView, tie: Tie) -> Mark:
    """Draw a relationship between two others: a thin dotted arc."""
    ends = (tie.relationship.from_, tie.relationship.to)
    path = _arc_path(view.node(ends[0]), view.node(ends[1]), view.frame.width)
    there = tie.state.status in _OPEN or tie.state.status is None
    harm = Influence.HARMFUL in tie.state.influence
    style = "arc-faint" if not there else "arc-harm" if harm else "arc"
    words = relationship_words(tie, view.network, view.stage, view.names)
    tags = ["between", *(f"track-{view.network.lanes[end].value}" for end in sorted(ends))]
    shapes = (Line(path, style),)
    refs = (view.refs[ends[0]], view.refs[ends[1]])
    once = tuple(dict.fromkeys(tags))
    return Mark(MarkKind.ARC, shapes, view.refs[tie.id], words, once, refs)


def _arc_path(a: Point, b: Point, width: float) -> Path:
    """Bulge to the right of two that stand above each other, upwards between two areas."""
    wide, high = abs(b[0] - a[0]), abs(b[1] - a[1])
    if wide <= high * 1.5 + 60:
        # A curve never passes its handles: they stay inside the picture.
        right = min(max(a[0], b[0]) + 14 + 0.22 * high, width)
        return Path(a).to((right, a[1]), (right, b[1]), b)
    lift = min(46.0, 12 + 0.08 * wide)
    third = (b[0] - a[0]) / 3
    return Path(a).to((a[0] + third, a[1] - lift), (b[0] - third, b[1] - lift), b)
