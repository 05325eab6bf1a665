"""Somebody took over a role: a new person in the place of one who left."""

from markupsafe import Markup

from relnet.case.models import Person
from relnet.case.vocabulary import RelationshipType
from relnet.editing.operations import SetFields
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import add_form, bare_text, do_button, fold
from relnet.wording import _

_ROLES_PASS_ON = (RelationshipType.PRACTITIONER, RelationshipType.COMMUNITY)


def successor_part(view: CaseView, person: Person) -> Markup:
    """Offer to add who took over the role of somebody, from the stage shown on."""
    if person.type not in _ROLES_PASS_ON and person.role_slot is None:
        return Markup("")
    content = _name_the_role(person) if person.role_slot is None else _add(view, person)
    return fold(_("Somebody took over this role"), content, "successor")


def _name_the_role(person: Person) -> Markup:
    """Ask first that the role has a name: else two people would count as two roles."""
    return Markup('<p class="quiet">{}</p>{}').format(
        _("So that both count as one role, say first what it is called."),
        do_button(
            _("Call it “{role}”").format(role=person.role),
            SetFields(section="people", id=person.id, fields={"role_slot": person.role}),
        ),
    )


def _add(view: CaseView, person: Person) -> Markup:
    place = view.network.place(person.id, view.stage)
    told = {
        "role": person.role,
        "type": person.type,
        "track": view.network.lanes[person.id],
        "stage": view.case.stages[view.stage].id,
        "role_slot": person.role_slot,
        "area": place.area,
        "time_limited": person.time_limited,
        "perspective": view.perspective,
    }
    operation = {name: value for name, value in told.items() if value is not None}
    words = _("From “{stage}” on. Then say here what became of {name}.").format(
        stage=view.names.text(view.case.stages[view.stage].label),
        name=view.names.inside(person.id),
    )
    name = bare_text(_("Name of the new person"), "successor", "name", needed=True)
    return Markup('<p class="quiet">{}</p>{}').format(
        words, add_form({"do": "add_person", **operation}, [name])
    )
