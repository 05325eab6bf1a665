"""Areas on the map and the places inside them; and what is said of the case."""

from markupsafe import Markup

from relnet.case.models import Area, Case, Setting
from relnet.case.vocabulary import AreaKind, SettingKind
from relnet.editing.operations import Section, SetCase
from relnet.figures.refs import refs_of
from relnet.figures.words_join import with_commas
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    Sets,
    add_form,
    bare_choice,
    bare_text,
    choice_field,
    fold,
    number_field,
    segments,
    text_field,
)
from relnet.web.edit.entry_parts import areas, presses, remove_button, sets_field
from relnet.web.edit.happenings import happenings_part
from relnet.web.edit.questions import questions_part
from relnet.wording import _
from relnet.words import label

_AREA_KINDS = tuple(Choice(kind, label(kind)) for kind in AreaKind)
_SETTING_KINDS = tuple(Choice(kind, label(kind)) for kind in SettingKind)


def places_part(view: CaseView) -> Markup:
    """Offer the areas and the places, and to add one."""
    own_areas = Markup("").join(
        _area(view, area, number) for number, area in enumerate(view.case.areas)
    )
    settings = Markup("").join(
        _setting(view, setting, number) for number, setting in enumerate(view.case.settings)
    )
    content = Markup("<h3>{}</h3>{}{}<h3>{}</h3>{}{}").format(
        _("Areas"), own_areas, _add_area(), _("Places inside them"), settings, _add_setting(view)
    )
    count = len(view.case.areas) + len(view.case.settings)
    return fold(_("Areas and places"), content, "places", count=count)


def case_part(view: CaseView) -> Markup:
    """Offer what is said of the case as a whole."""

    def sets(field: str) -> Sets:
        return Sets(SetCase(fields={}), f"fields.{field}")

    title = text_field(_("Title"), "title", view.case.title, sets("title"))
    about = text_field(_("About this case"), "about", view.case.about, sets("about"), long=True)
    whole = questions_part(view, None) + happenings_part(view, None)
    return fold(_("The whole case"), title + about + whole, "case")


def _area(view: CaseView, area: Area, number: int) -> Markup:
    name = f"area-{number}"

    def sets(field: str) -> Sets:
        return sets_field("areas", area.id, field)

    parts = [
        text_field(_("Name"), f"{name}-name", area.name, sets("name")),
        segments(_("Kind"), f"{name}-kind", _AREA_KINDS, area.kind, sets("kind")),
        number_field(
            _("Miles from home"), f"{name}-miles", area.distance_miles, sets("distance_miles")
        ),
        number_field(
            _("Minutes from home"), f"{name}-minutes", area.travel_minutes, sets("travel_minutes")
        ),
        text_field(_("Note"), f"{name}-note", area.note, sets("note"), long=True),
    ]
    if len(view.case.areas) > 1:
        parts.append(_remove(view, "areas", area.id, _("Remove this area")))
    title = with_commas([view.names.of(area.id), label(area.kind)])
    return fold(title, Markup("").join(parts), name)


def _setting(view: CaseView, setting: Setting, number: int) -> Markup:
    name = f"setting-{number}"

    def sets(field: str) -> Sets:
        return sets_field("settings", setting.id, field)

    parts = (
        text_field(_("Name"), f"{name}-name", setting.name, sets("name")),
        choice_field(_("Kind"), f"{name}-kind", _SETTING_KINDS, setting.kind, sets("kind")),
        choice_field(_("Area"), f"{name}-area", areas(view), setting.area, sets("area")),
        _everything(view, setting),
        _remove(view, "settings", setting.id, _("Remove this place")),
    )
    title = with_commas([view.names.of(setting.id), label(setting.kind)])
    return fold(title, Markup("").join(parts), name) + _not_on_the_map(view, setting)


def _not_on_the_map(view: CaseView, setting: Setting) -> Markup:
    """Say of a place to which nothing leads yet why it is not seen, and lead on."""
    if setting.id in _named_places(view.case):
        return Markup("")
    return Markup('<p class="hint">{} {}</p>').format(
        _("Not on the map until somebody is tied to it."),
        _choosing(view, setting, _("Tie somebody to {name}")),
    )


def _named_places(case: Case) -> set[str | None]:
    """Give the places that are tied to somebody, lived in, or where somebody is."""
    tied = {end for tie in case.relationships for end in (tie.from_, tie.to)}
    lived_in = {stage.setting for stage in case.stages}
    theirs = {place for person in case.people for place in person.settings}
    later = {place.setting for person in case.people for place in person.where}
    return tied | lived_in | theirs | later


def _remove(view: CaseView, section: Section, key: str, words: str) -> Markup:
    return presses([remove_button(section, key, words, view.names.of(key), ask=True)])


def _everything(view: CaseView, setting: Setting) -> Markup:
    return Markup("<p>{}</p>").format(_choosing(view, setting, _("More about {name}")))


def _choosing(view: CaseView, setting: Setting, words: str) -> Markup:
    return Markup('<button type="button" class="link" data-choose="{}">{}</button>').format(
        refs_of(view.case)[setting.id], words.format(name=view.names.inside(setting.id))
    )


def _add_area() -> Markup:
    return add_form(
        {"do": "add_entry", "section": "areas", "fields": {}},
        (
            bare_text(_("New area"), "area", "fields.name", needed=True),
            bare_choice(_("Kind"), "kind", "fields.kind", _AREA_KINDS, AreaKind.PLACEMENT),
            bare_text(_("Miles from home"), "miles", "fields.distance_miles", kind="number"),
            bare_text(_("Minutes from home"), "minutes", "fields.travel_minutes", kind="number"),
        ),
        _("Add an area"),
        name="area",
    )


def _add_setting(view: CaseView) -> Markup:
    return add_form(
        {"do": "add_entry", "section": "settings", "fields": {}},
        (
            bare_text(_("New place"), "setting", "fields.name", needed=True),
            bare_choice(_("Kind"), "kind", "fields.kind", _SETTING_KINDS, needed=True),
            bare_choice(_("Area"), "area", "fields.area", areas(view), None),
        ),
        _("Add a place"),
        name="setting",
    )
