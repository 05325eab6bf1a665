"""Dates in plain typing: what becomes of them, and what is said of what is none."""

from calendar import monthrange

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.dates import MAX_LENGTH, is_edtf
from relnet.case.messages import RelnetError
from relnet.case.typed_dates import NotADate, typed_date
from relnet.figures.words_dates import date_words, short_date_words


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2025", "2025"),
        ("June 2025", "2025-06"),
        ("  JUNE   2025. ", "2025-06"),
        ("Sept. 2025", "2025-09"),
        ("in June, 2025", "2025-06"),
        ("June ’25", "2025-06"),
        ("12 June 2025", "2025-06-12"),
        ("Thursday the 12th of June 2025", "2025-06-12"),
        ("June 12th, 2025", "2025-06-12"),
        ("12/6/2025", "2025-06-12"),
        ("12.06.25", "2025-06-12"),
        ("12-6-2025", "2025-06-12"),
        ("6/2025", "2025-06"),
        ("2025/6/2", "2025-06-02"),
    ],
)
def test_a_date_is_read_day_first(text: str, edtf: str) -> None:
    assert typed_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("about March 2024", "2024-03~"),
        ("Around March 2024", "2024-03~"),
        ("c. March 2024", "2024-03~"),
        ("ca 2024", "2024~"),
        ("c2024", "2024~"),
        ("~June 2024", "2024-06~"),
        ("2024 or so", "2024~"),
        ("2024-ish", "2024~"),
        ("early 2024", "2024~"),
        ("mid-June 2024", "2024-06~"),
        ("the end of June 2024", "2024-06~"),
        ("perhaps June 2024", "2024-06?"),
        ("maybe 12/6/2024", "2024-06-12?"),
        ("June 2024?", "2024-06?"),
        ("not sure, June 2024", "2024-06?"),
        ("perhaps about June 2024", "2024-06%"),
        ("about June 2024?", "2024-06%"),
    ],
)
def test_a_date_in_doubt_keeps_its_doubt(text: str, edtf: str) -> None:
    assert typed_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("June 2025 to August 2025", "2025-06/2025-08"),
        ("June to August 2025", "2025-06/2025-08"),
        ("June–August 2025", "2025-06/2025-08"),
        ("June-August 2025", "2025-06/2025-08"),
        ("between June and August 2025", "2025-06/2025-08"),
        ("June 2025 to August", "2025-06/2025-08"),
        ("Nov to Jan 2025", "2024-11/2025-01"),
        ("November 2024 until January", "2024-11/2025-01"),
        ("12 to 15 June 2025", "2025-06-12/2025-06-15"),
        ("12-15 June 2025", "2025-06-12/2025-06-15"),
        ("12 June 2025 to 15", "2025-06-12/2025-06-15"),
        ("28 December to 3 January 2025", "2024-12-28/2025-01-03"),
        ("2023 - 2024", "2023/2024"),
        ("2023-2024", "2023/2024"),
        ("2025-06 to 2025-08", "2025-06/2025-08"),
        ("about 2023 to perhaps June 2024", "2023~/2024-06?"),
        ("from June 2025", "2025-06/.."),
        ("since about 2025", "2025~/.."),
        ("June 2025 onwards", "2025-06/.."),
        ("June 2025 -", "2025-06/.."),
        ("from June 2025 to now", "2025-06/.."),
        ("until June 2025", "../2025-06"),
    ],
)
def test_a_stretch_of_time_is_read(text: str, edtf: str) -> None:
    assert typed_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("before 2020", "../2019"),
        ("before March 2024", "../2024-02"),
        ("before January 2024", "../2023-12"),
        ("before 1 March 2024", "../2024-02-29"),
        ("after December 2024", "2025-01/.."),
        ("After 31/12/2024", "2025-01-01/.."),
        ("before about 2020", "../2020~"),
    ],
)
def test_before_and_after_leave_out_the_date_itself(text: str, edtf: str) -> None:
    assert typed_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("spring 2024", "2024-21"),
        ("Summer 2024", "2024-22"),
        ("fall 2024", "2024-23"),
        ("winter 2024", "2024-24"),
        ("about spring 2024", "2024-21"),
        ("spring to autumn 2024", "2024-21/2024-23"),
        ("autumn to spring 2024", "2023-23/2024-21"),
        ("winter 2024 to spring 2024", "2024-24/2024-21"),
        ("from summer 2024", "2024-22/.."),
    ],
)
def test_a_season_is_read(text: str, edtf: str) -> None:
    assert typed_date(text) == edtf


@pytest.mark.parametrize(
    ("text", "near", "edtf"),
    [
        ("about March", "2024-06", "2024-03~"),
        ("about March", "2024-11", "2025-03~"),
        ("June", "2024", "2024-06"),
        ("June", "2024-05/..", "2024-06"),
        ("January", "../2023-12", "2024-01"),
        ("January", "2023-10/2023-12", "2024-01"),
        ("March", "2024-22", "2024-03"),
        ("winter", "2025-01-10", "2024-24"),
        ("12 June", "2024~", "2024-06-12"),
        ("from November to January", "2024-10", "2024-11/2025-01"),
        ("March 2020", "2024", "2020-03"),
    ],
)
def test_without_a_year_the_one_nearest_to_the_neighbour_is_taken(
    text: str, near: str, edtf: str
) -> None:
    assert typed_date(text, near) == edtf


