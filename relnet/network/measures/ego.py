"""The network that structure is measured on: the young person's people, and who knows whom."""

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx

from relnet.case.vocabulary import TEAM, Status
from relnet.network.graph import CaseNetwork, Tie, is_active, is_harmful_only


@dataclass(frozen=True)
class EgoNetwork:
    """Those with an active relationship with the young person, and the ties among them.

    Attributes:
        alters: a simple graph without the young person: people and settings (*alters*) as
            nodes; two are joined once, however many active ties they have.
        harmful: those whose every active relationship brings harm alone: not among the alters.
        not_known: those whose relationship is not known: not among the alters.
        harmful_ties: active ties among the alters that bring harm alone: not in the graph.
        ties_not_known: ties among the alters that are not known: not in the graph.
    """

    alters: "nx.Graph[str]"
    harmful: tuple[str, ...]
    not_known: tuple[str, ...]
    harmful_ties: tuple[str, ...]
    ties_not_known: tuple[str, ...]


def ego_network(network: CaseNetwork, stage: int, perspective: str = TEAM) -> EgoNetwork:
    """Give the network around the young person at a stage, as a simple graph.

    Every tie counts 1: strength is a word with an order and no size, and often not recorded.
    Simple, because measures on a multigraph would count two ties of a pair as two people.

    Args:
        network: the case's network.
        stage: the stage's number.
        perspective: whose view of the relationships.

    Returns:
        The network; for a stage without relationships its graph is empty.
    """
    ties = network.ties(stage, perspective)
    own = [tie for tie in ties if tie.relationship.with_young_person]
    alters, harmful = _members(own)
    among = [
        tie
        for tie in ties
        if tie.relationship.from_ != tie.relationship.to
        and tie.relationship.from_ in alters
        and tie.relationship.to in alters
    ]
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(alters)
    graph.add_edges_from((t.relationship.from_, t.relationship.to) for t in among if _counts(t))
    return EgoNetwork(
        alters=graph,
        harmful=tuple(harmful),
        not_known=tuple(
            member
            for member in dict.fromkeys(tie.relationship.from_ for tie in _not_known(own))
            if member not in alters
        ),
        harmful_ties=tuple(t.id for t in among if is_active(t.state) and is_harmful_only(t.state)),
        ties_not_known=tuple(tie.id for tie in _not_known(among)),
    )


def _members(own: Iterable[Tie]) -> tuple[dict[str, None], list[str]]:
    """Give those with an active relationship: the alters, and those who bring harm alone."""
    active = [tie for tie in own if is_active(tie.state)]
    alters = dict.fromkeys(tie.relationship.from_ for tie in active if _counts(tie))
    harmful = dict.fromkeys(tie.relationship.from_ for tie in active)
    return alters, [member for member in harmful if member not in alters]


def _counts(tie: Tie) -> bool:
    return is_active(tie.state) and not is_harmful_only(tie.state)


def _not_known(ties: Iterable[Tie]) -> list[Tie]:
    return [
        tie
        for tie in ties
        if tie.state.status is Status.NOT_KNOWN and not is_harmful_only(tie.state)
    ]
