"""Tables and numbers on paper: whole, within its width, and nothing to press."""

import re
from html import unescape
from pathlib import Path

import pytest
from dash import html

from relnet.web.taking.browser import TooLong, as_long_png
from relnet.web.taking.printed import A3, A4
from relnet.web.taking.printed_tables import (
    Build,
    shared_out,
    table_of,
    tables_page,
    tables_png,
    write_tables_pdf,
)
from relnet.web.taking.stop import Stop
from relnet.web.taking.taken import Taken
from relnet.web.views.numbers import numbers_view
from tests.case.small import parsed
from tests.find_office import find_office, words_of
from tests.test_office import whole
from tests.web.nasty import nasty_case
from tests.web.taking.files import secrets_in
from tests.web.taking.test_printed import BOX, PAGE, POINTS_PER_MM
from tests.web.views import SAMPLES, Tags, entry_of, look, said, sample

BUILDS = (table_of, numbers_view)


def taken(key: str, *, hidden: bool = False) -> Taken:
    return Taken(look(sample(key), hidden=hidden), {}, 0)


def a_table(columns: int) -> html.Table:
    heads = [html.Th("Name"), *(html.Th(f"C{n}") for n in range(columns))]
    cells = [html.Th("Mum"), *(html.Td(f"{n}") for n in range(columns))]
    body = html.Tbody([html.Tr(cells)])
    return html.Table([html.Caption("All."), html.Thead(html.Tr(heads)), body])


def test_a_narrow_table_stays_one() -> None:
    (only,) = shared_out(a_table(4), 4)
    assert said(only) == said(a_table(4))


def test_a_wide_table_goes_on_with_the_headings_of_its_rows() -> None:
    parts = [said(part) for part in shared_out(a_table(5), 2)]
    assert parts == [
        "All. (part 1 of 3) Name C0 C1 Mum 0 1",
        "All. (part 2 of 3) Name C2 C3 Mum 2 3",
        "All. (part 3 of 3) Name C4 Mum 4",
    ]


@pytest.mark.parametrize("build", BUILDS)
def test_nothing_of_the_view_is_missing(build: type) -> None:
    view = look(sample("amira"))
    page = " ".join(" ".join(Tags(tables_page(Taken(view, {}, 0), build, A4)).texts).split())
    for person in view.case.people:
        assert view.names.of(person.id) in page
    for stage in view.case.stages:
        assert stage.label in page
    assert "default-src 'none'" in tables_page(Taken(view, {}, 0), build, A4)


def test_a_small_sheet_has_more_parts_than_a_large_one() -> None:
    assert "(part 2 of 2)" in tables_page(taken("many-moves"), table_of, A4)
    small, large = (
        tables_page(taken("many-moves"), table_of, paper).count("<table") for paper in (A4, A3)
    )
    assert small > large


def test_what_unfolds_stands_open_and_nothing_is_to_press() -> None:
    tags = Tags(tables_page(taken("amira"), numbers_view, A4)).all
    folds = [found for tag, found in tags if tag == "details"]
    assert folds
    assert all("open" in found for found in folds)
    assert not {tag for tag, _found in tags} & {
        "button",
        "select",
        "form",
        "input",
        "script",
        "nav",
    }


@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_printed_where_names_are_hidden(build: type, key: str) -> None:
    page = tables_page(taken(key, hidden=True), build, A4)
    assert secrets_in(" ".join(Tags(page).texts), sample(key).network.case) == []


@pytest.mark.parametrize("build", BUILDS)
def test_nasty_texts_are_texts(build: type) -> None:
    page = tables_page(Taken(look(entry_of(parsed(nasty_case()))), {}, 0), build, A4)
    assert not [tag for tag, _found in Tags(page).all if tag in {"script", "img", "a", "b"}]


@pytest.mark.browser
def test_a_pdf_lies_on_its_side_and_says_on_each_page_what_it_is() -> None:
    content = write_tables_pdf(taken("figure-2"), numbers_view, A4)
    assert content.startswith(b"%PDF-")
    assert len(PAGE.findall(content)) > 1
    sizes = {tuple(round(float(n) / POINTS_PER_MM) for n in box) for box in BOX.findall(content)}
    assert sizes == {(A4.width, A4.height)}


TABLE = re.compile(
    r"<caption>([^<]+)</caption>.*?<tbody><tr><th scope=\"row\">(?:<span[^>]*>)?([^<]+)", re.DOTALL
)


@pytest.mark.browser
@pytest.mark.parametrize("build", BUILDS)
@pytest.mark.parametrize("key", ["amira", "figure-2"])
def test_no_table_leaves_its_headings_at_the_foot_of_a_page(
    build: Build, key: str, tmp_path: Path
) -> None:
    office = find_office()
    assert office, "there is no pdftotext: run make office"
    file = tmp_path / "a.pdf"
    file.write_bytes(write_tables_pdf(taken(key), build, A4))
    pages = [whole(page) for page in words_of(office.pdftotext, file).split("\f")]
    tables = TABLE.findall(tables_page(taken(key), build, A4))
    assert len(tables) > 1
    for caption, first in ((whole(unescape(one)) for one in table) for table in tables):
        (page,) = (page for page in pages if caption in page)
        assert first in page.split(caption)[1]


@pytest.mark.browser
def test_the_numbers_are_one_picture() -> None:
    content = tables_png(numbers_view)(taken("figure-2"))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    assert width == 2 * 1366
    assert height > width


@pytest.mark.browser
def test_what_is_too_long_for_a_picture_is_told() -> None:
    page = '<!DOCTYPE html><div style="height:17000px"></div>'
    with pytest.raises(TooLong, match="Take it as PDF"):
        as_long_png(page, 600, Stop())
