"""The tracks of both sides: every relationship over all stages, under one set of choices."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.figures.tracks.options import TracksOptions
from relnet.figures.tracks.scene import tracks_scene
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.choosers import LEFT, RIGHT
from relnet.web.compare.titles import side_title
from relnet.web.views.tracks import options_of, tracks_grid, tracks_toolbar


def tracks_of_both(found: Compared, args: Mapping[str, str]) -> Markup:
    """Draw the tracks of both sides as the address chooses (``scale``, ``sort``, ``roles``)."""
    options = options_of(args)
    return Markup('{}<div class="compare-sides">{}{}</div>').format(
        tracks_toolbar(found.left, options),
        _side(found.left, LEFT, options),
        _side(found.right, RIGHT, options),
    )


def _side(view: CaseView, side: str, options: TracksOptions) -> Markup:
    scene = tracks_scene(view.network, view.perspective, view.names, options)
    title = side_title(view)
    return Markup(
        '<section class="compare-side" data-side="{side}"><h3 data-title="{side}">{title}</h3>'
        '<p class="compare-finding">{finding}</p>'
        '<div class="compare-tracks" tabindex="0" role="region" aria-label="{title}">{grid}</div>'
        "</section>"
    ).format(side=side, title=title, finding=scene.title, grid=tracks_grid(scene))
