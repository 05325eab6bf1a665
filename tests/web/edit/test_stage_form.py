"""What the form of the stage shows and offers below what it asks."""

import json
from typing import Any

import pytest

from relnet.case.models import Case, Move
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Dimension, Held, Outcome, Track
from relnet.editing.document import identified
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.figures.refs import refs_of
from relnet.web.edit.adding import add_person_form
from relnet.web.edit.stage import stage_form
from tests.network.small import small_case
from tests.web.edit.looking import (
    BEFORE,
    FOSTER,
    LATER,
    controls,
    folds,
    named,
    pressed,
    small,
    tags,
)
from tests.web.edit.written import Element, offers_of, tree_of, with_value
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import entry_of, look

EVENTS = [
    {"id": "event-1", "stage": "foster", "text": "Gran rang", "by": ["gran"], "when": "2025-06"},
    {"id": "event-2", "stage": "later", "text": "A visit", "outcome": "did_not_happen"},
    {"id": "event-3", "stage": "foster", "text": "Kayla wrote", "people": ["kayla", "dawn"]},
    {"id": "event-4", "text": "Told afterwards"},
]
PROMPTS = [
    {"id": "prompt-1", "stage": "foster", "kind": "question", "text": "Who rings Kayla?"},
    {"id": "prompt-2", "stage": "foster", "kind": "action", "text": "Ring her", "owner": "dawn"},
    {"id": "prompt-3", "stage": "foster", "kind": "action", "text": "Ask", "owner": "The school"},
    {"id": "prompt-4", "kind": "question", "text": "What lasts?"},
]


def full() -> Case:
    """Give the small case with something in every list."""
    return small_case(events=EVENTS, prompts=PROMPTS)


def form_of(case: Case, stage: int = FOSTER, perspective: str = TEAM) -> Element:
    return tree_of(stage_form(look(entry_of(case), stage, perspective)))


def fold(form: Element, name: str) -> Element:
    (found,) = (part for part in form.walk() if part.attrs.get("data-fold") == name)
    return found


def set_by(form: Element, name: str) -> Element:
    """Give the control, of which a field has a name."""
    found = next(part for part in controls(form) if part.attrs["name"] == name)
    while "data-op" not in found.attrs:
        assert found.parent is not None
        found = found.parent
    return found


def entered(case: Case, form: Element, name: str, value: object) -> Case:
    """Give the case after a value is put into the control of a name."""
    control = set_by(form, name)
    operation = json.loads(control.attrs["data-op"])
    values = with_value(operation, control.attrs["data-set"], value)
    return perform(case, read_operation(values))


def added(case: Case, form: Element, name: str, values: dict[str, Any]) -> Case:
    """Give the case after an adding form is sent with some values in it."""
    (found,) = (part for part in form.walk() if part.attrs.get("data-name") == name)
    operation = json.loads(found.attrs["data-op"])
    for path, value in values.items():
        operation = with_value(operation, path, value)
    return perform(case, read_operation(operation))


def selected(form: Element, name: str) -> Any:  # noqa: ANN401 - any JSON value
    (choice,) = (part for part in controls(form) if part.attrs["name"] == name)
    (option,) = (part for part in tags(choice, "option") if "selected" in part.attrs)
    return json.loads(option.attrs["value"])


def test_what_is_asked_most_comes_first_and_the_rest_is_folded() -> None:
    tops = [
        part.attrs["data-fold"]
        for part in form_of(full()).walk()
        if "data-fold" in part.attrs and not part.within("details")
    ]
    assert tops == [
        *("answered", "add-person", "untold", "questions", "events", "factors", "safety"),
        *("about-stage", "move", "story", "timeline", "places", "case"),
    ]


