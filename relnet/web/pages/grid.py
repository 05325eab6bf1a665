"""The grid of a case of the library: people, and relationships by stage, as tables to type in."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import dash_ag_grid  # type: ignore[import-untyped] # no types
from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, request
from markupsafe import Markup
from werkzeug.exceptions import BadRequest

from relnet.editing.operations import operation_values
from relnet.web import ids
from relnet.web.addresses import (
    CASE_RULE,
    START,
    asset_address,
    case_address,
    edit_address,
)
from relnet.web.case_view import CaseView, asked_view, view_of
from relnet.web.edit.answering import answering
from relnet.web.edit.asked import asked_values, text_of
from relnet.web.edit.grid_read import Cell, Where, read_cells
from relnet.web.edit.grid_rows import (
    people_columns,
    people_rows,
    tie_columns,
    tie_rows,
    whose_views,
)
from relnet.web.edit.grid_tools import SHEETS, grid_tools
from relnet.web.names_switch import names_switch
from relnet.web.paging import FirstResponse, Page, PagedDash, Visit
from relnet.wording import _

GRID_RULE = f"{CASE_RULE}/grid"
_IDS = {"people": ids.GRID_PEOPLE, "ties": ids.GRID_TIES}

_BODY = Markup(
    '<a class="skip" href="#{main}">{skip}</a>'
    '<header class="top"><a class="brand" href="{start}" aria-label="{start_label}">relnet</a>'
    '<h1 class="grid-title">{title}</h1>{back}{switch}</header>{content}'
    '<script type="module" async src="{names_script}"></script>'
)


def first_response(visit: Visit) -> FirstResponse:
    """Give the header, the tools and the words; the grids themselves come with Dash.

    Raises:
        UnknownCase: no case has this key.
    """
    view = view_of(visit)
    title = _("{title}: grid").format(title=view.names.text(view.case.title))
    can = view.entry.editable and not visit.names_hidden
    body = _BODY.format(
        main=ids.MAIN,
        skip=_("Skip to the grid"),
        start=START,
        start_label=_("relnet: all cases"),
        title=title,
        back=_back(view),
        switch=names_switch(hidden=visit.names_hidden),
        content=grid_tools(view, visit.args) if can else _reason(visit),
        names_script=asset_address("names_switch.js"),
    )
    return FirstResponse(
        _("{title} · relnet").format(title=title), body, look="grid-body", grid=can
    )


def layout(visit: Visit) -> Component:
    """Lay out the two grids, which assets/edit_grid.js fills; none where names are hidden."""
    if visit.names_hidden or not view_of(visit).entry.editable:
        return html.Div()
    return html.Div([_grid(sheet) for sheet in SHEETS], className="grid-room")


def register(app: PagedDash) -> None:
    """Answer the grid: its rows, and what was typed into its cells."""
    register_grid(app.server)


def register_grid(server: Flask) -> None:
    """Give the rows, and read cells as an operation, which the page then sends as every edit."""

    @server.get(f"{GRID_RULE}/rows")
    def rows(key: str) -> Response:
        return answering(lambda: rows_of(_view(key), request.args.get("as", "")))

    @server.post(f"{GRID_RULE}/read")
    def read(key: str) -> Response:
        return answering(lambda: read_answer(_view(key), asked_values()))


def rows_of(view: CaseView, asked: str) -> dict[str, Any]:
    """Give all that the grids show, in the view of whom the address names."""
    if view.names.hidden:
        raise BadRequest
    case = view.case
    by_ref = {ref: key for key, ref in whose_views(case).items()}
    perspective = by_ref.get(asked, view.perspective)
    return {
        "number": view.entry.line.number if view.entry.line else 0,
        "perspective": perspective,
        "areas": [area.name for area in case.areas],
        "people": {"columns": people_columns(), "rows": people_rows(case)},
        "ties": {
            "columns": tie_columns(case, view.names),
            "rows": tie_rows(case, perspective, view.names),
        },
    }


def read_answer(view: CaseView, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the operation that cells mean, and why some of them mean none.

    Raises:
        BadRequest: this is not what assets/edit_grid.js sends.
    """
    sheet, found = text_of(values, "sheet"), values.get("cells")
    if view.names.hidden or sheet not in SHEETS or not isinstance(found, list) or not found:
        raise BadRequest
    cells = [_cell(value) for value in found]
    stages = [stage.id for stage in view.case.stages]
    stage = text_of(values, "stage")
    where = Where(text_of(values, "perspective"), stage if stage in stages else stages[0])
    done = read_cells(view.case, sheet, cells, where)
    return {
        "operation": operation_values(done.operation) if done.operation else None,
        "faults": [asdict(refusal) for refusal in done.refusals],
    }


def _cell(value: object) -> Cell:
    if not isinstance(value, dict):
        raise BadRequest
    return Cell(text_of(value, "row"), text_of(value, "column"), text_of(value, "text"))


def _view(key: str) -> CaseView:
    """Give the newest version."""
    return asked_view(key, request.args.to_dict())


def _back(view: CaseView) -> Markup:
    address = edit_address(view.entry.key)
    if not view.entry.editable:
        address = case_address(view.entry.key)
    return Markup('<a class="tool" href="{}">{}</a>').format(address, _("Back to the map"))


def _reason(visit: Visit) -> Markup:
    """Say why there is no grid now."""
    words = _("This case can only be read. Copy it to edit it.")
    if visit.names_hidden:
        words = _("Show names to edit.")
    return Markup('<main id="{}" class="sheet" tabindex="-1"><p>{}</p></main>').format(
        ids.MAIN, words
    )


def _grid(sheet: str) -> Component:
    return html.Section(
        dash_ag_grid.AgGrid(
            id=_IDS[sheet],
            columnDefs=[],
            rowData=[],
            getRowId="params.data.id",
            defaultColDef={"sortable": False, "resizable": True, "filter": False},
            dashGridOptions={
                "ensureDomOrder": True,
                "suppressColumnVirtualisation": True,
                "suppressMovableColumns": True,
                "suppressDragLeaveHidesColumns": True,
                "stopEditingWhenCellsLoseFocus": True,
                "enterNavigatesVerticallyAfterEdit": True,
                "animateRows": False,
                "rowHeight": 36,
                "headerHeight": 40,
                "suppressNoRowsOverlay": True,
            },
            style={"height": "100%"},
        ),
        className="grid-sheet",
        hidden=True,
    )


PAGE = Page(GRID_RULE, layout, first_response, register)
