"""What happened at a stage, and what did not; and what was told afterwards."""

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from relnet.case.models import MAX_TEXT, Event
from relnet.case.vocabulary import EventCertainty, Outcome
from relnet.editing.operations import Section
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    add_form,
    bare_choice,
    bare_date,
    bare_text,
    boxes,
    choice_field,
    date_field,
    fold,
    segments,
    text_field,
)
from relnet.web.edit.dates import last_date
from relnet.web.edit.entry_parts import (
    members,
    order_buttons,
    presses,
    remove_button,
    sets_field,
    shortened,
)
from relnet.web.edit.tie_look import not_recorded
from relnet.wording import _
from relnet.words import label

_EVENTS: Section = "events"
_TITLES: Mapping[Outcome, str] = {
    Outcome.DID_NOT_HAPPEN: _("Did not happen: {text}"),
    Outcome.REFUSED: _("Refused: {text}"),
    Outcome.UNANSWERED: _("Not answered: {text}"),
}


def happenings_part(view: CaseView, stage: str | None) -> Markup:
    """Offer the events of a stage; None: what was told afterwards."""
    told = [event for event in view.case.events if event.stage == stage]
    keys = [event.id for event in told if event.id]
    items = Markup("").join(_item(view, event.id, event, keys) for event in told if event.id)
    name = "events" if stage else "events-afterwards"
    title = _("What happened, and what did not") if stage else _("Told afterwards")
    return fold(title, items + _add(stage, name), name, count=len(told))


def _item(view: CaseView, key: str, event: Event, keys: Sequence[str]) -> Markup:
    everything = [each.id for each in view.case.events if each.id]
    near = last_date(stage for stage in view.case.stages if stage.id == event.stage)
    text = shortened(view.names.text(event.text))
    parts = (
        text_field(
            _("Text"), f"{key}-text", event.text, sets_field(_EVENTS, key, "text"), long=True
        ),
        segments(
            _("What came of it"),
            f"{key}-outcome",
            _outcomes(),
            event.outcome,
            sets_field(_EVENTS, key, "outcome"),
        ),
        date_field(
            _("When"), f"{key}-when", event.when, sets_field(_EVENTS, key, "when"), near=near
        ),
        _people(view, key, "by", _("Who did, said or asked it"), event.by),
        _people(view, key, "people", _("Who else it is about"), event.people),
        _known(key, event),
        _stage(view, key, event),
        presses(
            [
                *order_buttons(_EVENTS, keys, key, everything),
                remove_button(_EVENTS, key, _("Remove"), text),
            ]
        ),
    )
    title = _TITLES.get(event.outcome, "{text}") if event.outcome else "{text}"
    return fold(title.format(text=text), Markup("").join(parts), key)


def _people(view: CaseView, key: str, field: str, legend: str, told: Sequence[str]) -> Markup:
    """Offer to take those out who are named, and to name one more."""
    sets = sets_field(_EVENTS, key, field)
    everybody = members(view)
    named = [choice for choice in everybody if choice.value in told]
    others = [Choice([*told, c.value], c.words) for c in everybody if c.value not in told]
    ticks = boxes(legend, f"{key}-{field}", named, told, sets) if named else Markup("")
    words = _("{who}: one more").format(who=legend) if named else legend
    more = [Choice(list(told), _("Choose …")), *others]
    return ticks + choice_field(words, f"{key}-{field}-more", more, list(told), sets)


def _known(key: str, event: Event) -> Markup:
    certain = [*(Choice(each, label(each)) for each in EventCertainty), not_recorded()]
    return segments(
        _("How certain"),
        f"{key}-certainty",
        certain,
        event.certainty,
        sets_field(_EVENTS, key, "certainty"),
    ) + text_field(
        _("Who says so"), f"{key}-source", event.source, sets_field(_EVENTS, key, "source")
    )


def _stage(view: CaseView, key: str, event: Event) -> Markup:
    stages = [Choice(stage.id, view.names.text(stage.label)) for stage in view.case.stages]
    choices = [*stages, Choice(None, _("told afterwards, outside the timeline"))]
    return choice_field(
        _("At which stage"), f"{key}-stage", choices, event.stage, sets_field(_EVENTS, key, "stage")
    )


def _outcomes() -> list[Choice]:
    return [*(Choice(each, label(each)) for each in Outcome), not_recorded()]


def _add(stage: str | None, name: str) -> Markup:
    fields = {"stage": stage} if stage else {}
    operation = {"do": "add_entry", "section": _EVENTS, "fields": fields}
    return add_form(
        operation,
        (
            bare_text(
                _("What happened, or did not"), "text", "fields.text", most=MAX_TEXT, needed=True
            ),
            bare_choice(_("What came of it"), "outcome", "fields.outcome", _outcomes(), None),
            bare_date(_("When"), "when", "fields.when"),
        ),
        name=name,
    )
