"""What the page is told after an edit: the new parts, and what colleagues did meanwhile."""

from collections.abc import Container, Iterable
from typing import Any

from relnet.figures.words_history import change_words
from relnet.storage.contract import Editor, Outcome, Version
from relnet.web.case_view import CaseView
from relnet.web.edit.parts import Parts, frame_of, moved_refs, parts_now, parts_of_all
from relnet.web.edit.version_words import version_words
from relnet.wording import _

_MOST_TOLD = 3


def answer_to_edit(
    old: CaseView | None, new: CaseView, outcome: Outcome, steps: dict[str, bool]
) -> dict[str, Any]:
    """Tell the page what came of its edit: the parts of the stage that it shows."""
    return {
        **_answer(old, new, parts_now(new)),
        "steps": steps,
        "notices": [*_overridden(new, outcome), *_left(new, outcome)],
    }


def answer_with_all(
    old: CaseView | None,
    new: CaseView,
    touched: Container[int],
    versions: Iterable[Version],
    by: Editor,
) -> dict[str, Any]:
    """Tell the page everything that is other than the version that it shows."""
    others = [version for version in versions if version.by.key != by.key]
    notices = [_done_by(new, version) for version in others]
    if len(notices) > _MOST_TOLD:
        notices = [_("Colleagues have made {count} edits.").format(count=len(notices))]
    return {**_answer(old, new, parts_of_all(old, new, touched)), "notices": notices}


def _answer(old: CaseView | None, new: CaseView, parts: Parts) -> dict[str, Any]:
    return {
        "number": new.entry.line.number if new.entry.line else 0,
        "parts": parts,
        "frame": frame_of(new),
        "refs": moved_refs(old, new) if old else {},
    }


def _overridden(view: CaseView, outcome: Outcome) -> Iterable[str]:
    """Say whose entries this edit has replaced that its editor had not seen."""
    if outcome.version is None:
        return
    for theirs in outcome.overridden:
        what = "; ".join(
            change_words(change, view.case, view.names) for change in theirs.changes[:_MOST_TOLD]
        )
        yield _(
            "{name} changed the same a moment ago ({what}). Yours stands now; theirs is in the"
            " history."
        ).format(name=theirs.by.name, what=what)


def _left(view: CaseView, outcome: Outcome) -> Iterable[str]:
    """Say what an undo has left alone."""
    for change in outcome.left[:_MOST_TOLD]:
        yield _("Left as it is, since a colleague changed it later: {what}").format(
            what=change_words(change, view.case, view.names)
        )


def _done_by(view: CaseView, version: Version) -> str:
    return _("{name}: {what}").format(
        name=version.by.name, what=version_words(version, view.case, view.names)
    )