def test_a_person_is_added_where_the_young_person_lives() -> None:
    form = form_of(full())
    assert selected(fold(form, "add-person"), "area") == "away"
    told = {"name": "Ruth", "role": "foster carer", "type": "practitioner", "track": "trusted"}
    case = added(full(), form, "person", {**told, "area": "away"})
    person, tie = case.people[-1], case.relationships[-1]
    assert (person.name, person.area) == ("Ruth", "away")
    assert (tie.from_, tie.states[0].stage) == (person.id, "foster")


@pytest.mark.parametrize("track", [Track.TRUSTED, Track.PARENT_CHILD])
def test_the_plus_has_its_area_and_its_track_chosen(track: Track) -> None:
    form = tree_of(add_person_form(small(FOSTER), area="home", track=track))
    assert "From “Foster home, Northfield” on, as the team sees it" in form.text()
    chosen = [selected(form, name) for name in ("area", "track", "type")]
    assert chosen == ["home", track, None]


def test_a_name_and_a_role_are_enough() -> None:
    form = tree_of(add_person_form(small(FOSTER), area=None, track=None))
    needed = [part.attrs["name"] for part in controls(form) if "required" in part.attrs]
    assert needed == ["name", "role"]
    told = {"name": "Dawn", "role": "social worker", "type": None, "track": None}
    case = added(full(), form, "person", told)
    person, tie = case.people[-1], case.relationships[-1]
    assert (person.type, person.role_slot, person.time_limited) == (
        "practitioner", "social worker", True
    )  # fmt: skip
    assert tie.tracks == (Track.TRUSTED,)


def test_questions_and_actions_are_edited_where_they_are_shown() -> None:
    form = form_of(full())
    titles = folds(fold(form, "questions"))
    assert titles == [
        "Questions and actions 3",
        "Who rings Kayla?",
        "To do: Ring her",
        "To do: Ask",
    ]
    assert entered(full(), form, "prompt-1-text", "Who?").prompts[0].text == "Who?"
    (done, _other) = named(form, "button", "Done")
    assert "Done: Ring her" in folds(form_of(pressed(full(), done)))
    told = {"fields.text": "Ring", "fields.kind": "action", "fields.owner": "dawn"}
    assert added(full(), form, "questions", told).prompts[-1].stage == "foster"


def test_an_owner_is_somebody_of_the_case_or_told_in_words() -> None:
    form = form_of(full())
    assert [selected(form, f"prompt-{n}-owner") for n in (2, 3)] == ["dawn", "The school"]
    words = {
        part.attrs["name"]: part.attrs["value"]
        for part in controls(form)
        if part.attrs["name"].endswith("-owner-text")
    }
    assert words == {"prompt-2-owner-text": "", "prompt-3-owner-text": "The school"}


def test_events_are_edited_put_in_order_and_removed() -> None:
    form = form_of(full())
    (later,) = named(fold(form, "event-1"), "button", "Later")
    moved = pressed(full(), later)
    assert [event.id for event in moved.events if event.stage == "foster"] == ["event-3", "event-1"]
    (earlier,) = named(fold(form, "event-3"), "button", "Earlier")
    assert next(event.id for event in pressed(full(), earlier).events) == "event-3"
    (remove,) = named(fold(form, "event-1"), "button", "Remove")
    assert [event.id for event in pressed(full(), remove).events] == [
        "event-2",
        "event-3",
        "event-4",
    ]
    after = entered(full(), form, "event-1-outcome", "refused")
    assert after.events[0].outcome is Outcome.REFUSED
    assert "Refused: Gran rang" in folds(form_of(after))
    new = added(full(), form, "events", {"fields.text": "Mum rang", "fields.when": "2025-06-01"})
    assert (new.events[-1].stage, new.events[-1].when) == ("foster", "2025-06-01")


def test_people_are_named_in_an_event_one_by_one_and_taken_out() -> None:
    form = form_of(full())
    more = set_by(form, "event-3-people-more")
    values = [json.loads(part.attrs["value"]) for part in tags(more, "option")]
    assert values[0] == ["kayla", "dawn"]
    assert values[1] == ["kayla", "dawn", YOUNG_PERSON]
    assert entered(full(), form, "event-3-people", ["dawn"]).events[2].people == ("dawn",)


