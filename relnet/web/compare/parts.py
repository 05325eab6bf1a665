"""The parts of the page of two sides: what is compared, both maps, the stages, the differences."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from relnet.figures.svg import paint_frame
from relnet.figures.words import stage_title
from relnet.figures.words_compared import ComparedRow, compared_rows, counted
from relnet.network.matching import Pair
from relnet.web import ids
from relnet.web.addresses import COMPARE, case_address, compare_address
from relnet.web.case_view import CaseView, perspective_refs
from relnet.web.compare.asked import Compared
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.stage_parts import scene_of, stage_part
from relnet.wording import _, ngettext

LEFT, RIGHT = "left", "right"

_Rows = tuple[ComparedRow, ...] | None
"""What differs at a pair; None where one side alone has this stage."""


def side_title(view: CaseView) -> str:
    """Say what stands on a side: "Amira, as the team sees it"."""
    return _("{case}, as {name} sees it").format(
        case=view.names.text(view.case.title), name=view.names.inside(view.perspective)
    )


def choosers(found: Compared) -> Markup:
    """Offer both cases and whose views; a form that needs no script."""
    return Markup(
        '<form class="compare-what" action="{address}" method="get">'
        '{left}<a class="tool" href="{swapped}">{swap}</a>{right}'
        '<button type="submit" class="tool strong">{show}</button></form>'
    ).format(
        address=COMPARE,
        left=_chooser(found.left, LEFT, _("Left")),
        right=_chooser(found.right, RIGHT, _("Right")),
        swapped=_swapped(found),
        swap=_("Swap sides"),
        show=_("Compare"),
    )


def _chooser(view: CaseView, side: str, words: str) -> Markup:
    entries = [entry for entry in current_shelf().entries() if entry.case is not None]
    if all(entry.key != view.entry.key for entry in entries):
        entries.insert(0, view.entry)
    hidden = view.names.hidden
    cases = ((entry.key, _title(entry, hidden=hidden)) for entry in entries)
    views = (
        (ref, _("as {name} sees it").format(name=view.names.inside(perspective)))
        for perspective, ref in perspective_refs(view.case).items()
    )
    ref = perspective_refs(view.case).get(view.perspective, "")
    return Markup("<fieldset><legend>{}</legend>{}{}</fieldset>").format(
        words,
        _choice(side, _("Case"), cases, view.entry.key),
        _choice(f"{side}_as", _("Whose view"), views, ref),
    )


def _title(entry: ShelfEntry, *, hidden: bool) -> str:
    return entry.names(hidden=hidden).text(entry.network.case.title)


def _choice(name: str, words: str, choices: Iterable[tuple[str, str]], now: str) -> Markup:
    options = Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == now else "", text
        )
        for value, text in choices
    )
    return Markup(
        '<label><span class="unseen">{}</span><select name="{}" autocomplete="off">{}</select>'
        "</label>"
    ).format(words, name, options)


def _swapped(found: Compared) -> str:
    stage = found.pairs[found.now].right
    return compare_address(
        found.right.entry.key,
        found.left.entry.key,
        left_as=perspective_refs(found.right.case).get(found.right.perspective, ""),
        right_as=perspective_refs(found.left.case).get(found.left.perspective, ""),
        stage="" if stage is None else str(stage + 1),
        pairs=".".join(f"{other + 1}-{one + 1}" for one, other in found.by_hand.items()),
    )


def side_part(found: Compared, view: CaseView, side: str) -> Markup:
    """Draw one side: its title, and the map of every stage, of which one is seen."""
    scene = scene_of(view)
    stages = (stage_part(view, number) for number in range(len(view.case.stages)))
    title = side_title(view)
    picture = paint_frame(
        scene, stages, label=_("Map of the relationships: {title}").format(title=title)
    )
    return Markup(
        '<section class="compare-side" data-side="{side}"><h2><a href="{case}">{title}</a></h2>'
        '{stage}<p class="no-stage" hidden>{none}</p>'
        '<div class="compare-map" tabindex="0" role="region" aria-label="{title}">{picture}</div>'
        "</section>"
    ).format(
        side=side,
        case=case_address(view.entry.key),
        title=title,
        stage=_stage_line(found, view, side),
        none=_("This side has no such stage."),
        picture=Markup(picture),  # noqa: S704 - the painter escapes every text
    )


def _stage_line(found: Compared, view: CaseView, side: str) -> Markup:
    """Name the stage in words; on the right another one can be put beside it."""
    if side == LEFT:
        return Markup('<p class="compare-stage" data-words></p>')
    options = Markup("").join(
        Markup('<option value="{}">{}</option>').format(number, view.names.text(stage.label))
        for number, stage in enumerate(view.case.stages)
    )
    again = Markup("")
    if found.by_hand:
        again = Markup('<a class="tool" href="{}" data-again>{}</a>').format(
            COMPARE, _("Match by itself again")
        )
    return Markup(
        '<p class="compare-stage"><span data-words></span> '
        '<label>{words} <select data-beside autocomplete="off">{options}</select></label>'
        "{again}</p>"
    ).format(words=_("Put beside it"), options=options, again=again)


def steps_part(found: Compared, told: Sequence[_Rows]) -> Markup:
    """Write the timeline of both: a button for each pair of stages, its differences counted."""
    buttons = Markup("").join(_step(found, number, rows) for number, rows in enumerate(told))
    return Markup(
        '<nav class="compare-steps" aria-label="{}">'
        '<button type="button" class="round" data-step="-1" '
        'aria-label="{}"><span class="sign back" aria-hidden="true"></span></button>'
        '<button type="button" class="round" data-step="1" aria-label="{}">'
        '<span class="sign on" aria-hidden="true"></span></button><ol>{}</ol></nav>'
    ).format(_("Stages"), _("Previous stage"), _("Next stage"), buttons)


def _step(found: Compared, number: int, rows: _Rows) -> Markup:
    pair = found.pairs[number]
    labels = [
        view.names.text(view.case.stages[place].label)
        for view, place in ((found.left, pair.left), (found.right, pair.right))
        if place is not None
    ]
    name = (
        labels[0]
        if len(set(labels)) == 1
        else _("{left} | {right}").format(left=labels[0], right=labels[1])
    )
    count = _("on one side alone")
    if rows is not None:
        count = ngettext("{count} difference", "{count} differences", len(rows)).format(
            count=len(rows)
        )
    return Markup(
        '<li><button type="button" data-pair="{number}" data-left="{left}" data-right="{right}"'
        ' data-left-words="{left_words}" data-right-words="{right_words}">'
        '<span class="pair-name">{name}</span> <span class="pair-count">{count}</span>'
        "</button></li>"
    ).format(
        number=number,
        left="" if pair.left is None else pair.left,
        right="" if pair.right is None else pair.right,
        left_words=_words(found.left, pair.left),
        right_words=_words(found.right, pair.right),
        name=name,
        count=count,
    )


def _words(view: CaseView, stage: int | None) -> str:
    return "" if stage is None else stage_title(view.network, stage, view.names)


def _rows(found: Compared, pair: Pair) -> _Rows:
    sides = found.sides(pair)
    return None if sides is None else compared_rows(*sides, found.left.names, found.right.names)


def differences_part(found: Compared, told: Sequence[_Rows]) -> Markup:
    """Tell the differences of every pair in words; one pair's are seen."""
    return Markup("").join(_pair_part(found, number, rows) for number, rows in enumerate(told))


