"""The form of the stage: what it asks first, then what is said of it, then the timeline."""

from collections.abc import Callable

from markupsafe import Markup

from relnet.figures.words_dates import date_words
from relnet.figures.words_join import with_commas
from relnet.web.case_view import CaseView
from relnet.web.edit.about_stage import about_stage_part, move_part
from relnet.web.edit.adding import add_person_part
from relnet.web.edit.after_move import after_move_part
from relnet.web.edit.happenings import happenings_part
from relnet.web.edit.places import case_part, places_part
from relnet.web.edit.questions import questions_part
from relnet.web.edit.safety_factors import factors_part, safety_part
from relnet.web.edit.story import story_part
from relnet.web.edit.talked import talked_part
from relnet.web.edit.timeline_form import timeline_part
from relnet.web.edit.untold import untold_part
from relnet.web.what_if.prompt import all_three_part
from relnet.wording import _
from relnet.words import label


def stage_form(view: CaseView) -> Markup:
    """Write the form of the stage that is shown."""
    parts = Markup("").join(part(view) for part in _PARTS)
    return Markup('<div class="person-form stage-form">{}{}</div>').format(_head(view), parts)


def _questions(view: CaseView) -> Markup:
    return questions_part(view, view.case.stages[view.stage].id)


def _happenings(view: CaseView) -> Markup:
    return happenings_part(view, view.case.stages[view.stage].id)


_PARTS: tuple[Callable[[CaseView], Markup], ...] = (
    all_three_part,
    after_move_part,
    talked_part,
    add_person_part,
    untold_part,
    _questions,
    _happenings,
    factors_part,
    safety_part,
    about_stage_part,
    move_part,
    story_part,
    timeline_part,
    places_part,
    case_part,
)
"""What a meeting asks for most often comes first."""


def _head(view: CaseView) -> Markup:
    stage = view.case.stages[view.stage]
    place = _("Stage {number} of {count}").format(
        number=view.stage + 1, count=len(view.case.stages)
    )
    when = [date_words(stage.when)] if stage.when else []
    return Markup('<h2>{}</h2><p class="quiet">{}</p><p class="edits">{}</p>').format(
        view.names.text(stage.label),
        with_commas([place, label(stage.phase), *when]),
        _("As {name} sees it").format(name=view.names.inside(view.perspective)),
    )
