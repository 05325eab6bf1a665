"""The page of the study: the paper's numbers with their units, and what it does not state."""

from typing import Any

import pytest
from dash.development.base_component import Component

from relnet.network.study import read_study
from relnet.web.views.study import study_page
from tests.web.views import of_class, said, walk


@pytest.fixture(scope="module")
def made() -> Component:
    return study_page(read_study())


def rows(made: Component, key: str) -> list[list[str]]:
    found: Any = next(part for part in walk(made) if getattr(part, "id", None) == key)
    body = found.children[2].children
    return [[said(cell) for cell in row.children] for row in body]


def test_table_2_stands_as_the_paper_has_it(made: Component) -> None:
    """Firmin and Owens 2022, Table 2."""
    assert [row[:3] for row in rows(made, "study-types")] == [
        ["Practitioner", "25", "12"],
        ["Family", "17", "10"],
        ["Peer", "7", "5"],
        ["Community", "8", "7"],
    ]


def test_the_totals_have_their_units(made: Component) -> None:
    parts: list[Any] = [part for part in walk(made) if type(part).__name__ == "Dl"]
    told = [said(part) for part in parts[0].children]
    assert [" ".join(text.split()[:2]) for text in told] == [
        "Participants 16",
        "Interviews 15",
        "References 57",
    ]


def test_every_number_of_a_theme_has_its_unit(made: Component) -> None:
    table = {row[0].split()[0]: row[1:] for row in rows(made, "study-themes")}
    assert table["Consistency"][0].startswith("14 references Practitioners")
    assert "7 interviews" in table["Consistency"][0]
    assert "3 participants" in table["Consistency"][0]
    assert table["Collaboration"][1].startswith("7 (the paper does not say of what)")
    assert table["Collaboration"][2].startswith("no number given")
    assert table["Safety"][3].startswith("2 participants")


def test_units_are_drawn_apart_each_on_its_own_scale(made: Component) -> None:
    for unit, widths in (
        ("references", ["100.0%", "68.0%", "28.0%", "32.0%"]),
        ("participants", ["100.0%", "83.3%", "41.7%", "58.3%"]),
    ):
        bars = of_class(made, f"amount-{unit}")
        assert [bar.style for bar in bars] == [f"--share:{width}" for width in widths]


def test_no_sum_of_unlike_units_is_told(made: Component) -> None:
    """25 + 12, 57 + 16, the participants of all rows, the numbers of a theme."""
    numbers = {word.strip(".,;:()") for word in said(made).split()}
    assert not {"37", "73", "34", "24", "91"} & numbers


def test_references_alone_are_added_to_three_tracks(made: Component) -> None:
    text = said(made)
    assert "Community and peers: 15 references" in text
    assert "an evenness (Pielou’s J) of 0.977" in text


def test_it_says_what_the_paper_does_not_state(made: Component) -> None:
    headings = [said(part) for part in walk(made) if type(part).__name__ == "H2"]
    assert headings[-2:] == ["What the paper does not state", "What these numbers are not"]
    assert "10.1007/s42448-021-00106-5" in said(made)
