"""One stage of the table, for a picture of it: in words, and then its own rows of each table."""

from dataclasses import replace

from dash.development.base_component import Component

from relnet.figures.words import stage_words
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.views.parts import Ordered, Table, TableRow, plain_table
from relnet.web.views.table_happenings import (
    events_table,
    factors_table,
    prompts_table,
    safety_table,
)
from relnet.web.views.table_ties import stage_relationships_table, uses_table
from relnet.wording import _


def stage_table_view(view: CaseView) -> Component:
    """Lay out the stage that is looked at: its title, its paragraph, and its tables.

    They have the rows of the page's own tables. What is said of the whole time is in none.
    """
    words = stage_words(view.network, view.stage, view.perspective, view.names)
    tables = (
        (_("Relationships"), stage_relationships_table(view)),
        (_("What professionals do"), _of_stage(uses_table(view), view.stage)),
        (_("What happened, and what did not"), _of_stage(events_table(view), view.stage)),
        (_("Questions and actions"), _of_stage(prompts_table(view), view.stage)),
        (_("Safety, as each sees it"), _of_stage(safety_table(view), view.stage)),
        (_("Push and pull"), _of_stage(factors_table(view), view.stage)),
    )
    parts = [part for title, table in tables for part in _titled(title, table)]
    return html.Section([html.H2(words.title), html.P(words.summary), *parts])


def _titled(title: str, table: Table) -> tuple[Component, Component]:
    if not table.rows:
        return html.H3(title), html.P(_("None recorded."), className="quiet")
    return html.H3(title), plain_table(table)


def _of_stage(table: Table, stage: int) -> Table:
    """Keep the rows of a stage, without the column that says so and the words about all stages.

    Args:
        table: a table whose rows name the stage that they are of.
        stage: the number of the stage, from 0.
    """
    place = table.staged
    assert place is not None  # noqa: S101 - asked of such tables alone, above
    columns = (*table.columns[:place], *table.columns[place + 1 :])
    rows = [_without(row, place) for row in table.rows if _is_of(row, place, stage)]
    return replace(table, caption="", columns=columns, rows=rows, staged=None)


def _is_of(row: TableRow, place: int, stage: int) -> bool:
    cell = row.cells[place - 1]
    return isinstance(cell, Ordered) and cell.order == stage


def _without(row: TableRow, place: int) -> TableRow:
    return replace(row, cells=(*row.cells[: place - 1], *row.cells[place:]))
