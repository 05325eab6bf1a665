"""How wide a text is at most, and how it is shortened."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.figures.text import ELLIPSIS, drawable, elide, text_width, wrap

# Advances of DejaVu Sans at 100 px, from its table: "A" 68.4, "i" 27.8, "m" 97.4; bold "A" 77.4.
ADVANCES = (("A", False, 68.4), ("i", False, 27.8), ("m", False, 97.4), ("A", True, 77.4))

any_text = st.text(max_size=60)


@pytest.mark.parametrize(("char", "bold", "advance"), ADVANCES)
def test_widths_are_those_of_the_widest_font(char: str, bold: bool, advance: float) -> None:  # noqa: FBT001 - from the table
    assert text_width(char, 100, bold=bold) == pytest.approx(advance, abs=1)


def test_width_grows_with_size_and_weight() -> None:
    assert text_width("Amira", 26) == 2 * text_width("Amira", 13)
    assert text_width("Amira", 13, bold=True) > text_width("Amira", 13)
    assert text_width("", 13) == 0


@given(any_text, any_text)
def test_widths_add_up(one: str, other: str) -> None:
    together = text_width(one + other, 13)
    assert together == pytest.approx(text_width(one, 13) + text_width(other, 13))


def test_what_joins_to_a_letter_takes_no_room() -> None:
    assert text_width("e\u0301", 13) == text_width("e", 13)
    assert text_width("\u202e", 13) == 0


@given(any_text, st.floats(0, 400))
def test_what_is_elided_fits(text: str, room: float) -> None:
    shown = elide(text, room, 13, bold=True)
    assert text_width(shown, 13, bold=True) <= room + 1e-6
    if shown != text:
        assert shown == "" or shown.endswith(ELLIPSIS)
        assert text.startswith(shown.removesuffix(ELLIPSIS))


@given(any_text)
def test_what_fits_stays_as_it_is(text: str) -> None:
    assert elide(text, text_width(text, 13), 13) == text


def test_nothing_is_left_of_a_text_without_room() -> None:
    assert elide("Amira", 0, 13) == ""
    assert elide("Amira", text_width(ELLIPSIS, 13), 13) == ""


def test_no_space_before_the_ellipsis() -> None:
    assert elide("Mr Hill", text_width("Mr H", 13) + 8, 13) == f"Mr{ELLIPSIS}"


@pytest.mark.parametrize(
    "text", ["Zoe\u0301 and others", "👩\u200d👩\u200d👧\u200d👦 and others", "e\u0301" * 9]
)
def test_no_accent_and_no_joined_sign_is_cut_from_its_base(text: str) -> None:
    for room in range(0, 200, 3):
        kept = elide(text, room, 13).removesuffix(ELLIPSIS)
        rest = text[len(kept) :]
        assert not kept.endswith("\u200d")
        assert not rest or rest[0] != "\u200d"
        assert not rest or unicodedata.category(rest[0]) != "Mn"


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=9), st.floats(80, 300))
def test_lines_fit_and_keep_every_word(words: list[str], room: float) -> None:
    lines = wrap(" ".join(words), room, 13)
    assert all(text_width(line, 13) <= room for line in lines)
    assert " ".join(lines).split() == words


def test_a_word_that_is_too_long_is_elided() -> None:
    (line,) = wrap("N" * 80, 90, 13)
    assert line.endswith(ELLIPSIS)
    assert text_width(line, 13) <= 90


def test_control_signs_are_not_drawn() -> None:
    assert drawable("a\x00b\x0b\ufffe") == "a\ufffdb\ufffd\ufffd"
    assert drawable("tab\tline\nÄ👩 \u202e") == "tab\tline\nÄ👩 \u202e"
