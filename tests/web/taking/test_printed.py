"""PDF and PNG: what is printed, and what is said where there is no browser."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from relnet.figures.export import CannotDraw
from relnet.figures.words import stage_words
from relnet.web.app import create_app
from relnet.web.taking.pictures import map_picture
from relnet.web.taking.printed import A3, A4, Paper, map_png, printed_page, write_pdf
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.taking.files import secrets_in
from tests.web.views import SAMPLES, Tags, entry_of, look, sample

PAGE = re.compile(rb"/Type /Page\b")
BOX = re.compile(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]")
POINTS_PER_MM = 72 / 25.4


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    monkeypatch.setenv("PATH", "")


def test_every_stage_is_printed_with_its_words() -> None:
    view = look(sample("amira"))
    text = printed_page(Taken(view, {}, 0), A4)
    assert text.count("<section>") == len(view.case.stages)
    for stage in range(len(view.case.stages)):
        words = stage_words(view.network, stage, view.perspective, view.names)
        assert f"<h1>{words.title}</h1>" in text
        assert words.summary in Tags(text).texts
    assert text.count("A discussion aid, not a case record") == len(view.case.stages)
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert printed_page(Taken(view, {}, 0), A4, (1,)).count("<section>") == 1


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_printed_where_names_are_hidden(key: str) -> None:
    text = " ".join(Tags(printed_page(Taken(look(sample(key), hidden=True), {}, 0), A4)).texts)
    assert secrets_in(text, sample(key).network.case) == []
    assert "Names are hidden" in text


def test_nasty_texts_are_texts() -> None:
    text = printed_page(Taken(look(entry_of(parsed(nasty_case()))), {}, 0), A4)
    assert not [tag for tag, _found in Tags(text).all if tag in {"script", "img", "a", "b"}]


@pytest.mark.browser
@pytest.mark.parametrize("paper", [A4, A3])
def test_a_pdf_has_a_page_of_paper_for_each_stage(paper: Paper) -> None:
    content = write_pdf(Taken(look(sample("amira")), {}, 0), paper)
    assert content.startswith(b"%PDF-")
    assert len(PAGE.findall(content)) == 5
    sizes = {tuple(round(float(n) / POINTS_PER_MM) for n in box) for box in BOX.findall(content)}
    assert sizes == {(paper.width, paper.height)}


@pytest.mark.browser
def test_a_png_is_as_large_as_the_map() -> None:
    taken = Taken(look(sample("amira"), 1), {}, 0)
    content = map_png(taken)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    size = [int.from_bytes(content[at : at + 4], "big") for at in (16, 20)]
    picture = map_picture(taken)
    assert size == [round(2 * picture.width), round(2 * picture.height)]


def test_without_a_browser_the_message_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_browser(tmp_path, monkeypatch)
    with pytest.raises(CannotDraw, match=r"Chromium or Chrome .* Install one, or take an SVG"):
        write_pdf(Taken(look(sample("figure-2")), {}, 0))


def test_a_browser_that_does_not_start_is_told_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(browser))
    with pytest.raises(CannotDraw, match="did not start"):
        map_png(Taken(look(sample("figure-2")), {}, 0))


def test_the_page_says_so_as_well(
    client: FlaskClient, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_browser(tmp_path, monkeypatch)
    answer = client.get("/case/figure-2/map.png")
    assert answer.status_code == 400
    assert "Install one, or take an SVG" in answer.text
