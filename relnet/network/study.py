"""The paper's own numbers (Firmin & Owens 2022), as typed data with unit and section.

Counts of different units stand beside each other and are never added: a reference is a
passage, a participant a person, and one participant may stand in several rows.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import RelationshipType, Track, UseKind
from relnet.resources import sample_cases_folder


class Unit(StrEnum):
    """What a number of the paper counts."""

    REFERENCES = "references"
    PARTICIPANTS = "participants"
    INTERVIEWS = "interviews"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True)
class Total:
    """How many there were of one unit in the whole study."""

    unit: Unit
    count: int
    about: str
    section: str


@dataclass(frozen=True, slots=True)
class TypeCount:
    """One number of the paper's Table 2."""

    type: RelationshipType
    unit: Unit
    count: int
    section: str


@dataclass(frozen=True, slots=True)
class ThemeCount:
    """One number that the findings state of a use and a type of relationship.

    ``count`` is None where the paper tells it in words and gives no number.
    """

    theme: UseKind
    type: RelationshipType
    unit: Unit
    count: int | None
    about: str
    section: str


@dataclass(frozen=True, slots=True)
class Study:
    """All the numbers that the paper states of relationships, in the order of the paper."""

    totals: tuple[Total, ...]
    types: tuple[TypeCount, ...]
    themes: tuple[ThemeCount, ...]

    def total(self, unit: Unit) -> int | None:
        """Give how many there were of a unit; None where the paper does not state it."""
        return next((total.count for total in self.totals if total.unit is unit), None)

    def type_count(self, relationship_type: RelationshipType, unit: Unit) -> int | None:
        """Give a number of Table 2; None where the table has no such unit."""
        return next(
            (
                found.count
                for found in self.types
                if found.type is relationship_type and found.unit is unit
            ),
            None,
        )

    def about(self, theme: UseKind, relationship_type: RelationshipType) -> tuple[ThemeCount, ...]:
        """Give what the findings state of one use and one type; often in several units."""
        return tuple(
            found
            for found in self.themes
            if found.theme is theme and found.type is relationship_type
        )

    def references_by_track(self) -> dict[Track, int]:
        """Give the references of Table 2 by track: peers and community are one.

        Only references can be added, since each belongs to one type.
        """
        found = dict.fromkeys(Track, 0)
        for row in self.types:
            if row.unit is Unit.REFERENCES:
                found[TRACK_OF_TYPE[row.type]] += row.count
        return found


def read_study(folder: Path | None = None) -> Study:
    """Read the numbers that travel with relnet.

    Args:
        folder: where the three files lie; without it ``sample_cases/study``.

    Raises:
        OSError: a file is not there.
        KeyError: a column is missing.
        ValueError: a value is no number, or a word that the column does not know.
    """
    place = folder if folder is not None else sample_cases_folder() / "study"
    return Study(
        totals=tuple(
            Total(Unit(row["unit"]), int(row["count"]), row["about"], row["section"])
            for row in _rows(place / "totals.csv")
        ),
        types=tuple(
            TypeCount(
                RelationshipType(row["type"]), Unit(row["unit"]), int(row["count"]), row["section"]
            )
            for row in _rows(place / "relationship-types.csv")
        ),
        themes=tuple(_theme(row) for row in _rows(place / "themes.csv")),
    )


def _theme(row: dict[str, str]) -> ThemeCount:
    return ThemeCount(
        theme=UseKind(row["theme"]),
        type=RelationshipType(row["type"]),
        unit=Unit(row["unit"]),
        count=int(row["count"]) if row["count"] else None,
        about=row["about"],
        section=row["section"],
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)
