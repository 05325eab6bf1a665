"""The measures of a case as rows: one for each number, with those who are in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from relnet.case.names import Names
from relnet.case.vocabulary import Track
from relnet.figures.words_measures import Measure
from relnet.network.attention import Overlooked
from relnet.network.change_summary import ChangeSummary, TrackChanges
from relnet.network.graph import CaseNetwork
from relnet.network.measures.after_services import AfterServices
from relnet.network.measures.resting import StageOnOne
from relnet.network.measures.retention import Turnover
from relnet.network.measures.together import CaseMeasures, StageMeasures

_OF_ROLES = (Measure.ROLE_RETENTION, Measure.ROLE_TURNOVER, Measure.REPLACED)


@dataclass(frozen=True, slots=True)
class Row:
    """One number.

    Attributes:
        stage: the stage's id; None for all stages together.
        since: the id of the stage that it is compared with; None for a measure of one stage.
        measure: the measure.
        track: the track; None for all.
        value: the share or index; None where it is undefined, and where there is only a count.
        count: what was counted; None where the measure is no count.
        of: of how many; None where nothing stands against the count.
        who: the people, places or roles in it, each once.
    """

    stage: str | None
    since: str | None
    measure: Measure
    track: Track | None
    value: float | None
    count: int | None
    of: int | None
    who: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Number:
    """A row's numbers; ``who`` holds ids of members or relationships, or roles."""

    measure: Measure
    value: float | None = None
    count: int | None = None
    of: int | None = None
    who: tuple[str, ...] = ()
    track: Track | None = None


def overall_rows(measures: CaseMeasures) -> list[Row]:
    """Give the row of attention evenness over all stages; none where no stage was counted."""
    found = measures.evenness
    if not found.stages:
        return []
    return [Row(None, None, Measure.EVENNESS, None, found.value, sum(found.uses), None, ())]


def stage_rows(network: CaseNetwork, found: StageMeasures, names: Names) -> list[Row]:
    """Give the rows of one stage."""
    stage = network.case.stages[found.stage].id
    return [_row(network, names, (stage, None), number) for number in _of_stage(found)]


def step_rows(network: CaseNetwork, found: ChangeSummary, names: Names) -> list[Row]:
    """Give the rows of what changed between two stages, for all tracks and for each."""
    stages = network.case.stages
    where = (stages[found.second].id, stages[found.first].id)
    numbers = (number for part in found.tracks for number in _of_step(part))
    return [_row(network, names, where, number) for number in numbers]


def _row(network: CaseNetwork, names: Names, where: tuple[str, str | None], number: _Number) -> Row:
    if number.measure in _OF_ROLES:
        who = [names.text(role) for role in number.who]
    else:
        relationships = network.relationships
        ends = (relationships[i].from_ if i in relationships else i for i in number.who)
        who = [names.of(member) for member in ends]
    return Row(
        *where,
        measure=number.measure,
        track=number.track,
        value=number.value,
        count=number.count,
        of=number.of,
        who=tuple(dict.fromkeys(who)),
    )


def _of_stage(found: StageMeasures) -> Iterator[_Number]:
    told = found.coverage
    yield _Number(Measure.COVERAGE, told.cell_share, told.cells, told.recorded_cells)
    recorded = len(Track) - len(told.not_recorded)
    yield _Number(Measure.TRACKS, told.track_share, len(told.tracks), recorded)
    yield _Number(Measure.EVENNESS, found.evenness.value, sum(found.evenness.uses))
    yield from _of_structure(found)
    yield from _of_overlooked(found.overlooked)
    resting = tuple(one.person for one in found.tracks_on_one)
    yield _Number(Measure.TRACKS_ON_ONE, None, len(resting), len(Track), resting)
    yield _of_stage_on_one(found.stage_on_one)
    yield from _of_after_services(found.after_services)


def _of_structure(found: StageMeasures) -> Iterator[_Number]:
    ego, ties = found.ego, found.ei_index
    yield _Number(Measure.NOT_KNOWN, None, len(ego.not_known), None, ego.not_known)
    yield _Number(Measure.ONLY_HARM, None, len(ego.harmful), None, ego.harmful)
    yield _Number(Measure.DENSITY, found.density.value, found.density.tied, found.density.pairs)
    yield _Number(Measure.EI_INDEX, ties.value, ties.external, ties.external + ties.internal)
    alters = ego.alters.number_of_nodes()
    yield _Number(Measure.EFFECTIVE_SIZE, found.effective_size, None, alters)
    yield _Number(Measure.CONSTRAINT, found.constraint, None, alters)


def _of_overlooked(found: tuple[Overlooked, ...]) -> Iterator[_Number]:
    for measure, harmful in ((Measure.OVERLOOKED, False), (Measure.OVERLOOKED_HARMFUL, True)):
        who = tuple(one.member for one in found if one.harmful is harmful)
        yield _Number(measure, None, len(who), None, who)


def _of_stage_on_one(found: StageOnOne) -> _Number:
    alone = (found.person,) if found.person is not None else ()
    return _Number(Measure.STAGE_ON_ONE, None, None if found.open else len(alone), None, alone)


def _of_after_services(left: AfterServices) -> Iterator[_Number]:
    active = len(left.stay) + len(left.stop)
    yield _Number(Measure.AFTER_SERVICES, None, len(left.stay), active, left.stay)
    yield _Number(Measure.AFTER_SERVICES_HARMFUL, None, len(left.harmful), None, left.harmful)


def _of_step(part: TrackChanges) -> Iterator[_Number]:
    told = part.retention
    people, roles, track = told.relationships, told.roles, part.track
    yield _kept(Measure.RETENTION, people, track)
    yield _in_both(Measure.TURNOVER, people, track)
    unknown = people.not_known
    yield _Number(Measure.NOT_KNOWN_SINCE, None, len(unknown), None, unknown, track)
    yield _kept(Measure.ROLE_RETENTION, roles, track)
    yield _in_both(Measure.ROLE_TURNOVER, roles, track)
    replaced = tuple(one.role_slot for one in part.replaced)
    yield _Number(Measure.REPLACED, None, len(replaced), None, replaced, track)
    yield _kept(Measure.HARMFUL_RETENTION, told.harmful, track)


def _kept(measure: Measure, found: Turnover, track: Track | None) -> _Number:
    kept = len(found.kept)
    return _Number(measure, found.retention, kept, kept + len(found.lost), found.kept, track)


def _in_both(measure: Measure, found: Turnover, track: Track | None) -> _Number:
    kept = len(found.kept)
    either = kept + len(found.lost) + len(found.gained)
    return _Number(measure, found.jaccard, kept, either, found.kept, track)
