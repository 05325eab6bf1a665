"""The page of the study: the paper's own numbers, beside what they count."""

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.network.study import read_study
from relnet.web import ids
from relnet.web.addresses import START, STUDY, TALLY, asset_address
from relnet.web.as_html import as_html
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.views.study import study_page
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    '<span class="tagline">{tagline}</span>{switch}</header>'
    '<main id="{main}" class="sheet" tabindex="-1">{page}'
    '<p class="study"><a href="{tally}">{tally_words}</a></p></main>'
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash."""
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the study"),
        start=START,
        tagline=_("What professionals said about relationships, in the study behind relnet"),
        switch=names_switch(hidden=visit.names_hidden),
        page=as_html(study_page(read_study())),
        tally=TALLY,
        tally_words=_("Count what your own room says, beside these numbers: the room’s tally"),
        script=asset_address("names_switch.js"),
    )
    return FirstResponse(_("The study · relnet"), body)


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(_app: dash.Dash) -> None:
    """Register no callbacks: there are none."""


PAGE = Page(STUDY, layout, first_response, register)
