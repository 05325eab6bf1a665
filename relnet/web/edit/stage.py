"""The form of the stage: what it asks first, then what is said of it, then the timeline."""

from markupsafe import Markup

from relnet.figures.words_dates import date_words
from relnet.figures.words_join import with_commas
from relnet.web.case_view import CaseView
from relnet.web.edit.adding import add_person_part
from relnet.web.edit.after_move import after_move_part
from relnet.web.edit.talked import talked_part
from relnet.wording import _
from relnet.words import label


def stage_form(view: CaseView) -> Markup:
    """Write the form of the stage that is shown."""
    parts = (after_move_part, talked_part, add_person_part)
    return Markup('<div class="person-form stage-form">{}{}</div>').format(
        _head(view), Markup("").join(part(view) for part in parts)
    )


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
