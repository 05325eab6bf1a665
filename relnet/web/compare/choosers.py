"""What is compared, to choose: both cases, whose views, and a search where there are many."""

from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup

from relnet.web.addresses import COMPARE, compare_address
from relnet.web.case_view import CaseView, perspective_refs
from relnet.web.compare.asked import Compared
from relnet.web.compare.offered import Offered, Where, offered, offered_cases
from relnet.wording import _

LEFT, RIGHT = "left", "right"

_FEW = 12
"""So many cases are found in a list without a search."""

_GROUPS: Mapping[Where, str] = {
    Where.OWN: _("Opened or tried"),
    Where.FILES: _("Cases to look at"),
    Where.LIBRARY: _("Library"),
}
_Choices = Iterable[tuple[str, str]]


def choosers(found: Compared) -> Markup:
    """Offer both cases and whose views; a form that needs no script."""
    cases, own = _cases(found)
    return Markup(
        '<form class="compare-what" action="{address}" method="get">'
        '{also}{left}<a class="tool" href="{swapped}" data-swap>{swap}</a>{right}'
        '<button type="submit" class="tool strong">{show}</button></form>'
    ).format(
        address=COMPARE,
        left=_chooser(found.left, LEFT, _("Left"), cases),
        right=_chooser(found.right, RIGHT, _("Right"), cases),
        also=_also(own),
        swapped=_swapped(found, own),
        swap=_("Swap sides"),
        show=_("Compare"),
    )


def _cases(found: Compared) -> tuple[list[Offered], list[str]]:
    """Give the cases to choose, and the keys of those that are offered to who has their address."""
    hidden = found.left.names.hidden
    cases = list(offered_cases(hidden=hidden))
    listed = {case.key for case in cases}
    entries = {e.key: e for e in (found.left.entry, found.right.entry, *found.known)}
    more = [offered(entry, hidden=hidden) for key, entry in entries.items() if key not in listed]
    return [*more, *cases], [case.key for case in more]


def _also(own: Sequence[str]) -> Markup:
    """Keep cases that stand in no list, for the page after this one."""
    if not own:
        return Markup("")
    return Markup('<input type="hidden" name="also" value="{}">').format(".".join(own))


def _chooser(view: CaseView, side: str, words: str, cases: Sequence[Offered]) -> Markup:
    views = (
        (ref, _("as {name} sees it").format(name=view.names.inside(perspective)))
        for perspective, ref in perspective_refs(view.case).items()
    )
    ref = perspective_refs(view.case).get(view.perspective, "")
    return Markup("<fieldset><legend>{}</legend>{}{}{}</fieldset>").format(
        words,
        _search(words) if len(cases) > _FEW else "",
        _choice(side, _("Case"), _grouped(cases, view.entry.key)),
        _choice(f"{side}_as", _("Whose view"), _options(views, ref)),
    )


def _search(side: str) -> Markup:
    """Make the box that shortens a list of cases, which is of no use without a script."""
    return Markup(
        '<input type="search" data-find hidden autocomplete="off" aria-label="{words}"'
        ' placeholder="{short}" data-none="{none}">'
    ).format(
        words=_("Find a case for this side: {side}").format(side=side),
        short=_("Find a case"),
        none=_("No case of this name"),
    )


def _grouped(cases: Sequence[Offered], now: str) -> Markup:
    """Put cases into groups by where they are, where they are not all in one."""
    groups = [
        (words, [(case.key, case.title) for case in cases if case.where is where])
        for where, words in _GROUPS.items()
    ]
    filled = [(words, choices) for words, choices in groups if choices]
    if len(filled) == 1:
        return _options(filled[0][1], now)
    return Markup("").join(
        Markup('<optgroup label="{}">{}</optgroup>').format(words, _options(choices, now))
        for words, choices in filled
    )


def _options(choices: _Choices, now: str) -> Markup:
    return Markup("").join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if value == now else "", text
        )
        for value, text in choices
    )


def _choice(name: str, words: str, options: Markup) -> Markup:
    return Markup(
        '<label><span class="unseen">{}</span><select name="{}" autocomplete="off">{}</select>'
        "</label>"
    ).format(words, name, options)


def _swapped(found: Compared, own: Sequence[str]) -> str:
    stage = found.pairs[found.now].right
    return compare_address(
        found.right.entry.key,
        found.left.entry.key,
        left_as=perspective_refs(found.right.case).get(found.right.perspective, ""),
        right_as=perspective_refs(found.left.case).get(found.left.perspective, ""),
        stage="" if stage is None else str(stage + 1),
        pairs=".".join(f"{other + 1}-{one + 1}" for one, other in found.by_hand.items()),
        also=".".join(own),
    )
