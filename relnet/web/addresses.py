"""The addresses of the pages, in one place."""

from urllib.parse import urlencode

START = "/"
NEW = "/new"
STUDY = "/study"
LIBRARY = "/library"
TALLY = "/tally"
TALLY_CSV = "/tally/tally.csv"
TALLY_SVG = "/tally/tally.svg"
TEMPLATE = "/template.xlsx"
COMPARE = "/compare"
CASE_RULE = "/case/<key>"
HISTORY_RULE = "/case/<key>/history"
FILE_RULE = "/case/<key>/file"
STORY_NOTES_RULE = "/case/<key>/story/notes"
STORY_PAGE_RULE = "/case/<key>/story/page"
MEETING_RULE = "/case/<key>/meeting"
FRAGMENT_RULE = "/case/<key>/view/<name>"


def case_address(key: str) -> str:
    """Give the address of a case by its key (letters, digits, "-" and "_" alone)."""
    return f"/case/{key}"


def history_address(key: str) -> str:
    """Give the address of the history of a case of the library."""
    return f"/case/{key}/history"


def file_address(key: str, kind: str) -> str:
    """Give the address at which a case is saved as a file of a kind."""
    return f"{case_address(key)}/file?as={kind}"


def story_notes_address(key: str) -> str:
    """Give the address of the trainer's notes on the story of a case."""
    return f"{case_address(key)}/story/notes"


def story_page_address(key: str) -> str:
    """Give the address of the page to hand out after the story of a sample case."""
    return f"{case_address(key)}/story/page"


def story_twin_address(key: str) -> str:
    """Give the address at which the end of a story asks for what can stand beside it."""
    return f"{case_address(key)}/story/twin"


def meeting_address(key: str) -> str:
    """Give the address of the page for the end of a meeting about a case."""
    return f"{case_address(key)}/meeting"


def tally_address(key: str, **shown: str) -> str:
    """Give the address of the tally that leads back to a case.

    ``shown``: what the address of the case page says, like ``stage`` and ``story``.
    """
    return f"{TALLY}?{urlencode({'case': key, **shown})}"


def asset_address(name: str) -> str:
    """Give the address of a file in the assets folder."""
    return f"/assets/{name}"


def edit_address(key: str) -> str:
    """Give the address of a case of the library, ready to edit."""
    return f"{case_address(key)}?edit=1"


def compare_address(left: str, right: str, **more: str) -> str:
    """Give the address that shows two cases, by their keys, side by side.

    ``more``: what else the address says, like ``left_as`` and ``stage``; empty texts are left out.
    """
    told = {"left": left, "right": right, **{name: text for name, text in more.items() if text}}
    return f"{COMPARE}?{urlencode(told)}"
