"""The start page: the library, the cases that are here, and a place to open one's own."""

from collections.abc import Sequence

import dash
from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.vocabulary import Track
from relnet.network.attention import Port
from relnet.web import ids
from relnet.web.addresses import START, STUDY, TALLY, asset_address
from relnet.web.as_html import as_html
from relnet.web.looks import current_looks
from relnet.web.names_switch import names_switch
from relnet.web.pages import opening
from relnet.web.pages.cards import card
from relnet.web.pages.library import library_section
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _
from relnet.words import label

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><span class="brand">relnet</span>'
    '<span class="tagline">{tagline}</span>{switch}</header>'
    '<main id="{main}" class="sheet" tabindex="-1">{head}{library}{files}</main>'
    '<script type="module" async src="{library_script}"></script>'
    '<script type="module" async src="{names_script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the header and all cases; Dash adds the place for opening a file beside them."""
    shelf = current_shelf()
    library, hidden = shelf.kept.library, visit.names_hidden
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the cases"),
        tagline=_("Relationships around a young person, and what a move for safety does to them"),
        switch=names_switch(hidden=hidden),
        head=as_html([html.H1(_("Which case shall we look at?")), _key()]),
        library=library_section(library, current_looks(), hidden=hidden),
        files=files_section(shelf.entries(), hidden=hidden, copied=library is not None),
        library_script=asset_address("edit_library.js"),
        names_script=asset_address("names_switch.js"),
    )
    return FirstResponse(_("relnet: cases"), body, look="start-page")


def layout(_visit: Visit) -> Component:
    """Lay out what needs Dash: opening a file."""
    return html.Div(
        [dcc.Location(id=ids.OPEN_GO, refresh=True), opening.open_panel(), _footer()],
    )


def files_section(entries: Sequence[ShelfEntry], *, hidden: bool, copied: bool) -> Markup:
    """Write the cases of the files that the server was started with, the samples last."""
    own = [entry for entry in entries if not entry.sample]
    samples = [entry for entry in entries if entry.sample]
    parts = [
        (_("Case files"), _("They are only read. A copy of one can be edited."), own),
        (_("Sample cases"), _("Invented, and only read. A copy of one can be edited."), samples),
    ]
    sections = [
        html.Section(
            [
                html.H2(title),
                *([html.P(told, className="quiet")] if copied else []),
                html.Ul(
                    [card(entry, hidden=hidden, copied=copied) for entry in found],
                    className="cards",
                ),
            ],
            className="files",
        )
        for title, told, found in parts
        if found
    ]
    return as_html(sections or html.P(_("No case files here yet. Open one from your computer.")))


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
            html.P(html.A(_("The room’s tally: count what a room says of a case"), href=TALLY)),
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
