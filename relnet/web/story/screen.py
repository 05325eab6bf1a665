"""The story in the case page: its button, and what the room reads of each step.

All steps stand in the page from the start, so that a step asks nobody. The trainer's notes
are not among them.
"""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import story_notes_address, story_twin_address
from relnet.web.case_view import CaseView
from relnet.web.story.ending import story_end
from relnet.web.story.guesses import Answer, answers, guess_boxes
from relnet.web.story.steps import ShownStep, guess_before, is_guess, lit_refs, shown_steps
from relnet.wording import _


def story_tool(view: CaseView) -> Markup:
    """Offer the story where there is one."""
    if not view.case.story:
        return Markup("")
    return Markup('<button type="button" class="tool" data-story="1">{}</button>').format(
        _("Story")
    )


def story_room(view: CaseView) -> Markup:
    """Make the place of the story: for a case that has one, or that may get one."""
    if not view.case.story and not view.entry.editable:
        return Markup("")
    return Markup(
        '<section id="{id}" class="story-room" aria-label="{words}" tabindex="-1"'
        ' data-twin="{twin}">'
        '<div id="{steps_id}" class="story-steps">{steps}</div>'
        '<div class="story-tools"><div class="story-ways">'
        '<button type="button" id="{back}" class="round" aria-label="{back_words}">'
        '<span class="sign back" aria-hidden="true"></span></button>'
        '<button type="button" id="{on}" class="round strong" aria-label="{on_words}">'
        '<span class="sign on" aria-hidden="true"></span></button></div>'
        '<a id="{notes}" class="tool" href="{notes_address}" target="_blank">{notes_words}</a>'
        '<button type="button" id="{leave}" class="tool">{leave_words}</button></div></section>'
    ).format(
        id=ids.STORY,
        words=_("Story"),
        twin=story_twin_address(view.entry.key),
        steps_id=ids.STORY_STEPS,
        steps=story_steps(view),
        back=ids.STORY_BACK,
        back_words=_("Previous step"),
        on=ids.STORY_ON,
        on_words=_("Next step"),
        notes=ids.STORY_NOTES,
        notes_address=story_notes_address(view.entry.key),
        notes_words=_("Notes"),
        leave=ids.STORY_LEAVE,
        leave_words=_("Leave"),
    )


def story_steps(view: CaseView) -> Markup:
    """Write what the room reads of every step, and after them; the page shows one of them."""
    steps = shown_steps(view)
    told = Markup("").join(_step(view, steps, number) for number in range(len(steps)))
    return told + story_end(view, steps) if steps else told


def _step(view: CaseView, steps: tuple[ShownStep, ...], number: int) -> Markup:
    step = steps[number]
    guessed = guess_before(steps, number)
    return Markup(
        '<article class="story-step" data-step="{number}" data-stage="{stage}" '
        'data-view="{view}" data-lit="{lit}"{guess} hidden>'
        '<p class="story-count">{count}</p><h1>{title}</h1>{text}{answers}{ask}{boxes}</article>'
    ).format(
        number=number + 1,
        stage=step.stage,
        view=step.view.value,
        lit=" ".join(lit_refs(view.case, step.told.highlight)),
        guess=Markup(" data-guess") if is_guess(step) else "",
        count=step_count(number, len(steps)),
        title=view.names.text(step.told.title),
        text=paragraphs(view.names.text(step.told.text or "")),
        answers=_answers(answers(view, guessed, step)) if guessed else "",
        boxes=_boxes(guess_boxes(view, step)) if is_guess(step) else "",
        ask=paragraphs(view.names.text(step.told.ask or ""), "story-ask"),
    )


def step_count(number: int, steps: int) -> str:
    """Say which step it is."""
    return _("{number} of {count}").format(number=number + 1, count=steps)


def paragraphs(text: str, look: str = "") -> Markup:
    """Write a text as paragraphs, one for each line that has something on it."""
    kind = Markup(' class="{}"').format(look) if look else ""
    lines = [line for line in text.splitlines() if line.strip()]
    return Markup("").join(Markup("<p{}>{}</p>").format(kind, line) for line in lines)


def _boxes(boxes: Iterable[tuple[str, str]]) -> Markup:
    offered = Markup("").join(
        Markup(
            '<label><input type="checkbox" name="guess" value="{}" autocomplete="off"> {}</label>'
        ).format(ref, name)
        for ref, name in boxes
    )
    return Markup('<fieldset class="story-guess"><legend>{}</legend>{}</fieldset>').format(
        _("Tick those who will still be there"), offered
    )


def _answers(found: Iterable[Answer]) -> Markup:
    items = Markup("").join(
        Markup(
            '<li data-answer-of="{ref}" data-said="{said}" data-unsaid="{unsaid}" '
            'data-plain="{plain}">{plain}</li>'
        ).format(**answer._asdict())
        for answer in found
    )
    return Markup('<ul class="story-answers">{}</ul>').format(items)
