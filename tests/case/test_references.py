"""What ties the parts of a case file together: one fault for each contradiction."""

import pytest

from tests.case.small import (
    Breaking,
    Json,
    broken,
    event,
    faults_of,
    put,
    small_case,
    state,
    use,
    where,
)


def test_the_small_case_has_no_faults() -> None:
    assert faults_of(small_case()) == []


@pytest.mark.parametrize(
    ("breaking", "fault"),
    [
        (put("settings", 0, area="hme"), "settings[0].area: no area 'hme'; did you mean 'home'?"),
        (put("stages", 0, area="x"), "stages[0].area: no area 'x'"),
        (
            put("stages", 0, setting="scool"),
            "stages[0].setting: no setting 'scool'; did you mean 'school'?",
        ),
        (
            put("stages", 0, factors=[{"kind": "push", "text": "Rows", "relationship": "r-mom"}]),
            "stages[0].factors[0].relationship: no relationship 'r-mom'; did you mean 'r-mum'?",
        ),
        (
            put(
                "stages", 0, safety=[{"dimension": "physical", "held": "held", "perspective": "x"}]
            ),
            (
                "stages[0].safety[0].perspective: no perspective 'x': write 'team', 'young_person' "
                "or a person's id"
            ),
        ),
        (put("people", 0, area="hom"), "people[0].area: no area 'hom'; did you mean 'home'?"),
        (put("people", 0, settings=["x"]), "people[0].settings[0]: no setting 'x'"),
        (where({"stage": "x"}), "people[1].where[0].stage: no stage 'x'"),
        (where({"stage": "later", "area": "x"}), "people[1].where[0].area: no area 'x'"),
        (where({"stage": "later", "setting": "x"}), "people[1].where[0].setting: no setting 'x'"),
        (
            put("relationships", 0, **{"from": "mom"}),
            "relationships[0].from: no person or setting 'mom'; did you mean 'mum'?",
        ),
        (put("relationships", 1, to="x"), "relationships[1].to: no person or setting 'x'"),
        (
            lambda values: state(values, stage="fostr"),
            "relationships[0].states[1].stage: no stage 'fostr'; did you mean 'foster'?",
        ),
        (
            lambda values: state(values, perspective="tem"),
            "relationships[0].states[1].perspective: no perspective 'tem'; did you mean 'team'?",
        ),
        (lambda values: use(values, stage="x"), "uses[1].stage: no stage 'x'"),
        (lambda values: use(values, relationship="x"), "uses[1].relationship: no relationship 'x'"),
        (
            lambda values: use(values, stage="foster", held_by=["sams"]),
            "uses[1].held_by[0]: no person 'sams'; did you mean 'sam'?",
        ),
        (lambda values: event(values, stage="x"), "events[0].stage: no stage 'x'"),
        (lambda values: event(values, by=["x"]), "events[0].by[0]: no person or setting 'x'"),
        (
            lambda values: event(values, people=["x"]),
            "events[0].people[0]: no person or setting 'x'",
        ),
        (
            lambda values: values.update(
                prompts=[{"kind": "action", "text": "Ring", "stage": "latr"}]
            ),
            "prompts[0].stage: no stage 'latr'; did you mean 'later'?",
        ),
        (
            lambda values: values.update(story=[{"title": "One", "highlight": ["x"]}]),
            "story[0].highlight[0]: no person, setting or relationship 'x'",
        ),
    ],
)
def test_an_id_that_names_nothing(breaking: Breaking, fault: str) -> None:
    assert broken(breaking) == [fault]


@pytest.mark.parametrize(
    ("breaking", "fault"),
    [
        (
            put("stages", 0, area="school"),
            "stages[0].area: 'school' is settings[0]; an area belongs here",
        ),
        (
            put("people", 0, settings=["home"]),
            "people[0].settings[0]: 'home' is areas[0]; a setting belongs here",
        ),
        (
            where({"stage": "mum"}),
            "people[1].where[0].stage: 'mum' is people[0]; a stage belongs here",
        ),
        (
            put("relationships", 0, **{"from": "home"}),
            "relationships[0].from: 'home' is areas[0]; a person or a setting belongs here",
        ),
        (
            lambda values: use(values, relationship="mum"),
            "uses[1].relationship: 'mum' is people[0]; a relationship belongs here",
        ),
        (
            lambda values: use(values, stage="foster", held_by=["school"]),
            "uses[1].held_by[0]: 'school' is settings[0]; a person belongs here",
        ),
        (
            lambda values: state(values, perspective="school"),
            (
                "relationships[0].states[1].perspective: 'school' is settings[0]; write 'team', "
                "'young_person' or a person's id"
            ),
        ),
        (
            lambda values: values.update(story=[{"title": "One", "highlight": ["home"]}]),
            (
                "story[0].highlight[0]: 'home' is areas[0]; a person, a setting or a relationship "
                "belongs here"
            ),
        ),
    ],
)
def test_an_id_of_the_wrong_kind(breaking: Breaking, fault: str) -> None:
    assert broken(breaking) == [fault]


