"""Workbooks from anywhere: what is not read is named and refused, soon and in little memory."""

import io
import random
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Iterator
from contextlib import suppress

import defusedxml
import openpyxl
import pytest
from openpyxl.xml.functions import fromstring, iterparse

from relnet.case.messages import CaseFaults
from relnet.exchange.packages import unpacked
from relnet.exchange.reading import read_any
from relnet.exchange.workbook_reading import read_workbook
from relnet.exchange.workbook_writing import write_workbook
from tests.case.small import parsed, small_case
from tests.exchange.filling import faults_of, filled, part, saved, with_parts

TYPES = "[Content_Types].xml"
PEOPLE = "xl/worksheets/sheet3.xml"
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;") for n in range(9)
    )
    + b"]><worksheet><sheetData><row><c><v>&a8;</v></c></row></sheetData></worksheet>"
)
DAMAGED = "the file is damaged; open it in your spreadsheet program and save it again"


@pytest.fixture(scope="module")
def good() -> bytes:
    """Give a workbook that reads without a fault."""
    content = saved(filled())
    assert faults_of(content) == []
    return content


@pytest.fixture
def soon() -> Iterator[None]:
    """Check that a test takes no longer than somebody waits."""
    start = time.process_time()
    yield
    assert time.process_time() - start < 20  # many times what it takes


@pytest.fixture
def in_little_memory() -> Iterator[None]:
    """Check that a test takes little memory."""
    tracemalloc.start()
    yield
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 150_000_000


def test_openpyxl_reads_xml_through_defusedxml() -> None:
    assert openpyxl.DEFUSEDXML
    for reading in (fromstring, lambda xml: list(iterparse(io.BytesIO(xml)))):
        with pytest.raises(defusedxml.DefusedXmlException):
            reading(BOMB)


@pytest.mark.usefixtures("soon", "in_little_memory")
@pytest.mark.parametrize("name", [PEOPLE, TYPES, "xl/workbook.xml", "docProps/core.xml", "x.rels"])
def test_entities_are_refused_in_every_part(good: bytes, name: str) -> None:
    assert faults_of(with_parts(good, **{name: BOMB})) == [
        f"{name}: declares what no workbook needs (a document type or entities); it is not read"
    ]


def test_an_outside_entity_is_refused(good: bytes) -> None:
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>'
    (fault,) = faults_of(with_parts(good, **{PEOPLE: outside}))
    assert "declares what no workbook needs" in fault


@pytest.mark.usefixtures("soon", "in_little_memory")
def test_a_part_that_is_packed_too_tightly_is_refused(good: bytes) -> None:
    (fault,) = faults_of(with_parts(good, **{"xl/media/x.xml": b" " * 40_000_000}))
    assert fault.startswith("xl/media/x.xml: unpacks to more than a case can hold")


@pytest.mark.usefixtures("soon", "in_little_memory")
def test_parts_that_are_too_much_together_are_refused(good: bytes) -> None:
    parts = {f"xl/x{n}.xml": b" " * 990_000 for n in range(60)}
    found = faults_of(with_parts(good, **parts))
    assert any("unpacks to more than a case can hold" in fault for fault in found)


@pytest.mark.usefixtures("soon", "in_little_memory")
def test_a_part_that_lies_about_its_size_is_not_unpacked_any_further(good: bytes) -> None:
    packed = with_parts(good, **{"xl/x.xml": b" " * 900_000})
    with zipfile.ZipFile(io.BytesIO(packed)) as package:
        entry = package.getinfo("xl/x.xml")
    lie = packed.replace(struct.pack("<L", entry.file_size), struct.pack("<L", 10))
    assert faults_of(lie) == [DAMAGED]


def test_very_many_parts_are_refused(good: bytes) -> None:
    found = faults_of(with_parts(good, **{f"x{n}.xml": b"<x/>" for n in range(300)}))
    assert found == [
        f"the file has {300 + len(unpacked(good))} parts inside; relnet reads at most 200"
    ]