def test_what_was_told_afterwards_and_questions_of_the_whole_time_stand_with_the_case() -> None:
    form = form_of(full())
    titles = folds(fold(form, "case"))
    assert "Told afterwards 1" in titles
    assert "What lasts?" in titles
    assert entered(full(), form, "title", "Another title").title == "Another title"


def test_push_and_pull_are_added_changed_and_removed() -> None:
    case = added(full(), form_of(full()), "factor", {"kind": "pull", "text": "Friends"})
    form = form_of(case)
    assert "Pull: Friends" in folds(form)
    after = entered(case, form, "factor-0-text", "Old friends")
    assert [factor.text for factor in after.stages[FOSTER].factors] == ["Old friends"]
    kayla = entered(case, form, "factor-0-relationship", "r-kayla")
    assert kayla.stages[FOSTER].factors[0].relationship == "r-kayla"
    (remove,) = named(fold(form, "factor-0"), "button", "Remove")
    assert pressed(case, remove).stages[FOSTER].factors == ()


@pytest.mark.parametrize("perspective", [TEAM, YOUNG_PERSON, "gran"])
def test_safety_is_told_by_the_perspective_that_is_shown(perspective: str) -> None:
    form = form_of(full(), FOSTER, perspective)
    case = entered(full(), form, "safety-relational", "not_held")
    told = case.stages[FOSTER].safety
    assert [(view.dimension, view.held, view.perspective) for view in told] == [
        (Dimension.RELATIONAL, Held.NOT_HELD, perspective)
    ]
    noted = entered(case, form_of(case, FOSTER, perspective), "safety-relational-note", "Nobody")
    assert noted.stages[FOSTER].safety[0].note == "Nobody"
    (out,) = named(form_of(noted, FOSTER, perspective), "button", "Take this note out")
    assert pressed(noted, out).stages[FOSTER].safety[0].note is None


def test_another_area_lets_go_of_a_place_in_the_one_before() -> None:
    at_club = entered(full(), form_of(full(), BEFORE), "stage-setting", "club")
    assert at_club.stages[BEFORE].setting == "club"
    moved = entered(at_club, form_of(at_club, BEFORE), "stage-area", "away")
    assert (moved.stages[BEFORE].area, moved.stages[BEFORE].setting) == ("away", None)


def test_a_field_of_a_move_leaves_its_others() -> None:
    form = form_of(full())
    case = entered(full(), form, "move-planned", value=True)
    before = full().stages[FOSTER].move
    assert before is not None
    assert case.stages[FOSTER].move == before.model_copy(update={"planned": True})
    reasons = ("Threats", "A place was free")
    case = entered(full(), form, "move-reasons", reasons)
    assert case.stages[FOSTER].move == before.model_copy(update={"reasons": reasons})


def test_a_move_is_put_on_and_taken_off_after_saying_what_that_does() -> None:
    (off,) = named(form_of(full()), "button", "No move opens this stage")
    (on,) = named(form_of(full(), LATER), "button", "A move opens this stage")
    assert "data-ask" in off.attrs
    assert "data-ask" in on.attrs
    assert pressed(full(), off).stages[FOSTER].move is None
    assert pressed(full(), on).stages[LATER].move == Move()


def test_the_timeline_says_what_a_change_does_before_it_is_done() -> None:
    for stage in (BEFORE, FOSTER, LATER):
        timeline = fold(form_of(full(), stage), "timeline")
        forms = [part for part in timeline.walk() if part.tag == "form"]
        presses = [part for part in tags(timeline, "button") if "data-do" in part.attrs]
        assert all("data-ask" in part.attrs for part in [*forms, *presses])


