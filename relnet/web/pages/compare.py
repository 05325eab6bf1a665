"""The page of two cases, two views or two stages side by side."""

from urllib.parse import urlencode

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.figures.svg import map_style_sheet
from relnet.web import ids
from relnet.web.addresses import COMPARE, START, asset_address, case_address
from relnet.web.case_view import offered_perspectives
from relnet.web.compare.asked import Compared, asked_sides
from relnet.web.compare.parts import page_parts
from relnet.web.compare.routes import register_views
from relnet.web.compare.titles import titles_at
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '{back}<button type="button" class="tool" data-print hidden>{print}</button>{switch}</header>'
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
        back=_way_back(found),
        now=found.now,
        print=_("Print"),
        switch=names_switch(hidden=visit.names_hidden),
        page=page_parts(found),
        names=asset_address("names_switch.js"),
        script=asset_address("case_compare.js"),
    )
    head = Markup("<style>{}</style>").format(Markup(map_style_sheet()))  # noqa: S704 - our own style table
    left, right = titles_at(found, found.pairs[found.now])
    title = _("{left} | {right} · relnet").format(left=left, right=right)
    return FirstResponse(title, body, head, "compare-page")


def _way_back(found: Compared) -> Markup:
    """Lead to the what if, where one is a side, to go on or to decide on it; else to the left side.

    The script keeps the link at the stage that is shown.
    """
    pair = found.pairs[found.now]
    left, right = ("left", found.left, pair.left), ("right", found.right, pair.right)
    side, view, stage = next((each for each in (right, left) if each[1].entry.trying), left)
    tried = view.entry.trying
    told = {
        "as": offered_perspectives(view).get(view.perspective, ""),
        "edit": "1" if tried else "",
    }
    told["stage"] = str((stage or 0) + 1)
    return Markup('<a class="tagline" href="{}?{}" data-back="{}">{}</a>').format(
        case_address(view.entry.key),
        urlencode({name: value for name, value in told.items() if value}),
        side,
        _("Back to the what if") if tried else _("Back to the map"),
    )


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: dash.Dash) -> None:
    """Answer for the views beside the maps; there are no callbacks."""
    register_views(app.server)


PAGE = Page(COMPARE, layout, first_response, register)
