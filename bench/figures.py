"""What is told of many measured values, and the aims that they are held against."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median


@dataclass(frozen=True)
class Spread:
    """Many values in two numbers."""

    median: float
    p95: float
    count: int


@dataclass(frozen=True)
class Aim:
    """A figure and the most that it may be; the text says of what (issue: "≤ 0.4 of …")."""

    what: str
    most: float
    figure: float | None
    unit: str = ""

    @property
    def met(self) -> bool | None:
        """Whether the aim is met; None where there is no figure."""
        return None if self.figure is None else self.figure <= self.most


def spread(values: Sequence[float]) -> Spread:
    """Give the median and the 95th percentile (the nearest value at or above it).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("there are no values to tell of")
    in_order = sorted(values)
    return Spread(median(in_order), in_order[ceil(0.95 * len(in_order)) - 1], len(in_order))


def middle(values: Sequence[float | None]) -> float | None:
    """Give the median; None where a value is missing."""
    there = [value for value in values if value is not None]
    return median(there) if there and len(there) == len(values) else None


def ratio(part: float | None, whole: float | None) -> float | None:
    """Divide; None where a value is missing."""
    return None if part is None or not whole else part / whole
