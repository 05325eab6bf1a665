"""What a page of words and tables is made of, before it is laid out (``page_scene``)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from relnet.figures.words_join import with_commas, with_semicolons


class Look(StrEnum):
    """How a stretch of words stands out; each is a class of ``relnet.figures.style``."""

    PLAIN = "text-stage"
    BOLD = "text-name"
    QUIET = "text-note"


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words that begins on a line of its own."""

    text: str
    look: Look = Look.PLAIN


Cell = tuple[Words, ...]
"""Words one below the other, as in a cell of a table; an empty one has none."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: 2 is the page's own, 3 that of a part, 4 that of a part of it."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that stand alone."""

    words: Cell


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: every row has as many cells as the head."""

    caption: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Cards:
    """Parts that stand beside each other where there is room, each in a frame."""

    parts: tuple[tuple["Block", ...], ...]


Block = Heading | Paragraph | Items | Grid | Cards


def told_words(blocks: Iterable[Block]) -> str:
    """Tell a page from its top to its foot, for those who hear it: a row of a table is a line."""
    return "\n".join(text for block in blocks for text in _texts(block) if text)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield text
        case Paragraph(words=words):
            yield from (part.text for part in words)
        case Items(rows=rows):
            yield from rows
        case Grid():
            yield block.caption
            for row in (block.head, *block.rows):
                cells = (with_commas(part.text for part in cell) for cell in row)
                yield with_semicolons(filter(None, cells))
        case Cards(parts=parts):
            yield from map(told_words, parts)
