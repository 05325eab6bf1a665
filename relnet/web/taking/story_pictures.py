"""The picture of a step of the story, for files: what it points at stands out, the rest back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from relnet.case.models import Case
from relnet.case.vocabulary import StoryView
from relnet.figures.focus_scene import FocusPart, focus_picture, told_words
from relnet.figures.key import key_mark
from relnet.figures.refs import refs_of
from relnet.figures.scene import Mark, MarkKind, Picture, Text
from relnet.figures.slide_shapes import DIM, LIT
from relnet.figures.tracks.scene import whole_picture
from relnet.figures.words import stage_words
from relnet.figures.words_focus import used_in
from relnet.web.story.steps import ShownStep, lit_refs
from relnet.web.taking.deck import map_of, raised
from relnet.web.taking.focus_pictures import focus_until
from relnet.web.taking.pictures import tracks_drawn
from relnet.web.taking.taken import Taken
from relnet.wording import _

_POINTED_AT = (MarkKind.MEMBER, MarkKind.TIE, MarkKind.ARC, MarkKind.ROW)
_AT_STAGES = (MarkKind.TIE, MarkKind.EVENT, MarkKind.PORT, MarkKind.BLANK)
_ANEW = (MarkKind.TITLE, MarkKind.KEY)
_KEY_TOP = 20.0
_STAGE = re.compile(r"stage-(\d+)")


@dataclass(frozen=True, slots=True)
class StepPicture:
    """What a step shows: what it is called, the picture, and the same in words."""

    name: str
    picture: Picture
    told: str


def picture_of_step(taken: Taken, step: ShownStep) -> StepPicture:
    """Draw what a step shows, without its title: the slide has one of its own.

    Tracks and Focus are drawn with nothing of a later stage. Tables have no picture: they and
    the map are drawn as the map of the stage.
    """
    if step.view is StoryView.FOCUS:
        return _focus(taken, step)
    view, tracks = taken.view, step.view is StoryView.TRACKS
    picture = _tracks_until(taken, step.stage) if tracks else map_of(view, step.stage)
    lit = frozenset(lit_refs(view.case, step.told.highlight))
    drawn = replace(picture, marks=tuple(_pointed(mark, lit) for mark in picture.marks))
    words = stage_words(view.network, step.stage, view.perspective, view.names)
    return StepPicture(
        _("Tracks") if tracks else _("Map"), drawn, " · ".join((words.title, *words.items))
    )


def _focus(taken: Taken, step: ShownStep) -> StepPicture:
    """Draw the focus; whom a step points at stands out in the cells that work through them."""
    names, part = taken.view.names, focus_until(taken, step.stage)
    picture = focus_picture("", [part], names)
    lit = _lit_cells(taken.view.case, step, part)
    cells = iter(range(len(part.grid.lines) * len(part.heads)))
    marks = tuple(
        _shaded(mark, lit=next(cells) in lit) if lit and mark.kind is MarkKind.ROW else mark
        for mark in picture.marks
    )
    return StepPicture(_("Focus"), replace(picture, marks=marks), told_words(part, names))


def _lit_cells(case: Case, step: ShownStep, part: FocusPart) -> frozenset[int]:
    """Give the numbers of the cells, row by row, with a use through whom a step points at."""
    lit, refs = frozenset(lit_refs(case, step.told.highlight)), refs_of(case)
    cells = (cell for row in part.grid.cells for cell in row)
    return frozenset(
        number
        for number, cell in enumerate(cells)
        if not lit.isdisjoint(refs[tie] for tie in used_in(cell))
    )


def _pointed(mark: Mark, lit: frozenset[str]) -> Mark:
    if not lit or mark.kind not in _POINTED_AT:
        return mark
    return _shaded(mark, lit=mark.ref in lit)


def _shaded(mark: Mark, *, lit: bool) -> Mark:
    return replace(mark, tags=(*mark.tags, LIT if lit else DIM))


def _tracks_until(taken: Taken, stage: int) -> Picture:
    """Draw the tracks with nothing of what comes after a stage, in lines or in words."""
    scene = tracks_drawn(taken)
    whole = whole_picture(scene)
    marks = list(_until(whole.marks, stage))
    key = key_mark(marks, scene.key.width, whole.height - scene.key.height + _KEY_TOP)
    return raised(replace(whole, marks=(*marks, key)))


def _until(marks: Iterable[Mark], stage: int) -> Iterator[Mark]:
    for mark in marks:
        if mark.kind is MarkKind.MEMBER:
            yield _as_drawn(mark)
        elif mark.kind not in _ANEW and not _comes_after(mark, stage):
            yield mark


def _as_drawn(mark: Mark) -> Mark:
    """Call somebody as the picture does: the whole words tell every stage."""
    drawn = " ".join(shape.plain for shape in mark.shapes if isinstance(shape, Text))
    return replace(mark, label=drawn)


def _comes_after(mark: Mark, stage: int) -> bool:
    if mark.kind not in _AT_STAGES:
        return False
    found = [int(hit[1]) for tag in mark.tags if (hit := _STAGE.fullmatch(tag))]
    return max(found) > stage if found else "after-services" in mark.tags
