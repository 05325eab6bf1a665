"""A room's own count of what it says: one press per mention, by type, use and phase.

It counts as the paper did (Firmin & Owens 2022): each mention belongs to one type of
relationship, one use and one phase. A press is no reference: the room's presses and the
paper's references stand beside each other, each as a share of its own whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Phase, RelationshipType, Track, UseKind
from relnet.network.study import Study, Unit

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Place:
    """One of the 36 places of the grid."""

    type: RelationshipType
    theme: UseKind
    phase: Phase

    @property
    def key(self) -> str:
        """Its name in pages and files: "peer.safety.during"."""
        return f"{self.type.value}.{self.theme.value}.{self.phase.value}"

    @property
    def track(self) -> Track:
        """The track that its type belongs to."""
        return TRACK_OF_TYPE[self.type]


PLACES: tuple[Place, ...] = tuple(
    Place(kind, theme, phase) for phase in Phase for kind in RelationshipType for theme in UseKind
)
"""All places, phase by phase, then type by type."""

PLACE_OF_KEY: Mapping[str, Place] = MappingProxyType({place.key: place for place in PLACES})


@dataclass(frozen=True)
class Tally:
    """What every table has pressed, in the order of pressing; it never changes itself.

    ``tables`` holds the presses by the number of the table.
    """

    tables: Mapping[int, tuple[Place, ...]]

    def pressed(self, table: int, place: Place) -> "Tally":
        """Give the tally after one more press of a table.

        Raises:
            KeyError: there is no such table.
        """
        return self._with(table, (*self.tables[table], place))

    def undone(self, table: int) -> "Tally":
        """Give the tally without the last press of a table; the same where it has none.

        Raises:
            KeyError: there is no such table.
        """
        return self._with(table, self.tables[table][:-1])

    def with_table(self, table: int) -> "Tally":
        """Give the tally with one more table, that has pressed nothing yet."""
        return self._with(table, self.tables.get(table, ()))

    def without_table(self, table: int) -> "Tally":
        """Give the tally without a table and its presses."""
        return Tally({key: kept for key, kept in self.tables.items() if key != table})

    def emptied(self) -> "Tally":
        """Give the tally with the same tables and no press."""
        return Tally(dict.fromkeys(self.tables, ()))

    def counts(self, table: int | None = None) -> dict[Place, int]:
        """Count the presses in each of the 36 places, of the room or of one table.

        Raises:
            KeyError: there is no such table.
        """
        return dict(self._of_room) if table is None else _counted(self.tables[table])

    @cached_property
    def _of_room(self) -> Mapping[Place, int]:
        """Counted once: everything that a page shows of a tally asks for it."""
        return _counted(chain.from_iterable(self.tables.values()))

    @property
    def total(self) -> int:
        """How often the whole room has pressed."""
        return sum(len(presses) for presses in self.tables.values())

    def by_type(self) -> dict[RelationshipType, int]:
        """Count the presses of each type: every press has one."""
        found = dict.fromkeys(RelationshipType, 0)
        for place, count in self.counts().items():
            found[place.type] += count
        return found

    def by_theme(self) -> dict[UseKind, int]:
        """Count the presses of each use: every press has one."""
        found = dict.fromkeys(UseKind, 0)
        for place, count in self.counts().items():
            found[place.theme] += count
        return found

    def by_phase(self) -> dict[Phase, dict[Track, int]]:
        """Count the presses of each phase by track."""
        found = {phase: dict.fromkeys(Track, 0) for phase in Phase}
        for place, count in self.counts().items():
            found[place.phase][place.track] += count
        return found

    def about(self, theme: UseKind, kind: RelationshipType) -> int:
        """Count the presses of one use and one type, in all phases."""
        counts = self.counts()
        return sum(counts[Place(kind, theme, phase)] for phase in Phase)

    def _with(self, table: int, presses: tuple[Place, ...]) -> "Tally":
        return Tally({**self.tables, table: presses})


def _counted(presses: Iterable[Place]) -> dict[Place, int]:
    found = dict.fromkeys(PLACES, 0)
    for place in presses:
        found[place] += 1
    return found


@dataclass(frozen=True, slots=True)
class TypeBeside:
    """One type: the room's presses beside the paper's references, each with its whole."""

    type: RelationshipType
    presses: int
    of_presses: int
    references: int
    of_references: int

    @property
    def room(self) -> int | None:
        """The share of the room's presses, in whole percents; None where it has none."""
        return percent(self.presses, self.of_presses)

    @property
    def study(self) -> int | None:
        """The share of the paper's references, in whole percents."""
        return percent(self.references, self.of_references)


def types_beside(tally: Tally, study: Study) -> tuple[TypeBeside, ...]:
    """Set the room's presses of each type beside the paper's references (its Table 2)."""
    references = {kind: study.type_count(kind, Unit.REFERENCES) or 0 for kind in RelationshipType}
    return tuple(
        TypeBeside(kind, presses, tally.total, references[kind], sum(references.values()))
        for kind, presses in tally.by_type().items()
    )


def percent(part: int, whole: int) -> int | None:
    """Give a share in whole percents, halves up; None of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else None


def most(counts: Mapping[_Key, int]) -> tuple[_Key, ...]:
    """Give what has the greatest number: several where they have as many, none where all are 0."""
    greatest = max(counts.values(), default=0)
    return tuple(key for key, count in counts.items() if count == greatest) if greatest else ()
