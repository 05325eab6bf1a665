"""The line over an older version of a case: which one it is, and the way back to now."""

from datetime import UTC

from markupsafe import Markup, escape

from relnet.case.names import Names
from relnet.figures.words_dates import date_words
from relnet.storage.contract import Version
from relnet.web.addresses import asset_address, case_address, history_address
from relnet.web.case_view import CaseView
from relnet.web.edit.asked import library_of
from relnet.web.kept_cases import VERSION_SIGN
from relnet.wording import _


def version_line(view: CaseView) -> Markup:
    """Say that this is an older version, and offer to go back or to restore it.

    Gives nothing for every other case.

    Raises:
        LibraryTrouble: the library cannot be read.
    """
    number = view.entry.version
    if number is None:
        return Markup("")
    case_id = view.entry.key.partition(VERSION_SIGN)[0]
    library = library_of(case_id)
    found = library.history(case_id, before=number + 1, most=1)[0]
    newest = library.line(case_id).number
    return Markup(
        '<section class="version-line" aria-label="{label}" data-silent="{silent}"><p>{told}</p>'
        '<a class="tool strong" href="{now}" data-same-look>{now_words}</a>'
        '<a class="tool" href="{history}#version-{number}">{history_words}</a>{restore}'
        '<script type="module" async src="{script}"></script></section>'
    ).format(
        label=_("An older version"),
        silent=_("Not done. Is relnet still running? Try it once more."),
        told=_told(found, view.names, newest),
        now=case_address(case_id),
        now_words=_("Back to now"),
        history=history_address(case_id),
        number=number,
        history_words=_("History"),
        restore=_restore(case_id, number) if number < newest else "",
        script=asset_address("edit_version.js"),
    )


def _told(version: Version, names: Names, newest: int) -> Markup:
    """Say which version it is, when and by whom; by nobody where names are hidden."""
    at = version.at.astimezone(UTC)
    time = Markup('<time datetime="{}">{}</time>').format(
        at.isoformat(timespec="seconds"), date_words(f"{at:%Y-%m-%d}")
    )
    if names.hidden or not version.by.name:
        sentence = _("You are looking at version {number} of {newest}, {time}.")
    else:
        sentence = _("You are looking at version {number} of {newest}, {time}, by {name}.")
    return escape(sentence).format(
        number=version.number, newest=newest, time=time, name=version.by.name
    )


def _restore(case_id: str, number: int) -> Markup:
    return Markup(
        '<button type="button" class="tool" data-number="{number}" data-restore="{address}"'
        ' data-go="{history}" title="{title}">{words}</button>'
    ).format(
        number=number,
        address=f"{case_address(case_id)}/restore",
        history=history_address(case_id),
        title=_("Makes a new version that is as this one was. Nothing is lost."),
        words=_("Restore"),
    )
