"""Push and pull at a stage, and how a perspective sees the three dimensions of safety."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.case.models import MAX_TEXT, Factor
from relnet.case.vocabulary import TEAM, Dimension, FactorKind, Held
from relnet.editing.operations import SetFactor, SetSafety
from relnet.figures.words_join import listed
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    Sets,
    add_form,
    bare_choice,
    bare_text,
    choice_field,
    do_button,
    fold,
    segments,
    text_field,
)
from relnet.web.edit.entry_parts import presses, shortened
from relnet.web.edit.tie_look import not_recorded
from relnet.wording import _
from relnet.words import label

_TITLES: Mapping[FactorKind, str] = {
    FactorKind.PUSH: _("Push: {text}"),
    FactorKind.PULL: _("Pull: {text}"),
}
_KINDS = tuple(Choice(kind, label(kind)) for kind in FactorKind)


def factors_part(view: CaseView) -> Markup:
    """Offer what pushes the young person out of home, and what pulls them away."""
    stage = view.case.stages[view.stage]
    items = Markup("").join(
        _factor(view, factor, f"factor-{number}") for number, factor in enumerate(stage.factors)
    )
    add = add_form(
        {"do": "set_factor", "stage": stage.id},
        (
            bare_choice(_("Push or pull"), "kind", "kind", _KINDS, FactorKind.PUSH),
            bare_text(_("What it is"), "text", "text", most=MAX_TEXT, needed=True),
        ),
        name="factor",
    )
    return fold(_("Push and pull"), items + add, "factors", count=len(stage.factors))


def _factor(view: CaseView, factor: Factor, name: str) -> Markup:
    stage = view.case.stages[view.stage].id
    now = {
        "do": "set_factor",
        "stage": stage,
        "was": [factor.kind.value, factor.text],
        "kind": factor.kind.value,
        "text": factor.text,
        "relationship": factor.relationship,
    }
    remove = SetFactor(stage=stage, was=(factor.kind, factor.text), kind=factor.kind)
    text = shortened(view.names.text(factor.text))
    content = (
        segments(_("Push or pull"), f"{name}-kind", _KINDS, factor.kind, Sets(now, "kind")),
        text_field(_("What it is"), f"{name}-text", factor.text, Sets(now, "text"), long=True),
        choice_field(
            _("Through which relationship"),
            f"{name}-relationship",
            _relationships(view),
            factor.relationship,
            Sets(now, "relationship"),
        ),
        presses(
            [do_button(_("Remove"), remove, label=_("Remove: {name}").format(name=text))],
        ),
    )
    return fold(_TITLES[factor.kind].format(text=text), Markup("").join(content), name)


def _relationships(view: CaseView) -> list[Choice]:
    names = view.names
    found = [
        Choice(
            tie.id, names.of(tie.from_) if tie.with_young_person else _both(view, tie.from_, tie.to)
        )
        for tie in view.case.relationships
    ]
    return [Choice(None, _("none in particular")), *found]


def _both(view: CaseView, one: str, other: str) -> str:
    return listed((view.names.of(one), view.names.of(other)))


def safety_part(view: CaseView) -> Markup:
    """Offer the three dimensions of safety as the perspective that is shown sees them."""
    rows = Markup("").join(_dimension(view, dimension) for dimension in Dimension)
    stage = view.case.stages[view.stage]
    count = sum(told.perspective == view.perspective for told in stage.safety)
    title = _("Safety, as {name} sees it").format(name=view.names.inside(view.perspective))
    return fold(title, rows, "safety", count=count)


def _dimension(view: CaseView, dimension: Dimension) -> Markup:
    stage = view.case.stages[view.stage]
    own = (view.perspective, dimension)
    told = next((v for v in stage.safety if (v.perspective, v.dimension) == own), None)
    operation: dict[str, object] = {
        "do": "set_safety",
        "stage": stage.id,
        "dimension": dimension.value,
    }
    if view.perspective != TEAM:
        operation["perspective"] = view.perspective
    held = segments(
        label(dimension),
        f"safety-{dimension.value}",
        [*(Choice(held, label(held)) for held in Held), not_recorded()],
        told.held if told else None,
        Sets(operation, "held"),
    )
    if told is None:
        return held
    note = text_field(
        _("{dimension}: note").format(dimension=label(dimension)),
        f"safety-{dimension.value}-note",
        told.note,
        Sets(operation | {"held": told.held.value}, "note"),
        long=True,
    )
    return held + note + (_take_note_out(view, dimension, told.held) if told.note else Markup(""))


def _take_note_out(view: CaseView, dimension: Dimension, held: Held) -> Markup:
    """Offer it as a press: a note that is left empty stays, so that a level can be set alone."""
    operation = SetSafety(
        stage=view.case.stages[view.stage].id,
        dimension=dimension,
        perspective=view.perspective,
        held=held,
        note="",
    )
    called = _("Take this note out: {dimension}").format(dimension=label(dimension))
    return presses([do_button(_("Take this note out"), operation, label=called)])
