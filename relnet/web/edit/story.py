"""The story while a case is edited: its steps in their order, and the form of each."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from relnet.case.models import MAX_NAME, MAX_TEXT, StoryStep
from relnet.case.vocabulary import YOUNG_PERSON, StoryView
from relnet.editing.operations import AddEntry, SetFields
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed, with_commas
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    add_form,
    bare_choice,
    bare_text,
    boxes,
    choice_field,
    do_button,
    fold,
    op_json,
    pressed_button,
    segments,
    text_field,
)
from relnet.web.edit.entry_parts import (
    order_buttons,
    presses,
    remove_button,
    sets_field,
    shortened,
)
from relnet.wording import _

_VIEWS = (
    Choice(StoryView.MAP, _("Map")),
    Choice(StoryView.TRACKS, _("Tracks")),
    Choice(StoryView.FOCUS, _("Focus")),
    Choice(StoryView.TABLE, _("Table")),
)
_COPY = _("{title} (copy)")


def add_step_button() -> Markup:
    """Offer to make a step of the view that is shown."""
    return Markup('<button type="button" id="{}" class="tool">{}</button>').format(
        ids.STORY_ADD, _("Add this view as a step")
    )


def story_part(view: CaseView) -> Markup:
    """Offer the steps of the story in the form of the stage."""
    return fold(
        _("Story"), _list(view) + _add(view, {}, "story-here"), "story", count=len(view.case.story)
    )


def story_form(view: CaseView, args: Mapping[str, str]) -> Markup:
    """Write the form of one step (``step``: its id), or that of the story with a new step.

    The new step shows what the page shows: its stage, the ``view``, and who is ``chosen``.
    """
    step = next((one for one in view.case.story if one.id == args.get("step")), None)
    inside = _step(view, step) if step and step.id else _whole(view, args)
    return Markup('<div class="person-form stage-form">{}</div>').format(inside)


def _whole(view: CaseView, args: Mapping[str, str]) -> Markup:
    return Markup("<h2>{}</h2>{}<h3>{}</h3>{}").format(
        _("Add this view as a step"),
        _add(view, args, "story-view"),
        _("All steps"),
        _list(view) or Markup('<p class="quiet">{}</p>').format(_("There are no steps yet.")),
    )


def _add(view: CaseView, args: Mapping[str, str], name: str) -> Markup:
    """Offer a new step at the stage that is shown."""
    pointed = _pointed(view, args.get("chosen", ""))
    fields: dict[str, object] = {"stage": view.case.stages[view.stage].id}
    if pointed:
        fields["highlight"] = pointed
    shown = args.get("view", StoryView.MAP)
    known = shown if shown in set(StoryView) else StoryView.MAP
    form = add_form(
        {"do": "add_entry", "section": "story", "fields": fields},
        (
            bare_text(_("New step: its title"), "step-title", "fields.title", needed=True),
            bare_text(_("What it tells"), "step-text", "fields.text", most=MAX_TEXT),
            bare_text(_("What to ask the room"), "step-ask", "fields.ask", most=MAX_TEXT),
            bare_choice(_("View"), "step-view", "fields.view", _VIEWS, known),
        ),
        name=name,
    )
    return _points_words(view, pointed) + form


def _pointed(view: CaseView, chosen: str) -> list[str]:
    """Give the ids of what is chosen; the young person is always in the picture."""
    by_ref = {ref: part for part, ref in refs_of(view.case).items()}
    found = (by_ref.get(ref) for ref in chosen.split("."))
    return [part for part in found if part and part != YOUNG_PERSON]


def _points_words(view: CaseView, pointed: Iterable[str]) -> Markup:
    names = [_part_words(view, part) for part in pointed]
    if not names:
        return Markup("")
    return Markup('<p class="quiet">{}</p>').format(
        _("It points at {names}.").format(names=listed(names))
    )


def _list(view: CaseView) -> Markup:
    """List the steps, each with the way to its form and its place in the order."""
    keys = [step.id for step in view.case.story if step.id]
    items = Markup("").join(_line(view, step, keys) for step in view.case.story if step.id)
    return Markup('<ol class="story-list">{}</ol>').format(items) if items else Markup("")


def _line(view: CaseView, step: StoryStep, keys: list[str]) -> Markup:
    key = step.id or ""
    title = shortened(view.names.text(step.title))
    return Markup(
        '<li><button type="button" class="link" data-form="{form}">{number}. {title}</button>'
        '<span class="quiet"> {where}</span>{order}</li>'
    ).format(
        form=op_json({"add": "step", "step": key}),
        number=keys.index(key) + 1,
        title=title,
        where=_where(view, step),
        order=presses(order_buttons("story", keys, key, keys)),
    )


def _where(view: CaseView, step: StoryStep) -> str:
    stages = {stage.id: view.names.text(stage.label) for stage in view.case.stages}
    views = {choice.value: choice.words for choice in _VIEWS}
    where = [stages.get(step.stage or "", ""), views.get(step.view, "")]
    if step.guess:
        where.append(_("the room guesses"))
    return with_commas([words for words in where if words])


def _step(view: CaseView, step: StoryStep) -> Markup:
    """Write the form of one step."""
    key = step.id or ""
    stages = [Choice(stage.id, view.names.text(stage.label)) for stage in view.case.stages]
    as_before = Choice(None, _("as the step before"))
    parts = (
        text_field(_("Title"), f"{key}-title", step.title, sets_field("story", key, "title")),
        text_field(
            _("What it tells"),
            f"{key}-text",
            step.text,
            sets_field("story", key, "text"),
            long=True,
        ),
        text_field(
            _("What to ask the room"),
            f"{key}-ask",
            step.ask,
            sets_field("story", key, "ask"),
            long=True,
        ),
        choice_field(
            _("Stage"),
            f"{key}-stage",
            [as_before, *stages],
            step.stage,
            sets_field("story", key, "stage"),
        ),
        segments(_("View"), f"{key}-view", _VIEWS, step.view, sets_field("story", key, "view")),
        _points(view, key, step),
        text_field(
            _("Your notes: the room never sees them"),
            f"{key}-notes",
            step.presenter_notes,
            sets_field("story", key, "presenter_notes"),
            long=True,
        ),
        presses(_buttons(view, key, step)),
    )
    back = Markup('<button type="button" class="link" data-form="{}">{}</button>').format(
        op_json({"add": "step"}), _("All steps")
    )
    return Markup("<h2>{}</h2>{}{}").format(
        shortened(view.names.text(step.title)), back, Markup("").join(parts)
    )


def _points(view: CaseView, key: str, step: StoryStep) -> Markup:
    """Offer what a step points at: people, places, and relationships between others."""
    members = [Choice(member, view.names.of(member)) for member in view.network.members]
    ties = [
        Choice(tie.id, _part_words(view, tie.id))
        for tie in view.case.relationships
        if not tie.with_young_person or tie.id in step.highlight
    ]
    sets = sets_field("story", key, "highlight")
    guess = SetFields(section="story", id=key, fields={"guess": None if step.guess else True})
    guessing = pressed_button(
        _("The room guesses who of them stays"),
        guess,
        pressed=bool(step.guess),
        name=f"{key}-guess",
    )
    chosen = boxes(
        _("Lit on the picture; all others are dimmed"),
        f"{key}-highlight",
        [*members, *ties],
        step.highlight,
        sets,
    )
    hint = Markup('<p class="hint">{}</p>').format(
        _("The next step shows what came of it, and what was guessed.")
    )
    return (
        fold(_("Points at"), chosen, f"{key}-points", count=len(step.highlight))
        + presses([guessing])
        + (hint if step.guess else Markup(""))
    )


def _part_words(view: CaseView, part: str) -> str:
    tie = view.network.relationships.get(part)
    if tie is None:
        return view.names.of(part)
    return listed([view.names.of(tie.from_), view.names.of(tie.to)])


def _buttons(view: CaseView, key: str, step: StoryStep) -> Iterable[Markup]:
    keys = [one.id for one in view.case.story if one.id]
    yield from order_buttons("story", keys, key, keys)
    yield do_button(_("Duplicate"), AddEntry(section="story", fields=_copied(step), behind=key))
    yield remove_button("story", key, _("Remove"), shortened(view.names.text(step.title)))


def _copied(step: StoryStep) -> dict[str, object]:
    """Give the fields of a copy of a step; its title says that it is one."""
    fields = step.model_dump(mode="json", exclude_defaults=True, exclude={"id"})
    room = MAX_NAME - len(_COPY.format(title=""))
    return fields | {"title": _COPY.format(title=step.title[:room].rstrip())}
