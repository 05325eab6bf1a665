"""The steps of a story while a case is edited: added, changed, ordered, copied, taken out."""

import json
from typing import Any

import pytest

from relnet.case.models import MAX_NAME, Case
from relnet.case.vocabulary import StoryView
from relnet.editing.document import identified
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.editing.refusals import Refused
from relnet.web.edit.forms import form_of
from relnet.web.edit.story import add_step_button, story_form
from tests.network.small import small_case
from tests.web.edit.looking import FOSTER, field, named, pressed, tags
from tests.web.edit.written import Element, offers_of, tree_of, with_value
from tests.web.nasty import NASTY, nasty_case
from tests.web.story.told import NOTES, STORY, story_case
from tests.web.views import entry_of, look

VIEW = {"add": "step", "view": "tracks", "chosen": "p2.yp.r1.nobody"}


def form(args: dict[str, str], case: Case | None = None) -> Element:
    view = look(entry_of(story_case() if case is None else case), FOSTER)
    return tree_of(form_of(view, {"add": "step", **args}))


def entered(case: Case, written: Element, path: str, value: object) -> Case:
    control = field(written, path)
    operation = with_value(json.loads(control.attrs["data-op"]), path, value)
    return perform(case, read_operation(operation))


def sent(case: Case, written: Element, values: dict[str, Any]) -> Case:
    """Send the form of a new step."""
    (adding,) = (part for part in written.walk() if part.tag == "form")
    operation = json.loads(adding.attrs["data-op"])
    for path, value in values.items():
        operation = with_value(operation, path, value)
    return perform(case, read_operation(operation))


def test_a_view_becomes_a_step_with_its_stage_and_who_is_chosen() -> None:
    case = story_case()
    written = form(VIEW)
    assert "It points at Kayla and" in written.text()
    view = field(written, "fields.view")
    chosen = [part.text() for part in tags(view, "option") if "selected" in part.attrs]
    assert chosen == ["Tracks"]
    step = sent(case, written, {"fields.title": "Kayla", "fields.view": "tracks"}).story[-1]
    assert (step.title, step.stage, step.view) == ("Kayla", "foster", StoryView.TRACKS)
    assert step.highlight == ("kayla", "r-gran")


def test_a_view_that_no_step_can_have_becomes_the_map() -> None:
    view = field(form({"view": "numbers"}), "fields.view")
    assert [part.text() for part in tags(view, "option") if "selected" in part.attrs] == ["Map"]


def test_the_first_step_of_a_case_is_added_as_well() -> None:
    case = small_case()
    written = form({}, case)
    assert "There are no steps yet." in written.text()
    assert [step.title for step in sent(case, written, {"fields.title": "New"}).story] == ["New"]


def test_every_step_leads_to_its_form() -> None:
    links = [part for part in form({}).walk() if "data-form" in part.attrs]
    assert [json.loads(link.attrs["data-form"])["step"] for link in links] == [
        *("one", "two", "three", "four", "five")
    ]
    assert links[1].text() == "2. Who stays?"
    assert NOTES in form({"step": "two"}).text()


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("fields.title", "Another"),
        ("fields.text", "Told"),
        ("fields.ask", "Asked?"),
        ("fields.stage", "later"),
        ("fields.view", "focus"),
        ("fields.highlight", ["tee", "t-dawn-gran"]),
        ("fields.presenter_notes", "Noted"),
    ],
)
def test_each_field_of_a_step_is_set(path: str, value: object) -> None:
    case = entered(story_case(), form({"step": "two"}), path, value)
    step = next(step for step in case.story if step.id == "two")
    assert step.model_dump(mode="json")[path.removeprefix("fields.")] == value


def test_the_room_may_be_asked_to_guess_or_not() -> None:
    case = story_case()
    (chip,) = named(form({"step": "one"}), "button", "The room guesses who of them stays")
    after = pressed(case, chip)
    assert after.story[0].guess is True
    (chip,) = named(form({"step": "one"}, after), "button", "The room guesses who of them stays")
    assert chip.attrs["aria-pressed"] == "true"
    assert pressed(after, chip).story[0].guess is None


def test_steps_change_places() -> None:
    case = story_case()
    (earlier,) = named(form({"step": "three"}), "button", "Earlier")
    (later,) = named(form({"step": "one"}), "button", "Later")
    assert [step.id for step in pressed(case, earlier).story][:3] == ["one", "three", "two"]
    assert [step.id for step in pressed(case, later).story][:3] == ["two", "one", "three"]


def test_a_copy_stands_behind_its_step() -> None:
    case = story_case()
    (copy,) = named(form({"step": "two"}), "button", "Duplicate")
    after = pressed(case, copy)
    assert [step.title for step in after.story][:3] == [
        *("How it was", "Who stays?", "Who stays? (copy)")
    ]
    one, other = after.story[1:3]
    same = {"id": None, "title": ""}
    assert one.model_copy(update=same) == other.model_copy(update=same)
    assert other.id not in (None, one.id)


def test_a_long_title_leaves_room_for_its_copy() -> None:
    long = [{"id": "one", "title": "N" * MAX_NAME}]
    case = story_case(long)
    (copy,) = named(form({"step": "one"}, case), "button", "Duplicate")
    assert pressed(case, copy).story[1].title.endswith("N (copy)")


def test_a_step_is_taken_out_and_its_form_becomes_the_list() -> None:
    case = story_case()
    (remove,) = named(form({"step": "two"}), "button", "Remove")
    after = pressed(case, remove)
    assert [step.id for step in after.story] == ["one", "three", "four", "five"]
    assert "All steps" in form({"step": "two"}, after).text()


def test_the_bar_offers_a_step() -> None:
    assert "Add this view as a step" in add_step_button()


def test_every_operation_that_the_forms_offer_can_be_done() -> None:
    case = story_case()
    view = look(entry_of(case), FOSTER)
    for args in ({}, VIEW, *({"step": step["id"]} for step in STORY)):
        offered = offers_of(str(story_form(view, args)))
        assert offered
        for offer in offered:
            if offer.values.get("fields", {}).get("title", "") is None:
                with pytest.raises(Refused, match="Write a title"):
                    perform(case, read_operation(offer.values))
            else:
                perform(case, read_operation(offer.values))


def test_nasty_words_stay_text() -> None:
    story = [{"title": text, "text": text, "presenter_notes": text} for text in NASTY]
    case = identified(Case.model_validate(nasty_case() | {"story": story}))
    for step in case.story:
        written = form({"step": step.id or ""}, case)
        assert not [part for part in written.walk() if part.tag in {"b", "img", "script", "a"}]
