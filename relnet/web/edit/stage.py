"""Forms for the stage and the timeline."""

from markupsafe import Markup

from relnet.web.case_view import CaseView


def stage_form(view: CaseView) -> Markup:
    """Write the form of the stage."""
    return Markup("<h2>{}</h2>").format(view.case.stages[view.stage].label)
