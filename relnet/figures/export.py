"""Pictures of one stage as files: SVG without a browser, the others through Plotly."""

from collections.abc import Callable
from pathlib import Path

from relnet.case.messages import RelnetError
from relnet.case.names import Names
from relnet.figures.map_scene import map_scene
from relnet.figures.scene import Scene
from relnet.figures.svg import paint_stage
from relnet.network.graph import CaseNetwork
from relnet.wording import _


class CannotDraw(RelnetError):  # noqa: N818 - the name says what happened
    """A picture cannot be written here; the message says what to do."""


def write_figure(
    network: CaseNetwork, stage: int, perspective: str, names: Names, out: Path
) -> None:
    """Write the map of one stage to a file.

    Args:
        network: the case's network.
        stage: the stage's number, from 0.
        perspective: whose view of the relationships.
        names: what everybody is called.
        out: the file; its ending says what is written: .svg, .json, .html or .png.

    Raises:
        CannotDraw: the ending is none of these, there is no browser to draw a PNG with, or
            the file cannot be written.

    """
    write = _WRITERS.get(out.suffix.lower())
    if write is None:
        raise CannotDraw(
            _(
                "'{name}' ends in none of .svg, .json, .html and .png; "
                "its ending says what kind of picture to write"
            ).format(name=out.name)
        )
    scene = map_scene(network, perspective, names)
    try:
        write(scene, stage, out)
    except OSError as fault:
        raise CannotDraw(
            _("cannot write '{name}': {reason}").format(name=out, reason=fault.strerror)
        ) from fault


def _write_svg(scene: Scene, stage: int, out: Path) -> None:
    out.write_text(paint_stage(scene, stage), encoding="utf-8", newline="\n")


def _write_json(scene: Scene, stage: int, out: Path) -> None:
    from relnet.figures.plotly_map import paint_figure

    out.write_text(paint_figure(scene, stage).to_json(), encoding="utf-8", newline="\n")


def _write_html(scene: Scene, stage: int, out: Path) -> None:
    """Write a page that works without a network: Plotly's script is inside."""
    from relnet.figures.plotly_map import paint_figure

    page = paint_figure(scene, stage).to_html(
        include_plotlyjs=True, config={"displaylogo": False, "displayModeBar": False}
    )
    out.write_text(page, encoding="utf-8", newline="\n")


def _write_png(scene: Scene, stage: int, out: Path) -> None:
    from choreographer.errors import BrowserDepsError, BrowserFailedError

    from relnet.figures.plotly_map import paint_figure

    try:
        picture = paint_figure(scene, stage).to_image(format="png", scale=2)
    except (BrowserDepsError, BrowserFailedError, RuntimeError) as fault:
        raise CannotDraw(
            _(
                "a PNG is drawn by Chromium or Chrome, and none was found or it did not start; "
                "install one, or write an .svg, which needs none"
            )
        ) from fault
    out.write_bytes(picture)


_WRITERS: dict[str, Callable[[Scene, int, Path], None]] = {
    ".svg": _write_svg,
    ".json": _write_json,
    ".html": _write_html,
    ".png": _write_png,
}
