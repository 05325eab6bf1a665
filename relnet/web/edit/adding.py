"""The form that adds a person: one after the other, Enter adds the next."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.case.models import MAX_NAME
from relnet.case.timeline import stage_places
from relnet.case.vocabulary import RelationshipType, Track
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, add_form, bare_choice, bare_text, fault_place, fold
from relnet.wording import _
from relnet.words import label

_ROLES = "edit-roles"

_USUAL: tuple[str, ...] = (
    _("mum"),
    _("dad"),
    _("gran"),
    _("sister"),
    _("brother"),
    _("best friend"),
    _("friendship group"),
    _("foster carer"),
    _("social worker"),
    _("key worker"),
    _("youth worker"),
    _("teacher"),
    _("coach"),
    _("neighbour"),
)
"""Roles that a team is likely to name, for the list that drops down while one types."""


def add_person_form(view: CaseView, *, area: str | None, track: Track | None) -> Markup:
    """Write the form that adds a person in an area and a lane of the map.

    Args:
        view: the case and the stage that they are added at.
        area: the area of the "+" that was pressed; None: where that is not known.
        track: its track; None: none is chosen.
    """
    return Markup('<div class="person-form stage-form"><h2>{}</h2>{}{}</div>').format(
        _("Add a person"), _since(view), _form(view, area, track)
    )


def add_person_part(view: CaseView) -> Markup:
    """Offer the same in the form of the stage, for where the young person lives then."""
    area = stage_places(view.case)[view.stage].area
    return fold(_("Add a person here"), _form(view, area, None), "add-person")


def _since(view: CaseView) -> Markup:
    stage = view.case.stages[view.stage]
    words = _("From “{stage}” on, as {name} sees it").format(
        stage=view.names.text(stage.label), name=view.names.inside(view.perspective)
    )
    return Markup('<p class="edits">{}</p>').format(words)


def _form(view: CaseView, area: str | None, track: Track | None) -> Markup:
    operation = {
        "do": "add_person",
        "stage": view.case.stages[view.stage].id,
        "perspective": view.perspective,
    }
    return add_form(operation, _fields(view, area, track), _("Add this person"), name="person")


def _fields(view: CaseView, area: str | None, track: Track | None) -> Iterable[Markup]:
    by_role = Choice(None, _("by the role"))
    kinds = [by_role, *(Choice(kind, label(kind)) for kind in RelationshipType)]
    tracks = [by_role, *(Choice(each, label(each)) for each in Track)]
    areas = [Choice(each.id, view.names.of(each.id)) for each in view.case.areas]
    return (
        bare_text(_("Name"), "name", "name", needed=True),
        _role(),
        bare_choice(_("Type"), "type", "type", kinds),
        bare_choice(_("Track"), "track", "track", tracks, track),
        bare_choice(
            _("Where they are"), "area", "area", [Choice(None, _("not known")), *areas], area
        ),
    )


def _role() -> Markup:
    """Make the text of the role, with the usual ones to choose from."""
    return Markup(
        '<label class="field"><span>{label}</span><input type="text" name="role" list="{roles}"'
        ' data-set="role" maxlength="{most}" autocomplete="off" required>{fault}</label>'
        '<datalist id="{roles}">{usual}</datalist>'
    ).format(
        label=_("Role"),
        roles=_ROLES,
        most=MAX_NAME,
        fault=fault_place("role"),
        usual=Markup("").join(
            Markup('<option value="{}"></option>').format(role) for role in _USUAL
        ),
    )
