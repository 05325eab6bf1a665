"""A picture that goes alone: below it stands what it says of itself."""

from collections.abc import Sequence

from relnet.figures.frame import KEY_ROW
from relnet.figures.scene import Mark, MarkKind, Picture, Run, Text
from relnet.figures.text import wrap

_LEFT = 18.0
_SIZE = 12.0
_BOTTOM = 8.0


def with_foot(picture: Picture, told: Sequence[str]) -> Picture:
    """Give a picture with sentences below it, each from a line of its own on."""
    room = picture.width - 2 * _LEFT
    lines = [line for text in told for line in wrap(text, room, _SIZE)]
    texts = tuple(
        Text(_LEFT, picture.height + KEY_ROW * (place + 0.7), (Run(line, "text-note"),))
        for place, line in enumerate(lines)
    )
    height = picture.height + KEY_ROW * len(lines) + _BOTTOM
    return Picture(picture.width, height, (*picture.marks, Mark(MarkKind.NOTE, texts)))
