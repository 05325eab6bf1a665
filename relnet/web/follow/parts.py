"""What a case page has for following: a menu in its header, and a line that says what it does."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.web import ids
from relnet.web.lan_door import OpenDoor
from relnet.wording import _, ngettext

_MENU = Markup(
    '<details id="{id}" class="menu follow-menu"><summary class="tool" data-lead="{as_leader}"'
    ' data-follow="{as_follower}" data-alone="{as_alone}">{summary}</summary>'
    '<div class="sheet-menu"><p id="{said}" data-leading="{leading}"'
    ' data-following="{following}" data-alone="{alone}" data-nobody="{nobody}"'
    ' data-silent="{silent}">{own}</p>'
    '<div class="follow-ways"><button type="button" class="tool" data-follow="lead"'
    ' data-on="{stop_leading}" data-off="{lead}">{lead}</button>'
    '<button type="button" class="tool" data-follow="follow" data-on="{stop_following}"'
    ' data-off="{follow}">{follow}</button>'
    '<button type="button" class="tool" data-follow="alone" hidden>{look_alone}</button>'
    '<button type="button" class="tool" data-follow="back" hidden>{come_back}</button></div>'
    '<section id="{door}" class="follow-door" aria-label="{door_words}" hidden>'
    '<p class="quiet">{door_told}</p><div data-follow-door role="status"></div>'
    '<button type="button" class="tool" data-follow="door" data-on="{close}" data-off="{open}">'
    '{open}</button></section><p id="{fault}" role="alert" class="fault"></p></div></details>'
)
_BAR = Markup(
    '<div id="{bar}" class="unseen"><span role="status" class="unseen"></span>'
    '<button type="button" class="tool strong" data-follow="back" data-back="{back}"'
    " hidden></button></div>"
)


def follow_menu() -> Markup:
    """Offer to lead, to follow, and to let others in; the script wires it."""
    return _MENU.format(
        id=ids.FOLLOW,
        summary=_("Follow"),
        as_leader=_("Leading"),
        as_follower=_("Following"),
        as_alone=_("Alone"),
        said=ids.FOLLOW_SAID,
        leading=_("This page leads. {followers}"),
        following=_("This page follows the one that leads."),
        alone=_("You look around alone. The others stay at {stage}."),
        nobody=_("Nobody leads now. This page follows as soon as somebody does."),
        silent=_("relnet does not answer. Is it still running?"),
        own=_("Pages that show this case can move together, with one that leads."),
        lead=_("Lead: others with this page follow me"),
        stop_leading=_("Stop leading"),
        follow=_("Follow the page that leads"),
        stop_following=_("Stop following"),
        look_alone=_("Look around alone"),
        come_back=_("Come back"),
        door=ids.FOLLOW_DOOR,
        door_words=_("Other devices"),
        door_told=_(
            "Off until you turn it on. Then laptops and phones on the same network can open one"
            " page and follow there, with a code. They get this case as you see it, with all its"
            " stages, and nothing else: no hidden names, nothing that you have hidden, no notes,"
            " no other case. It travels unencrypted."
        ),
        open=_("Let other devices follow"),
        close=_("Stop other devices"),
        fault=ids.FOLLOW_FAULT,
    )


def follow_bar() -> Markup:
    """Make the line over the view; the script fills it."""
    return _BAR.format(bar=ids.FOLLOW_BAR, back=_("Come back to {stage}"))


def door_now(door: OpenDoor | None) -> Markup:
    """Say how other devices follow; nothing while they cannot."""
    if door is None:
        return Markup("")
    return Markup(
        '<p>{open}</p><ul>{addresses}</ul><p>{type} <strong class="follow-code">'
        '<span aria-hidden="true">{code}</span><span class="unseen">{spelled}</span></strong></p>'
        '<p class="quiet">{wall}</p>'
    ).format(
        open=ngettext("Open this address:", "Open one of these addresses:", len(door.addresses)),
        addresses=_addresses(door.addresses),
        type=_("and type this code:"),
        code=door.code,
        spelled=" ".join(door.code),
        wall=_(
            "If the page does not open there, a firewall may be in between, or the network keeps"
            " devices apart."
        ),
    )


def _addresses(addresses: Iterable[str]) -> Markup:
    return Markup("").join(
        Markup('<li class="follow-address">http://{address}</li>').format(address=address)
        for address in addresses
    )


def followers_words(number: int) -> str:
    """Say how many follow."""
    if not number:
        return _("Nobody follows yet.")
    return ngettext("{count} follows.", "{count} follow.", number).format(count=number)
