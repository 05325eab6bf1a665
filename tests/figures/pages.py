"""Pages of words and tables: what is on them, and whether anything is cut or covered."""

from collections.abc import Iterator
from itertools import combinations

from relnet.figures.page_table import LEADING
from relnet.figures.scene import Box, Picture, Text
from relnet.figures.style import look_up
from relnet.figures.text import text_width

EPSILON = 0.02


def texts_of(picture: Picture) -> list[Text]:
    """Give the texts of a picture in their order."""
    return [s for mark in picture.marks for s in mark.shapes if isinstance(s, Text)]


def words_of(picture: Picture) -> list[str]:
    """Give the words of a picture in their order."""
    return [word for text in texts_of(picture) for word in text.plain.split()]


def boxes_of(picture: Picture) -> list[Box]:
    """Give the boxes of a picture in their order."""
    return [s for mark in picture.marks for s in mark.shapes if isinstance(s, Box)]


def extent(text: Text) -> Box:
    """Give the room that a line of text takes at most."""
    (run,) = text.runs
    style = look_up(run.style)
    width = text_width(run.text, style.size, bold=style.bold)
    return Box(text.x, text.y - style.size, width, style.size + LEADING, 0, "")


def covered(picture: Picture) -> Iterator[tuple[str, str]]:
    """Give the pairs of texts that cover each other."""
    placed = [(text.plain, extent(text)) for text in texts_of(picture)]
    for (one, a), (other, b) in combinations(placed, 2):
        across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        down = min(a.y + a.height, b.y + b.height) - max(a.y, b.y)
        if min(across, down) > EPSILON:
            yield one, other


def cut(picture: Picture) -> list[str]:
    """Give the texts that do not lie inside a picture."""
    return [
        text.plain
        for text in texts_of(picture)
        if (box := extent(text)).x < 0
        or box.y < 0
        or box.x + box.width > picture.width + EPSILON
        or box.y + box.height > picture.height + EPSILON
    ]
