"""Opening a case file or a spreadsheet from the reader's own computer, on the start page."""

from base64 import b64decode
from binascii import Error as NotBase64
from typing import Any, NamedTuple

import dash
from dash import Input, Output, State, dcc, html
from dash.development.base_component import Component

from relnet.case.messages import CaseFaults, Fault
from relnet.case.reading import MAX_BYTES
from relnet.exchange.files import TABLES
from relnet.web import ids
from relnet.web.addresses import TEMPLATE, case_address
from relnet.web.pages.cards import fault_list
from relnet.web.server import current_shelf
from relnet.web.shelf import Shelf
from relnet.wording import _

_NAMED: dict[str, Any] = {"aria-labelledby": ids.OPEN_TITLE}


class Opened(NamedTuple):
    """What opening a file changes on the page: where to go, or what is wrong."""

    go_to: Any
    faults: Component | None
    contents: None = None


def open_panel() -> Component:
    """Make the part of the page where a file is chosen or dropped."""
    return html.Aside(
        [
            html.H2(_("Open your own case"), id=ids.OPEN_TITLE),
            html.P(
                _(
                    "Choose a case file or a filled-in spreadsheet. It is read by this computer"
                    " alone, kept in memory while you look at it, and sent nowhere."
                )
            ),
            _drop_place(),
            html.P(html.A(_("Download the spreadsheet to fill in"), href=TEMPLATE)),
            html.P(id=ids.OPEN_STATUS, role="status", className="quiet"),
            html.Div([*_refusals(), html.Div(id=ids.OPEN_FAULTS)], role="alert"),
        ],
        className="panel",
        **_NAMED,
    )


def _drop_place() -> Component:
    return dcc.Upload(
        [
            html.Button(
                _("Choose a file"), id=ids.OPEN_BUTTON, type="button", className="button strong"
            ),
            html.Span(_("or drop it here"), className="quiet"),
        ],
        id=ids.OPEN_UPLOAD,
        accept=",".join(sorted({".json", "application/json", *TABLES})),
        max_size=MAX_BYTES,
        multiple=False,
        className="drop",
        className_active="drop drop-over",
        className_reject="drop",
        style={},
        style_active={},
        style_reject={},
    )


def _refusals() -> list[Component]:
    """Write what the browser's own check says; assets/opening.js shows one of them."""
    texts = {
        ids.OPEN_TOO_LARGE: _("This file is larger than 5 MB. relnet opens smaller files."),
        ids.OPEN_NOT_A_CASE: _(
            "relnet opens case files (.relnet.json), Excel workbooks (.xlsx) and CSV files that are"
            " together in a .zip."
        ),
    }
    return [html.P(text, id=key, hidden=True, className="notice") for key, text in texts.items()]


def open_file(shelf: Shelf, contents: str | None, file_name: str | None) -> Opened:
    """Check an uploaded file; give where its case is shown, or the list of its faults."""
    if not contents:
        return Opened(dash.no_update, None)
    try:
        entry = shelf.open(_decoded(contents), file_name or "")
    except CaseFaults as error:
        return Opened(dash.no_update, _told(error, file_name))
    return Opened(case_address(entry.key), None)


def _decoded(contents: str) -> bytes:
    """Take the bytes out of a ``data:`` address.

    Raises:
        CaseFaults: it is not one; nothing but a browser's upload makes it.
    """
    try:
        return b64decode(contents.partition(",")[2], validate=True)
    except (NotBase64, ValueError) as error:
        broken = Fault("", _("The file did not arrive whole. Please choose it again."))
        raise CaseFaults([broken]) from error


def _told(error: CaseFaults, file_name: str | None) -> Component:
    title = _("“{file}” cannot be opened yet. Put this right:").format(file=file_name or "")
    return html.Div([html.H3(title), fault_list(error.faults)], className="notice")


def register(app: dash.Dash) -> None:
    """Open a file when one was chosen or dropped."""

    @app.callback(
        Output(ids.OPEN_GO, "href"),
        Output(ids.OPEN_FAULTS, "children"),
        Output(ids.OPEN_UPLOAD, "contents"),
        Input(ids.OPEN_UPLOAD, "contents"),
        State(ids.OPEN_UPLOAD, "filename"),
        running=[(Output(ids.OPEN_STATUS, "children"), _("Opening the file …"), "")],
        prevent_initial_call=True,
    )
    def open_chosen(contents: str | None, file_name: str | None) -> Opened:
        return open_file(current_shelf(), contents, file_name)
