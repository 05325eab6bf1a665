"""The start page: the cases that are here, and a place to open one's own."""

from collections.abc import Sequence

import dash
from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.vocabulary import Track
from relnet.network.attention import Port
from relnet.web import ids
from relnet.web.addresses import START, STUDY, asset_address
from relnet.web.names_switch import names_switch
from relnet.web.pages import opening
from relnet.web.pages.cards import card
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _
from relnet.words import label

_HEADER = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><span class="brand">relnet</span>'
    '<span class="tagline">{tagline}</span>{switch}</header>'
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the header, which stays: Dash puts the rest of the page below it."""
    header = _HEADER.format(
        main=ids.MAIN,
        skip=_("Skip to the cases"),
        tagline=_("Relationships around a young person, and what a move for safety does to them"),
        switch=names_switch(hidden=visit.names_hidden),
        script=asset_address("names_switch.js"),
    )
    return FirstResponse(_("relnet: cases"), header)


def layout(visit: Visit) -> Component:
    """Lay out the page for the shelf of the running app."""
    return page(current_shelf().entries(), hidden=visit.names_hidden)


def page(entries: Sequence[ShelfEntry], *, hidden: bool) -> Component:
    """Lay out the page for these cases, with names shown or hidden."""
    return html.Div(
        [
            dcc.Location(id=ids.OPEN_GO, refresh=True),
            html.Main(
                [_cases(entries, hidden=hidden), opening.open_panel()],
                id=ids.MAIN,
                tabIndex=-1,
                className="sheet start",
            ),
            _footer(),
        ]
    )


def _cases(entries: Sequence[ShelfEntry], *, hidden: bool) -> Component:
    cards = [card(entry, hidden=hidden) for entry in entries]
    empty = html.P(_("No case files here yet. Open one from your computer."))
    return html.Section(
        [
            html.H1(_("Which case shall we look at?")),
            _key(),
            html.Ul(cards, className="cards") if cards else empty,
        ]
    )


def _key() -> Component:
    """Say how to read the miniatures: the tracks, then what a port says."""
    ports = {
        Port.HELD: _("professionals work with these relationships"),
        Port.EMPTY: _("they do not"),
        Port.UNKNOWN: _("not recorded"),
    }
    lanes = [html.Li(label(track), className=f"lane lane-{track.value}") for track in Track]
    signs = [
        html.Li(
            [
                html.Span("?" if port is Port.UNKNOWN else "", className=f"port port-{port.value}"),
                text,
            ]
        )
        for port, text in ports.items()
    ]
    return html.Div(
        [
            html.P(_("The pictures show three tracks, from top to bottom, stage by stage:")),
            html.Ul(lanes),
            html.Ul(signs),
        ],
        className="key",
    )


def _footer() -> Component:
    return html.Footer(
        [
            html.P(_("A discussion aid, not a case record.")),
            html.P(html.A(_("The study behind relnet, in its own numbers"), href=STUDY)),
            html.P(
                _(
                    "The ideas come from Firmin & Owens (2022), Holding It Together?,"
                    " International Journal on Child Maltreatment 5, 231–255,"
                    " doi 10.1007/s42448-021-00106-5."
                )
            ),
        ],
        className="bottom",
    )


def register(app: dash.Dash) -> None:
    """Register the page's callbacks."""
    opening.register(app)


PAGE = Page(START, layout, first_response, register)
