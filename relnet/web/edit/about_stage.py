"""What is said of a stage itself, and of the move that opens it."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from relnet.case.models import Move
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import YOUNG_PERSON, ArrangedBy, MoveKind, Phase
from relnet.editing.operations import SetStage
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    Sets,
    boxes,
    choice_field,
    date_field,
    do_button,
    fold,
    lines_field,
    segments,
    text_field,
)
from relnet.web.edit.dates import last_date
from relnet.web.edit.entry_parts import areas, presses, sets_stage
from relnet.web.edit.tie_look import not_recorded, yes_no
from relnet.wording import _
from relnet.words import label


def about_stage_part(view: CaseView) -> Markup:
    """Offer the fields of the stage."""
    return fold(_("About this stage"), Markup("").join(_fields(view)), "about-stage")


def move_part(view: CaseView) -> Markup:
    """Offer the move that opens the stage, and to put it on or take it off."""
    move = view.case.stages[view.stage].move
    content = _no_move(view) if move is None else _move(view, move)
    return fold(_("The move"), content, "move")


def _fields(view: CaseView) -> Iterable[Markup]:
    stage = view.case.stages[view.stage]
    phases = [Choice(phase, label(phase)) for phase in Phase]
    yield text_field(_("Called"), "label", stage.label, sets_stage(view, "label"))
    yield choice_field(_("Phase"), "phase", phases, stage.phase, sets_stage(view, "phase"))
    near = last_date(view.case.stages[: view.stage])
    yield date_field(_("When"), "when", stage.when, sets_stage(view, "when"), near=near)
    yield text_field(
        _("How long it lasted"),
        "lasted",
        stage.lasted,
        sets_stage(view, "lasted"),
        hint=_("3 months, over a year"),
    )
    yield from _place(view)
    yield text_field(
        _("How many placements it holds"),
        "placement_count",
        stage.placement_count,
        sets_stage(view, "placement_count"),
        hint=_("Only where it is more than one: 14, several"),
    )
    yield text_field(_("Note"), "note", stage.note, sets_stage(view, "note"), long=True)


def _place(view: CaseView) -> Iterable[Markup]:
    """Offer where the young person lives; another area lets go of a place in the one before."""
    stage = view.case.stages[view.stage]
    area = stage_places(view.case)[view.stage].area
    settings = {setting.id: setting for setting in view.case.settings}
    bound = stage.setting is not None and settings[stage.setting].area is not None
    name = view.names.inside(YOUNG_PERSON)
    yield choice_field(
        _("Area where {name} lives").format(name=name),
        "stage-area",
        areas(view),
        area,
        sets_stage(view, "area", {"setting": None} if bound else None),
    )
    fitting = [s for s in view.case.settings if area is None or s.area in (None, area)]
    if fitting:
        yield choice_field(
            _("Place in it"),
            "stage-setting",
            [
                Choice(None, _("none in particular")),
                *(Choice(setting.id, view.names.of(setting.id)) for setting in fitting),
            ],
            stage.setting,
            sets_stage(view, "setting"),
        )


def _no_move(view: CaseView) -> Markup:
    words = _(
        "No move opens this stage. Where one does, relnet asks what it did to each relationship."
    )
    put_on = SetStage(stage=view.case.stages[view.stage].id, fields={"move": {}})
    button = do_button(_("A move opens this stage"), put_on, ask=True)
    return Markup('<p class="quiet">{}</p>{}').format(words, presses([button]))


def _move(view: CaseView, move: Move) -> Markup:
    told: dict[str, Any] = move.model_dump(mode="json", exclude_defaults=True)

    def sets(field: str) -> Sets:
        return sets_stage(view, f"move.{field}", {"move": told})

    arranged = [
        *(Choice(by, label(by)) for by in ArrangedBy),
        not_recorded(),
    ]
    take_off = SetStage(stage=view.case.stages[view.stage].id, fields={"move": None})
    parts = (
        boxes(
            _("What kind of move"),
            "move-kinds",
            [Choice(kind, label(kind)) for kind in MoveKind],
            move.kinds,
            sets("kinds"),
        ),
        choice_field(
            _("Who arranged it"), "move-by", arranged, move.arranged_by, sets("arranged_by")
        ),
        segments(_("Planned"), "move-planned", yes_no(), move.planned, sets("planned")),
        text_field(
            _("How long it was said to be for"),
            "move-duration",
            move.stated_duration,
            sets("stated_duration"),
        ),
        lines_field(_("Reasons, one a line"), "move-reasons", move.reasons, sets("reasons")),
        text_field(_("Note on the move"), "move-note", move.note, sets("note"), long=True),
        presses([do_button(_("No move opens this stage"), take_off, ask=True)]),
    )
    return Markup("").join(parts)
