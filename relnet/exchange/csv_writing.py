"""Writing a case as CSV files, one for each sheet, through pandas."""

import io
import zipfile
from collections.abc import Iterable

import pandas as pd

from relnet.case.models import Case
from relnet.exchange.columns import Sheet
from relnet.exchange.csv_reading import escaped
from relnet.exchange.sheets import SHEETS
from relnet.exchange.spoken import form_heads
from relnet.exchange.tables import Table, case_tables


def case_frames(case: Case) -> dict[str, pd.DataFrame]:
    """Give a case as data frames by the titles of the sheets, with their headings; all texts."""
    tables = case_tables(case)
    return {sheet.title: _frame(sheet, tables[sheet.key]) for sheet in SHEETS}


def _frame(sheet: Sheet, table: Table) -> pd.DataFrame:
    if sheet.form:
        row, heads = table[0], list(form_heads()[:2])
        return _texts([[c.heading, row[c.key]] for c in sheet.columns], heads)
    headings = [column.heading for column in sheet.columns]
    return _texts([list(row.values()) for row in table], headings)


def _texts(rows: Iterable[Iterable[object]], headings: list[str]) -> pd.DataFrame:
    told = [["" if value is None else str(value) for value in row] for row in rows]
    return pd.DataFrame(told, columns=headings, dtype=object)


def write_csv_zip(case: Case) -> bytes:
    """Give a case as a zip file of CSV files; reading it gives an equal case."""
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as package:
        for title, frame in case_frames(case).items():
            text = frame.map(escaped).to_csv(index=False, lineterminator="\r\n")
            # The mark at the start tells spreadsheet programs that this is UTF-8.
            content = text.encode("utf-8-sig", "surrogatepass")
            entry = zipfile.ZipInfo(f"{title}.csv")  # without a date: same case, same bytes
            package.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return found.getvalue()
