"""Word: the sheet of a meeting about one stage, to write on and to go on with."""

from io import BytesIO
from typing import TYPE_CHECKING

from dash import html
from dash.development.base_component import Component

from relnet.case.models import Prompt
from relnet.case.vocabulary import PromptKind
from relnet.figures.export import CannotDraw
from relnet.figures.text import drawable
from relnet.figures.words import StageWords, stage_words
from relnet.figures.words_prompts import owner_words
from relnet.web.case_view import CaseView
from relnet.web.panel import stage_panel
from relnet.web.taking.pictures import untitled_map
from relnet.web.taking.printed import png_of
from relnet.web.taking.sheet_parts import add_aid, add_parts, add_table, lay_out
from relnet.web.taking.taken import Taken, describe
from relnet.wording import _

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_KINDS = {PromptKind.QUESTION: _("question"), PromptKind.ACTION: _("action")}
_ACROSS = 17.0
"""How wide the text of a page is (cm)."""

_WIDTHS = (7.5, 2.6, 2.7, 2.3, 1.9)
_TO_WRITE_ON = 6
"""How many empty rows the table of questions and actions ends with."""

_HAND = 1.25
"""How high such a row is at least (cm): two lines of handwriting."""


def write_sheet(taken: Taken) -> bytes:
    """Write the sheet of the stage that is looked at."""
    from docx import Document as begin  # noqa: N813, PLC0415 - slow to import

    view = taken.view
    words = stage_words(view.network, view.stage, view.perspective, view.names)
    document = begin()
    describe(document.core_properties, view)
    document.core_properties.comments = ""
    lay_out(document)
    document.add_heading(drawable(view.names.text(view.case.title)), 0)
    add_aid(document, taken)
    document.add_heading(drawable(words.title), 1)
    _add_map(document, taken, words)
    document.add_paragraph(drawable(words.summary))
    add_parts(document, _told(view))
    document.add_heading(_("Questions and actions"), 2)
    heads = [_("What"), _("Question or action"), _("Who"), _("By when"), _("Done")]
    rows = [*_asked(view), *([""] * len(heads) for _n in range(_TO_WRITE_ON))]
    table = add_table(document, heads, rows, _WIDTHS)
    _make_room(table)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _add_map(document: "Document", taken: Taken, words: StageWords) -> None:
    """Add the map with its description, where there is a browser to draw it."""
    from docx.shared import Cm  # noqa: PLC0415 - slow to import

    try:
        picture = png_of(taken, untitled_map(taken.view, taken.view.stage))
    except CannotDraw:
        return
    shape = document.add_picture(BytesIO(picture), width=Cm(_ACROSS))
    described = shape._inline.docPr  # noqa: SLF001 - python-docx has no other way
    described.name = _("Map")
    described.set("descr", drawable(" · ".join((words.title, *words.items))))


def _make_room(table: "Table") -> None:
    """Make the empty rows high enough to write on by hand."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE  # noqa: PLC0415 - slow to import
    from docx.shared import Cm  # noqa: PLC0415 - as above

    for row in table.rows[-_TO_WRITE_ON:]:
        row.height, row.height_rule = Cm(_HAND), WD_ROW_HEIGHT_RULE.AT_LEAST


def _told(view: CaseView) -> list[Component]:
    """Give what the page says of the stage, without what the sheet has in a shape of its own."""
    parts = stage_panel(view, view.stage).children
    return [
        part
        for part in parts
        if not isinstance(part, (html.H2, html.Details))
        and not (isinstance(part, html.Section) and part.children[0].children == _("Ask the room"))
    ]


def _asked(view: CaseView) -> list[list[str]]:
    """List the questions and actions of the stage, and then those of the whole time."""
    stage = view.case.stages[view.stage].id
    found = [prompt for prompt in view.case.prompts if prompt.stage in (stage, None)]
    found.sort(key=lambda prompt: prompt.stage is None)
    return [
        [
            view.names.text(prompt.text),
            _KINDS[prompt.kind],
            owner_words(view.network, view.names, prompt),
            "",
            _done(prompt),
        ]
        for prompt in found
    ]


def _done(prompt: Prompt) -> str:
    if prompt.kind is PromptKind.QUESTION:
        return ""
    return _("done") if prompt.done else _("not yet")
