"""The case page: the map and its timeline, and beside it what the stage means."""

from typing import Any

from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component
from flask import request
from werkzeug.exceptions import BadRequest

from relnet.case.messages import RelnetError
from relnet.web import case_parts, ids
from relnet.web.addresses import CASE_RULE, asset_address
from relnet.web.case_view import CaseView, view_of
from relnet.web.chosen import chosen_panel
from relnet.web.edit.routes import register_editing
from relnet.web.fragments import register_fragments
from relnet.web.paging import FirstResponse, Page, PagedDash, Visit
from relnet.web.story.routes import register_story
from relnet.web.takeaway import register_takeaways
from relnet.web.warming import warm_soon
from relnet.wording import _

_LIVE: dict[str, Any] = {"aria-live": "polite"}
_CHOSEN: dict[str, Any] = {"aria-label": _("What is chosen")}


def first_response(visit: Visit) -> FirstResponse:
    """Give header, map, timeline and side panel: they answer before Dash has loaded."""
    view = view_of(visit)
    addresses = [asset_address(name) for name in case_parts.SCRIPTS]
    warm_soon(view)
    return FirstResponse(
        case_parts.window_title(view),
        case_parts.body(view, addresses[-1]),
        case_parts.head(addresses),
        _look(view),
    )


def _look(view: CaseView) -> str:
    """Give the class of the page: of a what if, with room for the line over it."""
    return "case-page trying" if view.entry.trying else "case-page"


def layout(_visit: Visit) -> Component:
    """Lay out the place for what is chosen on the map; all the rest stands there already."""
    back = html.Button(_("Back to the stage"), id=ids.CHOSEN_CLOSE, type="button", className="tool")
    return html.Section(
        [dcc.Store(id=ids.CHOSEN), back, html.Div(id=ids.CHOSEN_PANEL, **_LIVE)],
        id=ids.CHOSEN_SIDE,
        **_CHOSEN,
    )


def register(app: PagedDash) -> None:
    """Tell of what is chosen on the map when it is chosen, and answer for the other views."""
    register_fragments(app.server)
    register_editing(app.server)
    register_story(app.server)
    register_takeaways(app.server)

    @app.callback(
        Output(ids.CHOSEN_PANEL, "children"),
        Input(ids.CHOSEN, "data"),
        State(ids.ADDRESS, "pathname"),
        prevent_initial_call=True,
    )
    def show_chosen(chosen: object, pathname: object) -> Component | None:
        return tell_chosen(app, chosen, pathname)


def tell_chosen(app: PagedDash, chosen: object, pathname: object) -> Component | None:
    """Tell of what was chosen, or say why that cannot be told; nothing where nothing is chosen.

    Raises:
        BadRequest: this is not what assets/case_wiring.js writes, or no case page asks.
    """
    if not chosen:
        return None
    page, visit = app.page_table.find_told(pathname, "", request.cookies)
    if page is not PAGE or not isinstance(chosen, dict):
        raise BadRequest
    try:
        told = chosen_panel(view_of(visit), str(chosen.get("ref", "")))
    except RelnetError as error:
        return html.P(str(error))
    return told or html.P(_("This case has nothing of that name. Choose again on the map."))


PAGE = Page(CASE_RULE, layout, first_response, register)
