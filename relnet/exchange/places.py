"""Where in a spreadsheet something stands, and all that is wrong with it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from relnet.case.index import MAX_FAULTS
from relnet.case.messages import CaseFaults, Fault, shown
from relnet.exchange.columns import Sheet
from relnet.exchange.sheets import SHEETS
from relnet.wording import _, ngettext

_BY_KEY = {sheet.key: sheet for sheet in SHEETS}
_ORDER = {key: number for number, key in enumerate(_BY_KEY)}
_INDEX = re.compile(r"\[[0-9]+\]")
_PATH = re.compile(
    r"\b(?:areas|settings|stages|people|relationships|uses|events|prompts|story)"
    r"\[[0-9]+\](?:\.[a-z_]+(?:\[[0-9]+\])?)*"
)
_QUOTED_ID = re.compile(r"'([a-z]+-[0-9]+)'")
_SUGGESTED_FOR = 20


class Place(NamedTuple):
    """A cell; ``row`` 0 is no row of its own, and no ``column`` the whole row or sheet."""

    sheet: str
    row: int = 0
    column: str = ""

    def __str__(self) -> str:
        sheet = _BY_KEY[self.sheet]
        if not self.column:
            whole = _("{sheet}, row {row}") if self.row else "{sheet}"
            return whole.format(sheet=sheet.title, row=self.row)
        heading = sheet.column(self.column).heading
        if not self.row:
            return _("{sheet}, {column}").format(sheet=sheet.title, column=heading)
        what = _("{sheet}, row {row}, {column}")
        return what.format(sheet=sheet.title, row=self.row, column=heading)

    def order(self) -> tuple[int, int, int]:
        """Say where it stands among all cells, from the first sheet on."""
        keys = [column.key for column in _BY_KEY[self.sheet].columns]
        column = keys.index(self.column) if self.column else -1
        return _ORDER[self.sheet], self.row, column


@dataclass(slots=True)
class Faults:
    """The faults found in the cells, at most one for each place, and those of whole files."""

    of_file: list[Fault] = field(default_factory=list)
    told: dict[Place, str] = field(default_factory=dict)

    def add(self, place: Place, what: str) -> None:
        """Note a fault; the first of a place stands."""
        self.told.setdefault(place, what)

    @property
    def suggesting(self) -> bool:
        """Whether a fault that is found now may suggest a name: for very many it takes long."""
        return len(self.told) < _SUGGESTED_FOR

    def refuse_if_any(self) -> None:
        """Refuse the file if something is wrong with it.

        Raises:
            CaseFaults: with all faults, in the order of the sheets.
        """
        places = sorted(self.told, key=Place.order)
        faults = [*self.of_file, *(Fault(str(place), self.told[place]) for place in places)]
        more = len(faults) - MAX_FAULTS
        if more > 0:
            what = ngettext("and %(more)d more fault", "and %(more)d more faults", more)
            faults = [*faults[:MAX_FAULTS], Fault("", what % {"more": more})]
        if faults:
            raise CaseFaults(faults)


@dataclass(slots=True)
class Map:
    """Which row each entry of the case file stands in, and what those with made ids are called."""

    rows: dict[str, Place] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)

    def place(self, path: str) -> Place | None:
        """Give the cell of a place in the case file; None where there is none."""
        entry = path
        while entry not in self.rows and entry:
            entry = entry[: max(entry.rfind("."), entry.rfind("["), 0)]
        found = self.rows.get(entry)
        if found is None:
            return None
        keys = _keys(_BY_KEY[found.sheet])
        name = _INDEX.sub("", path[len(entry) :]).lstrip(".")
        while name and name not in keys:
            name = name.rpartition(".")[0]
        return found._replace(column=name) if name else found

    def add_all(self, faults: Faults, found: Iterable[Fault]) -> None:
        """Add the faults of the case file, each at its cell."""
        for fault in found:
            what = _PATH.sub(lambda path: self._words(path[0]), fault.what)
            what = _QUOTED_ID.sub(lambda key: f"'{shown(self.made.get(key[1], key[1]))}'", what)
            place = self.place(fault.where)
            if place is None:
                faults.of_file.append(Fault("", what))
            else:
                faults.add(place, what)

    def _words(self, path: str) -> str:
        place = self.place(path)
        return path if place is None else str(place)


def _keys(sheet: Sheet) -> frozenset[str]:
    return frozenset(column.key for column in sheet.columns)
