"""Dash's components as HTML text."""

from typing import Any

import pytest
from dash import dcc, html

from relnet.web.as_html import as_html, still
from tests.web.nasty import NASTY
from tests.web.views import Tags

NAMED: dict[str, Any] = {"aria-label": "a"}


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (None, ""),
        ("a & b", "a &amp; b"),
        (7, "7"),
        ([html.P("a"), None, "b"], "<p>a</p>b"),
        (html.P(), "<p></p>"),
        (html.P(["a", html.Br(), html.Small("b")]), "<p>a<br><small>b</small></p>"),
        (html.Span(className="x y", id="k"), '<span id="k" class="x y"></span>'),
        (html.Section(hidden=True), "<section hidden></section>"),
        (html.Section(hidden=False), "<section></section>"),
        (html.Th(scope="row", colSpan=2), '<th colspan="2" scope="row"></th>'),
        (html.Aside(**NAMED), '<aside aria-label="a"></aside>'),
    ],
)
def test_components_are_written_as_text(part: object, text: str) -> None:
    assert as_html(part) == text


@pytest.mark.parametrize("text", NASTY)
def test_no_text_becomes_markup(text: str) -> None:
    written = Tags(str(as_html(html.P(text, title=text))))
    assert written.all == [("p", {"title": text})]
    assert "".join(written.texts) == text


def test_a_component_that_must_live_is_refused() -> None:
    with pytest.raises(TypeError, match=r"Store is not plain HTML"):
        as_html(html.Div([dcc.Store(id="a")]))


def test_a_still_component_is_the_one_that_dash_makes() -> None:
    made = still.Th(["a", still.Small("b")], scope="col", className="x", **NAMED)
    same = html.Th(["a", html.Small("b")], scope="col", className="x", **NAMED)
    assert isinstance(made, html.Th)
    assert vars(made).keys() == vars(same).keys()
    assert as_html(made) == as_html(same)
    assert str(made) == str(same)
    assert as_html(still.P()) == "<p></p>"
    assert as_html(still.P("c", title="d")) == '<p title="d">c</p>'


def test_a_still_component_takes_no_more_than_that_of_dash() -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument: `titel`"):
        still.P("a", titel="b")
    with pytest.raises(AttributeError, match="Paragraph"):
        still.Paragraph("a")
