"""The map of a case: the scene of every stage, as one perspective sees it.

A pure function of the case: the same case gives the same scene. ``relnet.figures.svg`` and
``relnet.figures.plotly_map`` paint it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import Track
from relnet.figures.backdrop import (
    area_mark,
    blank_mark,
    distance_mark,
    lane_mark,
    port_mark,
    spine_mark,
    title_mark,
)
from relnet.figures.columns import (
    WIDE,
    Room,
    StageAreas,
    column_order,
    place_columns,
    stage_areas,
)
from relnet.figures.frame import KEY_ROW, Frame, frame_of
from relnet.figures.key import key_lines, key_mark
from relnet.figures.members import member_mark
from relnet.figures.refs import refs_of
from relnet.figures.rows import assign_rows
from relnet.figures.scene import Mark, MarkKind, Run, Scene, StageScene, Text
from relnet.figures.text import elide
from relnet.figures.ties import arc_between, own_tie
from relnet.figures.view import StageView, members_at
from relnet.figures.words import stage_title
from relnet.figures.words_join import listed
from relnet.network.graph import CaseNetwork
from relnet.wording import _


@dataclass(frozen=True, slots=True)
class _StageMarks:
    """What was drawn of a stage before its key."""

    view: StageView
    title: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class _Look:
    """How a case is looked at."""

    network: CaseNetwork
    perspective: str
    names: Names
    room: Room


def map_scene(network: CaseNetwork, perspective: str, names: Names, room: Room = WIDE) -> Scene:
    """Draw every stage of a case.

    Args:
        network: the case's network.
        perspective: whose view of the relationships is drawn.
        names: what everybody is called.
        room: how much room the picture has.

    Returns:
        the scene; all its stages are of one size, and everybody keeps their row.

    """
    look = _Look(network, perspective, names, room)
    return _scene(look, range(len(network.case.stages)), 0)


def map_of_stage(
    network: CaseNetwork, perspective: str, names: Names, stage: int, height: float
) -> Scene:
    """Draw one stage alone, as ``map_scene`` draws it: for a picture that is wanted at once.

    Args:
        network: the case's network.
        perspective: whose view of the relationships is drawn.
        names: what everybody is called.
        stage: the stage's number.
        height: how high the whole picture was, with the longest key of all stages (px): it
            is so at least.

    Returns:
        a scene whose only stage is this one.

    """
    return _scene(_Look(network, perspective, names, WIDE), (stage,), height)


def _scene(look: _Look, numbers: Iterable[int], height: float) -> Scene:
    network, perspective, names = look.network, look.perspective, look.names
    width, columns = place_columns(_areas(network, perspective), look.room)
    frame = frame_of(assign_rows(network), width, 0)
    refs = refs_of(network.case)
    drawn = [
        _draw_stage(
            StageView(network, stage, perspective, names, refs, frame, columns[stage], look.room)
        )
        for stage in numbers
    ]
    named = _also_named(network.case, frame, names)
    lines = max(key_lines(stage.marks, width) for stage in drawn)
    first = frame.below + (KEY_ROW if named else 0)
    stages = tuple(
        StageScene(
            stage.title,
            stage.view.columns.here.spine_x,
            (*stage.marks, *named, key_mark(stage.marks, width, first)),
        )
        for stage in drawn
    )
    whole = replace(frame, lines_below=lines + len(named))
    return Scene(width, max(whole.height, height), frame.picture_bottom, stages)


def _areas(network: CaseNetwork, perspective: str) -> list[StageAreas]:
    """Say which areas are open at every stage."""
    order = column_order(network.case)
    return [
        stage_areas(
            order,
            frozenset(
                network.place(member, stage).area
                for member in members_at(network, stage, perspective)
            ),
            place.area,
        )
        for stage, place in enumerate(stage_places(network.case))
    ]


def _draw_stage(view: StageView) -> _StageMarks:
    """Draw a stage from the back to the front."""
    title = stage_title(view.network, view.stage, view.names)
    arcs = [arc_between(view, tie) for tie in view.ties if not tie.relationship.with_young_person]
    ports = [port_mark(view, track) for track in Track]
    ties = [
        own_tie(view, tie, place)
        for ties in view.own_ties.values()
        for place, tie in enumerate(ties)
    ]
    members = [member_mark(view, member) for member in view.members]
    marks: list[Mark | None] = [title_mark(view, title)]
    marks += [lane_mark(view, track) for track in Track]
    marks += [area_mark(view, column) for column in view.columns.all]
    marks.append(distance_mark(view))
    marks += [blank_mark(view, track, (*arcs, *ties, *members)) for track in Track]
    marks += [*arcs, spine_mark(view), *ports, *ties, *members]
    return _StageMarks(view, title, tuple(mark for mark in marks if mark is not None))


def also_named(case: Case, names: Names) -> str:
    """Name the people who have no relationship in the case; "" where all have one."""
    tied = {end for part in case.relationships for end in (part.from_, part.to)}
    people = [names.of(person.id) for person in case.people if person.id not in tied]
    return _("Also named: {names}").format(names=listed(people)) if people else ""


def _also_named(case: Case, frame: Frame, names: Names) -> tuple[Mark, ...]:
    words = also_named(case, names)
    if not words:
        return ()
    shown = elide(words, frame.width - 36, 12)
    text = Text(18, frame.below, (Run(shown, "text-note"),))
    return (Mark(MarkKind.NAMED, (text,), label=words),)
