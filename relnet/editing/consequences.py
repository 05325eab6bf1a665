"""What a change of the timeline does to the rest of a case, to be said before it is done."""

from collections.abc import Iterator
from dataclasses import dataclass

from relnet.case.models import Case, Event, Relationship, State, Use
from relnet.case.timeline import views
from relnet.case.vocabulary import Status

_At = tuple[str, str]
"""A relationship and a perspective."""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A relationship that is other than before at a stage, as a perspective sees it.

    None stands where it is not there.
    """

    relationship: str
    perspective: str
    stage: str
    before: State | None
    after: State | None

    @property
    def becomes_not_known(self) -> bool:
        """Whether something was known of it, and is not now."""
        unknown = (None, Status.NOT_KNOWN)
        was = self.before.status if self.before is not None else None
        return (
            was not in unknown and self.after is not None and self.after.status is Status.NOT_KNOWN
        )


@dataclass(frozen=True, slots=True)
class RecordedState:
    """A state that was recorded, with the relationship that it is of."""

    relationship: str
    state: State


@dataclass(frozen=True, slots=True)
class Consequences:
    """What is other after a change; all of it by the ids of the case before it.

    ``states`` are about the stages and relationships that are in both cases. What was told at
    a stage that is gone counts as gone only if neither of its neighbours says the same now.
    """

    states: tuple[StateChange, ...] = ()
    stages_gone: tuple[str, ...] = ()
    relationships_gone: tuple[Relationship, ...] = ()
    recorded_gone: tuple[RecordedState, ...] = ()
    uses_gone: tuple[Use, ...] = ()
    events_gone: tuple[Event, ...] = ()
    events_off_the_timeline: tuple[Event, ...] = ()
    """Events that stay, but belong to no stage now."""

    @property
    def not_known(self) -> tuple[StateChange, ...]:
        """The states that become not known."""
        return tuple(state for state in self.states if state.becomes_not_known)

    @property
    def nothing(self) -> bool:
        """Whether all stays as it is."""
        return self == Consequences()


def consequences(before: Case, after: Case) -> Consequences:
    """Compare a case with what an operation would make of it.

    Args:
        before: the case.
        after: the case after the operation (``perform``).
    """
    ids = {event.id: event for event in after.events if event.id is not None}
    stages = {stage.id for stage in after.stages}
    ties = {tie.id for tie in after.relationships}
    found = _Comparison(before, after)
    return Consequences(
        states=tuple(found.states()),
        stages_gone=tuple(stage.id for stage in before.stages if stage.id not in stages),
        relationships_gone=tuple(tie for tie in before.relationships if tie.id not in ties),
        recorded_gone=tuple(found.recorded_gone()),
        uses_gone=tuple(found.uses_gone()),
        events_gone=tuple(
            event for event in before.events if event.id not in ids and event not in after.events
        ),
        events_off_the_timeline=tuple(
            event
            for event in before.events
            if event.stage is not None and event.id in ids and ids[event.id].stage is None
        ),
    )


class _Comparison:
    """Two cases, and what holds at each of their stages."""

    def __init__(self, before: Case, after: Case) -> None:
        self._before = before
        self._stages = [stage.id for stage in before.stages]
        self._there = {stage.id for stage in after.stages}
        kept = {tie.id for tie in after.relationships}
        self._both = {tie.id for tie in before.relationships} & kept
        self._was = _resolved(before)
        self._now = _resolved(after)
        self._recorded = {
            (tie.id, state.perspective, state.stage)
            for tie in after.relationships
            for state in tie.states
        }
        self._uses = {_told_at(use, use.stage) for use in after.uses}
        self._use_keys = {_use_key(use) for use in after.uses}

    def states(self) -> Iterator[StateChange]:
        """Find what is other at the stages and relationships that are in both."""
        for key in dict.fromkeys((*self._was, *self._now)):
            was, now = self._was.get(key, {}), self._now.get(key, {})
            for stage in self._stages if key[0] in self._both else ():
                before, after = was.get(stage), now.get(stage)
                if stage in self._there and not _alike(before, after):
                    yield StateChange(*key, stage, before, after)

    def recorded_gone(self) -> Iterator[RecordedState]:
        """Find the recorded states of relationships that stay which are recorded no more."""
        for tie in self._before.relationships:
            if tie.id not in self._both:
                continue
            for state in tie.states:
                if not self._still_recorded(tie.id, state):
                    yield RecordedState(tie.id, state)

    def uses_gone(self) -> Iterator[Use]:
        """Find the uses that are told no more."""
        for use in self._before.uses:
            if use.stage in self._there:
                kept = _use_key(use) in self._use_keys
            else:
                beside = self._beside(use.stage)
                kept = any(_told_at(use, stage) in self._uses for stage in beside)
            if not kept:
                yield use

    def _still_recorded(self, tie: str, state: State) -> bool:
        if state.stage in self._there:
            return (tie, state.perspective, state.stage) in self._recorded
        now = self._now.get((tie, state.perspective), {})
        return any(_alike(now.get(stage), state) for stage in self._beside(state.stage))

    def _beside(self, stage: str) -> list[str]:
        """Give the stages on both sides of one that is gone."""
        number = self._stages.index(stage)
        beside = self._stages[max(number - 1, 0) : number] + self._stages[number + 1 : number + 2]
        return [other for other in beside if other in self._there]


def _resolved(case: Case) -> dict[_At, dict[str, State | None]]:
    stages = [stage.id for stage in case.stages]
    return {
        (tie, perspective): dict(zip(stages, states, strict=True))
        for tie, told in views(case).items()
        for perspective, states in told.items()
    }


def _alike(one: State | None, other: State | None) -> bool:
    """Whether two states say the same, wherever each was recorded."""
    if one is None or other is None:
        return one is other
    return one.model_copy(update={"stage": other.stage}) == other


def _use_key(use: Use) -> tuple[str, str, str]:
    return use.stage, use.relationship, use.use


def _told_at(use: Use, stage: str) -> tuple[object, ...]:
    """Give what a use would say at a stage."""
    return stage, use.relationship, use.use, use.level, use.held_by
