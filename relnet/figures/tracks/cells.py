"""The lines of the tracks: one mark for each relationship at each stage."""

from collections.abc import Iterator
from dataclasses import replace

from relnet.case.vocabulary import Influence, Status
from relnet.figures.lines import Course, bar, line_shapes, sign_shapes, signs_run, tie_tags
from relnet.figures.paths import Path, length, straight
from relnet.figures.scene import Line, Mark, MarkKind, Run, Shape, Text
from relnet.figures.text import elide
from relnet.figures.tracks.columns import INSET, TrackColumn
from relnet.figures.tracks.frame import Band
from relnet.figures.tracks.rows import TrackRow
from relnet.figures.tracks.view import GONE, TracksView
from relnet.figures.words_tie import relationship_words
from relnet.figures.words_tracks import goes_on_words, stops_words
from relnet.network.graph import Tie, is_active

_FAULT = 4.0
_AFTER_FAULT = 9.0
_STUB = 14.0
_STUB_LEAD = 2.0
_STUB_EXTRA = 8.0
_CROSS = 5.0
_STOP = 16.0
_HOLDER_UP = 12.5


def row_marks(view: TracksView, row: TrackRow, band: Band) -> Iterator[Mark]:
    """Draw a row from stage to stage, and what is left of it after services end."""
    before: Tie | None = None
    for column, tie in zip(view.columns, row.cells, strict=False):
        if tie is not None and column.stage is not None:
            holder = row.slot is not None and (before is None or before.id != tie.id)
            mark = _cell(view, column, band.line_y, tie, holder=holder)
            if mark.shapes:
                yield mark
        before = tie
    if before is not None and is_active(before.state):
        yield _after_services(view, view.columns[-1], band.line_y, before)


def _cell(view: TracksView, column: TrackColumn, y: float, tie: Tie, *, holder: bool) -> Mark:
    stage = column.stage or 0
    signs = view.signs(stage, tie)
    course = _course(column, y, new=view.is_new(tie), run=signs_run(signs))
    along, before = _along(tie, course, signs_run(signs))
    shapes: tuple[Shape, ...] = (
        *line_shapes(tie, course),
        *sign_shapes(signs, tie, along, before),
        *(_holder(view, column, y, tie) if holder else ()),
    )
    words = relationship_words(tie, view.network, stage, view.names)
    tags = (*tie_tags(tie, differs="differs" in signs), f"stage-{stage}")
    return Mark(MarkKind.TIE, shapes, view.refs[tie.id], words, tags, _ends(view, tie))


def _ends(view: TracksView, tie: Tie) -> tuple[str, ...]:
    return (view.refs[tie.relationship.from_],)


def _course(column: TrackColumn, y: float, *, new: bool, run: float) -> Course:
    """Run level from edge to edge; what broke before this stage is not broken again."""
    left, right = column.x + INSET, column.right - INSET
    whole = straight(((left, y), (right, y)))
    if not new:
        return Course(whole, whole, None, None, None, "faint-broken")
    stub = straight(((left, y), (left + max(_STUB, run + _STUB_EXTRA), y)))
    rest = straight(((left + _AFTER_FAULT, y), (right, y)))
    return Course(whole, rest, (left + _FAULT, y), stub, (left + _CROSS, y), "faint-broken")


def _along(tie: Tie, course: Course, run: float) -> tuple[Path, float]:
    """Give the path that signs stand on, and how far from its start: in its middle."""
    if tie.state.status is Status.ENDED and course.stub is not None:
        return course.whole, _STUB_LEAD
    path = course.rest if tie.state.status in GONE else course.whole
    return path, max(0.0, (length(path) - run) / 2)


def _holder(view: TracksView, column: TrackColumn, y: float, tie: Tie) -> tuple[Text, ...]:
    """Write who holds a role from here on above the line."""
    name = view.names.of(tie.relationship.from_)
    shown = elide(name, column.width - 2 * INSET, 12)
    at = (column.x + INSET, y - _HOLDER_UP)
    return (Text(*at, (Run(shown, "text-holder"),)),) if shown else ()


def _after_services(view: TracksView, column: TrackColumn, y: float, tie: Tie) -> Mark:
    """Draw what goes on as it was, without the work of services; what stops up to a bar."""
    alone = replace(tie, before=tie.state, uses=())
    left, right = column.x + INSET, column.right - INSET
    goes_on = tie.id in view.left_after_services
    path = straight(((left, y), (right if goes_on else left + _STOP, y)))
    shapes = line_shapes(alone, Course(path, path, None, None, None))
    if goes_on:
        signs = tuple(kind.value for kind in tie.state.influence if kind is Influence.HARMFUL)
        shapes += sign_shapes(signs, alone, path, max(0.0, (length(path) - signs_run(signs)) / 2))
    else:
        shapes += (Line(bar(path.end), "stop"),)
    words = goes_on_words if goes_on else stops_words
    label = words(tie.relationship.from_, view.names)
    tags = (*tie_tags(alone, differs=False), "after-services")
    return Mark(MarkKind.TIE, shapes, view.refs[tie.id], label, tags, _ends(view, tie))
