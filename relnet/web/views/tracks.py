"""The Tracks view: every relationship over all stages, with its headings in sight."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.scene import Picture
from relnet.figures.svg import paint_part
from relnet.figures.tracks.options import Roles, Scale, Sort, TracksOptions
from relnet.figures.tracks.scene import TracksScene, tracks_scene
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView
from relnet.web.views.tracks_told import tracks_told
from relnet.wording import _

Choice = TypeVar("Choice", bound=StrEnum)

_SCALES = {Scale.EQUAL: _("as wide as each other"), Scale.TIME: _("as long as they lasted")}
_ROLES = {Roles.PEOPLE: _("a row each"), Roles.SLOTS: _("one row for a role")}


def tracks_view(view: CaseView, args: Mapping[str, str]) -> Markup:
    """Write the view with what its address chooses (``scale``, ``sort``, ``roles``)."""
    options = options_of(args)
    key = ("tracks", view.perspective, view.names.hidden, options)
    return view.entry.kept(key, lambda: _written(view, options))


def _written(view: CaseView, options: TracksOptions) -> Markup:
    scene = tracks_scene(view.network, view.perspective, view.names, options)
    told = view.entry.kept(
        ("tracks-told", view.perspective, view.names.hidden), lambda: as_html(tracks_told(view))
    )
    return Markup('<h2 class="view-title">{}</h2>{}{}{}').format(
        scene.title, tracks_toolbar(view, options), tracks_grid(scene), told
    )


def options_of(args: Mapping[str, str]) -> TracksOptions:
    """Read the choices of an address; what names nothing is as the view opens."""
    opening = TracksOptions()
    return TracksOptions(
        scale=_choice(args.get("scale"), opening.scale),
        sort=_choice(args.get("sort"), opening.sort),
        roles=_choice(args.get("roles"), opening.roles),
    )


def _choice(asked: str | None, opening: Choice) -> Choice:
    return next((one for one in type(opening) if one.value == asked), opening)


def tracks_toolbar(view: CaseView, options: TracksOptions) -> Markup:
    """Offer the choices as native lists; the browser asks for the view that they name."""
    name = view.names.inside(YOUNG_PERSON)
    sorts = {
        Sort.MAP: _("as on the map"),
        Sort.CLOSENESS: _("closest to {name} first").format(name=name),
        Sort.LOST_FIRST: _("lost first, first"),
        Sort.LASTED: _("longest first"),
    }
    return Markup('<div class="view-tools">{}{}{}</div>').format(
        _select("sort", _("Rows"), sorts, options.sort),
        _select("scale", _("Stages"), _SCALES, options.scale),
        _select("roles", _("People who follow each other in a role"), _ROLES, options.roles),
    )


def _select(name: str, title: str, words: Mapping[Choice, str], chosen: Choice) -> Markup:
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            one.value, Markup(" selected") if one is chosen else "", text
        )
        for one, text in words.items()
    )
    return Markup(
        '<label>{} <select name="{}" class="tool" autocomplete="off">{}</select></label>'
    ).format(title, name, options)


def tracks_grid(scene: TracksScene) -> Markup:
    """Put the parts into a grid, of which the headings stay in sight."""
    parts: tuple[tuple[str, Picture], ...] = (
        ("corner", scene.corner),
        ("head", scene.head),
        ("names", scene.names),
        ("body", scene.body),
        ("key", scene.key),
    )
    painted = Markup("").join(
        Markup(paint_part(part, names=f"tracks-{name}"))  # noqa: S704 - the painter escapes every text
        for name, part in parts
    )
    return Markup(
        '<div class="tracks map" style="--names:{}px;--body:{}px;--head:{}px" '
        'data-width="{}">{}</div>'
    ).format(
        f"{scene.names.width:g}",
        f"{scene.body.width:g}",
        f"{scene.head.height:g}",
        f"{scene.names.width + scene.body.width:g}",
        painted,
    )
