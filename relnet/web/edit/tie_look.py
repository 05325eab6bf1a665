"""A relationship as its form shows it: at one stage, as one perspective sees it."""

from dataclasses import dataclass
from functools import cached_property

from relnet.case.models import Case, Relationship, Stage, State
from relnet.case.timeline import state_at
from relnet.case.vocabulary import Status
from relnet.editing.operations import SetState
from relnet.figures.refs import refs_of
from relnet.figures.words_join import with_commas
from relnet.figures.words_tie import not_known_since_move, state_facts
from relnet.network.graph import Tie
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, Sets
from relnet.wording import _


@dataclass(frozen=True)
class TieLook:
    """A relationship at the stage and in the perspective of a view."""

    view: CaseView
    tie: Relationship

    @cached_property
    def ref(self) -> str:
        """Its short name: ids may hold a name of somebody."""
        return refs_of(self.view.case)[self.tie.id]

    @property
    def stage(self) -> Stage:
        """The stage."""
        return self.view.case.stages[self.view.stage]

    @property
    def state(self) -> State | None:
        """What it is like; None where it is not there."""
        return self.view.network.states(self.tie.id, self.view.perspective)[self.view.stage]

    @property
    def recorded(self) -> State | None:
        """What this perspective has recorded at this very stage."""
        return next((state for state in self.tie.states if self._is_own(state)), None)

    @property
    def asks(self) -> bool:
        """Whether a move asks what became of it."""
        return self.state is not None and _is_asked(self.tie, self.state)

    def others_of(self, member: str) -> str:
        """Give the other end than a member."""
        return self.tie.to if self.tie.from_ == member else self.tie.from_

    def name(self, control: str) -> str:
        """Name a control, so that it is one of its kind in a form of many relationships."""
        return f"{self.ref}-{control}"

    def sets(self, field: str) -> Sets:
        """Say what a control of a field of the state sets."""
        operation = SetState(
            relationship=self.tie.id,
            stage=self.stage.id,
            perspective=self.view.perspective,
            fields={},
        )
        return Sets(operation, f"fields.{field}")

    def carries_on(self) -> str:
        """Say what would hold here if nothing were recorded at this stage."""
        tie = self.tie.model_copy(update={"states": self._without_own()})
        case = _with_tie(self.view.case, tie)
        state = state_at(case, tie.id, self.stage.id, self.view.perspective)
        if state is None:
            return _("Then nothing is recorded here.")
        if _is_asked(tie, state):
            return _("Then it is not known since the move.")
        return _("Then it is as at “{stage}”: {facts}.").format(
            stage=stage_words(self.view, state.stage), facts=facts_words(tie, state)
        )

    def _without_own(self) -> tuple[State, ...]:
        return tuple(state for state in self.tie.states if not self._is_own(state))

    def _is_own(self, state: State) -> bool:
        return state.stage == self.stage.id and state.perspective == self.view.perspective


def facts_words(tie: Relationship, state: State) -> str:
    """Say what a state tells, fact by fact."""
    return with_commas(state_facts(state, Tie(tie, state, None, ())))


def stage_words(view: CaseView, stage: str) -> str:
    """Give the label of a stage."""
    return view.names.text(view.case.stages[view.network.stage_number[stage]].label)


def yes_no() -> tuple[Choice, ...]:
    """Offer yes, no, and that it is not recorded."""
    return (Choice(True, _("yes")), Choice(False, _("no")), not_recorded())  # noqa: FBT003 - JSON


def not_recorded() -> Choice:
    """Offer to take a field out."""
    return Choice(None, _("not recorded"))


def _is_asked(tie: Relationship, state: State) -> bool:
    return state.status is Status.NOT_KNOWN and not_known_since_move(
        state, Tie(tie, state, None, ())
    )


def _with_tie(case: Case, tie: Relationship) -> Case:
    ties = tuple(tie if other.id == tie.id else other for other in case.relationships)
    return case.model_copy(update={"relationships": ties})
