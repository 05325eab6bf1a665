"""The drawn texts, measured: none overlaps another, none is cut, none is under 12 px.

Every stage of every sample case, at the sizes of a laptop and of a projector. One page load
for each case and size; the stages are stepped through by keyboard.
"""

import pytest
from playwright.sync_api import Page, expect

from relnet.web import ids
from tests.browser.case_page import by_id, open_case, open_view, shown_pane
from tests.browser.measuring import faults_of_texts, faults_of_tracks
from tests.web.views import SAMPLES, sample

pytestmark = pytest.mark.browser

SIZES = [(1366, 768), (1920, 1080)]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("key", SAMPLES)
def test_texts_are_apart_whole_and_large_enough(
    page: Page, key: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_case(page, key)
    found: list[str] = []
    for stage in range(len(sample(key).network.case.stages)):
        if stage:
            by_id(page, ids.RAIL).press("ArrowRight")
        expect(page.locator(".stage.now")).to_have_attribute("data-stage", str(stage))
        found += [f"stage {stage + 1}, {fault}" for fault in faults_of_texts(page)]
    assert not found, "\n".join(found)


CHOICES = [("Stages", "time"), ("Rows", "lost_first"), ("People who follow", "slots")]


@pytest.mark.parametrize("key", SAMPLES)
def test_texts_of_the_tracks_are_apart_and_large_enough(page: Page, key: str) -> None:
    open_view(page, f"{key}?view=tracks")
    found: list[str] = []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        found += [f"{width}, {fault}" for fault in faults_of_tracks(page)]
    for label, value in CHOICES:
        shown_pane(page).get_by_label(label).select_option(value)
        expect(shown_pane(page).get_by_label(label)).to_have_value(value)
        found += [f"{value}, {fault}" for fault in faults_of_tracks(page)]
    assert not found, "\n".join(found)
