"""The map of a stage and the tracks as SVG files, which stay sharp at any size."""

from relnet.figures.footed import with_foot
from relnet.figures.scene import MarkKind, Picture
from relnet.figures.svg import paint_file
from relnet.figures.tracks.scene import TracksScene, tracks_scene, whole_picture
from relnet.figures.words import stage_words
from relnet.web.case_view import CaseView
from relnet.web.stage_parts import scene_of
from relnet.web.taking.taken import Taken, foot_lines
from relnet.web.views.tracks import options_of


def map_svg(taken: Taken) -> bytes:
    """Paint the map of the stage that is looked at."""
    view = taken.view
    words = stage_words(view.network, view.stage, view.perspective, view.names)
    return paint_file(map_picture(taken), title=words.title, told=words.summary).encode("utf-8")


def map_picture(taken: Taken) -> Picture:
    """Give the map of the stage that is looked at, with what it says of itself below."""
    scene = scene_of(taken.view)
    picture = Picture(scene.width, scene.height, scene.stages[taken.view.stage].marks)
    return with_foot(picture, foot_lines(taken))


def untitled_map(view: CaseView, stage: int) -> Picture:
    """Give the map of a stage with its key, for where its title stands above it."""
    scene = scene_of(view)
    marks = scene.stages[stage].marks
    kept = tuple(mark for mark in marks if mark.kind is not MarkKind.TITLE)
    return Picture(scene.width, scene.height, kept)


def tracks_svg(taken: Taken) -> bytes:
    """Paint all relationships over all stages, ordered as the page shows them."""
    scene = tracks_drawn(taken)
    return paint_file(_with_foot(scene, taken), title=scene.title).encode("utf-8")


def tracks_picture(taken: Taken) -> Picture:
    """Give the tracks, with what they say of themselves below."""
    return _with_foot(tracks_drawn(taken), taken)


def _with_foot(scene: TracksScene, taken: Taken) -> Picture:
    return with_foot(whole_picture(scene), foot_lines(taken))


def tracks_drawn(taken: Taken) -> TracksScene:
    """Draw the tracks in parts, ordered as the page shows them."""
    view = taken.view
    return tracks_scene(view.network, view.perspective, view.names, options_of(taken.args))
