"""Our scene by Plotly: all stages in one graph, a step shows and hides them in the browser.

This is the fastest way that was found inside Dash and Plotly, without what it loses there
(hovering and zooming on what Plotly takes for hidden). The map's design was decided by it.
"""

from typing import Any

import plotly.graph_objects as go
from dash import Dash, dcc

from bench.diagram import scene_of
from bench.peers.running import GRAPH, page, run
from relnet.case.models import Case
from relnet.figures.plotly_map import paint_figure
from relnet.figures.scene import Scene


def make_app(case: Case) -> Dash:
    """Make the page; ``drawn_once_assets`` holds what steps."""
    _network, scene = scene_of(case)
    app = Dash(__name__, assets_folder="drawn_once_assets")
    graph = dcc.Graph(id=GRAPH, figure=all_stages(scene), config={"displayModeBar": False})
    app.layout = page(graph, [stage.label for stage in case.stages])
    return app


def all_stages(scene: Scene) -> go.Figure:
    """Put the traces of all stages into one figure, each named after its stage."""
    traces: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    for stage in range(len(scene.stages)):
        painted = paint_figure(scene, stage).to_dict()
        layout = painted["layout"]
        traces += [
            {**trace, "uid": f"-{stage}-{number}"} for number, trace in enumerate(painted["data"])
        ]
        annotations += [{**note, "name": str(stage)} for note in layout["annotations"]]
    meta = {"stages": [note["name"] for note in annotations]}
    return go.Figure(
        {"data": traces, "layout": {**layout, "annotations": annotations, "meta": meta}},
        _validate=False,
    )


if __name__ == "__main__":
    run(make_app)
