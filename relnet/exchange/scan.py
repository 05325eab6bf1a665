"""A first look at every XML part of a workbook, before openpyxl reads any of it.

It refuses what XML from strangers may hold, counts what is there, and keeps the few
elements that say what a workbook must not have. Nothing is kept of the cells.
"""

import re
import xml.sax
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from relnet.case.messages import CaseFaults, Fault, shown
from relnet.exchange.packages import refuse
from relnet.wording import _

MAX_ELEMENTS = 600_000
"""In all parts together, empty rows apart; the largest case has about 300 000."""

MAX_ROWS = 20_000
MAX_EMPTY_ROWS = 1_100_000
"""A spreadsheet has 1 048 576 rows, and some programs write every one of them."""

MAX_COLUMNS = 60
_MAX_DEPTH = 40
_KEPT = frozenset({"sheet", "Relationship", "mergeCell", "Override", "Default"})
_LETTERS = re.compile(r"[A-Z]{1,3}")
_ALPHABET = 26

Attributes = dict[str, str]


@dataclass(slots=True)
class Count:
    """How many elements there are in all parts so far."""

    elements: int = 0
    rows: int = 0

    def add(self, *, row: bool, part: str) -> None:
        """Count one more.

        Raises:
            CaseFaults: there are too many.
        """
        self.rows += row
        self.elements += not row
        if self.elements > MAX_ELEMENTS or self.rows > MAX_EMPTY_ROWS:
            what = _(
                "more cells than a case can fill. If it is a sheet, delete the empty rows and "
                "columns beside your entries, and save it again"
            )
            refuse(what, shown(part))


@dataclass(slots=True)
class Seen:
    """What a part holds: the name of its outermost element, and the elements that are kept."""

    root: str = ""
    kept: list[tuple[str, Attributes]] = field(default_factory=list)
    last_row: int = 0
    last_column: int = 0
    """The last row and column of a sheet with something in it."""

    def each(self, name: str) -> list[Attributes]:
        """Give the attributes of all elements of a name."""
        return [attributes for found, attributes in self.kept if found == name]


class _Scanner(ContentHandler):
    def __init__(self, part: str, count: Count) -> None:
        super().__init__()
        self.seen = Seen()
        self._part = part
        self._count = count
        self._depth = 0
        self._row = self._column = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX's name
        local = name.rpartition(":")[2]
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            refuse(_("nested too deep for a workbook"), shown(self._part))
        self._count.add(row=local == "row", part=self._part)
        self.seen.root = self.seen.root or local
        if local in _KEPT:
            attributes = {key.rpartition(":")[2]: attrs.getValue(key) for key in attrs.getNames()}
            self.seen.kept.append((local, attributes))
        elif local == "row":
            self._start_row(attrs.get("r"))
        elif local == "c":
            found = _LETTERS.match(attrs.get("r") or "")
            self._column = _number(found[0]) if found else self._column + 1
        elif local in ("v", "f", "is"):
            self._fill()

    def endElement(self, _name: str) -> None:  # noqa: N802 - SAX's name
        self._depth -= 1

    def _start_row(self, number: str | None) -> None:
        row = int(number) if number else self._row + 1
        if row <= self._row:
            refuse(_("its rows are out of order; save it again"), shown(self._part))
        self._row, self._column = row, 0

    def _fill(self) -> None:
        self.seen.last_row = self._row
        self.seen.last_column = max(self.seen.last_column, self._column)


def scanned(parts: Mapping[str, bytes]) -> dict[str, Seen]:
    """Look through all XML parts of a workbook.

    Raises:
        CaseFaults: one is no XML, declares entities or a document type, or is too much.
    """
    count = Count()
    return {
        name: _scan(name, content, count)
        for name, content in parts.items()
        if name.lower().endswith((".xml", ".rels"))
    }


def _scan(name: str, content: bytes, count: Count) -> Seen:
    scanner = _Scanner(name, count)
    try:
        defusedxml.sax.parseString(content, scanner, forbid_dtd=True)
    except DefusedXmlException as fault:
        what = _("declares what no workbook needs (a document type or entities); it is not read")
        raise CaseFaults([Fault(shown(name), what)]) from fault
    except (xml.sax.SAXException, ValueError) as fault:
        what = _("is damaged; open the file in your spreadsheet program and save it again")
        raise CaseFaults([Fault(shown(name), what)]) from fault
    return scanner.seen


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number