def test_the_timeline_offers_what_can_be_done() -> None:
    offered = {
        stage: [
            part.text()
            for part in tags(fold(form_of(full(), stage), "timeline"), "button")
            if "data-do" in part.attrs
        ]
        for stage in (BEFORE, FOSTER, LATER)
    }
    assert offered == {
        BEFORE: ["Move it later", "Remove this stage"],
        FOSTER: ["Join with the next", "Move it earlier", "Move it later", "Remove this stage"],
        LATER: ["Move it earlier", "Remove this stage"],
    }
    assert "A move opens the next stage" in form_of(full(), BEFORE).text()


@pytest.mark.parametrize(("behind", "place"), [("foster", 2), ("before", 1)])
def test_a_stage_is_added_before_or_after_this_one(behind: str, place: int) -> None:
    told = {"label": "Respite", "phase": "during", "behind": behind, "fields.area": "away"}
    case = added(full(), form_of(full()), "stage", {**told, "fields.move": {}})
    assert case.stages[place].label == "Respite"
    assert case.stages[place].move == Move()


def test_areas_and_places_are_added_changed_and_removed() -> None:
    form = form_of(full())
    assert entered(full(), form, "area-1-miles", 12.5).areas[1].distance_miles == 12.5
    new = added(full(), form, "area", {"fields.name": "Gullhaven", "fields.kind": "placement"})
    assert new.areas[-1].name == "Gullhaven"
    place = {"fields.name": "The park", "fields.kind": "public_place", "fields.area": "home"}
    assert added(full(), form, "setting", place).settings[-1].area == "home"
    removes = named(form, "button", "Remove this area")
    assert [part.attrs["aria-label"] for part in removes] == [
        "Remove this area: Riverside",
        "Remove this area: Northfield",
    ]
    assert all("data-ask" in part.attrs for part in removes)


def test_a_new_place_says_that_the_map_does_not_show_it_yet() -> None:
    form = form_of(full())
    assert "Not on the map" not in form.text()
    case = added(full(), form, "setting", {"fields.name": "The park", "fields.kind": "school"})
    (hint,) = (part for part in tags(form_of(case), "p") if "Not on the map" in part.text())
    assert hint.text().startswith("Not on the map until somebody is tied to it. Tie somebody to")
    (lead,) = tags(hint, "button")
    assert lead.attrs["data-choose"] == refs_of(case)[case.settings[-1].id]


@pytest.mark.parametrize("perspective", [TEAM, YOUNG_PERSON, "p1"])
@pytest.mark.parametrize("stage", [BEFORE, FOSTER])
def test_nasty_texts_stay_texts(stage: int, perspective: str) -> None:
    view = look(entry_of(identified(Case.model_validate(nasty_case()))), stage, perspective)
    for form in (stage_form(view), add_person_form(view, area="far", track=None)):
        found = tree_of(form)
        assert {part.tag for part in found.walk()} <= {
            *("root", "div", "h2", "h3", "p", "fieldset", "legend", "label", "input", "span"),
            *("small", "select", "option", "textarea", "button", "details", "summary", "form"),
            "datalist",
        }
        assert not [name for part in found.walk() for name in part.attrs if name.startswith("on")]
        for offer in offers_of(form):
            read_operation(offer.values)
    assert " ".join(NASTY[8].split()) in tree_of(stage_form(view)).text()


def test_every_control_has_a_name_and_no_two_groups_share_one() -> None:
    for stage in (BEFORE, FOSTER, LATER):
        form = form_of(full(), stage)
        assert all(part.attrs.get("name") and part.within("label") for part in controls(form))
        groups = [part for part in tags(form, "fieldset") if "data-set" in part.attrs]
        names = [tags(group, "input")[0].attrs["name"] for group in groups]
        assert len(names) == len(set(names))
        assert all(tags(group, "legend")[0].text() for group in tags(form, "fieldset"))
        forms = [part.attrs["data-name"] for part in tags(form, "form")]
        assert len(forms) == len(set(forms))
        every = [part.attrs["data-fold"] for part in form.walk() if "data-fold" in part.attrs]
        assert len(every) == len(set(every))
