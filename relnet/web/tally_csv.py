"""A room's tally as CSV: its presses and the paper's numbers, every number with its unit."""

import csv
import io
from collections.abc import Iterator

from relnet.network.study import Study
from relnet.network.tally import Tally

_HEAD = ("source", "table", "type", "theme", "phase", "unit", "count")
_ROOM, _STUDY = "room", "Firmin & Owens 2022"
_Row = tuple[str, ...]


def tally_csv(tally: Tally, study: Study) -> str:
    """Write a row for every table and place of the room, and for every number of the paper.

    Empty fields mean that a number is not divided by this; an empty count that the paper tells
    it in words alone. Only rows of one unit can be added.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(_HEAD)
    writer.writerows(_of_room(tally))
    writer.writerows(_of_study(study))
    return written.getvalue()


def _of_room(tally: Tally) -> Iterator[_Row]:
    for table in sorted(tally.tables):
        for place, count in tally.counts(table).items():
            kind, theme, phase = place.key.split(".")
            yield _ROOM, str(table), kind, theme, phase, "presses", str(count)


def _of_study(study: Study) -> Iterator[_Row]:
    for row in study.types:
        yield _STUDY, "", row.type.value, "", "", row.unit.value, str(row.count)
    for told in study.themes:
        count = "" if told.count is None else str(told.count)
        yield _STUDY, "", told.type.value, told.theme.value, "", told.unit.value, count
