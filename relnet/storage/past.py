"""A case as it was at an older version, found from a newer one by turning changes round."""

import json
from collections.abc import Mapping

from sqlalchemy.engine import Connection

from relnet.case.models import FORMAT, Case
from relnet.case.reading import parse_case
from relnet.editing.document import file_of, identified, keyed
from relnet.editing.revision import applied, inverse_of
from relnet.storage import records
from relnet.storage.contract import NoSuchVersion
from relnet.storage.records import AnyRow
from relnet.storage.rows import kept_case, plain_of
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
    if base == number:
        return kept_case(document) if values.get("format") == FORMAT else _today(values, upgrades)
    changes = records.changes_after(connection, head.id, number, base)
    return _today(file_of(applied(keyed(values), inverse_of(changes))), upgrades)


def upgraded_case(document: bytes, upgrades: Mapping[str, Upgrade]) -> Case:
    """Give a kept case of an older format in today's one.

    Raises:
        LibraryTrouble: it is damaged, or of a newer format.
        CaseFaults: it is no valid case any more.
    """
    return _today(plain_of(document), upgrades)


def _today(values: Plain, upgrades: Mapping[str, Upgrade]) -> Case:
    values = upgraded(values, upgrades)
    return identified(parse_case(json.dumps(values, ensure_ascii=False).encode()))
