"""A dash-cytoscape page: the server sends all elements of a stage at each step."""

from typing import Any

import dash_cytoscape as cyto  # type: ignore[import-untyped] # ships no types
from dash import Dash, Input, Output

from bench.diagram import Area, Diagram, Edge, Node, diagram_of
from bench.peers.running import GRAPH, SLIDER, labels_of, page, run
from relnet.case.models import Case

STAGE_NODE = "stage"
"""The node that carries the stage's label, and its number for the bench."""

_STYLES: list[dict[str, Any]] = [
    {
        "selector": "node",
        "style": {
            "label": "data(label)",
            "width": 17,
            "height": 17,
            "background-color": "#ffffff",
            "border-width": 2,
            "border-color": "#1f2933",
            "font-size": 12,
            "text-valign": "center",
            "text-halign": "right",
        },
    },
    {
        "selector": ".area",
        "style": {
            "shape": "rectangle",
            "width": "data(width)",
            "height": "data(height)",
            "background-color": "data(colour)",
            "background-opacity": 0.6,
            "border-width": 0.5,
            # Edges lie under nodes: what is behind everything must say so.
            "z-compound-depth": "bottom",
        },
    },
    {"selector": ".title", "style": {"background-opacity": 0, "border-width": 0}},
    {
        "selector": "edge",
        "style": {"line-color": "data(colour)", "width": "data(width)", "curve-style": "straight"},
    },
    {"selector": ".dashed", "style": {"line-style": "dashed"}},
]


def make_app(case: Case) -> Dash:
    """Make the page."""
    diagram = diagram_of(case)
    app = Dash(__name__, assets_folder="no-assets")
    picture = cyto.Cytoscape(
        id=GRAPH,
        elements=elements_of(diagram, 0),
        layout={"name": "preset"},
        stylesheet=_STYLES,
        style={"width": f"{diagram.width}px", "height": f"{diagram.height}px"},
    )
    app.layout = page(picture, labels_of(diagram))

    @app.callback(Output(GRAPH, "elements"), Input(SLIDER, "value"), prevent_initial_call=True)
    def show(stage: int) -> list[dict[str, Any]]:
        return elements_of(diagram, stage)

    return app


def elements_of(diagram: Diagram, stage: int) -> list[dict[str, Any]]:
    """Give a stage as cytoscape's elements."""
    drawing = diagram.stages[stage]
    title = {
        "data": {"id": STAGE_NODE, "label": drawing.label, "stage": stage},
        "position": {"x": 20, "y": 14},
        "classes": "title",
    }
    areas = [_area(area) for area in drawing.areas]
    nodes = [_node(node) for node in drawing.nodes]
    return [title, *areas, *nodes, *(_edge(edge) for edge in drawing.edges)]


def _area(area: Area) -> dict[str, Any]:
    return {
        "data": {
            "id": area.id,
            "label": "",
            "width": area.width,
            "height": area.height,
            "colour": area.colour,
        },
        "position": {"x": area.x + area.width / 2, "y": area.y + area.height / 2},
        "classes": "area",
    }


def _node(node: Node) -> dict[str, Any]:
    return {"data": {"id": node.id, "label": node.label}, "position": {"x": node.x, "y": node.y}}


def _edge(edge: Edge) -> dict[str, Any]:
    return {
        "data": {
            "id": f"edge-{edge.id}",
            "source": edge.source.id,
            "target": edge.target.id,
            "colour": edge.pen.colour,
            "width": edge.pen.width,
        },
        "classes": "dashed" if edge.pen.dashed else "",
    }


if __name__ == "__main__":
    run(make_app)
