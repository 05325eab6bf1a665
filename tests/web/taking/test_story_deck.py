"""Slides of a story, read again: words, notes, what is lit, and nothing told too early."""

import re

import pytest
from flask.testing import FlaskClient
from pptx.slide import Slide

from relnet.case.vocabulary import StoryView
from relnet.figures.refs import refs_of
from relnet.figures.scene import Mark, MarkKind
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.story.guesses import answers
from relnet.web.story.steps import ShownStep, is_guess, shown_steps
from relnet.web.taking.story_deck import write_story_deck
from relnet.web.taking.story_pictures import StepPicture, picture_of_step
from relnet.web.taking.taken import Taken
from tests.web.taking.files import everything_in, secrets_in
from tests.web.taking.test_deck import description, notes_of, opened, picture_of, texts_of, title_of
from tests.web.views import entry_of, look, sample

TOLD = ("amira", "amira-held-together")


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def slides_of(key: str) -> list[Slide]:
    return list(opened(write_story_deck(Taken(look(sample(key)), {}, 0))).slides)


@pytest.mark.parametrize("key", TOLD)
def test_there_is_a_slide_for_each_step_with_its_words_and_notes(key: str) -> None:
    view = look(sample(key))
    title, *told = slides_of(key)
    assert title_of(title) == view.case.title
    slides = [slide for slide in told if not title_of(slide).endswith(", in words")]
    assert [title_of(slide) for slide in slides] == [step.title for step in view.case.story]
    for step, slide in zip(view.case.story, slides, strict=True):
        read = "\n".join(texts_of(slide))
        for words in (step.text, step.ask):
            assert " ".join((words or "").split()) in " ".join(read.split())
        assert (step.presenter_notes or "") in notes_of(slide)
        assert (step.presenter_notes or "none") not in read
        assert description(slide)


def test_what_came_of_a_guess_stands_on_the_next_slide_alone() -> None:
    view = look(sample("amira"))
    steps = shown_steps(view)
    slides = [slide for slide in slides_of("amira") if not title_of(slide).endswith(", in words")]
    number = next(n for n, step in enumerate(steps) if is_guess(step))
    outcomes = [one.plain for one in answers(view, steps[number], steps[number + 1])]
    guess, answer = ("\n".join(texts_of(slide)) for slide in slides[number + 1 : number + 3])
    assert outcomes
    assert all(words in answer and words not in guess for words in outcomes)
    assert "☐" in guess


def test_what_a_step_points_at_is_lit_and_the_rest_dimmed() -> None:
    view = look(sample("amira"))
    step = next(step for step in shown_steps(view) if step.told.highlight)
    ref = refs_of(view.case)[step.told.highlight[0]]
    marks = picture_of_step(Taken(view, {}, 0), step).picture.marks
    members = [mark for mark in marks if mark.kind is MarkKind.MEMBER]
    assert [mark.tags[-1] for mark in members if mark.ref == ref] == ["lit"]
    assert {mark.tags[-1] for mark in members} == {"lit", "dim"}


def test_a_slide_shows_it_by_more_than_paleness() -> None:
    slide = next(slide for slide in slides_of("amira") if 'u="sng"' in str(xml_of(slide)))
    assert re.search(r'<a:alpha val="14000"/>', xml_of(slide))


def xml_of(slide: Slide) -> str:
    return str(slide._element.xml)  # noqa: SLF001 - python-pptx has no other way


PICTURES = {StoryView.TRACKS: "Tracks", StoryView.FOCUS: "Focus"}
"""What the picture of a step is called by its view; of every other view it is the map."""


@pytest.mark.parametrize("key", TOLD)
def test_each_slide_has_the_picture_of_its_steps_view(key: str) -> None:
    steps = shown_steps(look(sample(key)))
    slides = [slide for slide in slides_of(key)[1:] if not title_of(slide).endswith(", in words")]
    assert {step.view for step in steps} >= {StoryView.MAP, StoryView.FOCUS}
    assert [picture_of(slide).name for slide in slides] == [
        PICTURES.get(step.view, "Map") for step in steps
    ]


