"""The focus of a case (Firmin & Owens 2022, Fig. 2): which uses are held, where and when.

Rows are the three tracks or the four types of relationship, columns the phases or the
stages. What was not recorded is kept apart from none in every cell, and in every comparison.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from relnet.case.models import Person, State, Use
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import TEAM, Blank, Level, Phase, RelationshipType, Track, UseKind
from relnet.network.graph import CaseNetwork, is_active, is_harmful_only
from relnet.network.siloed import PATTERN, Part

Line = Track | RelationshipType
"""What a row of the grid stands for."""

_LEVELS = (Level.PRACTICE, Level.PLANNED, Level.AMBITION)
_TYPES_OF_TRACK: Mapping[Track, tuple[RelationshipType, ...]] = {
    track: tuple(kind for kind, own in TRACK_OF_TYPE.items() if own is track) for track in Track
}


class Rows(StrEnum):
    """What the rows are."""

    TRACK = "track"
    TYPE = "type"


class Columns(StrEnum):
    """What the columns are."""

    PHASE = "phase"
    STAGE = "stage"


class Standing(StrEnum):
    """How a use in one cell stands to the same cell of another grid."""

    BOTH = "both"
    OTHER_LEVEL = "other_level"
    ONLY = "only"
    NOT_RECORDED = "not_recorded"
    """The other cell does not have it, and was not recorded: nobody can say."""


@dataclass(frozen=True, slots=True)
class HeldUse:
    """One use in a cell, with the most real level that was told, and every telling of it."""

    use: UseKind
    level: Level
    told: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class FocusCell:
    """One row at one column.

    Attributes:
        line: the row.
        stages: the numbers of the column's stages; none where the case does not tell of it.
        held: the uses, in the order of ``UseKind``.
        not_recorded: those of the stages at which the row's uses were not recorded.
        blanks: what is said of stages at which the row shows nobody, by stage.
        there: the relationships that are active at one of the stages, as ids; those that
            bring harm alone are not in it.
        harmful: those that bring harm alone.
    """

    line: Line
    stages: tuple[int, ...]
    held: tuple[HeldUse, ...]
    not_recorded: tuple[int, ...]
    blanks: Mapping[int, Blank]
    there: tuple[str, ...] = ()
    harmful: tuple[str, ...] = ()

    @property
    def level(self) -> Level | None:
        """The most real level in the cell; None where it holds no use."""
        levels = {held.level for held in self.held}
        return next((level for level in _LEVELS if level in levels), None)

    @property
    def is_recorded(self) -> bool:
        """Whether the uses of every stage were recorded, so that none means none."""
        return bool(self.stages) and not self.not_recorded

    def use(self, kind: UseKind) -> HeldUse | None:
        """Give one use; None where the cell does not hold it."""
        return next((held for held in self.held if held.use is kind), None)


@dataclass(frozen=True, slots=True)
class FocusGrid:
    """All cells, row by row; ``columns`` holds the stages of each column."""

    lines: tuple[Line, ...]
    columns: tuple[tuple[int, ...], ...]
    cells: tuple[tuple[FocusCell, ...], ...]

    @property
    def in_practice(self) -> int:
        """How many cells have a use in practice."""
        return sum(cell.level is Level.PRACTICE for row in self.cells for cell in row)

    @property
    def recorded(self) -> int:
        """How many cells say: those in practice, and those recorded at every stage."""
        return sum(cell.level is Level.PRACTICE or cell.is_recorded for cell in self._told)

    @property
    def not_recorded(self) -> int:
        """How many cells of stages that the case tells of do not say."""
        return len(self._told) - self.recorded

    @property
    def _told(self) -> list[FocusCell]:
        return [cell for row in self.cells for cell in row if cell.stages]


def lines_of(rows: Rows) -> tuple[Line, ...]:
    """Give the rows of a grid."""
    return tuple(Track) if rows is Rows.TRACK else tuple(RelationshipType)


def columns_of(network: CaseNetwork, columns: Columns) -> tuple[tuple[int, ...], ...]:
    """Give the stages of each column; a phase that the case does not tell of has none."""
    stages = network.case.stages
    if columns is Columns.STAGE:
        return tuple((number,) for number in range(len(stages)))
    return tuple(tuple(n for n, stage in enumerate(stages) if stage.phase is p) for p in Phase)


def focus_grid(
    network: CaseNetwork,
    rows: Rows,
    columns: Sequence[Sequence[int]],
    perspective: str = TEAM,
) -> FocusGrid:
    """Give the grid of a case.

    Each use counts once: in the first track of its relationship, or in the type of the
    person it is through. A type's uses are recorded at a stage where those of its track are,
    and of every other track that counts a relationship of this type.

    Args:
        network: the case's network.
        rows: tracks or types.
        columns: the stages of each column, by number (``columns_of``).
        perspective: whose view of who is there; the uses are the same for all.
    """
    found = tuple(tuple(stages) for stages in columns)
    told = [_line(network, line, rows, perspective) for line in lines_of(rows)]
    cells = tuple(tuple(_cell(network, row, stages) for stages in found) for row in told)
    return FocusGrid(lines_of(rows), found, cells)


def pattern_grid(network: CaseNetwork, rows: Rows, columns: Sequence[Sequence[int]]) -> FocusGrid:
    """Give the published siloed pattern on the columns of a case.

    The pattern is told by phase: every stage of a phase has it, and the last stage during
    relocation what it says of the time near the end as well. A column of no stage stands for
    the phase at its place.
    """
    phases = [stage.phase for stage in network.case.stages]
    lines = lines_of(rows)
    parts = [_parts(phases, place, stages) for place, stages in enumerate(columns)]
    found = tuple(tuple(part) for part in columns)
    cells = tuple(
        tuple(_pattern_cell(line, *told) for told in zip(found, parts, strict=True))
        for line in lines
    )
    return FocusGrid(lines, found, cells)


def standing(held: HeldUse, other: FocusCell) -> Standing:
    """Say how a use stands to another grid's cell."""
    found = other.use(held.use)
    if found is not None:
        return Standing.BOTH if found.level is held.level else Standing.OTHER_LEVEL
    return Standing.ONLY if other.is_recorded else Standing.NOT_RECORDED


