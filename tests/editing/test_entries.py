"""Adding, changing and removing what stands in the lists of a case."""

import pytest
from hypothesis import given, settings

from relnet.case.messages import UnknownId
from relnet.case.models import Case, State
from relnet.case.vocabulary import RelationshipType, Status, Track
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    AddEntry,
    AddPerson,
    AddTie,
    MoveEntry,
    Operation,
    RemoveEntry,
    SetCase,
    SetFields,
    SetYoungPerson,
    read_operation,
)
from relnet.editing.perform import perform
from tests.case.small import Json, parsed, small_case
from tests.editing.resolved import changed
from tests.editing.some_operations import edits
from tests.editing.test_perform import performed


def small(**parts: object) -> Case:
    return parsed(small_case(**parts))


def test_the_title_and_what_is_said_about_the_case_are_set() -> None:
    after = perform(small(), SetCase(fields={"title": " New ", "about": "", "people": []}))
    assert (after.title, after.about) == ("New", None)
    assert after.people == small().people


def test_what_is_said_of_the_young_person_is_set() -> None:
    fields = {"name": "A.", "age": "15", "pronouns": None}
    person = perform(small(), SetYoungPerson(fields=fields)).young_person
    assert (person.name, person.age, person.pronouns) == ("A.", "15", None)


def test_fields_of_an_entry_are_set_but_not_what_makes_it_the_one_it_is() -> None:
    fields = {"id": "x", "where": [], "role": "Sister", "group_size": "", "time_limited": False}
    person = perform(small(), SetFields(section="people", id="kayla", fields=fields)).people[1]
    assert (person.id, person.role, person.time_limited) == ("kayla", "Sister", False)
    tie = SetFields(section="relationships", id="r-mum", fields={"states": [], "from": "kayla"})
    after = perform(small(), tie)
    assert after.relationships[0].from_ == "kayla"
    assert after.relationships[0].states == small().relationships[0].states


def test_a_person_is_added_with_a_relationship_from_a_stage_on() -> None:
    operation = AddPerson(
        name=" Jo Marsh ",
        role="Youth worker",
        type=RelationshipType.PRACTITIONER,
        track=Track.TRUSTED,
        stage="foster",
        area="away",
        setting="foster-home",
        perspective="young_person",
        status=Status.WANTED,
        role_slot="youth worker",
        time_limited=True,
    )
    after = perform(small(), operation)
    person, tie = after.people[-1], after.relationships[-1]
    assert (person.name, person.area, person.settings) == ("Jo Marsh", "away", ("foster-home",))
    assert (person.role_slot, person.time_limited) == ("youth worker", True)
    assert (tie.from_, tie.to, tie.tracks) == (person.id, "young_person", (Track.TRUSTED,))
    assert tie.states == (State(stage="foster", perspective="young_person", status=Status.WANTED),)


@pytest.mark.parametrize("ends", [("kayla", "sam"), ("sam", "school")])
def test_a_tie_between_others_has_no_track(ends: tuple[str, str]) -> None:
    operation = AddTie(one=ends[0], other=ends[1], tracks=(Track.TRUSTED,), stage="foster")
    tie = perform(small(), operation).relationships[-1]
    assert (tie.from_, tie.to, tie.tracks) == (*ends, ())


@pytest.mark.parametrize(
    ("member", "track"),
    [("mum", "parent_child"), ("sam", "trusted"), ("kayla", "community_peer"), ("school", None)],
)
def test_a_tie_with_the_young_person_is_in_the_track_of_its_type(
    member: str, track: str | None
) -> None:
    for ends in ((member, "young_person"), ("young_person", member)):
        tie = perform(small(), AddTie(one=ends[0], other=ends[1], stage="foster")).relationships[-1]
        assert (tie.from_, tie.to) == (member, "young_person")
        assert tie.tracks == (track or "community_peer",)


def test_a_tie_of_one_with_themself_is_refused() -> None:
    for member in ("kayla", "young_person"):
        with pytest.raises(CannotDo, match="between two"):
            perform(small(), AddTie(one=member, other=member, stage="foster"))


def test_a_tie_needs_two_who_are_there() -> None:
    for ends in (("gone", "young_person"), ("kayla", "gone")):
        with pytest.raises(UnknownId):
            perform(small(), AddTie(one=ends[0], other=ends[1], stage="foster"))


def add(section: str, behind: str | None = None, **fields: object) -> Operation:
    """Make an operation that adds an entry."""
    values: Json = {"section": section, "fields": fields, "behind": behind}
    return AddEntry.model_validate(values)


def test_entries_are_added_at_the_end_or_behind_another() -> None:
    case = perform(small(), add("areas", name="Elsewhere", kind="other", id="mine"))
    assert [area.id for area in case.areas] == ["home", "away", "area-1"]
    case = perform(case, add("areas", "home", name="Online", kind="online"))
    assert [area.id for area in case.areas] == ["home", "area-2", "away", "area-1"]
    case = perform(case, add("areas", "gone", name="Kent", kind="other"))
    assert case.areas[-1].id == "area-3"


def test_a_bare_person_is_added_without_a_relationship() -> None:
    after = perform(small(), add("people", name="Gran", role="Grandmother", type="family"))
    assert (after.people[-1].id, after.people[-1].where) == ("person-1", ())
    assert after.relationships == small().relationships


def test_a_relationship_is_not_added_as_a_bare_entry() -> None:
    with pytest.raises(CannotDo, match="its two people"):
        perform(small(), add("relationships", **{"from": "kayla"}))


