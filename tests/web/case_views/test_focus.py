"""The focus on the page: what is shown, what is hidden, and what a cell chooses."""

from typing import Any

import pytest
from dash.development.base_component import Component

from relnet.figures.refs import refs_of
from relnet.network.focus import Columns, Rows
from relnet.web.as_html import as_html
from relnet.web.views.focus import focus_view
from relnet.web.views.focus_options import FocusOptions, Times, focus_options
from tests.network.small import small_case
from tests.web.views import Tags, entry_of, look, of_class, said, sample, walk

SHELF = [sample(key) for key in ("amira", "amira-held-together", "figure-2")]


def focus(key: str = "amira", perspective: str | None = None, **asked: str) -> Component:
    view = look(sample(key), 1, perspective)
    return focus_view(view, focus_options(asked, view, SHELF))


def small(**asked: str) -> Component:
    view = look(entry_of(small_case()), 1)
    return focus_view(view, focus_options(asked, view, ()))


def shown(made: object) -> list[Component]:
    """Give every component that is not hidden, nor inside something hidden."""
    if isinstance(made, list | tuple):
        return [part for item in made for part in shown(item)]
    if not isinstance(made, Component) or getattr(made, "hidden", False):
        return []
    return [made, *shown(getattr(made, "children", None))]


def tables(made: Component) -> list[Any]:
    return [part for part in shown(made) if type(part).__name__ == "Table"]


def rows(table: Component) -> list[list[str]]:
    return [
        [said(shown(cell)[:1] and visible(cell)) for cell in row.children]
        for row in walk(table)
        if type(row).__name__ == "Tr"
    ]


def visible(made: object) -> list[str]:
    """Give the texts of what is not hidden."""
    if isinstance(made, list | tuple):
        return [text for item in made for text in visible(item)]
    if isinstance(made, Component):
        return [] if getattr(made, "hidden", False) else visible(getattr(made, "children", None))
    return [] if made is None or "<svg" in str(made) else [str(made)]


def test_the_finding_is_a_sentence_and_its_rule_unfolds() -> None:
    made = focus("figure-2")
    heading = next(part for part in walk(made) if type(part).__name__ == "H2")
    assert said(heading) == (
        "At each of three phases one track is worked with alone, in the order that the paper"
        " describes."
    )
    (counts,) = of_class(made, "counts")
    assert said(counts).startswith("What this counts The paper (Firmin and Owens 2022, Fig. 2)")


def test_the_opposite_is_a_sentence_too() -> None:
    assert "All three tracks are in practice at every stage." in said(focus("amira-held-together"))


def test_it_opens_with_tracks_by_phase_alone() -> None:
    (table,) = tables(small())
    assert rows(table) == [
        ["", "Before", "During 2 stages", "After"],
        [
            "Trusted relationships",
            "? not recorded",
            "Consistency in practice by Dawn Safety planned by Dawn ? not recorded at 1 stage of 2",
            "no stage told",
        ],
        [
            "Parent–child and family",
            "Collaboration in practice with Gran, not said by whom",
            "none at 1 stage of 2 ? not recorded at 1 stage of 2",
            "no stage told",
        ],
        [
            "Community and peers",
            "not asked",
            "Safety an ambition with Kayla, not said by whom",
            "no stage told",
        ],
    ]


@pytest.mark.parametrize(
    ("asked", "lines", "columns"),
    [
        ({}, 3, 3),
        ({"rows": "type"}, 4, 3),
        ({"columns": "stage"}, 3, 5),
        ({"rows": "type", "columns": "stage"}, 4, 5),
    ],
)
def test_all_four_grids_are_there_and_one_is_shown(
    asked: dict[str, str], lines: int, columns: int
) -> None:
    made = focus(**asked)
    (table,) = tables(made)
    found = rows(table)
    assert (len(found) - 1, len(found[0]) - 1) == (lines, columns)
    pairs = [pair for pair in of_class(made, "focus-pair") if "by-time" not in pair.className]
    assert len(pairs) == 4


def test_what_a_cell_holds_is_told_by_more_than_colour() -> None:
    looks = {
        cell.className.split()[-1]: said(visible(cell)) for cell in of_class(small(), "focus-cell")
    }
    assert {"practice", "ambition", "not_recorded", "not_asked", "not_told", "none"} <= set(looks)
    assert looks["not_recorded"] == "? not recorded"


def test_stage_columns_carry_their_stage() -> None:
    (table,) = tables(focus(columns="stage"))
    heads = [part for part in walk(table) if getattr(part, "scope", "") == "col"]
    assert [getattr(head, "data-stage") for head in heads] == ["0", "1", "2", "3", "4"]


