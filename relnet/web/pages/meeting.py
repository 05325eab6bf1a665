"""The page for the end of a meeting: decided, open, and not asked about."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import MEETING_RULE, START, asset_address, case_address
from relnet.web.case_view import view_of
from relnet.web.meeting.asked import taken_of
from relnet.web.meeting.held import held_question, held_room
from relnet.web.meeting.page import meeting_page
from relnet.web.meeting.routes import register_meeting
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top meeting-top"><a class="brand" href="{start}">relnet</a>'
    '<a class="tagline" href="{case}">{title}</a>{switch}</header>'
    '<main id="{main}" class="sheet meeting" tabindex="-1"><h1>{heading}</h1>{page}{remarks}'
    "</main>{question}"
    '<script type="module" src="{held}"></script>'
    '<script type="module" async src="{names}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash.

    Raises:
        UnknownCase: there is no such case.
        CaseFaults: the case's file has faults.
    """
    whole = view_of(visit)
    taken = taken_of(whole, visit.args)
    title = taken.view.names.text(taken.view.case.title)
    heading = _("End of the meeting: {title}").format(title=title)
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the page"),
        start=START,
        case=case_address(whole.entry.key),
        title=title,
        switch=names_switch(hidden=visit.names_hidden),
        heading=heading,
        page=meeting_page(taken, whole),
        remarks=held_room(),
        question=held_question(),
        held=asset_address("case_present_meeting.js"),
        names=asset_address("names_switch.js"),
    )
    return FirstResponse(_("{heading} · relnet").format(heading=heading), body)


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: dash.Dash) -> None:
    """Answer what the page asks for remarks; it has no callbacks."""
    register_meeting(app.server)


PAGE = Page(MEETING_RULE, layout, first_response, register)
