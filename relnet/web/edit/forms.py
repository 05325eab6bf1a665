"""Which form stands beside the map: for the stage, or for what is chosen on the map."""

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.figures.refs import refs_of
from relnet.web.case_view import CaseView
from relnet.web.edit.people import member_form, relationship_form, young_person_form
from relnet.web.edit.stage import stage_form


def form_of(view: CaseView, ref: str) -> Markup:
    """Write the form of a person, a setting, a relationship or the young person at a stage.

    Args:
        view: the case, whose view is edited, and the stage.
        ref: the short name of what is chosen (relnet.figures.refs); what names nothing is the
            stage itself.
    """
    part = {short: part for part, short in refs_of(view.case).items()}.get(ref)
    if part == YOUNG_PERSON:
        return young_person_form(view)
    if part in view.network.members:
        return member_form(view, part)
    if part in {tie.id for tie in view.case.relationships}:
        return relationship_form(view, part)
    return stage_form(view)