def test_an_entry_is_moved() -> None:
    def people(behind: str | None) -> list[str]:
        operation = MoveEntry(section="people", id="kayla", behind=behind)
        return [person.id for person in perform(small(), operation).people]

    assert people(None) == ["kayla", "mum", "sam"]
    assert people("sam") == ["mum", "sam", "kayla"]
    assert people("kayla") == ["mum", "kayla", "sam"]
    with pytest.raises(UnknownId):
        people("gone")


def remove(case: Case, section: str, key: str) -> Case:
    return perform(case, RemoveEntry.model_validate({"section": section, "id": key}))


def test_with_a_person_goes_all_that_hangs_on_them() -> None:
    case = small_case(
        events=[{"text": "A row.", "by": ["sam", "mum"], "people": ["sam"]}],
        prompts=[{"kind": "action", "text": "Ring Mum.", "owner": "sam"}],
        story=[{"title": "Then", "highlight": ["sam", "r-sam-mum", "mum"]}],
    )
    case["relationships"][0]["states"].append(
        {"stage": "at-home", "perspective": "sam", "status": "broken"}
    )
    case["stages"][0]["safety"] = [
        {"dimension": "physical", "held": "held", "perspective": "sam"},
        {"dimension": "physical", "held": "held"},
    ]
    after = remove(parsed(case), "people", "sam")
    assert [person.id for person in after.people] == ["mum", "kayla"]
    assert [tie.id for tie in after.relationships] == ["r-mum"]
    assert [state.perspective for state in after.relationships[0].states] == ["team"]
    assert [view.perspective for view in after.stages[0].safety] == ["team"]
    assert after.uses[0].held_by == ()
    assert (after.events[0].by, after.events[0].people) == (("mum",), ())
    assert after.prompts[0].owner is None
    assert after.story[0].highlight == ("mum",)


def test_a_relationship_that_only_the_removed_one_told_of_goes_too() -> None:
    case = small_case(uses=[])
    case["relationships"][0]["states"] = [
        {"stage": "at-home", "perspective": "sam", "status": "broken"}
    ]
    case["relationships"].append(
        {"id": "empty", "from": "kayla", "tracks": ["community_peer"], "states": []}
    )
    after = remove(parsed(case), "people", "sam")
    assert [tie.id for tie in after.relationships] == ["empty"]


def test_with_a_relationship_go_its_uses_and_every_mention() -> None:
    case = small_case(story=[{"title": "Then", "highlight": ["r-mum"]}])
    case["stages"][0]["factors"] = [{"kind": "push", "text": "Rows", "relationship": "r-mum"}]
    after = remove(parsed(case), "relationships", "r-mum")
    assert after.uses == ()
    assert after.stages[0].factors[0].relationship is None
    assert after.story[0].highlight == ()
    assert len(after.people) == 3


def test_with_a_place_go_its_relationships_and_nobody_is_in_it() -> None:
    case = small_case(uses=[])
    case["stages"][0]["setting"] = "school"
    case["people"][1] |= {
        "settings": ["school", "chat"],
        "where": [{"stage": "later", "setting": "school"}],
    }
    case["relationships"].append(
        {"id": "r-school", "from": "school", "tracks": ["community_peer"], "states": []}
    )
    after = remove(parsed(case), "settings", "school")
    assert after.stages[0].setting is None
    assert after.people[1].settings == ("chat",)
    assert (after.people[1].where[0].stage, after.people[1].where[0].setting) == ("later", None)
    assert [tie.id for tie in after.relationships] == ["r-mum", "r-sam-mum"]


def test_with_an_area_goes_every_mention_of_it() -> None:
    after = remove(small(), "areas", "away")
    assert [area.id for area in after.areas] == ["home"]
    assert [stage.area for stage in after.stages] == ["home", None, None]
    assert [setting.area for setting in after.settings] == ["home", None, None]
    with pytest.raises(CannotDo, match="at least one area"):
        remove(after, "areas", "home")


@pytest.mark.parametrize("section", ["events", "prompts", "story"])
def test_events_prompts_and_steps_are_just_taken_out(section: str) -> None:
    entry = {"id": "x", "text": "It.", "kind": "action", "title": "Then"}
    names = {"events": ["id", "text"], "prompts": ["id", "text", "kind"], "story": ["id", "title"]}
    case = small(**{section: [{name: entry[name] for name in names[section]}]})
    assert getattr(remove(case, section, "x"), section) == ()


@given(edits("remove_entry"))
@settings(max_examples=60, deadline=None)
def test_removing_changes_no_relationship_that_stays(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if not isinstance(operation, RemoveEntry) or isinstance(after, str):
        return
    kept = {tie.id for tie in after.relationships}
    gone = {at for at in changed(case, after) if at[0] in kept}
    assert {perspective for _tie, perspective, _stage in gone} <= {operation.id}


@pytest.mark.parametrize(
    ("role", "track", "told"),
    [
        ("mum", None, ("family", "parent_child")),
        ("mum", "community_peer", ("family", "community_peer")),
        ("bringer of cake", "community_peer", ("peer", "community_peer")),
    ],
)
def test_a_person_without_a_type_has_the_one_that_role_or_track_suggest(
    role: str, track: str | None, told: tuple[str, str]
) -> None:
    operation = {"do": "add_person", "name": "X", "role": role, "track": track, "stage": "foster"}
    case = perform(small(), read_operation(operation))
    assert (case.people[-1].type, case.relationships[-1].tracks[0]) == told


def test_a_role_that_says_nothing_needs_a_type_or_a_track() -> None:
    operation = {"do": "add_person", "name": "X", "role": "bringer of cake", "stage": "foster"}
    with pytest.raises(CannotDo, match="does not know this role"):
        perform(small(), read_operation(operation))
