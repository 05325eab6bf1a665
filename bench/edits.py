"""An edit in the page: from a press in the form to the picture that has followed."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from bench.browser import fresh_context
from bench.following import Followed, FollowFigures, follow, follow_figures, open_own_page
from bench.kept import BENCH, data_folder, library_in
from bench.servers import relnet_on
from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.timeline import state_at
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Status
from relnet.figures.refs import refs_of

_SEGMENTS = '#edit-form .segment:has(input[name$="strength"]:not(:checked))'
_MAP = "#map .stages"
_REST_MS = 900
"""Until the page has asked for the rest after an edit, and taken it in."""


def measure_edits(browser: Browser, path: Path, *, edits: int) -> FollowFigures:
    """Edit the strength of an active relationship of a case so many times."""
    case = read_case(path)
    with data_folder() as data:
        with library_in(data) as library:
            key = library.create(case, BENCH).line.id
        with relnet_on(data) as server, fresh_context(browser) as context:
            page = open_own_page(context)
            stage, tie = _active(case)
            page.goto(f"{server.address}case/{key}?stage={stage + 1}&chosen={tie}&edit=1")
            page.wait_for_selector(_SEGMENTS)
            page.wait_for_load_state("networkidle")
            return follow_figures([_edit(page, number) for number in range(edits)])


def _edit(page: Page, number: int) -> Followed:
    """Press another strength than the present one, and let the page come to rest."""
    page.wait_for_timeout(_REST_MS + 7 * number % 16)
    return follow(page, "pointerdown", _MAP, "/edit", page.locator(_SEGMENTS).first.click)


def _active(case: Case) -> tuple[int, str]:
    """Find a stage in the middle, and a relationship that is active there."""
    stage = len(case.stages) // 2
    for tie in case.relationships:
        state = state_at(case, tie.id, case.stages[stage].id, TEAM)
        if tie.to == YOUNG_PERSON and state is not None and state.status is Status.ACTIVE:
            return stage, refs_of(case)[tie.id]
    raise ValueError("this case has no relationship to edit")
