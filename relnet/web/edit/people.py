"""Forms for people, places, relationships and the young person."""

from markupsafe import Markup

from relnet.web.case_view import CaseView


def young_person_form(view: CaseView) -> Markup:
    """Write the form of the young person."""
    return Markup("<h2>{}</h2>").format(view.case.young_person.name)


def member_form(view: CaseView, member: str) -> Markup:
    """Write the form of a person or a setting."""
    return Markup("<h2>{}</h2>").format(view.names.of(member))


def relationship_form(view: CaseView, relationship: str) -> Markup:
    """Write the form of a relationship at the stage."""
    return Markup("<h2>{}</h2>").format(view.names.text(relationship))
