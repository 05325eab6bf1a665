"""The maps of both sides: every stage, its key, and the names of the lanes while it is scrolled."""

import json

from markupsafe import Markup

from relnet.figures.frame import KEY_ROW
from relnet.figures.key import key_lines, key_mark
from relnet.figures.map_scene import also_named
from relnet.figures.scene import Mark, MarkKind, Picture, Scene
from relnet.figures.svg import paint_frame, paint_still
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.choosers import LEFT, RIGHT
from relnet.web.compare.sight import lane_strip, name_spans
from relnet.web.compare.titles import side_title
from relnet.web.stage_parts import kept_part, narrow_scene_of, narrow_stage_part
from relnet.wording import _

_KEY_WIDTH = 600.0
"""So wide is the key of one side: half a laptop's screen."""


def maps_part(found: Compared) -> Markup:
    """Draw the maps of every stage of both sides, of which one each is seen."""
    return Markup('<div class="compare-sides">{}{}</div>').format(
        _side(found.left, LEFT), _side(found.right, RIGHT)
    )


def _side(view: CaseView, side: str) -> Markup:
    scene = narrow_scene_of(view)
    numbers = range(len(view.case.stages))
    title = side_title(view)
    picture = paint_frame(
        scene,
        (narrow_stage_part(view, number) for number in numbers),
        label=_("Map of the relationships: {title}").format(title=title),
    )
    named = also_named(view.case, view.names)
    return Markup(
        '<section class="compare-side" data-side="{side}"><h3 data-title="{side}">{title}</h3>'
        '<p class="side-words" data-words="{side}"></p>'
        '<p class="no-stage" hidden>{none}</p>'
        '<div class="compare-map" tabindex="0" role="region" aria-label="{title}" '
        'aria-describedby="{hint}" '
        'data-names="{spans}" style="--map-width:{width:g};--map-height:{height:g}">'
        "{lanes}{picture}</div>"
        '<div class="compare-keys">{keys}{named}</div></section>'
    ).format(
        side=side,
        title=title,
        hint=ids.HINT,
        none=_("This side has no such stage."),
        width=scene.width,
        height=scene.picture_height,
        spans=_name_spans(view, scene),
        lanes=_lanes(view, scene),
        picture=Markup(picture),  # noqa: S704 - the painter escapes every text
        keys=_keys(view, scene),
        named=Markup("<p>{}</p>").format(named) if named else "",
    )


def _keys(view: CaseView, scene: Scene) -> Markup:
    """Write the key of every stage, to stand below its map."""

    def write() -> str:
        stages = enumerate(scene.stages)
        told = (f'<div data-stage="{n}" hidden>{_key(stage.marks)}</div>' for n, stage in stages)
        return f'<div class="map-keys map">{"".join(told)}</div>'

    return Markup(kept_part(view, "compare:key", write))  # noqa: S704 - the painter escapes every text


def _lanes(view: CaseView, scene: Scene) -> Markup:
    """Write the names of the lanes once more, to stay in sight where the map is scrolled."""
    strip = kept_part(view, "compare:lanes", lambda: lane_strip(scene))
    return Markup('<div class="lane-names map">{}</div>').format(
        Markup(strip)  # noqa: S704 - the painter escapes every text
    )


def _name_spans(view: CaseView, scene: Scene) -> str:
    """Write where names stand at every stage, for the script that scrolls."""
    return kept_part(
        view, "compare:names", lambda: json.dumps(name_spans(view, scene), separators=(",", ":"))
    )


def _key(marks: tuple[Mark, ...]) -> str:
    """Paint the key of one stage as wide as half a screen."""
    drawn = [mark for mark in marks if mark.kind not in (MarkKind.KEY, MarkKind.NAMED)]
    height = KEY_ROW * key_lines(drawn, _KEY_WIDTH)
    picture = Picture(_KEY_WIDTH, height, (key_mark(drawn, _KEY_WIDTH, KEY_ROW - 6),))
    return paint_still(picture, names="map-key", label=_("Key"))
