"""The forms of a person and of a setting: their relationships first, then what they are."""

from markupsafe import Markup

from relnet.case.models import Person, Relationship, Setting
from relnet.case.vocabulary import YOUNG_PERSON, RelationshipType, SettingKind
from relnet.editing.operations import AddTie, RemoveEntry, Section
from relnet.figures.words_join import with_commas
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import (
    Choice,
    Sets,
    choice_field,
    do_button,
    fault_place,
    fold,
    segments,
    text_field,
)
from relnet.web.edit.entry_parts import sets_field
from relnet.web.edit.others import others_part
from relnet.web.edit.successor import successor_part
from relnet.web.edit.tie_look import TieLook, yes_no
from relnet.web.edit.ties import tie_form
from relnet.web.edit.where import setting_area, where_part
from relnet.wording import _
from relnet.words import label


def person_form(view: CaseView, person: Person) -> Markup:
    """Write what a person's form has below its heading."""
    folds = (
        fold(
            _("About {name}").format(name=view.names.inside(person.id)),
            _about_person(person),
            "about",
        ),
        fold(_("Where they are"), where_part(view, person), "where"),
        others_part(view, person.id),
        successor_part(view, person),
    )
    return _own_ties(view, person.id) + Markup("").join(folds) + _remove(view, "people", person.id)


def setting_form(view: CaseView, setting: Setting) -> Markup:
    """Write what a setting's form has below its heading."""
    about = fold(
        _("About {name}").format(name=view.names.inside(setting.id)),
        _about_setting(view, setting),
        "about",
    )
    others = others_part(view, setting.id)
    return _own_ties(view, setting.id) + about + others + _remove(view, "settings", setting.id)


def _own_ties(view: CaseView, member: str) -> Markup:
    """Write the relationship with the young person: one look, one form; more go into folds."""
    ties = view.network.own_relationships(member)
    if not ties:
        return _no_tie(view, member)
    first, *more = (TieLook(view, tie) for tie in ties)
    folds = Markup("").join(
        fold(_another(view, look.tie), tie_form(look), look.name("tie")) for look in more
    )
    return tie_form(first) + folds


def _another(view: CaseView, tie: Relationship) -> str:
    tracks = with_commas([label(track) for track in tie.tracks])
    return _("Another relationship with {name}: {tracks}").format(
        name=view.names.inside(YOUNG_PERSON), tracks=tracks
    )


def _no_tie(view: CaseView, member: str) -> Markup:
    name = view.names.inside(YOUNG_PERSON)
    add = AddTie(
        one=member,
        tracks=(view.network.lanes[member],),
        stage=view.case.stages[view.stage].id,
        perspective=view.perspective,
    )
    return Markup('<div class="field"><p class="quiet">{}</p>{}{}</div>').format(
        _("No relationship with {name} is recorded.").format(name=name),
        do_button(_("Add a relationship with {name}").format(name=name), add),
        fault_place(""),
    )


def _about_person(person: Person) -> Markup:
    def sets(field: str) -> Sets:
        return sets_field("people", person.id, field)

    kinds = [Choice(kind, label(kind)) for kind in RelationshipType]
    return Markup("").join(
        (
            text_field(_("Name"), "name", person.name, sets("name")),
            text_field(_("Role"), "role", person.role, sets("role")),
            segments(_("Type"), "type", kinds, person.type, sets("type")),
            text_field(
                _("A group: how many"),
                "group_size",
                person.group_size,
                sets("group_size"),
                hint=_("Empty for one person"),
            ),
            segments(
                _("This service or role ends"),
                "time_limited",
                yes_no(),
                person.time_limited,
                sets("time_limited"),
            ),
            text_field(
                _("Role that successors share"),
                "role_slot",
                person.role_slot,
                sets("role_slot"),
                hint=_("Whoever has the same words here fills the same role"),
            ),
            text_field(_("Note"), "note", person.note, sets("note"), long=True),
        )
    )


def _about_setting(view: CaseView, setting: Setting) -> Markup:
    def sets(field: str) -> Sets:
        return sets_field("settings", setting.id, field)

    kinds = [Choice(kind, label(kind)) for kind in SettingKind]
    return Markup("").join(
        (
            text_field(_("Name"), "name", setting.name, sets("name")),
            choice_field(_("Kind"), "kind", kinds, setting.kind, sets("kind")),
            setting_area(view, setting, sets("area")),
            text_field(_("Note"), "note", setting.note, sets("note"), long=True),
        )
    )


def _remove(view: CaseView, section: Section, key: str) -> Markup:
    words = _("Remove {name}").format(name=view.names.inside(key))
    return Markup('<div class="field remove">{}{}</div>').format(
        do_button(words, RemoveEntry(section=section, id=key), ask=True), fault_place("")
    )
