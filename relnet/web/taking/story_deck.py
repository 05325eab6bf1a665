"""PowerPoint: a slide for each step of the story, with what it lights, its words and its notes.

A step shows its stage and nothing of a later one, so that the room can guess first.
"""

from io import BytesIO
from typing import TYPE_CHECKING

from relnet.web.story.guesses import answers, guess_boxes
from relnet.web.story.screen import step_count
from relnet.web.story.steps import ShownStep, guess_before, is_guess, shown_steps
from relnet.web.taking.deck import add_title, draw
from relnet.web.taking.slide_parts import (
    BELOW_TITLE,
    ROOM,
    SIDE,
    add_foot,
    add_notes,
    add_slide,
    add_words,
    empty_deck,
    fitting_size,
)
from relnet.web.taking.story_pictures import picture_of_step
from relnet.web.taking.taken import Taken, describe
from relnet.wording import _

if TYPE_CHECKING:
    from pptx.presentation import Presentation

    from relnet.web.case_view import CaseView

_LARGEST = 20.0
_SMALLEST_BESIDE = 11.0


def write_story_deck(taken: Taken) -> bytes:
    """Write a case's story as slides: its title, and a slide for each step."""
    view = taken.view
    deck = empty_deck()
    describe(deck.core_properties, view)
    add_title(deck, taken)
    steps = shown_steps(view)
    for number in range(len(steps)):
        taken.tell(number + 1, len(steps))
        _add_step(deck, taken, steps, number)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _add_step(
    deck: "Presentation", taken: Taken, steps: tuple[ShownStep, ...], number: int
) -> None:
    view, step = taken.view, steps[number]
    title = view.names.text(step.told.title)
    slide = add_slide(deck, title)
    words = _room_words(view, steps, number)
    size = fitting_size(words, SIDE, _LARGEST)
    beside = bool(words) and size >= _SMALLEST_BESIDE
    shown = picture_of_step(taken, step)
    draw(slide, shown.picture, BELOW_TITLE if beside else ROOM, shown.name, shown.told)
    if beside:
        add_words(slide, words, SIDE, size)
    add_foot(slide, view)
    notes = _notes(view, step, step_count(number, len(steps)))
    add_notes(slide, notes)
    if words and not beside:
        more = add_slide(deck, _("{title}, in words").format(title=title))
        add_words(more, words, ROOM, _LARGEST)
        add_foot(more, view)
        add_notes(more, notes)


def _room_words(view: "CaseView", steps: tuple[ShownStep, ...], number: int) -> str:
    """Give what the room reads: the text, what came of the last guesses, the question."""
    step = steps[number]
    before = guess_before(steps, number)
    boxes = guess_boxes(view, step) if is_guess(step) else []
    told = (
        view.names.text(step.told.text or ""),
        "\n".join(one.plain for one in answers(view, before, step)) if before else "",
        view.names.text(step.told.ask or ""),
        "\n".join(f"☐ {name}" for _ref, name in boxes),
    )
    return "\n".join(part for part in told if part)


def _notes(view: "CaseView", step: ShownStep, count: str) -> str:
    stage = view.names.text(view.case.stages[step.stage].label)
    own = view.names.text(step.told.presenter_notes or "")
    return "\n".join(part for part in (f"{count} · {stage}", own) if part)