def _pair_part(found: Compared, number: int, rows: _Rows) -> Markup:
    if rows is None:
        told = Markup("<h2>{}</h2>").format(_("One side alone has this stage"))
    else:
        told = Markup("<h2>{}</h2>").format(counted(len(rows)))
        if rows:
            told += _table(found, rows)
        else:
            told += Markup("<p>{}</p>").format(
                _("Both sides tell the same here. Choose another stage, view or case.")
            )
    return Markup('<section class="compare-told" data-told="{}"{}>{}</section>').format(
        number, "" if number == found.now else Markup(" hidden"), told
    )


def _table(found: Compared, rows: Iterable[ComparedRow]) -> Markup:
    lines = Markup("").join(_line(row) for row in rows)
    return Markup(
        '<table class="facts"><thead><tr><th scope="col">{}</th><th scope="col">{}</th>'
        '<th scope="col">{}</th></tr></thead><tbody>{}</tbody></table>'
    ).format(_("What differs"), side_title(found.left), side_title(found.right), lines)


def _line(row: ComparedRow) -> Markup:
    about: Markup | str = row.about
    if row.left_refs or row.right_refs:
        about = Markup(
            '<button type="button" class="tool" aria-pressed="false" data-left-refs="{}" '
            'data-right-refs="{}">{}</button>'
        ).format(" ".join(row.left_refs), " ".join(row.right_refs), row.about)
    return Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(
        about, row.left, row.right
    )


def page_parts(found: Compared) -> Markup:
    """Write the page: what is compared, both maps, the stages, and what differs in words."""
    told = [_rows(found, pair) for pair in found.pairs]
    return Markup(
        '{choosers}{steps}<div class="compare-sides">{left}{right}</div>'
        '<p class="compare-key">{key}</p>'
        '<div class="compare-words">{told}</div><p class="aid">{aid}</p>'
        '<p id="{said}" class="unseen" role="status" aria-live="polite"></p>'
    ).format(
        choosers=choosers(found),
        left=side_part(found, found.left, LEFT),
        right=side_part(found, found.right, RIGHT),
        steps=steps_part(found, told),
        key=_("A dashed ring marks what differs. Press a name below to find it on both sides."),
        told=differences_part(found, told),
        aid=_("A discussion aid, not a case record"),
        said=ids.SAID,
    )
