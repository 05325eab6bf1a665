"""Dates of a case file."""

import sys
import threading

import pytest
from edtf import EDTFParseException, parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case import dates as dates_module
from relnet.case.dates import MAX_UNUSUAL, checked_edtf, is_edtf, unusual_dates
from tests.case.small import faults_of, small_case

# From the EDTF specification of the Library of Congress, levels 0 to 2.
VALID = [
    "1985-04-12",
    "1985-04",
    "1985",
    "1964/2008",
    "2004-06/2006-08",
    "2004-02-01/2005",
    "Y170000002",
    "2001-21",
    "1984?",
    "2004-06~",
    "2004-06-11%",
    "201X",
    "2004-XX",
    "1985-04-12/..",
    "1985-04-12/",
    "../1985-04-12",
    "/1985-04",
    "[1667,1668,1670..1672]",
    "156X-12-25",
    "2024-02-29",
]


@pytest.mark.parametrize("text", VALID)
def test_edtf_dates_are_taken_as_they_stand(text: str) -> None:
    assert checked_edtf(text) == text


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "x", "2025-13", "2025-02-30", "2023-02-29", "June 2025", "25/06/2025", "2025-6",
     "2025/2026/2027", "٢٠٢٥", "\x00", "%1950S2", "2025-X01"],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_what_one_looks_like(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a date that relnet can read; write it as '2025-06'"):
        checked_edtf(text)


def test_nothing_is_printed_of_a_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert not is_edtf("%1951S2")  # edtf 5.0 prints it
    assert capsys.readouterr() == ("", "")


def test_standard_output_is_left_alone_by_threads_that_check_dates(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before, seen = sys.stdout, set()
    parse = dates_module._parses  # noqa: SLF001 - watched, not changed

    def watched(text: str) -> bool:
        seen.add(sys.stdout)
        return parse(text)

    monkeypatch.setattr(dates_module, "_parses", watched)

    def work(first: int) -> None:
        for year in range(first, first + 5):
            is_edtf(f"%{year}S2")
            seen.add(sys.stdout)

    threads = [threading.Thread(target=work, args=(1100 + 10 * n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sys.stdout is before
    assert seen == {before}


@pytest.mark.parametrize(
    "text",
    ["(2025" + "?" * 70, "?" * 80, "(" * 30, "2025-" * 15, "1" * 80, "[" + "2025," * 12, "Y1E9999"],
)
def test_what_is_like_no_date_is_refused_at_once(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dates_module, "_parses", lambda _text: pytest.fail("it was parsed"))
    is_edtf.cache_clear()
    assert not is_edtf(text)


def test_dates_of_unusual_form_are_counted_each_in_a_list() -> None:
    assert unusual_dates(["2025", "2025-06~", "2025/..", "x", "1" * 90]) == 0
    assert unusual_dates(["201X", "201X"]) == 1
    assert unusual_dates(["[1667,1668,1670..1672]", "2004-XX/2005"]) == 6


def test_a_file_may_hold_only_so_many_of_them() -> None:
    def case(count: int) -> dict[str, object]:
        dates = [f"{year}-XX" for year in range(1500, 1500 + count)]
        return small_case(events=[{"text": "x", "when": date} for date in dates])

    assert faults_of(case(10)) == []
    (fault,) = faults_of(case(MAX_UNUSUAL + 1))
    assert fault.startswith("more than 100 dates of unusual form")


dates = st.from_regex(r"[0-9]{4}(-[0-9]{2}(-[0-3][0-9])?)?[?~%]?", fullmatch=True)
ends = st.one_of(dates, st.sampled_from(("", "..")))


@settings(deadline=None, max_examples=100)
@given(st.one_of(dates, st.builds("{}/{}".format, ends, ends)))
def test_the_short_way_takes_only_what_edtf_takes(text: str) -> None:
    try:
        parse_edtf(text)
    except (EDTFParseException, TypeError):  # edtf 5.0 trips over "/.."
        assert not is_edtf(text)
    else:
        assert is_edtf(text) or "02-29" in text
