"""Two versions of a case side by side, in the words of what changed."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from relnet.case.names import Names
from relnet.case.timeline import opening_perspective
from relnet.editing.document import tree_of
from relnet.editing.revision import Change, changes_between
from relnet.figures.words_history import change_words
from relnet.figures.words_join import listed
from relnet.network.changes import ChangeKind
from relnet.network.graph import CaseNetwork
from relnet.network.version_changes import StageDifference, version_changes
from relnet.web.kept_cases import KeptCases
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.views.changes import KINDS
from relnet.wording import _, ngettext

_MOST_LINES = 60


def compared(kept: KeptCases, key: str, versions: tuple[int, int], *, hidden: bool) -> Component:
    """Lay out what is other in the second of two versions.

    Raises:
        NoSuchVersion: the case has one of them not.
    """
    older, newer = (kept.at(key, number) for number in versions)
    names = newer.names(hidden=hidden)
    changes = changes_between(tree_of(older.network.case), tree_of(newer.network.case))
    title = _("From version {first} to version {second}").format(
        first=versions[0], second=versions[1]
    )
    if not changes:
        return _section(title, [html.P(_("These two versions say the same."))])
    return _section(
        title,
        [
            html.H3(_("Relationships, stage by stage")),
            *_stages(older.network, newer, names),
            html.H3(_("Every single change")),
            html.Ul([html.Li(line) for line in _lines(changes, newer, names)], className="plain"),
        ],
    )


def _section(title: str, parts: list[Component]) -> Component:
    return html.Section([html.H2(title), *parts], className="compared")


def _stages(older: CaseNetwork, newer: ShelfEntry, names: Names) -> list[Component]:
    """Tell, for each stage, the relationships that the newer version tells otherwise."""
    network = newer.network
    found = version_changes(older, network, opening_perspective(network.case))
    if not found:
        return [html.P(_("No relationship is told otherwise at a stage that both have."))]
    labels = {stage.id: stage.label for stage in network.case.stages}
    return [
        html.Div(
            [
                html.H4(names.text(labels[difference.stage])),
                html.Ul(
                    [html.Li(line) for line in _kinds(difference, network, names)],
                    className="plain",
                ),
            ]
        )
        for difference in found
    ]


def _kinds(difference: StageDifference, network: CaseNetwork, names: Names) -> Iterable[str]:
    for kind in ChangeKind:
        who = [
            names.of(network.relationships[change.relationship].from_)
            for change in difference.changes
            if change.kind is kind
        ]
        if who:
            yield _("{kind}: {names}").format(kind=KINDS[kind], names=listed(who))


def _lines(changes: tuple[Change, ...], newer: ShelfEntry, names: Names) -> Iterable[str]:
    case = newer.network.case
    for change in changes[:_MOST_LINES]:
        yield change_words(change, case, names)
    more = len(changes) - _MOST_LINES
    if more > 0:
        yield ngettext("and {count} more", "and {count} more", more).format(count=more)
