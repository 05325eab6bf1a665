"""The form of a relationship: what is needed most often on top, the rest in folds."""

from markupsafe import Markup

from relnet.case.models import State
from relnet.case.vocabulary import (
    TEAM,
    YOUNG_PERSON,
    Certainty,
    Channel,
    Influence,
    Status,
    Strength,
)
from relnet.editing.operations import (
    AnswerMove,
    MoveAnswer,
)
from relnet.web.edit.closeness import closeness_part
from relnet.web.edit.controls import (
    Choice,
    boxes,
    do_button,
    fault_place,
    fold,
    segments,
    text_field,
)
from relnet.web.edit.tie_look import TieLook, not_recorded, stage_words, yes_no
from relnet.web.edit.tie_more import clear_part, more_part, remove_part
from relnet.web.edit.uses import uses_part
from relnet.wording import _
from relnet.words import label

_UNANSWERED = "?"
"""The value of a status that is asked for: no choice has it, so none is marked."""


def tie_form(look: TieLook) -> Markup:
    """Write the form of a relationship with the young person or between two others."""
    parts = [_since(look), _on_top(look)]
    if look.tie.with_young_person:
        own = look.view.perspective == YOUNG_PERSON
        parts.append(closeness_part(look) if own else uses_part(look))
        parts.append(_uses_in_a_fold(look) if own else closeness_part(look))
    return Markup("").join(
        [*parts, clear_part(look), _meeting(look), _known(look), more_part(look)]
    )


def short_tie_form(look: TieLook) -> Markup:
    """Write the form of one of many relationships: status, strength, and removing it."""
    return _status(look) + _strength(look) + remove_part(look)


def _on_top(look: TieLook) -> Markup:
    state = _state(look)
    strained = segments(
        _("Strained"), look.name("strained"), yes_no(), state.strained, look.sets("strained")
    )
    brings = boxes(
        _("What it brings"),
        look.name("influence"),
        [Choice(influence, label(influence)) for influence in Influence],
        state.influence,
        look.sets("influence"),
    )
    return _status(look) + _strength(look) + strained + brings


def _status(look: TieLook) -> Markup:
    choices = [Choice(status, label(status)) for status in Status]
    if look.view.perspective != TEAM:
        choices.append(not_recorded())
    unsaid = look.state is None or look.asks
    value = _UNANSWERED if unsaid else _state(look).status
    return segments(_("How it stands"), look.name("status"), choices, value, look.sets("status"))


def _strength(look: TieLook) -> Markup:
    choices = [*(Choice(strength, label(strength)) for strength in Strength), not_recorded()]
    value = _state(look).strength
    return segments(_("Strength"), look.name("strength"), choices, value, look.sets("strength"))


def _since(look: TieLook) -> Markup:
    """Say since when it has been so: recorded here, carried on, asked for, or not there."""
    if look.asks:
        return _answers(look)
    if look.recorded is not None:
        return Markup("")
    if look.state is None:
        words = _("Nothing is recorded of it here yet.")
    else:
        words = _("As at “{stage}”: nothing else is recorded since.").format(
            stage=stage_words(look.view, look.state.stage)
        )
    return Markup('<p class="quiet">{}</p>').format(words)


def _answers(look: TieLook) -> Markup:
    """Ask what a move did to it, one press each; what is not answered stays not known."""
    stage = _state(look).stage
    answers: tuple[tuple[MoveAnswer, str], ...] = (
        ("kept", _("kept as it was")),
        ("weaker", _("weaker")),
        ("strained", _("strained")),
        ("broken", _("broken")),
        ("ended", _("ended")),
        ("not_known", _("not known")),
    )
    buttons = Markup("").join(
        do_button(
            words,
            AnswerMove(
                relationship=look.tie.id,
                stage=stage,
                perspective=look.view.perspective,
                answer=answer,
            ),
        )
        for answer, words in answers
    )
    return Markup(
        '<fieldset class="field asks"><legend>{legend}</legend><div class="presses">{buttons}'
        "</div>{fault}</fieldset>"
    ).format(
        fault=fault_place("answer"),
        legend=_("What happened to it in the move to “{stage}”?").format(
            stage=stage_words(look.view, stage)
        ),
        buttons=buttons,
    )


def _uses_in_a_fold(look: TieLook) -> Markup:
    count = len(look.view.network.uses(look.tie.id, look.view.stage))
    title = _("What professionals do through it")
    return fold(title, uses_part(look), look.name("uses"), count=count)


def _meeting(look: TieLook) -> Markup:
    state = _state(look)
    how = segments(
        _("How they meet"),
        look.name("how"),
        [*(Choice(channel, label(channel)) for channel in Channel), not_recorded()],
        state.how,
        look.sets("how"),
    )
    often = text_field(
        _("How often"), look.name("how_often"), state.how_often, look.sets("how_often")
    )
    return fold(_("How they meet, how often"), how + often, look.name("meeting"))


def _known(look: TieLook) -> Markup:
    state = _state(look)
    certain = segments(
        _("How certain"),
        look.name("certainty"),
        [*(Choice(certainty, label(certainty)) for certainty in Certainty), not_recorded()],
        state.certainty,
        look.sets("certainty"),
    )
    source = text_field(_("Who says so"), look.name("source"), state.source, look.sets("source"))
    note = text_field(_("Note"), look.name("note"), state.note, look.sets("note"), long=True)
    title = _("Who says so, how certain, note")
    return fold(title, certain + source + note, look.name("known"))


def _state(look: TieLook) -> State:
    """Give what is told here; where nothing is, what tells nothing."""
    return look.state or State(stage=look.stage.id, perspective=look.view.perspective)
