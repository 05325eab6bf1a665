"""What the views share: data attributes, folds and tables with their headings tied to cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component

from relnet.web.as_html import still as html
from relnet.wording import _

Content = Any
"""What stands inside an element: a text, a component, or a list of these."""


def attributes(**values: str) -> dict[str, Any]:
    """Give attributes whose names have a dash: ``data_stage`` is "data-stage"."""
    return {key.replace("_", "-"): value for key, value in values.items()}


def unseen(words: str) -> Component:
    """Give words for those who hear the page."""
    return html.Span(words, className="unseen")


def fold(summary: str, content: Content, *, name: str = "counts") -> Component:
    """Give something that unfolds."""
    return html.Details([html.Summary(summary), *_several(content)], className=name)


def counts_fold(content: Content) -> Component:
    """Give what a number or a finding counts, unfolding."""
    return fold(_("What this counts"), content)


def plain_list(rows: Iterable[Content]) -> Component:
    """Give a list of lines."""
    return html.Ul([html.Li(row) for row in rows], className="plain")


def paragraphs(texts: Iterable[str]) -> list[Component]:
    """Give a paragraph for each text that is not empty."""
    return [html.P(text) for text in texts if text]


def choose(ref: str, words: str) -> Component:
    """Give a button that chooses somebody, a place or a relationship by its short name."""
    return html.Button(words, type="button", className="link", **attributes(data_choose=ref))


def _several(content: Content) -> list[Content]:
    return list(content) if isinstance(content, list | tuple) else [content]


@dataclass(frozen=True, slots=True)
class Ordered:
    """A cell that is sorted by a number, not by its words."""

    content: Content
    order: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its heading, its cells, and the short name of what it tells of."""

    heading: Content
    cells: Sequence[Content]
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table to read, sort, filter and copy.

    Attributes:
        key: its id; those of its parts begin with it.
        caption: what it is, in a sentence.
        columns: the headings of the columns, that of the rows' headings first.
        rows: its rows.
        stages: the columns (by place) that belong to a stage, with the stage's number.
        staged: the column (by place) that names the stage a row is of; None where none does.
    """

    key: str
    caption: str
    columns: Sequence[str]
    rows: Sequence[TableRow]
    stages: tuple[tuple[int, int], ...] = ()
    staged: int | None = None


def plain_table(table: Table, *, name: str = "facts") -> Component:
    """Lay out a table without tools."""
    heads = [
        html.Th(words, scope="col", **_stage_of(table, place))
        for place, words in enumerate(table.columns)
    ]
    return _table(table, heads, name)


def tool_table(table: Table, title: str) -> Component:
    """Lay out a table that can be sorted, filtered and copied (``assets/case_tables.js``)."""
    heading = html.H3(title, id=f"{table.key}-title")
    if not table.rows:
        return html.Section([heading, html.P(_("None recorded."), className="quiet")])
    heads = [
        html.Th(
            html.Button(words, type="button", className="sort", **attributes(data_sort=str(place))),
            scope="col",
            **attributes(aria_sort="none"),
            **_stage_of(table, place),
        )
        for place, words in enumerate(table.columns)
    ]
    scroll: dict[str, Any] = attributes(aria_labelledby=f"{table.key}-title")
    return html.Section(
        [
            heading,
            _tools(),
            html.Div(
                _table(table, heads, "facts"),
                className="table-scroll",
                role="region",
                tabIndex=0,
                **scroll,
            ),
        ],
        className="table-block",
        **attributes(data_table=table.key),
    )


def _tools() -> Component:
    """Give the box that filters, the button that copies, and where both are announced."""
    words = attributes(
        data_copied=_("Copied {rows} rows."),
        data_not_copied=_("Your browser did not let the table be copied: select it instead."),
        data_shown=_("{shown} of {rows} rows shown."),
        data_up=_("Sorted by {column}, smallest first."),
        data_down=_("Sorted by {column}, greatest first."),
    )
    return html.Div(
        [
            html.Label(
                [
                    html.Span(_("Show rows with")),
                    html.Span(**attributes(data_filter="")),
                ],
                className="filter",
            ),
            html.Button(
                _("Copy this table"), type="button", className="tool", **attributes(data_copy="")
            ),
            html.Span(role="status", className="quiet", **words),
        ],
        className="table-tools",
        hidden=True,
    )


def _table(table: Table, heads: Sequence[Component], name: str) -> Component:
    rows = [_row(table, row) for row in table.rows]
    return html.Table(
        [html.Caption(table.caption), html.Thead(html.Tr(list(heads))), html.Tbody(rows)],
        id=table.key,
        className=name,
    )


def _row(table: Table, row: TableRow) -> Component:
    found: dict[str, Any] = attributes(data_ref=row.ref) if row.ref else {}
    heading = _cell(html.Th, row.heading, {"scope": "row"})
    cells = [
        _cell(html.Td, cell, _stage_of(table, place)) for place, cell in enumerate(row.cells, 1)
    ]
    return html.Tr([heading, *cells], **found)


def _cell(element: Callable[..., Component], content: Content, more: dict[str, Any]) -> Component:
    if not isinstance(content, Ordered):
        return element(content, **more)
    order = attributes(data_order=f"{content.order:g}")
    return element(content.content, **more, **order)


def _stage_of(table: Table, place: int) -> dict[str, Any]:
    number = dict(table.stages).get(place)
    return {} if number is None else attributes(data_stage=str(number))
