"""The numbers of both sides: the same measures of a pair of stages, in two columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dash.development.base_component import Component
from markupsafe import Markup

from relnet.figures.measures_rows import Row, overall_rows, stage_rows, step_rows
from relnet.figures.words_measures import Measure, stage_sentences
from relnet.network.matching import Pair
from relnet.network.measures.together import CaseMeasures, case_measures
from relnet.web.as_html import as_html
from relnet.web.as_html import still as html
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.blocks import block, line
from relnet.web.compare.titles import side_title, titles_at
from relnet.web.views.numbers import is_defined, number_cell, number_words, who_counts
from relnet.web.views.numbers_words import measure_heading
from relnet.web.views.parts import Content, attributes, plain_list
from relnet.wording import _


@dataclass(frozen=True)
class _Number:
    """A number of one side, and those who are in it."""

    row: Row
    who: Sequence[str]

    @property
    def words(self) -> str:
        """The number in words; "" where there was nothing to count."""
        return number_words(self.row) if is_defined(self.row) else ""


_Numbers = Mapping[Measure, _Number]


@dataclass(frozen=True)
class _Counted:
    """One side with its measures."""

    view: CaseView

    @cached_property
    def measures(self) -> CaseMeasures:
        """All measures, as this side sees the case."""
        return case_measures(self.view.network, self.view.perspective)

    def at(self, stage: int | None) -> _Numbers:
        """Give the numbers of a stage; none where there is no such stage."""
        if stage is None:
            return {}
        found, view = self.measures.stages[stage], self.view
        rows = stage_rows(view.network, found, view.names)
        return {row.measure: _Number(row, who_counts(view, row, found)) for row in rows}

    def since(self, stage: int | None) -> _Numbers:
        """Give the numbers of what changed since the stage before; none of the first stage."""
        step = next((each for each in self.measures.steps if each.second == stage), None)
        if step is None:
            return {}
        rows = step_rows(self.view.network, step, self.view.names)
        return {row.measure: _Number(row, row.who) for row in rows if row.track is None}

    @property
    def overall(self) -> _Numbers:
        """The numbers of all stages together."""
        return {row.measure: _Number(row, ()) for row in overall_rows(self.measures)}


def numbers_of_both(found: Compared) -> Markup:
    """Lay out the numbers of both sides: of each pair, of which one is seen, and of all stages."""
    sides = _Counted(found.left), _Counted(found.right)
    heads = (_("Measure"), side_title(found.left), side_title(found.right))
    overall = _table(found, _("Over all stages"), heads, (sides[0].overall, sides[1].overall))
    note = _(
        "The numbers are there to ask with: none of them is good or bad in itself, and none says"
        " anything of a child’s risk."
    )
    return as_html(
        html.Section(
            [
                html.P(note, className="quiet"),
                *(_pair(found, sides, number) for number in range(len(found.pairs))),
                *overall,
            ],
            className="case-view numbers",
            **attributes(data_view="numbers"),
        )
    )


def _pair(found: Compared, sides: tuple[_Counted, _Counted], number: int) -> Component:
    pair = found.pairs[number]
    heads = (_("Measure"), *titles_at(found, pair))
    left, right = sides
    at = left.at(pair.left), right.at(pair.right)
    since = left.since(pair.left), right.since(pair.right)
    return html.Section(
        [
            *_table(found, _("At this stage"), heads, at),
            *_table(found, _("Since the stage before"), heads, since),
            _sentences(sides, pair),
        ],
        className="compare-pair",
        hidden=number != found.now,
        **attributes(data_pair_part=str(number)),
    )


def _table(
    found: Compared, title: str, heads: Sequence[str], both: tuple[_Numbers, _Numbers]
) -> Iterator[Component]:
    """Set out the measures that a side has, one below the other; no table where none has any."""
    rows = []
    for measure in dict.fromkeys(key for side in both for key in side):
        left, right = (side.get(measure) for side in both)
        words, differs = _standing(found, left, right)
        cells = [_cell(left), _cell(right)]
        rows.append(line(measure_heading(measure), cells, words, differs=differs))
    if rows:
        yield block(title, heads, rows, name="facts measures")


def _cell(number: _Number | None) -> Content:
    if number is None:
        return html.Span(_("no such stage"), className="quiet")
    return number_cell(number.row, number.who)


def _standing(found: Compared, left: _Number | None, right: _Number | None) -> tuple[str, bool]:
    """Say how two numbers stand to each other, and whether they differ: silence does not."""
    if left is None or right is None:
        return "", False
    if left.words != right.words:
        if not right.words:
            return _("counted on the left alone"), False
        if not left.words:
            return _("counted on the right alone"), False
        return _("≠ other number"), True
    # With names hidden, nobody of two cases can be told apart by what they are called.
    knows = found.one_case or not found.left.names.hidden
    others = knows and set(left.who) != set(right.who)
    return (_("same number, others counted"), False) if others else ("", False)


def _sentences(sides: tuple[_Counted, _Counted], pair: Pair) -> Component:
    """Tell who holds, who is overlooked and who is left, on each side."""
    told = [_told(side, stage) for side, stage in zip(sides, (pair.left, pair.right), strict=True)]
    return html.Section(
        [
            html.H3(_("Who holds, who is overlooked, who is left")),
            html.Div(told, className="compare-sides"),
        ],
        className="compare-block",
    )


def _told(side: _Counted, stage: int | None) -> Component:
    view = side.view
    title = html.H4(side_title(view))
    if stage is None:
        return html.Div([title, html.P(_("This side has no such stage."))])
    sentences = stage_sentences(view.network, side.measures.stages[stage], view.names)
    return html.Div([title, plain_list(sentences)])
