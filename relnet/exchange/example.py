"""The one example of the template: a small invented case that uses every sheet."""

from relnet.case.models import Case

_EXAMPLE = {
    "format": "relnet-case/1",
    "title": "Sam’s move to Hillford",
    "about": "An invented case. Nobody in it is real.",
    "young_person": {
        "name": "Sam",
        "age": "15",
        "pronouns": "they/them",
        "eighteenth_birthday": "2028-03",
        "harms": ["criminal_exploitation"],
        "note": "Plays the drums.",
    },
    "areas": [
        {"id": "area-1", "name": "Riverside", "kind": "home"},
        {
            "id": "area-2",
            "name": "Hillford",
            "kind": "placement",
            "distance_miles": 34,
            "travel_minutes": 55,
        },
    ],
    "settings": [
        {"id": "setting-1", "name": "Jo’s house", "kind": "foster_home", "area": "area-2"},
    ],
    "stages": [
        {
            "id": "stage-1",
            "label": "Foster home",
            "phase": "during",
            "when": "2025-06~",
            "lasted": "ten weeks",
            "area": "area-2",
            "setting": "setting-1",
            "placement_count": "1",
            "move": {
                "kinds": ["out_of_area"],
                "arranged_by": "authority",
                "planned": False,
                "stated_duration": "six weeks",
                "reasons": ["People exploiting Sam were waiting outside school."],
                "note": "Sam was told the evening before.",
            },
            "safety": [
                {"dimension": "physical", "held": "held"},
            ],
            "factors": [
                {"kind": "pull", "text": "Seeing Mum", "relationship": "relationship-1"},
            ],
            "blanks": {"community_peer": "not_asked"},
            "uses_recorded": ["trusted", "parent_child"],
        },
    ],
    "people": [
        {
            "id": "person-1",
            "name": "Mum",
            "role": "mother",
            "type": "family",
            "area": "area-1",
            "where": [{"stage": "stage-1", "area": "area-1"}],
        },
        {
            "id": "person-2",
            "name": "Ali",
            "role": "social worker",
            "type": "practitioner",
            "role_slot": "social worker",
            "time_limited": True,
        },
    ],
    "relationships": [
        {
            "id": "relationship-1",
            "from": "person-1",
            "tracks": ["parent_child"],
            "states": [
                {
                    "stage": "stage-1",
                    "status": "active",
                    "strength": "strong",
                    "strained": True,
                    "influence": ["protective"],
                    "how_often": "every second Sunday",
                    "how": "in_person",
                    "certainty": "established",
                    "source": "Sam’s foster carer",
                }
            ],
        },
    ],
    "uses": [
        {
            "stage": "stage-1",
            "relationship": "relationship-1",
            "use": "collaboration",
            "level": "planned",
            "held_by": ["person-2"],
        }
    ],
    "events": [
        {
            "text": "Sam asked to see Mum",
            "stage": "stage-1",
            "when": "2025-06-12",
            "by": ["young_person"],
            "people": ["person-1"],
            "outcome": "unanswered",
            "certainty": "established",
            "source": "Sam",
        }
    ],
    "prompts": [
        {
            "kind": "action",
            "text": "Ask Sam who else matters",
            "stage": "stage-1",
            "owner": "Ali",
            "done": False,
        }
    ],
    "story": [
        {
            "title": "A long way from Mum",
            "text": "One track of three goes on.",
            "stage": "stage-1",
            "view": "map",
            "highlight": ["person-1"],
            "ask": "Who keeps in touch with Mum?",
        }
    ],
}


def example_case() -> Case:
    """Give the example."""
    return Case.model_validate(_EXAMPLE)