@pytest.mark.parametrize("near", [None, "", "..", "202X", "no date", "2024-09", "2020/2024"])
def test_the_year_is_asked_for_where_none_is_nearest(near: str | None) -> None:
    with pytest.raises(NotADate, match=r"^In which year\? Write it beside 'about March', as in"):
        typed_date("about March", near)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write a date, as in 'June 2025' or 'about March 2024'."),
        ("not sure", "Leave the date empty as long as it is not known."),
        ("don’t know", "Leave the date empty as long as it is not known."),
        ("?", "Leave the date empty as long as it is not known."),
        ("yesterday", "relnet cannot read 'yesterday' as a date. Write it as 'June 2025'"),
        ("June or July 2025", "relnet cannot read 'June or July 2025' as a date."),
        ("12 2025", "relnet cannot read '12 2025' as a date."),
        ("12 spring 2025", "relnet cannot read '12 spring 2025' as a date."),
        ("about", "relnet cannot read 'about' as a date."),
        ("June 3025", "relnet cannot read 'June 3025' as a date."),
        ("x" * (MAX_LENGTH + 1), "relnet cannot read 'xxx"),
        ("last summer", "relnet cannot read 'last summer' as a date. Write it as 'June 2025'"),
        ("Juen 2025", "relnet does not know 'Juen' in a date; did you mean 'June'?"),
        ("sumer 2025", "relnet does not know 'sumer' in a date; did you mean 'summer'?"),
        ("12/31/2025", "'12/31/2025' has no month 31. Write the day first"),
        ("30 Feb 2025", "There is no such day as '30 Feb 2025'."),
        ("29/2/2025", "There is no such day as '29/2/2025'."),
        ("before 30 February 2025", "There is no such day as 'before 30 February 2025'."),
        ("June 25", "'June 25' could be a day or a year. Write '25 June 2025', or 'June 2025'."),
        ("2023-24", "'2023-24' could mean two things. Write '2023 to 2024', or name the season."),
        ("2024/25", "'2024/25' could mean two things. Write '2024 to 2025', or name the season."),
        ("12", "Write the month and the year beside the day, as in '12 June 2025'."),
        ("12 to June 2025", "Write the month beside the day, as in '12 June 2025'."),
        ("August 2025 to June 2025", "It ends before it begins. Write the earlier date first."),
        ("perhaps spring 2024", "A season cannot be in doubt. Write 'spring 2024'"),
        ("before spring 2024", "A season has no exact beginning or end. Name the month"),
    ],
)
def test_what_is_no_date_is_refused_with_what_to_write(text: str, said: str) -> None:
    with pytest.raises(NotADate) as refused:
        typed_date(text)
    assert str(refused.value).startswith(said)
    assert isinstance(refused.value, RelnetError)


@pytest.mark.parametrize(
    "edtf", ["2025-06-12", "2025~", "199X", "2024-21", "2011-12", "2004-06/..", "[1667,1668]"]
)
def test_edtf_is_given_back(edtf: str) -> None:
    assert typed_date(f" {edtf} ") == edtf


@st.composite
def plain_dates(draw: st.DrawFn) -> str:
    """Draw a year, a month or a day, exact or in doubt."""
    year = draw(st.integers(1000, 2999))
    month = draw(st.none() | st.integers(1, 12))
    doubt = draw(st.sampled_from(("", "~", "?", "%")))
    if month is None:
        return f"{year}{doubt}"
    day = draw(st.none() | st.integers(1, monthrange(year, month)[1]))
    return f"{year}-{month:02}{doubt}" if day is None else f"{year}-{month:02}-{day:02}{doubt}"


@st.composite
def spans(draw: st.DrawFn) -> str:
    """Draw a stretch of time that ends in a later year than it begins in."""
    start, end = sorted((draw(plain_dates()), draw(plain_dates())))
    form = "{}/{}" if start[:4] < end[:4] else "{}/.."
    return draw(st.sampled_from((form, "{}/..", "../{1}"))).format(start, end)


dates = st.one_of(plain_dates(), spans())


@settings(deadline=None, max_examples=300)
@given(dates)
def test_dates_in_words_are_read_back(edtf: str) -> None:
    assert typed_date(date_words(edtf)) == edtf
    assert typed_date(short_date_words(edtf)) == edtf


@pytest.mark.parametrize("edtf", ["2024-01/2024-05", "2026-07/..", "2024-06-30~/2024-07"])
def test_dates_of_the_timeline_are_read_back(edtf: str) -> None:
    assert typed_date(short_date_words(edtf)) == edtf


WORDS_TEXT = (
    "about from to until before after between and perhaps early c. ~ ? - – / , June Mar spring "
    "winter 12 31 3rd 25 2024 2025 1000 2999 '25 12/6/2025 29/2/2023 2025-06 now"
)
WORDS = tuple(WORDS_TEXT.split())


@settings(deadline=None, max_examples=500)
@given(
    st.one_of(st.text(max_size=90), st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)),
    st.one_of(st.none(), st.text(max_size=12), dates),
)
def test_whatever_is_typed_becomes_edtf_or_is_refused_in_words(text: str, near: str | None) -> None:
    try:
        found = typed_date(text, near)
    except NotADate as refused:
        assert str(refused)  # noqa: PT017 - either is right; here it must say something
    else:
        assert is_edtf(found)
        assert typed_date(found) == found
