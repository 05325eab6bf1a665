"""The story in the case page and in the trainer's window: what each holds, and what it does not."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from relnet.web.story.notes import notes_page
from relnet.web.story.screen import story_room, story_steps, story_tool
from tests.web.nasty import NASTY, nasty_case
from tests.web.story.told import NOTES, told
from tests.web.views import Tags, sample, secret_words

STORIES = ("amira", "amira-held-together")
every_story = pytest.mark.parametrize("key", STORIES)
PARTS = ("", "/story/steps", "/view/tracks", "/view/focus", "/view/table", "/view/numbers")


@pytest.fixture(scope="module")
def samples() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


@pytest.fixture
def hidden(samples: FlaskClient) -> FlaskClient:
    made: FlaskClient = samples.application.test_client()
    made.set_cookie(NAMES_COOKIE, HIDDEN)
    return made


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """Serve a story whose every text is made to break something."""
    story: list[dict[str, Any]] = [
        {"title": text, "text": text, "ask": text, "presenter_notes": text, "stage": "away"}
        for text in NASTY
    ]
    story[0] |= {"guess": True, "highlight": ["p0", "p1", "arc", "club"], "stage": "before"}
    folder: Path = tmp_path_factory.mktemp("cases")
    (folder / "nasty.relnet.json").write_text(json.dumps(nasty_case() | {"story": story}), "utf-8")
    made: FlaskClient = create_app(shelf_of([folder])).server.test_client()
    return made


def steps(html: str) -> list[dict[str, str | None]]:
    return Tags(html).with_class("story-step")


def test_every_step_says_where_it_leads_and_is_hidden_at_first() -> None:
    found = steps(str(story_steps(told())))
    # The last one is the end, over the picture of the last step.
    assert [step["data-stage"] for step in found] == ["0", "0", "1", "2", "2", "2"]
    assert [step["data-view"] for step in found] == [
        "map", "map", "tracks", "tracks", "focus", "focus",
    ]  # fmt: skip
    assert [step["data-step"] for step in found] == ["1", "2", "3", "4", "5", "6"]
    assert all("hidden" in step for step in found)
    assert ["data-guess" in step for step in found] == [False, True, *[False] * 4]


def test_a_step_lights_what_it_points_at() -> None:
    found = steps(str(story_steps(told())))
    assert found[0]["data-lit"] == ""
    assert found[4]["data-lit"] == "p1 p2 r6"


def test_a_text_has_its_paragraphs() -> None:
    assert "<p>Two lines.</p><p>Then a third.</p>" in str(story_steps(told()))


def test_the_boxes_stand_at_the_guess_and_the_answers_after_it() -> None:
    first, second, third, *_others = str(story_steps(told())).split("</article>")
    assert 'name="guess"' not in first + third
    assert second.count('name="guess"') == 4
    assert third.count("data-answer-of") == 4
    assert "data-answer-of" not in second


def test_the_room_reads_nothing_of_the_notes() -> None:
    view = told()
    assert NOTES in str(notes_page(view))
    assert NOTES not in str(story_room(view)) + str(story_steps(view)) + str(story_tool(view))


def test_a_case_without_a_story_offers_none() -> None:
    assert str(story_tool(told([]))) == str(story_room(told([]))) == ""
    assert "no story yet" in str(notes_page(told([])))


def test_the_trainer_reads_the_notes_and_the_next_step() -> None:
    found = Tags(str(notes_page(told())))
    assert len(found.with_class("notes-step")) == 6
    words = " ".join(found.texts)
    assert "Next: Who stays? (At home" in words
    assert "This is the last step." in words
    assert "The end of the story" in words
    assert words.count("No notes for this step.") == 4


@every_story
@pytest.mark.parametrize("part", PARTS)
def test_no_note_of_a_sample_leaves_for_the_rooms_screen(
    samples: FlaskClient, key: str, part: str
) -> None:
    text = re.sub(r"\s+", " ", samples.get(f"/case/{key}{part}").text)
    notes = [step.presenter_notes or "" for step in sample(key).network.case.story]
    lines = [line for note in notes for line in note.splitlines()]
    assert len(lines) > 20
    assert [line for line in lines if line in text] == []


@every_story
@pytest.mark.parametrize("part", ["/story/steps", "/story/notes"])
def test_hidden_names_are_nowhere_in_a_story(hidden: FlaskClient, key: str, part: str) -> None:
    text = hidden.get(f"/case/{key}{part}").text
    names = "|".join(map(re.escape, secret_words(sample(key).network.case)))
    assert re.findall(rf"(?<!\w)(?:{names})(?!\w)", text) == []


def test_the_notes_stand_in_a_page_of_their_own(samples: FlaskClient) -> None:
    answer = samples.get("/case/amira/story/notes")
    assert answer.status_code == 200
    assert "<title>Notes for Amira, as it was · relnet</title>" in answer.text
    assert f'id="{ids.NOTES_STEPS}"' in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_case_that_is_not_there_has_no_notes(samples: FlaskClient) -> None:
    assert "notes-step" not in samples.get("/case/nobody/story/notes").text
    assert samples.get("/case/nobody/story/steps").status_code == 404


@pytest.mark.parametrize("part", ["", "/story/steps", "/story/notes"])
def test_no_text_becomes_markup(nasty: FlaskClient, part: str) -> None:
    key = re.search(r"/case/([\w-]+)", nasty.get("/").text)
    assert key
    found = Tags(nasty.get(f"/case/{key[1]}{part}").text)
    assert {"b", "img"}.isdisjoint(tag for tag, _ in found.all)
    assert not any(name.startswith("on") for _tag, item in found.all for name in item)
    sources = [item["src"] for _tag, item in found.all if item.get("src")]
    assert all(source and source.startswith("/") for source in sources)
