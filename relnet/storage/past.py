"""A case as it was at an older version, found from a newer one by turning changes round."""

import json
from collections.abc import Mapping

from sqlalchemy.engine import Connection

from relnet.case.messages import CaseFaults
from relnet.case.models import FORMAT, Case
from relnet.case.reading import parse_case
from relnet.editing.document import file_of, identified, keyed
from relnet.editing.revision import applied, inverse_of
from relnet.storage import records
from relnet.storage.contract import NoSuchVersion
from relnet.storage.records import AnyRow
from relnet.storage.rows import kept_case, plain_of
from relnet.storage.trouble import Reason, trouble
from relnet.storage.upgrading import Plain, Upgrade, upgraded


def case_at(
    connection: Connection, head: AnyRow, number: int, upgrades: Mapping[str, Upgrade]
) -> Case:
    """Give a case as it was at a version, in today's format.

    Raises:
        NoSuchVersion: it has none of this number.
        LibraryTrouble: what is kept of it is damaged, or of a newer format.
    """
    if not 1 <= number <= head.number:
        raise NoSuchVersion
    kept = records.snapshot_from(connection, head.id, number, head.number)
    base, document = kept or (head.number, head.document)
    values = plain_of(document)
    if values.get("format") == FORMAT:
        case = kept_case(document)
        if base == number:
            return case
    changes = records.changes_after(connection, head.id, number, base)
    return _today(file_of(applied(keyed(values), inverse_of(changes))), upgrades)


def upgraded_case(document: bytes, upgrades: Mapping[str, Upgrade]) -> Case:
    """Give a kept case of an older format in today's one.

    Raises:
        LibraryTrouble: it is damaged, or of a newer format.
    """
    return _today(plain_of(document), upgrades)


def _today(values: Plain, upgrades: Mapping[str, Upgrade]) -> Case:
    text = json.dumps(upgraded(values, upgrades), ensure_ascii=False)
    try:
        return identified(parse_case(text.encode()))
    except CaseFaults:
        # Without the cause: that one holds values of the case.
        raise trouble(Reason.DAMAGED) from None
