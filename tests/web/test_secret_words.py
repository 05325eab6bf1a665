"""Secrets that are sent back."""

import pytest

from relnet.web.secret_words import is_same


def test_only_the_known_one_is_the_same() -> None:
    assert is_same("K7PX3M", "K7PX3M")


@pytest.mark.parametrize("told", ["", "K7PX3", "k7px3m", "K7PX3M ", "é", "\ud800", "?"])
def test_any_other_text_is_not(told: str) -> None:
    assert not is_same(told, "K7PX3M")
