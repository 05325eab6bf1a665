"""The page that another laptop or a phone opens: a code, then a table's own grid."""

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import asset_address
from relnet.web.lan_page import lan_page
from relnet.web.tally_grid import press_grid, sign
from relnet.web.tally_room import MAX_TABLES
from relnet.wording import _

_TOP = Markup(
    '<header class="top"><span class="brand">relnet</span><span class="tagline">{tagline}</span>'
    "</header>\n"
)
_JOIN = Markup(
    '<main id="{main}" class="sheet tally tally-join" tabindex="-1" data-silent="{silent}">'
    "{joining}{pressing}"
    '<p id="{said}" role="status" class="tally-said"></p>'
    '<p id="{fault}" role="alert" class="fault"></p></main>'
    '<script type="module" async src="{script}"></script>'
)
_JOINING = Markup(
    '<form id="{form}" class="panel" autocomplete="off"><h1>{heading}</h1><p>{told}</p>'
    '<label>{code}<input name="code" required maxlength="12" autocapitalize="characters"'
    ' spellcheck="false" inputmode="text"></label>'
    '<button class="button strong">{join}</button></form>'
)
_PRESSING = Markup(
    '<section id="{pressing}" hidden><div class="tally-head"><h1 tabindex="-1">{names}</h1>'
    '<p class="quiet">{told}</p>'
    '<button type="button" id="{undo}" class="button">{undo_words}</button></div>{grid}</section>'
)
_NAME = Markup('<span data-table="{number}" hidden>{sign} {words}</span>')


def join_page() -> Markup:
    """Write the whole page. It is the same for everybody, and holds nothing of any case."""
    body = _JOIN.format(
        main=ids.MAIN,
        joining=_joining(),
        pressing=_pressing(),
        said=ids.TALLY_SAID,
        fault=ids.TALLY_FAULT,
        silent=_(
            "The trainer’s computer does not answer. Joining may be off, or this device is on"
            " another network."
        ),
        script=asset_address("edit_tally_join.js"),
    )
    return _document(body)


def refused_page() -> Markup:
    """Write what the door says to everything that it does not answer."""
    told = _("There is nothing here. The trainer’s page shows the address to open.")
    return _document(Markup('<main class="sheet message"><p>{told}</p></main>').format(told=told))


def _document(body: Markup) -> Markup:
    tagline = _("The room’s tally: one press for each mention. No names, no cases.")
    return lan_page(
        _("Join the tally · relnet"),
        "tally.css",
        _("This page counts with JavaScript. Please switch it on for this page."),
        _TOP.format(tagline=tagline) + body,
    )


def _joining() -> Markup:
    return _JOINING.format(
        form=ids.TALLY_JOIN,
        heading=_("Join the tally"),
        told=_("Your table gets a number and a sign. Nothing else is asked."),
        code=_("Code on the trainer’s page"),
        join=_("Join"),
    )


def _pressing() -> Markup:
    names = Markup("").join(
        _NAME.format(
            number=number,
            sign=sign(number),
            words=_("You are Table {number}").format(number=number),
        )
        for number in range(1, MAX_TABLES + 1)
    )
    return _PRESSING.format(
        pressing=ids.TALLY_PRESSING,
        names=names,
        told=_("Press once for each mention. The numbers are your table’s own."),
        undo=ids.TALLY_UNDO,
        undo_words=_("Take back the last press"),
        grid=press_grid(_("Press for each mention"), own=False),
    )
