"""The views of a case as they stand in a file: each is whole, and all are there."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.figures.scene import Picture
from relnet.figures.svg import paint_still
from relnet.figures.tracks.options import TracksOptions
from relnet.figures.tracks.scene import tracks_scene
from relnet.figures.words import stage_title
from relnet.network.focus import Columns, Rows
from relnet.web.as_html import as_html
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.handout.plain import plain
from relnet.web.panel import stage_panel
from relnet.web.stage_parts import scene_of
from relnet.web.views.focus import focus_grids, focus_head
from relnet.web.views.focus_beside import Look
from relnet.web.views.focus_options import PATTERN, FocusOptions
from relnet.web.views.focus_table import level_key
from relnet.web.views.table import table_view
from relnet.web.views.tracks_told import tracks_told
from relnet.wording import _

WORDS: Mapping[str, str] = {
    "map": _("Map"),
    "tracks": _("Tracks"),
    "focus": _("Focus"),
    "table": _("Table and words"),
}
"""What the views of a file are called, in their order."""


def views_part(view: CaseView, *, refs: bool = False) -> Markup:
    """Write all views, one below the other; a script shows one of them at a time.

    ``refs`` says whether the marks of the pictures bear their short names.
    """
    parts = {
        "map": _map(view, refs=refs),
        "tracks": _tracks(view, refs=refs),
        "focus": _focus(view),
        "table": as_html(plain(table_view(view, each_stage=False))),
    }
    return Markup("").join(
        Markup(
            '<section class="sheet-view sheet-{name}" id="view-{name}" data-view="{name}" '
            'aria-label="{words}">{part}</section>'
        ).format(name=name, words=WORDS[name], part=part)
        for name, part in parts.items()
    )


def _map(view: CaseView, *, refs: bool) -> Markup:
    numbers = range(len(view.case.stages))
    stages = Markup("").join(_stage(view, number, refs=refs) for number in numbers)
    return Markup('<h2 class="unseen">{}</h2>{}').format(WORDS["map"], stages)


def _stage(view: CaseView, number: int, *, refs: bool) -> Markup:
    """Write one stage: its picture, and beside it what the page says of it."""
    scene = scene_of(view)
    title = stage_title(view.network, number, view.names)
    picture = Picture(scene.width, scene.height, scene.stages[number].marks)
    painted = paint_still(picture, names="stage-map", label=title, refs=refs)
    own = CaseView(view.entry, view.network, view.names, view.perspective, number)
    return Markup(
        '<section class="sheet-stage" id="stage-{place}" data-stage="{number}" '
        'data-title="{title}"><div class="sheet-picture map" role="region" tabindex="0" '
        'aria-label="{title}" style="--width:{width};--height:{height}">{picture}</div>'
        '<div class="sheet-panel">{panel}</div></section>'
    ).format(
        place=number + 1,
        number=number,
        title=title,
        width=f"{scene.width:g}",
        height=f"{scene.height:g}",
        picture=Markup(painted),  # noqa: S704 - the painter escapes every text
        panel=as_html(plain(stage_panel(own, number))),
    )


def _tracks(view: CaseView, *, refs: bool) -> Markup:
    scene = tracks_scene(view.network, view.perspective, view.names, TracksOptions())
    parts = (
        ("corner", scene.corner, ""),
        ("head", scene.head, ""),
        ("names", scene.names, ""),
        ("body", scene.body, scene.title),
        ("key", scene.key, ""),
    )
    painted = Markup("").join(
        Markup(paint_still(part, names=f"tracks-{name}", label=label, refs=refs))  # noqa: S704 - as above
        for name, part, label in parts
    )
    return Markup(
        '<h2 class="view-title">{title}</h2><div class="sheet-scroll" role="region" tabindex="0" '
        'aria-label="{title}"><div class="tracks map" style="--names:{names}px;--body:{body}px">'
        "{painted}</div></div>{told}"
    ).format(
        title=scene.title,
        names=f"{scene.names.width:g}",
        body=f"{scene.body.width:g}",
        painted=painted,
        told=as_html(plain(tracks_told(view))),
    )


def _focus(view: CaseView) -> Markup:
    """Write the focus beside the published pattern, and then stage by stage."""
    beside = Look(view, FocusOptions(beside=PATTERN), Rows.TRACK, Columns.PHASE)
    by_stage = FocusOptions(columns=Columns.STAGE)
    parts = [
        focus_head(view),
        focus_grids(beside),
        focus_grids(Look(view, by_stage, Rows.TRACK, Columns.STAGE)),
        level_key(),
    ]
    return as_html(plain(html.Section(parts, className="case-view focus")))
