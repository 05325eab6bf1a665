"""The differences of two sides in words: those of every pair of stages, of which one's are seen."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from relnet.case.vocabulary import Track
from relnet.figures.words_compared import (
    ComparedRow,
    ToldByOne,
    compared_rows,
    counted,
    told_by_one,
)
from relnet.network.comparing import Matter, Side
from relnet.network.matching import Pair
from relnet.web.compare.asked import Compared
from relnet.web.compare.titles import titles_at
from relnet.wording import _

_MOST_NAMES = 6
"""So many relationships that one side alone tells are named at once."""

Rows = tuple[ComparedRow, ...] | None
"""What differs at a pair; None where one side alone has this stage."""


def counts_of(rows: Sequence[ComparedRow]) -> tuple[int, int]:
    """Count differences, and apart those of relationships that bring harm alone."""
    harmful = sum(row.harmful for row in rows)
    return len(rows) - harmful, harmful


def rows_of(found: Compared) -> tuple[Rows, ...]:
    """Give what differs at every pair."""
    return tuple(_rows(found, pair) for pair in found.pairs)


def _rows(found: Compared, pair: Pair) -> Rows:
    sides = found.sides(pair)
    return None if sides is None else compared_rows(*sides, found.left.names, found.right.names)


def differences_part(found: Compared, told: Sequence[Rows]) -> Markup:
    """Tell the differences of every pair in words; one pair's are seen."""
    return Markup("").join(_pair_part(found, number, rows) for number, rows in enumerate(told))


def _pair_part(found: Compared, number: int, rows: Rows) -> Markup:
    pair = found.pairs[number]
    if rows is None:
        told = Markup("<h2>{}</h2>").format(_("One side alone has this stage"))
    else:
        told = Markup("<h2>{}</h2>").format(counted(*counts_of(rows)))
        told += _table(found, pair, rows) if rows else _nothing()
        told += _one_sided(found, pair)
    return Markup('<section class="compare-told" data-told="{}"{}>{}</section>').format(
        number, "" if number == found.now else Markup(" hidden"), told
    )


def _nothing() -> Markup:
    return Markup("<p>{}</p>").format(
        _("What both sides tell is the same here. Choose another stage, view or case.")
    )


def _one_sided(found: Compared, pair: Pair) -> Markup:
    """Say what one side alone tells: that is no difference, and no mark stands for it."""
    sides = found.sides(pair)
    if sides is None:
        return Markup("")
    told = told_by_one(*sides, found.left.names, found.right.names)
    return Markup("").join(_by_one(each) for each in told)


def _by_one(told: ToldByOne) -> Markup:
    """Write a sentence of one side; one with many names unfolds."""
    if told.number <= _MOST_NAMES:
        return Markup('<p class="told-by-one">{}</p>').format(told.sentence)
    return Markup('<details class="told-by-one"><summary>{}</summary><p>{}</p></details>').format(
        told.short, told.names
    )


def _table(found: Compared, pair: Pair, rows: Sequence[ComparedRow]) -> Markup:
    """Write the differences; those of relationships that bring harm alone stand apart."""
    lines, apart = (
        Markup("").join(_line(found, pair, row) for row in rows if row.harmful is harmful)
        for harmful in (False, True)
    )
    if apart:
        apart = Markup('<tbody><tr><th scope="rowgroup" colspan="3">{}</th></tr>{}</tbody>').format(
            _("Counted apart: relationships that bring only harm"), apart
        )
    return Markup(
        '<table class="facts"><thead><tr><th scope="col">{}</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>{}</tbody>{}</table>'
    ).format(_("What differs"), *titles_at(found, pair), lines, apart)


def _line(found: Compared, pair: Pair, row: ComparedRow) -> Markup:
    """Write a difference: its name is a button that marks it in both pictures."""
    return Markup(
        '<tr><th scope="row"><button type="button" class="tool" aria-pressed="false" '
        'data-left-refs="{}" data-right-refs="{}" data-kinds="{}">{}</button></th>'
        "<td>{}</td><td>{}</td></tr>"
    ).format(
        " ".join(row.left_refs),
        " ".join(row.right_refs),
        " ".join(_kinds(found.sides(pair), row)),
        row.about,
        row.left,
        row.right,
    )


def _kinds(sides: tuple[Side, Side] | None, row: ComparedRow) -> Iterator[str]:
    """Name the marks that a difference of the whole stage is about: ports, else the spine."""
    if row.matter is Matter.AREA:
        yield "spine"
    if row.matter is not Matter.IN_PRACTICE or sides is None:
        return
    left, right = sides
    for track, one, other in zip(Track, left.ports, right.ports, strict=True):
        if one is not other:
            yield f"port.track-{track.value}"
