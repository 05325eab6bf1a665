"""The parts of a case page that an edit changes, so that the page need not be loaded again.

Each part is HTML under a name that the page knows (``data-part``; ``stage:2`` is the map of a
stage, ``panel:2`` its side panel). Those of the present stage come first, all others a moment
later: the picture follows at once, however many stages there are.
"""

from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial
from typing import Any

from relnet.figures.map_scene import map_of_stage
from relnet.figures.scene import Scene
from relnet.figures.svg import paint_stage_part
from relnet.web.case_parts import boxes_part, perspectives_part, title_part
from relnet.web.case_view import CaseView
from relnet.web.stage_parts import (
    afterwards_part,
    kept_part,
    panel_part,
    part_if_kept,
    scene_of,
    stage_part,
)
from relnet.web.story.screen import story_tool
from relnet.web.timeline_part import rail_part

Parts = dict[str, str]

_SMALL: Mapping[str, Callable[[CaseView], str]] = {
    "title": title_part,
    "whose": perspectives_part,
    "boxes": boxes_part,
    "rail": rail_part,
    "afterwards": afterwards_part,
    "story-tool": story_tool,
}


def parts_now(new: CaseView, scene: Scene) -> Parts:
    """Give the parts that the present stage shows; ``scene`` is that of ``scene_now``."""
    stage = {
        f"stage:{new.stage}": paint_stage_part(scene, 0, new.stage),
        f"panel:{new.stage}": panel_part(new, new.stage),
    }
    return _small(new) | stage


def scene_now(old: CaseView | None, new: CaseView) -> Scene:
    """Draw the present stage alone; the others are drawn when they are asked for."""
    height = scene_of(old).height if old is not None else 0.0
    return map_of_stage(new.network, new.perspective, new.names, new.stage, height)


def parts_of_all(old: CaseView | None, new: CaseView, touched: Container[int]) -> Parts:
    """Give the small parts, and of the stages those other than before or touched meanwhile."""
    parts = _small(new)
    for stage in range(len(new.case.stages)):
        parts |= _changed(None if stage in touched else old, new, stage)
    return parts


def frame_of(view: CaseView, scene: Scene) -> dict[str, Any]:
    """Give the size of the map, and how many stages there are."""
    return {
        "width": scene.width,
        "height": scene.height,
        "pictureHeight": scene.picture_height,
        "stages": len(view.case.stages),
    }


def _small(new: CaseView) -> Parts:
    return {name: kept_part(new, name, partial(write, new)) for name, write in _SMALL.items()}


def _changed(old: CaseView | None, new: CaseView, stage: int) -> Iterator[tuple[str, str]]:
    """Give the parts of a stage that are other than before, both where nothing was before."""
    for name, part in ((f"stage:{stage}", stage_part), (f"panel:{stage}", panel_part)):
        written = part(new, stage)
        if old is None or part_if_kept(old, name) != written:
            yield name, written
