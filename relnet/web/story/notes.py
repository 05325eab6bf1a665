"""The trainer's window: notes, the next step and a clock, beside the screen of the room."""

from markupsafe import Markup

from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.story.screen import paragraphs, step_count
from relnet.web.story.steps import ShownStep, is_guess, shown_steps
from relnet.wording import _


def notes_page(view: CaseView) -> Markup:
    """Write the notes of every step; a script shows the one that is on the room's screen.

    On paper, and without the script, all of them stand one below the other.
    """
    steps = shown_steps(view)
    if not steps:
        return Markup("<p>{}</p>").format(
            _("This case has no story yet. Its steps are made while the case is edited.")
        )
    told = Markup("").join(_step(view, steps, number) for number in range(len(steps)))
    told += _end(view, len(steps))
    return _tools() + Markup('<div id="{}">{}</div>').format(ids.NOTES_STEPS, told)


def _tools() -> Markup:
    return Markup(
        '<div class="notes-tools"><button type="button" id="{back}" class="button">{back_words}'
        '</button><button type="button" id="{on}" class="button strong">{on_words}</button>'
        '<p class="notes-clock"><span>{since} <time id="{since_id}">0:00</time></span> '
        '<span>{now} <time id="{now_id}"></time></span></p>'
        '<button type="button" id="{again}" class="tool">{again_words}</button></div>'
        '<p id="{said}" class="notes-said quiet" role="status" data-together="{together}" '
        'data-left="{left}" data-alone="{alone}"></p>'
    ).format(
        back=ids.NOTES_BACK,
        back_words=_("Back"),
        on=ids.NOTES_ON,
        on_words=_("Next step"),
        since=_("Since the start"),
        since_id=ids.NOTES_SINCE,
        now=_("Now"),
        now_id=ids.NOTES_NOW,
        again=ids.NOTES_AGAIN,
        again_words=_("Start the clock again"),
        said=ids.NOTES_SAID,
        together=_("The room sees this step. Both windows go on together."),
        left=_("The room does not see the story now. The next step brings it back."),
        alone=_(
            "No page of this case is open beside this one. Open it in the same browser and press"
            " “Story”: then both go on together."
        ),
    )


def _step(view: CaseView, steps: tuple[ShownStep, ...], number: int) -> Markup:
    step, told = steps[number], steps[number].told
    stage = view.case.stages[step.stage]
    return Markup(
        '<section class="notes-step" data-step="{number}"><p class="quiet">{count} · {stage}</p>'
        "<h2>{title}</h2><h3>{notes_words}</h3>{notes}{screen}{following}</section>"
    ).format(
        number=number + 1,
        count=step_count(number, len(steps)),
        stage=view.names.text(stage.label),
        title=view.names.text(told.title),
        notes_words=_("For you alone"),
        notes=paragraphs(view.names.text(told.presenter_notes or ""), "notes-own")
        or Markup('<p class="quiet">{}</p>').format(_("No notes for this step.")),
        screen=_on_screen(view, step),
        following=_following(view, steps[number + 1 : number + 2]),
    )


def _end(view: CaseView, steps: int) -> Markup:
    """Write what the trainer reads while the room sees that the story is over."""
    return Markup(
        '<section class="notes-step notes-end" data-step="{number}"><p class="quiet">{count}</p>'
        "<h2>{title}</h2><p>{told}</p></section>"
    ).format(
        number=steps + 1,
        count=_("The end of the story"),
        title=view.names.text(view.case.title),
        told=_(
            "The room sees this title, and buttons: start again, back to the case, a file to hand"
            " out. “Back” leads to the last step."
        ),
    )


def _on_screen(view: CaseView, step: ShownStep) -> Markup:
    parts = [
        paragraphs(view.names.text(step.told.text or "")),
        paragraphs(view.names.text(step.told.ask or ""), "notes-ask"),
    ]
    if is_guess(step):
        words = _("The room ticks on the picture; the next step tells what came of it.")
        parts.append(Markup('<p class="quiet">{}</p>').format(words))
    told = Markup("").join(parts)
    return Markup("<h3>{}</h3>{}").format(_("On the room’s screen"), told) if told else told


def _following(view: CaseView, following: tuple[ShownStep, ...]) -> Markup:
    if not following:
        return Markup('<p class="notes-next">{}</p>').format(_("This is the last step."))
    (step,) = following
    stage = view.names.text(view.case.stages[step.stage].label)
    return Markup('<p class="notes-next">{}</p>').format(
        _("Next: {title} ({stage})").format(title=view.names.text(step.told.title), stage=stage)
    )
