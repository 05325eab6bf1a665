"""The marks of relationships: lines with the young person, and arcs between others.

Thick is strong, plain steady, dashed weak; a zigzag lies over what is strained (the ecomap's
convention, Hartman). A broken line stops at the fault line and never reaches the port.
"""

from relnet.case.vocabulary import Certainty, Influence, Level, Status, UseKind
from relnet.figures.marks import (
    BADGE_RADIUS,
    SIGN_RADIUS,
    SMALL_SIGN_RADIUS,
    cross,
    difference_sign,
    harm_sign,
    protection_sign,
    query_sign,
    slash,
    use_badge,
)
from relnet.figures.paths import Path, Point, length, point_at, straight, zigzag
from relnet.figures.scene import Line, Mark, MarkKind, Shape
from relnet.figures.view import NODE_RADIUS, PORT_RADIUS, StageView
from relnet.figures.words import relationship_words
from relnet.network.changes import ChangeKind, change_between
from relnet.network.differences import other_views
from relnet.network.graph import Tie, is_harmful_only

_STUB = 20.0
_CROSS = 10.0
_SIGN_GAP = 2.0
_CLEAR = 6.0
_LEAD = 3.0
_BEND = 26.0
_PARALLEL = 4.0
_RADII = {
    Influence.HARMFUL.value: SIGN_RADIUS,
    Influence.PROTECTIVE.value: SMALL_SIGN_RADIUS,
    "query": SIGN_RADIUS + 1,
    "differs": SIGN_RADIUS,
    **{kind.value: BADGE_RADIUS for kind in UseKind},
}
_LEVELS = (Level.PRACTICE, Level.PLANNED, Level.AMBITION)
_OPEN = (Status.ACTIVE, Status.WANTED)


def own_tie(view: StageView, tie: Tie, place: int) -> Mark:
    """Draw a relationship with the young person.

    Args:
        view: the stage.
        tie: the relationship.
        place: its number among the relationships with the same member, from 0.

    """
    signs = _signs(view, tie)
    before = _taken_before(view, tie, place)
    run = before + _run_of(signs)
    path = _path_to_port(view, tie, place, run)
    shapes: list[Shape] = [*_line(view, tie, path, run)]
    along = _upto_fault(view, tie, path) if tie.state.status is Status.BROKEN else path
    for sign, at in zip(signs, _places(signs, along, before), strict=True):
        shapes += _draw_sign(sign, at, tie)
    words = relationship_words(tie, view.network, view.stage, view.names)
    tags = _tags(tie, differs="differs" in signs)
    ends = (view.refs[tie.relationship.from_],)
    return Mark(MarkKind.TIE, tuple(shapes), view.refs[tie.id], words, tags, ends)


def _run_of(signs: tuple[str, ...]) -> float:
    """Give the length that signs take when they stand side by side."""
    return _LEAD + sum(2 * _RADII[sign] + _SIGN_GAP for sign in signs) if signs else 0.0


def _taken_before(view: StageView, tie: Tie, place: int) -> float:
    """Give the length that the signs of the same member's earlier relationships take."""
    earlier = view.own_ties[tie.relationship.from_][:place]
    return sum(_run_of(_signs(view, other)) for other in earlier)


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


def _places(signs: tuple[str, ...], path: Path, before: float) -> list[Point]:
    """Set signs side by side, ``before`` px from the member; closer where room is short."""
    run = before + _run_of(signs)
    squeeze = min(1.0, max(0.0, length(path) - _CLEAR) / run) if run else 1.0
    places = []
    at = before + _LEAD
    for sign in signs:
        half = _RADII[sign] + _SIGN_GAP / 2
        places.append(point_at(path, (at + half) * squeeze))
        at += 2 * half
    return places


def tone_of(tie: Tie) -> str:
    """Give the colour's name: the warning colour for harm alone, else the track's."""
    if is_harmful_only(tie.state):
        return "harmful"
    return tie.relationship.tracks[0].value


