"""The picture of the tracks: every relationship over all stages, in four parts and a key.

A pure function of the case: the same case gives the same scene. A page puts the parts into a
grid, so that headings and names stay in sight; ``whole_picture`` puts them together.
"""

from dataclasses import dataclass

from relnet.case.names import Names
from relnet.case.vocabulary import Track
from relnet.figures.columns import SCREEN_WIDTH
from relnet.figures.frame import KEY_ROW
from relnet.figures.key import key_lines, key_mark
from relnet.figures.map_scene import also_named
from relnet.figures.refs import refs_of
from relnet.figures.scene import Mark, MarkKind, Picture, Run, Text, moved
from relnet.figures.text import elide, wrap
from relnet.figures.tracks.backdrop import (
    column_mark,
    lane_mark,
    row_back_marks,
    strip_marks,
    upright_marks,
)
from relnet.figures.tracks.cells import row_marks
from relnet.figures.tracks.columns import TrackColumn
from relnet.figures.tracks.head import head_picture
from relnet.figures.tracks.names_column import corner_picture, names_picture
from relnet.figures.tracks.options import TracksOptions
from relnet.figures.tracks.view import TracksView
from relnet.figures.words_tracks import not_told, tracks_title
from relnet.network.graph import CaseNetwork

_TITLE_HEIGHT = 30.0
_LEFT = 18.0
_KEY_TOP = 20.0
_NOTE_LINES = 3


@dataclass(frozen=True, slots=True)
class TracksScene:
    """The picture in parts that share their rows and columns.

    ``corner`` and ``head`` are of one height, ``names`` and ``body`` as well; ``corner`` and
    ``names`` are of one width, ``head`` and ``body`` as well. The ``key`` belongs below.
    """

    title: str
    corner: Picture
    head: Picture
    names: Picture
    body: Picture
    key: Picture
    columns: tuple[TrackColumn, ...]


def tracks_scene(
    network: CaseNetwork, perspective: str, names: Names, options: TracksOptions
) -> TracksScene:
    """Draw all stages of a case side by side.

    Args:
        network: the case's network.
        perspective: whose view of the relationships is drawn.
        names: what everybody is called.
        options: scale, order of the rows, and roles or people.

    Returns:
        the scene; a relationship of which the perspective tells nothing has no row.

    """
    view = TracksView(network, perspective, names, refs_of(network.case), options)
    head, side, body = head_picture(view), names_picture(view), _body(view)
    return TracksScene(
        tracks_title(network, perspective, names),
        corner_picture(view, head.height),
        head,
        side,
        body,
        _key(view, (*head.marks, *body.marks, *side.marks)),
        view.columns,
    )


def _body(view: TracksView) -> Picture:
    """Draw the lines from the back to the front."""
    marks = [lane_mark(view, track) for track in Track]
    marks += row_back_marks(view)
    marks += [column_mark(view, column) for column in view.columns]
    marks += upright_marks(view, 0, view.frame.height, 0)
    marks += [mark for track in Track for mark in strip_marks(view, track)]
    for row, band in zip(view.rows, view.frame.rows, strict=True):
        marks += row_marks(view, row, band)
    return Picture(view.body_width, view.frame.height, tuple(marks))


def _key(view: TracksView, marks: tuple[Mark, ...]) -> Picture:
    """Draw the key, and below it who is named without a row."""
    width = min(SCREEN_WIDTH, view.names_width + view.body_width)
    y = _KEY_TOP + KEY_ROW * (key_lines(marks, width) - 1)
    found = [key_mark(marks, width, _KEY_TOP)]
    notes = (
        also_named(view.network.case, view.names),
        not_told(view.network, view.perspective, view.names),
    )
    for note in (note for note in notes if note):
        lines = wrap(note, width - 2 * _LEFT, 12)
        rest = elide(" ".join(lines[_NOTE_LINES - 1 :]), width - 2 * _LEFT, 12)
        shown = [*lines[: _NOTE_LINES - 1], *([rest] if rest else [])]
        texts = tuple(
            Text(_LEFT, y + KEY_ROW * n, (Run(line, "text-note"),))
            for n, line in enumerate(shown, 1)
        )
        y += KEY_ROW * len(shown)
        found.append(Mark(MarkKind.NAMED, texts, label=note))
    return Picture(width, y + 10, tuple(found))


def whole_picture(scene: TracksScene) -> Picture:
    """Put the parts together below the title, for a file."""
    left, top = scene.names.width, _TITLE_HEIGHT
    below = top + scene.head.height
    width = max(left + scene.body.width, scene.key.width)
    shown = elide(scene.title, width - 2 * _LEFT, 16, bold=True)
    title = Mark(MarkKind.TITLE, (Text(_LEFT, 20, (Run(shown, "text-title"),)),), label=scene.title)
    bottom = below + scene.body.height
    # Lanes overlap where the two parts meet, so that no seam is seen; what stands there comes last.
    names = _placed(scene.names, 0, below)
    marks = (
        title,
        *_placed(scene.corner, 0, top),
        *_placed(scene.head, left, top),
        *(mark for mark in names if mark.kind is MarkKind.LANE),
        *_placed(scene.body, left, below),
        *(mark for mark in names if mark.kind is not MarkKind.LANE),
        *_placed(scene.key, 0, bottom),
    )
    return Picture(width, bottom + scene.key.height, marks)


def _placed(part: Picture, dx: float, dy: float) -> tuple[Mark, ...]:
    return tuple(moved(mark, dx, dy) for mark in part.marks)
