"""Where somebody is: from the first stage, and from the stage shown on."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.case.models import Person, Setting
from relnet.case.timeline import Place
from relnet.editing.operations import SetFields, SetWhere
from relnet.figures.words_tie import place_words
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, Sets, boxes, choice_field, do_button
from relnet.web.edit.entry_parts import areas
from relnet.wording import _


def where_part(view: CaseView, person: Person) -> Markup:
    """Offer where a person is at first, and where they are from this stage on."""
    told = any(there.stage == _stage(view) for there in person.where)
    later = view.stage > 0 or told
    return _at_first(view, person) + (_from_here(view, person, told=told) if later else Markup(""))


def setting_area(view: CaseView, setting: Setting, sets: Sets) -> Markup:
    """Offer the area of a setting."""
    return choice_field(_("Area"), "area", areas(view), setting.area, sets)


def _at_first(view: CaseView, person: Person) -> Markup:
    operation = SetFields(section="people", id=person.id, fields={})
    area = choice_field(
        _("Area at first"),
        "first-area",
        areas(view),
        person.area,
        Sets(operation, "fields.area"),
    )
    if not view.case.settings:
        return area
    places = [Choice(setting.id, _setting_words(view, setting)) for setting in view.case.settings]
    return area + boxes(
        _("Places they are part of"),
        "settings",
        places,
        person.settings,
        Sets(operation, "fields.settings"),
    )


def _from_here(view: CaseView, person: Person, *, told: bool) -> Markup:
    place = view.network.place(person.id, view.stage)
    stage = _stage(view)
    area = choice_field(
        _("Area"),
        "area",
        areas(view),
        place.area,
        Sets(SetWhere(person=person.id, stage=stage), "area"),
    )
    setting = choice_field(
        _("Place in it"),
        "setting",
        [Choice(None, _("none in particular")), *_settings_in(view, place)],
        place.setting,
        Sets(SetWhere(person=person.id, stage=stage, area=place.area), "setting"),
    )
    back = do_button(
        _("Take back what is recorded here"), SetWhere(person=person.id, stage=stage, here=False)
    )
    return Markup(
        '<fieldset class="field group"><legend>{legend}</legend><p class="quiet">{now}</p>'
        "{area}{setting}{back}</fieldset>"
    ).format(
        legend=_("From “{stage}” on").format(
            stage=view.names.text(view.case.stages[view.stage].label)
        ),
        now=_("Now {place}").format(
            place=place_words(view.network, person.id, view.stage, view.names)
        ),
        area=area,
        setting=setting,
        back=back if told else "",
    )


def _settings_in(view: CaseView, place: Place) -> Iterable[Choice]:
    """Give the settings that do not contradict the area."""
    return [
        Choice(setting.id, view.names.of(setting.id))
        for setting in view.case.settings
        if place.area is None or setting.area in (None, place.area)
    ]


def _setting_words(view: CaseView, setting: Setting) -> str:
    if setting.area is None:
        return view.names.of(setting.id)
    return _("{setting}, {area}").format(
        setting=view.names.of(setting.id), area=view.names.of(setting.area)
    )


def _stage(view: CaseView) -> str:
    return view.case.stages[view.stage].id
