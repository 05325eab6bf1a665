"""What stays in sight of a map that is wider than its half: names of lanes, and where people's are.

The picture is not drawn smaller than its smallest text can be read, so a half of a laptop's
screen shows a part of it. The script chooses which part by what stands here
(``assets/case_compare_sight.js``).
"""

from collections.abc import Iterator
from dataclasses import replace

from relnet.case.timeline import stage_places
from relnet.case.vocabulary import AreaKind
from relnet.figures.columns import NARROW
from relnet.figures.refs import refs_of
from relnet.figures.scene import Box, Mark, MarkKind, Picture, Scene, Text
from relnet.figures.svg import paint_still
from relnet.figures.text import text_width
from relnet.web.case_view import CaseView

STRIP = NARROW.left
"""So wide is the strip that names the lanes: two upright lines."""

_NAME_SIZE = 13.0
_ROLE_SIZE = 12.0
_SPACE = 5.0
_TO_NODE = 16.0
_NAMES = ("text-name", "text-name-faint")

Span = tuple[int, int, int]
"""Where a name begins, where it ends, and the middle of the circle beside it."""


def lane_strip(scene: Scene) -> str:
    """Paint the names of the lanes once more, to stand before a picture that is scrolled."""
    lanes = tuple(_strip(m) for m in scene.stages[0].marks if m.kind is MarkKind.LANE)
    return paint_still(Picture(STRIP, scene.picture_height, lanes), names="lane-name")


def _strip(lane: Mark) -> Mark:
    """Cut a lane off behind its name."""
    shapes = (
        replace(s, x=0.0, width=STRIP, radius=0.0) if isinstance(s, Box) else s for s in lane.shapes
    )
    return replace(lane, shapes=tuple(shapes))


def name_spans(view: CaseView, scene: Scene) -> list[list[Span]]:
    """Give where the names stand (px) that are to be whole, and their circles, for every stage.

    They are those of the people at home, and of those where the young person lives.
    """
    return [list(_spans(view, scene, stage)) for stage in range(len(scene.stages))]


def _spans(view: CaseView, scene: Scene, stage: int) -> Iterator[Span]:
    homes = {area.id for area in view.case.areas if area.kind is AreaKind.HOME}
    near = {*homes, stage_places(view.case)[stage].area}
    refs = refs_of(view.case)
    shown = {refs[m] for m in view.network.members if view.network.place(m, stage).area in near}
    for mark in scene.stages[stage].marks:
        if mark.kind is MarkKind.MEMBER and mark.ref in shown:
            yield from (_span(shape) for shape in mark.shapes if isinstance(shape, Text))


def _span(label: Text) -> Span:
    widths = [
        text_width(run.text, _NAME_SIZE, bold=True)
        if run.style in _NAMES
        else _SPACE + text_width(run.text, _ROLE_SIZE)
        for run in label.runs
    ]
    ends = label.anchor == "end"
    first = label.x - sum(widths) if ends else label.x
    node = label.x + _TO_NODE if ends else label.x - _TO_NODE
    return int(first), int(first + sum(widths)) + 1, round(node)
