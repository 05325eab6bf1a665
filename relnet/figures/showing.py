"""Show and hide: which relationships of a case a reader has on the screen.

The same rules as those of the page (``assets/case_filters.js``), for what leaves it as a file.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from relnet.case.leaving_out import without
from relnet.case.models import Relationship
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.figures.lines import tie_tags
from relnet.network.graph import CaseNetwork, Tie, build_network

_GROUPS = ("track-", "status-", "influence-", "use-")


@dataclass(frozen=True, slots=True)
class Showing:
    """What a page hides (``hide``), and to what it narrows its pictures down (``only``).

    Both hold the names that stand in the address: "track-trusted", "status-broken", "planned".
    """

    hide: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left of a case.

    Attributes:
        network: its network.
        left_out: how many relationships with the young person are not in it.
    """

    network: CaseNetwork
    left_out: int


def read_showing(hide: str, only: str) -> Showing:
    """Read the two lists as they stand in an address ("status-broken.track-trusted")."""
    first, second = (frozenset(filter(None, text.split("."))) for text in (hide, only))
    return Showing(first, second)


def asked_showing(args: Mapping[str, str]) -> Showing:
    """Read what a page's address hides, and to what it narrows its pictures down."""
    return read_showing(args.get("hide", ""), args.get("only", ""))


def shown_part(network: CaseNetwork, perspective: str, showing: Showing, stage: int) -> Shown:
    """Give what is left of a case for somebody who may have no more than what is on the screen.

    Args:
        network: the whole case's network.
        perspective: whose view it is. Relationships of which it tells nothing are left out.
        showing: what is hidden. Relationships that it hides at any stage are left out, and
            those that it does not narrow down to at this stage.
        stage: the stage that is on the screen.
    """
    left_out = frozenset(
        part.id
        for part in network.case.relationships
        if not _is_shown(network, part, perspective, showing, stage)
    )
    if not left_out:
        return Shown(network, 0)
    voice = YOUNG_PERSON if perspective == TEAM else perspective
    own = [key for key in left_out if network.relationships[key].with_young_person]
    return Shown(build_network(without(network.case, left_out, voice)), len(own))


def _is_shown(
    network: CaseNetwork, part: Relationship, perspective: str, showing: Showing, stage: int
) -> bool:
    ties = [network.tie(part, n, perspective) for n in range(len(network.case.stages))]
    if not any(ties):
        return False
    if showing.only and not _is_wanted(ties[stage], showing.only):
        return False
    return not any(tie and _is_hidden(network, tie, showing.hide) for tie in ties)


def _is_wanted(tie: Tie | None, only: frozenset[str]) -> bool:
    if tie is None or not tie.relationship.with_young_person:
        return False
    return only <= set(tie_tags(tie, differs=False))


def _is_hidden(network: CaseNetwork, tie: Tie, hide: frozenset[str]) -> bool:
    if not tie.relationship.with_young_person:
        ends = (tie.relationship.from_, tie.relationship.to)
        tracks = {f"track-{network.lanes[end].value}" for end in ends}
        return "between" in hide or bool(tracks & hide)
    tags = tie_tags(tie, differs=False)
    told = ([tag for tag in tags if tag.startswith(group)] for group in _GROUPS)
    return any(group and hide.issuperset(group) for group in told)
