"""Slides, read again with python-pptx: texts, notes, descriptions, and what must not be there."""

from io import BytesIO
from time import perf_counter

import pytest
from flask.testing import FlaskClient
from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.shapes.group import GroupShape
from pptx.slide import Slide

from relnet.figures.words import stage_words
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.deck import write_deck
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import NASTY, nasty_case
from tests.web.taking.files import everything_in, secrets_in
from tests.web.views import SAMPLES, entry_of, look, sample

CONTROL = "bell \x07 and \x1b escape"


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def opened(content: bytes) -> Deck:
    return Presentation(BytesIO(content))


def title_of(slide: Slide) -> str:
    assert slide.shapes.title is not None
    return str(slide.shapes.title.text_frame.text)


def texts_of(slide: Slide) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if isinstance(shape, Shape)]


def picture_of(slide: Slide) -> GroupShape:
    (found,) = (shape for shape in slide.shapes if isinstance(shape, GroupShape))
    return found


def description(slide: Slide) -> str:
    element = picture_of(slide)._element  # noqa: SLF001 - python-pptx has no other way
    return str(next(part for part in element.iter() if part.tag.endswith("}cNvPr")).get("descr"))


def notes_of(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


def test_there_is_a_slide_for_each_stage_with_its_words() -> None:
    view = look(sample("amira"))
    title, key, *stages = opened(write_deck(Taken(view, {}, 0))).slides
    assert title_of(title) == "Amira, as it was"
    assert "A discussion aid, not a case record · As the team sees it" in texts_of(title)[1]
    assert title_of(key) == "Key"
    assert "strained" in description(key)
    assert len(stages) == len(view.case.stages)
    for number, slide in enumerate(stages):
        words = stage_words(view.network, number, view.perspective, view.names)
        assert title_of(slide) == words.title
        assert words.summary in texts_of(slide)
        assert description(slide) == " · ".join((words.title, *words.items))
        assert texts_of(slide)[-1].startswith("A discussion aid, not a case record")


def test_the_storys_notes_are_the_notes() -> None:
    view = look(sample("amira"))
    slides = opened(write_deck(Taken(view, {}, 0))).slides
    for stage, slide in zip(view.case.stages, list(slides)[2:], strict=True):
        for step in view.case.story:
            if step.stage == stage.id and step.presenter_notes:
                assert step.presenter_notes in notes_of(slide)
    assert not any(
        slide.has_notes_slide
        for slide in opened(write_deck(Taken(look(sample("figure-2")), {}, 0))).slides
    )


def test_a_person_is_a_group_that_can_be_moved() -> None:
    slide = opened(write_deck(Taken(look(sample("amira")), {}, 0))).slides[2]
    groups = [shape for shape in picture_of(slide).shapes if isinstance(shape, GroupShape)]
    mum = next(group for group in groups if group.name.startswith("Mum"))
    texts = [shape.text_frame.text for shape in mum.shapes if isinstance(shape, Shape)]
    assert "Mum parent" in texts


@pytest.mark.parametrize("key", SAMPLES)
def test_everything_lies_on_its_slide_and_has_a_number_of_its_own(key: str) -> None:
    deck = opened(write_deck(Taken(look(sample(key)), {}, 0)))
    assert deck.slide_width is not None
    assert deck.slide_height is not None
    for slide in deck.slides:
        ids = [part.get("id") for part in slide._element.iter() if part.tag.endswith("}cNvPr")]  # noqa: SLF001 - all shapes, in groups too
        assert len(ids) == len(set(ids))
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_in_the_slides_where_names_are_hidden(client: FlaskClient, key: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = everything_in(client.get(f"/case/{key}/slides.pptx").data)
    assert secrets_in(text, sample(key).network.case) == []
    assert "Names are hidden" in text


def test_what_is_filtered_out_is_not_in_the_slides(client: FlaskClient) -> None:
    assert "Kayla" in everything_in(client.get("/case/amira/slides.pptx").data)
    text = everything_in(client.get("/case/amira/slides.pptx?hide=track-community_peer").data)
    assert "Kayla" not in text
    assert "Tee" not in text
    assert "not in this view" in text


def test_nasty_texts_are_texts() -> None:
    view = look(entry_of(parsed(nasty_case())))
    slides = list(opened(write_deck(Taken(view, {}, 0))).slides)
    assert title_of(slides[0]) == f"{NASTY[2]} {NASTY[0]}"
    assert title_of(slides[-1]).endswith("all three tracks in practice, in words")
    assert not slides[-2].has_notes_slide


def test_control_signs_do_not_break_the_file() -> None:
    case = sample("figure-2").network.case.model_copy(update={"title": CONTROL})
    view = look(entry_of(case))
    title, *_rest = opened(write_deck(Taken(view, {}, 0))).slides
    assert title_of(title).startswith("bell \ufffd and \ufffd escape")


def test_one_stage_alone() -> None:
    slides = opened(write_deck(Taken(look(sample("amira")), {}, 0), (1,))).slides
    assert [title_of(slide) for slide in slides][2:] == [
        "Foster placement, Northfield: one of three tracks in practice"
    ]


def test_nine_stages_take_no_time() -> None:
    before = perf_counter()
    write_deck(Taken(look(sample("many-moves")), {}, 0))
    assert perf_counter() - before < 15
