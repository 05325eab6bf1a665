"""What the trainer's page and the join page share: the grid to press, and each table's sign."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import Phase, RelationshipType, UseKind
from relnet.figures.words_focus import line_words
from relnet.figures.words_tally import place_words
from relnet.network.tally import Place
from relnet.web import ids
from relnet.words import label

_SIGNS = (
    "M12 2l3 6.9 7 .7-5.3 4.7 1.6 7.2L12 17.6 5.7 21.5l1.6-7.2L2 9.6l7-.7z",
    "M9 3h6v6h6v6h-6v6H9v-6H3V9h6z",
    "M15 2.5a9.8 9.8 0 1 0 6.5 13A8.5 8.5 0 0 1 15 2.5z",
    "M12 2c4 5.5 7 9 7 12.5a7 7 0 0 1-14 0C5 11 8 7.5 12 2z",
    "M12 21C5 15.5 2 12 2 8a5 5 0 0 1 10-1.5A5 5 0 0 1 22 8c0 4-3 7.5-10 13z",
    "M14 2 4 14h6l-2 8L20 10h-7z",
    "M21 3C10 3 4 7 4 14c0 1.7.4 3.1 1 4.2L2.5 21l1.5 1.3L6.5 19.5C15 21 21 15 21 3z",
    "M12 3 2 12h3v9h5v-6h4v6h5v-9h3z",
)
"""Star, cross, moon, drop, heart, bolt, leaf and house."""

COLOURS = 6
"""How many colours there are (assets/tally.css); 24 tables have 24 pairs of sign and colour."""

_GRID = Markup('<div id="{id}" class="press-grid" role="group" aria-label="{label}">{phases}</div>')
_PHASE = Markup(
    '<table class="press-phase"><caption>{phase}</caption>'
    "<thead><tr><td></td>{uses}</tr></thead><tbody>{rows}</tbody></table>"
)
_ROW = Markup('<tr class="lane-{track}"><th scope="row">{kind}</th>{cells}</tr>')
_CELL = Markup(
    '<td><button type="button" class="press" data-place="{key}">'
    '<span class="unseen">{words}: </span><span class="count">0</span>{own}</button></td>'
)
_OWN = Markup('<span class="own" aria-hidden="true" hidden></span>')


def sign(table: int) -> Markup:
    """Draw the sign of a table, in its colour."""
    return Markup(
        '<svg class="table-sign table-sign-{colour}" viewBox="0 0 24 24" aria-hidden="true">'
        '<path d="{path}"/></svg>'
    ).format(colour=table % COLOURS, path=_SIGNS[table % len(_SIGNS)])


def press_grid(title: str, *, own: bool) -> Markup:
    """Write the grid of 36 buttons; ``own`` leaves room for the chosen table's own number."""
    phases = Markup("").join(_phase(phase, own=own) for phase in Phase)
    return _GRID.format(id=ids.TALLY_GRID, label=title, phases=phases)


def _phase(phase: Phase, *, own: bool) -> Markup:
    uses = Markup("").join(
        Markup('<th scope="col">{use}</th>').format(use=label(use)) for use in UseKind
    )
    rows = Markup("").join(_row(phase, kind, own=own) for kind in RelationshipType)
    return _PHASE.format(phase=label(phase), uses=uses, rows=rows)


def _row(phase: Phase, kind: RelationshipType, *, own: bool) -> Markup:
    cells = Markup("").join(_cell(Place(kind, use, phase), own=own) for use in UseKind)
    return _ROW.format(track=TRACK_OF_TYPE[kind].value, kind=line_words(kind), cells=cells)


def _cell(place: Place, *, own: bool) -> Markup:
    return _CELL.format(key=place.key, words=place_words(place), own=_OWN if own else "")


def told_counts(counts: Mapping[Place, int]) -> dict[str, int]:
    """Give counts as the pages' scripts read them: the places that were pressed, by their keys."""
    return {place.key: count for place, count in counts.items() if count}
