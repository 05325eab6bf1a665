"""A room's tally as a picture: its own focus grid, and each type's share beside the paper's.

The area of a disc stands for the number of presses, which is written under it. Dashed frames
show where the paper's Figure 2 has its focus.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from math import sqrt

from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Phase, RelationshipType, UseKind
from relnet.figures.paths import straight
from relnet.figures.scene import Anchor, Box, Disc, Line, Mark, MarkKind, Picture, Run, Shape, Text
from relnet.figures.words_focus import line_words
from relnet.figures.words_tally import presses_words, tally_title
from relnet.network.siloed import PATTERN, Part
from relnet.network.study import Study
from relnet.network.tally import Place, Tally, TypeBeside, types_beside
from relnet.wording import _
from relnet.words import label

_LEFT = 24.0
_HEADS = 124.0
_CELL = 92.0
_GAP = 12.0
_ROW = 92.0
_TOP = 106.0
_LARGEST = 30.0
_BAR = 150.0
_BARS_AT = _LEFT + _HEADS + 9 * _CELL + 3 * _GAP + 16
_WIDTH = _BARS_AT + _BAR + 116.0
_KINDS = tuple(RelationshipType)
_USES = tuple(UseKind)
_PHASES = tuple(Phase)
_PHASE_OF_PART: Mapping[Part, Phase] = {
    Part.BEFORE: Phase.BEFORE,
    Part.DURING: Phase.DURING,
    Part.NEAR_THE_END: Phase.DURING,
    Part.AFTER: Phase.AFTER,
}


def tally_picture(tally: Tally, study: Study) -> Picture:
    """Draw what a room has pressed beside the paper's numbers.

    Args:
        tally: what the room has pressed.
        study: the paper's numbers.
    """
    height = _TOP + len(_KINDS) * _ROW + 70
    marks = (
        Mark(MarkKind.TITLE, (_text(_LEFT, 30, tally_title(tally), "text-title"),)),
        *_lanes(),
        *_heads(),
        *_frames(),
        *_cells(tally),
        *_shares(tally, study),
        *_key(height),
    )
    return Picture(_WIDTH, height, marks)


def _text(x: float, y: float, words: str, style: str, anchor: Anchor = "start") -> Text:
    return Text(x, y, (Run(words, style),), anchor)


def _x(place: Place) -> float:
    """Give the left edge of a cell."""
    phase = _PHASES.index(place.phase)
    return _LEFT + _HEADS + (3 * phase + _USES.index(place.theme)) * _CELL + phase * _GAP


def _y(kind: RelationshipType) -> float:
    """Give the upper edge of a row."""
    return _TOP + _KINDS.index(kind) * _ROW


def _lanes() -> Iterator[Mark]:
    for kind in _KINDS:
        track = TRACK_OF_TYPE[kind].value
        y = _y(kind)
        band = Box(_LEFT, y + 2, _WIDTH - 2 * _LEFT, _ROW - 4, 6, f"lane-{track}")
        name = _text(_LEFT + 12, y + _ROW / 2 + 5, line_words(kind), f"text-lane-{track}")
        yield Mark(MarkKind.LANE, (band, name))


def _heads() -> Iterator[Mark]:
    for phase in _PHASES:
        first, last = (_x(Place(_KINDS[0], use, phase)) for use in (_USES[0], _USES[-1]))
        middle, right = (first + last + _CELL) / 2, last + _CELL
        uses = [
            _text(_x(Place(_KINDS[0], use, phase)) + _CELL / 2, _TOP - 10, label(use), "text-note",
                  "middle")
            for use in _USES
        ]  # fmt: skip
        rule = Line(straight(((first + 6, _TOP - 28), (right - 6, _TOP - 28))), "distance")
        head = _text(middle, _TOP - 36, label(phase), "text-area-here", "middle")
        yield Mark(MarkKind.COLUMN, (head, rule, *uses))


def _frames() -> Iterator[Mark]:
    """Frame what Figure 2 describes: neighbouring cells of one track share a frame."""
    for phase, parts in groupby(PATTERN, _PHASE_OF_PART.__getitem__):
        told = [PATTERN[part] for part in parts]
        kinds = [kind for kind in _KINDS if TRACK_OF_TYPE[kind] is told[0].track]
        left = min(_x(Place(kinds[0], each.use, phase)) for each in told)
        right = max(_x(Place(kinds[0], each.use, phase)) for each in told) + _CELL
        top, bottom = _y(kinds[0]), _y(kinds[-1]) + _ROW
        box = Box(left + 3, top + 5, right - left - 6, bottom - top - 10, 8, "area-away")
        yield Mark(MarkKind.AREA, (box,))


def _cells(tally: Tally) -> Iterator[Mark]:
    counts = tally.counts()
    greatest = max(counts.values()) or 1
    for place, count in counts.items():
        x, y = _x(place) + _CELL / 2, _y(place.type)
        style = "text-name" if count else "text-note"
        shapes: list[Shape] = [_text(x, y + _ROW - 12, str(count), style, "middle")]
        if count:
            radius = _LARGEST * sqrt(count / greatest)
            shapes.insert(0, Disc(x, y + 38, radius, f"node-{place.track.value}-full"))
        yield Mark(MarkKind.ROW, tuple(shapes), tags=(f"place-{place.key.replace('.', '-')}",))


def _shares(tally: Tally, study: Study) -> Iterator[Mark]:
    rows = types_beside(tally, study)
    whole = rows[0].of_references
    yield Mark(
        MarkKind.COLUMN,
        (
            _text(_BARS_AT, _TOP - 36, _("Share of each type"), "text-area-here"),
            Box(_BARS_AT, _TOP - 27, 11, 9, 2, "tick-happened"),
            _text(
                _BARS_AT + 18,
                _TOP - 18,
                _("this room, of {presses}").format(presses=presses_words(tally.total)),
                "text-note",
            ),
            Box(_BARS_AT, _TOP - 11, 11, 9, 2, "node-neutral"),
            _text(
                _BARS_AT + 18,
                _TOP - 2,
                _("the study, of {count} references").format(count=whole),
                "text-note",
            ),
        ),
    )
    for row in rows:
        yield Mark(MarkKind.ROW, tuple(_bars(row)))


def _bars(row: TypeBeside) -> Iterator[Shape]:
    track = TRACK_OF_TYPE[row.type].value
    y = _y(row.type)
    here = _("no press yet") if row.room is None else _share(row.room, row.presses)
    there = "" if row.study is None else _share(row.study, row.references)
    for top, share, words, look in (
        (y + 18, row.room, here, "full"),
        (y + 50, row.study, there, "hollow"),
    ):
        length = (share or 0) / 100 * _BAR
        if share:
            yield Box(_BARS_AT, top, length, 22, 3, f"node-{track}-{look}")
        yield _text(_BARS_AT + length + 8, top + 16, words, "text-holder")


def _share(share: int, count: int) -> str:
    return _("{share} % ({count})").format(share=share, count=count)


def _key(height: float) -> Iterator[Mark]:
    frame = Box(_LEFT, height - 55, 22, 14, 4, "area-away")
    words = _(
        "Where the study’s Figure 2 has its focus (after relocation: as an ambition). It describes,"
        " it does not count."
    )
    source = _(
        "A press is one mention in this room; a reference is a passage in an interview (Firmin &"
        " Owens 2022, Table 2). They are not the same thing and are not added."
    )
    yield Mark(
        MarkKind.KEY,
        (
            frame,
            _text(_LEFT + 30, height - 43, words, "text-key"),
            _text(_LEFT, height - 18, source, "text-key"),
        ),
    )
