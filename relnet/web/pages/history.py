"""The history of a case: every version with when, who and what; look, compare, restore."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.names import Names
from relnet.web import ids
from relnet.web.addresses import HISTORY_RULE, START, asset_address, case_address, edit_address
from relnet.web.as_html import as_html
from relnet.web.edit.asked import library_of
from relnet.web.edit.history_routes import register_history
from relnet.web.edit.who import who_dialog
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.views.history import asked_versions, history_page
from relnet.web.views.history_compared import compared
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '<a class="tagline" href="{case}">{title}</a><a class="tool" href="{case}">{back}</a>'
    "{switch}</header>"
    '<main id="{main}" class="sheet history" tabindex="-1" data-silent="{silent}">'
    "{page}</main>{who}"
    '<script type="module" async src="{names}"></script>'
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash.

    Raises:
        UnknownCase: there is no such case.
        NoSuchVersion: versions are compared that it does not have.
    """
    key = visit.values["key"]
    entry = current_shelf().get(key)
    names = entry.names(hidden=visit.names_hidden)
    parts = _versions(entry, names, visit) if entry.line else _no_history()
    title = names.text(entry.network.case.title)
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the history"),
        start=START,
        case=edit_address(key) if entry.editable else case_address(key),
        title=title,
        back=_("Back to the map"),
        switch=names_switch(hidden=visit.names_hidden),
        silent=_("Not done. Is relnet still running? Try it once more."),
        page=as_html(html.Div(parts)),
        who=who_dialog(),
        names=asset_address("names_switch.js"),
        script=asset_address("edit_history.js"),
    )
    return FirstResponse(_("History of {title} · relnet").format(title=title), body)


def _versions(entry: ShelfEntry, names: Names, visit: Visit) -> list[Component | Markup | None]:
    """Lay out the versions of a case of the library, and two of them compared where asked."""
    asked = asked_versions(visit.args)
    page = history_page(entry, names, library_of(entry.key), visit.args)
    kept = current_shelf().keeping(entry.key)
    told = compared(kept, entry.key, asked, hidden=names.hidden) if asked else None
    return [*page.head, told, *page.versions]


def _no_history() -> list[Component | Markup | None]:
    """Say that a case which is only read has no versions."""
    return [
        html.H1(_("History")),
        html.P(_("This case is read only, so it has no history. A copy of it can be edited.")),
    ]


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: dash.Dash) -> None:
    """Answer for restoring."""
    register_history(app.server)


PAGE = Page(HISTORY_RULE, layout, first_response, register)
