"""Where others see a relationship otherwise than the perspective that is shown."""

from relnet.case.models import State
from relnet.case.vocabulary import Status
from relnet.network.graph import CaseNetwork, Tie


def disagree(one: State, other: State) -> bool:
    """Compare what both have said; what the other leaves open is no difference.

    Somebody who knows where this one does not is a difference: it answers the question.
    """
    status = None if other.status is Status.NOT_KNOWN else other.status
    pairs = (
        (one.status, status),
        (one.strength, other.strength),
        (set(one.influence), set(other.influence)),
    )
    return any(mine and theirs and mine != theirs for mine, theirs in pairs)


def other_views(network: CaseNetwork, tie: Tie, stage: int) -> tuple[State, ...]:
    """Give the states of those who see a relationship otherwise at a stage."""
    told = dict.fromkeys(state.perspective for state in tie.relationship.states)
    states = [
        network.states(tie.id, perspective)[stage]
        for perspective in told
        if perspective != tie.state.perspective
    ]
    return tuple(state for state in states if state is not None and disagree(tie.state, state))
