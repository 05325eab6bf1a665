"""Ego-network density: how many of the young person's people know each other."""

from dataclasses import dataclass

from relnet.network.measures.ego import EgoNetwork


@dataclass(frozen=True, slots=True)
class Density:
    """Pairs of alters that are tied, out of all pairs."""

    tied: int
    pairs: int

    @property
    def value(self) -> float | None:
        """Tied pairs / pairs, from 0 to 1; None where there are fewer than two alters."""
        return self.tied / self.pairs if self.pairs else None


def density(ego: EgoNetwork) -> Density:
    """Count the pairs of alters that are tied.

    Definition: ties among alters, against all that there could be; the young person, who is
    tied to everybody, is removed. High density is not good in itself: a friendship group
    that harms may be dense, and so may a family that closes up.

    Formula: ties / (n(n - 1) / 2), n = the number of alters.

    Source: Wasserman & Faust 1994, Social Network Analysis, ch. 4.

    Args:
        ego: the network around the young person.

    Returns:
        The counts; the share is None for the empty network and for a single alter, and 0
        where two or more alters are all isolates.
    """
    number = ego.alters.number_of_nodes()
    return Density(ego.alters.number_of_edges(), number * (number - 1) // 2)
