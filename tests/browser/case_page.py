"""What the tests of the case page share: opening it, and looking at what it shows."""

import re
from collections.abc import Callable, Iterable

from playwright.sync_api import Locator, Page, expect

from relnet.figures.map_scene import map_scene
from relnet.figures.scene import Mark, MarkKind
from relnet.figures.words import stage_title
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.timeline_part import stop_words
from tests.web.views import look, sample

KAYLA, DAWN = "p11", "p1"
"""Their places in Amira's file (``relnet.figures.refs``)."""

SHOWN = ".stage.now .{kind}:not(.out)"


def open_case(page: Page, address: str = "amira") -> None:
    """Open a case page, and wait until its slider and Dash answer."""
    page.goto(f"/case/{address}")
    expect(page.locator("html.live")).to_be_attached()
    expect(page.locator(f"#{ids.CHOSEN_CLOSE}")).to_be_attached()


def by_id(page: Page, key: str) -> Locator:
    """Find a part of the page by one of ``relnet.web.ids``."""
    return page.locator(f"#{key}")


def expect_stage(page: Page, view: CaseView) -> None:
    """Check that map, timeline and side panel are at a view's stage."""
    stage = view.case.stages[view.stage]
    title = stage_title(view.network, view.stage, view.names)
    rail = by_id(page, ids.RAIL)
    expect(rail).to_have_attribute("aria-valuenow", str(view.stage + 1))
    expect(rail).to_have_attribute("aria-valuetext", stop_words(view, stage))
    expect(page.locator(".stage.now")).to_have_attribute("data-stage", str(view.stage))
    # Those that wait as finished layers beside it are seen and heard by nobody.
    expect(page.locator('.stages > .near:not([aria-hidden="true"])')).to_have_count(0)
    assert page.locator(".stages > .now[aria-hidden]").count() == 0
    expect(page.locator(".stage-panel:not([hidden]) h2")).to_have_text(view.names.text(stage.label))
    expect(page.locator(".stop.now .stop-name")).to_have_text(view.names.text(stage.label))
    expect(by_id(page, ids.STAGE_TITLE)).to_have_text(title)


def expect_said(page: Page, view: CaseView) -> None:
    """Check that a screen reader was told of a view's stage."""
    title = stage_title(view.network, view.stage, view.names)
    expect(by_id(page, ids.SAID)).to_have_text(title)


def hear(status: Locator) -> None:
    """Write down what a status tells from now on."""
    status.evaluate(
        """status => {
          window.heard = [];
          new MutationObserver(() => window.heard.push(status.textContent))
            .observe(status, { childList: true });
        }"""
    )


def heard_on(page: Page) -> list[str]:
    """Give what a status has told since, the latest last."""
    found: list[str] = page.evaluate("window.heard")
    return found


def amira(stage: int) -> CaseView:
    """Look at Amira's case, as the team sees it."""
    return look(sample("amira"), stage)


def marks_of(view: CaseView, kind: MarkKind) -> list[Mark]:
    """Give the marks of one kind that the scene holds for a view's stage."""
    scene = map_scene(view.network, view.perspective, view.names)
    return [mark for mark in scene.stages[view.stage].marks if mark.kind is kind]


def shown_refs(page: Page, kind: MarkKind) -> list[str]:
    """Give the short names of what the map shows of one kind, filtered things left out."""
    found: list[str] = page.locator(SHOWN.format(kind=f"kind-{kind.value}")).evaluate_all(
        "all => all.map(mark => mark.dataset.ref)"
    )
    return sorted(found)


def refs_where(marks: Iterable[Mark], wanted: Callable[[frozenset[str]], bool]) -> list[str]:
    """Give the short names of the marks whose tags are wanted."""
    return sorted(mark.ref or "" for mark in marks if wanted(frozenset(mark.tags)))


def mark_on_map(page: Page, ref: str) -> Locator:
    """Find a person, a place or a relationship in the picture that is seen."""
    return page.locator(f'.stage.now [data-ref="{ref}"][role="button"]')


def wait_for_query(page: Page, query: str) -> None:
    """Wait until the address has a query string, or none."""
    page.wait_for_url(re.compile(rf"/case/[\w-]+{re.escape(query)}$"))


def focused_ref(page: Page) -> str:
    """Give the short name of the person or relationship that has the focus."""
    return str(page.evaluate("document.activeElement.dataset.ref"))


def pane(page: Page) -> Locator:
    """Find the view that is shown."""
    return page.locator(f"#{ids.MAIN} > .pane:not([hidden])")


def open_view(page: Page, address: str) -> Locator:
    """Open a case page at one of its views, and wait until it has come; give it."""
    open_case(page, address)
    return shown_pane(page)


def turn_to(page: Page, words: str) -> Locator:
    """Turn to a view by its tab, and wait until it has come; give it."""
    by_id(page, ids.VIEWS).get_by_role("link", name=words, exact=True).click()
    return shown_pane(page)


def shown_pane(page: Page) -> Locator:
    """Wait until the view that is shown has come; give it."""
    expect(pane(page)).to_have_count(1)
    expect(page.locator(f"#{ids.MAIN} > [aria-busy]")).to_have_count(0)
    return pane(page)
