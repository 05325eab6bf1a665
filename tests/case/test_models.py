"""The shape of a case: closed sets, types and bounds, each fault in plain English."""

import pytest
from pydantic import ValidationError

from relnet.case.models import Case, Part
from tests.case.small import Breaking, broken, event, faults_of, parsed, put, small_case, state


def test_a_case_is_frozen_and_can_be_shared() -> None:
    case = parsed(small_case())
    with pytest.raises(ValidationError, match="frozen"):
        case.title = "Another"  # type: ignore[misc] # what is tested
    assert isinstance(case.people, tuple)


def all_parts(part: type[Part] = Part) -> list[type[Part]]:
    return [part, *(found for below in part.__subclasses__() for found in all_parts(below))]


@pytest.mark.parametrize("part", all_parts(), ids=lambda part: part.__name__)
def test_every_part_refuses_unknown_fields_and_is_described(part: type[Part]) -> None:
    assert part.model_config["extra"] == "forbid"
    assert part.model_config["frozen"]
    assert part.__doc__


def test_only_what_must_be_there_must_be_there() -> None:
    case = parsed(
        {
            "format": "relnet-case/1",
            "title": "T",
            "young_person": {"name": "A"},
            "areas": [{"id": "a", "name": "A", "kind": "other"}],
            "stages": [{"id": "s", "label": "S", "phase": "after"}],
        }
    )
    assert isinstance(case, Case)
    assert case.relationships == ()


@pytest.mark.parametrize(
    ("breaking", "fault"),
    [
        (
            lambda values: values.update(format="relnet-case/2"),
            "format: relnet reads 'relnet-case/1', not 'relnet-case/2'",
        ),
        (lambda values: values.pop("format"), "format: missing; write 'relnet-case/1'"),
        (lambda values: values.pop("title"), "title: missing; it must be there"),
        (lambda values: values.update(title=" "), "title: empty; write something"),
        (lambda values: values.update(title=3), "title: a text in double quotes must stand here"),
        (
            lambda values: values.update(title="x" * 401),
            "title: too long: at most 400 characters",
        ),
        (
            lambda values: values.update(young_person=[]),
            "young_person: a part in braces, with named fields, must stand here",
        ),
        (
            lambda values: values.update(evnts=[]),
            "evnts: no field 'evnts' here; did you mean 'events'?",
        ),
        (
            put("areas", 0, colour="red"),
            (
                "areas[0].colour: no field 'colour' here; the fields are: id, name, kind, "
                "distance_miles, travel_minutes, note"
            ),
        ),
        (
            put("relationships", 0, from_="mum"),
            "relationships[0].from_: no field 'from_' here; did you mean 'from'?",
        ),
        (
            put("areas", 0, kind="town"),
            "areas[0].kind: no word 'town' here; write one of: home, placement, other, online",
        ),
        (
            put("areas", 0, kind="placment"),
            "areas[0].kind: no word 'placment' here; did you mean 'placement'?",
        ),
        (
            put("areas", 0, kind=3),
            "areas[0].kind: must be one of: home, placement, other, online",
        ),
        (
            put("stages", 0, phase="During"),
            "stages[0].phase: no word 'During' here; did you mean 'during'?",
        ),
        (
            put("stages", 0, blanks={"trusted": "none"}),
            (
                "stages[0].blanks.trusted: no word 'none' here; write one of: not_asked, "
                "asked_none, not_held"
            ),
        ),
        (
            put("stages", 0, blanks={"family": "not_asked"}),
            (
                "stages[0].blanks.family: no word 'family' here; write one of: trusted, "
                "parent_child, community_peer"
            ),
        ),
        (
            put("areas", 0, distance_miles="3"),
            "areas[0].distance_miles: a number must stand here, without quotes",
        ),
        (
            put("areas", 0, distance_miles=-1),
            "areas[0].distance_miles: too small a number: at least 0",
        ),
        (
            put("areas", 0, travel_minutes=1.5),
            "areas[0].travel_minutes: a whole number must stand here, without quotes or a fraction",
        ),
        (
            put("people", 0, time_limited="true"),
            "people[0].time_limited: write true or false, without quotes",
        ),
        (
            lambda values: state(values, perspective="young_person", closeness=True),
            (
                "relationships[0].states[1].closeness: a whole number must stand here, without "
                "quotes or a fraction"
            ),
        ),
        (
            lambda values: state(values, perspective="young_person", closeness=4),
            "relationships[0].states[1].closeness: too big a number: at most 3",
        ),
        (
            lambda values: values.update(areas=[]) or values["people"][0].pop("area"),
            "areas: at least 1 entry must be there",
        ),
        (
            put("people", 0, settings="school"),
            "people[0].settings: a list in square brackets must stand here",
        ),
        (
            put("people", 0, id="Mum"),
            (
                "people[0].id: 'Mum' cannot be an id; write small letters a–z and numbers, with "
                "single '-' or '_' between them"
            ),
        ),
        (
            lambda values: event(values, when="last June"),
            (
                "events[0].when: 'last June': not a date that relnet can read; write it as "
                "'2025-06', '2025~' (about), '2018-10-25' or '2025-01/2025-05' (from/to)"
            ),
        ),
    ],
)
def test_each_fault_of_shape_is_said_in_plain_english(breaking: Breaking, fault: str) -> None:
    assert fault in broken(breaking)


@pytest.mark.parametrize(
    ("breaking", "place"),
    [
        (put("areas", 0, distance_miles=True), "areas[0].distance_miles"),
        (put("areas", 0, travel_minutes=True), "areas[0].travel_minutes"),
        (put("areas", 0, travel_minutes=10**30), "areas[0].travel_minutes"),
        (put("areas", 0, travel_minutes="40"), "areas[0].travel_minutes"),
        (put("people", 0, time_limited=1), "people[0].time_limited"),
        (put("people", 0, name=1), "people[0].name"),
    ],
    ids=["true", "true-whole", "big", "text", "one", "number"],
)
def test_no_type_is_taken_for_another(breaking: Breaking, place: str) -> None:
    (fault,) = broken(breaking)
    assert fault.startswith(f"{place}: ")
    assert "must stand here" in fault or "write true or false" in fault


def test_there_may_not_be_more_stages_than_can_be_shown() -> None:
    stages = [{"id": f"s{n}", "label": "S", "phase": "during"} for n in range(61)]
    assert "stages: too many entries: at most 60" in faults_of(small_case(stages=stages))
