"""How wide a text is at most, and how to shorten it, without asking a browser.

The widths are those of DejaVu Sans, the widest of the fonts that the pages ask for, in
hundredths of the font size. A text that fits by this table fits in the others as well.
"""

import re
import unicodedata
from functools import lru_cache

# fmt: off
_REGULAR = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86,
    75, 79, 60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63,
    62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64,
    34, 64, 84,
)
_BOLD = (
    35, 46, 52, 84, 70, 100, 87, 31, 46, 46, 52, 84, 38, 42, 38, 37, 70, 70, 70, 70, 70, 70, 70,
    70, 70, 70, 40, 40, 84, 84, 84, 58, 100, 77, 76, 73, 83, 68, 68, 82, 84, 37, 37, 77, 64, 100,
    84, 85, 73, 85, 77, 72, 68, 81, 77, 110, 77, 72, 73, 46, 37, 46, 84, 50, 50, 67, 72, 59, 72,
    68, 44, 72, 71, 34, 34, 67, 34, 104, 71, 69, 72, 72, 49, 60, 48, 71, 65, 92, 65, 65, 58, 71,
    37, 71, 84,
)
# fmt: on
_ASCII = range(32, 127)
_OTHER_LETTER = 90
_WIDE = 140
_LIGATURES = range(0xFDF0, 0xFE00)
_LIGATURE = 1100
_SMALL_PUNCTUATION = {"·": 32, "–": 50, "…": 100, "’": 32, "‘": 32, "≠": 84}

ELLIPSIS = "…"

_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=4096)
def _char_width(char: str, *, bold: bool) -> int:
    code = ord(char)
    if code in _ASCII:
        return (_BOLD if bold else _REGULAR)[code - 32]
    if char in _SMALL_PUNCTUATION:
        return _SMALL_PUNCTUATION[char]
    if code in _LIGATURES:
        return _LIGATURE
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"}:
        return 0
    if category in {"So", "Sk", "Co", "Cn"} or unicodedata.east_asian_width(char) in "WF":
        return _WIDE
    return _OTHER_LETTER if category in {"Ll", "Lm", "Nd", "Po", "Pd"} else _WIDE - 30


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the most room (px) that a text takes at a font size (px)."""
    return sum(_char_width(char, bold=bold) for char in text) * size / 100


def drawable(text: str) -> str:
    """Put a mark in the place of control signs, for which a picture (XML) has no place."""
    return _NOT_IN_XML.sub("\ufffd", text)


def elide(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Shorten a text with an ellipsis to what fits into ``room`` px; '' where nothing fits."""
    if text_width(text, size, bold=bold) <= room:
        return text
    left = room - text_width(ELLIPSIS, size, bold=bold)
    if left < 0:
        return ""
    kept = _fitting(text, left, size, bold=bold)
    return kept.rstrip() + ELLIPSIS if kept.strip() else ""


def _fitting(text: str, room: float, size: float, *, bold: bool) -> str:
    used = 0.0
    for position, char in enumerate(text):
        used += _char_width(char, bold=bold) * size / 100
        if used > room:
            return text[: _cluster_start(text, position)]
    return text


def _cluster_start(text: str, position: int) -> int:
    """Step back so that no accent or joined emoji is cut from its base."""
    while position > 0 and unicodedata.category(text[position]) in {"Mn", "Me", "Cf"}:
        position -= 1
    while position > 0 and text[position - 1] == "\u200d":
        position -= 2
    return max(position, 0)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines of at most ``room`` px, at spaces where there are any."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size, bold=bold) <= room:
            line = longer
            continue
        if line:
            lines.append(line)
        line = elide(word, room, size, bold=bold)
    return [*lines, line] if line else lines
