"""Pictures as files: each ending, and messages where one cannot be written."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import plotly.graph_objects as go
import plotly.io
import pytest

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.case.vocabulary import TEAM
from relnet.figures.export import CannotDraw, write_figure
from relnet.network.graph import build_network
from tests.figures.scenes import NASTY_NAMES, case_with, own, person, told

SVG = "{http://www.w3.org/2000/svg}"


def nasty_case() -> Case:
    """Give a case in which everybody has a name that means something to some machine."""
    people = [person(f"peer-{n}") | {"name": name} for n, name in enumerate(NASTY_NAMES)]
    ties = [own(part["id"], told(strength="strong")) for part in people]
    return case_with(people=people, relationships=ties)


def write(out: Path) -> Path:
    """Write the picture of the case's only stage; give the file."""
    network = build_network(nasty_case())
    write_figure(network, 0, TEAM, names_of(network.case), out)
    return out


def test_an_svg_is_a_picture_of_its_own(tmp_path: Path) -> None:
    root = ET.parse(write(tmp_path / "map.svg")).getroot()  # noqa: S314 - our own picture
    assert root.tag == f"{SVG}svg"
    assert root.findtext(f"{SVG}title")


def test_a_json_is_a_figure_that_plotly_reads(tmp_path: Path) -> None:
    values = json.loads(write(tmp_path / "map.json").read_text(encoding="utf-8"))
    figure = plotly.io.from_json(json.dumps(values))
    assert isinstance(figure, go.Figure)
    assert len(figure.data) > 5


def test_an_ending_in_capitals_is_one_too(tmp_path: Path) -> None:
    assert write(tmp_path / "MAP.SVG").read_text(encoding="utf-8").startswith("<svg")


def test_an_html_page_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = write(tmp_path / "map.html").read_text(encoding="utf-8")
    without_scripts = re.sub(r"(<script\b[^>]*>).*?</script>", r"\1", page, flags=re.DOTALL)
    assert "<script" in without_scripts
    assert not re.search(r"<(script|img|iframe)\b[^>]*\bsrc", without_scripts)
    assert "<link" not in without_scripts
    assert "http" not in without_scripts
    assert "Plotly.newPlot" in page


def test_an_html_page_runs_no_name(tmp_path: Path) -> None:
    page = write(tmp_path / "map.html").read_text(encoding="utf-8")
    assert "<script>alert(1)</script>" not in page
    assert '<a href="javascript:alert(1)">' not in page


@pytest.mark.browser
def test_a_png_is_drawn_by_the_browser(tmp_path: Path) -> None:
    picture = write(tmp_path / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert width > height > 500
    assert len(picture) > 20_000


@pytest.mark.parametrize("name", ["map.pdf", "map", "map.svg.txt", ".svg"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(CannotDraw, match=r"\.svg, \.json, \.html and \.png") as refused:
        write(tmp_path / name)
    assert f"'{name}'" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["svg", "json", "html"])
def test_a_folder_that_is_not_there_is_named(tmp_path: Path, ending: str) -> None:
    out = tmp_path / "nowhere" / f"map.{ending}"
    with pytest.raises(CannotDraw, match="cannot write") as refused:
        write(out)
    assert str(out) in str(refused.value)
    assert "No such file" in str(refused.value)


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "map.svg").mkdir()
    with pytest.raises(CannotDraw, match="cannot write"):
        write(tmp_path / "map.svg")


def test_without_a_browser_the_message_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "no-browser"))
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotDraw, match="Chromium or Chrome") as refused:
        write(tmp_path / "map.png")
    assert "install one, or write an .svg" in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_browser_that_does_not_start_is_told_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = tmp_path / "browser"
    browser.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER_PATH", str(browser))
    with pytest.raises(CannotDraw, match="did not start"):
        write(tmp_path / "map.png")
    assert not (tmp_path / "map.png").exists()
