"""From the grids of any file of tables to a case."""

import json
from collections.abc import Iterable

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.exchange.assembly import assembled
from relnet.exchange.cells import Grid
from relnet.exchange.places import Faults
from relnet.exchange.rows import rows_of


def case_of(grids: Iterable[Grid]) -> Case:
    """Make a case of sheets.

    Raises:
        CaseFaults: they make no case; with all faults at once, each at its sheet, row and
            column.
    """
    faults = Faults()
    values, places = assembled(rows_of(grids, faults), faults)
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    try:
        case = parse_case(text.encode("utf-8", "surrogatepass"))
    except CaseFaults as refused:
        places.add_all(faults, refused.faults)
        faults.refuse_if_any()
        raise
    faults.refuse_if_any()
    return case