@pytest.mark.parametrize(
    ("breaking", "fault"),
    [
        (
            put("people", 1, id="mum"),
            "people[1].id: the id 'mum' is already that of people[0]; choose another",
        ),
        (
            put("areas", 1, id="school"),
            "settings[0].id: the id 'school' is already that of areas[1]; choose another",
        ),
        (put("people", 1, id="team"), "people[1].id: 'team' is reserved; choose another id"),
        (
            put("people", 1, id="young_person"),
            "people[1].id: 'young_person' is reserved; choose another id",
        ),
    ],
)
def test_ids_are_unique_and_not_reserved(breaking: Breaking, fault: str) -> None:
    assert fault in broken(breaking)


@pytest.mark.parametrize(
    ("breaking", "place"),
    [
        (put("stages", 1, setting="school"), "stages[1].area"),
        (
            where({"stage": "later", "area": "away", "setting": "school"}),
            "people[1].where[0].area",
        ),
    ],
)
def test_an_area_that_is_not_its_settings(breaking: Breaking, place: str) -> None:
    assert broken(breaking) == [
        (
            f"{place}: the area is 'away', but the setting 'school' is in 'home'; change one, or "
            "leave the area out"
        )
    ]


def test_a_setting_without_area_contradicts_nothing() -> None:
    assert broken(put("stages", 1, setting="chat")) == []


@pytest.mark.parametrize("given", [{"perspective": "team"}, {"perspective": "mum"}, {}])
def test_closeness_is_the_young_persons_alone(given: Json) -> None:
    (fault,) = broken(lambda values: state(values, closeness=1, **given))
    assert fault.startswith(
        "relationships[0].states[1].closeness: only the young person says how close somebody is"
    )
    assert broken(lambda values: state(values, closeness=1, perspective="young_person")) == []


def test_the_teams_view_has_a_status() -> None:
    assert broken(lambda values: state(values, status=None)) == [
        (
            "relationships[0].states[1].status: missing; the team's view needs one of: active, "
            "broken, ended, wanted, never_formed, not_known"
        )
    ]
    assert broken(lambda values: state(values, status=None, perspective="mum")) == []


def test_states_stand_in_stage_order_once_a_stage_for_each_perspective() -> None:
    assert broken(lambda values: state(values, stage="at-home")) == [
        "relationships[0].states[1].stage: the stage 'at-home' has been told of already; keep one"
    ]

    def later_first(values: Json) -> None:
        state(values, stage="later")
        state(values, stage="foster")

    assert broken(later_first) == [
        (
            "relationships[0].states[2].stage: the stage 'foster' comes before the one above; put "
            "it in stage order"
        )
    ]

    def by_perspective(values: Json) -> None:
        state(values, stage="later")
        state(values, stage="at-home", perspective="young_person")
        state(values, stage="foster", perspective="young_person")

    assert broken(by_perspective) == []


def test_whereabouts_stand_in_stage_order() -> None:
    (fault,) = broken(where({"stage": "later"}, {"stage": "foster"}))
    assert fault.startswith("people[1].where[1].stage: the stage 'foster' comes before")
    (fault,) = broken(where({"stage": "later"}, {"stage": "later"}))
    assert fault.startswith("people[1].where[1].stage: the stage 'later' has been told of")


@pytest.mark.parametrize("tracks", [None, []])
def test_a_tie_with_the_young_person_has_a_track(tracks: list[str] | None) -> None:
    (fault,) = broken(put("relationships", 0, tracks=tracks))
    assert fault.startswith("relationships[0].tracks: missing; a relationship with the young")


