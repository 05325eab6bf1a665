"""The page of two cases, two views or two stages side by side."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.figures.svg import map_style_sheet
from relnet.web import ids
from relnet.web.addresses import COMPARE, START, asset_address, case_address
from relnet.web.compare.asked import asked_sides
from relnet.web.compare.parts import page_parts
from relnet.web.compare.routes import register_views
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '<a class="tagline" href="{case}">{back}</a>{switch}</header>'
    '<main id="{main}" class="compare" tabindex="-1" data-now="{now}">'
    "{page}</main>"
    '<script type="module" async src="{names}"></script>'
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: all stages of both sides, so that a step asks nobody.

    Raises:
        UnknownCase: there is no such case.
    """
    found = asked_sides(visit)
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the two sides"),
        start=START,
        case=case_address(found.left.entry.key),
        back=_("Back to the map"),
        now=found.now,
        switch=names_switch(hidden=visit.names_hidden),
        page=page_parts(found),
        names=asset_address("names_switch.js"),
        script=asset_address("case_compare.js"),
    )
    head = Markup("<style>{}</style>").format(Markup(map_style_sheet()))  # noqa: S704 - our own style table
    return FirstResponse(_("Side by side · relnet"), body, head, "compare-page")


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: dash.Dash) -> None:
    """Answer for the views beside the maps; there are no callbacks."""
    register_views(app.server)


PAGE = Page(COMPARE, layout, first_response, register)
