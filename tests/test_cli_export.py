"""``relnet export`` of a file: kinds by their endings, and the options that each heeds."""

from pathlib import Path

import pytest
from docx import Document
from pptx import Presentation

from relnet.case.reading import read_case
from relnet.resources import sample_cases_folder
from tests.test_cli import run

AMIRA = sample_cases_folder() / "amira.relnet.json"


def export(out: Path, *options: str) -> int:
    return run("export", str(AMIRA), "--out", str(out), *options)


def test_a_file_is_exported_without_a_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "copy.relnet.json"
    assert export(out) == 0
    assert capsys.readouterr().out == f"saved {out}\n"
    assert read_case(out) == read_case(AMIRA)


def test_a_file_that_is_none_is_told_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = tmp_path / "gone.relnet.json"
    assert run("export", str(gone), "--out", str(tmp_path / "a.html")) == 1
    assert f"{gone}: there is no such file" in capsys.readouterr().err


def test_the_page_that_works_anywhere(tmp_path: Path) -> None:
    out = tmp_path / "handout.html"
    assert export(out, "--hide-names", "--stage", "foster", "--view", "focus") == 0
    text = out.read_text("utf-8")
    assert 'data-view="focus" data-stage="1"' in text
    assert "Amira" not in text
    assert export(out, "--force", "--hide", "track-community_peer") == 0
    assert "Kayla" not in out.read_text("utf-8")


def test_an_option_that_would_do_nothing_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "copy.xlsx"
    assert export(out, "--hide-names") == 2
    told = capsys.readouterr().err
    assert told == f"--hide-names does nothing for {out}, so nothing was saved. Leave it out.\n"
    assert not out.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--view", "rings"), "cannot show the view 'rings'. Those that it can: map, tracks"),
        (("--stage", "fostr"), "no stage 'fostr'"),
        (("--perspective", "nobody"), "no perspective 'nobody'"),
    ],
)
def test_what_the_case_has_not_is_refused(
    options: tuple[str, ...], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path / "a.html", *options) == 2
    assert words in capsys.readouterr().err


def test_pictures_and_slides(tmp_path: Path) -> None:
    first, tracks, slides = (tmp_path / name for name in ("a.svg", "tracks.svg", "a.pptx"))
    assert export(first, "--stage", "foster", "--hide-names") == 0
    assert "<title>Foster placement" in first.read_text("utf-8")
    assert "Amira" not in first.read_text("utf-8")
    assert export(tracks, "--view", "tracks") == 0
    assert "relationships over five stages" in tracks.read_text("utf-8")
    assert export(tracks, "--view", "focus", "--force") == 0
    assert "one track is worked with alone" in tracks.read_text("utf-8")
    assert export(tracks, "--view", "table", "--stage", "foster", "--force") == 0
    assert "<title>Foster placement, Northfield: one of three" in tracks.read_text("utf-8")
    assert export(tracks, "--view", "numbers", "--force") == 0
    assert "<title>Numbers, each with what it counts</title>" in tracks.read_text("utf-8")
    assert export(slides, "--stage", "foster") == 0
    assert len(Presentation(str(slides)).slides) == 3
    assert export(slides, "--view", "tracks") == 2


def test_slides_of_a_story(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "story.pptx"
    assert export(out, "--view", "story", "--hide-names") == 0
    assert len(Presentation(str(out)).slides) > len(read_case(AMIRA).story)
    assert export(out, "--view", "story", "--stage", "foster", "--force") == 2
    assert "--stage does nothing for" in capsys.readouterr().err
    untold = sample_cases_folder() / "figure-2.relnet.json"
    none = tmp_path / "none.pptx"
    assert run("export", str(untold), "--out", str(none), "--view", "story") == 2
    assert "This case has no story, so nothing was saved." in capsys.readouterr().err
    assert not none.exists()


def test_paper_is_for_pages_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert export(tmp_path / "a.svg", "--paper", "a3") == 2
    assert "--paper does nothing for" in capsys.readouterr().err


def test_a_sheet_for_a_meeting(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    assert export(out, "--stage", "foster", "--hide-names") == 0
    told = [part.text for part in Document(str(out)).paragraphs]
    assert "Foster placement, area 1: one of three tracks in practice" in told
    assert export(out, "--stage", "foster", "--view", "meeting", "--force") == 0
    told = [part.text for part in Document(str(out)).paragraphs]
    assert {"What was decided", "What stays open", "What nobody asked about"} <= set(told)


@pytest.mark.browser
@pytest.mark.parametrize("view", ["focus", "table", "numbers"])
def test_pages_of_every_other_view(view: str, tmp_path: Path) -> None:
    pages = tmp_path / "a.pdf"
    assert export(pages, "--view", view, "--paper", "a3") == 0
    assert b"/MediaBox [0 0 1191" in pages.read_bytes()


def test_numbers_are_no_page_that_works_anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(tmp_path / "a.html", "--view", "numbers") == 2
    told = capsys.readouterr().err
    assert "cannot show the view 'numbers'. Those that it can: map, tracks, focus, table" in told


@pytest.mark.browser
def test_pages_and_dots(tmp_path: Path) -> None:
    pages, dots = tmp_path / "a.pdf", tmp_path / "a.png"
    assert export(pages, "--stage", "foster") == 0
    assert pages.read_bytes().startswith(b"%PDF-")
    assert export(dots, "--stage", "foster") == 0
    assert dots.read_bytes().startswith(b"\x89PNG")
    assert export(pages, "--view", "tracks", "--paper", "a3", "--force") == 0
    assert b"/MediaBox [0 0 1191" in pages.read_bytes()
    for view in ("tracks", "focus", "table", "numbers"):
        assert export(dots, "--view", view, "--force") == 0
        assert dots.read_bytes().startswith(b"\x89PNG")


def test_without_a_browser_nothing_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    monkeypatch.setenv("PATH", "")
    assert export(tmp_path / "a.pdf") == 1
    assert "Install one, or take an SVG" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
