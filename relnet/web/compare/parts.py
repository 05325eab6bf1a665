"""The page of two sides: what is compared, its views, the timeline of both, the differences."""

import json
from collections.abc import Sequence

from markupsafe import Markup

from relnet.figures.refs import refs_of
from relnet.figures.words_compared import counted_shortly
from relnet.network.matching import match_members, match_relationships
from relnet.web import ids
from relnet.web.addresses import COMPARE, case_address
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.web.compare.choosers import LEFT, RIGHT, choosers
from relnet.web.compare.maps import maps_part
from relnet.web.compare.routes import VIEWS
from relnet.web.compare.titles import pair_name, side_title, stage_label, stage_words, titles_at
from relnet.web.compare.told import Rows, counts_of, differences_part, rows_of
from relnet.web.fragments import VIEW_WORDS
from relnet.wording import _


def page_parts(found: Compared) -> Markup:
    """Write the page: what is compared, the stages, both maps, and what differs in words."""
    told = rows_of(found)
    return Markup(
        "{tools}{choosers}{unread}{steps}{heads}"
        '<div id="{room}" class="compare-room" data-same="{same}" data-failed="{failed}" '
        'data-waiting="{waiting}"><div class="pane pane-map" data-key="map">{maps}</div></div>'
        '<p class="compare-key">{key}</p>'
        '<div class="compare-one" data-alike="{alike}" data-row="{row}" hidden><div></div>'
        '<button type="button" class="tool" data-close>{close}</button></div>'
        '<div class="compare-words">{told}</div><p class="aid">{aid}</p>'
        '<p id="{hint}" class="unseen">{hint_words}</p>'
        '<p id="{said}" class="unseen" role="status" aria-live="polite"></p>'
    ).format(
        tools=_tools(),
        choosers=choosers(found),
        unread=_unread(found),
        steps=steps_part(found, told),
        heads=_heads(found),
        room=ids.MAP,
        same=json.dumps(same_refs(found)),
        failed=_(
            "This view did not come. Is relnet still running? Choose it again to try once more."
        ),
        waiting=_("{view} is on its way …"),
        maps=maps_part(found),
        key=_(
            "A dashed ring or band marks what differs. Press it, or a name in the list below, "
            "to find it on both sides."
        ),
        row=_("{about}. Left: {left}. Right: {right}"),
        alike=_("Both sides tell the same of this at this stage."),
        close=_("Close"),
        told=differences_part(found, told),
        aid=_("A discussion aid, not a case record"),
        hint=ids.HINT,
        hint_words=_("Arrow keys go from one to the next on the map; Enter tells more."),
        said=ids.SAID,
    )


def _tools() -> Markup:
    """Write the tabs of the views, and how both pictures stand."""
    links = Markup("").join(
        Markup('<a class="tool" href="?view={name}" data-view="{name}">{words}</a>').format(
            name=name, words=VIEW_WORDS[name]
        )
        for name in ("map", *VIEWS)
    )
    layouts = Markup("").join(
        Markup(
            '<button type="button" class="tool" data-layout="{name}" aria-pressed="false">{words}'
            "</button>"
        ).format(name=name, words=words)
        for name, words in (
            ("beside", _("Beside each other")),
            ("above", _("One above the other")),
        )
    )
    return Markup(
        '<div class="compare-tools"><h1>{heading}</h1>'
        '<nav id="{id}" class="segments" aria-label="{views}">{links}</nav>'
        '<div class="segments compare-layout" role="group" aria-label="{layout}">{layouts}</div>'
        "</div>"
    ).format(
        heading=_("Side by side"),
        id=ids.VIEWS,
        views=_("Views"),
        links=links,
        layout=_("How both pictures stand"),
        layouts=layouts,
    )


def _unread(found: Compared) -> Markup:
    """Say where the address puts a stage beside another that there is not."""
    if not found.unread:
        return Markup("")
    return Markup('<p class="notice" role="status">{}</p>').format(
        _(
            "The address puts stages beside each other that these cases do not have. "
            "Those are matched by themselves here; choose others under “Put beside it”."
        )
    )


def same_refs(found: Compared) -> dict[str, str]:
    """Give who and what on the left is which on the right, by short names."""
    left, right = found.left.case, found.right.case
    ours, theirs = refs_of(left), refs_of(right)
    same = {**match_members(left, right), **match_relationships(left, right)}
    return {ours[one]: theirs[other] for one, other in same.items()}


def _heads(found: Compared) -> Markup:
    """Name both sides and the stage that each shows."""
    return Markup('<div class="compare-heads">{}{}</div>').format(
        _head(found, found.left, LEFT), _head(found, found.right, RIGHT)
    )


def _head(found: Compared, view: CaseView, side: str) -> Markup:
    return Markup(
        '<div class="compare-head"><div class="compare-title">'
        '<h2><a href="{case}" data-title="{side}">{title}</a></h2>{beside}</div>'
        '<p class="compare-stage" data-words="{side}"></p></div>'
    ).format(
        side=side,
        case=case_address(view.entry.key),
        title=side_title(view),
        beside=_beside(found) if side == RIGHT else "",
    )


def _beside(found: Compared) -> Markup:
    """Let another stage of the right side be put beside the one on the left."""
    view = found.right
    options = Markup("").join(
        Markup('<option value="{}">{}</option>').format(number, stage_label(view, number))
        for number in range(len(view.case.stages))
    )
    again = Markup("")
    if found.by_hand:
        again = Markup('<a class="tool" href="{}" data-again>{}</a>').format(
            COMPARE, _("Match by itself again")
        )
    return Markup(
        '<span class="compare-beside"><label>{beside} '
        '<select data-beside autocomplete="off">{options}</select></label>{again}</span>'
    ).format(beside=_("Put beside it"), options=options, again=again)


def steps_part(found: Compared, told: Sequence[Rows]) -> Markup:
    """Write the timeline of both: a button for each pair of stages, its differences counted."""
    buttons = Markup("").join(_step(found, number, rows) for number, rows in enumerate(told))
    return Markup(
        '<nav class="compare-steps" aria-label="{}">'
        '<button type="button" class="round" data-step="-1" '
        'aria-label="{}"><span class="sign back" aria-hidden="true"></span></button>'
        '<button type="button" class="round" data-step="1" aria-label="{}">'
        '<span class="sign on" aria-hidden="true"></span></button><ol>{}</ol></nav>'
    ).format(_("Stages"), _("Previous stage"), _("Next stage"), buttons)


def _step(found: Compared, number: int, rows: Rows) -> Markup:
    pair = found.pairs[number]
    count = _("on one side alone") if rows is None else counted_shortly(*counts_of(rows))
    titles = titles_at(found, pair)
    return Markup(
        '<li><button type="button" data-pair="{number}" data-left="{left}" data-right="{right}"'
        ' data-left-words="{left_words}" data-right-words="{right_words}"'
        ' data-left-title="{left_title}" data-right-title="{right_title}">'
        '<span class="pair-name" title="{name}">{name}</span> '
        '<span class="pair-count">{count}</span>'
        "</button></li>"
    ).format(
        number=number,
        left="" if pair.left is None else pair.left,
        right="" if pair.right is None else pair.right,
        left_words=stage_words(found.left, pair.left),
        right_words=stage_words(found.right, pair.right),
        left_title=titles[0],
        right_title=titles[1],
        name=pair_name(found, pair),
        count=count,
    )
