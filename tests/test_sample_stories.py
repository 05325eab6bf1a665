"""The stories of the sample cases: that they can be told, and what is handed out with them."""

import re
from pathlib import Path

import pytest

from relnet.case.models import StoryStep
from relnet.case.reading import read_case
from relnet.resources import sample_cases_folder
from tests.test_sample_cases import AVOID

ROOT = Path(__file__).resolve().parent.parent
STORIES = ("amira", "amira-held-together")
every_story = pytest.mark.parametrize("name", STORIES)

_MINUTES = re.compile(r"^About (\d+) minutes?\.")
LONGEST_TEXT = 170
LONGEST_ASK = 90
"""Letters that leave the whole step on a laptop's screen, in the size for the back row."""


def story(name: str) -> tuple[StoryStep, ...]:
    """Give the steps of a sample's story."""
    return read_case(sample_cases_folder() / f"{name}.relnet.json").story


def handout(name: str) -> str:
    """Give the page that is handed out with a story."""
    return (ROOT / "docs" / f"story-{name}.md").read_text("utf-8")


@every_story
def test_a_story_has_about_twelve_steps_through_every_stage(name: str) -> None:
    steps = story(name)
    assert 11 <= len(steps) <= 13
    stages = [step.stage for step in steps]
    assert list(dict.fromkeys(stages)) == [
        *("at-home", "foster", "residential", "with-gran", "after-18")
    ]
    assert all(step.view for step in steps)


@every_story
def test_each_step_asks_the_room_and_tells_the_trainer(name: str) -> None:
    for step in story(name):
        assert step.text, step.title
        assert step.ask, step.title
        assert step.ask.endswith("?")
        assert step.presenter_notes, step.title


@every_story
def test_what_is_pointed_at_is_in_the_case(name: str) -> None:
    case = read_case(sample_cases_folder() / f"{name}.relnet.json")
    parts = {
        part.id for group in (case.people, case.settings, case.relationships) for part in group
    }
    assert {part for step in case.story for part in step.highlight} <= parts


@every_story
def test_a_step_fits_the_screen(name: str) -> None:
    for step in story(name):
        assert len(step.text or "") <= LONGEST_TEXT, step.title
        assert len(step.ask or "") <= LONGEST_ASK, step.title
        assert not step.guess or len(step.highlight) <= 6, step.title


@every_story
def test_a_story_takes_twenty_minutes(name: str) -> None:
    notes = [step.presenter_notes or "" for step in story(name)]
    told = [int(found[1]) for note in notes if (found := _MINUTES.match(note))]
    # The last step has what is left of the time.
    assert len(told) == len(notes) - 1
    assert 18 <= sum(told) <= 22


@every_story
def test_the_room_guesses_before_the_first_move(name: str) -> None:
    guesses = [step for step in story(name) if step.guess]
    assert guesses[0].stage == "at-home"
    following = story(name)[story(name).index(guesses[0]) + 1]
    assert (following.stage, following.highlight) == ("foster", guesses[0].highlight)


@every_story
def test_the_notes_name_the_study_and_the_screen_does_not(name: str) -> None:
    notes = " ".join(step.presenter_notes or "" for step in story(name))
    screen = " ".join(f"{step.title} {step.text} {step.ask}" for step in story(name))
    assert "Firmin and Owens 2022" in notes
    assert "doi 10.1007/s42448-021-00106-5" in notes
    assert "Firmin" not in screen


@every_story
def test_a_handout_is_one_page_in_our_words(name: str) -> None:
    text = handout(name)
    assert "An invented case" in text
    assert "doi 10.1007/s42448-021-00106-5" in text
    assert not AVOID.search(text)
    assert len(text.split()) <= 430
