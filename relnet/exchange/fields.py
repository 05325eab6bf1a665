"""One row at a time: its cells as the fields of an entry of the case file."""

from dataclasses import dataclass

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.exchange.cells import read
from relnet.exchange.columns import Column
from relnet.exchange.places import Faults, Map
from relnet.exchange.rows import Row
from relnet.exchange.spoken import spoken
from relnet.exchange.values import Reader, Unfit
from relnet.wording import _

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Desk:
    """What everything that makes a case of rows works with."""

    rows: dict[str, list[Row]]
    reader: Reader
    faults: Faults
    places: Map

    def fields(self, row: Row) -> Json:
        """Read the cells of a row.

        One that does not hold what belongs there, or is empty and must not be, is noted as
        a fault and left out.
        """
        found: Json = {}
        for column in row.sheet.columns:
            try:
                value = self._field(row, column)
            except Unfit as refused:
                self.faults.add(row.place(column.key), str(refused))
            else:
                if value is not None:
                    found[column.key] = value
        return found

    def _field(self, row: Row, column: Column) -> object:
        cell = row.cells.get(column.key)
        if cell is not None:
            return self.reader.value(column, cell)
        if column.must:
            raise Unfit(missing(column))
        return None


def said(row: Row, key: str) -> str:
    """Give the text of a cell as it stands; "" where there is none."""
    cell = row.cells.get(key)
    return read(cell.shown).strip() if cell is not None else ""


def missing(column: Column) -> str:
    """Say that a cell is empty and must not be."""
    if column.words is None:
        return _("missing; it must be there")
    words = ", ".join(spoken(word) for word in column.words)
    return _("missing; write one of: {words}").format(words=words)


def split(fields: Json, keys: frozenset[str]) -> tuple[Json, Json]:
    """Take the fields of these names apart from the others."""
    own = {name: value for name, value in fields.items() if name in keys}
    return own, {name: value for name, value in fields.items() if name not in keys}


def other_end(tie: Json) -> str:
    """Give the second of a tie; the young person where none is named."""
    return str(tie.get("to", YOUNG_PERSON))