def test_a_part_that_is_there_twice_is_refused(good: bytes) -> None:
    content = io.BytesIO(good)
    with zipfile.ZipFile(content, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr(PEOPLE, b"<worksheet/>")
    assert faults_of(content.getvalue()) == [f"{PEOPLE}: this part is in the file twice"]


def test_a_file_over_5_megabytes_is_refused() -> None:
    found = faults_of(b"PK\x03\x04" + b"x" * 5_000_000)
    assert found == ["the file is bigger than 5 megabytes, the most that relnet reads"]


def sheet_of(rows: str) -> bytes:
    """Give a sheet of people, with these rows."""
    start = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    return f"{start}<sheetData>{rows}</sheetData></worksheet>".encode()


def cell(place: str, text: str) -> str:
    """Give a cell that holds a text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<row r="1">{cell("A1", "Name")}{cell("B1", "Role")}{cell("C1", "Type")}</row>'


@pytest.mark.usefixtures("soon")
def test_a_million_empty_rows_are_read_over(good: bytes) -> None:
    people = "".join(
        f'<row r="{n}">{cell(f"A{n}", name)}{cell(f"B{n}", "x")}{cell(f"C{n}", "peer")}</row>'
        for n, name in enumerate(("Mum", "Ali", "Kayla"), 2)
    )
    rows = "".join(f'<row r="{n}"/>' for n in range(5, 1_000_005))
    content = with_parts(good, **{PEOPLE: sheet_of(HEAD + people + rows)})
    assert faults_of(content) == []


@pytest.mark.usefixtures("soon")
def test_a_million_empty_cells_are_refused(good: bytes) -> None:
    rows = "".join(f'<row r="{n}"><c s="1"/></row>' for n in range(2, 1_000_002))
    (fault,) = faults_of(with_parts(good, **{PEOPLE: sheet_of(HEAD + rows)}))
    assert fault.startswith(f"{PEOPLE}: more cells than a case can fill. If it is a sheet, delete")


def test_something_far_down_or_far_right_is_named(good: bytes) -> None:
    far = f'<row r="900000">{cell("A900000", "Mum")}{cell("XFD900000", "x")}</row>'
    assert faults_of(with_parts(good, **{PEOPLE: sheet_of(HEAD + far)})) == [
        "People: something stands in row 900000; relnet reads the first 20000 rows",
        "People: something stands in column XFD; relnet knows no column so far right",
    ]


def test_rows_out_of_order_are_refused(good: bytes) -> None:
    rows = f'<row r="7">{cell("A7", "Mum")}</row><row r="2">{cell("A2", "Ali")}</row>'
    (fault,) = faults_of(with_parts(good, **{PEOPLE: sheet_of(HEAD + rows)}))
    assert fault == f"{PEOPLE}: its rows are out of order; save it again"


def test_hidden_sheets_and_merged_cells_are_named_all_at_once() -> None:
    book = filled()
    book["People"].merge_cells("A2:A3")
    book["People"].merge_cells("B2:C2")
    book["Uses"].sheet_state = "hidden"
    book["Story"].sheet_state = "veryHidden"
    assert sorted(faults_of(book)) == [
        "People: the cells A2:A3 are merged; take the merging off, and fill each cell",
        "People: the cells B2:C2 are merged; take the merging off, and fill each cell",
        "Story: this sheet is hidden; show it, or delete it",
        "Uses: this sheet is hidden; show it, or delete it",
    ]


@pytest.mark.parametrize(
    ("name", "what"),
    [("xl/vbaProject.bin", "macros"), ("xl/macrosheets/sheet1.xml", "macros"),
     ("xl/externalLinks/externalLink1.xml", "links to other workbooks"),
     ("xl/connections.xml", "connections to data elsewhere"),
     ("xl/activeX/activeX1.xml", "controls that run programs"),
     ("xl/embeddings/oleObject1.bin", "files inside the file")],
)  # fmt: skip
def test_what_is_more_than_cells_is_named(good: bytes, name: str, what: str) -> None:
    assert faults_of(with_parts(good, **{name: b"<x/>"})) == [
        f"the workbook has {what}; relnet reads cells alone. Save a copy without, as .xlsx"
    ]


def test_a_workbook_that_calls_itself_one_with_macros_is_refused(good: bytes) -> None:
    types = part(good, TYPES).replace(
        b"openxmlformats-officedocument.spreadsheetml.sheet.main",
        b"ms-excel.sheet.macroEnabled.main",
    )
    (fault,) = faults_of(with_parts(good, **{TYPES: types}))
    assert fault.startswith("the workbook has macros")


def test_a_link_to_another_file_is_refused_and_one_to_a_page_is_not(good: bytes) -> None:
    name = "xl/worksheets/_rels/sheet3.xml.rels"
    link = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://x/%s" Target="http://x/" TargetMode="External"/>'
        b"</Relationships>"
    )
    (fault,) = faults_of(with_parts(good, **{name: link % b"externalLinkPath"}))
    assert fault.startswith("the workbook has links to other files")
    assert faults_of(with_parts(good, **{name: link % b"hyperlink"})) == []


def test_old_locked_and_foreign_files_say_what_to_save_them_as(good: bytes) -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert faults_of(old) == [
        "this is an old Excel file (.xls); save it as an Excel workbook (.xlsx)"
    ]
    assert faults_of(old + "EncryptedPackage".encode("utf-16-le")) == [
        "the file is locked with a password; save it without one"
    ]
    (binary,) = faults_of(with_parts(good, **{"xl/workbook.bin": b"", "xl/workbook.xml": None}))
    assert binary == "a workbook in another format; save it as an Excel workbook (.xlsx)"
    (other,) = faults_of(with_parts(b"PK\x05\x06" + bytes(18), **{"word/document.xml": b"<d/>"}))
    assert other.startswith("this is no workbook that relnet can read")


def test_a_locked_zip_is_refused(good: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        first = package.infolist()[0]
    locked = bytearray(good)
    locked[first.header_offset + 6] |= 1
    locked[good.index(b"PK\x01\x02") + 8] |= 1
    assert faults_of(bytes(locked)) == ["the file is locked with a password; save it without one"]


def test_nothing_in_a_written_workbook_is_run() -> None:
    texts = ["=1+1", "+1", "-1", "@x", "\t=1", "\uff1d1", '=HYPERLINK("http://x")', "' =1"]
    case = parsed(small_case(title="=1", events=[{"text": text} for text in texts]))
    book = openpyxl.load_workbook(io.BytesIO(write_workbook(case)))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "n"}
    quoted = [cell.value for cell in cells if cell.quotePrefix]
    assert quoted == ["=1", *texts]


def test_a_workbook_with_damage_anywhere_is_refused_in_words(good: bytes) -> None:
    chance = random.Random(20250612)  # noqa: S311 - the same each time
    names = [name for name in unpacked(good) if name.endswith((".xml", ".rels"))]
    for _try in range(60):
        name = chance.choice(names)
        found = bytearray(part(good, name))
        for _sign in range(chance.randint(1, 4)):
            found[chance.randrange(len(found))] = chance.choice(b"<>/\"'= 019aZ&;\x00\xff")
        # Some damage is none: a sign inside a text. Anything but CaseFaults fails the test.
        with suppress(CaseFaults):
            read_workbook(with_parts(good, **{name: bytes(found)}))


def test_bytes_that_are_cut_or_mixed_are_refused_in_words(good: bytes) -> None:
    chance = random.Random(7)  # noqa: S311 - the same each time
    for _try in range(60):
        found = bytearray(good[: chance.randrange(4, len(good))])
        found[chance.randrange(4, len(found) + 1) - 1] ^= 0xFF
        with pytest.raises(CaseFaults):
            read_any(bytes(found), "case.xlsx")
