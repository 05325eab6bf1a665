"""The E-I index: whether the young person's people know each other across the tracks."""

from collections.abc import Mapping
from dataclasses import dataclass

from relnet.case.vocabulary import Track
from relnet.network.measures.ego import EgoNetwork


@dataclass(frozen=True, slots=True)
class EIIndex:
    """Ties among the alters: ``external`` ones cross the tracks, ``internal`` ones do not."""

    external: int
    internal: int

    @property
    def value(self) -> float | None:
        """The index, from -1 (all within) to 1 (all across); None where there is no tie."""
        ties = self.external + self.internal
        return (self.external - self.internal) / ties if ties else None


def ei_index(ego: EgoNetwork, lanes: Mapping[str, Track]) -> EIIndex:
    """Count the ties among the alters that cross the tracks, and those that stay within one.

    Definition: a tie is external where its two ends stand in different tracks' lanes.

    Formula: (external - internal) / (external + internal).

    Source: Krackhardt & Stern 1988, Social Psychology Quarterly 51(2), 123-140.

    Args:
        ego: the network around the young person, the young person removed.
        lanes: the lane of every person and setting (``CaseNetwork.lanes``).

    Returns:
        The counts; the index is None for the empty network, and where all are isolates.
    """
    edges = ego.alters.edges
    external = sum(lanes[one] is not lanes[other] for one, other in edges)
    return EIIndex(external, len(edges) - external)
