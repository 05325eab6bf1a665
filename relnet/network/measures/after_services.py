"""After services end: which relationships are left when those with a time limit stop."""

from dataclasses import dataclass

from relnet.case.models import Person
from relnet.case.vocabulary import TEAM, Status
from relnet.network.graph import CaseNetwork, Tie, is_active, is_harmful_only


@dataclass(frozen=True, slots=True)
class AfterServices:
    """The relationships of a stage by what becomes of them; each field holds their ids.

    Attributes:
        stay: active, and not time-limited.
        stop: active, and time-limited.
        not_known: not known at the stage, and not time-limited.
        harmful: active, not time-limited, and bringing harm alone: in none of the others.
    """

    stay: tuple[str, ...]
    stop: tuple[str, ...]
    not_known: tuple[str, ...]
    harmful: tuple[str, ...]


def after_services(network: CaseNetwork, stage: int, perspective: str = TEAM) -> AfterServices:
    """Give the active relationships that are left when services end.

    Definition: active relationships with the young person whose person is not marked as
    time-limited. A person without the mark, and a setting, is not time-limited.

    Source: Firmin & Owens 2022, findings (practitioners' relationships are largely
    time-limited, those with family, peers and communities enduring).

    Args:
        network: the case's network.
        stage: the stage's number.
        perspective: whose view of the relationships.

    Returns:
        The ids of the relationships, in the order of the file; all empty for the empty network.
    """
    own = network.own_ties(stage, perspective)
    active = [tie for tie in own if is_active(tie.state)]
    plain = [tie for tie in active if not is_harmful_only(tie.state)]
    return AfterServices(
        stay=tuple(tie.id for tie in plain if not _is_limited(network, tie)),
        stop=tuple(tie.id for tie in plain if _is_limited(network, tie)),
        not_known=tuple(
            tie.id
            for tie in own
            if tie.state.status is Status.NOT_KNOWN
            and not is_harmful_only(tie.state)
            and not _is_limited(network, tie)
        ),
        harmful=tuple(
            tie.id for tie in active if is_harmful_only(tie.state) and not _is_limited(network, tie)
        ),
    )


def _is_limited(network: CaseNetwork, tie: Tie) -> bool:
    member = network.members[tie.relationship.from_]
    return isinstance(member, Person) and member.time_limited is True
