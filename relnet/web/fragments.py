"""The views beside the map: each is fetched once, as a piece of HTML, and then kept in the page."""

from collections.abc import Callable, Mapping

from flask import Flask, abort, request
from markupsafe import Markup

from relnet.web.addresses import FRAGMENT_RULE
from relnet.web.case_view import CaseView, view_of
from relnet.web.paging import Visit
from relnet.web.privacy import names_hidden
from relnet.web.views.tracks import tracks_view
from relnet.wording import _

View = Callable[[CaseView, Mapping[str, str]], Markup]

VIEWS: Mapping[str, View] = {"tracks": tracks_view}
"""How each view is written, by its name in the address; the map stands in the page already."""

VIEW_WORDS: Mapping[str, str] = {"map": _("Map"), "tracks": _("Tracks")}
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
        visit = Visit(request.path, {"key": key}, args, names_hidden(request.cookies))
        return str(write_view(name, view_of(visit), args))
