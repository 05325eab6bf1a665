"""The names beside the tracks, and the corner over them."""

from collections.abc import Iterator

from relnet.case.vocabulary import Track
from relnet.figures.members import kind_tags, label_runs, look_of, node_shapes
from relnet.figures.scene import Mark, MarkKind, Picture, Run, Text
from relnet.figures.text import elide, wrap
from relnet.figures.tracks.backdrop import lane_name_mark
from relnet.figures.tracks.frame import Band
from relnet.figures.tracks.rows import TrackRow
from relnet.figures.tracks.view import TracksView
from relnet.figures.words_dates import date_words
from relnet.figures.words_tracks import row_words, scale_words, sort_words
from relnet.wording import _

_NODE = 14.0
_TO_LABEL = 14.0
_LEFT = 16.0
_LINE = 15.0


def names_picture(view: TracksView) -> Picture:
    """Draw the lanes' names, and each row's name with the sign of who it is."""
    marks = [lane_name_mark(view, track) for track in Track]
    marks += _row_names(view)
    return Picture(view.names_width, view.frame.height, tuple(marks))


def _row_names(view: TracksView) -> Iterator[Mark]:
    for row, band, (name, note) in zip(view.rows, view.frame.rows, view.labels, strict=True):
        yield _role(view, row, band, name, note) if row.slot else _member(view, row, band)


def _member(view: TracksView, row: TrackRow, band: Band) -> Mark:
    """Write a name and a role, and draw the person, group or place at the line's beginning."""
    member = row.relationships[0].from_
    part = view.network.members[member]
    x, y = view.names_width - _NODE, band.line_y
    style = f"node-{row.track.value}-{_look(row)}"
    end = x - _TO_LABEL
    runs = label_runs(view.names.of(member), view.names.role(member), end - _LEFT, faint=False)
    text = (Text(end, y + 4.5, runs, "end"),) if runs else ()
    shapes = (*node_shapes(x, y, style, *kind_tags(part)), *text)
    words = row_words(view.network, row, view.names, view.left_after_services)
    tags = (f"track-{row.track.value}", *kind_tags(part))
    return Mark(MarkKind.MEMBER, shapes, view.refs[member], words, tags)


def _look(row: TrackRow) -> str:
    return look_of(tie.state.status for tie in row.cells if tie is not None)


def _role(view: TracksView, row: TrackRow, band: Band, name: str, note: str) -> Mark:
    """Write a role over two lines: what it is, and how many people held it."""
    end = view.names_width - _NODE - _TO_LABEL
    shown = elide(name, end - _LEFT, 13, bold=True)
    below = elide(note, end - _LEFT, 12)
    texts = (
        Text(end, band.line_y - 9, (Run(shown, "text-name"),), "end"),
        Text(end, band.line_y + 6, (Run(below, "text-role"),), "end"),
    )
    words = row_words(view.network, row, view.names, view.left_after_services)
    ends = tuple(dict.fromkeys(view.refs[part.from_] for part in row.relationships))
    tags = (f"track-{row.track.value}", "role")
    return Mark(MarkKind.ROLE, texts, label=words, tags=tags, ends=ends)


def corner_picture(view: TracksView, height: float) -> Picture:
    """Say in which order the rows stand, how wide the columns are, and what has no place."""
    room = view.names_width - _LEFT - 6
    notes = [sort_words(view.options.sort, view.names), scale_words(view.options.scale)]
    told = view.network.case.young_person.eighteenth_birthday
    if told is not None and view.birthday is None:
        notes.append(_("18th birthday: {date}").format(date=date_words(told)))
    lines = [line for note in notes if note for line in wrap(note, room, 12)]
    shown = lines[: max(1, int((height - 6) // _LINE))]
    first = height - 8 - _LINE * (len(shown) - 1)
    texts = tuple(
        Text(_LEFT, first + _LINE * n, (Run(line, "text-note"),)) for n, line in enumerate(shown)
    )
    mark = Mark(MarkKind.NOTE, texts, label=" ".join(note for note in notes if note))
    return Picture(view.names_width, height, (mark,))
