"""The form of the young person: never more than is needed."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.case.models import YoungPerson
from relnet.case.vocabulary import Harm
from relnet.editing.operations import SetYoungPerson
from relnet.web.edit.controls import Choice, Sets, boxes, date_field, text_field
from relnet.wording import _

_HARMS: Mapping[Harm, str] = {
    Harm.GROOMED_RELATIONSHIP: _("is being groomed"),
    Harm.COERCED_BY_EXPLOITERS: _("is being coerced by people exploiting children"),
    Harm.DATING_ABUSE: _("is being abused by somebody they are dating"),
    Harm.WEAPON_VIOLENCE: _("is being threatened or hurt with weapons"),
    Harm.HARASSMENT_BULLYING: _("is being harassed or bullied"),
    Harm.CRIMINAL_EXPLOITATION: _("is being criminally exploited"),
    Harm.OTHER: _("is being harmed in another way"),
}


def young_person_fields(person: YoungPerson) -> Markup:
    """Write the fields of the young person."""

    def sets(field: str) -> Sets:
        return Sets(SetYoungPerson(fields={}), f"fields.{field}")

    return Markup("").join(
        (
            text_field(
                _("Name they are called by"),
                "name",
                person.name,
                sets("name"),
                hint=_("A first name or initials are enough"),
            ),
            text_field(_("Age"), "age", person.age, sets("age"), hint=_("15, about 14, 15 to 18")),
            text_field(_("Pronouns"), "pronouns", person.pronouns, sets("pronouns")),
            date_field(
                _("Eighteenth birthday"),
                "eighteenth_birthday",
                person.eighteenth_birthday,
                sets("eighteenth_birthday"),
            ),
            boxes(
                _("Harm outside the family: {name} …").format(name=person.name),
                "harms",
                [Choice(harm, words) for harm, words in _HARMS.items()],
                person.harms,
                sets("harms"),
            ),
            text_field(_("Note"), "note", person.note, sets("note"), long=True),
        )
    )
