"""What a workbook is made of, and what it must not have: told before any cell is read."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relnet.case.messages import CaseFaults, Fault, shown
from relnet.exchange.packages import refuse
from relnet.exchange.rows import letters
from relnet.exchange.scan import MAX_COLUMNS, MAX_ROWS, Seen, scanned
from relnet.wording import _

_MAX_MERGED_TOLD = 5
_HYPERLINK = "/hyperlink"
"""A link to follow by hand; it brings nothing into the workbook."""

_FOREIGN = {
    "vbaproject": _("macros"),
    "macrosheets/": _("macros"),
    "externallinks/": _("links to other workbooks"),
    "connections.xml": _("connections to data elsewhere"),
    "querytables/": _("connections to data elsewhere"),
    "activex/": _("controls that run programs"),
    "ctrlprops/": _("controls that run programs"),
    "embeddings/": _("files inside the file"),
    "custommacros": _("macros"),
}


@dataclass(frozen=True, slots=True)
class Parts:
    """A workbook that may be read: its XML, and what was seen in its sheets, by name."""

    xml: Mapping[str, bytes]
    sheets: Mapping[str, Seen]


def workbook_parts(parts: Mapping[str, bytes]) -> Parts:
    """Look through the unpacked parts of a workbook.

    Raises:
        CaseFaults: it is damaged, too big, or holds what is not read: macros, links to other
            files, hidden sheets, merged cells; all that is found at once.
    """
    if any(name.lower().endswith(".bin") and "workbook" in name for name in parts):
        refuse(_("a workbook in another format; save it as an Excel workbook (.xlsx)"))
    faults = [Fault("", _has(what)) for what in _foreign_parts(parts)]
    if faults:
        raise CaseFaults(faults)
    seen = scanned(parts)
    name = next((name for name, part in seen.items() if part.root == "workbook"), None)
    if name is None:
        refuse(_("this is no workbook that relnet can read; save it as an Excel workbook (.xlsx)"))
    sheets = dict(_sheets(name, seen))
    faults = [*_foreign_things(seen), *_hidden(seen[name]), *_faults_of(sheets)]
    if faults:
        raise CaseFaults(faults)
    return Parts({name: parts[name] for name in seen}, sheets)


def _foreign_parts(parts: Mapping[str, bytes]) -> list[str]:
    names = [name.lower() for name in parts]
    found = (what for sign, what in _FOREIGN.items() if any(sign in name for name in names))
    return list(dict.fromkeys(found))


def _foreign_things(seen: Mapping[str, Seen]) -> Iterator[Fault]:
    """Find macros and links by what the workbook says of its parts."""
    types = [
        entry for part in seen.values() for entry in (*part.each("Override"), *part.each("Default"))
    ]
    if any("macro" in entry.get("ContentType", "").lower() for entry in types):
        yield Fault("", _has(_("macros")))
    relationships = [entry for part in seen.values() for entry in part.each("Relationship")]
    external = (entry for entry in relationships if entry.get("TargetMode") == "External")
    if any(not entry.get("Type", "").endswith(_HYPERLINK) for entry in external):
        yield Fault("", _has(_("links to other files")))


def _has(what: str) -> str:
    told = _("the workbook has {what}; relnet reads cells alone. Save a copy without, as .xlsx")
    return told.format(what=what)


def _hidden(workbook: Seen) -> Iterator[Fault]:
    for sheet in workbook.each("sheet"):
        if sheet.get("state", "visible") != "visible":
            what = _("this sheet is hidden; show it, or delete it")
            yield Fault(shown(sheet.get("name", "")), what)


def _sheets(workbook: str, seen: Mapping[str, Seen]) -> Iterator[tuple[str, Seen]]:
    folder, file = posixpath.split(workbook)
    relations = seen.get(posixpath.join(folder, "_rels", f"{file}.rels"), Seen())
    targets = {entry.get("Id"): entry.get("Target", "") for entry in relations.each("Relationship")}
    for sheet in seen[workbook].each("sheet"):
        target = posixpath.normpath(posixpath.join("/", folder, targets.get(sheet.get("id"), "")))
        yield sheet.get("name", ""), seen.get(target.lstrip("/"), Seen())


def _faults_of(sheets: Mapping[str, Seen]) -> Iterator[Fault]:
    for name, sheet in sheets.items():
        where = shown(name)
        for merged in sheet.each("mergeCell")[:_MAX_MERGED_TOLD]:
            what = _("the cells {cells} are merged; take the merging off, and fill each cell")
            yield Fault(where, what.format(cells=shown(merged.get("ref", ""))))
        if sheet.last_row > MAX_ROWS:
            what = _("something stands in row {row}; relnet reads the first {most} rows")
            yield Fault(where, what.format(row=sheet.last_row, most=MAX_ROWS))
        if sheet.last_column > MAX_COLUMNS:
            what = _("something stands in column {column}; relnet knows no column so far right")
            yield Fault(where, what.format(column=letters(sheet.last_column - 1)))
