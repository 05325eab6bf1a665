"""The app factory: a server, the pages, and everything that keeps them private."""

from functools import cache

from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import request
from werkzeug.exceptions import NotFound

from relnet.case.messages import RelnetError
from relnet.web import ids
from relnet.web.asking import refuse_nonsense
from relnet.web.delivery import register_delivery
from relnet.web.edit.library_routes import register_library
from relnet.web.errors import register_errors
from relnet.web.files import register_files
from relnet.web.follow.routes import register_following
from relnet.web.index import RelnetDash
from relnet.web.pages import (
    case,
    compare,
    grid,
    history,
    meeting,
    new,
    start,
    story_notes,
    story_page,
    study,
    tally,
)
from relnet.web.paging import Page, PageTable
from relnet.web.security import LOOPBACK, guard, send_headers
from relnet.web.server import make_server
from relnet.web.shelf import Shelf, shelf_of
from relnet.web.what_if.routes import register_what_if
from relnet.wording import _

# Every page stands here, and nowhere else.
PAGES: tuple[Page, ...] = (
    start.PAGE,
    new.PAGE,
    case.PAGE,
    compare.PAGE,
    grid.PAGE,
    history.PAGE,
    meeting.PAGE,
    story_notes.PAGE,
    story_page.PAGE,
    study.PAGE,
    tally.PAGE,
)


def create_app(shelf: Shelf | None = None, *, host: str = LOOPBACK) -> RelnetDash:
    """Build the app for the cases of a shelf; for the sample cases where there is none.

    ``host`` is the host that the server will be bound to; requests that call it by another
    name are refused. Two apps share nothing.
    """
    server = make_server(shelf if shelf is not None else shelf_of(()))
    guard(server, host)
    register_delivery(server)
    register_errors(server)
    register_library(server)
    register_files(server)
    register_following(server)
    register_what_if(server)
    app = RelnetDash(server, PageTable(PAGES))
    app.layout = _frame()
    _register_router(app)
    for page in PAGES:
        page.register(app)
    refuse_nonsense(server, app)
    send_headers(server, cache(app.csp_hashes))
    return app


def _frame() -> Component:
    """Give what all pages share: the address, and the place for what belongs to it."""
    return html.Div([dcc.Location(id=ids.ADDRESS, refresh=False), html.Div(id=ids.PAGE)])


def _register_router(app: RelnetDash) -> None:
    """Fill the page once its address is known; its query string is the page's own."""

    @app.callback(
        Output(ids.PAGE, "children"),
        Input(ids.ADDRESS, "pathname"),
        State(ids.ADDRESS, "search"),
    )
    def show_page(pathname: object, search: object) -> Component:
        return page_content(app.page_table, pathname, search)


def page_content(pages: PageTable, pathname: object, search: object) -> Component:
    """Lay out the page at an address as the browser tells it, or say why it cannot be shown.

    Raises:
        BadRequest: this is no address.
    """
    try:
        page, visit = pages.find_told(pathname, search, request.cookies)
        return page.layout(visit)
    except NotFound:
        return _message(_("There is no page at this address."))
    except RelnetError as error:
        return _message(str(error))


def _message(text: str) -> Component:
    return html.Main(html.P(text), id=ids.MAIN, className="sheet message")
