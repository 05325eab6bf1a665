"""The views of two sides beside the maps: each is fetched once, as a piece of HTML."""

from collections.abc import Callable, Mapping

from flask import Flask, abort, request
from markupsafe import Markup

from relnet.web.addresses import COMPARE
from relnet.web.compare.asked import Compared, asked_sides
from relnet.web.compare.focus import focus_of_both
from relnet.web.compare.numbers import numbers_of_both
from relnet.web.compare.table import table_of_both
from relnet.web.compare.tracks import tracks_of_both
from relnet.web.paging import Visit
from relnet.web.privacy import names_hidden

View = Callable[[Compared, Mapping[str, str]], Markup]

VIEWS: Mapping[str, View] = {
    "tracks": tracks_of_both,
    "focus": focus_of_both,
    "table": lambda found, _args: table_of_both(found),
    "numbers": lambda found, _args: numbers_of_both(found),
}
"""How each view is written, by its name in the address; the maps stand in the page already."""


def register_views(server: Flask) -> None:
    """Answer the page's requests for its views."""

    @server.get(f"{COMPARE}/view/<name>")
    def view_of_both(name: str) -> str:
        if name not in VIEWS:
            abort(404)
        args = request.args.to_dict()
        visit = Visit(request.path, {}, args, names_hidden(request.cookies))
        return str(VIEWS[name](asked_sides(visit), args))
