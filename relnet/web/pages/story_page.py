"""The page to hand out after a ready story: to read, and to print on one side of A4."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from relnet.web import ids
from relnet.web.addresses import START, STORY_PAGE_RULE, asset_address, case_address
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.printing import print_ways
from relnet.web.server import current_shelf
from relnet.web.story.handed_out import story_page
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '<a class="tagline" href="{case}">{title}</a>{switch}</header>'
    '<main id="{main}" class="sheet" tabindex="-1">{page}</main>'
    '<script type="module" async src="{names}"></script>'
)
_PAGE = Markup(
    '{ways}<article>{told}</article><script type="module" async src="{script}"></script>'
)
_HIDDEN = Markup("<h1>{heading}</h1><p>{why}</p>")


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash.

    Raises:
        UnknownCase: there is no such case.
        CaseFaults: the case's file has faults.
        NotFound: the case has no page to hand out.
    """
    entry = current_shelf().get(visit.values["key"])
    told = story_page(entry)
    if told is None:
        raise NotFound
    title = entry.names(hidden=visit.names_hidden).text(entry.network.case.title)
    heading = _("The page to hand out")
    case = case_address(entry.key)
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the page"),
        start=START,
        case=case,
        title=title,
        switch=names_switch(hidden=visit.names_hidden),
        page=_without_names(heading) if visit.names_hidden else _page(told, case),
        names=asset_address("names_switch.js"),
    )
    words = _("{heading}: {title} · relnet").format(heading=heading, title=title)
    return FirstResponse(words, body, look="story-page")


def _page(told: Markup, case: str) -> Markup:
    ways = print_ways("story-page-ways", [(case, _("Back to the case"))])
    return _PAGE.format(ways=ways, told=told, script=asset_address("case_story_page.js"))


def _without_names(heading: str) -> Markup:
    """Say why there is nothing to read: the words are written with names, and for paper."""
    return _HIDDEN.format(
        heading=heading,
        why=_("Names are hidden, and this page is written with names. Show names to read it."),
    )


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(_app: dash.Dash) -> None:
    """Register no callbacks: there are none."""


PAGE = Page(STORY_PAGE_RULE, layout, first_response, register)
