"""PowerPoint: a slide for each stage, with the map as shapes, the words, and a trainer's notes."""

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING

from relnet.figures.frame import KEY_ROW
from relnet.figures.key import key_lines, key_mark
from relnet.figures.scene import MarkKind, Picture, Text, moved
from relnet.figures.slide_shapes import Place, paint_group
from relnet.figures.words import stage_words
from relnet.figures.words_join import with_commas
from relnet.web.case_view import CaseView
from relnet.web.stage_parts import scene_of
from relnet.web.taking.pictures import untitled_map
from relnet.web.taking.slide_parts import (
    BELOW_TITLE,
    ROOM,
    SIDE,
    WHOLE,
    Area,
    add_foot,
    add_notes,
    add_picture,
    add_slide,
    add_words,
    empty_deck,
    fitting_size,
)
from relnet.web.taking.taken import Taken, describe, left_out_words, made_words, today
from relnet.wording import _

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import Slide

_TITLE_HEIGHT = 28.0
"""How high the title of a picture is (px): a slide has a title of its own."""

_KEY_WIDTH = 440.0
_KEY_TOP = 16.0
_SMALLEST_BESIDE = 9.0


def write_deck(taken: Taken, stages: Sequence[int] | None = None) -> bytes:
    """Write a case as slides: its title, the key, and a slide for each stage.

    Args:
        taken: the case, without what is hidden.
        stages: the numbers of the stages to show; without them all.
    """
    view = taken.view
    shown = range(len(view.case.stages)) if stages is None else stages
    deck = empty_deck()
    describe(deck.core_properties, view)
    add_title(deck, taken)
    _add_key(deck, view, shown)
    for number, stage in enumerate(shown, 1):
        taken.tell(number, len(shown))
        _add_stage(deck, view, stage)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def add_title(deck: "Presentation", taken: Taken) -> None:
    """Begin with the case's title, what it is about, and what the slides are."""
    view = taken.view
    about = view.case.about
    told = (
        view.names.text(about) if about else "",
        made_words(view, today()),
        left_out_words(taken.left_out),
    )
    slide = add_slide(deck, view.names.text(view.case.title), WHOLE.top_share(0.36))
    add_words(slide, "\n".join(line for line in told if line), WHOLE.bottom_share(0.6), 20)


def _add_key(deck: "Presentation", view: CaseView, stages: Sequence[int]) -> None:
    """Explain every sign that stands on one of the slides."""
    marks = [
        mark
        for stage in stages
        for mark in scene_of(view).stages[stage].marks
        if mark.kind is not MarkKind.KEY
    ]
    lines = key_lines(marks, _KEY_WIDTH)
    key = key_mark(marks, _KEY_WIDTH, _KEY_TOP)
    slide = add_slide(deck, _("Key"))
    words = with_commas([shape.plain for shape in key.shapes if isinstance(shape, Text)])
    picture = Picture(_KEY_WIDTH, KEY_ROW * lines + _KEY_TOP, (key,))
    draw(slide, picture, ROOM, _("Key"), words)
    add_foot(slide, view)


def _add_stage(deck: "Presentation", view: CaseView, stage: int) -> None:
    words = stage_words(view.network, stage, view.perspective, view.names)
    slide = add_slide(deck, words.title)
    size = fitting_size(words.summary, SIDE)
    fits = size >= _SMALLEST_BESIDE
    told = " · ".join((words.title, *words.items))
    draw(slide, map_of(view, stage), BELOW_TITLE if fits else ROOM, _("Map"), told)
    if fits:
        add_words(slide, words.summary, SIDE, size)
    add_foot(slide, view)
    notes = _notes(view, stage)
    if notes:
        add_notes(slide, notes)
    if not fits:
        more = add_slide(deck, _("{title}, in words").format(title=words.title))
        add_words(more, words.summary, ROOM, 14)
        add_foot(more, view)


def map_of(view: CaseView, stage: int) -> Picture:
    """Give the map of a stage with its key, moved up to where its title was."""
    return raised(untitled_map(view, stage))


def raised(picture: Picture) -> Picture:
    """Move a picture without its title up to where that was."""
    marks = tuple(moved(mark, 0, -_TITLE_HEIGHT) for mark in picture.marks)
    return Picture(picture.width, picture.height - _TITLE_HEIGHT, marks)


def draw(slide: "Slide", picture: Picture, area: Area, name: str, told: str) -> None:
    """Draw a picture as large as an area lets it be, in the middle of its width."""
    per_px = min(area.width / picture.width, area.height / picture.height)
    left = area.left + (area.width - picture.width * per_px) / 2
    add_picture(slide, paint_group(picture, Place(left, area.top, per_px), name=name, told=told))


def _notes(view: CaseView, stage: int) -> str:
    """Give what the story has for a trainer at a stage, step by step."""
    steps = [step for step in view.case.story if step.stage == view.case.stages[stage].id]
    told = (
        (step.title, step.presenter_notes, step.ask)
        for step in steps
        if step.presenter_notes or step.ask
    )
    return "\n\n".join("\n".join(view.names.text(text) for text in one if text) for one in told)
