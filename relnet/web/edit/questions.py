"""Questions for the room, and actions with an owner: of a stage, or of the whole time."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.case.models import MAX_TEXT, Prompt
from relnet.case.vocabulary import PromptKind
from relnet.editing.operations import SetFields
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    add_form,
    bare_choice,
    bare_text,
    choice_field,
    fold,
    pressed_button,
    segments,
    text_field,
)
from relnet.web.edit.entry_parts import members, presses, remove_button, sets_field, shortened
from relnet.wording import _

_KINDS = (
    Choice(PromptKind.QUESTION, _("question")),
    Choice(PromptKind.ACTION, _("action")),
)


def questions_part(view: CaseView, stage: str | None) -> Markup:
    """Offer the questions and actions of a stage; None: those of the whole time."""
    told = [prompt for prompt in view.case.prompts if prompt.stage == stage]
    items = Markup("").join(_item(view, prompt.id, prompt) for prompt in told if prompt.id)
    name = "questions" if stage else "questions-whole"
    title = _("Questions and actions") if stage else _("Questions and actions of the whole time")
    return fold(title, items + _add(view, stage, name), name, count=len(told))


def _item(view: CaseView, key: str, prompt: Prompt) -> Markup:
    parts = [
        text_field(
            _("Text"), f"{key}-text", prompt.text, sets_field("prompts", key, "text"), long=True
        ),
        segments(_("Kind"), f"{key}-kind", _KINDS, prompt.kind, sets_field("prompts", key, "kind")),
    ]
    if prompt.kind is PromptKind.ACTION:
        parts += _owner(view, key, prompt)
    parts.append(presses(_buttons(view, key, prompt)))
    return fold(_title(view, prompt), Markup("").join(parts), key)


def _buttons(view: CaseView, key: str, prompt: Prompt) -> Iterable[Markup]:
    if prompt.kind is PromptKind.ACTION:
        done = None if prompt.done else True
        toggled = SetFields(section="prompts", id=key, fields={"done": done})
        pressed = bool(prompt.done)
        yield pressed_button(_("Done"), toggled, pressed=pressed, name=f"{key}-done")
    yield remove_button("prompts", key, _("Remove"), shortened(view.names.text(prompt.text)))


def _title(view: CaseView, prompt: Prompt) -> str:
    text = shortened(view.names.text(prompt.text))
    if prompt.kind is PromptKind.QUESTION:
        return text
    return (_("Done: {action}") if prompt.done else _("To do: {action}")).format(action=text)


def _owner(view: CaseView, key: str, prompt: Prompt) -> Iterable[Markup]:
    """Offer who does it, somebody of the case or in words."""
    everybody = members(view)
    known = prompt.owner in [choice.value for choice in everybody]
    sets = sets_field("prompts", key, "owner")
    nobody = Choice(None, _("nobody yet"))
    own = [] if known or not prompt.owner else [Choice(prompt.owner, prompt.owner)]
    choices = [nobody, *own, *everybody]
    yield choice_field(_("Who does it"), f"{key}-owner", choices, prompt.owner, sets)
    words = None if known else prompt.owner
    yield text_field(_("Or somebody else, in words"), f"{key}-owner-text", words, sets)


def _add(view: CaseView, stage: str | None, name: str) -> Markup:
    fields = {"stage": stage} if stage else {}
    operation = {"do": "add_entry", "section": "prompts", "fields": fields}
    owners = [Choice(None, _("nobody yet")), *members(view)]
    return add_form(
        operation,
        (
            bare_text(
                _("New question or action"), "text", "fields.text", most=MAX_TEXT, needed=True
            ),
            bare_choice(_("Kind"), "kind", "fields.kind", _KINDS, PromptKind.QUESTION),
            bare_choice(_("Who does it"), "owner", "fields.owner", owners),
        ),
        name=name,
    )
