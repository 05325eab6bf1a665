"""The slide painter: a picture as the native shapes of a slide, which anybody can edit.

The whole picture is one group with its description. Each thing in it that has words of its
own is a group in that group, called by these words, so that it can be moved as one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from relnet.figures.paths import Point
from relnet.figures.scene import Box, Disc, Line, Mark, MarkKind, Picture, Run, Shape, Text
from relnet.figures.style import Style, look_up
from relnet.figures.svg import escaped
from relnet.figures.text import text_width

EMU_PER_POINT = 12700
"""Slides are measured in English metric units: 914,400 to the inch."""

_NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_ALIGNED = {"start": "l", "middle": "ctr", "end": "r"}
_SHARE_BEFORE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_LINE_HEIGHT = 1.3
_MIDDLE = 0.34
"""How far the middle of a line of text lies above its base line, in its size."""

_MOST_LETTERS = 200
_WHOLE = 100_000
_SMALLEST_TEXT = 100

LIT, DIM = "lit", "dim"
"""The tags of marks that are pointed at, and of those that stand back then."""

_DIM_TEXT, _DIM_LINE, _DIM_REST = 0.78, 0.14, 0.28
_PLAIN_COLOUR = re.compile(r'<a:srgbClr val="(\w+)"/>')


@dataclass(frozen=True, slots=True)
class Place:
    """Where a picture lies on a slide (EMU): its upper left corner, and how large a px is."""

    left: float
    top: float
    per_px: float

    def x(self, px: float) -> int:
        """Give a place across."""
        return round(self.left + px * self.per_px)

    def y(self, px: float) -> int:
        """Give a place down."""
        return round(self.top + px * self.per_px)

    def size(self, px: float) -> int:
        """Give a length."""
        return round(px * self.per_px)


@dataclass(frozen=True)
class _Painter:
    place: Place
    numbers: Iterator[int] = field(default_factory=lambda: count(1000))

    def group(self, inside: str, frame: str, name: str, told: str = "") -> str:
        """Write a group; what is inside keeps the measures of the slide."""
        inner = frame.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
        return (
            f"<p:grpSp><p:nvGrpSpPr>{self._named(name, told)}<p:cNvGrpSpPr/><p:nvPr/>"
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{frame}{inner}</a:xfrm></p:grpSpPr>{inside}</p:grpSp>"
        )

    def mark(self, mark: Mark) -> str:
        """Write what a mark is made of; as a group where it has words of its own."""
        shapes = [(_told_off(mark, self.shape(s), s), self.bounds(s)) for s in mark.shapes]
        found = [(written, bounds) for written, bounds in shapes if written]
        inside = "".join(written for written, _bounds in found)
        if not mark.label or len(found) < 2:  # noqa: PLR2004 - one shape needs no group
            return inside
        return self.group(inside, _frame(_around(bounds for _written, bounds in found)), mark.label)

    def shape(self, shape: Shape) -> str:
        """Write one shape; "" where nothing of it would be seen."""
        if isinstance(shape, Text):
            return self._text(shape)
        style = look_up(shape.style)
        if style.stroke is None and style.fill is None:
            return ""
        frame = _frame(self.bounds(shape))
        return self._drawn(shape.style, frame, self._geometry(shape), style)

    def bounds(self, shape: Shape) -> tuple[int, int, int, int]:
        """Give where a shape lies: left, top, width and height (EMU)."""
        if isinstance(shape, Line):
            return self._line_bounds(shape)
        if isinstance(shape, Text):
            return self._text_bounds(shape)
        place = self.place
        if isinstance(shape, Disc):
            across = place.size(2 * shape.radius)
            left, top = place.x(shape.x - shape.radius), place.y(shape.y - shape.radius)
            return left, top, across, across
        return (
            place.x(shape.x),
            place.y(shape.y),
            place.size(max(shape.width, 0)),
            place.size(max(shape.height, 0)),
        )

    def _line_bounds(self, line: Line) -> tuple[int, int, int, int]:
        points = [self._at(point) for point in _points(line)]
        xs, ys = [x for x, _y in points], [y for _x, y in points]
        return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)

    def _text_bounds(self, text: Text) -> tuple[int, int, int, int]:
        size = look_up(text.runs[0].style).size
        long, high = self.place.size(_width(text.runs)), self.place.size(size * _LINE_HEIGHT)
        before = round(long * _SHARE_BEFORE[text.anchor])
        x, y, up = self.place.x(text.x), self.place.y(text.y), self.place.size(size * _MIDDLE)
        if text.turned:
            return x - up - high // 2, y - long + before, high, long
        return x - before, y - up - high // 2, long, high

    def _at(self, point: Point) -> tuple[int, int]:
        return self.place.x(point[0]), self.place.y(point[1])

    def _geometry(self, shape: Line | Disc | Box) -> str:
        if isinstance(shape, Line):
            return self._path(shape)
        if isinstance(shape, Disc):
            return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>'
        if not shape.radius:
            return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        share = round(min(0.5, shape.radius / max(1.0, min(shape.width, shape.height))) * _WHOLE)
        return (
            '<a:prstGeom prst="roundRect"><a:avLst>'
            f'<a:gd name="adj" fmla="val {share}"/></a:avLst></a:prstGeom>'
        )

    def _path(self, line: Line) -> str:
        """Write a line with its curves as they are."""
        left, top, wide, high = self._line_bounds(line)

        def at(point: Point) -> str:
            x, y = self._at(point)
            return f'<a:pt x="{x - left}" y="{y - top}"/>'

        drawn = [f"<a:moveTo>{at(line.path.start)}</a:moveTo>"]
        for part in line.path.parts:
            tag = "lnTo" if len(part) == 1 else "cubicBezTo"
            drawn.append(f"<a:{tag}>{''.join(at(point) for point in part)}</a:{tag}>")
        return (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{wide}" h="{high}">{"".join(drawn)}</a:path></a:pathLst></a:custGeom>'
        )

    def _drawn(self, name: str, frame: str, geometry: str, style: Style) -> str:
        return (
            f"<p:sp><p:nvSpPr>{self._named(name)}<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
            f"<p:spPr><a:xfrm>{frame}</a:xfrm>{geometry}{_fill(style)}{self._pen(style)}</p:spPr>"
            "</p:sp>"
        )

    def _pen(self, style: Style) -> str:
        if style.stroke is None:
            return "<a:ln><a:noFill/></a:ln>"
        cap = "rnd" if style.round_ends else "flat"
        return (
            f'<a:ln w="{self.place.size(style.stroke_width)}" cap="{cap}">'
            f"{_colour(style.stroke)}{_dash(style)}<a:round/></a:ln>"
        )

    def _text(self, text: Text) -> str:
        runs = [run for run in text.runs if run.text]
        if not runs:
            return ""
        frame = _frame(self.bounds(text))
        turned = ' vert="vert270"' if text.turned else ""
        written = "".join(self._run(run, last=run is runs[-1]) for run in runs)
        return (
            f'<p:sp><p:nvSpPr>{self._named(text.plain)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm>{frame}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "<a:noFill/></p:spPr><p:txBody>"
            f'<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"{turned}>'
            f'<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="{_ALIGNED[text.anchor]}"/>'
            f"{written}</a:p></p:txBody></p:sp>"
        )

    def _run(self, run: Run, *, last: bool) -> str:
        style = look_up(run.style)
        points = self.place.size(style.size) / EMU_PER_POINT
        size = max(_SMALLEST_TEXT, round(points * 100))
        looks = (' b="1"' if style.bold else "") + (' i="1"' if style.italic else "")
        words = run.text if last else f"{run.text} "
        return (
            f'<a:r><a:rPr lang="en-GB" sz="{size}"{looks}>{_colour(style.fill or "#000000")}'
            f"</a:rPr><a:t>{escaped(words)}</a:t></a:r>"
        )

    def _named(self, name: str, told: str = "") -> str:
        descr = f' descr="{escaped(told)}"' if told else ""
        short = escaped(name[:_MOST_LETTERS])
        return f'<p:cNvPr id="{next(self.numbers)}" name="{short}"{descr}/>'


def paint_group(picture: Picture, place: Place, *, name: str, told: str) -> str:
    """Write a picture as a group of shapes, in the XML of a slide.

    Args:
        picture: the picture.
        place: where it lies on the slide.
        name: what the group is called in the list of a slide's parts.
        told: the picture in words, for those who hear it.
    """
    painter = _Painter(place)
    inside = "".join(painter.mark(mark) for mark in picture.marks)
    size = (place.size(picture.width), place.size(picture.height))
    whole = painter.group(inside, _frame((place.x(0), place.y(0), *size)), name, told)
    return whole.replace("<p:grpSp>", f"<p:grpSp {_NAMESPACES}>", 1)


def _told_off(mark: Mark, written: str, shape: Shape) -> str:
    """Make a shape of a mark stand out or back, as the tags of the mark say."""
    if LIT in mark.tags and isinstance(shape, Text):
        return written.replace("<a:rPr ", '<a:rPr u="sng" ')
    if DIM not in mark.tags:
        return written
    whole = _DIM_LINE if mark.kind in (MarkKind.TIE, MarkKind.ARC) else _DIM_REST
    share = _DIM_TEXT if isinstance(shape, Text) else whole
    return _PLAIN_COLOUR.sub(lambda found: _rgb(found[1], share), written)


def _frame(bounds: tuple[int, int, int, int]) -> str:
    left, top, wide, high = bounds
    return f'<a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/>'


def _around(all_bounds: Iterable[tuple[int, int, int, int]]) -> tuple[int, int, int, int]:
    found = list(all_bounds)
    left, top = min(b[0] for b in found), min(b[1] for b in found)
    right, bottom = max(b[0] + b[2] for b in found), max(b[1] + b[3] for b in found)
    return left, top, right - left, bottom - top


def _points(line: Line) -> list[Point]:
    """Give all points that a line is written with."""
    return [line.path.start, *(point for part in line.path.parts for point in part)]


def _width(runs: Iterable[Run]) -> float:
    styles = [(run, look_up(run.style)) for run in runs]
    spaces = sum(text_width(" ", style.size) for _run, style in styles[:-1])
    return spaces + sum(text_width(r.text, s.size, bold=s.bold) for r, s in styles)


def _fill(style: Style) -> str:
    return _colour(style.fill, style.opacity) if style.fill else "<a:noFill/>"


def _colour(colour: str, opacity: float = 1.0) -> str:
    return f"<a:solidFill>{_rgb(colour.removeprefix('#').upper(), opacity)}</a:solidFill>"


def _rgb(value: str, opacity: float) -> str:
    if opacity >= 1:
        return f'<a:srgbClr val="{value}"/>'
    return f'<a:srgbClr val="{value}"><a:alpha val="{round(opacity * _WHOLE)}"/></a:srgbClr>'


def _dash(style: Style) -> str:
    """Write dashes and gaps as shares of the line's width, as slides have them."""
    if style.dash is None:
        return ""
    lengths = [float(length) / style.stroke_width for length in style.dash.split()]
    pairs = zip(lengths[::2], lengths[1::2], strict=True)
    stops = "".join(
        f'<a:ds d="{round(dash * _WHOLE)}" sp="{round(gap * _WHOLE)}"/>' for dash, gap in pairs
    )
    return f"<a:custDash>{stops}</a:custDash>"
