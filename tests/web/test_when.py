"""When something was done, in plain words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from relnet.web.when import changed_words, deleted_words

NOW = datetime(2026, 3, 2, 0, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 3, 1, 23, 5, tzinfo=UTC), "changed today at 00:05 by Sam"),
        (datetime(2026, 3, 1, 8, 0, tzinfo=UTC), "changed yesterday at 09:00 by Sam"),
        (datetime(2026, 2, 3, 8, 0, tzinfo=UTC), "changed on 3 February 2026 by Sam"),
    ],
)
def test_a_change_is_told_in_the_zone_of_the_reader(at: datetime, words: str) -> None:
    assert changed_words(at, "Sam", NOW) == words
    assert changed_words(at, "", NOW) == words.removesuffix(" by Sam")


def test_a_deletion_is_told() -> None:
    assert deleted_words(NOW, NOW) == "deleted today at 00:30"
    assert deleted_words(NOW - timedelta(days=40), NOW) == "deleted on 21 January 2026"


def test_braces_in_a_name_stay_as_they_are() -> None:
    assert changed_words(NOW, "{time}", NOW) == "changed today at 00:30 by {time}"