def line_of(network: CaseNetwork, relationship: str, rows: Rows) -> Line:
    """Give the row of a relationship with the young person."""
    found = network.relationships[relationship]
    if rows is Rows.TRACK:
        return found.tracks[0]
    member = network.members[found.from_]
    return member.type if isinstance(member, Person) else RelationshipType.COMMUNITY


@dataclass(frozen=True, slots=True)
class _Line:
    """What a row draws on, looked up once for all its cells.

    Attributes:
        line: the row.
        states: its relationships with their states, one a stage.
        uses: what professionals do through these relationships.
        tracks: the tracks that must be recorded before a cell that holds nothing means none.
    """

    line: Line
    states: Mapping[str, tuple[State | None, ...]]
    uses: tuple[Use, ...]
    tracks: frozenset[Track]


def _line(network: CaseNetwork, line: Line, rows: Rows, perspective: str) -> _Line:
    parts = [
        part
        for part in network.case.relationships
        if part.with_young_person and line_of(network, part.id, rows) is line
    ]
    states = {part.id: network.states(part.id, perspective) for part in parts}
    counted = {part.tracks[0] for part in parts}
    uses = tuple(use for use in network.case.uses if use.relationship in states)
    return _Line(line, states, uses, frozenset((_track_of(line), *counted)))


def _track_of(line: Line) -> Track:
    return line if isinstance(line, Track) else TRACK_OF_TYPE[line]


def _cell(network: CaseNetwork, row: _Line, stages: tuple[int, ...]) -> FocusCell:
    told = [network.case.stages[number] for number in stages]
    ids = {stage.id for stage in told}
    there, harmful = _there(row, stages)
    recorded = network.recorded_tracks
    track = _track_of(row.line)
    return FocusCell(
        line=row.line,
        stages=stages,
        held=_held([use for use in row.uses if use.stage in ids]),
        not_recorded=tuple(number for number in stages if not row.tracks <= recorded[number]),
        blanks={
            number: stage.blanks[track]
            for number, stage in zip(stages, told, strict=True)
            if track in stage.blanks
        },
        there=there,
        harmful=harmful,
    )


def _held(uses: Sequence[Use]) -> tuple[HeldUse, ...]:
    found = []
    for kind in UseKind:
        told = tuple(use for use in uses if use.use is kind)
        levels = {use.level for use in told}
        if told:
            found.append(HeldUse(kind, next(level for level in _LEVELS if level in levels), told))
    return tuple(found)


def _there(row: _Line, stages: Sequence[int]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the relationships that are active in a cell, and apart those of harm alone."""
    there: list[str] = []
    harmful: list[str] = []
    for relationship, states in row.states.items():
        active = [state for n in stages if (state := states[n]) is not None and is_active(state)]
        if active:
            only_harm = all(is_harmful_only(state) for state in active)
            (harmful if only_harm else there).append(relationship)
    return tuple(there), tuple(harmful)


def _parts(phases: Sequence[Phase], place: int, stages: Sequence[int]) -> tuple[Part, ...]:
    """Give the parts of the pattern that a column of a case covers."""
    told = {phases[number] for number in stages} or {tuple(Phase)[place]}
    during = [number for number, phase in enumerate(phases) if phase is Phase.DURING]
    near_the_end = Phase.DURING in told and (not stages or during[-1] in stages)
    found = [part for part in Part if part.value in {phase.value for phase in told}]
    return (*found, Part.NEAR_THE_END) if near_the_end else tuple(found)


def _pattern_cell(line: Line, stages: tuple[int, ...], parts: tuple[Part, ...]) -> FocusCell:
    held = []
    for part in parts:
        told = PATTERN[part]
        own: tuple[Line, ...] = (told.track, *_TYPES_OF_TRACK[told.track])
        if any(line is each for each in own):
            held.append(HeldUse(told.use, told.level, ()))
    held.sort(key=lambda each: tuple(UseKind).index(each.use))
    return FocusCell(line, stages or (0,), tuple(held), (), {})
