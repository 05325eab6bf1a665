"""From the bytes of a file to its JSON values, with every fault of the JSON itself.

Python's parser is lenient (it takes NaN and the same name twice) and recursive; here a file
is bounded before it is parsed, and what JSON does not allow is named with its place.
"""

import json
import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from typing import NoReturn

from relnet.case.index import Found
from relnet.case.messages import MAX_SHOWN, CaseFaults, Fault
from relnet.case.tree import Steps, place
from relnet.wording import _, ngettext

MAX_BYTES = 5_000_000
MAX_DEPTH = 32
"""A case is seven levels deep."""

MAX_VALUES = 200_000
"""Many times what a case of 300 people has (about 25 000)."""

MAX_NAMES = 100
"""The part of a case with the most fields has fifteen."""

_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{}]', re.DOTALL)
_UNDRAWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_INTEGER = 18


class _Object(dict[str, object]):
    """A JSON object that remembers which names stood in it twice."""

    twice: tuple[str, ...] = ()


@dataclass(slots=True)
class JsonText:
    """The values of a file, cleaned of what JSON does not allow, and those faults."""

    value: object = None
    found: Found = field(default_factory=Found)


def read_json(data: bytes) -> JsonText:
    """Read the JSON of a file.

    Args:
        data: the bytes of the file.

    Returns:
        The values, and a fault for each name that stands twice, each number that is none
        and each text with signs that no screen can show.

    Raises:
        CaseFaults: the file is too big, no UTF-8, no JSON or nested too deep; one fault.
    """
    if len(data) > MAX_BYTES:
        _refuse(too_big())
    text = _decoded(data)
    if not text.strip():
        _refuse(_("the file is empty"))
    _bound_brackets(text)
    found = JsonText()
    found.value = _Cleaner(found.found).clean(_parsed(text), ())
    return found


def too_big() -> str:
    """Say that a file is too big to be a case."""
    size = MAX_BYTES // 1_000_000
    return ngettext(
        "the file is bigger than %(size)d megabyte, the most that relnet reads",
        "the file is bigger than %(size)d megabytes, the most that relnet reads",
        size,
    ) % {"size": size}


def _refuse(what: str, where: str = "", cause: Exception | None = None) -> NoReturn:
    raise CaseFaults([Fault(where, what)]) from cause


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        what = _("the signs here are not UTF-8 (byte {byte} of the file); save it as UTF-8")
        where = _("line {line}").format(line=line)
        _refuse(what.format(byte=fault.start + 1), where, fault)


def _bound_brackets(text: str) -> None:
    depth = opened = 0
    for found in _STRING_OR_BRACKET.finditer(text):
        sign = found.group()
        if sign in "[{":
            depth += 1
            opened += 1
        elif sign in "]}":
            depth -= 1
        if opened > MAX_VALUES:
            _refuse(_too_many_values())
        if depth > MAX_DEPTH:
            line = text.count("\n", 0, found.start()) + 1
            what = _("nested more than {depth} levels deep: this is no case file")
            _refuse(what.format(depth=MAX_DEPTH), _("line {line}").format(line=line))


def _too_many_values() -> str:
    what = _("the file holds more than {number} values: this is no case file")
    return what.format(number=MAX_VALUES)


def _parsed(text: str) -> object:
    try:
        value: object = json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_constant=float
        )
    except json.JSONDecodeError as fault:
        where = _("line {line}, column {column}").format(line=fault.lineno, column=fault.colno)
        _refuse(_json_fault(fault.msg), where, fault)
    return value


def _json_fault(message: str) -> str:
    """Say in plain English what Python's parser found."""
    said = {
        "Expecting value": _("a value is missing here, or is not JSON"),
        "Expecting ',' delimiter": _("a comma or a closing bracket is missing here"),
        "Expecting ':' delimiter": _("a colon is missing after the name"),
        "Expecting property name": _("a name in double quotes must stand here"),
        "Illegal trailing comma": _("there is a comma after the last entry; take it out"),
        "Unterminated string": _("this text has no closing quote"),
        "Invalid control character": _("a text cannot go over a line end or hold a tab"),
        "Invalid \\": _("no such escape; a backslash in a text is written \\\\"),
        "Extra data": _("the file goes on after the case has ended"),
    }
    plain = (words for start, words in said.items() if message.startswith(start))
    return next(plain, _("this is not JSON"))


def _object(pairs: list[tuple[str, object]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        times = Counter(name for name, _value in pairs)
        found.twice = tuple(name for name, count in times.items() if count > 1)
    return found


def _integer(text: str) -> int | float:
    return int(text) if len(text) <= _LONGEST_INTEGER else float(text)


class _Cleaner:
    """Walk the values once; name what JSON does not allow, and leave it out."""

    def __init__(self, found: Found) -> None:
        self._found = found
        self._values = 0

    def clean(self, value: object, steps: Steps) -> object:
        self._values += 1
        if self._values > MAX_VALUES:
            _refuse(_too_many_values())
        if isinstance(value, _Object):
            return self._clean_object(value, steps)
        if isinstance(value, list):
            return [self.clean(entry, (*steps, n)) for n, entry in enumerate(value)]
        if isinstance(value, str):
            return self._clean_text(value, steps)
        if isinstance(value, float) and not math.isfinite(value):
            self._note(steps, _("not a number that relnet can use"))
            return None
        return value

    def _clean_object(self, value: _Object, steps: Steps) -> dict[str, object]:
        if len(value) > MAX_NAMES:
            what = _("more than {number} fields in one part: this is no case file")
            _refuse(what.format(number=MAX_NAMES), place(steps))
        for name in value.twice:
            what = _("this name stands twice in the same part of the file; keep one of them")
            self._note((*steps, name), what)
        found = {}
        for name, entry in value.items():
            there = (*steps, name)
            if len(name) > MAX_SHOWN:
                self._note(there, _("no field of a case has so long a name; take it out"))
            else:
                found[self._clean_text(name, there)] = self.clean(entry, there)
        return found

    def _clean_text(self, text: str, steps: Steps) -> str:
        found = _UNDRAWABLE.search(text)
        if found is None:
            return text
        what = _("has a sign that cannot be shown (U+{code:04X}); take it out")
        self._note(steps, what.format(code=ord(found.group())))
        return _UNDRAWABLE.sub("?", text)

    def _note(self, steps: Steps, what: str) -> None:
        self._found.add(partial(place, steps), lambda: what)
