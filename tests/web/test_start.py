"""The start page's builders: cards, and the list of faults."""

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from relnet.case.messages import Fault
from relnet.web.pages.cards import MOST_FAULTS, card, fault_list
from relnet.web.pages.start import files_section, layout
from relnet.web.paging import Visit
from relnet.web.shelf import shelf_of
from relnet.web.shelf_entry import ShelfEntry
from tests.web.cases import A_NAME, MARKUP_NAME, write_case


def as_text(component: Component) -> str:
    """Write a tree as the JSON that reaches the browser."""
    return json.dumps(json.loads(json.dumps(component, cls=PlotlyJSONEncoder)), ensure_ascii=False)


def parts(component: Component, kind: str) -> list[Any]:
    """Give all components of a kind in a tree, the root included."""
    found = [component] if type(component).__name__ == kind else []
    children: Any = getattr(component, "children", None)
    many = children if isinstance(children, list | tuple) else [children]
    return found + [
        part for child in many if isinstance(child, Component) for part in parts(child, kind)
    ]


@pytest.fixture
def entry(tmp_path: Path) -> ShelfEntry:
    return shelf_of([write_case(tmp_path, f"{A_NAME}.relnet.json")]).entries()[0]


def test_a_card_has_one_link_named_by_its_title(entry: ShelfEntry) -> None:
    (link,) = parts(card(entry, hidden=False), "A")
    assert link.children == f"{A_NAME} moves"
    assert link.href == f"/case/{entry.key}"


def test_a_card_counts_in_words(entry: ShelfEntry) -> None:
    assert "2 stages · 1 person" in as_text(card(entry, hidden=False))


def test_a_sample_case_is_called_so(entry: ShelfEntry) -> None:
    sample = shelf_of([]).get("amira")
    assert "sample case" in as_text(card(sample, hidden=False))
    assert "sample case" not in as_text(card(entry, hidden=False))


def test_the_picture_is_told_in_words(entry: ShelfEntry) -> None:
    (picture,) = parts(card(entry, hidden=False), "Img")
    assert picture.alt.startswith(f"How professionals work with the relationships of {A_NAME}")
    svg = b64decode(picture.src.partition(",")[2]).decode()
    assert svg.startswith("<svg")


def test_hidden_names_stand_nowhere_on_a_card(entry: ShelfEntry, tmp_path: Path) -> None:
    broken = write_case(tmp_path, f"{A_NAME} 2.relnet.json", stages=[])
    for shown in (entry, shelf_of([broken]).entries()[0]):
        made = card(shown, hidden=True)
        pictures = [b64decode(part.src.partition(",")[2]) for part in parts(made, "Img")]
        assert A_NAME not in as_text(made)
        assert all(A_NAME.encode() not in picture for picture in pictures)


def test_a_name_with_markup_stays_text(tmp_path: Path) -> None:
    path = write_case(tmp_path, "m.relnet.json", young_person={"name": MARKUP_NAME})
    (picture,) = parts(card(shelf_of([path]).entries()[0], hidden=False), "Img")
    assert "<b>" not in b64decode(picture.src.partition(",")[2]).decode()


def test_a_file_with_faults_is_shown_with_them(tmp_path: Path) -> None:
    path = write_case(tmp_path, "broken.relnet.json", title="")
    made = card(shelf_of([path]).entries()[0], hidden=False)
    assert not parts(made, "A")
    assert "broken.relnet.json" in as_text(made)
    assert "1 thing to put right" in as_text(made)
    assert [code.children for code in parts(made, "Code")] == ["title"]


def test_a_long_list_of_faults_ends_with_a_number() -> None:
    made = fault_list([Fault(f"stages[{n}]", "what") for n in range(MOST_FAULTS + 3)])
    assert len(parts(made, "Li")) == MOST_FAULTS + 1
    assert "and 3 more" in as_text(made)


def test_an_empty_folder_says_what_to_do() -> None:
    assert "No case files here yet" in files_section([], hidden=False, copied=False)


def test_files_and_samples_stand_apart_and_can_be_copied_where_cases_are_kept(
    entry: ShelfEntry,
) -> None:
    both = [shelf_of([]).get("amira"), entry]
    text = files_section(both, hidden=False, copied=True)
    assert text.index("Case files") < text.index(f"{A_NAME} moves") < text.index("Sample cases")
    assert 'data-copy="amira"' in text
    assert f'data-copy="{entry.key}"' in text
    assert text.count('class="card-more"') == 2
    assert f'aria-label="What to do with {A_NAME} moves"' in text
    bare = files_section(both, hidden=False, copied=False)
    assert "data-copy" not in bare
    assert "card-more" not in bare


def test_the_page_says_what_it_is_and_where_it_comes_from() -> None:
    text = as_text(layout(Visit("/", {}, {}, names_hidden=False)))
    assert "A discussion aid, not a case record." in text
    assert "Firmin & Owens (2022)" in text
