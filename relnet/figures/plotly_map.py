"""The Plotly painter: a stage of a scene as a ``go.Figure``.

Lines of one style share one trace, so do circles, boxes and texts; a trace is named after
its class. Plotly reads markup in texts, so every text is escaped.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape
from math import cos, pi, sin
from typing import Any

import plotly.graph_objects as go

from relnet.figures.paths import Point
from relnet.figures.scene import Box, Disc, Line, Mark, Picture, Scene, Shape, Text
from relnet.figures.style import FONT, PAPER, Style, look_up
from relnet.figures.text import drawable

_ROUND_STEPS = 24
_CORNER_STEPS = 6
_TEXT_PLACES = {"start": "middle right", "middle": "middle center", "end": "middle left"}
# fmt: off
_BACK_TO_FRONT = (
    "lane", "row", "column", "area", "guide", "distance", "phase", "time", "tick", "move",
    "services", "birthday", "blank", "arc", "spine", "pill", "port", "line", "faint", "over",
    "zigzag", "stub", "stop", "slash", "cross", "mark", "badge", "sign", "icon", "node",
)
# fmt: on
_NONE_FILL = "rgba(0,0,0,0)"


@dataclass
class _Trace:
    """What is collected for one trace: places, and per place what it belongs to."""

    kind: str
    style: str
    x: list[float | None] = field(default_factory=list)
    y: list[float | None] = field(default_factory=list)
    refs: list[str | None] = field(default_factory=list)
    labels: list[str | None] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def add_line(self, points: Iterable[Point], mark: Mark) -> None:
        """Add joined points, and a gap after them."""
        for x, y in points:
            self.x.append(round(x, 1))
            self.y.append(round(y, 1))
            self.refs.append(mark.ref)
        self.x.append(None)
        self.y.append(None)
        self.refs.append(None)

    def add_point(self, point: Point, mark: Mark) -> None:
        """Add one place."""
        self.x.append(round(point[0], 1))
        self.y.append(round(point[1], 1))
        self.refs.append(mark.ref)
        self.labels.append(plotly_text(mark.label or ""))


def plotly_text(text: str) -> str:
    """Escape what Plotly would read as markup or as a formula."""
    return escape(drawable(text), quote=False).replace("$", "&#36;")


def paint_figure(scene: Scene, stage: int) -> go.Figure:
    """Paint one stage: px are the units of both axes, y grows downwards."""
    return paint_picture(Picture(scene.width, scene.height, scene.stages[stage].marks))


def paint_picture(picture: Picture) -> go.Figure:
    """Paint any picture in the same way."""
    traces: dict[tuple[str, str], _Trace] = {}
    turned = []
    for mark in picture.marks:
        for shape in mark.shapes:
            if isinstance(shape, Text) and shape.turned:
                turned.append(_annotation(shape))
            else:
                _collect(traces, shape, mark)
    in_order = sorted(traces.values(), key=_layer)
    figure = {"data": [_drawn(trace) for trace in in_order], "layout": _layout(picture, turned)}
    # Checking each number takes Plotly longer than the whole drawing; the tests check instead.
    return go.Figure(figure, _validate=False)


def _layout(picture: Picture, annotations: list[dict[str, Any]]) -> dict[str, Any]:
    axis = {"visible": False, "fixedrange": True}
    return {
        "width": picture.width,
        "height": picture.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**axis, "range": [0, picture.width]},
        "yaxis": {**axis, "range": [picture.height, 0]},
        "showlegend": False,
        "hovermode": "closest",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "font": {"family": FONT},
        "annotations": annotations,
    }


def _collect(traces: dict[tuple[str, str], _Trace], shape: Shape, mark: Mark) -> None:
    kind, style = _trace_key(shape)
    trace = traces.setdefault((kind, style), _Trace(kind, style))
    if isinstance(shape, Line):
        trace.add_line(shape.path.points(), mark)
    elif isinstance(shape, Box):
        trace.add_line(_box_points(shape), mark)
    elif isinstance(shape, Text):
        trace.add_point((shape.x, shape.y - 0.36 * look_up(style).size), mark)
        trace.texts.append(_runs(shape))
    elif kind == "line":
        trace.add_line(_circle_points(shape), mark)
    else:
        trace.add_point((shape.x, shape.y), mark)
        trace.sizes.append(2 * shape.radius)


def _layer(trace: _Trace) -> int:
    """Say how far in front a trace lies: traces mix marks, so their order is kept by class."""
    if trace.kind.startswith("text"):
        return len(_BACK_TO_FRONT)
    return _BACK_TO_FRONT.index(trace.style.split("-")[0])


def _trace_key(shape: Shape) -> tuple[str, str]:
    """Say which trace a shape goes into: markers cannot be dashed, so such circles are lines."""
    if isinstance(shape, Text):
        return f"text {shape.anchor}", shape.runs[0].style
    if isinstance(shape, Disc) and look_up(shape.style).dash is None:
        return "disc", shape.style
    return "line", shape.style


def _drawn(trace: _Trace) -> dict[str, Any]:
    style = look_up(trace.style)
    common = {"type": "scatter", "name": trace.style, "x": trace.x, "y": trace.y}
    if trace.kind == "line":
        return {**common, "mode": "lines", "hoverinfo": "skip", "meta": trace.refs, **_pen(style)}
    told = {"hoverinfo": "text", "hovertext": trace.labels, "customdata": trace.refs}
    if trace.kind == "disc":
        return {**common, **told, "mode": "markers", "marker": _marker(trace, style)}
    return {
        **common,
        **told,
        "mode": "text",
        "text": trace.texts,
        "textposition": _TEXT_PLACES[trace.kind.removeprefix("text ")],
        "textfont": {"size": style.size, "color": style.fill},
    }


def _pen(style: Style) -> dict[str, Any]:
    line: dict[str, Any] = {"width": style.stroke_width, "color": style.stroke or _NONE_FILL}
    if style.dash:
        line["dash"] = ",".join(f"{length}px" for length in style.dash.split())
    if style.fill is None:
        return {"line": line}
    return {"line": line, "fill": "toself", "fillcolor": _with_opacity(style.fill, style.opacity)}


def _marker(trace: _Trace, style: Style) -> dict[str, Any]:
    line = {"width": style.stroke_width, "color": style.stroke or _NONE_FILL}
    fill = _with_opacity(style.fill, style.opacity) if style.fill else _NONE_FILL
    return {"size": trace.sizes, "color": fill, "line": line, "opacity": 1}


def _with_opacity(colour: str, opacity: float) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})" if opacity < 1 else colour


def _runs(text: Text) -> str:
    """Write the runs of a text with the tags that Plotly knows."""
    first = look_up(text.runs[0].style)
    written = []
    for run in text.runs:
        style, words = look_up(run.style), plotly_text(run.text)
        if style.bold:
            words = f"<b>{words}</b>"
        if style.italic:
            words = f"<i>{words}</i>"
        if style is not first:
            words = f'<span style="font-size:{style.size:g}px;color:{style.fill}">{words}</span>'
        written.append(words)
    return " ".join(written)


def _annotation(text: Text) -> dict[str, Any]:
    style = look_up(text.runs[0].style)
    return {
        "name": text.runs[0].style,
        "x": text.x - 0.36 * style.size,
        "y": text.y,
        "text": _runs(text),
        "textangle": -90,
        "showarrow": False,
        "font": {"size": style.size, "color": style.fill},
    }


def _circle_points(disc: Disc) -> list[Point]:
    turns = (2 * pi * step / _ROUND_STEPS for step in range(_ROUND_STEPS + 1))
    return [(disc.x + disc.radius * cos(t), disc.y + disc.radius * sin(t)) for t in turns]


def _box_points(box: Box) -> list[Point]:
    """Go around a rectangle with round corners, clockwise from its upper left one."""
    r = min(box.radius, box.width / 2, box.height / 2)
    right, bottom = box.x + box.width - r, box.y + box.height - r
    corners = ((box.x + r, box.y + r), (right, box.y + r), (right, bottom), (box.x + r, bottom))
    points = [
        (x + r * cos(t), y + r * sin(t))
        for quarter, (x, y) in enumerate(corners)
        for t in (pi + pi / 2 * (quarter + s / _CORNER_STEPS) for s in range(_CORNER_STEPS + 1))
    ]
    return [*points, points[0]]
