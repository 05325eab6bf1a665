"""The cards of the start page: one for each case, and one for each file with faults."""

from base64 import b64encode
from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from relnet.case.messages import Fault
from relnet.case.models import Case
from relnet.case.names import Names
from relnet.figures.miniature import miniature, miniature_words
from relnet.web.addresses import case_address
from relnet.web.shelf_entry import ShelfEntry
from relnet.wording import _, ngettext

MOST_FAULTS = 50
"""How many faults a list shows; the others are told as a number."""


def card(entry: ShelfEntry, *, hidden: bool) -> Component:
    """Make the card of a file: its case, or what is wrong with it."""
    if entry.case is None:
        return _faulty_card(entry, hidden=hidden)
    return _case_card(entry, entry.case, entry.names(hidden=hidden))


def _case_card(entry: ShelfEntry, case: Case, names: Names) -> Component:
    about = [html.P(names.text(case.about), className="card-about")] if case.about else []
    return html.Li(
        [
            html.Img(
                src=_as_image(miniature(entry.network, names)),
                alt=miniature_words(entry.network, names),
                className="card-picture",
            ),
            html.Div(
                [
                    html.H3(
                        html.A(
                            names.text(case.title),
                            href=case_address(entry.key),
                            className="card-link",
                        )
                    ),
                    *([html.Span(_("sample case"), className="badge")] if entry.sample else []),
                ],
                className="card-head",
            ),
            *about,
            html.P(_counted(case), className="card-facts"),
        ],
        className="card",
    )


def _counted(case: Case) -> str:
    stages, people = len(case.stages), len(case.people)
    return _("{stages} · {people}").format(
        stages=ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        people=ngettext("{count} person", "{count} people", people).format(count=people),
    )


def _as_image(svg: str) -> str:
    """Put a picture into its own address, so that no cache ever holds it."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


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
