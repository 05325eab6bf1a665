"""A story of the small case, for the tests."""

from typing import Any

from relnet.case.models import Case
from relnet.web.case_view import CaseView
from tests.network.small import small_case
from tests.web.views import entry_of, look

NOTES = "Nobody but the trainer reads this."

STORY: list[dict[str, Any]] = [
    {"id": "one", "title": "How it was", "text": "Two lines.\n\nThen a third."},
    {
        "id": "two",
        "title": "Who stays?",
        "stage": "before",
        "highlight": ["dawn", "gran", "kayla", "club", "r-gran"],
        "guess": True,
        "ask": "Who will still be there?",
        "presenter_notes": NOTES,
    },
    {"id": "three", "title": "What came of it", "stage": "foster", "view": "tracks"},
    {"id": "four", "title": "Much later", "stage": "later", "guess": True},
    {"id": "five", "title": "The end", "view": "focus", "highlight": ["t-gran-kayla"]},
]


def story_case(story: list[dict[str, Any]] | None = None, **more: object) -> Case:
    """Give the small case with a story."""
    return small_case(story=STORY if story is None else story, **more)


def told(
    story: list[dict[str, Any]] | None = None, perspective: str | None = None, **more: object
) -> CaseView:
    """Look at the small case with a story."""
    return look(entry_of(story_case(story, **more)), perspective=perspective)
