"""The page to hand out after a ready story: which of the sample cases has one, and its words."""

from pathlib import Path

from markupsafe import Markup

from relnet.resources import sample_cases_folder
from relnet.web.shelf_entry import ShelfEntry

ENDING = ".handout.html"
"""How the file of a page ends; it lies beside the sample case and has its key."""


def has_story_page(entry: ShelfEntry) -> bool:
    """Whether a case is an unchanged sample case that has a page to hand out."""
    return _file(entry) is not None


def story_page(entry: ShelfEntry) -> Markup | None:
    """Give the page to hand out after the story of a case; None where there is none.

    The words are those of ``docs/story-*.md``; a copy or another version of a sample case may
    tell something else, so that they have no page.
    """
    file = _file(entry)
    if file is None:
        return None
    return Markup(file.read_text("utf-8"))  # noqa: S704 - a file of ours, with no word from a case


def _file(entry: ShelfEntry) -> Path | None:
    """Look the key up among the files that are there: no path is made of what was asked for."""
    if not entry.sample:
        return None
    found = {
        path.name.removesuffix(ENDING): path for path in sample_cases_folder().glob(f"*{ENDING}")
    }
    return found.get(entry.key)
