"""What the pages lay out, as the paragraphs, lists and tables of a Word document."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dash import html
from dash.development.base_component import Component

from relnet.figures.text import drawable
from relnet.web.taking.taken import Taken, left_out_words, made_words, today

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_UNSEEN = "unseen"
_BOLD = "pill"
_TABLE = "Table Grid"
_ITEM = "List Bullet"
_BLOCKS = (html.Section, html.Div, html.Details)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a text, and how it stands on the page: bold, small, or as somebody's name."""

    text: str
    bold: bool = False
    aside: bool = False
    name: bool = False


def lay_out(document: "Document") -> None:
    """Make it A4: the template is made for the paper of another country."""
    from docx.shared import Cm  # noqa: PLC0415 - slow to import

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.0)


def add_aid(document: "Document", taken: Taken) -> None:
    """Say what the document is: at its beginning, and at the foot of every page."""
    made = drawable(made_words(taken.view, today()))
    document.add_paragraph(made)
    document.sections[0].footer.paragraphs[0].text = made
    left_out = left_out_words(taken.left_out)
    if left_out:
        document.add_paragraph(left_out)


def add_parts(document: "Document", parts: Any) -> None:  # noqa: ANN401 - what Dash takes as children
    """Add what components say, in their order, with headings, lists and tables as such."""
    for part in parts if isinstance(parts, (list, tuple)) else [parts]:
        if isinstance(part, html.H3):
            document.add_heading(_plain(part), 2)
        elif isinstance(part, html.Table):
            _add_rows(document, part)
        elif isinstance(part, html.Ul):
            for item in part.children:
                _say(document.add_paragraph(style=_ITEM), item)
        elif isinstance(part, html.P):
            _say(document.add_paragraph(), part)
        elif isinstance(part, _BLOCKS):
            add_parts(document, part.children)


def add_table(
    document: "Document", heads: list[str], rows: list[list[str]], widths: Sequence[float] = ()
) -> "Table":
    """Add a table, and give it; its first row is repeated on every page, and no row is parted.

    Args:
        document: where it is added, at the end.
        heads: the headings of its columns.
        rows: the texts of its cells.
        widths: how wide its columns are (cm); without them all are alike.
    """
    from docx.oxml import OxmlElement  # noqa: PLC0415 - slow to import
    from docx.shared import Cm  # noqa: PLC0415 - as above

    table: Table = document.add_table(rows=1 + len(rows), cols=len(heads), style=_TABLE)
    for row, texts in zip(table.rows, (heads, *rows), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = drawable(text)
        for cell, width in zip(row.cells, widths, strict=False):
            cell.width = Cm(width)
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - as below
    for column, width in zip(table.columns, widths, strict=False):
        column.width = Cm(width)  # LibreOffice goes by the columns, Word by the cells
    for cell in table.rows[0].cells:
        for run in cell.paragraphs[0].runs:
            run.bold = True
    mark: Any = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(mark)  # noqa: SLF001 - python-docx has no other way
    return table


def _add_rows(document: "Document", table: html.Table) -> None:
    heads, *rows = [
        [_plain(cell) for cell in row.children] for row in _found(table.children, html.Tr)
    ]
    add_table(document, heads, rows)
    document.add_paragraph()


def _say(paragraph: "Paragraph", part: Any) -> None:  # noqa: ANN401 - as above
    """Write a text; what stands out on the page is bold."""
    for piece in _joined(part):
        paragraph.add_run(drawable(piece.text)).bold = piece.bold or None


def _plain(part: Any) -> str:  # noqa: ANN401 - as above
    return "".join(piece.text for piece in _joined(part))


def _joined(part: Any) -> Iterator[_Piece]:  # noqa: ANN401 - as above
    """Give the pieces of a text with what parts them, which a page does by their look."""
    before: _Piece | None = None
    for piece in _pieces(part, _Piece("")):
        if before is not None:
            aside = piece.aside or before.name
            yield _Piece(": " if before.bold else " · " if aside else " ")
        yield piece
        before = piece


def _pieces(part: Any, look: _Piece) -> Iterator[_Piece]:  # noqa: ANN401 - as above
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _pieces(one, look)
    elif isinstance(part, Component):
        named = str(getattr(part, "className", "")).split()
        if _UNSEEN not in named:
            inner = replace(
                look,
                bold=look.bold or _BOLD in named,
                aside=look.aside or isinstance(part, html.Small),
                name=look.name or isinstance(part, html.Button),
            )
            yield from _pieces(getattr(part, "children", None), inner)
    elif part is not None and str(part).strip():
        yield replace(look, text=str(part).strip())


def _found(part: Any, kind: type[Component]) -> Iterator[Any]:  # noqa: ANN401 - as above
    if isinstance(part, (list, tuple)):
        for one in part:
            yield from _found(one, kind)
    elif isinstance(part, kind):
        yield part
    elif isinstance(part, Component):
        yield from _found(getattr(part, "children", None), kind)
