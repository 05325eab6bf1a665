"""Tables of both sides: a row for each thing, a column for each side, and how they stand."""

from collections.abc import Sequence

from dash.development.base_component import Component

from relnet.web.as_html import still as html
from relnet.web.views.parts import Content, attributes
from relnet.wording import _

OTHERWISE = _("≠ told otherwise")
"""What is said of a row that is among the differences."""


def line(
    heading: Content,
    cells: Sequence[Content],
    words: str,
    refs: tuple[str, str] = ("", ""),
    *,
    differs: bool | None = None,
) -> Component:
    """Write a row, with words on how both sides stand to each other where they differ.

    Args:
        heading: what it is about; a button where ``refs`` name something.
        cells: what the left and the right side tell.
        words: how they stand to each other; "" for alike.
        refs: the short names of what it is about, on the left and on the right.
        differs: whether the row is marked; without it, where it is told otherwise.
    """
    left, right = refs
    sign = [html.Span(words, className="told-otherwise")] if words else []
    named = heading
    if left or right:
        named = html.Button(heading, type="button", className="link", **attributes(data_row=""))
    head = html.Th([named, *sign], scope="row")
    marked = words == OTHERWISE if differs is None else differs
    return html.Tr(
        [head, *(html.Td(_plain(cell)) for cell in cells)],
        className="differs" if marked else None,
        **attributes(data_left_refs=left, data_right_refs=right),
    )


def _plain(cell: Content) -> Content:
    return getattr(cell, "content", cell)


def block(
    title: str, heads: Sequence[str], rows: Sequence[Component], *, name: str = "facts"
) -> Component:
    """Lay out a table of both sides under its title; ``name`` is its class names."""
    head = html.Tr([html.Th(words, scope="col") for words in heads])
    return html.Section(
        [
            html.H3(title),
            html.Div(
                html.Table([html.Thead(head), html.Tbody(list(rows))], className=name),
                className="table-scroll",
                role="region",
                tabIndex=0,
                **attributes(aria_label=title),
            ),
        ],
        className="compare-block",
    )
