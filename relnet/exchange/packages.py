"""Zip files from anywhere, unpacked within bounds.

What the headers of a zip file say of sizes may be a lie, so each part is unpacked piece by
piece, and what is read afterwards is only ever what was unpacked here.
"""

import io
import zipfile
import zlib
from typing import NoReturn

from relnet.case.jsontext import MAX_BYTES, too_big
from relnet.case.messages import CaseFaults, Fault, shown
from relnet.wording import _

MAX_PARTS = 200
MAX_UNPACKED = 50_000_000
MAX_RATIO = 250
"""How many times smaller than itself a big part may be packed; a sheet comes to about 30."""

MAX_SMALL = 30_000_000
"""From how many bytes on a part is big: a case can hold very long texts of one letter."""

_PIECE = 1 << 16
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unpacked(content: bytes) -> dict[str, bytes]:
    """Give the parts of a zip file by name, without its folders.

    Raises:
        CaseFaults: it is damaged, locked or too big; one fault.
    """
    if len(content) > MAX_BYTES:
        refuse(too_big())
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _parts(package)
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as fault:
        what = _("the file is damaged; open it in your spreadsheet program and save it again")
        raise CaseFaults([Fault("", what)]) from fault


def refuse(what: str, where: str = "") -> NoReturn:
    """Refuse a file for one reason.

    Raises:
        CaseFaults: always.
    """
    raise CaseFaults([Fault(where, what)])


def _parts(package: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in package.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        what = _("the file has {parts} parts inside; relnet reads at most {most}")
        refuse(what.format(parts=len(entries), most=MAX_PARTS))
    found: dict[str, bytes] = {}
    left = MAX_UNPACKED
    for entry in entries:
        name = entry.filename
        if name in found:
            refuse(_("this part is in the file twice"), shown(name))
        if entry.flag_bits & _ENCRYPTED:
            refuse(_("the file is locked with a password; save it without one"))
        found[name] = _unpack(package, entry, left)
        left -= len(found[name])
    return found


def _unpack(package: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int) -> bytes:
    if entry.compress_type not in _METHODS:
        refuse(_("packed in a way that relnet does not unpack"), shown(entry.filename))
    most = max(MAX_SMALL, entry.compress_size * MAX_RATIO)
    found = bytearray()
    with package.open(entry) as part:
        while piece := part.read(_PIECE):
            found += piece
            if len(found) > min(left, most):
                refuse(_too_much(), shown(entry.filename))
    return bytes(found)


def _too_much() -> str:
    what = _(
        "unpacks to more than a case can hold (at most {size} megabytes in all). If it is a "
        "sheet, delete the empty rows below your entries, and save it again"
    )
    return what.format(size=MAX_UNPACKED // 1_000_000)