def test_a_cell_chooses_the_relationships_that_it_works_with() -> None:
    (table,) = tables(small())
    refs = refs_of(small_case())
    buttons = [part for part in walk(table) if type(part).__name__ == "Button"]
    chosen = [getattr(part, "data-choose-all", None) for part in buttons]
    chosen = [refs_ for refs_ in chosen if refs_ is not None]
    kayla, club, tee = (refs[key] for key in ("r-kayla", "r-club", "r-tee"))
    assert chosen == [
        refs["r-dawn"],  # nobody works with Dawn yet: she is there
        refs["r-dawn"],
        "",
        refs["r-gran"],
        "",
        "",
        f"{kayla} {club} {tee}",
        kayla,
        "",
    ]


def test_a_cell_names_the_people_in_it() -> None:
    (table,) = tables(small())
    stories = [said(story) for story in of_class(table, "focus-story")]
    assert stories[1] == (
        "Trusted relationships, During Consistency with Dawn: in practice, held by Dawn, at:"
        " Foster home, Northfield. Safety with Dawn: planned, held by Dawn, at: Foster home,"
        " Northfield. Uses: not recorded at 1 stage of 2. Dawn"
    )


def test_the_published_pattern_stands_beside_it() -> None:
    left, right = tables(focus("figure-2", beside="pattern"))
    marks = [
        [said(part) for part in shown(t) if "standing" in class_of(part)] for t in (left, right)
    ]
    assert marks == [["= in both"] * 4, ["= in both"] * 4]


def class_of(part: Component) -> str:
    return getattr(part, "className", "")


def test_the_comparison_is_told_in_words() -> None:
    made = focus("amira", beside="pattern")
    words = [said(part) for part in shown(made) if class_of(part) == "in-words"]
    assert len(words) == 1
    assert "Parent–child and family, Before: In both: collaboration (in practice)." in words[0]
    assert "Trusted relationships, Before: None in either." in words[0]


def test_another_case_stands_beside_it_phase_by_phase() -> None:
    made = focus("amira", beside="case-amira-held-together")
    assert len(tables(made)) == 2
    titles = [said(part) for part in shown(made) if type(part).__name__ == "H3"]
    assert titles == ["Amira, as it was", "Amira, held together"]
    words = next(said(part) for part in shown(made) if class_of(part) == "in-words")
    assert "Only in “Amira, held together”: consistency (in practice)" in words


def test_stages_of_two_cases_are_not_compared_cell_by_cell() -> None:
    made = focus("amira", beside="case-figure-2", columns="stage")
    left, right = tables(made)
    assert (len(rows(left)[0]), len(rows(right)[0])) == (6, 4)
    assert not [part for part in shown(made) if "standing" in class_of(part)]
    assert "they are compared by phase" in " ".join(visible(made))


def test_another_perspective_compares_who_is_there() -> None:
    _left, right = tables(focus("amira", beside="as-yp"))
    assert rows(right)[3][1] == (
        "Active in both Kayla, Jay’s group, Coach Osei and Tee Active only as the team sees it"
        " Mrs Patel Active only as Amira sees it Riverside park"
    )


def test_the_same_case_stands_beside_itself_at_another_time() -> None:
    made = focus("amira", beside="time", times="1-1.2-4")
    titles = [said(part) for part in shown(made) if type(part).__name__ == "H3"]
    assert titles == [
        "At home, Riverside",
        "Foster placement, Northfield to With Gran, Riverside",
    ]
    left, right = tables(made)
    assert rows(left)[2][1].startswith("Collaboration in practice")
    assert rows(left)[2][1].endswith("+ only here")
    assert rows(right)[2][1] == "none"


def test_every_case_of_the_shelf_can_be_asked_for_but_this_one() -> None:
    options = [part for part in walk(focus()) if getattr(part, "data-ask", None) is not None]
    assert [part.value for part in options] == ["case-amira-held-together", "case-figure-2"]  # type: ignore[attr-defined] # an html.Option


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, FocusOptions()),
        ({"rows": "people", "columns": "days", "beside": "case-nobody"}, FocusOptions()),
        ({"rows": "type", "columns": "stage"}, FocusOptions(Rows.TYPE, Columns.STAGE)),
        ({"beside": "as-p99"}, FocusOptions()),
        ({"beside": "as-team"}, FocusOptions()),
        ({"beside": "as-yp"}, FocusOptions(beside="as-yp")),
        ({"times": "1-2.4-5"}, FocusOptions(times=Times((0, 1), (3, 4)))),
        ({"times": "2-1.4-5"}, FocusOptions()),
        ({"times": "1-2.4-9"}, FocusOptions()),
        ({"times": "\u0661-2.3-4"}, FocusOptions()),
        ({"times": "1-2-3.4"}, FocusOptions()),
    ],
)
def test_an_address_that_names_nothing_shows_the_focus_as_it_opens(
    asked: dict[str, str], expected: FocusOptions
) -> None:
    assert focus_options(asked, look(sample("amira")), ()) == expected


def test_only_the_map_signs_are_drawn_and_said_in_words() -> None:
    found = Tags(str(as_html(focus()))).with_class("use-sign")
    assert found
    assert all(each["aria-hidden"] == "true" for each in found)