def focus_step(stage: int, *pointed_at: str) -> tuple[Taken, ShownStep]:
    view = look(sample("amira"))
    told = view.case.story[-1].model_copy(update={"highlight": pointed_at})
    return Taken(view, {}, 0), ShownStep(told, stage, StoryView.FOCUS)


def cells_of(shown: StepPicture) -> list[Mark]:
    return [mark for mark in shown.picture.marks if mark.kind is MarkKind.ROW]


def test_a_step_of_the_focus_shows_its_rows_and_phases() -> None:
    last = slides_of("amira")[-1]
    # The sample's own words on this slide: before, during and after.
    assert "Before: parents. During: professionals." in "\n".join(texts_of(last))
    assert "Trusted relationships, During: consistency (in practice" in description(last)
    assert "Community and peers, After: safety (an ambition" in description(last)
    shown = picture_of_step(*focus_step(4))
    assert len(cells_of(shown)) == 9
    assert not any({"lit", "dim"} & set(mark.tags) for mark in shown.picture.marks)


def test_the_focus_ends_at_the_stage_of_its_step() -> None:
    first, second = picture_of_step(*focus_step(0)), picture_of_step(*focus_step(1))
    assert [len(cells_of(shown)) for shown in (first, second)] == [3, 6]
    assert "During" not in first.told
    # Safety through Kayla is hoped for at the fourth stage, which is during relocation, too.
    assert "Coach Osei" in second.told
    assert "Kayla" not in second.told
    assert "Coach Osei and Kayla" in picture_of_step(*focus_step(3)).told


def test_the_focus_underlines_the_cells_that_work_through_whom_its_step_points_at() -> None:
    cells = cells_of(picture_of_step(*focus_step(4, "kayla")))
    # Row by row: safety through Kayla is an ambition during and after.
    assert [n for n, cell in enumerate(cells) if cell.tags[-1] == "lit"] == [7, 8]
    assert {cell.tags[-1] for cell in cells} == {"lit", "dim"}


def test_the_focus_stays_whole_where_no_use_goes_through_whom_its_step_points_at() -> None:
    cells = cells_of(picture_of_step(*focus_step(4, "tee")))
    assert not any({"lit", "dim"} & set(cell.tags) for cell in cells)


def test_tracks_end_at_the_stage_of_their_step() -> None:
    view = look(sample("amira"))
    first = shown_steps(view)[0]
    step = type(first)(first.told, 1, StoryView.TRACKS)
    tags = {
        tag for mark in picture_of_step(Taken(view, {}, 0), step).picture.marks for tag in mark.tags
    }
    assert "stage-1" in tags
    marks = picture_of_step(Taken(view, {}, 0), step).picture.marks
    ties = [mark for mark in marks if mark.kind is MarkKind.TIE]
    assert ties
    assert not [m for m in ties if {"stage-2", "stage-3", "stage-4", "after-services"} & {*m.tags}]
    assert not [m for m in marks if m.kind is MarkKind.MEMBER and "broken" in str(m.label)]


@pytest.mark.parametrize("key", TOLD)
def test_no_name_is_in_the_slides_where_names_are_hidden(client: FlaskClient, key: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = everything_in(client.get(f"/case/{key}/story.pptx").data)
    assert secrets_in(text, sample(key).network.case) == []
    assert "Names are hidden" in text


def test_what_is_filtered_out_is_not_in_the_slides(client: FlaskClient) -> None:
    assert "Kayla" in everything_in(client.get("/case/amira/story.pptx").data)
    text = everything_in(client.get("/case/amira/story.pptx?hide=track-community_peer").data)
    assert "Kayla" not in text


def test_only_a_case_with_a_story_offers_them(client: FlaskClient) -> None:
    assert "/story.pptx" in client.get("/case/amira").text
    assert "/story.pptx" not in client.get("/case/figure-2").text


def test_a_case_without_a_story_gives_its_title_alone() -> None:
    case = sample("figure-2").network.case
    deck = opened(write_story_deck(Taken(look(entry_of(case)), {}, 0)))
    assert len(deck.slides) == 1
