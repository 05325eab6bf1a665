"""The page that another device opens to follow: a code, then what is shown, in a frame."""

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import asset_address
from relnet.web.lan_page import lan_page
from relnet.wording import _

_BODY = Markup(
    '<header class="follow-head"><span class="brand">relnet</span>'
    '<p id="{said}" role="status" class="follow-said" data-following="{following}"'
    ' data-alone="{alone}" data-nobody="{nobody}" data-silent="{silent}"></p>'
    '<button type="button" id="{switch}" class="button" hidden data-alone="{look_alone}"'
    ' data-back="{back}"></button></header>'
    '<main id="{main}" tabindex="-1"><form id="{form}" class="panel" autocomplete="off">'
    "<h1>{heading}</h1><p>{told}</p>"
    '<label>{code}<input name="code" required maxlength="12" autocapitalize="characters"'
    ' spellcheck="false" inputmode="text"></label>'
    '<button class="button strong">{join}</button><p id="{fault}" role="alert" class="fault"></p>'
    '</form><iframe id="{frame}" title="{frame_title}" hidden></iframe></main>'
    '<script type="module" async src="{script}"></script>'
)


def join_page() -> Markup:
    """Write the whole page. It is the same for everybody, and holds nothing of any case."""
    return _document(
        _BODY.format(
            main=ids.MAIN,
            said=ids.FOLLOW_SAID,
            following=_("You follow what is shown."),
            alone=_("You look around alone."),
            nobody=_("Nothing is shown now. This page follows as soon as something is."),
            silent=_(
                "The computer that you follow does not answer any more. Perhaps following was"
                " turned off there."
            ),
            switch=ids.FOLLOW_SWITCH,
            look_alone=_("Look around alone"),
            back=_("Come back to {stage}"),
            form=ids.FOLLOW_JOIN,
            heading=_("Follow what is shown"),
            told=_("You see what the screen in the room shows. Nothing is asked about you."),
            code=_("Code on the screen"),
            join=_("Follow"),
            fault=ids.FOLLOW_FAULT,
            frame=ids.FOLLOW_FRAME,
            frame_title=_("What is shown"),
            script=asset_address("case_follow_join.js"),
        )
    )


def refused_page() -> Markup:
    """Say that there is nothing here."""
    words = _("There is nothing here.")
    return _document(Markup('<main class="sheet message"><p>{}</p></main>').format(words))


def _document(body: Markup) -> Markup:
    return lan_page(
        _("Follow · relnet"),
        "follow.css",
        _("This page follows with JavaScript. Please switch it on for this page."),
        body,
        look="follow-page",
    )
