"""The views beside the map: each is fetched once, as a piece of HTML, and then kept in the page."""

from collections.abc import Callable, Mapping

from dash.development.base_component import Component
from flask import Flask, abort, request
from markupsafe import Markup

from relnet.web.addresses import FRAGMENT_RULE
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView, asked_view
from relnet.web.server import current_shelf
from relnet.web.views.changes import asked_stages, changes_view
from relnet.web.views.focus import focus_view
from relnet.web.views.focus_options import focus_options
from relnet.web.views.numbers import numbers_view
from relnet.web.views.table import table_view
from relnet.web.views.tracks import tracks_view
from relnet.wording import _

View = Callable[[CaseView, Mapping[str, str]], Markup]


def _focus(view: CaseView, args: Mapping[str, str]) -> Markup:
    entries = current_shelf().entries()
    options = focus_options(args, view, entries)
    # It offers the other cases: what is kept is good for as long as these are the same ones.
    others = tuple((entry.key, id(entry.case)) for entry in entries)
    asked = tuple(sorted((name, args[name]) for name in args.keys() - {"as", "stage"}))
    key = ("focus", view.perspective, view.names.hidden, asked, others)
    return view.entry.kept(key, lambda: as_html(focus_view(view, options)))


def _changes(view: CaseView, args: Mapping[str, str]) -> Markup:
    return as_html(changes_view(view, *asked_stages(args, view)))


def _kept(name: str, build: Callable[[CaseView], Component]) -> View:
    """Write a view that has no choices once for each perspective."""

    def write(view: CaseView, _args: Mapping[str, str]) -> Markup:
        key = (name, view.perspective, view.names.hidden)
        return view.entry.kept(key, lambda: as_html(build(view)))

    return write


VIEWS: Mapping[str, View] = {
    "tracks": tracks_view,
    "focus": _focus,
    "table": _kept("table", table_view),
    "numbers": _kept("numbers", numbers_view),
    "changes": _changes,
}
"""How each view is written, by its name in the address; the map stands in the page already."""

VIEW_WORDS: Mapping[str, str] = {
    "map": _("Map"),
    "tracks": _("Tracks"),
    "focus": _("Focus"),
    "table": _("Table"),
    "numbers": _("Numbers"),
}
"""What the views are called, in the order of their tabs."""


def write_view(name: str, view: CaseView, args: Mapping[str, str]) -> Markup:
    """Write a view of a case.

    Raises:
        KeyError: there is no view of this name.

    """
    return VIEWS[name](view, args)


def register_fragments(server: Flask) -> None:
    """Answer the page's requests for its views."""

    @server.get(FRAGMENT_RULE)
    def fragment(key: str, name: str) -> str:
        if name not in VIEWS:
            abort(404)
        args = request.args.to_dict()
        return str(write_view(name, asked_view(key, args), args))
