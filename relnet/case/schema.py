"""The JSON Schema of the case file, with a description of each field."""

from typing import Any

from relnet.case.models import Case
from relnet.wording import _

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def case_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a case file.

    It holds the shape alone; what ties the parts together is checked by reading the file.
    """
    schema = Case.model_json_schema(by_alias=True)
    parts = schema["$defs"]
    for part, fields in _descriptions().items():
        properties = (schema if part == "Case" else parts[part])["properties"]
        for name, description in fields.items():
            properties[name]["description"] = description
    return {"$schema": DIALECT, **schema, "title": _("A relnet case file")}


def _descriptions() -> dict[str, dict[str, str]]:
    return {
        "Case": _case_fields(),
        "YoungPerson": {
            "name": _("The name that the young person has chosen."),
            "age": _("In words or numbers: 15, about 14."),
            "pronouns": _("As the young person says: she/her."),
            "eighteenth_birthday": _("The date, as EDTF: 2027-11."),
            "harms": _("The forms of harm outside the family."),
            "note": _("Anything else."),
        },
        **_place_fields(),
        **_stage_fields(),
        **_relationship_fields(),
        **_telling_fields(),
    }


def _case_fields() -> dict[str, str]:
    return {
        "format": _("The version of this format."),
        "title": _("What the case is called."),
        "about": _("Shown under the title; sample cases say that they are invented."),
        "young_person": _("The young person the case is about."),
        "areas": _("The home area and all others, at least one."),
        "settings": _("Places inside the areas."),
        "stages": _("The timeline, in its order, at least one stage."),
        "people": _("Everybody in the case but the young person."),
        "relationships": _("Ties with the young person, and between others."),
        "uses": _("What professionals do through the relationships."),
        "events": _("What happened and what did not, in its order."),
        "prompts": _("Questions for the room, and actions with an owner."),
        "story": _("The steps by which a trainer tells the case."),
    }


def _place_fields() -> dict[str, dict[str, str]]:
    return {
        "Area": {
            "id": _("A short name for other parts of the file to use."),
            "name": _("What the area is called."),
            "kind": _("What the area is to the young person."),
            "distance_miles": _("Miles from the first home area."),
            "travel_minutes": _("Minutes of travel from the first home area."),
            "note": _("Anything else."),
        },
        "Setting": {
            "id": _("A short name for other parts of the file to use."),
            "name": _("What the setting is called."),
            "kind": _("What kind of place it is."),
            "area": _("The id of the area it is in."),
            "note": _("Anything else."),
        },
        "Person": {
            "id": _("A short name for other parts of the file to use."),
            "name": _("What the person or group is called."),
            "role": _("What they are to the young person."),
            "type": _("The type of relationship."),
            "role_slot": _("The role that a successor takes over: social worker."),
            "area": _("The id of the area they are in."),
            "settings": _("The ids of the settings they are in."),
            "where": _("Where they are instead, from a stage on."),
            "group_size": _("For a group, how many at one time: 6, about 12."),
            "time_limited": _("True where a service or role ends."),
            "note": _("Anything else."),
        },
        "Whereabouts": {
            "stage": _("The id of the stage from which this holds."),
            "area": _("The id of the area they are in."),
            "setting": _("The id of the setting they are in."),
        },
    }


def _stage_fields() -> dict[str, dict[str, str]]:
    return {
        "Stage": {
            "id": _("A short name for other parts of the file to use."),
            "label": _("What the stage is called on the timeline."),
            "phase": _("Before, during or after relocation."),
            "when": _("The date, as EDTF: 2025-06, 2025~, 2025-01/2025-05."),
            "lasted": _("How long, in words."),
            "area": _("The id of the area where the young person lives; absent: not known."),
            "setting": _("The id of the setting where the young person lives."),
            "note": _("Anything else."),
            "move": _("The move that opens this stage."),
            "placement_count": _("How many placements this stage holds: 14, several."),
            "safety": _("How safe the young person is, as each perspective sees it."),
            "factors": _("What pushes the young person from home, or pulls them away."),
            "blanks": _("Why a track shows nobody at this stage."),
            "uses_recorded": _("Tracks whose uses were talked through: none means none."),
        },
        "Move": {
            "kinds": _("What kinds of move it is."),
            "arranged_by": _("Who arranged it."),
            "planned": _("Whether it was planned; absent: not known."),
            "stated_duration": _("How long it was said to be for."),
            "reasons": _("Why, one reason each."),
            "note": _("Anything else."),
        },
        "SafetyView": {
            "dimension": _("Which kind of safety."),
            "held": _("Whether it is held."),
            "perspective": _("Whose view: team, young_person or a person's id."),
            "note": _("Anything else."),
        },
        "Factor": {
            "kind": _("Whether it pushes or pulls."),
            "text": _("What it is."),
            "relationship": _("The id of the relationship it comes from."),
        },
    }


def _relationship_fields() -> dict[str, dict[str, str]]:
    return {
        "Relationship": {
            "id": _("A short name for other parts of the file to use."),
            "from": _("The id of a person or setting."),
            "to": _("The id of another person or setting; absent: the young person."),
            "tracks": _("On ties with the young person only: the first is where it is drawn."),
            "states": _("What it is like, from stage to stage."),
        },
        "State": {
            "stage": _("The id of the stage from which this holds."),
            "perspective": _("Whose view: team, young_person or a person's id."),
            "status": _("Whether the relationship is there; the team's view must say it."),
            "strength": _("How strong it is."),
            "strained": _("Whether it is strained."),
            "influence": _("Whether it protects, harms or both."),
            "closeness": _("1 inner to 3 outer circle, placed by the young person only."),
            "how_often": _("How often they meet, in words."),
            "how": _("How they meet."),
            "certainty": _("How certain this is."),
            "source": _("Who or what says so."),
            "note": _("Anything else."),
        },
        "Use": {
            "stage": _("The id of the stage."),
            "relationship": _("The id of a relationship with the young person."),
            "use": _("What is done through it."),
            "level": _("Done, planned or hoped for."),
            "held_by": _("The ids of the people who hold it, or young_person."),
            "note": _("Anything else."),
        },
    }


def _telling_fields() -> dict[str, dict[str, str]]:
    return {
        "Event": {
            "id": _("A short name of its own; relnet gives one where it is left out."),
            "text": _("What was done, and by whom."),
            "stage": _("The id of the stage; absent: told afterwards."),
            "when": _("The date, as EDTF: 2025-06, 2025~, 2025-01/2025-05."),
            "by": _("The ids of those who did, said or asked it."),
            "people": _("The ids of the others it is about."),
            "outcome": _("What came of it."),
            "certainty": _("How certain the telling is."),
            "source": _("Who or what says so."),
        },
        "Prompt": {
            "id": _("A short name of its own; relnet gives one where it is left out."),
            "stage": _("The id of the stage."),
            "kind": _("A question for the room, or an action."),
            "text": _("The question or the action."),
            "owner": _("Who does it: a person's id or a name."),
            "done": _("Whether it is done."),
        },
        "StoryStep": {
            "id": _("A short name of its own; relnet gives one where it is left out."),
            "title": _("What the step is called."),
            "text": _("What the step tells."),
            "stage": _("The id of the stage it opens."),
            "view": _("The view it opens."),
            "highlight": _("The ids of people, settings and relationships to point at."),
            "ask": _("What to ask the room."),
            "guess": _(
                "Whether the room ticks those it points at that it expects to be there still at "
                "the next step."
            ),
            "presenter_notes": _("For the presenter alone."),
        },
    }
