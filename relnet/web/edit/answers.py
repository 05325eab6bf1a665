"""What the page is told after an edit: the new parts, and what colleagues did meanwhile."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from relnet.case.models import Case
from relnet.editing.operations import Operation, SplitStage
from relnet.figures.scene import Scene
from relnet.figures.words_history import change_words
from relnet.figures.words_join import with_semicolons
from relnet.storage.contract import Editor, Library, Outcome, Version
from relnet.web.case_view import CaseView
from relnet.web.edit.moved import moved_refs, moved_stages
from relnet.web.edit.parts import Parts, frame_of, parts_now, parts_of_all, scene_now
from relnet.web.edit.version_words import version_words
from relnet.web.stage_parts import scene_of
from relnet.wording import _

_MOST_TOLD = 3

Notice = dict[str, Any]


@dataclass(frozen=True, slots=True)
class News:
    """What was done since an editor was told last: versions, and own ones that they replaced."""

    versions: Sequence[Version]
    own: Mapping[int, Version]
    by: Editor

    def is_own(self, version: Version) -> bool:
        """Whether this editor made a version."""
        return version.by.key == self.by.key


@dataclass(frozen=True, slots=True)
class Before:
    """What a page shows; None for what was read too long ago.

    ``whole`` is the version that all of it shows, apart from the stages that edits have
    touched since; ``called`` the case by which it names people and counts stages.
    """

    whole: CaseView | None
    called: Case | None


def news_since(library: Library, case_id: str, number: int, by: Editor) -> News:
    """Find what was done to a case after a version."""
    versions = library.since(case_id, number)
    replaced = [old for version in versions for old in version.overrides]
    around = library.since(case_id, min(replaced) - 1) if replaced else ()
    own = {version.number: version for version in around if version.by.key == by.key}
    return News(versions, own, by)


def answer_to_edit(before: Before, new: CaseView, outcome: Outcome) -> dict[str, Any]:
    """Tell the page what came of its edit: the parts of the stage that it shows."""
    scene = scene_now(before.whole, new)
    return {
        **_answer(before, new, scene, parts_now(new, scene)),
        "notices": [*_overridden(new, outcome), *_left(new, outcome)],
    }


def at_begun(new: CaseView, operation: Operation | None) -> tuple[CaseView, dict[str, int]]:
    """Look at the stage that an edit has split off, if it has; with its number for the page."""
    if not isinstance(operation, SplitStage):
        return new, {}
    first = new.network.stage_number.get(operation.stage, new.stage)
    number = min(first + 1, len(new.case.stages) - 1)
    return replace(new, stage=number), {"begun": number}


def answer_with_all(
    before: Before, new: CaseView, touched: Container[int], news: News
) -> dict[str, Any]:
    """Tell the page everything that is other than what it shows."""
    return {
        **_answer(before, new, scene_of(new), parts_of_all(before.whole, new, touched)),
        "notices": [*_replaced(new, news), *_done(new, news)],
    }


def _done(view: CaseView, news: News) -> Iterable[Notice]:
    """Say what colleagues did; of many edits only their number."""
    own = [version for version in news.versions if news.is_own(version)]
    replaced = {number for version in own for number in version.overrides}
    others = [
        version
        for version in news.versions
        # What an own edit has replaced was told when it did.
        if version not in own and version.number not in replaced
    ]
    if len(others) > _MOST_TOLD:
        yield _notice(_("Colleagues have made {count} edits.").format(count=len(others)))
        return
    for version in others:
        words = version_words(version, view.case, view.names)
        yield _notice(_("{name}: {what}").format(name=_called(view, version), what=words))


def _replaced(view: CaseView, news: News) -> Iterable[Notice]:
    """Say where a colleague has replaced what this editor entered, without having seen it."""
    for version in news.versions:
        for mine in (news.own[number] for number in version.overrides if number in news.own):
            words = _("{name} changed the same without seeing yours ({what}). Theirs stands now.")
            what = _what(view, mine)
            yield _notice(words.format(name=_called(view, version), what=what), mine)


def _answer(before: Before, new: CaseView, scene: Scene, parts: Parts) -> dict[str, Any]:
    called = before.called or new.case
    return {
        "number": new.entry.line.number if new.entry.line else 0,
        "parts": parts,
        "frame": frame_of(new, scene),
        "refs": moved_refs(called, new.case),
        "stages": moved_stages(called, new.case),
    }


def _overridden(view: CaseView, outcome: Outcome) -> Iterable[Notice]:
    """Say whose entries this edit has replaced that its editor had not seen."""
    for theirs in outcome.overridden:
        words = _("{name} changed the same a moment ago ({what}). Yours stands now.")
        yield _notice(words.format(name=_called(view, theirs), what=_what(view, theirs)), theirs)


def _left(view: CaseView, outcome: Outcome) -> Iterable[Notice]:
    """Say what an undo has left alone."""
    for change in outcome.left[:_MOST_TOLD]:
        words = _("Left as it is, since a colleague changed it later: {what}")
        yield _notice(words.format(what=change_words(change, view.case, view.names)))


def _called(view: CaseView, version: Version) -> str:
    return _("A colleague") if view.names.hidden else version.by.name


def _what(view: CaseView, version: Version) -> str:
    """Say what a version changed, in few words."""
    told = (change_words(change, view.case, view.names) for change in version.changes)
    return with_semicolons(list(islice(told, _MOST_TOLD)))


def _notice(words: str, version: Version | None = None) -> Notice:
    """Give what the page shows for a while, with the version that it leads to in the history."""
    return {"words": words, "version": version.number if version else None}
