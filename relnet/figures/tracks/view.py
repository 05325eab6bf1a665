"""The tracks of one case as they are drawn: rows, columns and what everybody is called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from relnet.case.models import Area
from relnet.case.names import Names
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import Influence, Status, Track
from relnet.figures.columns import SCREEN_WIDTH
from relnet.figures.lines import signs_of, signs_run
from relnet.figures.text import text_width, wrap
from relnet.figures.tracks.columns import (
    INSET,
    TrackColumn,
    birthday_x,
    equal_columns,
    time_columns,
)
from relnet.figures.tracks.frame import TracksFrame, tracks_frame
from relnet.figures.tracks.options import Scale, TracksOptions
from relnet.figures.tracks.rows import TrackRow, track_rows
from relnet.figures.tracks.spans import Span, lengths, span_of
from relnet.figures.words_tracks import number_of_changes, role_words
from relnet.network.graph import CaseNetwork, Tie
from relnet.network.measures.after_services import after_services
from relnet.wording import _
from relnet.words import label

RIGHT_MARGIN = 8.0
GONE = (Status.BROKEN, Status.ENDED, Status.NEVER_FORMED)

_MAX_NAMES = 250.0
_NAMES_EXTRA = 44.0
_AROUND_SIGNS = 14.0
_BEGINNING = 12.0
_LONGEST_WORD = 150.0
_BLANK_ROOM = 34.0


@dataclass(frozen=True)
class TracksView:
    """The rows of one perspective, with the places of everything."""

    network: CaseNetwork
    perspective: str
    names: Names
    refs: Mapping[str, str]
    options: TracksOptions

    @cached_property
    def rows(self) -> tuple[TrackRow, ...]:
        """The rows from top to bottom."""
        return track_rows(self.network, self.perspective, self.options)

    @cached_property
    def labels(self) -> tuple[tuple[str, str], ...]:
        """The name of each row, and what stands beside or below it."""
        return tuple(self._label(row) for row in self.rows)

    @cached_property
    def names_width(self) -> float:
        """How wide the column of the names is: as the longest asks, within bounds."""
        widths = (
            _label_width(row, *text) for row, text in zip(self.rows, self.labels, strict=True)
        )
        lanes = (text_width(label(track), 13, bold=True) for track in Track)
        return min(_MAX_NAMES, _NAMES_EXTRA + max(*widths, *lanes))

    @cached_property
    def spans(self) -> tuple[Span | None, ...]:
        """From when to when each stage lasted."""
        return tuple(span_of(stage.when) for stage in self.network.case.stages)

    @cached_property
    def columns(self) -> tuple[TrackColumn, ...]:
        """The stages from left to right, and last what is left after services end."""
        room = SCREEN_WIDTH - self.names_width - RIGHT_MARGIN
        needed = [*(self._needed(n) for n in range(len(self.spans))), _word_room(self.after_words)]
        if self.options.scale is Scale.TIME:
            return time_columns(needed, lengths([s.when for s in self.network.case.stages]), room)
        return equal_columns(needed, room)

    @property
    def after_words(self) -> str:
        """The heading of the last column."""
        return _("After services end")

    @cached_property
    def birthday(self) -> float | None:
        """Where the line of the 18th birthday stands; None where the dates do not tell."""
        told = self.network.case.young_person.eighteenth_birthday
        return birthday_x(self.columns, self.spans, span_of(told))

    @cached_property
    def frame(self) -> TracksFrame:
        """How high lanes and rows are."""
        lines = {
            track: max(len(self.blank_lines(track, column)) for column in self.columns)
            for track in Track
        }
        return tracks_frame(self.rows, lines)

    @property
    def body_width(self) -> float:
        """How wide the columns are together, with the margin."""
        return self.columns[-1].right + RIGHT_MARGIN

    @cached_property
    def left_after_services(self) -> frozenset[str]:
        """The relationships that go on when services end, by their ids."""
        last = len(self.network.case.stages) - 1
        found = after_services(self.network, last, self.perspective)
        return frozenset((*found.stay, *found.harmful))

    @cached_property
    def areas(self) -> tuple[Area | None, ...]:
        """Where the young person lives at each stage."""
        by_id = {area.id: area for area in self.network.case.areas}
        return tuple(by_id.get(place.area or "") for place in stage_places(self.network.case))

    def blank(self, track: Track, stage: int) -> str | None:
        """Say why a lane shows nobody at a stage; None where it shows somebody."""
        told = self.network.case.stages[stage].blanks.get(track)
        if told is not None:
            return label(told)
        peopled = any(row.track is track and row.cells[stage] for row in self.rows)
        return None if peopled else _("nobody recorded")

    def blank_lines(self, track: Track, column: TrackColumn) -> list[str]:
        """Give the same in lines that fit into the strip beside the port."""
        words = None if column.stage is None else self.blank(track, column.stage)
        return wrap(words, column.width - _BLANK_ROOM, 12) if words else []

    def signs(self, stage: int, tie: Tie) -> tuple[str, ...]:
        """Name the signs in a cell.

        Protection is told where it begins; harm at every stage, but of what is over only once.
        """
        silent = set()
        if tie.before is not None and set(tie.before.influence) == set(tie.state.influence):
            silent.add(Influence.PROTECTIVE.value)
        if not self.is_new(tie) and tie.state.status in GONE:
            silent |= {influence.value for influence in Influence}
        signs = signs_of(self.network, stage, tie)
        return tuple(sign for sign in signs if sign not in silent)

    @staticmethod
    def is_new(tie: Tie) -> bool:
        """Whether the status of a relationship is another than at the stage before."""
        return tie.before is None or tie.before.status is not tie.state.status

    def _needed(self, stage: int) -> float:
        """Give the least width in which a stage's signs, and the words of its name, fit."""
        ties = (row.cells[stage] for row in self.rows)
        runs = (self._cell_room(stage, tie) for tie in ties if tie is not None)
        told = self.names.text(self.network.case.stages[stage].label)
        blanks = (self.blank(track, stage) or "" for track in Track)
        pills = (_longest_word(blank, 12, bold=False) + _BLANK_ROOM for blank in blanks)
        return max(_word_room(told), *runs, *pills)

    def _cell_room(self, stage: int, tie: Tie) -> float:
        beginning = _BEGINNING if tie.state.status in GONE else 0.0
        return signs_run(self.signs(stage, tie)) + _AROUND_SIGNS + beginning + 2 * INSET

    def _label(self, row: TrackRow) -> tuple[str, str]:
        if row.slot is None:
            member = row.relationships[0].from_
            return self.names.of(member), self.names.role(member)
        slot = self.names.text(row.slot)
        people = len({part.from_ for part in row.relationships})
        return slot[:1].upper() + slot[1:], role_words(people, number_of_changes(row))


def _label_width(row: TrackRow, name: str, note: str) -> float:
    wide, beside = text_width(name, 13, bold=True), text_width(note, 12)
    return wide + 5 + beside if row.slot is None else max(wide, beside)


def _word_room(text: str) -> float:
    """Give the width that the longest word of a heading needs, within bounds."""
    return min(_longest_word(text, 13, bold=True), _LONGEST_WORD) + 2 * INSET


def _longest_word(text: str, size: float, *, bold: bool) -> float:
    return max((text_width(word, size, bold=bold) for word in text.split()), default=0.0)
