"""The cards of the start page: one for each case file, and one for each with faults."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from relnet.case.messages import Fault
from relnet.case.models import Case
from relnet.case.names import Names
from relnet.web.addresses import case_address
from relnet.web.looks import look_of
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _, ngettext

MOST_FAULTS = 50
"""How many faults a list shows; the others are told as a number."""


_UNREAD: dict[str, Any] = {"aria-hidden": "true"}


def card(entry: ShelfEntry, *, hidden: bool, copied: bool = False) -> Component:
    """Make the card of a file: its case, or what is wrong with it.

    ``copied``: a copy of it can be kept in the library.
    """
    if entry.case is None:
        return _faulty_card(entry, hidden=hidden)
    return _case_card(entry, entry.case, entry.names(hidden=hidden), copied=copied)


def _case_card(entry: ShelfEntry, case: Case, names: Names, *, copied: bool) -> Component:
    look = look_of(entry.network, names)
    about = [html.P(names.text(case.about), className="card-about")] if case.about else []
    badge = [html.Span(_("sample case"), className="badge")] if entry.sample else []
    link = html.A(look.title, href=case_address(entry.key), className="card-link")
    tools = [_copy_button(entry, look.title)] if copied else []
    more = [_more_button(entry, look.title)] if copied else []
    return html.Li(
        [
            html.Img(src=look.picture, alt=look.words, className="card-picture"),
            html.Div([html.H3(link), *badge, *more], className="card-head"),
            *about,
            html.Div([html.P(look.facts), *tools], className="card-facts"),
        ],
        className="card",
    )


def _copy_button(entry: ShelfEntry, title: str) -> Component:
    told: dict[str, Any] = {
        "data-copy": entry.key,
        "aria-label": _("Copy to edit: {title}").format(title=title),
    }
    return html.Button(_("Copy to edit"), type="button", className="tool card-copy", **told)


def _more_button(entry: ShelfEntry, title: str) -> Component:
    """Open the menu of a case that is only read; assets/edit_library.js does."""
    words = _("What to do with {title}").format(title=title)
    told: dict[str, Any] = {
        "data-id": entry.key,
        "aria-label": words,
        "aria-haspopup": "true",
        "aria-expanded": "false",
    }
    sign = html.Span("⋯", **_UNREAD)
    return html.Button(sign, type="button", title=words, className="card-more", **told)


def _faulty_card(entry: ShelfEntry, *, hidden: bool) -> Component:
    name = _("A case file") if hidden else entry.file_name
    count = len(entry.faults)
    told = ngettext(
        "This file cannot be opened yet: {count} thing to put right.",
        "This file cannot be opened yet: {count} things to put right.",
        count,
    ).format(count=count)
    details = html.Details([html.Summary(_("Show what to put right")), fault_list(entry.faults)])
    return html.Li(
        [html.H3(name), html.P(told), *([] if hidden else [details])],
        className="card card-faulty",
    )


def fault_list(faults: Sequence[Fault]) -> Component:
    """List faults: where each stands, and what is wrong."""
    shown = [html.Li(_fault(fault)) for fault in faults[:MOST_FAULTS]]
    more = len(faults) - len(shown)
    if more > 0:
        rest = ngettext("and {count} more", "and {count} more", more).format(count=more)
        shown.append(html.Li(rest))
    return html.Ul(shown, className="faults")


def _fault(fault: Fault) -> list[Component]:
    where = [html.Code(fault.where)] if fault.where else []
    return [*where, html.Span(fault.what)]
