"""The timeline while it is edited: what a change does is said before it is done."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON, Phase
from relnet.editing.operations import JoinStages, MoveStage, RemoveStage
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, add_form, bare_choice, bare_text, do_button, fold
from relnet.web.edit.entry_parts import areas, presses
from relnet.wording import _
from relnet.words import label


def timeline_part(view: CaseView) -> Markup:
    """Offer to add a stage, and to split, join, reorder and remove the one that is shown."""
    words = _("What each of these does is said before it is done.")
    content = Markup('<p class="quiet">{}</p>{}{}{}').format(
        words, _add(view), _split(view), presses(_changes(view))
    )
    return fold(_("The timeline"), content + _cannot_join(view), "timeline")


def _add(view: CaseView) -> Markup:
    stages = view.case.stages
    stage = stages[view.stage]
    before = stages[view.stage - 1].id if view.stage else None
    phases = [Choice(phase, label(phase)) for phase in Phase]
    places = [Choice(stage.id, _("after this one")), Choice(before, _("before this one"))]
    moves = [Choice(None, _("no")), Choice({}, _("yes"))]
    living = _("Where {name} lives").format(name=view.names.inside(YOUNG_PERSON))
    return add_form(
        {"do": "add_stage", "fields": {}},
        (
            bare_text(_("A new stage"), "label", "label", needed=True),
            bare_choice(_("Where it goes"), "behind", "behind", places, stage.id),
            bare_choice(_("Phase"), "phase", "phase", phases, stage.phase),
            bare_choice(living, "area", "fields.area", areas(view), None),
            bare_choice(_("A move opens it"), "move", "fields.move", moves, None),
        ),
        _("Add a stage"),
        name="stage",
        ask=True,
    )


def _split(view: CaseView) -> Markup:
    stage = view.case.stages[view.stage].id
    return add_form(
        {"do": "split_stage", "stage": stage},
        (bare_text(_("Second part's name"), "split", "label", needed=True),),
        _("Split this stage"),
        name="split",
        ask=True,
    )


def _changes(view: CaseView) -> Iterable[Markup]:
    stages, number = view.case.stages, view.stage
    stage = stages[number].id
    last = len(stages) - 1
    if number < last and stages[number + 1].move is None:
        yield do_button(_("Join with the next"), JoinStages(stage=stage), ask=True)
    if number > 0:
        behind = stages[number - 2].id if number > 1 else None
        yield do_button(_("Move it earlier"), MoveStage(stage=stage, behind=behind), ask=True)
    if number < last:
        behind = stages[number + 1].id
        yield do_button(_("Move it later"), MoveStage(stage=stage, behind=behind), ask=True)
    if last:
        yield do_button(_("Remove this stage"), RemoveStage(stage=stage), ask=True)


def _cannot_join(view: CaseView) -> Markup:
    following = view.stage + 1
    if following >= len(view.case.stages) or view.case.stages[following].move is None:
        return Markup("")
    words = _("A move opens the next stage, so the two cannot be joined.")
    return Markup('<p class="quiet">{}</p>').format(words)
