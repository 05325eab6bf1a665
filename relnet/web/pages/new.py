"""The page of a new case: four short steps, and then it opens on the map."""

import json
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.beginning import usual_label
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Phase
from relnet.storage.contract import Library
from relnet.web import ids
from relnet.web.addresses import NEW, START, asset_address
from relnet.web.edit.asked import NoLibrary
from relnet.web.edit.new_routes import register_new
from relnet.web.edit.who import who_dialog
from relnet.web.names_switch import names_switch
from relnet.web.pages.new_steps import steps, templates
from relnet.web.paging import FirstResponse, Page, PagedDash, Visit
from relnet.web.server import current_shelf
from relnet.wording import _

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}" aria-label="{start_label}">relnet</a>'
    '<span class="tagline">{tagline}</span>{switch}</header>'
    '<main id="{main}" class="sheet new-case" tabindex="-1"><h1>{title}</h1>{form}</main>'
    '<script type="module" async src="{names_script}"></script>'
)
_FORM = Markup(
    '<nav aria-label="{steps_words}"><ol id="{steps_id}">{indicator}</ol></nav>'
    '<form id="{form}" novalidate autocomplete="off" data-words="{words}">{steps}'
    '<p id="{said}" class="fault" role="alert" data-silent="{silent}"></p>'
    '<p class="buttons"><button type="button" id="{back}" class="button" hidden>{back_words}'
    '</button><button id="{next}" class="button strong">{next_words}</button>'
    '<button id="{make}" class="button strong" hidden>{make_words}</button>'
    '<button type="button" class="tool new-again" data-again>{again}</button></p></form>'
    "{templates}{dialog}{who}"
    '<script type="module" async src="{script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the whole page: nothing on it needs Dash."""
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the questions"),
        start=START,
        start_label=_("relnet: all cases"),
        tagline=_("Relationships around a young person, and what a move for safety does to them"),
        switch=names_switch(hidden=visit.names_hidden),
        title=_("A new case"),
        form=form_or_reason(current_shelf().kept.library, hidden=visit.names_hidden),
        names_script=asset_address("names_switch.js"),
    )
    return FirstResponse(_("New case · relnet"), body)


def form_or_reason(library: Library | None, *, hidden: bool) -> Markup:
    """Write the form, or why there is none now."""
    if library is None:
        return _reason(str(NoLibrary()))
    if hidden:
        return _reason(
            _(
                "Names are hidden, and a new case is made of names. Show names to go on; what you"
                " have written is still here."
            )
        )
    return _form()


def layout(_visit: Visit) -> Component:
    """Leave Dash nothing to lay out."""
    return html.Div()


def register(app: PagedDash) -> None:
    """Answer the page while it is filled in."""
    register_new(app.server)


def _reason(text: str) -> Markup:
    return Markup('<p>{}</p><p><a class="button" href="{}">{}</a></p>').format(
        text, START, _("Go to the start page")
    )


def _form() -> Markup:
    found = steps()
    return _FORM.format(
        steps_words=_("Steps"),
        steps_id=ids.NEW_STEPS,
        indicator=Markup("").join(
            _in_indicator(number, step.title) for number, step in enumerate(found)
        ),
        form=ids.NEW,
        steps=Markup("").join(step.html for step in found),
        said=ids.NEW_SAID,
        silent=_("relnet does not answer. Is it still running? What you wrote is still here."),
        back=ids.NEW_BACK,
        back_words=_("Back"),
        next=ids.NEW_NEXT,
        next_words=_("Next"),
        make=ids.NEW_MAKE,
        make_words=_("Make the case"),
        again=_("Empty all fields"),
        templates=templates(),
        dialog=_again_dialog(),
        who=who_dialog(),
        words=json.dumps(_words()),
        script=asset_address("edit_new.js"),
    )


def _in_indicator(number: int, title: str) -> Markup:
    current = Markup(' aria-current="step"') if number == 0 else ""
    return Markup(
        '<li><button type="button" data-step="{}"{}><span class="number">{}</span> {}</button></li>'
    ).format(number, current, number + 1, title)


def _again_dialog() -> Markup:
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title"><form method="dialog">'
        '<h2 id="{id}-title">{title}</h2><p class="buttons">'
        '<button class="button" value="">{no}</button>'
        '<button class="button strong" value="yes">{yes}</button></p></form></dialog>'
    ).format(
        id=ids.NEW_AGAIN,
        title=_("Empty all fields of this page?"),
        no=_("Keep what I wrote"),
        yes=_("Empty them"),
    )


def _words() -> dict[str, Any]:
    """Give what the script fills in by itself."""
    return {
        "labels": {phase.value: usual_label(phase) for phase in Phase},
        "inArea": _("In {area}"),
        "atHome": _("At home"),
        "notKnown": _("not known"),
        "home": _("home area"),
        "trackOfType": {kind.value: track.value for kind, track in TRACK_OF_TYPE.items()},
    }


PAGE = Page(NEW, layout, first_response, register)