def test_a_tie_between_others_has_none() -> None:
    assert broken(put("relationships", 1, tracks=["trusted"])) == [
        (
            "relationships[1].tracks: only relationships with the young person have tracks; leave "
            "them out"
        )
    ]
    assert broken(put("relationships", 1, tracks=[])) == []


@pytest.mark.parametrize(
    ("breaking", "place"),
    [
        (put("relationships", 0, tracks=["trusted", "trusted"]), "relationships[0].tracks[1]"),
        (put("people", 0, settings=["school", "school"]), "people[0].settings[1]"),
        (put("stages", 0, uses_recorded=["trusted", "trusted"]), "stages[0].uses_recorded[1]"),
        (put("uses", 0, held_by=["sam", "mum", "sam"]), "uses[0].held_by[2]"),
        (lambda values: event(values, by=["sam", "sam"]), "events[0].by[1]"),
    ],
)
def test_nothing_stands_twice_in_a_list(breaking: Breaking, place: str) -> None:
    (fault,) = broken(breaking)
    assert fault.startswith(f"{place}: '")
    assert fault.endswith("stands here twice; once is enough")


def test_a_relationship_goes_from_one_to_another() -> None:
    assert broken(put("relationships", 1, to="sam")) == [
        "relationships[1].to: a relationship goes from one to another; 'from' and 'to' are one"
    ]
    assert broken(put("relationships", 0, **{"from": "young_person"})) == [
        (
            "relationships[0].from: the young person cannot stand in 'from'; put the other one "
            "there, and leave 'to' out"
        )
    ]


def test_a_tie_can_name_the_young_person_or_a_setting() -> None:
    assert broken(put("relationships", 0, to="young_person")) == []
    assert broken(put("relationships", 1, to="school")) == []
    assert broken(put("relationships", 0, **{"from": "school"})) == []


def test_two_people_can_have_two_relationships() -> None:
    again = small_case()["relationships"][0] | {"id": "r-mum-again"}
    assert broken(lambda values: values["relationships"].append(again)) == []


def test_uses_stand_on_relationships_with_the_young_person() -> None:
    assert broken(lambda values: use(values, relationship="r-sam-mum")) == [
        (
            "uses[1].relationship: uses stand on relationships with the young person; 'r-sam-mum' "
            "is between others"
        )
    ]


def test_the_same_use_stands_once() -> None:
    assert broken(lambda values: use(values, level="planned", held_by=[])) == [
        (
            "uses[1]: the same use of this relationship at this stage as uses[0]; keep one, with "
            "everybody who holds it in held_by"
        )
    ]


@pytest.mark.parametrize("status", ["ended", "never_formed"])
def test_nothing_is_in_practice_on_a_relationship_that_is_not_there(status: str) -> None:
    def ended(values: Json, level: str = "practice", stage: str = "later") -> None:
        state(values, status=status)
        use(values, stage=stage, level=level)

    assert broken(ended) == [
        (
            f"uses[1].level: in practice, but the relationship 'r-mum' is '{status}' at this "
            "stage; write 'planned' or 'ambition', or change the relationship"
        )
    ]
    assert broken(lambda values: ended(values, level="ambition")) == []
    assert broken(lambda values: state(values, status=status, perspective="mum")) == []


@pytest.mark.parametrize("status", ["broken", "not_known", "wanted"])
def test_work_can_go_on_through_a_broken_relationship(status: str) -> None:
    def worked_on(values: Json) -> None:
        state(values, status=status)
        use(values, stage="later")

    assert broken(worked_on) == []


def test_one_perspective_tells_once_of_a_dimension() -> None:
    view = {"dimension": "physical", "held": "held"}
    assert broken(put("stages", 0, safety=[view, view | {"perspective": "team"}])) == [
        "stages[0].safety[1]: this perspective has already told of this dimension here"
    ]
    assert broken(put("stages", 0, safety=[view, view | {"perspective": "mum"}])) == []


def test_a_use_may_be_held_by_the_young_person_or_not_said() -> None:
    assert broken(put("uses", 0, held_by=["young_person"])) == []
    assert broken(put("uses", 0, held_by=[])) == []


def test_an_action_may_be_owned_by_anybody() -> None:
    prompts = [{"kind": "action", "text": "Ring", "owner": "The school, next week"}]
    assert broken(lambda values: values.update(prompts=prompts)) == []
