"""The tables and the numbers as PDF and PNG: what the page lays out, with nothing to press.

Wide tables go on below themselves, with the headings of their rows again. What unfolds on the
page stands open on paper, as that does not unfold.
"""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from typing import Any

from dash import html
from dash.development.base_component import Component

from relnet.web.as_html import as_html, still
from relnet.web.case_view import CaseView
from relnet.web.handout.plain import plain
from relnet.web.handout.style import style_for
from relnet.web.taking.browser import as_long_png, as_pdf
from relnet.web.taking.printed import A4, MARGIN, PX_PER_MM, Paper, page_of
from relnet.web.taking.taken import Taken, foot_lines
from relnet.web.views.numbers import numbers_view
from relnet.web.views.table import table_view
from relnet.wording import _

Build = Callable[[CaseView], Component]

_COLUMN = 165
"""How wide a column is at least on paper (px), so that its words stand beside each other."""

_SCREEN = 1366
"""How wide a page is as a picture (px): that of a laptop."""

_ZOOM = 0.8
_PRINT = (
    "html{{scrollbar-width:none}}body,.case-view{{background:none}}"
    ".case-view .table-scroll{{overflow:visible}}"
    "@media print{{.case-view{{zoom:{zoom};padding:0}}}}"
    ".facts{{width:100%}}.facts tbody th{{position:static}}"
    ".case-view :is(tr,h3,li,.stage-sentences){{break-inside:avoid}}"
    ".case-view :is(h2,h3,h4,summary,caption,thead,.quiet){{break-after:avoid}}"
    # What is laid out in a grid heeds no wish to stay together.
    ".case-view,.case-view>section,.changed{{display:block}}.case-view>section{{margin-top:18px}}"
    ".table-scroll{{margin:6px 0 14px}}.measures tbody th{{width:28%;max-width:none}}"
    ".facts+.facts{{margin-top:14px}}"
    ".paper-foot{{padding:8px 18px;color:var(--muted);font-size:13px}}"
    "@page{{size:{width}mm {height}mm;margin:{margin}mm {margin}mm 14mm}}"
)
_LEFT_OUT = frozenset({"contents", "choice"})
"""What only leads about in a page, or is chosen in it, by its class."""


def table_of(view: CaseView) -> Component:
    """Lay out the tables, and the whole story in words."""
    return table_view(view, each_stage=False)


def tables_pdf_on(paper: Paper, build: Build) -> Callable[[Taken], bytes]:
    """Give what writes a PDF of a view on this paper."""
    return lambda taken: write_tables_pdf(taken, build, paper)


def write_tables_pdf(taken: Taken, build: Build = table_of, paper: Paper = A4) -> bytes:
    """Print a view that is made of tables.

    Args:
        taken: the case, without what is hidden.
        build: lays out the view.
        paper: what it is printed on.

    Raises:
        CannotDraw: there is no browser to print with.
    """
    return as_pdf(tables_page(taken, build, paper), taken.stop, foot=" · ".join(foot_lines(taken)))


def tables_page(taken: Taken, build: Build, paper: Paper) -> str:
    """Write what is printed, as HTML that asks for nothing."""
    room = paper.across * PX_PER_MM / _ZOOM
    return _page(taken, build, paper, max(1, int(room / _COLUMN) - 1))


def tables_png(build: Build = numbers_view) -> Callable[[Taken], bytes]:
    """Give what draws a view that is made of tables, as one picture.

    Raises:
        CannotDraw: there is no browser to draw with, or it is too long for one picture.
    """

    def write(taken: Taken) -> bytes:
        page = _page(
            taken, build, A4, int(_SCREEN / _COLUMN) - 1, foot=" · ".join(foot_lines(taken))
        )
        return as_long_png(page, _SCREEN, taken.stop)

    return write


def _page(taken: Taken, build: Build, paper: Paper, most: int, *, foot: str = "") -> str:
    laid_out = on_paper(plain(build(taken.view)), most, unfolded=not foot)
    below = [still.Footer(foot, className="paper-foot")] if foot else []
    body = as_html([laid_out, *below])
    own = _PRINT.format(width=paper.width, height=paper.height, margin=MARGIN, zoom=_ZOOM)
    return page_of(taken.view, style_for(str(body)) + own, body)


def on_paper(part: Any, most: int, *, unfolded: bool) -> Any:  # noqa: ANN401 - what Dash takes as children
    """Open what unfolds, share out what is too wide, and leave out what is of no use on paper.

    Args:
        part: what ``plain`` gives; the components are changed, as it does it.
        most: how many columns of a table stand beside the headings of its rows.
        unfolded: whether what unfolds stands open.
    """
    if isinstance(part, (list, tuple)):
        return [on_paper(one, most, unfolded=unfolded) for one in part if not _is_left_out(one)]
    if not isinstance(part, Component):
        return part
    own = vars(part)
    own["children"] = on_paper(own.get("children"), most, unfolded=unfolded)
    if unfolded and isinstance(part, html.Details):
        own["open"] = True
    if isinstance(part, html.Table):
        return list(shared_out(part, most))
    return part


def _is_left_out(part: Any) -> bool:  # noqa: ANN401 - as above
    return bool(classes_of(part) & _LEFT_OUT)


def classes_of(part: Any) -> set[str]:  # noqa: ANN401 - as above
    """Give the classes of a component; none of what is no component."""
    return set(str(getattr(part, "className", "")).split())


def shared_out(table: Component, most: int) -> Iterator[Component]:
    """Share out the columns of a table; each share has the headings of the rows again.

    Args:
        table: a table with a caption, a head and a body; its cells are not merged.
        most: how many columns stand beside the headings of the rows.
    """
    caption, *groups = vars(table)["children"]
    first = children_of(groups[0])[0]
    columns = len(vars(first)["children"]) - 1
    starts = range(0, columns, most)
    for number, start in enumerate(starts, 1):
        kept = (0, *range(start + 1, min(start + most, columns) + 1))
        words = vars(caption)["children"]
        if len(starts) > 1:
            words = _("{title} (part {number} of {many})").format(
                title=words, number=number, many=len(starts)
            )
        shares = [_with(group, [_row(row, kept) for row in children_of(group)]) for group in groups]
        yield _with(table, [_with(caption, words), *shares])


def children_of(part: Component) -> list[Any]:
    """Give what a component holds: the rows of a table's head, for one."""
    held = vars(part).get("children")
    return list(held) if isinstance(held, (list, tuple)) else [held]


def _row(row: Component, kept: Sequence[int]) -> Component:
    cells = vars(row)["children"]
    return _with(row, [cells[place] for place in kept])


def _with(part: Component, children: Any) -> Component:  # noqa: ANN401 - as above
    found = copy(part)
    vars(found)["children"] = children
    return found
