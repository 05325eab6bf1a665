"""Attention evenness: how evenly the uses in practice are spread over the three tracks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import fsum, log

from relnet.case.vocabulary import Level, Track
from relnet.network.attention import Attention


@dataclass(frozen=True, slots=True)
class Evenness:
    """Uses in practice by track, and how evenly they are spread.

    Attributes:
        uses: uses in practice, one number for each track, in the order of ``Track``.
        not_recorded: tracks that were not recorded at a stage that was counted.
        stages: how many stages were counted.
    """

    uses: tuple[int, ...]
    not_recorded: tuple[Track, ...]
    stages: int = 1

    @property
    def value(self) -> float | None:
        """Pielou's J; None where there is no use in practice, or a track was not recorded."""
        return None if self.not_recorded else pielou(self.uses)


def pielou(counts: Sequence[int]) -> float | None:
    """Give Pielou's evenness with the number of kinds fixed, empty kinds included.

    Definition: the Shannon entropy of the shares, against the most that it can be with this
    many kinds: 1 where all kinds have as many, 0 where one kind has all.

    Formula: J = -Σ pᵢ ln pᵢ / ln S, pᵢ = countᵢ / Σ counts, S = the number of kinds given.
    Ecology takes S as the kinds that were seen, and so calls (3, 3, 0) perfectly even; here
    the three tracks are given, and an empty one must count.

    Source: Pielou 1966, J. Theor. Biol. 13, 131-144.

    Args:
        counts: how many there are of each kind, zeros included; none is negative.

    Returns:
        J from 0 to 1. None where all counts are 0 or there are fewer than two kinds: then
        there is nothing to be even.
    """
    total = sum(counts)
    if total == 0 or len(counts) < 2:  # noqa: PLR2004 - one kind has nothing to share with
        return None
    shares = [count / total for count in counts if count]
    entropy = -fsum(share * log(share) for share in shares)
    # Rounding may leave a hair over 1, and a minus before the 0 of a single kind.
    return min(1.0, abs(entropy) / log(len(counts)))


def evenness(told: Attention) -> Evenness:
    """Give the attention evenness of a stage.

    Definition: Pielou's J over the uses in practice, each counted once in the first track of
    its relationship; S = 3.

    Args:
        told: where attention goes at the stage.

    Returns:
        The counts and J; J is None for the empty network, and where a track was not
        recorded: its number is not known, and not 0.
    """
    return Evenness(_uses(told), told.not_recorded)


def evenness_over(stages: Iterable[Attention]) -> Evenness:
    """Give the evenness of the uses of several stages added up.

    It hides what each stage shows: three stages with one track each, in turn, are perfectly
    even. Stages where a track was not recorded are left out.

    Args:
        stages: where attention goes at each stage.

    Returns:
        The sums and J, with the number of stages that were counted; J is None where none was.
    """
    counted = [told for told in stages if not told.not_recorded]
    columns = zip(*(_uses(told) for told in counted), strict=True)
    sums = tuple(sum(column) for column in columns) or (0,) * len(Track)
    return Evenness(sums, (), len(counted))


def _uses(told: Attention) -> tuple[int, ...]:
    found = dict.fromkeys(Track, 0)
    for cell in told.cells:
        found[cell.track] += sum(use.level is Level.PRACTICE for use in cell.uses)
    return tuple(found.values())
