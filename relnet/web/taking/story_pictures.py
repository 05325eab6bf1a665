"""The picture of a step of the story, for files: what it points at stands out, the rest back."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from relnet.case.vocabulary import StoryView
from relnet.figures.key import key_mark
from relnet.figures.scene import Mark, MarkKind, Picture, Text
from relnet.figures.slide_shapes import DIM, LIT
from relnet.figures.tracks.scene import whole_picture
from relnet.web.story.steps import ShownStep, lit_refs
from relnet.web.taking.deck import map_of, raised
from relnet.web.taking.pictures import tracks_drawn
from relnet.web.taking.taken import Taken

_POINTED_AT = (MarkKind.MEMBER, MarkKind.TIE, MarkKind.ARC, MarkKind.ROW)
_AT_STAGES = (MarkKind.TIE, MarkKind.EVENT, MarkKind.PORT, MarkKind.BLANK)
_ANEW = (MarkKind.TITLE, MarkKind.KEY)
_KEY_TOP = 20.0
_STAGE = re.compile(r"stage-(\d+)")


def shows_tracks(step: ShownStep) -> bool:
    """Whether a step is drawn as tracks; every other is drawn as the map of its stage."""
    return step.view is StoryView.TRACKS


def picture_of_step(taken: Taken, step: ShownStep) -> Picture:
    """Draw what a step shows, without its title: the slide has one of its own."""
    view = taken.view
    picture = _tracks_until(taken, step.stage) if shows_tracks(step) else map_of(view, step.stage)
    lit = frozenset(lit_refs(view.case, step.told.highlight))
    return replace(picture, marks=tuple(_pointed(mark, lit) for mark in picture.marks))


def _pointed(mark: Mark, lit: frozenset[str]) -> Mark:
    if not lit or mark.kind not in _POINTED_AT:
        return mark
    return replace(mark, tags=(*mark.tags, LIT if mark.ref in lit else DIM))


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
