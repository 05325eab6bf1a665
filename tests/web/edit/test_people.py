"""What the forms of people, places and the young person show and offer."""

import pytest

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.web.edit.people import member_form, relationship_form, young_person_form
from tests.network.small import small_case
from tests.web.edit.looking import (
    BEFORE,
    FOSTER,
    LATER,
    checked,
    controls,
    field,
    folds,
    member,
    named,
    pressed,
    tags,
)
from tests.web.edit.written import offers_of, tree_of
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import entry_of, look, sample


def test_a_form_says_which_stage_and_whose_view_it_edits() -> None:
    words = member("gran", FOSTER).text()
    assert words.startswith("Gran grandparent At “Foster home, Northfield”, as the team sees it")
    words = member("gran", FOSTER, YOUNG_PERSON).text()
    assert "At “Foster home, Northfield”, as Amira sees it" in words


def test_what_is_set_holds_from_here_on_unless_the_form_says_otherwise() -> None:
    (scope,) = (part for part in member("gran").walk() if "data-scope" in part.attrs)
    radios = tags(scope, "input")
    assert [radio.attrs["value"] for radio in radios] == ["false", "true"]
    assert ["checked" in radio.attrs for radio in radios] == [True, False]
    assert {radio.attrs["name"] for radio in radios} == {"scope"}


@pytest.mark.parametrize(("key", "stage"), [("gran", LATER), ("jan", BEFORE)])
def test_where_nothing_could_stay_as_it_was_there_is_no_such_choice(key: str, stage: int) -> None:
    assert not [part for part in member(key, stage).walk() if "data-scope" in part.attrs]


def test_somebody_without_a_relationship_can_be_given_one_in_their_lane() -> None:
    (button,) = named(member("jan", FOSTER), "button", "Add a relationship with Amira")
    (tie,) = (t for t in pressed(small_case(), button).relationships if t.from_ == "jan")
    assert [track.value for track in tie.tracks] == ["community_peer"]
    assert [told.stage for told in tie.states] == ["foster"]


def test_relationships_with_others_stand_in_folds_and_can_be_added() -> None:
    form = member("gran", FOSTER)
    assert [words for words in folds(form) if words.startswith(("Dawn", "Kayla"))] == [
        "Dawn: active",
        "Kayla: active",
    ]
    (choice,) = (part for part in tags(form, "select") if part.within("form"))
    assert choice.text() == "Choose … Dawn Kayla Tee Jan Boxing club"
    assert "required" in choice.attrs


def test_where_somebody_is_can_be_said_from_a_later_stage_on() -> None:
    where = {"where": [{"stage": "foster", "area": "away"}]}
    gran = {"id": "gran", "name": "Gran", "role": "grandparent", "type": "family", **where}
    people = [person for person in small_case().people if person.id != "gran"]
    told = [*(person.model_dump(mode="json") for person in people), gran]
    form = member("gran", FOSTER, people=told)
    assert "From “Foster home, Northfield” on Now in Northfield" in form.text()
    (back,) = (
        button
        for button in named(form, "button", "Take back what is recorded here")
        if "set_where" in button.attrs["data-do"]
    )
    case = small_case(people=told)
    assert next(p for p in pressed(case, back).people if p.id == "gran").where == ()
    assert "From “At home” on" not in member("gran", BEFORE, people=told).text()


def test_only_places_in_the_area_are_offered() -> None:
    assert field(member("kayla", FOSTER), "setting").text() == (
        "Place in it none in particular Boxing club"
    )
    kayla = small_case().people[2].model_copy(update={"area": "away"})
    assert field(
        member("kayla", FOSTER, people=[*small_case().people[:2], kayla, *small_case().people[3:]]),
        "setting",
    ).text() == ("Place in it none in particular")


def test_a_role_that_was_taken_over_is_named_first() -> None:
    (button,) = named(member("dawn", FOSTER), "button", "Call it “social worker”")
    case = pressed(small_case(), button)
    form = member_form(look(entry_of(case), FOSTER, TEAM), "dawn")
    (offer,) = (each for each in offers_of(form) if each.values["do"] == "add_person")
    *_, new = perform(case, read_operation(offer.values)).people
    assert (new.role, new.role_slot, new.type.value) == (
        "social worker",
        "social worker",
        "practitioner",
    )
    assert "Somebody took over this role" not in folds(member("gran"))


def test_people_settings_and_relationships_are_removed_only_after_asking() -> None:
    for key in ("gran", "club"):
        for button in tags(member(key), "button"):
            if "remove_entry" in button.attrs.get("data-do", ""):
                assert "data-ask" in button.attrs


def test_a_setting_has_its_kind_and_its_area() -> None:
    form = member("club")
    assert form.text().startswith("Boxing club")
    selected = [option.text() for option in tags(form, "option") if "selected" in option.attrs]
    assert {"club", "Riverside"} <= set(selected)


def test_the_young_person_is_told_with_a_date_in_words_and_harms_that_name_what_happens() -> None:
    form = tree_of(young_person_form(look(sample("amira"))))
    birthday = field(form, "fields.eighteenth_birthday")
    assert birthday.attrs["data-as"] == "date"
    assert [part.attrs["value"] for part in tags(birthday, "input")] == ["20 July 2026"]
    assert "Amira … is being groomed is being coerced by people exploiting children" in form.text()
    assert "coerced_by_exploiters" in checked(form, "fields.harms")


@pytest.mark.parametrize("perspective", [TEAM, YOUNG_PERSON, "p1"])
@pytest.mark.parametrize("stage", [BEFORE, FOSTER])
def test_nasty_texts_stay_texts(stage: int, perspective: str) -> None:
    view = look(entry_of(Case.model_validate(nasty_case())), stage, perspective)
    forms = [
        young_person_form(view),
        *(member_form(view, part) for part in view.network.members),
        *(relationship_form(view, tie.id) for tie in view.case.relationships),
    ]
    for form in forms:
        found = tree_of(form)
        assert {part.tag for part in found.walk()} <= {
            *("root", "div", "h2", "p", "fieldset", "legend", "label", "input", "span", "small"),
            *("select", "option", "textarea", "button", "details", "summary", "form", "a"),
        }
        assert not [name for part in found.walk() for name in part.attrs if name.startswith("on")]
        for offer in offers_of(form):
            read_operation(offer.values)
    assert tree_of(member_form(view, "p0")).text().startswith(NASTY[0])


def test_every_control_has_a_name_and_no_two_groups_share_one() -> None:
    for key in ("dawn", "gran", "club"):
        form = member(key, FOSTER)
        assert all(part.attrs.get("name") for part in controls(form))
        assert all(part.within("label") for part in controls(form))
        groups = [part for part in tags(form, "fieldset") if "data-set" in part.attrs]
        names = [tags(group, "input")[0].attrs["name"] for group in groups]
        assert len(names) == len(set(names))
        assert all(tags(group, "legend")[0].text() for group in tags(form, "fieldset"))
