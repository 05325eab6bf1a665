"""The page of a trainer's notes: the window beside the one that the room sees."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import START, STORY_NOTES_RULE, asset_address, case_address
from relnet.web.case_view import view_of
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.story.notes import notes_page
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '<a class="tagline" href="{case}">{title}</a>{switch}</header>'
    '<main id="{main}" class="sheet notes" tabindex="-1"><h1>{heading}</h1>{page}</main>'
    '<script type="module" async src="{names}"></script>'
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash.

    Raises:
        UnknownCase: there is no such case.
    """
    view = view_of(visit)
    title = view.names.text(view.case.title)
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the notes"),
        start=START,
        case=case_address(view.entry.key),
        title=title,
        heading=_("Your notes"),
        switch=names_switch(hidden=visit.names_hidden),
        page=notes_page(view),
        names=asset_address("names_switch.js"),
        script=asset_address("case_story_notes.js"),
    )
    return FirstResponse(_("Notes for {title} · relnet").format(title=title), body)


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(_app: dash.Dash) -> None:
    """Register no callbacks: there are none."""


PAGE = Page(STORY_NOTES_RULE, layout, first_response, register)
