"""The measures of a case as a table: as text to read, as CSV and as JSON."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from relnet.case.names import Names
from relnet.case.vocabulary import Track
from relnet.figures.measures_rows import Row, overall_rows, stage_rows, step_rows
from relnet.figures.words_measures import MEASURE_WORDS, Measure, stage_sentences
from relnet.figures.words_siloed import finding_words, part_words
from relnet.network.graph import CaseNetwork
from relnet.network.measures.together import CaseMeasures
from relnet.wording import _
from relnet.words import label

if TYPE_CHECKING:
    import pandas as pd

# A cell that begins so would be taken for a formula by a spreadsheet.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class MeasuresTable:
    """The numbers of a case, and what is told in sentences beside them.

    Attributes:
        title: the case's title.
        perspective: whose view, by name.
        rows: one row for each number.
        sentences: those about people, by the id of the stage.
        pattern: what the rule for the siloed pattern finds: the whole, then each part.
    """

    title: str
    perspective: str
    rows: tuple[Row, ...]
    sentences: dict[str, tuple[str, ...]]
    pattern: tuple[str, ...]


def measures_table(
    network: CaseNetwork, measures: CaseMeasures, names: Names, stage: int | None = None
) -> MeasuresTable:
    """Set the measures of a case out as rows.

    Args:
        network: the case's network.
        measures: its measures.
        names: the names to call people and places by.
        stage: this stage alone, and what changed since the one before it; None: all stages.
    """
    stages = [found for found in measures.stages if stage in (None, found.stage)]
    steps = [found for found in measures.steps if stage in (None, found.second)]
    rows = [] if stage is not None else overall_rows(measures)
    rows += [row for found in stages for row in stage_rows(network, found, names)]
    rows += [row for found in steps for row in step_rows(network, found, names)]
    return MeasuresTable(
        title=names.text(network.case.title),
        perspective=names.of(measures.perspective),
        rows=tuple(rows),
        sentences={
            network.case.stages[found.stage].id: tuple(stage_sentences(network, found, names))
            for found in stages
        },
        pattern=(finding_words(measures.siloed), *map(part_words, measures.siloed.parts)),
    )


def as_json(table: MeasuresTable) -> str:
    """Give the table as JSON: undefined numbers are null."""
    return json.dumps(asdict(table), indent=2, ensure_ascii=False)


def as_csv(table: MeasuresTable) -> str:
    """Give the rows as CSV, one number a line: undefined numbers are empty."""
    frame = _frame(table.rows)
    frame["who"] = [_no_formula("; ".join(row.who)) for row in table.rows]
    text: str = frame.to_csv(index=False, lineterminator="\n")
    return text


def as_text(table: MeasuresTable) -> str:
    """Give the table as text: measures down, stages across, then the sentences."""
    heading = _("{title} (as seen by: {perspective})").format(
        title=table.title, perspective=table.perspective
    )
    at_stages = [row for row in table.rows if row.stage is not None and row.since is None]
    changed = _counted([row for row in table.rows if row.since is not None])
    blocks = [heading, _block(_("At each stage"), at_stages)]
    blocks += [_block(_("Since the stage before"), changed)] if changed else []
    blocks += ["\n".join(_over_all(row) for row in table.rows if row.stage is None)]
    blocks += ["\n".join((stage, *told)) for stage, told in table.sentences.items()]
    return "\n\n".join(block for block in (*blocks, "\n".join(table.pattern)) if block)


def _frame(rows: Iterable[Row]) -> "pd.DataFrame":
    import pandas as pd  # noqa: PLC0415 - JSON needs no pandas

    frame = pd.DataFrame([asdict(row) for row in rows])
    # Whole numbers stay whole beside the ones that are not there.
    return frame.astype({"value": "Float64", "count": "Int64", "of": "Int64"})


def _block(heading: str, rows: Sequence[Row]) -> str:
    frame = _frame(rows)
    frame["name"] = [_name(row.measure, row.track) for row in rows]
    frame["cell"] = [_cell(row) for row in rows]
    wide = frame.pivot_table(
        index="name", columns="stage", values="cell", aggfunc="first", sort=False
    )
    wide = wide.rename_axis(index=None, columns=heading)
    return wide.to_string()


def _counted(rows: Sequence[Row]) -> list[Row]:
    """Leave out what counts nobody in one track at any stage."""
    told = {(row.measure, row.track) for row in rows if row.of or row.count}
    return [row for row in rows if row.track is None or (row.measure, row.track) in told]


def _over_all(row: Row) -> str:
    return _("{measure}, over all stages where every track was recorded: {number}").format(
        measure=MEASURE_WORDS[row.measure], number=_cell(row)
    )


def _name(measure: Measure, track: Track | None) -> str:
    if track is None:
        return MEASURE_WORDS[measure]
    return _("{measure}: {track}").format(measure=MEASURE_WORDS[measure], track=label(track))


def _cell(row: Row) -> str:
    """Write a number with what it was counted from; "–" where there is nothing to say."""
    if row.count is None:
        return "–" if row.value is None else f"{row.value:.2f}"
    counted = str(row.count)
    if row.of is not None:
        counted = _("{number} of {total}").format(number=row.count, total=row.of)
    if row.value is None:
        return counted
    return _("{value} ({counted})").format(value=f"{row.value:.2f}", counted=counted)


def _no_formula(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
