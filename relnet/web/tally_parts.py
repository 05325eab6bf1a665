"""The parts of the trainer's page: who presses, joining, what can be taken away."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import TALLY_CSV, TALLY_SVG
from relnet.web.tally_door import OpenDoor
from relnet.web.tally_grid import sign
from relnet.web.tally_room import MAX_TABLES
from relnet.wording import _, ngettext

_TABLES = Markup(
    '<fieldset id="{id}" class="tally-tables"><legend>{legend}</legend>'
    '<div class="tally-choices">{choices}</div></fieldset>'
    '<div class="tally-tools">'
    '<button type="button" id="{undo}" class="button">{undo_words}</button>'
    '<button type="button" id="{add}" class="tool">{add_words}</button>'
    '<button type="button" id="{remove}" class="tool">{remove_words}</button>'
    '<button type="button" id="{again}" class="tool">{again_words}</button></div>'
)
_CHOICE = Markup(
    '<label class="tally-choice" data-table="{number}"{hidden}>'
    '<input type="radio" name="table" value="{number}"{checked}>{sign}'
    '<span>{words}</span><span class="tally-presses"></span>'
    '<span class="badge" data-joined hidden>{joined}</span></label>'
)
_DOOR = Markup(
    '<section id="{id}" class="panel tally-door" data-on="{on}" data-off="{off}"'
    ' aria-labelledby="{id}-title"><div class="tally-door-about"><h2 id="{id}-title">{heading}</h2>'
    '<p class="quiet">{told}</p></div><div data-part="door" role="status">{now}</div>'
    '<button type="button" id="{switch}" class="button">{on}</button></section>'
)
_OPEN = Markup(
    "<p>{open}</p><ul>{addresses}</ul><p>{type}</p>"
    '<p class="tally-code"><span aria-hidden="true">{code}</span>'
    '<span class="unseen">{spelled}</span></p>'
    '<p class="tally-wide">{joined}</p><p class="quiet tally-wide">{wall}</p>'
)
_ASK = Markup(
    '<dialog id="{id}" aria-labelledby="{id}-title" data-remove="{remove}" data-again="{again}"'
    ' data-remove-do="{remove_do}" data-again-do="{again_do}">'
    '<form method="dialog"><h2 id="{id}-title"></h2><p>{told}</p>'
    '<div class="tally-tools"><button class="button" value="">{keep}</button>'
    '<button class="button strong" value="yes" data-do></button></div></form></dialog>'
)
_TAKE = Markup(
    '<section class="tally-take" aria-labelledby="{id}-title"><h2 id="{id}-title">{heading}</h2>'
    '<div class="tally-tools"><a class="button" href="{csv}" download="tally.csv">{csv_words}</a>'
    '<a class="button" href="{svg}" download="tally.svg">{svg_words}</a>'
    '<button type="button" id="{png}" class="button" data-failed="{failed}">{png_words}</button>'
    '</div><p class="quiet">{told}</p></section>'
)


def tables_part() -> Markup:
    """Write the choice of the table that presses, and what can be done with tables."""
    choices = Markup("").join(_choice(number) for number in range(1, MAX_TABLES + 1))
    return _TABLES.format(
        id=ids.TALLY_TABLES,
        legend=_("Who presses here"),
        choices=choices,
        undo=ids.TALLY_UNDO,
        undo_words=_("Take back the last press"),
        add=ids.TALLY_ADD,
        add_words=_("Add a table"),
        remove=ids.TALLY_REMOVE,
        remove_words=_("Take this table away"),
        again=ids.TALLY_AGAIN,
        again_words=_("Start again"),
    )


def _choice(number: int) -> Markup:
    return _CHOICE.format(
        number=number,
        hidden="" if number == 1 else " hidden",
        checked=" checked" if number == 1 else "",
        sign=sign(number),
        words=_("Table {number}").format(number=number),
        joined=_("joined"),
    )


def door_part() -> Markup:
    """Write where others are let in, closed as it is at first."""
    return _DOOR.format(
        id=ids.TALLY_DOOR,
        heading=_("Join from another device"),
        told=_(
            "Off until you turn it on. Then laptops and phones on the same network can open one"
            " page and press there, with a code. They reach this tally alone, never your cases."
        ),
        now=door_now(None, 0),
        switch=ids.TALLY_SWITCH,
        on=_("Let others join"),
        off=_("Stop joining"),
    )


def door_now(door: OpenDoor | None, joined: int) -> Markup:
    """Say how to join, and how many have; nothing while nobody can."""
    if door is None:
        return Markup("")
    return _OPEN.format(
        open=ngettext("Open this address:", "Open one of these addresses:", len(door.addresses)),
        addresses=_addresses(door.addresses),
        type=_("and type this code:"),
        code=door.code,
        spelled=" ".join(door.code),
        joined=ngettext("{count} table has joined.", "{count} tables have joined.", joined).format(
            count=joined
        ),
        wall=_(
            "If the page does not open there, a firewall may be in between, or the network keeps"
            " devices apart."
        ),
    )


def _addresses(addresses: Iterable[str]) -> Markup:
    return Markup("").join(
        Markup('<li class="tally-address">http://{address}</li>').format(address=address)
        for address in addresses
    )


def ask_part() -> Markup:
    """Write the dialog that asks before presses are thrown away."""
    return _ASK.format(
        id=ids.TALLY_ASK,
        remove=_("Take Table {table} away with its presses?"),
        again=_("Throw away all presses of all tables?"),
        remove_do=_("Take it away"),
        again_do=_("Throw them away"),
        told=_("This cannot be taken back. Save the numbers first if you want to keep them."),
        keep=_("Keep them"),
    )


def take_part() -> Markup:
    """Write what can be saved of the tally."""
    return _TAKE.format(
        id=ids.TALLY_TAKE,
        heading=_("Take it with you"),
        csv=TALLY_CSV,
        csv_words=_("Save the numbers (CSV)"),
        svg=TALLY_SVG,
        svg_words=_("Save the picture (SVG)"),
        png=ids.TALLY_PNG,
        png_words=_("Save the picture (PNG)"),
        failed=_("Your browser cannot draw a PNG here. Save the SVG instead."),
        told=_(
            "The tally holds no names. It is in the memory of this computer alone, and gone when"
            " relnet stops."
        ),
    )
