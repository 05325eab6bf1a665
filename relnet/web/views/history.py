"""The list of a case's versions, and the choice of two to compare."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.editing.document import tree_of
from relnet.editing.revision import still_stands
from relnet.figures.words_history import change_words
from relnet.storage.contract import Library, Version
from relnet.web.addresses import case_address, history_address
from relnet.web.edit.version_words import version_words
from relnet.web.kept_cases import version_key
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.views.parts import attributes
from relnet.wording import _, ngettext

_MOST = 50
_MOST_CHANGES = 12
_GONE_AFTER = ("remove_entry", "remove_stage", "join_stages")
"""Operations after which the case no longer has what they are about."""


class HistoryPage(NamedTuple):
    """What stands above and below the comparison."""

    head: list[Component | Markup]
    versions: list[Component]


def asked_versions(args: Mapping[str, str]) -> tuple[int, int] | None:
    """Read two versions from a query string (``from``, ``to``), the older first; None: none."""
    asked = [args.get(name, "") for name in ("from", "to")]
    if not all(text.isascii() and text.isdigit() and len(text) < 10 for text in asked):  # noqa: PLR2004 - digits of a version's number
        return None
    first, second = sorted(int(text) for text in asked)
    return first, second


def history_page(
    entry: ShelfEntry, names: Names, library: Library, args: Mapping[str, str]
) -> HistoryPage:
    """Lay out the versions of a case, the newest first, fifty at a time."""
    before = args.get("before", "")
    first = int(before) if before.isascii() and before.isdigit() and len(before) < 10 else None  # noqa: PLR2004 - as above
    versions = library.history(entry.key, before=first, most=_MOST)
    newest = entry.line.number if entry.line else 0
    head: list[Component | Markup] = [
        html.H1(_("History")),
        html.P(_("Every edit is a version. Nothing is lost: any version can be restored.")),
        _choice(newest, args),
    ]
    about = _targets(library, entry.key, versions)
    rows = [
        _row(entry, names, version, newest, _words(entry, names, library, version, about))
        for version in versions
    ]
    return HistoryPage(head, [html.Ol(rows, className="versions"), *_older(entry, versions)])


def _choice(newest: int, args: Mapping[str, str]) -> Markup:
    """Offer to compare any two versions, by their numbers."""
    first, second = asked_versions(args) or (max(newest - 1, 1), newest)
    fields = ((_("Compare version"), "from", first), (_("with version"), "to", second))
    return Markup(
        '<form method="get" class="choice">{}<button class="tool">{}</button></form>'
    ).format(
        Markup("").join(
            Markup(
                '<label><span>{}</span><input type="number" name="{}" value="{}" min="1" max="{}"'
                " required></label>"
            ).format(words, name, value, newest)
            for words, name, value in fields
        ),
        _("Compare"),
    )


def _targets(library: Library, key: str, versions: Sequence[Version]) -> dict[int, Version]:
    """Give the versions that others undid, did again or put back, by their numbers."""
    known = {version.number: version for version in versions}
    asked = {version.target for version in versions if version.target} - known.keys()
    for number in asked:
        known[number] = library.history(key, before=number + 1, most=1)[0]
    return known


def _words(
    entry: ShelfEntry,
    names: Names,
    library: Library,
    version: Version,
    about: Mapping[int, Version],
) -> tuple[str, Case]:
    """Say what a version did, and give the case in which what it is about is found."""
    target = about.get(version.target or 0)
    case = _case_of(entry, library, target or version)
    return version_words(version, case, names, target), case


def _row(
    entry: ShelfEntry, names: Names, version: Version, newest: int, told: tuple[str, Case]
) -> Component:
    words, case = told
    who = _("a colleague") if names.hidden else version.by.name
    return html.Li(
        [
            html.Div(
                [
                    html.Span(str(version.number), className="version-number"),
                    html.Span(
                        [_time(version.at), " · ", who or _("relnet")], className="version-who"
                    ),
                ],
                className="version-head",
            ),
            html.P(words, className="version-words"),
            *_overrode(version),
            _details(version, case, names),
            html.Div([*_actions(entry, version, newest)], className="version-actions"),
        ],
        id=f"version-{version.number}",
        className="version",
    )


def _case_of(entry: ShelfEntry, library: Library, version: Version) -> Case:
    """Give the case in which what a version is about can be found."""
    operation = version.operation or {}
    if operation.get("do") in _GONE_AFTER and version.number > 1:
        return library.at(entry.key, version.number - 1)
    return entry.network.case


def _time(at: datetime) -> Component:
    """Write a time; the page's script says it as the reader's clock does."""
    told = at.astimezone(UTC)
    return html.Time(f"{told:%Y-%m-%d %H:%M} UTC", dateTime=told.isoformat(timespec="seconds"))


def _overrode(version: Version) -> list[Component]:
    if not version.overrides:
        return []
    words = ngettext(
        "Replaced what version {numbers} said, without having seen it.",
        "Replaced what versions {numbers} said, without having seen them.",
        len(version.overrides),
    ).format(numbers=", ".join(str(number) for number in version.overrides))
    return [html.P(words, className="quiet")]


def _details(version: Version, case: Case, names: Names) -> Component:
    shown = version.changes[:_MOST_CHANGES]
    lines = [html.Li(change_words(change, case, names)) for change in shown]
    more = len(version.changes) - len(shown)
    if more:
        words = ngettext("and {count} more", "and {count} more", more).format(count=more)
        lines.append(html.Li(words))
    if not lines:
        return html.Div()
    return html.Details([html.Summary(_("What it changed")), html.Ul(lines, className="plain")])


def _actions(entry: ShelfEntry, version: Version, newest: int) -> Iterator[Component]:
    number = str(version.number)
    look = case_address(version_key(entry.key, version.number))
    yield _link(_("Look at it"), _("Look at version {number}"), number, look)
    if version.number == newest:
        return
    restore = _("Brings the whole case back to what it was then. Later versions stay here.")
    yield _button(_("Restore"), _("Restore version {number}"), number, "restore", restore)
    address = f"{history_address(entry.key)}?from={number}&to={newest}"
    yield _link(_("Compare with now"), _("Compare version {number} with now"), number, address)
    if version.number > 1 and not _stands(entry, version):
        again = _("Does again what this version did; everything else stays as it is now.")
        name = _("Make the edit of version {number} again")
        yield _button(_("Make this edit again"), name, number, "put-back", again)


def _stands(entry: ShelfEntry, version: Version) -> bool:
    """Whether all that a version changed is still as that version made it."""
    tree = entry.kept("tree", lambda: tree_of(entry.network.case))
    return all(still_stands(tree, change) for change in version.changes)


def _link(words: str, name: str, number: str, address: str) -> Component:
    label = attributes(aria_label=name.format(number=number))
    return html.A(words, href=address, className="tool", **label)


def _button(words: str, name: str, number: str, what: str, title: str) -> Component:
    told = attributes(data_what=what, data_number=number, aria_label=name.format(number=number))
    return html.Button(words, type="button", className="tool", title=title, **told)


def _older(entry: ShelfEntry, versions: Sequence[Version]) -> list[Component]:
    if not versions or versions[-1].number == 1:
        return []
    address = f"{history_address(entry.key)}?before={versions[-1].number}"
    return [html.P(html.A(_("Older versions"), href=address, className="button"))]