def _line(view: StageView, tie: Tie, path: Path, run: float) -> tuple[Shape, ...]:
    status = tie.state.status
    if status is Status.BROKEN:
        part = _upto_fault(view, tie, path)
        return (Line(part, "faint"), slash(part.end))
    if status is Status.ENDED:
        return _stub(path, run)
    if status is Status.NEVER_FORMED:
        return cross(point_at(path, _CROSS))
    if status is Status.NOT_KNOWN:
        return (Line(path, "faint-not-known"),)
    if status is Status.WANTED:
        return (Line(path, f"line-{tone_of(tie)}-wanted"),)
    return _drawn_line(tie, path)


def _drawn_line(tie: Tie, path: Path) -> tuple[Shape, ...]:
    """Draw a relationship that is there, or of which only its strength is told."""
    state, tone = tie.state, tone_of(tie)
    weight = state.strength.value if state.strength else "unsaid"
    if state.status is None and state.strength is None:
        return (Line(path, "faint-unsaid"),)
    lines = [Line(path, f"line-{tone}-{weight}")]
    if Influence.HARMFUL in state.influence and tone != "harmful":
        lines.append(Line(path, "over-harm"))
    if state.strained:
        lines.append(Line(zigzag(path), f"zigzag-{tone}"))
    return tuple(lines)


def _upto_fault(view: StageView, tie: Tie, path: Path) -> Path:
    fault = view.fault_x(view.column(tie.relationship.from_))
    return path.upto((path.start[0] + path.end[0]) / 2 if fault is None else fault)


def _stub(path: Path, run: float) -> tuple[Shape, ...]:
    """Draw the short end of a relationship: a little longer than its signs, short of the port."""
    x, y = path.start
    reach = min(run + _STUB, abs(path.end[0] - x) - _CLEAR)
    end = (x + reach if path.end[0] > x else x - reach, y)
    bar = straight(((end[0], y - 5), (end[0], y + 5)))
    return (Line(straight(((x, y), end)), "stub"), Line(bar, "stub"))


def _signs(view: StageView, tie: Tie) -> tuple[str, ...]:
    """Name the signs that stand on a line, from the member on.

    A question stands first, so that its text keeps to the member's own row.
    """
    state = tie.state
    signs = ["query"] if state.status is Status.NOT_KNOWN else []
    signs += [influence.value for influence in state.influence]
    signs += [kind.value for kind in UseKind if any(use.use is kind for use in tie.uses)]
    if other_views(view.network, tie, view.stage):
        signs.append("differs")
    return tuple(signs)


def _draw_sign(sign: str, at: Point, tie: Tie) -> tuple[Shape, ...]:
    track = tie.relationship.tracks[0].value
    if sign == Influence.HARMFUL.value:
        return harm_sign(at, suspected=tie.state.certainty is Certainty.SUSPECTED)
    if sign == Influence.PROTECTIVE.value:
        return protection_sign(at, track)
    if sign == "query":
        return query_sign(at)
    if sign == "differs":
        return difference_sign(at)
    levels = {use.level for use in tie.uses if use.use.value == sign}
    level = next(level for level in _LEVELS if level in levels)
    return use_badge(at, UseKind(sign), level, track)


def _tags(tie: Tie, *, differs: bool) -> tuple[str, ...]:
    state = tie.state
    change = change_between(tie.before, state)
    tags = [f"track-{tie.relationship.tracks[0].value}"]
    tags.append(f"status-{state.status.value if state.status else 'unsaid'}")
    tags += [f"influence-{influence.value}" for influence in state.influence]
    tags += [] if state.influence else ["influence-unsaid"]
    tags += sorted({f"use-{use.use.value}" for use in tie.uses}) or ["use-none"]
    tags += ["planned"] if any(use.level is not Level.AMBITION for use in tie.uses) else []
    tags += ["changed"] if change not in (None, ChangeKind.KEPT) else []
    tags += ["lost"] if change in (ChangeKind.BROKEN, ChangeKind.ENDED) else []
    tags += ["differs"] if differs else []
    return tuple(tags)


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
