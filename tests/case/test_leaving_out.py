"""A case without some relationships: whole, and silent about whom it leaves out."""

from pathlib import Path

import pytest

from relnet.case.leaving_out import without
from relnet.case.reading import parse_case, read_case
from relnet.case.writing import write_case
from relnet.resources import sample_cases_folder
from tests.case.small import parsed, small_case

KAYLA = {
    "id": "r-kayla",
    "from": "kayla",
    "tracks": ["community_peer"],
    "states": [
        {"stage": "at-home", "status": "active"},
        {"stage": "at-home", "perspective": "kayla", "status": "active"},
    ],
}
SAM = {
    "id": "r-sam",
    "from": "sam",
    "tracks": ["trusted"],
    "states": [{"stage": "at-home", "status": "active"}],
}


def told(**parts: object) -> str:
    """Give the small case, with Kayla in it, as a file from which Kayla is left out."""
    values = small_case()
    values["relationships"] += [KAYLA, SAM]
    case = parsed(values | parts)
    return write_case(without(case, frozenset({"r-kayla"})))


def test_nothing_is_left_out_of_a_case_where_nothing_is_hidden() -> None:
    case = parsed(small_case())
    assert without(case, frozenset()) is case


def test_whoever_has_no_relationship_left_is_gone() -> None:
    text = told()
    assert "kayla" not in text.lower()
    assert [person.id for person in parse_case(text.encode()).people] == ["mum", "sam"]


@pytest.mark.parametrize(
    "parts",
    [
        {"about": "Kayla knew first."},
        {"events": [{"text": "KAYLA rang."}]},
        {"events": [{"text": "A friend rang.", "by": ["kayla"]}]},
        {"events": [{"text": "Mum rang a friend.", "people": ["mum", "kayla"]}]},
        {"events": [{"text": "Somebody rang.", "source": "Kayla"}]},
        {"prompts": [{"kind": "question", "text": "Who asks Kayla?"}]},
        {"prompts": [{"kind": "action", "text": "Ring home", "owner": "kayla"}]},
        {"prompts": [{"kind": "action", "text": "Ring home", "owner": "Kayla’s mum"}]},
        {"title": "Amira and Kayla"},
        {"young_person": {"name": "Amira", "note": "Misses Kayla"}},
        {"story": [{"title": "Kayla", "text": "Kayla again", "highlight": ["kayla", "r-kayla"]}]},
        {
            "stages": [
                {
                    "id": "at-home",
                    "label": "With Kayla",
                    "phase": "before",
                    "note": "Kayla visits",
                    "move": {"reasons": ["Kayla was threatened", "Mum asked for it"]},
                    "factors": [
                        {"kind": "pull", "text": "Friends", "relationship": "r-kayla"},
                        {"kind": "pull", "text": "Kayla is there"},
                    ],
                    "safety": [{"dimension": "physical", "held": "held", "perspective": "kayla"}],
                }
            ]
        },
    ],
)
def test_no_text_names_whom_it_leaves_out(parts: dict[str, object]) -> None:
    text = told(**parts)
    assert "kayla" not in text.lower()
    parse_case(text.encode())


def test_names_and_titles_stay_without_whom_they_name() -> None:
    people = small_case()["people"]
    people.append({"id": "jo", "name": "Kayla’s mum", "role": "parent of Kayla", "type": "family"})
    text = told(title="Amira and Kayla", people=people)
    case = parse_case(text.encode())
    assert case.title == "Amira and [left out]"
    assert (case.people[-1].name, case.people[-1].role) == (
        "[left out]’s mum",
        "parent of [left out]",
    )


def test_a_surname_that_another_has_too_is_theirs() -> None:
    people = [
        {"id": "mum", "name": "Sara Khan", "role": "Mother", "type": "family"},
        {"id": "kayla", "name": "Imran Khan", "role": "Uncle", "type": "family"},
        {"id": "sam", "name": "Sam", "role": "Social worker", "type": "practitioner"},
    ]
    events = [{"text": "Mrs Khan rang."}, {"text": "Imran rang."}]
    case = parse_case(told(people=people, events=events).encode())
    assert case.people[0].name == "Sara Khan"
    assert [event.text for event in case.events] == ["Mrs Khan rang."]


def use(relationship: str, kind: str, *held_by: str) -> dict[str, object]:
    return {
        "stage": "at-home",
        "relationship": relationship,
        "use": kind,
        "level": "practice",
        "held_by": list(held_by),
    }


def test_a_track_of_which_a_use_goes_is_not_recorded_any_more() -> None:
    stages = small_case()["stages"]
    stages[0]["uses_recorded"] = ["community_peer", "trusted"]
    case = parse_case(told(stages=stages, uses=[use("r-kayla", "safety", "sam")]).encode())
    assert case.uses == ()
    assert case.stages[0].uses_recorded == ("trusted",)


def test_a_use_is_given_to_nobody_else_when_its_holder_goes() -> None:
    uses = [use("r-mum", "safety", "kayla"), use("r-sam", "safety", "kayla")]
    case = parse_case(told(uses=uses).encode())
    assert [(one.relationship, one.held_by) for one in case.uses] == [("r-mum", ())]


def test_who_stays_in_another_relationship_is_named_in_no_text() -> None:
    values = small_case(events=[{"text": "Mum rang."}, {"text": "Sam rang."}])
    case = without(parsed(values), frozenset({"r-mum"}))
    assert [person.id for person in case.people] == ["mum", "kayla", "sam"]
    assert [event.text for event in case.events] == ["Sam rang."]


def test_whose_view_it_is_stays() -> None:
    values = small_case()
    values["relationships"] += [KAYLA]
    case = without(parsed(values), frozenset({"r-kayla"}), "kayla")
    assert "kayla" in {person.id for person in case.people}


def test_a_setting_stays_where_somebody_lives() -> None:
    values = small_case()
    values["stages"][1]["setting"] = "foster-home"
    home = {
        "id": "r-home",
        "from": "foster-home",
        "tracks": ["trusted"],
        "states": [{"stage": "foster", "status": "active"}],
    }
    values["relationships"].append(home)
    case = without(parsed(values), frozenset({"r-home"}))
    assert "foster-home" in {setting.id for setting in case.settings}


@pytest.mark.parametrize("path", sorted(sample_cases_folder().glob("*.json")), ids=lambda p: p.name)
def test_what_is_left_of_a_sample_is_a_whole_case_whatever_goes(path: Path) -> None:
    case = read_case(path)
    for part in case.relationships:
        left = without(case, frozenset({part.id}))
        assert parse_case(write_case(left).encode()) == left
