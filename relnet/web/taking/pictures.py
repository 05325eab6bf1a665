"""The map of a stage and the tracks as SVG files, which stay sharp at any size."""

from relnet.figures.footed import with_foot
from relnet.figures.scene import Picture
from relnet.figures.svg import paint_file
from relnet.figures.tracks.scene import tracks_scene, whole_picture
from relnet.figures.words import stage_words
from relnet.web.stage_parts import scene_of
from relnet.web.taking.taken import Taken, left_out_words, made_words, today
from relnet.web.views.tracks import options_of


def map_svg(taken: Taken) -> bytes:
    """Paint the map of the stage that is looked at."""
    view = taken.view
    scene = scene_of(view)
    words = stage_words(view.network, view.stage, view.perspective, view.names)
    picture = Picture(scene.width, scene.height, scene.stages[view.stage].marks)
    return _file(taken, picture, words.title, words.summary)


def tracks_svg(taken: Taken) -> bytes:
    """Paint all relationships over all stages, ordered as the page shows them."""
    view = taken.view
    scene = tracks_scene(view.network, view.perspective, view.names, options_of(taken.args))
    return _file(taken, whole_picture(scene), scene.title)


def _file(taken: Taken, picture: Picture, title: str, told: str = "") -> bytes:
    names = taken.view.names
    foot = (
        names.text(taken.view.case.title),
        made_words(taken.view, today()),
        left_out_words(taken.left_out),
    )
    whole = with_foot(picture, [line for line in foot if line])
    return paint_file(whole, title=title, told=told).encode("utf-8")
