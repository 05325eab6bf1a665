"""How many days a date covers, and how long a stage lasted."""

from datetime import date

import pytest

from relnet.figures.tracks.spans import lengths, span_of


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2018-10-25", date(2018, 10, 25), date(2018, 10, 25)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-12?", date(2024, 12, 1), date(2024, 12, 31)),
        ("2025-01/2025-05", date(2025, 1, 1), date(2025, 5, 31)),
        ("2024-21", date(2024, 3, 1), date(2024, 5, 31)),  # spring, as the edtf package has it
        ("202X", date(2020, 1, 1), date(2029, 12, 31)),
    ],
)
def test_a_date_reaches_from_its_first_day_to_its_last(edtf: str, first: date, last: date) -> None:
    span = span_of(edtf)
    assert span is not None
    assert (span.start, span.end) == (first.toordinal(), last.toordinal() + 1)
    assert span.days == (last - first).days + 1


@pytest.mark.parametrize("edtf", [None, "0000", "Y17E7", "-0100", "no date", "", "../.."])
def test_what_tells_no_days_has_no_span(edtf: str | None) -> None:
    assert span_of(edtf) is None


@pytest.mark.parametrize("edtf", ["2025-12/..", "2025-12/", "../2025-12", "/2025-12"])
def test_an_open_end_has_no_length(edtf: str) -> None:
    span = span_of(edtf)
    assert span is not None
    assert None in (span.start, span.end)
    assert span.days is None
    assert span.middle is None


def test_the_wrong_way_round_has_no_length() -> None:
    span = span_of("2025-05/2025-01")
    assert span is not None
    assert span.days is None


def test_one_date_alone_lasts_until_the_next_stage_began() -> None:
    dates = ["2024-12~", "2025-01/2025-04", "2025", None, "2025-06"]
    assert lengths(dates) == (31, 120, None, None, None)
    assert lengths(["2025-06", "2025-05"]) == (None, None)
