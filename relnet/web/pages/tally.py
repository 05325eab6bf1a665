"""The tally: a room counts what it says of a case, as the study counted what it heard."""

from urllib.parse import urlencode

import dash
from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.messages import RelnetError
from relnet.web import ids
from relnet.web.addresses import START, STUDY, TALLY, asset_address, case_address
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, Visit
from relnet.web.server import current_shelf
from relnet.web.tally_grid import press_grid
from relnet.web.tally_parts import ask_part, door_part, tables_part, take_part
from relnet.web.tally_routes import hang_tally, register_tally
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}">relnet</a>'
    "{tagline}{switch}</header>"
    '<main id="{main}" class="sheet tally" tabindex="-1" data-silent="{silent}">'
    '<div class="tally-room"><div class="tally-board">'
    '<div class="tally-head"><h1>{title}</h1><p class="quiet">{told}</p></div>'
    '<div class="tally-who">{tables}</div>{grid}'
    '<p id="{said}" role="status" class="tally-said"></p>'
    '<p id="{fault}" role="alert" class="fault"></p></div>{door}</div>{beside}{take}</main>{ask}'
    '<script type="module" async src="{names_script}"></script>'
    '<script type="module" async src="{script}"></script>'
)
_BESIDE = Markup(
    '<section class="tally-beside"><h2>{picture}</h2>'
    '<div class="table-scroll" role="region" tabindex="0" aria-label="{picture}"'
    ' data-part="picture"></div><div class="prose" data-part="counted"></div></section>'
    '<section class="tally-beside"><h2>{types}</h2><div class="prose" data-part="types-words">'
    '</div><div class="table-scroll" role="region" tabindex="0" aria-label="{types}"'
    ' data-part="types"></div></section>'
    '<section class="tally-beside"><h2>{phases}</h2><div class="prose" data-part="phases"></div>'
    "</section>"
    '<section class="tally-beside"><h2>{uses}</h2><div class="prose" data-part="uses-words">'
    '</div><div class="table-scroll" role="region" tabindex="0" aria-label="{uses}"'
    ' data-part="uses"></div><p><a href="{study}">{study_words}</a></p></section>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page; assets/edit_tally.js fills the numbers in."""
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the tally"),
        start=START,
        tagline=_way_back(visit)
        or Markup('<span class="tagline">{}</span>').format(
            _("The room counts what it says of a case")
        ),
        switch=names_switch(hidden=visit.names_hidden),
        title=_("The room’s tally"),
        told=_(
            "Press once for each mention: of whose relationship, used for what, and when. The"
            " large number is the room’s."
        ),
        silent=_("relnet does not answer. Was it stopped? Its presses are gone then."),
        tables=tables_part(),
        grid=press_grid(_("Press for each mention"), own=True),
        said=ids.TALLY_SAID,
        fault=ids.TALLY_FAULT,
        door=door_part(),
        beside=_beside(),
        take=take_part(),
        ask=ask_part(),
        names_script=asset_address("names_switch.js"),
        script=asset_address("edit_tally.js"),
    )
    return FirstResponse(_("The room’s tally · relnet"), body)


def _way_back(visit: Visit) -> Markup:
    """Lead back to the case that the room came from, as it was shown; nothing where it is gone."""
    shown = dict(visit.args)
    try:
        entry = current_shelf().get(shown.pop("case", ""))
        title = entry.names(hidden=visit.names_hidden).text(entry.network.case.title)
    except RelnetError:
        return Markup("")
    query = f"?{urlencode(shown)}" if shown else ""
    return Markup('<a class="tagline" href="{}{}">{}</a>').format(
        case_address(entry.key), query, _("Back to “{title}”").format(title=title)
    )


def _beside() -> Markup:
    return _BESIDE.format(
        picture=_("What this room spoke of"),
        types=_("Type of relationship, beside the study"),
        phases=_("Before, during and after, beside the study’s Figure 2"),
        uses=_("What relationships are used for, beside the study"),
        study=STUDY,
        study_words=_("The study behind relnet, in its own numbers"),
    )


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: dash.Dash) -> None:
    """Give the server a room, and answer for it."""
    hang_tally(app.server)
    register_tally(app.server)


PAGE = Page(TALLY, layout, first_response, register)
