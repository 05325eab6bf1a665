"""The focus as files: what the page chooses, pages of paper, and what must not be there."""

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from relnet.case.names import names_of
from relnet.figures.export import CannotDraw
from relnet.figures.words_siloed import finding_words
from relnet.network.siloed import siloed_pattern
from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.focus_pictures import (
    focus_page,
    focus_parts,
    focus_png,
    focus_svg,
    write_focus_pdf,
)
from relnet.web.taking.printed import A3, A4
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.taking.files import secrets_in
from tests.web.taking.test_pictures import read, told
from tests.web.taking.test_printed import PAGE, no_browser
from tests.web.views import SAMPLES, Tags, entry_of, look, sample


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def taken(key: str, *, hidden: bool = False, **args: str) -> Taken:
    return Taken(look(sample(key), hidden=hidden), args, 0)


def test_it_follows_what_the_page_chooses() -> None:
    (phases,) = focus_parts(taken("amira"))
    assert list(phases.heads) == ["Before", "During", "After"]
    (stages,) = focus_parts(taken("amira", columns="stage", rows="type"))
    assert len(stages.heads) == 5
    assert len(stages.grid.lines) == 4
    both = focus_parts(taken("amira", beside="pattern"))
    assert [part.title for part in both] == ["Amira, as it was", "The published siloed pattern"]


def beside(**args: str) -> Taken:
    """Take Amira's case as it is while the other one of the samples stands beside it."""
    others = tuple(sample(key) for key in SAMPLES)
    asked = {"beside": "case-amira-held-together", **args}
    return replace(taken("amira"), args=asked, others=lambda: others)


def test_another_case_stands_beside_it_compared_by_phase() -> None:
    own, other = focus_parts(beside())
    assert [own.title, other.title] == ["Amira, as it was", "Amira, held together"]
    assert (own.beside, other.beside) == (other.grid, own.grid)
    assert list(other.heads) == ["Before", "During", "After"]
    held = "recorded cells hold a use in practice · "
    assert held in other.line
    assert other.line.endswith(finding_words(siloed_pattern(sample("amira-held-together").network)))


def test_the_stages_of_another_case_are_its_own() -> None:
    own, other = focus_parts(beside(columns="stage"))
    stages = sample("amira-held-together").network.case.stages
    assert list(other.heads) == [stage.label for stage in stages]
    assert (own.beside, other.beside) == (None, None)
    assert other.line.endswith(
        "The stages of two cases are not the same: they are compared by phase."
    )


def test_both_cases_are_drawn_and_told_by_their_own_names() -> None:
    both = beside()
    root = read(focus_svg(both))
    assert "Amira, held together" in told(root)
    assert "(only here)" in told(root)
    desc = next(part for part in root.iter() if str(part.tag).endswith("desc"))
    assert "Amira, as it was: Trusted relationships, Before: " in str(desc.text)
    assert "Amira, held together: Trusted relationships, Before: " in str(desc.text)


def test_on_paper_each_case_has_what_is_found_in_it_as_its_title() -> None:
    titles = re.findall(r"<h1>([^<]+)</h1>", focus_page(beside(), A4))
    alone = "At two of three phases one track is worked with alone, as the paper describes."
    assert titles == [
        f"{alone} (page 1 of 2)",
        "All three tracks are in practice at every stage. (page 2 of 2)",
    ]


def test_what_is_hidden_on_screen_is_in_no_grid_of_the_file(client: FlaskClient) -> None:
    address = "/case/amira/focus.svg?beside=case-amira-held-together"
    # Both cases tell of uses through Coach Osei, in the track of community and peers.
    assert "Osei" in client.get(address).text
    assert "Osei" not in client.get(f"{address}&hide=track-community_peer").text
    whole = client.get("/case/amira/focus.svg?beside=case-amira&hide=track-community_peer").text
    assert "Osei" not in whole


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_of_the_other_case_is_in_it_where_names_are_hidden(
    client: FlaskClient, key: str
) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = client.get(f"/case/figure-2/focus.svg?beside=case-{key}").text
    assert secrets_in(text, sample(key).network.case) == []
    drawn = names_of(sample(key).network.case, hidden=True).text(sample(key).network.case.title)
    assert drawn in unescape(text)


def test_the_svg_says_what_is_found_and_what_it_is() -> None:
    root = read(focus_svg(taken("amira")))
    assert "At two of three phases one track is worked with alone" in told(root)
    assert "A discussion aid, not a case record · As the team sees it" in told(root)
    assert "Community and peers, After: safety (an ambition" in "".join(root.itertext())


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_in_it_where_names_are_hidden(client: FlaskClient, key: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    case = sample(key).network.case
    assert secrets_in(client.get(f"/case/{key}/focus.svg?columns=stage").text, case) == []
    page = focus_page(taken(key, hidden=True, columns="stage"), A4)
    assert secrets_in(" ".join(Tags(page).texts), case) == []


def test_what_is_filtered_out_is_not_in_it(client: FlaskClient) -> None:
    assert "Kayla" in client.get("/case/amira/focus.svg").text
    text = client.get("/case/amira/focus.svg?hide=track-community_peer").text
    assert "Kayla" not in text
    assert "not in this view" in text


def test_nasty_texts_are_texts() -> None:
    nasty = Taken(look(entry_of(parsed(nasty_case()))), {"columns": "stage"}, 0)
    root = read(focus_svg(nasty))
    assert not [part for part in root.iter() if str(part.tag).endswith(("script", "img"))]
    page = focus_page(nasty, A4)
    assert not [tag for tag, _found in Tags(page).all if tag in {"script", "img", "a", "b"}]


def test_many_stages_go_on_on_another_page() -> None:
    narrow = focus_page(taken("many-moves", columns="stage"), A4)
    assert narrow.count("<section>") == 2
    assert "(page 2 of 2)" in narrow
    assert focus_page(taken("many-moves", columns="stage"), A3).count("<section>") == 1
    assert focus_page(taken("amira", beside="pattern"), A4).count("<section>") == 2


def test_each_page_is_told_of() -> None:
    pages: list[tuple[int, int]] = []
    view = look(sample("amira"))
    focus_page(Taken(view, {"beside": "pattern"}, 0, lambda n, of: pages.append((n, of))), A4)
    assert pages == [(1, 2), (2, 2)]


def test_without_a_browser_the_message_says_what_else_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_browser(tmp_path, monkeypatch)
    with pytest.raises(CannotDraw, match=r"“Copy the tables” on the page of a case work without"):
        write_focus_pdf(taken("amira"))


@pytest.mark.browser
def test_a_pdf_has_as_many_pages_as_are_written() -> None:
    asked = taken("many-moves", columns="stage")
    assert len(PAGE.findall(write_focus_pdf(asked))) == 2
    assert focus_png(asked).startswith(b"\x89PNG\r\n\x1a\n")
