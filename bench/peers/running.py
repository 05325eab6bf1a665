"""What all peers do: read the case that they are given, and serve it by waitress."""

import argparse
from collections.abc import Callable
from pathlib import Path

from dash import Dash, dcc, html
from dash.development.base_component import Component
from waitress.server import create_server

from bench.diagram import Diagram
from relnet.case.models import Case
from relnet.case.reading import read_case

GRAPH = "graph"
SLIDER = "slider"
_THREADS = 8


def run(make_app: Callable[[Case], Dash]) -> None:
    """Serve the case file named on the command line, at a free port, and print the address."""
    parser = argparse.ArgumentParser()
    parser.add_argument("case", type=Path)
    app = make_app(read_case(parser.parse_args().case))
    server = create_server(app.server, host="127.0.0.1", port=0, threads=_THREADS)
    print(f"at http://127.0.0.1:{server.effective_port}/", flush=True)
    server.run()


def page(picture: Component, labels: list[str]) -> Component:
    """Lay out a picture with a slider over it."""
    marks = {str(number): label for number, label in enumerate(labels)}
    slider = dcc.Slider(
        id=SLIDER, min=0, max=len(labels) - 1, step=1, value=0, marks=marks, updatemode="drag"
    )
    return html.Div([slider, picture])


def labels_of(diagram: Diagram) -> list[str]:
    """Give the labels of the stages."""
    return [stage.label for stage in diagram.stages]
