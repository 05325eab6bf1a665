"""Rows of tables of two sides: those of one relationship together, and those that both have."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from relnet.figures.refs import refs_of
from relnet.network.matching import match_relationships
from relnet.web.as_html import as_html
from relnet.web.compare.asked import Compared
from relnet.web.views.parts import Content, Ordered, Table, TableRow
from relnet.wording import _


@dataclass(frozen=True, slots=True)
class Both:
    """A relationship as both sides have it; None, or "", where a case has none such."""

    heading: Content
    tracks: Content
    left: Sequence[Content] | None
    right: Sequence[Content] | None
    left_ref: str = ""
    right_ref: str = ""


def text_of(content: Content) -> str:
    """Give the words of a cell, without what they are made of."""
    inside = content.content if isinstance(content, Ordered) else content
    return as_html(inside).striptags()


def both_rows(found: Compared, left: Table, right: Table) -> list[Both]:
    """Put the rows of one relationship together: in the order of the left, then of the right."""
    matched = match_relationships(found.left.case, found.right.case)
    ours, theirs = refs_of(found.left.case), refs_of(found.right.case)
    same = {ours[one]: theirs[other] for one, other in matched.items()}
    rows = {row.ref or "": row for row in right.rows}
    told = [_both(row, row, rows.get(same.get(row.ref or "", ""))) for row in left.rows]
    seen = set(same.values())
    alone = (row for ref, row in rows.items() if ref not in seen)
    return [*told, *(_both(row, None, row) for row in alone)]


def _both(row: TableRow, left: TableRow | None, right: TableRow | None) -> Both:
    """Put two rows together; ``row`` is the one that names them."""
    return Both(
        text_of(row.heading),
        row.cells[0],
        left.cells if left else None,
        right.cells if right else None,
        left.ref or "" if left else "",
        right.ref or "" if right else "",
    )


def together(left: Table, right: Table) -> Table:
    """Give the rows of both sides in one table, each once, with the side that has it.

    What is told in the same words stands on both sides.
    """
    rows = [replace(row, ref=None) for row in _merged(left.rows, right.rows)]
    return replace(left, columns=(left.columns[0], _("Side"), *left.columns[1:]), rows=rows)


def _merged(left: Sequence[TableRow], right: Sequence[TableRow]) -> Iterator[TableRow]:
    """Give the rows of the left in their order, those of the right alone behind their like."""
    ours, theirs = [_words(row) for row in left], [_words(row) for row in right]
    matched, rest = Counter(ours) & Counter(theirs), dict[str, list[TableRow]]()
    spare = Counter(matched)
    for row, words in zip(right, theirs, strict=True):
        if spare[words]:
            spare[words] -= 1
        else:
            rest.setdefault(words[0], []).append(row)
    last = {words[0]: place for place, words in enumerate(ours)}
    for place, (row, words) in enumerate(zip(left, ours, strict=True)):
        yield _on(row, _("both") if matched[words] else _("left"))
        matched[words] -= bool(matched[words])
        if last[words[0]] == place:
            yield from (_on(each, _("right")) for each in rest.pop(words[0], ()))
    yield from (_on(row, _("right")) for rows in rest.values() for row in rows)


def _words(row: TableRow) -> tuple[str, ...]:
    return tuple(text_of(cell) for cell in (row.heading, *row.cells))


def _on(row: TableRow, side: str) -> TableRow:
    return TableRow(text_of(row.heading), (side, *row.cells))
