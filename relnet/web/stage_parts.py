"""What a case page shows of each stage: the map and the side panel, written once each."""

from collections.abc import Callable
from dataclasses import replace

from relnet.figures.columns import NARROW
from relnet.figures.map_scene import map_scene
from relnet.figures.scene import Scene
from relnet.figures.svg import paint_stage_part
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView
from relnet.web.panel import afterwards, stage_panel

_NO_STAGE = -1


def scene_of(view: CaseView) -> Scene:
    """Give the scene of a view of a case; it is made once."""
    return view.entry.kept(
        ("scene", view.perspective, view.names.hidden),
        lambda: map_scene(view.network, view.perspective, view.names),
    )


def narrow_scene_of(view: CaseView) -> Scene:
    """Give the same scene for where two stand beside each other; it is made once."""
    return view.entry.kept(
        ("scene-narrow", view.perspective, view.names.hidden),
        lambda: map_scene(view.network, view.perspective, view.names, NARROW),
    )


def narrow_stage_part(view: CaseView, stage: int) -> str:
    """Write the map of a stage for where two stand beside each other."""
    return kept_part(
        view, f"stage-narrow:{stage}", lambda: paint_stage_part(narrow_scene_of(view), stage)
    )


def stage_part(view: CaseView, stage: int) -> str:
    """Write the map of a stage."""
    return kept_part(view, f"stage:{stage}", lambda: paint_stage_part(scene_of(view), stage))


def panel_part(view: CaseView, stage: int) -> str:
    """Write the side panel of a stage; it is hidden until ``show_panel`` shows it."""
    hidden = replace(view, stage=_NO_STAGE)
    return kept_part(view, f"panel:{stage}", lambda: str(as_html(stage_panel(hidden, stage))))


def afterwards_part(view: CaseView) -> str:
    """Write what the side panel says at every stage, below."""
    return str(as_html(afterwards(view)))


def show_panel(panels: str, now: int) -> str:
    """Show the panel of one stage."""
    return panels.replace(f' hidden data-stage="{now}"', f' data-stage="{now}"', 1)


def kept_part(view: CaseView, name: str, write: Callable[[], str]) -> str:
    """Give a part of the page; write it where it is not kept."""
    return view.entry.kept(_place(view, name), write)


def part_if_kept(view: CaseView, name: str) -> object | None:
    """Give a part of the page if it is kept."""
    return view.entry.if_kept(_place(view, name))


def _place(view: CaseView, name: str) -> tuple[str, str, str, bool]:
    return ("part", name, view.perspective, view.names.hidden)
