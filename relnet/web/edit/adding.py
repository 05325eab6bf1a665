"""The form that adds a person."""

from markupsafe import Markup

from relnet.case.vocabulary import Track
from relnet.web.case_view import CaseView


def add_person_form(view: CaseView, *, area: str | None, track: Track | None) -> Markup:
    """Write the form that adds a person."""
    return Markup("<h2>{} {} {}</h2>").format(view.stage, area, track)
