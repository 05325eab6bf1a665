"""The tracks as PDF and PNG: shared out over pages, and what must not be there."""

from itertools import pairwise

import pytest

from relnet.web.taking.pictures import tracks_picture
from relnet.web.taking.printed import A3, A4, Paper
from relnet.web.taking.printed_tracks import stretches, tracks_page, tracks_png, write_tracks_pdf
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.taking.files import secrets_in
from tests.web.taking.test_printed import PAGE
from tests.web.views import SAMPLES, Tags, entry_of, look, sample


def taken(key: str, *, hidden: bool = False) -> Taken:
    return Taken(look(sample(key), hidden=hidden), {}, 0)


@pytest.mark.parametrize(
    ("room", "shares"),
    [
        (100.0, ((0.0, 60.0),)),
        (30.0, ((0.0, 30.0), (30.0, 60.0))),
        (25.0, ((0.0, 20.0), (20.0, 30.0), (30.0, 50.0), (50.0, 60.0))),
        (5.0, ((0.0, 10.0), (10.0, 20.0), (20.0, 30.0), (30.0, 50.0), (50.0, 60.0))),
    ],
)
def test_shares_end_where_something_ends(
    room: float, shares: tuple[tuple[float, float], ...]
) -> None:
    assert stretches((10.0, 20.0, 30.0, 50.0, 60.0), room) == shares


def test_shares_follow_each_other_without_a_gap() -> None:
    shares = stretches([float(n * 7) for n in range(1, 40)], 50.0)
    assert all(before[1] == after[0] for before, after in pairwise(shares))
    assert all(end - start <= 50 for start, end in shares)
    assert shares[-1][1] == 39 * 7


def test_a_case_that_fits_has_one_page_with_what_it_is() -> None:
    text = tracks_page(taken("amira"), A4)
    assert text.count("<section>") == 1
    assert "A discussion aid, not a case record" in text
    assert "relationships over five stages" in text
    assert "default-src 'none'; style-src 'unsafe-inline'" in text
    assert "(page 1 of" not in text


def test_a_long_case_has_more_pages_that_say_which_they_are() -> None:
    text = tracks_page(taken("many-moves"), A4)
    pages = text.count("<section>")
    assert pages > 1
    assert f"(page {pages} of {pages})" in text
    assert tracks_page(taken("many-moves"), A3).count("<section>") < pages


def test_each_page_is_told_of() -> None:
    told: list[tuple[int, int]] = []
    many = Taken(look(sample("many-moves")), {}, 0, lambda n, of: told.append((n, of)))
    pages = tracks_page(many, A4).count("<section>")
    assert told == [(number, pages) for number in range(1, pages + 1)]


@pytest.mark.parametrize("key", SAMPLES)
def test_no_name_is_printed_where_names_are_hidden(key: str) -> None:
    text = " ".join(Tags(tracks_page(taken(key, hidden=True), A4)).texts)
    assert secrets_in(text, sample(key).network.case) == []
    assert "Names are hidden" in text


def test_nasty_texts_are_texts() -> None:
    text = tracks_page(Taken(look(entry_of(parsed(nasty_case()))), {}, 0), A4)
    assert not [tag for tag, _found in Tags(text).all if tag in {"script", "img", "a", "b"}]


@pytest.mark.browser
@pytest.mark.parametrize(("key", "paper"), [("amira", A4), ("many-moves", A3)])
def test_the_pdf_has_as_many_pages_as_are_written(key: str, paper: Paper) -> None:
    content = write_tracks_pdf(taken(key), paper)
    assert content.startswith(b"%PDF-")
    assert len(PAGE.findall(content)) == tracks_page(taken(key), paper).count("<section>")


@pytest.mark.browser
def test_the_png_is_as_large_as_the_tracks() -> None:
    content = tracks_png(taken("amira"))
    size = [int.from_bytes(content[at : at + 4], "big") for at in (16, 20)]
    picture = tracks_picture(taken("amira"))
    assert size == [round(2 * picture.width), round(2 * picture.height)]
