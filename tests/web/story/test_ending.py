"""The end of a story: what it says was told, and where it leads."""

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from relnet.web.story.ending import story_end
from relnet.web.story.steps import shown_steps
from tests.network.small import small_case
from tests.web.story.told import STORY, told
from tests.web.views import Tags, look, sample


@pytest.fixture(scope="module")
def samples() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def end(story: list[dict[str, Any]] | None = None) -> Tags:
    """Read the end of a story of the small case."""
    view = told(story)
    return Tags(str(story_end(view, shown_steps(view))))


def links(html: str) -> list[str | None]:
    """Give where the links of a part lead."""
    return [item.get("href") for tag, item in Tags(html).all if tag == "a"]


def test_the_end_has_the_title_and_counts_the_steps() -> None:
    assert [tag for tag, _item in end().all if tag == "h1"] == ["h1"]
    words = " ".join(end().texts)
    assert told().case.title in words
    assert "5 of 5 steps" in words
    assert "1 of 1 step" in end(STORY[:1]).texts


def test_the_tally_and_the_file_to_hand_out_are_of_the_view_that_is_told() -> None:
    view = told(perspective="young_person")
    html = str(story_end(view, shown_steps(view)))
    key = view.entry.key
    assert links(html) == [f"/tally?case={key}&as=yp&story=6", f"/case/{key}/handout.html?as=yp"]


@pytest.mark.parametrize("key", ["amira", "amira-held-together"])
def test_a_ready_story_leads_to_its_page_and_then_to_the_file(key: str) -> None:
    view = look(sample(key))
    found = links(str(story_end(view, shown_steps(view))))
    assert found[1] == f"/case/{key}/story/page"
    assert str(found[2]).startswith(f"/case/{key}/handout.html")


def test_the_page_which_is_written_with_names_is_not_offered_without_them() -> None:
    view = look(sample("amira"), hidden=True)
    found = links(str(story_end(view, shown_steps(view))))
    assert [address for address in found if str(address).endswith("/story/page")] == []


@pytest.mark.parametrize(
    ("key", "other", "title"),
    [
        ("amira", "amira-held-together", "Amira, held together"),
        ("amira-held-together", "amira", "Amira, as it was"),
    ],
)
def test_amiras_two_stories_lead_to_each_other(
    samples: FlaskClient, key: str, other: str, title: str
) -> None:
    told_beside = samples.get(f"/case/{key}/story/twin").text
    assert f"Side by side with “{title}”" in told_beside
    assert links(told_beside) == [f"/compare?left={key}&right={other}&view=focus&stage=5"]
    assert samples.get(str(links(told_beside)[0])).status_code == 200
    as_told_by_amira = samples.get(f"/case/{key}/story/twin?as=yp").text
    (beside,) = links(as_told_by_amira)
    assert beside == f"/compare?left={key}&right={other}&left_as=yp&view=focus&stage=5"
    assert samples.get(str(beside)).status_code == 200


def test_its_title_names_nobody_where_names_are_hidden(samples: FlaskClient) -> None:
    hidden: FlaskClient = samples.application.test_client()
    hidden.set_cookie(NAMES_COOKIE, HIDDEN)
    told_beside = hidden.get("/case/amira/story/twin").text
    assert "Side by side with “The young person, held together”" in told_beside


def test_a_case_without_a_story_has_nothing_beside_it(samples: FlaskClient) -> None:
    assert samples.get("/case/figure-2/story/twin").text == ""
    assert samples.get("/case/nobody/story/twin").status_code == 404


def test_cases_of_ones_own_have_no_twin(tmp_path: Path) -> None:
    def write(name: str, **other: object) -> None:
        case = json.loads(small_case(story=STORY).model_dump_json(by_alias=True, exclude_none=True))
        (tmp_path / f"{name}.relnet.json").write_text(json.dumps(case | other), "utf-8")

    # The same story under another title, and two young people with one name at the same stages.
    write("a-told")
    write("b-copy", title="For Tuesday")
    write("c-other", title="Somebody else", relationships=[], uses=[], story=STORY[:1])
    shelf = shelf_of([tmp_path])
    client = create_app(shelf).server.test_client()
    for entry in shelf.entries():
        answer = client.get(f"/case/{entry.key}/story/twin")
        assert (answer.status_code, answer.text) == (200, "")
