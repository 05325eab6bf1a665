"""Tables and numbers as pictures: what the page lays out, as marks, with nothing to press.

The table of a whole case would be too high for one picture: it has one of the stage that is
looked at. What unfolds on the page stands open.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from relnet.figures.footed import with_foot
from relnet.figures.page_blocks import (
    Block,
    Cards,
    Cell,
    Grid,
    Heading,
    Items,
    Look,
    Paragraph,
    Words,
    told_words,
)
from relnet.figures.page_scene import ROOM, page_picture
from relnet.figures.scene import Picture
from relnet.figures.svg import paint_file
from relnet.web.handout.plain import plain
from relnet.web.taking.printed import png_of
from relnet.web.taking.printed_tables import Build, children_of, classes_of, on_paper
from relnet.web.taking.taken import Taken, foot_lines
from relnet.web.views.table_stage import stage_table_view

_MOST = 7
"""How many columns of a table stand beside the headings of its rows."""

_WIDE = 1330.0
"""How wide the numbers are: they have a column for each stage."""

_HEADINGS: Mapping[type[Component], int] = {html.H2: 2, html.H3: 3, html.H4: 4}
_OWN_LINES = (html.P, html.Small, html.Div, html.Details, html.Summary, html.Li)
_INLINE = (html.Span, html.A, html.Strong, html.Em, html.Small, html.Summary)


def stage_svg(taken: Taken) -> bytes:
    """Paint the tables of the stage that is looked at."""
    return _svg(taken, stage_table_view, ROOM)


def stage_png(taken: Taken) -> bytes:
    """Draw the tables of the stage that is looked at.

    Raises:
        CannotDraw: there is no browser to draw with, or it is too long for one picture.
    """
    return png_of(taken, _picture(taken, blocks_in(taken, stage_table_view), ROOM))


def tables_svg(build: Build) -> Callable[[Taken], bytes]:
    """Give what paints a view that is made of tables, as one picture."""
    return lambda taken: _svg(taken, build, _WIDE)


def blocks_in(taken: Taken, build: Build) -> list[Block]:
    """Give what a view tells, in its order."""
    return list(_blocks(on_paper(plain(build(taken.view)), _MOST, unfolded=True)))


def _svg(taken: Taken, build: Build, room: float) -> bytes:
    blocks = blocks_in(taken, build)
    title = next(block.text for block in blocks if isinstance(block, Heading))
    picture = _picture(taken, blocks, room)
    return paint_file(picture, title=title, told=told_words(blocks)).encode("utf-8")


def _picture(taken: Taken, blocks: list[Block], room: float) -> Picture:
    return with_foot(page_picture(blocks, room), foot_lines(taken))


def _blocks(part: Any) -> Iterator[Block]:  # noqa: ANN401 - what Dash takes as children
    """Go through components; what is none of those that are named is a part that holds others."""
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _blocks(one)
    elif not isinstance(part, Component) or isinstance(part, (html.P, html.Details, *_INLINE)):
        yield Paragraph(_words(part))
    elif type(part) in _HEADINGS:
        yield Heading(_text(part), _HEADINGS[type(part)])
    elif isinstance(part, html.Ul):
        yield Items(tuple(map(_text, children_of(part))))
    elif isinstance(part, html.Table):
        yield _grid(part)
    elif "sentence-cards" in classes_of(part):
        yield Cards(tuple(tuple(_blocks(one)) for one in children_of(part)))
    else:
        yield from _blocks(children_of(part))


def _grid(table: Component) -> Grid:
    caption, head, body = children_of(table)
    rows = [tuple(map(_cell, children_of(row))) for row in (*children_of(head), *children_of(body))]
    return Grid(_text(caption), rows[0], tuple(rows[1:]))


def _cell(part: Component) -> Cell:
    look = Look.BOLD if isinstance(part, html.Th) else Look.PLAIN
    return _words(children_of(part), look)


def _text(part: Any) -> str:  # noqa: ANN401 - as above
    return " ".join(words.text for words in _words(part))


def _words(part: Any, look: Look = Look.PLAIN) -> Cell:  # noqa: ANN401 - as above
    """Give the words of a part: in one what stands on one line and looks alike."""
    found: list[Words] = []
    for is_break, several in groupby(_pieces(part, look), lambda piece: piece is None):
        if not is_break:
            found += _lines(piece for piece in several if piece is not None)
    return tuple(words for words in found if words.text.strip())


def _lines(pieces: Iterable[Words]) -> Iterator[Words]:
    for look, several in groupby(pieces, lambda words: words.look):
        yield Words("".join(words.text for words in several), look)


def _pieces(part: Any, look: Look) -> Iterator[Words | None]:  # noqa: ANN401 - as above
    """Give texts, and nothing where a line ends."""
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _pieces(one, look)
    elif isinstance(part, Component):
        if "unseen" in classes_of(part):
            return
        ends = [None] if isinstance(part, _OWN_LINES) else []
        first, rest = _parts(part)
        yield from ends
        yield from _pieces(first, _look(part, look))
        yield from _pieces(rest, Look.QUIET)
        yield from ends
    elif part is not None:
        yield Words(str(part), look)


def _look(part: Component, around: Look) -> Look:
    """Say how the words of a part look."""
    quiet = isinstance(part, html.Small) or {"quiet", "counts"} & classes_of(part)
    return Look.QUIET if quiet else around


def _parts(part: Component) -> tuple[list[Any], list[Any]]:
    """Give what a part holds, and apart from it what unfolds on the page."""
    held = children_of(part)
    return (held[:1], held[1:]) if isinstance(part, html.Details) else (held, [])
