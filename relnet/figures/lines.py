"""The line language: what is drawn of a relationship, wherever its line runs.

Thick is strong, plain steady, dashed weak; a zigzag lies over what is strained (the ecomap's
convention, Hartman). The map and the tracks say where the line runs (a ``Course``); which
lines and signs stand there for which state is said here alone.
"""

from dataclasses import dataclass

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
from relnet.figures.scene import Line, Shape
from relnet.network.changes import ChangeKind, change_between
from relnet.network.differences import other_views
from relnet.network.graph import CaseNetwork, Tie, is_harmful_only

_SIGN_GAP = 2.0
_CLEAR = 6.0
_LEAD = 3.0
_BAR = 5.0
_RADII = {
    Influence.HARMFUL.value: SIGN_RADIUS,
    Influence.PROTECTIVE.value: SMALL_SIGN_RADIUS,
    "query": SIGN_RADIUS + 1,
    "differs": SIGN_RADIUS,
    **{kind.value: BADGE_RADIUS for kind in UseKind},
}
_LEVELS = (Level.PRACTICE, Level.PLANNED, Level.AMBITION)


@dataclass(frozen=True, slots=True)
class Course:
    """Where the line of one relationship runs in a picture.

    Attributes:
        whole: from end to end.
        rest: what is drawn of it when it is broken.
        fault: where it broke; None where that was at an earlier stage.
        stub: what is drawn of it when it has ended, up to its bar; None at a later stage.
        cross: where the cross of one that never formed stands; None at a later stage.
        rest_style: the class of what is left of a broken one.

    """

    whole: Path
    rest: Path
    fault: Point | None
    stub: Path | None
    cross: Point | None
    rest_style: str = "faint"


def tone_of(tie: Tie) -> str:
    """Give the colour's name: the warning colour for harm alone, else the track's."""
    if is_harmful_only(tie.state):
        return "harmful"
    return tie.relationship.tracks[0].value


def line_shapes(tie: Tie, course: Course) -> tuple[Shape, ...]:
    """Draw the line of a relationship with the young person along its course."""
    status = tie.state.status
    if status is Status.BROKEN:
        at_fault = () if course.fault is None else (slash(course.fault),)
        return (Line(course.rest, course.rest_style), *at_fault)
    if status is Status.ENDED:
        return () if course.stub is None else stub_shapes(course.stub)
    if status is Status.NEVER_FORMED:
        return () if course.cross is None else cross(course.cross)
    if status is Status.NOT_KNOWN:
        return (Line(course.whole, "faint-not-known"),)
    if status is Status.WANTED:
        return (Line(course.whole, f"line-{tone_of(tie)}-wanted"),)
    return _drawn_line(tie, course.whole)


def stub_shapes(path: Path) -> tuple[Shape, ...]:
    """Draw the short end of a relationship, with a bar across its end."""
    return (Line(path, "stub"), Line(bar(path.end), "stub"))


def bar(at: Point) -> Path:
    """Give the bar across the end of a line."""
    x, y = at
    return straight(((x, y - _BAR), (x, y + _BAR)))


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


def signs_of(network: CaseNetwork, stage: int, tie: Tie) -> tuple[str, ...]:
    """Name the signs that stand on a line, from its start on.

    A question stands first, so that on the map its text keeps to the member's own row.
    """
    state = tie.state
    signs = ["query"] if state.status is Status.NOT_KNOWN else []
    signs += [influence.value for influence in state.influence]
    signs += [kind.value for kind in UseKind if any(use.use is kind for use in tie.uses)]
    if other_views(network, tie, stage):
        signs.append("differs")
    return tuple(signs)


def signs_run(signs: tuple[str, ...]) -> float:
    """Give the length that signs take when they stand side by side."""
    return _LEAD + sum(2 * _RADII[sign] + _SIGN_GAP for sign in signs) if signs else 0.0


def sign_shapes(signs: tuple[str, ...], tie: Tie, path: Path, before: float) -> tuple[Shape, ...]:
    """Draw signs side by side, ``before`` px from the start of a path; closer where it is short."""
    places = _places(signs, path, before)
    return tuple(
        shape for sign, at in zip(signs, places, strict=True) for shape in _draw_sign(sign, at, tie)
    )


def _places(signs: tuple[str, ...], path: Path, before: float) -> list[Point]:
    run = before + signs_run(signs)
    squeeze = min(1.0, max(0.0, length(path) - _CLEAR) / run) if run else 1.0
    places = []
    at = before + _LEAD
    for sign in signs:
        half = _RADII[sign] + _SIGN_GAP / 2
        places.append(point_at(path, (at + half) * squeeze))
        at += 2 * half
    return places


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


def tie_tags(tie: Tie, *, differs: bool) -> tuple[str, ...]:
    """Say what a reader can filter a relationship by, as class names."""
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
