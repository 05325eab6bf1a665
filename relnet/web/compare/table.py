"""The tables of both sides: what each tells at a pair of stages, and all that the cases hold."""

from collections.abc import Callable, Iterator, Sequence

from dash.development.base_component import Component
from markupsafe import Markup

from relnet.figures.words import stage_words
from relnet.figures.words_compared import ComparedRow
from relnet.network.comparing import Matter
from relnet.network.matching import Pair
from relnet.web.as_html import as_html
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.blocks import OTHERWISE, block, line
from relnet.web.compare.rows import Both, both_rows, text_of, together
from relnet.web.compare.titles import side_title, titles_at
from relnet.web.compare.told import rows_of
from relnet.web.views.parts import Content, Table, attributes, fold, plain_list, tool_table
from relnet.web.views.table_happenings import (
    events_table,
    factors_table,
    prompts_table,
    safety_table,
)
from relnet.web.views.table_people import areas_table, people_table, stages_table
from relnet.web.views.table_ties import relationships_table, uses_table
from relnet.wording import _
from relnet.words import label

_SILENT = frozenset({_("nothing recorded"), _("not in this case"), _("no such stage")})
"""What stands in a cell of a side that tells nothing."""

_BEFORE_STAGES = 1
"""The cells of a relationship before those of its stages: the tracks."""


def table_of_both(found: Compared) -> Markup:
    """Lay out what both sides tell: of each pair, of which one is seen, and of the whole cases."""
    stages = stages_table(found.left), stages_table(found.right)
    ties = both_rows(found, relationships_table(found.left), relationships_table(found.right))
    told = rows_of(found)
    pairs = [
        html.Section(
            [
                _ties_table(found, pair, ties, told[number] or ()),
                _stage_table(found, pair, stages, told[number] or ()),
                _in_words(found, pair),
            ],
            className="compare-pair",
            hidden=number != found.now,
            **attributes(data_pair_part=str(number)),
        )
        for number, pair in enumerate(found.pairs)
    ]
    return as_html(
        html.Section(
            [*pairs, *_whole(found)],
            className="case-view tables",
            **attributes(data_view="table"),
        )
    )


def _ties_table(
    found: Compared, pair: Pair, ties: Sequence[Both], told: Sequence[ComparedRow]
) -> Component:
    """Give every relationship as both sides tell it; those of the list of differences marked."""
    left = {ref for row in told for ref in row.left_refs}
    right = {ref for row in told for ref in row.right_refs}
    rows = []
    for each in ties:
        cells = _at(each.left, pair.left), _at(each.right, pair.right)
        listed = each.left_ref in left or each.right_ref in right
        words = _standing(*map(text_of, cells), listed=listed)
        refs = each.left_ref, each.right_ref
        rows.append(line(each.heading, (each.tracks, *cells), words, refs))
    heads = (_("Relationship"), _("Track"), *titles_at(found, pair))
    return block(_("Relationships at this stage"), heads, rows)


def _at(cells: Sequence[Content] | None, stage: int | None) -> Content:
    if stage is None:
        return html.Span(_("no such stage"), className="quiet")
    if cells is None:
        return html.Span(_("not in this case"), className="quiet")
    return cells[_BEFORE_STAGES + stage]


def _stage_table(
    found: Compared, pair: Pair, stages: tuple[Table, Table], told: Sequence[ComparedRow]
) -> Component:
    """Give what each side tells of the stage itself, line by line.

    A line is marked where the list of differences has it: what one side has not recorded is no
    difference, and neither is another date or note.
    """
    both = found.sides(pair)
    marked = {label(track) for track in both[0].differing_tracks(both[1])} if both else set()
    if any(row.matter is Matter.AREA for row in told):
        marked.add(_("Where"))
    columns = stages[0].columns[1:]
    sides = [
        table.rows[number].cells if number is not None else None
        for table, number in zip(stages, (pair.left, pair.right), strict=True)
    ]
    rows = []
    for place, heading in enumerate(columns):
        left, right = (_cell(cells, place) for cells in sides)
        words = _standing(text_of(left), text_of(right), listed=heading in marked)
        rows.append(line(heading, (left, right), words))
    return block(_("The stage"), (_("What"), *titles_at(found, pair)), rows)


def _cell(cells: Sequence[Content] | None, place: int) -> Content:
    return _at(None, None) if cells is None else cells[place]


def _standing(left: str, right: str, *, listed: bool) -> str:
    """Say how two cells stand to each other; "" where they say the same.

    A note or a quotation alone is no difference: ``listed`` says whether there is another.
    """
    if left == right:
        return ""
    if right in _SILENT and left not in _SILENT:
        return _("told on the left alone")
    if left in _SILENT and right not in _SILENT:
        return _("told on the right alone")
    return OTHERWISE if listed and left not in _SILENT else ""


def _in_words(found: Compared, pair: Pair) -> Component:
    """Tell the stage of each side in a paragraph, with everything that its map shows below."""
    sides = zip((found.left, found.right), (pair.left, pair.right), strict=True)
    return html.Section(
        [
            html.H3(_("The stage in words")),
            html.Div([_told(view, stage) for view, stage in sides], className="compare-sides"),
        ],
        className="compare-block",
    )


def _told(view: CaseView, stage: int | None) -> Component:
    title = html.H4(side_title(view))
    if stage is None:
        return html.Div([title, html.P(_("This side has no such stage."))])
    words = stage_words(view.network, stage, view.perspective, view.names)
    return html.Div(
        [title, html.P(words.summary), fold(words.title, plain_list(words.items), name="in-words")]
    )


def _whole(found: Compared) -> Iterator[Component]:
    """Give what the cases hold besides, each kind in one table that says on which side it is."""
    if found.one_case:
        yield html.P(
            _(
                "People, areas, events, questions, safety, and push and pull are those of one "
                "case: its own page has them as tables."
            ),
            className="quiet",
        )
        return
    kinds: tuple[tuple[str, Callable[[CaseView], Table]], ...] = (
        (_("People and places"), people_table),
        (_("Areas"), areas_table),
        (_("What professionals do"), uses_table),
        (_("What happened, and what did not"), events_table),
        (_("Questions and actions"), prompts_table),
        (_("Safety, as each sees it"), safety_table),
        (_("Push and pull"), factors_table),
    )
    for title, table in kinds:
        yield tool_table(together(table(found.left), table(found.right)), title)
