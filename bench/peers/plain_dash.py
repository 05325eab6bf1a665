"""A plain Dash page: the server rebuilds the figure at each step and sends it whole."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import plotly.graph_objects as go
from dash import Dash, Input, Output, dcc

from bench.diagram import Diagram, Drawing, Edge, Pen, diagram_of
from bench.peers.running import GRAPH, SLIDER, labels_of, page, run
from relnet.case.models import Case


def make_app(case: Case) -> Dash:
    """Make the page."""
    diagram = diagram_of(case)
    app = Dash(__name__, assets_folder="no-assets")
    graph = dcc.Graph(id=GRAPH, figure=figure_of(diagram, 0), config={"displayModeBar": False})
    app.layout = page(graph, labels_of(diagram))

    @app.callback(Output(GRAPH, "figure"), Input(SLIDER, "value"), prevent_initial_call=True)
    def show(stage: int) -> go.Figure:
        return figure_of(diagram, stage)

    return app


def figure_of(diagram: Diagram, stage: int) -> go.Figure:
    """Draw a stage: one trace for the lines of each pen, and one for people and their names."""
    drawing = diagram.stages[stage]
    edges = sorted(drawing.edges, key=_pen_key)
    lines = [_lines(pen, found) for pen, found in groupby(edges, key=lambda edge: edge.pen)]
    return go.Figure([*lines, _people(drawing)], _layout(diagram, stage))


def _pen_key(edge: Edge) -> tuple[str, float, bool]:
    return edge.pen.colour, edge.pen.width, edge.pen.dashed


def _lines(pen: Pen, edges: Iterable[Edge]) -> go.Scatter:
    x: list[float | None] = []
    y: list[float | None] = []
    for edge in edges:
        x += [edge.source.x, edge.target.x, None]
        y += [edge.source.y, edge.target.y, None]
    line = {"color": pen.colour, "width": pen.width, "dash": "dash" if pen.dashed else "solid"}
    return go.Scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")


def _people(drawing: Drawing) -> go.Scatter:
    return go.Scatter(
        x=[node.x for node in drawing.nodes],
        y=[node.y for node in drawing.nodes],
        text=[node.label for node in drawing.nodes],
        mode="markers+text",
        textposition="middle right",
        marker={"size": 17, "color": "#ffffff", "line": {"width": 2, "color": "#1f2933"}},
        hoverinfo="text",
    )


def _layout(diagram: Diagram, stage: int) -> dict[str, Any]:
    drawing = diagram.stages[stage]
    return {
        "meta": {"stage": stage},
        "title": {"text": drawing.label},
        "width": diagram.width,
        "height": diagram.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "xaxis": {"visible": False, "range": [0, diagram.width]},
        "yaxis": {"visible": False, "range": [diagram.height, 0]},
        "shapes": [
            {
                "type": "rect",
                "x0": area.x,
                "y0": area.y,
                "x1": area.x + area.width,
                "y1": area.y + area.height,
                "fillcolor": area.colour,
                "opacity": 0.6,
                "layer": "below",
                "line": {"width": 0.5},
            }
            for area in drawing.areas
        ],
    }


if __name__ == "__main__":
    run(make_app)
